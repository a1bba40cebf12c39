/**
 * Finds leads by words: without marks, the last word may be unfinished, and when nothing matches, words may be
 * misspelt. MiniSearch knows the few thousand words; which leads have them is kept as plain numbers: asked for a
 * hundred thousand leads, its own index took 150 ms a question where this takes less than one.
 */
import { searchWords } from '../domain/search-words.ts';
import { type Lexicon, nearWords } from './lexicon.ts';
import { type Candidate, match } from './match.ts';
import { rowsOfDossier } from './segment.ts';
import type { Shelf } from './shelf.ts';

export interface Hits {
  /** In the roll, ascending. */
  positions: Uint32Array;
  /** Of each: how well it fits. */
  scores: Uint8Array;
  /** Nothing had these words as they are written; these leads have words like them. */
  isNear: boolean;
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
  if (ofDossier.length > 0) return { ...ofEqual(ofDossier), isNear: false };
  const words = searchWords(query).slice(0, mostWords);
  const isCalled = words.length > 1 && honorifics.has(words[0]!);
  for (const { edits, isNear } of words.length === 0 ? [] : tries) {
    const wanted = words.map((word, index) =>
      candidatesOf(shelf.lexicon, word, edits(word), index === words.length - 1),
    );
    const all = find(shelf, wanted, false);
    // Whoever has the word before the name too scores more.
    const found = isCalled ? over(all, find(shelf, wanted.slice(1), true)) : all;
    if (found.positions.length > 0) return { ...found, isNear };
  }
  return { ...ofEqual([]), isNear: false };
}

type Found = Omit<Hits, 'isNear'>;

const ofEqual = (positions: readonly number[]): Found => ({
  positions: Uint32Array.from(positions),
  scores: new Uint8Array(positions.length).fill(1),
});

/** "Mã hồ sơ" as every story prints it: that story and no other; nothing where no number stands, or none that is known. */
function searchDossier(shelf: Shelf, query: string): number[] {
  const [typed] = /(?<![\w-])\d{4}(?:-[a-z0-9]+){2,4}(?![\w-])/i.exec(query) ?? [];
  if (typed === undefined) return [];
  const found = shelf.segments.flatMap((segment, index) =>
    [typed, typed.toUpperCase()].flatMap((id) =>
      rowsOfDossier(segment, id).map((row) => shelf.firsts[index]! + row),
    ),
  );
  return [...new Set(found)].sort((a, b) => a - b);
}

function find(shelf: Shelf, wanted: readonly (readonly Candidate[])[], inName: boolean): Found {
  const positions: number[] = [];
  const scores: number[] = [];
  if (wanted.every((candidates) => candidates.length > 0))
    for (const [index, segment] of shelf.segments.entries()) {
      const matches = match(segment, wanted, inName);
      const first = shelf.firsts[index]!;
      for (let at = 0; at < matches.rows.length; at += 1) {
        positions.push(first + matches.rows[at]!);
        scores.push(matches.scores[at]!);
      }
    }
  return { positions: Uint32Array.from(positions), scores: Uint8Array.from(scores) };
}

/** Both, with the first one's score where a row is in both. */
function over(one: Found, other: Found): Found {
  const scores = new Map<number, number>();
  for (const { positions, scores: mine } of [other, one])
    for (const [at, position] of positions.entries()) scores.set(position, mine[at]!);
  const positions = Uint32Array.from(scores.keys()).sort();
  return { positions, scores: Uint8Array.from(positions, (position) => scores.get(position)!) };
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
