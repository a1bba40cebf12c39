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
import type { DocumentStore } from './ports.ts';
import { paths } from './records.ts';

type Reader = Pick<DocumentStore, 'read'>;

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
  const segments = new Map<string, Segment>();
  for (const part of parts.filter(({ name }) => isRoll(name))) {
    const known = before.segments.get(part.name);
    const segment =
      known ?? toSegment((await readPart<RollDocument>(store, part.generation, part.name)).text, lexicon);
    segments.set(part.name, segment);
  }
  const plans: PlanTable[] = [];
  for (const part of parts.filter(({ name }) => isPlan(name)))
    plans.push(await readPart<PlanTable>(store, part.generation, part.name));
  const gone = parts.find(({ name }) => name === goneName);
  const keys = gone ? (await readPart<GoneDocument>(store, gone.generation, goneName)).keys : '';
  return {
    segments,
    parts: new Map(parts.map((part) => [part.name, part])),
    shelf: toShelf({
      generation,
      updatedAt,
      lexicon,
      segments: [...segments.values()],
      plans,
      gone: keys.split(' '),
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

export async function readPart<T>(store: Reader, generation: string, name: string): Promise<T> {
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
