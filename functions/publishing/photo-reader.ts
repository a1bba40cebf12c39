/**
 * A photo from Drive as the copy that is shown, or why there is none. What was read lately is remembered in the process:
 * decoding takes a second, and a publisher who was overtaken meanwhile asks for the same photos again.
 */
import type { PhotoWish } from '../domain/photo-wish.ts';
import { hashOf } from '../listing/manifest.ts';
import { mostPhotoBytes, type PhotoFault } from '../photo/measure.ts';
import { shrinkPhoto } from '../photo/shrink.ts';
import type { Files } from '../ports.ts';

export type PhotoRefusal = PhotoFault | 'access';

export type ReadPhoto =
  | { ok: true; base64: string; width: number; height: number }
  | { ok: false; why: PhotoRefusal };

/** File and sending, without telling either: the same source is the same photo. */
export const sourceOf = ({ fileId, sentAt }: PhotoWish): string => hashOf(`${fileId} ${sentAt}`);

/** At most 120 kB each. */
const mostRemembered = 60;

const memories = new WeakMap<Files, Map<string, Promise<ReadPhoto>>>();

/** Throws when Drive does not answer. Of one day, for a file out of reach may be shared on the next. */
export async function readPhotoOnce(files: Files, wish: PhotoWish, day: string): Promise<ReadPhoto> {
  const memory = memories.get(files) ?? new Map<string, Promise<ReadPhoto>>();
  memories.set(files, memory);
  const key = `${sourceOf(wish)} ${day}`;
  const known = memory.get(key);
  if (known) return known;
  const reading = read(files, wish.fileId);
  memory.set(key, reading);
  for (const oldest of memory.keys()) {
    if (memory.size <= mostRemembered) break;
    memory.delete(oldest);
  }
  try {
    return await reading;
  } catch (error) {
    memory.delete(key);
    throw error;
  }
}

async function read(files: Files, fileId: string): Promise<ReadPhoto> {
  const file = await files.readFile(fileId, mostPhotoBytes);
  if (file === undefined) return { ok: false, why: 'access' };
  if (file === 'too-large') return { ok: false, why: 'size' };
  const photo = await shrinkPhoto(Buffer.from(file.bytes));
  if (!photo.ok) return photo;
  return { ok: true, base64: photo.jpeg.toString('base64'), width: photo.width, height: photo.height };
}
