/**
 * The published pages as a reader's process holds them: the pointer is asked for every few seconds, documents that did
 * not change are not read again. The first page of the list is there after three reads, a story two or three more; the
 * whole roll is read when somebody filters or searches.
 */
import type { DirectoryDocument } from '../listing/directory.ts';
import { type FrontDocument, lookAtFront, noFront } from '../listing/front.ts';
import { createLexicon, type Lexicon } from '../listing/lexicon.ts';
import type { Look } from '../listing/look.ts';
import {
  frontName,
  isGroups,
  isKeys,
  isPlan,
  isRoll,
  type ListingPointer,
  type ManifestDocument,
  manifestName,
  type Part,
  parseLines,
} from '../listing/manifest.ts';
import type { PlanTable } from '../listing/plan-table.ts';
import type { RollDocument } from '../listing/roll.ts';
import { type Segment, toSegment } from '../listing/segment.ts';
import { emptyShelf, type Shelf, toShelf } from '../listing/shelf.ts';
import { toUnitIndex, type UnitIndex } from '../listing/unit-index.ts';
import { paths } from '../records.ts';
import { pathOf, type Reader, Replaced, readPart, readParts } from './published-parts.ts';

/** What is read of the roll, and the numbers that it speaks in. */
interface Library {
  lexicon: Lexicon;
  /** By the name of the part. */
  segments: Map<string, Segment>;
}

export interface Published {
  generation: string;
  /** Named by the manifest, by name. */
  parts: ReadonlyMap<string, Part>;
  /** Everything but the leads, and what the first page shows of them. */
  front: { shelf: Shelf; look: Look };
  library: Library;
}

/** Longest that a reader's process may show what a flip has ended. */
const pointerLifeMs = 3000;

interface Memory {
  current: Published;
  askedAt: number;
  asking: Promise<Published> | undefined;
  /** Grows when what is being asked for is out of date before it is here. */
  turn: number;
  shelves: WeakMap<Published, Promise<Shelf>>;
  /** Lines of directories, by path. */
  directories: Map<string, string>;
  plans: PlansInForce;
}

interface PlansInForce {
  /** Which documents these are made from. */
  from: string;
  plans: readonly PlanTable[];
  units: UnitIndex;
}

const memories = new WeakMap<Reader, Memory>();

const noPlans = (): PlansInForce => ({ from: '', plans: [], units: toUnitIndex([]) });

function memoryOf(store: Reader): Memory {
  const known = memories.get(store);
  if (known) return known;
  const library: Library = { lexicon: createLexicon(), segments: new Map() };
  const front = { shelf: emptyShelf(), look: lookAtFront(noFront, library.lexicon) };
  const fresh: Memory = {
    current: { generation: '', parts: new Map(), front, library },
    askedAt: Number.NEGATIVE_INFINITY,
    asking: undefined,
    turn: 0,
    shelves: new WeakMap(),
    directories: new Map(),
    plans: noPlans(),
  };
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

const tries = 4;

/** Works with what is in force; when that is replaced between two reads, again with what is in force then. */
export async function withPublished<T>(
  store: Reader,
  work: (published: Published) => T | Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(await readPublished(store));
    } catch (error) {
      if (!(error instanceof Replaced) || attempt === tries) throw error;
      forgetPointer(store);
    }
  }
}

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
      const isNew = pointer !== undefined && pointer.generation !== memory.current.generation;
      const found = isNew ? await load(store, pointer, memory) : memory.current;
      if (memory.turn === turn) {
        memory.current = found;
        memory.askedAt = askedAt;
      }
      return found;
    } catch (error) {
      if (!(error instanceof Replaced) || attempt === tries - 1) throw error;
    }
  }
}

async function load(store: Reader, pointer: ListingPointer, memory: Memory): Promise<Published> {
  const { generation, updatedAt } = pointer;
  const manifest = await readPart<ManifestDocument>(store, { generation, name: manifestName });
  const list = parseLines(manifest.lines);
  const parts = new Map(list.map((part) => [part.name, part]));
  const before = memory.current.library;
  // Words and values of rows long gone would stay for ever: nothing old is kept when nothing old is left.
  const isKept = list.some(({ name }) => before.segments.has(name));
  const library = isKept ? before : { lexicon: createLexicon(), segments: new Map<string, Segment>() };
  const { front, plans, units } = await readFront(store, list, memory);
  const paths = new Set(list.map(pathOf));
  for (const path of memory.directories.keys()) if (!paths.has(path)) memory.directories.delete(path);
  const { lexicon } = library;
  const look = lookAtFront(front, lexicon);
  const shelf = toShelf({ generation, updatedAt, lexicon, segments: [], plans, units, total: front.total });
  return { generation, parts, front: { shelf, look }, library };
}

/** With the tables of plans: thousands of units, read and made an index of only when one has changed. */
async function readFront(
  store: Reader,
  parts: readonly Part[],
  memory: Memory,
): Promise<PlansInForce & { front: FrontDocument }> {
  const tables = parts.filter(({ name }) => isPlan(name));
  const from = tables.map(pathOf).join(' ');
  const isKnown = from === memory.plans.from;
  let front = noFront;
  const plans: PlanTable[] = [];
  const wanted = [...parts.filter(({ name }) => name === frontName), ...(isKnown ? [] : tables)];
  for await (const [{ name }, data] of readParts<FrontDocument | PlanTable>(store, wanted))
    if (name === frontName) front = data as FrontDocument;
    else plans.push(data as PlanTable);
  if (!isKnown) memory.plans = { from, plans, units: toUnitIndex(plans) };
  return { ...memory.plans, front };
}

/**
 * All leads, ready to be filtered and searched; and the directories, so that a story is one read from then on. What is
 * read once is not read again, also when this fails half-way.
 */
export function readShelf(store: Reader, published: Published): Promise<Shelf> {
  const { shelves } = memoryOf(store);
  const known = shelves.get(published);
  if (known) return known;
  const reading = loadDirectories(store, published).then(() => loadShelf(store, published));
  shelves.set(published, reading);
  reading.catch(() => shelves.delete(published));
  return reading;
}

async function loadShelf(store: Reader, { parts, front, library }: Published): Promise<Shelf> {
  const { lexicon, segments } = library;
  const roll = [...parts.values()].filter(({ name }) => isRoll(name));
  const wanted = roll.filter(({ name }) => !segments.has(name));
  for await (const [{ name }, { text }] of readParts<RollDocument>(store, wanted)) {
    segments.set(name, toSegment(text, lexicon));
    // Whoever asks for a page that is ready does not wait for all this.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const mine = roll.map(({ name }) => segments.get(name)!);
  for (const name of segments.keys()) if (!parts.has(name)) segments.delete(name);
  const { generation, updatedAt, plans, units } = front.shelf;
  return toShelf({ generation, updatedAt, lexicon, segments: mine, plans: [...plans.values()], units });
}

/** A thousandth of a part of the roll each. */
const directoriesAtOnce = 200;

async function loadDirectories(store: Reader, { parts }: Published): Promise<void> {
  const { directories } = memoryOf(store);
  const wanted = [...parts.values()].filter(
    (part) => (isKeys(part.name) || isGroups(part.name)) && !directories.has(pathOf(part)),
  );
  for await (const [part, { lines }] of readParts<DirectoryDocument>(store, wanted, directoriesAtOnce))
    directories.set(pathOf(part), toFindable(lines));
}

/** Every line between two ends of lines. */
const toFindable = (lines: string): string => `\n${lines}\n`;

/** What stands behind a word in a directory; undefined when it does not name it. */
export async function lookUp(
  store: Reader,
  published: Published,
  directory: string,
  word: string,
): Promise<string[] | undefined> {
  const part = published.parts.get(directory);
  if (!part) return undefined;
  const { directories } = memoryOf(store);
  const path = pathOf(part);
  const lines = directories.get(path) ?? toFindable((await readPart<DirectoryDocument>(store, part)).lines);
  directories.set(path, lines);
  const start = lines.indexOf(`\n${word}`);
  const end = lines.indexOf('\n', start + 1);
  const [found, ...behind] = start < 0 ? [] : lines.slice(start + 1, end).split(' ');
  return found === word ? behind : undefined;
}
