/** The copies of photos that the public pages show: written at publication, read by their address. */
import type { DocumentStore } from '../ports.ts';
import { paths } from '../records.ts';

/** A copy of a photo, at `photos/{id}`. */
export interface PhotoDocument {
  /** That wrote it: what a publisher left behind who was stopped is known by it. */
  generation: string;
  /** Base64. */
  jpeg: string;
}

/** Undefined once no story in force shows it: it goes in the commit that flips the pointer. */
export async function readPhoto(store: Pick<DocumentStore, 'read'>, id: string): Promise<Buffer | undefined> {
  const stored = await store.read<PhotoDocument>(paths.photo(id));
  return stored && Buffer.from(stored.data.jpeg, 'base64');
}
