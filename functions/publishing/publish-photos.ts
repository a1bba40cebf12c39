/**
 * The photos of the stories: each is read from Drive once after its row was sent in, and its small copy is kept. What is
 * known stands beside the stories in the generation, so that publishing the same again asks Drive for nothing.
 */
import { randomUUID } from 'node:crypto';
import { localDate } from '../domain/deadline.ts';
import type { PhotoWish } from '../domain/photo-wish.ts';
import type { PublicPhoto, PublicRow } from '../domain/public-row.ts';
import { toKey } from '../listing/address.ts';
import { hashOf } from '../listing/manifest.ts';
import { paths, type TouchMark } from '../records.ts';
import type { Services } from '../services.ts';
import type { PartWriter } from './part-writer.ts';
import type { PhotoDocument } from './photo-copy.ts';
import { type PhotoRefusal, type ReadPhoto, readPhotoOnce, sourceOf } from './photo-reader.ts';

/** now: read what is not known yet. later: somebody waits, or Drive is away; it stays owed. */
export type Patience = 'now' | 'later';

/** What became of a row's photo. */
type Known = { source: string } & (
  | { id: string; width: number; height: number }
  /** 'access' is tried again on another day: people share a file later without sending the row again. */
  | { refused: PhotoRefusal; on: string }
);

/** By the row's id. */
export type KnownPhotos = Record<string, Known>;

/** The part "photos-…": one text, since the store keeps no order of fields and the part is known by its hash. */
export interface PhotosDocument {
  known: string;
}

export const toPhotos = (known: KnownPhotos): PhotosDocument => ({ known: JSON.stringify(known) });

export const knownIn = (document: PhotosDocument | undefined): KnownPhotos =>
  JSON.parse(document?.known ?? '{}');

export interface Wished {
  row: PublicRow;
  wish: PhotoWish | null;
  timeZone: string;
}

export interface PhotoDesk {
  /** These rows with the photos that can be shown, and what is then known of each. Undefined: another publisher was quicker. */
  show(
    wished: readonly Wished[],
    before: KnownPhotos,
  ): Promise<{ rows: PublicRow[]; known: KnownPhotos } | undefined>;
  /** What was known of all rows of a document, and what is known now. */
  replace(before: KnownPhotos, after: KnownPhotos): void;
  /** Ids of photos that no story shows any more. */
  dropped: string[];
  /** Row keys and why their photo is not shown, for the log of this publication. */
  refused: string[];
  /** Marks of rows whose photo is to be looked at again, by path. */
  waits: Map<string, TouchMark>;
  /** Some photo was not read yet. 'more': only because this run has read enough; the next one can begin at once. */
  owed(): 'nothing' | 'more' | 'later';
}

/** What one run reads: not so long that others often overtake it, nor that the platform ends it. A large photo takes five seconds. */
const mostReads = 20;
const mostMs = 20_000;
const mostFailures = 3;

export function createPhotoDesk(
  { files, clock, log }: Services,
  { writer, generation, patience }: { writer: PartWriter; generation: string; patience: Patience },
): PhotoDesk {
  const dropped: string[] = [];
  const refused: string[] = [];
  const waits = new Map<string, TouchMark>();
  const startedAt = performance.now();
  let reads = 0;
  let failures = 0;
  let isOwed = false;

  function wait({ planId, id }: PublicRow, until: TouchMark['wait']): void {
    const mark = { planId, dossierId: id, wait: until, nonce: randomUUID() };
    waits.set(paths.touched(planId, id), mark);
  }

  /** One is read in any case, so that every run comes further. */
  const hasEnough = (): boolean =>
    reads >= mostReads || (reads > 0 && performance.now() - startedAt > mostMs);

  /** Undefined: not now. 'replaced': another publisher was quicker. */
  async function fetchPhoto(
    { row, wish }: Wished,
    was: Known | undefined,
    today: string,
  ): Promise<Known | 'replaced' | undefined> {
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
    const isShown = was !== undefined && 'id' in was && was.id === id;
    const isPut = isShown || (await writer.putBeside(paths.photo(id), data));
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
    dropped,
    refused,
    waits,
    async show(wished, before) {
      const known: KnownPhotos = {};
      const rows: PublicRow[] = [];
      for (const one of wished) {
        const { row, wish, timeZone } = one;
        const today = localDate(clock.now(), timeZone);
        const was = before[row.id];
        const old = wish && was?.source === sourceOf(wish) ? was : undefined;
        const found = old && !isDue(old, today) ? old : ((await fetchPhoto(one, was, today)) ?? old);
        if (found === 'replaced') return undefined;
        if (found) known[row.id] = found;
        else if (wish) {
          isOwed = true;
          wait(row, '');
        }
        if (found && 'refused' in found && found.refused === 'access') wait(row, 'day');
        rows.push({ ...row, photo: toPhoto(found, wish) });
      }
      return { rows, known };
    },
    replace(before, after) {
      const kept = new Set(idsOf(after));
      dropped.push(...idsOf(before).filter((id) => !kept.has(id)));
    },
    owed() {
      if (!isOwed) return 'nothing';
      return reads > 0 && failures === 0 && hasEnough() ? 'more' : 'later';
    },
  };
}

const idsOf = (known: KnownPhotos): string[] =>
  Object.values(known).flatMap((one) => ('id' in one ? [one.id] : []));

const isDue = (known: Known, today: string): boolean =>
  'refused' in known && known.refused === 'access' && known.on < today;

const toPhoto = (known: Known | undefined, wish: PhotoWish | null): PublicPhoto | null =>
  known && 'id' in known && wish
    ? { id: known.id, width: known.width, height: known.height, alt: wish.alt }
    : null;
