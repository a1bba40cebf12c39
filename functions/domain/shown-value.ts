/** A cell of a row as reviewers and scorers read it away from the unit's tab. */
import { lengthWords } from './counted-words.ts';
import { formatDate } from './date.ts';
import { type Column, type Form, kindLabel } from './form.ts';
import { formatNumber } from './number.ts';
import type { Row } from './row.ts';

/** Dates and numbers as people write them, words of a work with who counted them; '' when blank. */
export function shownValue({ kindColumn, countedWords }: Form, { key, type }: Column, row: Row): string {
  if (key === kindColumn) return kindLabel(row.kind);
  if (key === countedWords?.typed) return lengthWords(countedWords, row);
  const value = row.values[key] ?? '';
  if (typeof value === 'number') return formatNumber(value);
  return type === 'date' && value !== '' ? formatDate(value) : value;
}
