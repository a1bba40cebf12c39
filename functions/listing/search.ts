/**
 * Finds leads by words: without marks, the last word may be unfinished, and when nothing matches, words may be
 * misspelt. MiniSearch knows the few thousand words; which leads have them is kept as plain numbers: asked for a
 * hundred thousand leads, its own index took 150 ms a question where this takes 3 (npm run bench).
 */
import { searchWords } from '../domain/search-words.ts';
import { compareKey } from '../domain/text.ts';
import type { Lexicon } from './lexicon.ts';
import { rowsOfWord, type Segment } from './segment.ts';
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

export function search(shelf: Shelf, query: string): Hits {
  const words = searchWords(query).slice(0, mostWords);
  for (const { edits, isNear } of words.length === 0 ? [] : tries) {
    const wanted = words.map((word, index) =>
      candidatesOf(shelf.lexicon, word, edits(word), index === words.length - 1),
    );
    if (wanted.some((candidates) => candidates.length === 0)) continue;
    const scores = new Uint8Array(shelf.total);
    let isFound = false;
    shelf.segments.forEach((segment, index) => {
      const first = shelf.firsts[index]!;
      if (score(segment, wanted, scores.subarray(first, first + segment.total))) isFound = true;
    });
    if (isFound) return { scores, isNear };
  }
  return { scores: new Uint8Array(shelf.total), isNear: false };
}

/** The word itself first; the last word of a query may be the beginning of longer ones. */
function candidatesOf(lexicon: Lexicon, word: string, edits: number, isLast: boolean): Candidate[] {
  const exact = lexicon.words.get(word);
  const own = exact === undefined ? [] : [{ word: exact, weight: 3 }];
  const begins = isLast && word.length >= 2 && edits === 0;
  if (edits === 0 && !begins) return own;
  const others = lexicon.near
    .search(word, { prefix: begins, fuzzy: edits, maxFuzzy: edits })
    .slice(0, mostCandidates)
    .map(({ id }) => ({ word: Number(id), weight: begins ? 2 : 1 }));
  return [...own, ...others.filter((other) => other.word !== exact)];
}

/** Leads that have every word: the sum of the best of each, words of the name counting double. */
function score(segment: Segment, wanted: readonly (readonly Candidate[])[], scores: Uint8Array): boolean {
  const lists = wanted.map((candidates) =>
    candidates.flatMap(({ word, weight }) => {
      const rows = rowsOfWord(segment, word);
      return rows.length === 0 ? [] : [{ rows, weight }];
    }),
  );
  if (lists.some((list) => list.length === 0)) return false;
  const matched = new Uint8Array(segment.total);
  const best = new Uint8Array(segment.total);
  lists.forEach((list, turn) => {
    for (const { rows, weight } of list)
      for (const entry of rows) {
        const row = entry >> 1;
        const worth = (entry & 1) === 1 ? weight * 2 : weight;
        if (worth > best[row]!) best[row] = worth;
      }
    for (let row = 0; row < segment.total; row += 1) {
      if (best[row] === 0) continue;
      if (matched[row] === turn) {
        matched[row] = turn + 1;
        scores[row]! += best[row]!;
      }
      best[row] = 0;
    }
  });
  let isFound = false;
  for (let row = 0; row < segment.total; row += 1) {
    if (matched[row] === lists.length) isFound = true;
    else scores[row] = 0;
  }
  return isFound;
}

/** More than anybody reads; with them a reader is asked for another word or a filter. */
export const mostResults = 500;

/** Looked at one by one for the words exactly as written. */
const closeLook = 120;

/** Best first, equals in the order of the roll; a name that holds the query as written, marks and all, goes before. */
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
  const wanted = compareKey(query);
  const isAsWritten = (position: number): boolean => {
    const { name, title } = leadOf(shelf, position);
    return compareKey(name).includes(wanted) || compareKey(title).includes(wanted);
  };
  const top = ranked.slice(0, closeLook);
  const first = new Set(top.filter(isAsWritten));
  return Uint32Array.from([
    ...first,
    ...top.filter((position) => !first.has(position)),
    ...ranked.slice(closeLook),
  ]);
}
