/**
 * The published pages as a reader's process holds them: the pointer is asked for every few seconds, documents that did
 * not change are not read again. A story is one read more.
 */
import type { PublicRow } from './domain/public-row.ts';
import type { Lead } from './listing/lead.ts';
import { createLexicon } from './listing/lexicon.ts';
import {
  goneName,
  isPlan,
  isRoll,
  type ListingPointer,
  type ManifestDocument,
  manifestName,
  type Part,
  parseManifest,
  storiesName,
} from './listing/manifest.ts';
import type { PlanTable } from './listing/plan-table.ts';
import { type Segment, toSegment } from './listing/segment.ts';
import { emptyShelf, type Shelf, toShelf } from './listing/shelf.ts';
import type { DocumentStore, StoredDocument } from './ports.ts';
import { paths } from './records.ts';

type Reader = Pick<DocumentStore, 'read' | 'readMany'>;

export interface Published {
  shelf: Shelf;
  parts: ReadonlyMap<string, Part>;
  segments: ReadonlyMap<string, Segment>;
}

/** Longest that a reader's process may show what a flip has ended. */
const pointerLifeMs = 3000;

interface Memory {
  current: Published;
  askedAt: number;
  asking: Promise<Published> | undefined;
  /** Grows when what is being asked for is out of date before it is here. */
  turn: number;
}

const memories = new WeakMap<Reader, Memory>();

function memoryOf(store: Reader): Memory {
  const known = memories.get(store);
  if (known) return known;
  const current = { shelf: emptyShelf(), parts: new Map(), segments: new Map() };
  const fresh: Memory = { current, askedAt: Number.NEGATIVE_INFINITY, asking: undefined, turn: 0 };
  memories.set(store, fresh);
  return fresh;
}

/** A publisher in the same process says so, and the next reader asks anew, also when another is asking just now. */
export function forgetPointer(store: Reader): void {
  const memory = memoryOf(store);
  memory.askedAt = Number.NEGATIVE_INFINITY;
  memory.asking = undefined;
  memory.turn += 1;
}

/** A document that was named is gone: the generation was replaced meanwhile. */
export class Replaced extends Error {}

/** What is in force, at most a few seconds old. */
export async function readPublished(store: Reader): Promise<Published> {
  const memory = memoryOf(store);
  if (performance.now() - memory.askedAt < pointerLifeMs) return memory.current;
  if (memory.asking) return memory.asking;
  const asking = ask(store, memory);
  memory.asking = asking;
  try {
    return await asking;
  } finally {
    if (memory.asking === asking) memory.asking = undefined;
  }
}

async function ask(store: Reader, memory: Memory): Promise<Published> {
  const { turn } = memory;
  for (let attempt = 0; ; attempt += 1) {
    const askedAt = performance.now();
    const pointer = (await store.read<ListingPointer>(paths.pointer))?.data;
    try {
      const isNew = pointer !== undefined && pointer.generation !== memory.current.shelf.generation;
      const found = isNew ? await load(store, pointer, memory.current) : memory.current;
      if (memory.turn === turn) {
        memory.current = found;
        memory.askedAt = askedAt;
      }
      return found;
    } catch (error) {
      if (!(error instanceof Replaced) || attempt === 3) throw error;
    }
  }
}

async function load(store: Reader, pointer: ListingPointer, before: Published): Promise<Published> {
  const { generation, updatedAt } = pointer;
  const manifest = await readPart<ManifestDocument>(store, generation, manifestName);
  const parts = parseManifest(manifest);
  // Words and values of rows long gone would stay for ever: nothing old is kept when nothing old is left.
  const isFresh = !parts.some(({ name }) => before.segments.has(name));
  const lexicon = isFresh ? createLexicon() : before.shelf.lexicon;
  const fresh = new Map<string, Segment>();
  const plans: PlanTable[] = [];
  let gone = '';
  const isWanted = ({ name }: Part): boolean =>
    isPlan(name) || name === goneName || (isRoll(name) && !before.segments.has(name));
  for await (const [name, data] of readParts(store, parts.filter(isWanted))) {
    if (isRoll(name)) fresh.set(name, toSegment((data as RollDocument).text, lexicon));
    else if (isPlan(name)) plans.push(data as PlanTable);
    else gone = (data as GoneDocument).keys;
  }
  const segments = new Map<string, Segment>();
  for (const { name } of parts) {
    const segment = fresh.get(name) ?? before.segments.get(name);
    if (segment) segments.set(name, segment);
  }
  return {
    segments,
    parts: new Map(parts.map((part) => [part.name, part])),
    shelf: toShelf({
      generation,
      updatedAt,
      lexicon,
      segments: [...segments.values()],
      plans,
      gone: gone.split(' '),
    }),
  };
}

/** A copy of a photo, at `photos/{id}`. */
export interface PhotoDocument {
  /** That wrote it: what a publisher left behind who was stopped is known by it. */
  generation: string;
  /** Base64. */
  jpeg: string;
}

/** Undefined once no story in force shows it: it goes in the commit that flips the pointer. */
export async function readPhoto(store: Reader, id: string): Promise<Buffer | undefined> {
  const stored = await store.read<PhotoDocument>(paths.photo(id));
  return stored && Buffer.from(stored.data.jpeg, 'base64');
}

export interface RollDocument {
  text: string;
}

export interface GoneDocument {
  keys: string;
}

export interface StoriesDocument {
  rows: PublicRow[];
}

/** A few at a time: a part of the roll has some 400 kB, so that a hundred of them at once would fill a small process. */
const partsAtOnce = 4;

/** The next few are on their way while the last few are made ready. */
async function* readParts(
  store: Reader,
  parts: readonly Part[],
): AsyncGenerator<[name: string, data: unknown]> {
  const askFrom = (start: number): Promise<(StoredDocument<unknown> | undefined)[]> => {
    const some = parts.slice(start, start + partsAtOnce);
    const asked = store.readMany<unknown>(some.map(({ generation, name }) => paths.part(generation, name)));
    // Told where it is awaited, or not at all when the reader has given up before.
    asked.catch(() => undefined);
    return asked;
  };
  let next = askFrom(0);
  for (let start = 0; start < parts.length; start += partsAtOnce) {
    const found = await next;
    next = askFrom(start + partsAtOnce);
    for (const [index, { generation, name }] of parts.slice(start, start + partsAtOnce).entries()) {
      const document = found[index];
      if (!document) throw new Replaced(`${generation} ${name}`);
      yield [name, document.data];
    }
  }
}

async function readPart<T>(store: Reader, generation: string, name: string): Promise<T> {
  const found = await store.read<T>(paths.part(generation, name));
  if (!found) throw new Replaced(`${generation} ${name}`);
  return found.data;
}

/** The story and others of its unit and period, which stand in the same document: one read. Throws when it was taken down meanwhile. */
export async function readStory(
  store: Reader,
  { parts }: Published,
  { planId, id }: Pick<Lead, 'planId' | 'id'>,
): Promise<{ row: PublicRow; others: PublicRow[] }> {
  const name = storiesName(planId, id);
  const part = parts.get(name);
  const rows = part ? (await readPart<StoriesDocument>(store, part.generation, name)).rows : [];
  const row = rows.find((one) => one.id === id);
  if (!row) throw new Replaced(name);
  return { row, others: rows.filter((one) => one !== row) };
}
