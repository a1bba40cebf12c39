/**
 * The photos of the stories: each is read from Drive once after its row was sent in, and its small copy is kept. What is
 * known stands beside the stories in the generation, so that publishing the same again asks Drive for nothing.
 */
import { localDate } from '../domain/deadline.ts';
import type { PhotoWish } from '../domain/photo-wish.ts';
import type { PublicPhoto, PublicRow } from '../domain/public-row.ts';
import { toKey } from '../listing/address.ts';
import { hashOf, isPhotos, type Part, photosName } from '../listing/manifest.ts';
import type { PhotoDocument } from '../published.ts';
import { paths } from '../records.ts';
import type { Services } from '../services.ts';
import type { PartWriter } from './part-writer.ts';
import { type PhotoRefusal, type ReadPhoto, readPhotoOnce, sourceOf } from './photo-reader.ts';

/** now: read what is not known yet. later: somebody waits, or Drive is away; it stays owed. */
export type Patience = 'now' | 'later';

/** Under the row's id, what became of its photo. */
type Known = { source: string } & (
  | { id: string; width: number; height: number }
  /** 'access' is tried again on another day: people share a file later without sending the row again. */
  | { refused: PhotoRefusal; on: string }
);

/** The part "photos-…": one text, since the store keeps no order of fields and the part is known by its hash. */
interface PhotosDocument {
  known: string;
}

export interface Wished {
  row: PublicRow;
  wish: PhotoWish | null;
  timeZone: string;
}

export interface PhotoDesk {
  /** The rows of one document of stories, with the photos that can be shown. Undefined: another publisher was quicker. */
  show(stories: string, wished: readonly Wished[]): Promise<PublicRow[] | undefined>;
  /** After the last rows: ids of photos that no story shows any more. */
  findDropped(): Promise<string[]>;
  /** Ids of the photos that stories show. */
  kept: ReadonlySet<string>;
  /** Row keys and why their photo is not shown, for the log of this publication. */
  refused: string[];
  /** Some photo was not read yet. 'more': only because this run has read enough; the next one can begin at once. */
  owed(): 'nothing' | 'more' | 'later';
}

/** What one run reads: not so long that others often overtake it, nor that the platform ends it. A large photo takes five seconds. */
const mostReads = 20;
const mostMs = 20_000;
const mostFailures = 3;

export function createPhotoDesk(
  { store, files, clock, log }: Services,
  {
    writer,
    before,
    generation,
    patience,
  }: { writer: PartWriter; before: readonly Part[]; generation: string; patience: Patience },
): PhotoDesk {
  const parts = new Map(before.filter(({ name }) => isPhotos(name)).map((part) => [part.name, part]));
  const kept = new Set<string>();
  const shownBefore = new Set<string>();
  const refused: string[] = [];
  const startedAt = performance.now();
  let reads = 0;
  let failures = 0;
  let isOwed = false;

  async function readKnown(name: string): Promise<Record<string, Known>> {
    const part = parts.get(name);
    parts.delete(name);
    const stored = part && (await store.read<PhotosDocument>(paths.part(part.generation, name)));
    const known: Record<string, Known> = JSON.parse(stored?.data.known ?? '{}');
    for (const one of Object.values(known)) if ('id' in one) shownBefore.add(one.id);
    return known;
  }

  /** One is read in any case, so that every run comes further. */
  const hasEnough = (): boolean =>
    reads >= mostReads || (reads > 0 && performance.now() - startedAt > mostMs);

  /** Undefined: not now. 'replaced': another publisher was quicker. */
  async function fetchPhoto({ row, wish }: Wished, today: string): Promise<Known | 'replaced' | undefined> {
    if (!wish || patience === 'later' || failures >= mostFailures || hasEnough()) return undefined;
    reads += 1;
    const source = sourceOf(wish);
    const photo = await readPhoto(wish, today);
    if (!photo) return undefined;
    if (!photo.ok) {
      refused.push(`${toKey(row.planId, row.id)} ${photo.why}`);
      return { source, refused: photo.why, on: today };
    }
    const id = hashOf(`${row.planId} ${row.id} ${photo.base64}`);
    const data: PhotoDocument = { generation, jpeg: photo.base64 };
    // One that is shown already stays as it was written.
    const isPut = shownBefore.has(id) || (await writer.putBeside(paths.photo(id), data));
    return isPut ? { source, id, width: photo.width, height: photo.height } : 'replaced';
  }

  /** Without Drive the rest is published all the same: this failure is owed work, not the end of the publication. */
  async function readPhoto(wish: PhotoWish, today: string): Promise<ReadPhoto | undefined> {
    try {
      return await readPhotoOnce(files, wish, today);
    } catch (error) {
      failures += 1;
      log.error('a photo could not be read', { error: String(error) });
      return undefined;
    }
  }

  return {
    kept,
    refused,
    async show(stories, wished) {
      const name = photosName(stories);
      const before = await readKnown(name);
      const known: Record<string, Known> = {};
      const rows: PublicRow[] = [];
      for (const one of wished) {
        const { row, wish, timeZone } = one;
        const today = localDate(clock.now(), timeZone);
        const was = before[row.id];
        const old = wish && was?.source === sourceOf(wish) ? was : undefined;
        const found = old && !isDue(old, today) ? old : ((await fetchPhoto(one, today)) ?? old);
        if (found === 'replaced') return undefined;
        if (found) known[row.id] = found;
        else if (wish) isOwed = true;
        if (found && 'id' in found) kept.add(found.id);
        rows.push({ ...row, photo: toPhoto(found, wish) });
      }
      const part: PhotosDocument = { known: JSON.stringify(known) };
      const isPut = Object.keys(known).length === 0 || (await writer.put(name, part));
      return isPut ? rows : undefined;
    },
    async findDropped() {
      for (const name of [...parts.keys()]) await readKnown(name);
      return [...shownBefore].filter((id) => !kept.has(id));
    },
    owed() {
      if (!isOwed) return 'nothing';
      return reads > 0 && failures === 0 && hasEnough() ? 'more' : 'later';
    },
  };
}

const isDue = (known: Known, today: string): boolean =>
  'refused' in known && known.refused === 'access' && known.on < today;

const toPhoto = (known: Known | undefined, wish: PhotoWish | null): PublicPhoto | null =>
  known && 'id' in known && wish
    ? { id: known.id, width: known.width, height: known.height, alt: wish.alt }
    : null;
