/**
 * Finds leads by words: without marks, the last word may be unfinished, and when nothing matches, words may be
 * misspelt. MiniSearch knows the few thousand words; which leads have them is kept as plain numbers: asked for a
 * hundred thousand leads, its own index took 150 ms a question where this takes 3 (npm run bench).
 */
import { searchWords } from '../domain/search-words.ts';
import { compareKey } from '../domain/text.ts';
import type { Lead } from './lead.ts';
import { type Lexicon, nearWords } from './lexicon.ts';
import { rowsOfDossier, rowsOfWord, type Segment } from './segment.ts';
import { leadOf, type Shelf } from './shelf.ts';

export interface Hits {
  /** By position; 0 where nothing was found. */
  scores: Uint8Array;
  /** Nothing had these words as they are written; these leads have words like them. */
  isNear: boolean;
}

interface Candidate {
  word: number;
  weight: number;
}

const mostWords = 8;
const mostCandidates = 40;

/** How far words may differ, tried in turn until something is found. */
const tries = [
  { edits: () => 0, isNear: false },
  { edits: (word: string) => (word.length >= 3 ? 1 : 0), isNear: true },
  { edits: (word: string) => (word.length >= 4 ? 2 : word.length >= 3 ? 1 : 0), isNear: true },
];

/**
 * How people are called before their name, without marks. The row says "Ông" where a neighbour writes "chú"; as words of
 * their own they also stand in "cô giáo" and "chị em".
 */
const honorifics: ReadonlySet<string> = new Set([
  'ong',
  'ba',
  'anh',
  'chi',
  'co',
  'chu',
  'bac',
  'em',
  'cu',
  'thay',
]);

/** A page that finds nothing looks again without its filters, and readers turn pages: the last search is kept. */
const lastSearch = new WeakMap<Shelf, { query: string; hits: Hits }>();

export function search(shelf: Shelf, query: string): Hits {
  const last = lastSearch.get(shelf);
  if (last?.query === query) return last.hits;
  const hits = searchAnew(shelf, query);
  lastSearch.set(shelf, { query, hits });
  return hits;
}

function searchAnew(shelf: Shelf, query: string): Hits {
  const ofDossier = searchDossier(shelf, query);
  if (ofDossier) return ofDossier;
  const words = searchWords(query).slice(0, mostWords);
  const called = words.length > 1 && honorifics.has(words[0]!) ? words.slice(1) : [];
  for (const { edits, isNear } of words.length === 0 ? [] : tries) {
    const scores = new Uint8Array(shelf.total);
    const find = (some: readonly string[], inName: boolean): boolean => {
      const wanted = some.map((word, index) =>
        candidatesOf(shelf.lexicon, word, edits(word), index === some.length - 1),
      );
      return wanted.every((candidates) => candidates.length > 0) && scoreAll(shelf, wanted, inName, scores);
    };
    // Whoever has the word before the name too scores more, and goes over it.
    const isCalled = called.length > 0 && find(called, true);
    const isFound = find(words, false);
    if (isCalled || isFound) return { scores, isNear };
  }
  return { scores: new Uint8Array(shelf.total), isNear: false };
}

/** "Mã hồ sơ" as every story prints it: that story and no other. Undefined where no number stands, or none that is known. */
function searchDossier(shelf: Shelf, query: string): Hits | undefined {
  const [typed] = /(?<![\w-])\d{4}(?:-[a-z0-9]+){2,4}(?![\w-])/i.exec(query) ?? [];
  if (typed === undefined) return undefined;
  const scores = new Uint8Array(shelf.total);
  shelf.segments.forEach((segment, index) => {
    for (const id of new Set([typed, typed.toUpperCase()]))
      for (const row of rowsOfDossier(segment, id)) scores[shelf.firsts[index]! + row] = 1;
  });
  return scores.includes(1) ? { scores, isNear: false } : undefined;
}

function scoreAll(
  shelf: Shelf,
  wanted: readonly (readonly Candidate[])[],
  inName: boolean,
  scores: Uint8Array,
): boolean {
  const scratch = toScratch(Math.max(0, ...shelf.segments.map(({ total }) => total)));
  let isFound = false;
  shelf.segments.forEach((segment, index) => {
    const first = shelf.firsts[index]!;
    const mine = scores.subarray(first, first + segment.total);
    if (score(segment, wanted, { scores: mine, inName, ...scratch })) isFound = true;
  });
  return isFound;
}

/** The word itself first; the last word of a query may be the beginning of longer ones. */
function candidatesOf(lexicon: Lexicon, word: string, edits: number, isLast: boolean): Candidate[] {
  const exact = lexicon.words.get(word);
  const own = exact === undefined ? [] : [{ word: exact, weight: 3 }];
  const begins = isLast && word.length >= 2 && edits === 0;
  if (edits === 0 && !begins) return own;
  const others = nearWords(lexicon)
    .search(word, { prefix: begins, fuzzy: edits, maxFuzzy: edits })
    .slice(0, mostCandidates)
    .map(({ id }) => ({ word: Number(id), weight: begins ? 2 : 1 }));
  return [...own, ...others.filter((other) => other.word !== exact)];
}

interface Scratch {
  /** How many words of the query each row has, all so far or none. */
  matched: Uint8Array;
  /** The sum of the best of each word, and the best of the last one. */
  sum: Uint8Array;
  last: Uint8Array;
}

const toScratch = (size: number): Scratch => ({
  matched: new Uint8Array(size),
  sum: new Uint8Array(size),
  last: new Uint8Array(size),
});

interface Scoring extends Scratch {
  scores: Uint8Array;
  /** Only words that stand in the name count. */
  inName: boolean;
}

interface Postings {
  rows: Uint16Array;
  weight: number;
}

const sizeOf = (lists: readonly Postings[]): number => lists.reduce((sum, { rows }) => sum + rows.length, 0);

/** Leads that have every word, words of the name counting double. The rarest word goes first: only its rows matter. */
function score(
  segment: Segment,
  wanted: readonly (readonly Candidate[])[],
  { scores, inName, matched, sum, last }: Scoring,
): boolean {
  const lists: Postings[][] = [];
  for (const candidates of wanted) {
    const list: Postings[] = [];
    for (const { word, weight } of candidates) {
      const rows = rowsOfWord(segment, word);
      if (rows.length > 0) list.push({ rows, weight });
    }
    if (list.length === 0) return false;
    lists.push(list);
  }
  lists.sort((a, b) => sizeOf(a) - sizeOf(b));
  matched.fill(0);
  sum.fill(0);
  lists.forEach((list, turn) => {
    for (const { rows, weight } of list)
      for (let index = 0; index < rows.length; index += 1) {
        const entry = rows[index]!;
        if (inName && (entry & 1) === 0) continue;
        const row = entry >> 1;
        const worth = (entry & 1) === 1 ? weight * 2 : weight;
        if (matched[row] === turn) {
          matched[row] = turn + 1;
          sum[row]! += worth;
          last[row] = worth;
        } else if (matched[row] === turn + 1 && worth > last[row]!) {
          sum[row]! += worth - last[row]!;
          last[row] = worth;
        }
      }
  });
  let isFound = false;
  for (const { rows } of lists[0] ?? [])
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index]! >> 1;
      if (matched[row] !== lists.length) continue;
      scores[row] = sum[row]!;
      isFound = true;
    }
  return isFound;
}

/** More than anybody reads; with them a reader is asked for another word or a filter. */
export const mostResults = 500;

/** Looked at one by one for the words exactly as written. */
const closeLook = 50;

/** Best first, equals in the order of the roll; names that hold the query as written, marks and all, go before. */
export function rank(shelf: Shelf, positions: Uint32Array, { scores }: Hits, query: string): Uint32Array {
  const byScore: number[][] = [];
  for (const position of positions) {
    const value = scores[position]!;
    const equals = byScore[value];
    if (equals) equals.push(position);
    else byScore[value] = [position];
  }
  const ranked: number[] = [];
  for (let value = byScore.length - 1; value > 0 && ranked.length < mostResults; value -= 1)
    for (const position of byScore[value] ?? []) if (ranked.length < mostResults) ranked.push(position);
  const top = ranked.slice(0, closeLook);
  const closeness = new Map(top.map((position) => [position, closenessOf(leadOf(shelf, position), query)]));
  // The sort is stable: equals stay as they are.
  const first = top.toSorted((a, b) => closeness.get(b)! - closeness.get(a)!);
  return Uint32Array.from([...first, ...ranked.slice(closeLook)]);
}

/** 2 for the query as it is written, 1 for its words in a row, in the name or else the title. */
function closenessOf({ name, title }: Lead, query: string): number {
  const words = searchWords(query).join(' ');
  const within = [name, title].find((text) => searchWords(text).join(' ').includes(words));
  if (within === undefined) return 0;
  return compareKey(within).includes(compareKey(query)) ? 2 : 1;
}
