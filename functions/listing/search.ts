/**
 * Finds leads by words: without marks, the last word may be unfinished, and when nothing matches, the
 * query is read in other ways. The lexicon knows the few thousand words; which leads have them is kept as plain numbers:
 * asked for a hundred thousand leads, MiniSearch's own index took 150 ms a question where this takes less than one.
 */
import { searchWords } from '../domain/search-words.ts';
import { type Candidate, match } from './match.ts';
import { type Reading, toQuery, waysToRead } from './readings.ts';
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
  const [dossier] = dossierNumber.exec(query) ?? [];
  const ofDossier = dossier === undefined ? [] : rowsOf(shelf, dossier);
  if (ofDossier.length > 0) return { ...ofEqual(ofDossier), isNear: false };
  const words = searchWords(query).slice(0, mostWords);
  const asked = toQuery(shelf.lexicon, words);
  // No other dossier is nearly the one of this number.
  const ways = words.length === 0 ? [] : dossier === undefined ? waysToRead : waysToRead.slice(0, 1);
  for (const [index, read] of ways.entries()) {
    const found = find(shelf, read(asked));
    if (found) return { ...found, isNear: index > 0 };
  }
  return { ...ofEqual([]), isNear: false };
}

type Found = Omit<Hits, 'isNear'>;

const ofEqual = (positions: readonly number[]): Found => ({
  positions: Uint32Array.from(positions),
  scores: new Uint8Array(positions.length).fill(1),
});

/** "Mã hồ sơ" as every story prints it. */
const dossierNumber = /(?<![\w-])\d{4}(?:-[a-z0-9]+){2,4}(?![\w-])/i;

/** That story and no other; nothing where none of this number is known. */
function rowsOf(shelf: Shelf, typed: string): number[] {
  const found = shelf.segments.flatMap((segment, index) =>
    [typed, typed.toUpperCase()].flatMap((id) =>
      rowsOfDossier(segment, id).map((row) => shelf.firsts[index]! + row),
    ),
  );
  return [...new Set(found)].sort((a, b) => a - b);
}

/** Used over and over, all 0 between two uses: by position, the best score that a lead has. */
let best = new Uint8Array(0);

/** The leads that any of the readings finds, each with its best score. */
function find(shelf: Shelf, readings: readonly Reading[]): Found | undefined {
  if (best.length < shelf.total) best = new Uint8Array(shelf.total);
  let count = 0;
  for (const { wanted, isCalled } of readings) {
    count += note(shelf, wanted, false);
    // Whoever has the word before the name too scores more.
    if (isCalled) count += note(shelf, wanted.slice(1), true);
  }
  if (count === 0) return undefined;
  const positions = new Uint32Array(count);
  const scores = new Uint8Array(count);
  for (let position = 0, at = 0; at < count; position += 1) {
    if (best[position] === 0) continue;
    positions[at] = position;
    scores[at] = best[position]!;
    at += 1;
  }
  best.fill(0);
  return { positions, scores };
}

/** How many leads this finds that were not found before. */
function note(shelf: Shelf, wanted: readonly (readonly Candidate[])[], inName: boolean): number {
  // A word that a segment does not have is sooner seen where few may stand for it.
  const rarely = wanted.toSorted((a, b) => a.length - b.length);
  if (rarely[0]?.length === 0) return 0;
  let count = 0;
  for (const [index, segment] of shelf.segments.entries()) {
    const { rows, scores } = match(segment, rarely, inName);
    const first = shelf.firsts[index]!;
    for (let at = 0; at < rows.length; at += 1) {
      const position = first + rows[at]!;
      if (best[position] === 0) count += 1;
      if (scores[at]! > best[position]!) best[position] = scores[at]!;
    }
  }
  return count;
}
