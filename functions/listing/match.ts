/** Which rows of a segment have all words that are wanted, and how well: lists of numbers, each walked once by leaps. */
import { rowsOfWord, type Segment, type Stretch } from './segment.ts';

/** A word that stands for one of the query, and what it is worth; in the name it is worth double. */
export interface Candidate {
  word: number;
  weight: number;
}

/** Ascending, with the score of each: the sum of the best candidate of each word. */
export interface Matches {
  rows: Uint16Array;
  scores: Uint8Array;
}

/** A stretch of the segment's `rows`; views of it would take longer to make than to read. */
interface Postings extends Stretch {
  weight: number;
}

const none: Matches = { rows: new Uint16Array(0), scores: new Uint8Array(0) };

/** By row, all 0 between two uses; a segment has fewer rows. */
const best = new Uint8Array(2 ** 15);

/** `wanted`: for each word of the query all that may stand for it. `inName`: only words that stand in the name count. */
export function match(segment: Segment, wanted: readonly (readonly Candidate[])[], inName: boolean): Matches {
  const words: Postings[][] = [];
  for (const candidates of wanted) {
    const lists = postingsOf(segment, candidates);
    if (lists.length === 0) return none;
    words.push(lists);
  }
  // Only rows of the rarest word can have them all.
  words.sort((a, b) => sizeOf(a) - sizeOf(b));
  const rows = rowsIn(segment, words[0] ?? []);
  const scores = new Uint8Array(rows.length);
  let total = rows.length;
  for (const lists of words) {
    for (const list of lists) noteBest(segment, list, rows, total, inName);
    let kept = 0;
    for (let index = 0; index < total; index += 1) {
      const row = rows[index]!;
      if (best[row] === 0) continue;
      rows[kept] = row;
      scores[kept] = scores[index]! + best[row]!;
      kept += 1;
    }
    best.fill(0, 0, segment.total);
    if (kept === 0) return none;
    total = kept;
  }
  return { rows: rows.subarray(0, total), scores: scores.subarray(0, total) };
}

function postingsOf(segment: Segment, candidates: readonly Candidate[]): Postings[] {
  const lists: Postings[] = [];
  for (const { word, weight } of candidates) {
    const { from, to } = rowsOfWord(segment, word);
    if (to > from) lists.push({ from, to, weight });
  }
  return lists;
}

const sizeOf = (lists: readonly Stretch[]): number => lists.reduce((sum, { from, to }) => sum + to - from, 0);

/** Of any of the lists: ascending, each once. */
function rowsIn({ rows: entries, total }: Segment, lists: readonly Stretch[]): Uint16Array {
  const rows = new Uint16Array(Math.min(total, sizeOf(lists)));
  let end = 0;
  if (lists.length === 1)
    for (let at = lists[0]!.from; at < lists[0]!.to; at += 1) rows[end++] = entries[at]! >> 1;
  if (lists.length < 2) return rows;
  for (const { from, to } of lists) for (let at = from; at < to; at += 1) best[entries[at]! >> 1] = 1;
  for (let row = 0; row < total; row += 1) if (best[row] === 1) rows[end++] = row;
  best.fill(0, 0, total);
  return rows.subarray(0, end);
}

/** Leaping to a row takes a few steps: a list not much longer than the rows is walked as it stands. */
const leapSteps = 4;

function noteBest(
  { rows: entries }: Segment,
  { from, to, weight }: Postings,
  rows: Uint16Array,
  total: number,
  inName: boolean,
): void {
  if (to - from <= total * leapSteps) {
    for (let at = from; at < to; at += 1) note(entries[at]!, weight, inName);
    return;
  }
  let at = from;
  for (let index = 0; index < total; index += 1) {
    const row = rows[index]!;
    at = leap(entries, at, to, row * 2);
    if (at === to) return;
    if (entries[at]! >> 1 === row) note(entries[at]!, weight, inName);
  }
}

function note(entry: number, weight: number, inName: boolean): void {
  const isInName = (entry & 1) === 1;
  if (inName && !isInName) return;
  const worth = isInName ? weight * 2 : weight;
  const row = entry >> 1;
  if (worth > best[row]!) best[row] = worth;
}

/** The first place from `at` on that holds no less than `least`: steps of 1, 2, 4 …, then halves of the last one. */
function leap(entries: Uint16Array, at: number, to: number, least: number): number {
  let low = at;
  let high = at;
  let step = 1;
  while (high < to && entries[high]! < least) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  if (high > to) high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
