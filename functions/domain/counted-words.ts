/**
 * WHAT: a work keeps within the contest's limit by the words that were counted in its file, and the typed number says the same.
 * WHY: "không quá 2.000 từ"; the number that judges read must be that of the work itself, or say that it is not.
 */
import { fault, numberAt, textAt } from './checks/rule.ts';
import type { CountedWords } from './form.ts';
import { formatNumber } from './number.ts';
import type { Problem } from './problem.ts';
import type { Row } from './row.ts';

/** People count titles and captions or leave them out: so much apart is the same. */
const tolerance = 0.05;

export function checkCountedWords({ typed, most }: CountedWords, row: Row, counted: number): Problem[] {
  const value = numberAt(row, typed);
  if (counted > most) {
    const known = value === undefined ? {} : { value };
    return [fault('error', 'entry-too-long', row, typed, { ...known, counted, max: most })];
  }
  // A blank is told by the check of the cell.
  if (value === undefined) return [];
  // What is an error as typed stays one until it is typed right.
  if (value > most) return [fault('error', 'entry-words-differ', row, typed, { value, counted })];
  return Math.abs(value - counted) > tolerance * counted
    ? [fault('warning', 'entry-words-differ', row, typed, { value, counted })]
    : [];
}

/** "1.650 (máy đếm trong tệp)", or that it is the unit's number; '' of works that are not told in words and of a blank. */
export function lengthWords({ typed, genre, genres }: CountedWords, row: Row): string {
  if (row.words !== undefined) return `${formatNumber(row.words)} (máy đếm trong tệp)`;
  const value = numberAt(row, typed);
  return value === undefined || !genres.includes(textAt(row, genre))
    ? ''
    : `${formatNumber(value)} (đơn vị ghi, máy chưa đếm được)`;
}
