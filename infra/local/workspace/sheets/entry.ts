/** What a person typed → what the cell holds: USER_ENTERED, in the spreadsheet's locale, with the format it brings along. */
import type { Content } from './cells.ts';
import { toSerial } from './dates.ts';
import { isFormula } from './formula/parse.ts';
import { type LocaleRules, localeRules } from './locale.ts';
import type { NumberFormat, Scalar } from './model.ts';

export interface Entry {
  content: Content;
  /** Set when the text itself says how to show it: a date, a percentage, thousands. */
  format?: NumberFormat;
}

export interface EntryContext {
  locale: string;
  /** Year of a date typed without one. */
  year(): number;
  /** Number format already on the cell. */
  format?: NumberFormat | undefined;
}

export function parseEntry(typed: Scalar, context: EntryContext): Entry {
  if (typeof typed !== 'string') return { content: { value: typed } };
  // Plain text stays what was typed, even "=1+1"; this is what saves telephone numbers.
  if (context.format?.type === 'TEXT') return { content: { value: typed } };
  if (typed.startsWith("'")) return { content: { value: typed.slice(1) } };
  if (typed.startsWith('=') && typed.length > 1) return { content: { formula: typed } };
  if (/^\+[^\d\s,.]/.test(typed) && isFormula(`=${typed.slice(1)}`))
    return { content: { formula: `=${typed.slice(1)}` } };
  const text = typed.trim();
  if (/^(true|false)$/i.test(text)) return { content: { value: text.toLowerCase() === 'true' } };
  const rules = localeRules(context.locale);
  const parsed = parseNumber(text, rules) ?? parseDateTime(text, rules, context.year);
  if (!parsed) return { content: { value: typed } };
  const keeps = context.format !== undefined && isSameKind(context.format, parsed.format);
  return { content: { value: parsed.value }, ...(parsed.format && !keeps ? { format: parsed.format } : {}) };
}

interface Parsed {
  value: number;
  format?: NumberFormat;
}

/** A format chosen by hand wins over one that only groups thousands; a date wins over everything but another date. */
function isSameKind(existing: NumberFormat, typed: NumberFormat | undefined): boolean {
  const isDate = (type: string) => type === 'DATE' || type === 'TIME' || type === 'DATE_TIME';
  if (typed === undefined || typed.type === 'NUMBER') return true;
  return isDate(typed.type) ? isDate(existing.type) : existing.type === typed.type;
}

export function parseNumber(text: string, rules: LocaleRules): Parsed | undefined {
  const shape = /^(\()?([+-])?\s?([\d.,\s\u00a0’]*\d[\d.,]*)(e[+-]?\d+)?\s?(%|₫)?(\))?$/i.exec(text);
  if (!shape) return undefined;
  const [, open, sign, body = '', exponent = '', unit, close] = shape;
  if (Boolean(open) !== Boolean(close) || (open && sign)) return undefined;
  const digits = toDigits(body, rules);
  if (digits === undefined) return undefined;
  const size = Number(digits.text + exponent.toLowerCase());
  const value = open || sign === '-' ? -size : size;
  const decimals = digits.text.includes('.') ? '.00' : '';
  if (unit === '%') {
    const scaled = Number(
      `${(open || sign === '-' ? '-' : '') + digits.text}e${Number(exponent.slice(1) || 0) - 2}`,
    );
    return { value: scaled, format: { type: 'PERCENT', pattern: `0${decimals}%` } };
  }
  if (unit === '₫') return { value, format: { type: 'CURRENCY', pattern: `#,##0${decimals}\\ [$₫]` } };
  if (exponent) return { value, format: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  return digits.grouped ? { value, format: { type: 'NUMBER', pattern: `#,##0${decimals}` } } : { value };
}

/** "1.234,5" in vi_VN → "1234.5"; undefined when the marks are in the wrong places ("1.23"). */
function toDigits(body: string, rules: LocaleRules): { text: string; grouped: boolean } | undefined {
  const [whole = '', fraction, ...more] = body.split(rules.decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return undefined;
  const groups = whole.split(rules.group);
  const grouped = groups.length > 1;
  const good = grouped
    ? /^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((group) => /^\d{3}$/.test(group))
    : /^\d*$/.test(whole);
  if (!good || (whole === '' && !fraction)) return undefined;
  return { text: `${groups.join('') || '0'}${fraction ? `.${fraction}` : ''}`, grouped };
}

export function parseDateTime(text: string, rules: LocaleRules, year: () => number): Parsed | undefined {
  const [first = '', ...rest] = text.split(/[ T]+/);
  const alone = rest.length === 0 ? parseTime(first) : undefined;
  if (alone !== undefined) return { value: alone, format: { type: 'TIME', pattern: 'HH:mm:ss' } };
  const date = parseDate(first, rules, year);
  if (!date || rest.length === 0) return date;
  const time = parseTime(rest.join(' '));
  if (time === undefined) return undefined;
  return {
    value: date.value + time,
    format: { type: 'DATE_TIME', pattern: `${date.format?.pattern} HH:mm:ss` },
  };
}

function parseTime(text: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?(am|pm|sa|ch))?$/i.exec(text);
  if (!match) return undefined;
  const half = match[4]?.toLowerCase();
  const afternoon = half === 'pm' || half === 'ch';
  const hour = half ? (Number(match[1]) % 12) + (afternoon ? 12 : 0) : Number(match[1]);
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)];
  return hour < 24 && minute < 60 && second < 60 ? (hour * 3600 + minute * 60 + second) / 86_400 : undefined;
}

function parseDate(text: string, rules: LocaleRules, year: () => number): Parsed | undefined {
  const iso = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return toDate(Number(iso[1]), Number(iso[3]), Number(iso[4]), `yyyy${iso[2]}MM${iso[2]}dd`);
  const match = /^(\d{1,2})([-/])(\d{1,2}|\d{4})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const [, a = '', mark, b = '', c] = match;
  if (b.length === 4) return c ? undefined : toDate(Number(b), Number(a), 1, `${repeat('M', a)}${mark}yyyy`);
  const [day, month] = rules.dateOrder === 'dmy' ? [a, b] : [b, a];
  const days = repeat('d', day);
  const months = repeat('M', month);
  const pair = rules.dateOrder === 'dmy' ? `${days}${mark}${months}` : `${months}${mark}${days}`;
  if (c === undefined) return toDate(year(), Number(month), Number(day), pair);
  return toDate(fullYear(c), Number(month), Number(day), `${pair}${mark}${'y'.repeat(c.length)}`);
}

function repeat(letter: string, digits: string): string {
  return digits.length === 2 ? letter.repeat(2) : letter;
}

function fullYear(text: string): number {
  const number = Number(text);
  if (text.length === 4) return number;
  return number < 30 ? 2000 + number : 1900 + number;
}

function toDate(year: number, month: number, day: number, pattern: string): Parsed | undefined {
  const value = toSerial(year, month, day);
  return value === undefined ? undefined : { value, format: { type: 'DATE', pattern } };
}
