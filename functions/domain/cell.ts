/** One cell → its value, or the one complaint about it. */
import { formatDate, parseDate, plausibleDate, serialToIso } from './date.ts';
import type { Column } from './form.ts';
import { detectLegacyEncoding, surveyText } from './legacy-encoding.ts';
import { formatNumber, parseNumber } from './number.ts';
import { beginsPlain, trait } from './plain-text.ts';
import type { Problem, ProblemCode } from './problem.ts';
import type { CellValue } from './row.ts';
import {
  cleanLongText,
  cleanText,
  codePointLength,
  compareKey,
  echo,
  hasLineBreak,
  strangeCharacter,
} from './text.ts';

export type ReadCell =
  | { ok: true; value: string | number }
  | { ok: false; code: ProblemCode; params: Problem['params'] };

/** Spaces and invisible characters alone are nothing. */
export const isBlank = (value: CellValue | undefined): boolean =>
  value === undefined ||
  value === '' ||
  (typeof value === 'string' && !beginsPlain(value) && cleanText(value) === '');

const good = (value: string | number): ReadCell => ({ ok: true, value });
const bad = (code: ProblemCode, params: Problem['params']): ReadCell => ({ ok: false, code, params });

/** A sign alone may start a sentence or a list; followed by a cell, a function or a bracket it is a formula. */
const signedFormula = /^[+\-@]\s*(?:\$?[A-Za-z]{1,3}\$?\d+(?![\p{L}\d])|[A-Za-z][A-Za-z.]*\(|\()/u;

/** Everything that a formula can begin with, once what nobody sees is gone. */
const formulaSigns = '=+-@';

/** "=" with a mark on it is the other half of "≠" in NFD, no formula. */
const isFormula = (value: CellValue): value is string =>
  typeof value === 'string' &&
  !(beginsPlain(value) && !formulaSigns.includes(value.charAt(0))) &&
  (/^\s*=(?!\p{M})/u.test(value) || signedFormula.test(cleanText(value)));

export function readCell(column: Column, value: CellValue): ReadCell {
  if (isFormula(value)) return bad('text-has-formula', { value: echo(value) });
  switch (column.type) {
    case 'text':
    case 'longText':
      return readText(column, value);
    case 'link':
      return readLink(column, value);
    case 'choice':
      return readChoice(column, value);
    case 'integer':
      return readInteger(column, value);
    case 'date':
      return readDate(column, value);
  }
}

/** Of clean text in Unicode nothing is left to see but its length. */
const unclean = trait.odd | trait.suspect;

function readText(column: Column, value: CellValue): ReadCell {
  if (typeof value === 'boolean') return bad('boolean-in-text', { value: booleanWord(value) });
  if (typeof value === 'number') return numberInText(value);
  const isClean = (surveyText(value) & (column.type === 'text' ? unclean | trait.lineFeed : unclean)) === 0;
  if (isClean) return withinLength(column, value, value.length) ?? good(value);
  const strange = strangeCharacter(value);
  if (strange) return bad('text-has-control-character', strange);
  const legacy = detectLegacyEncoding(value);
  if (legacy) {
    const code = legacy.encoding === 'tcvn3' ? 'text-is-tcvn3' : 'text-is-vni';
    return bad(code, { value: echo(value), proposed: echo(legacy.proposed, 160) });
  }
  if (column.type === 'text' && hasLineBreak(value))
    return bad('text-has-line-break', { value: echo(value) });
  const text = column.type === 'text' ? cleanText(value) : cleanLongText(value);
  return withinLength(column, text) ?? good(text);
}

function numberInText(value: number): ReadCell {
  const iso = plausibleDate(value);
  return iso === undefined
    ? bad('number-in-text', { value: formatNumber(value) })
    : bad('date-in-text', { value: formatNumber(value), date: formatDate(iso) });
}

function withinLength(
  { min, max }: Column,
  text: string,
  length = codePointLength(text),
): ReadCell | undefined {
  if (typeof min === 'number' && length < min)
    return bad('text-too-short', { value: echo(text), length, min });
  if (typeof max === 'number' && length > max)
    return bad('text-too-long', { value: echo(text), length, max });
  return undefined;
}

/** Only web addresses, so that a link on the public page can never be a script. */
const webAddress = /^https:\/\/[^\s/?#@"'<>\\`]+\.[^\s/?#@"'<>\\`]{2,}(?:[/?#][^\s"'<>\\`]*)?$/i;

function readLink(column: Column, value: CellValue): ReadCell {
  const text = cleanText(String(value));
  if (strangeCharacter(text) || !webAddress.test(text)) return bad('link-unreadable', { value: echo(value) });
  return withinLength(column, text) ?? good(text);
}

function readChoice(column: Column, value: CellValue): ReadCell {
  if (typeof value === 'string' && column.choices?.includes(value)) return good(value);
  const key = compareKey(String(value));
  const choice = column.choices?.find((word) => compareKey(word) === key);
  return choice === undefined ? bad('choice-unknown', { value: shown(value) }) : good(choice);
}

function readInteger(column: Column, value: CellValue): ReadCell {
  const number = typeof value === 'string' ? parseNumber(cleanText(value)) : value;
  if (typeof number !== 'number') return bad('text-in-number', { value: shown(value) });
  if (!Number.isInteger(number)) return bad('number-not-whole', { value: formatNumber(number) });
  const { min, max } = column;
  if (!(typeof min === 'number' && number < min) && !(typeof max === 'number' && number > max))
    return good(number);
  const limits = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  return bad('number-out-of-range', { value: number, ...limits });
}

/** A bare year typed in a date column is a number, too; as a serial it would be a day of the years 1905. */
const isBareYear = (value: number): boolean => value >= 1900 && value <= 2100 && Number.isInteger(value);

function readDate(column: Column, value: CellValue): ReadCell {
  if (typeof value === 'number') {
    const iso = isBareYear(value) ? undefined : serialToIso(value);
    return iso === undefined ? bad('date-unreadable', { value }) : withinDates(column, iso);
  }
  const parsed = typeof value === 'boolean' ? undefined : parseDate(cleanText(value));
  if (parsed?.ok) return withinDates(column, parsed.iso);
  const code = parsed?.reason === 'impossible' ? 'date-impossible' : 'date-unreadable';
  return bad(code, { value: shown(value) });
}

function withinDates({ min, max }: Column, iso: string): ReadCell {
  if (!(typeof min === 'string' && iso < min) && !(typeof max === 'string' && iso > max)) return good(iso);
  const limits = {
    ...(typeof min === 'string' ? { min: formatDate(min) } : {}),
    ...(typeof max === 'string' ? { max: formatDate(max) } : {}),
  };
  return bad('date-out-of-range', { value: formatDate(iso), ...limits });
}

const booleanWord = (value: boolean): string => (value ? 'TRUE' : 'FALSE');

const shown = (value: CellValue): string =>
  typeof value === 'boolean'
    ? booleanWord(value)
    : typeof value === 'number'
      ? formatNumber(value)
      : echo(value);
