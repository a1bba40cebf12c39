/** A number as its cell shows it: the formatted value, by pattern and locale. */
import { dateText } from './date-text.ts';
import { type LocaleRules, localeRules } from './locale.ts';
import { type CellError, isError, type NumberFormat, type Scalar } from './model.ts';

const errorTexts: Record<CellError['type'], string> = {
  ERROR: '#ERROR!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
};

export function errorText(error: CellError): string {
  return errorTexts[error.type];
}

export function isDateFormat(format: NumberFormat | undefined): boolean {
  return format?.type === 'DATE' || format?.type === 'TIME' || format?.type === 'DATE_TIME';
}

/** What a person reads in the cell. */
export function shownText(
  value: Scalar | CellError | null,
  format: NumberFormat | undefined,
  locale: string,
): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (isError(value)) return errorText(value);
  const rules = localeRules(locale);
  if (!format || format.type === 'TEXT') return plainNumber(value, rules);
  const pattern = format.pattern || defaultPattern(format.type, rules);
  if (isDateFormat(format)) return dateText(value, pattern, rules);
  return pattern ? numberText(value, pattern, rules) : plainNumber(value, rules);
}

function defaultPattern(type: string, rules: LocaleRules): string {
  const date = { dmy: 'dd/MM/yyyy', mdy: 'M/d/yyyy', ymd: 'yyyy-MM-dd' }[rules.dateOrder];
  const patterns: Record<string, string> = {
    DATE: date,
    DATE_TIME: `${date} HH:mm:ss`,
    TIME: 'HH:mm:ss',
    NUMBER: '#,##0.00',
    PERCENT: '0.00%',
    CURRENCY: '#,##0.00',
    SCIENTIFIC: '0.00E+00',
  };
  return patterns[type] ?? '';
}

/** Automatic format: no grouping, at most ten decimals, as many digits as a cell shows. */
export function plainNumber(value: number, rules: LocaleRules): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, 'e')
      .replace('e', 'E')
      .replace('.', rules.decimal)
      .replace(/E([+-])(\d)$/, 'E$10$2');
  }
  const text = Number(value.toPrecision(15))
    .toFixed(10)
    .replace(/\.?0+$/, '');
  return (text === '-0' ? '0' : text).replace('.', rules.decimal);
}

function numberText(value: number, pattern: string, rules: LocaleRules): string {
  const sections = splitSections(pattern);
  const negative = value < 0 && sections.length > 1;
  const section = negative ? sections[1] : value === 0 && sections.length > 2 ? sections[2] : sections[0];
  const sign = value < 0 && !negative ? '-' : '';
  return sign + fillSection(Math.abs(value), section ?? '', rules);
}

/** By ";" outside quotes. */
function splitSections(pattern: string): string[] {
  const sections = [''];
  for (const part of pattern.match(/"[^"]*"|\\.|\[[^\]]*\]|[\s\S]/g) ?? []) {
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  }
  return sections;
}

interface Piece {
  literal?: string;
  digits?: string;
}

function toPieces(section: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [part] of section.matchAll(
    /"[^"]*"|\\.|\[[^\]]*\]|[0#?][0#?,]*(?:\.[0#?]*)?(?:E\+0+)?|\.[0#?]+|_.|\*.|[\s\S]/g,
  )) {
    if (part.startsWith('"')) pieces.push({ literal: part.slice(1, -1) });
    else if (part.startsWith('\\')) pieces.push({ literal: part.slice(1) });
    else if (part.startsWith('[')) pieces.push({ literal: /^\[\$([^\]-]*)/.exec(part)?.[1] ?? '' });
    else if (/^[0#?.]/.test(part) && part !== '.') pieces.push({ digits: part });
    else pieces.push({ literal: part.length > 1 ? ' ' : part });
  }
  return pieces;
}

function fillSection(size: number, section: string, rules: LocaleRules): string {
  const pieces = toPieces(section);
  const scale = pieces.some((piece) => piece.literal === '%') ? 100 : 1;
  let filled = false;
  return pieces
    .map((piece) => {
      if (piece.digits === undefined)
        return piece.literal === '@' ? plainNumber(size, rules) : (piece.literal ?? '');
      if (filled) return '';
      filled = true;
      return digitsText(size * scale, piece.digits, rules);
    })
    .join('');
}

function digitsText(size: number, digits: string, rules: LocaleRules): string {
  const [mantissa = '', exponent] = digits.split('E+');
  const [whole = '', decimals = ''] = mantissa.split('.');
  if (exponent !== undefined) {
    const [number = '', power = '0'] = size.toExponential(decimals.length).split('e');
    const sign = power.startsWith('-') ? '-' : '+';
    return `${number.replace('.', rules.decimal)}E${sign}${power.replace(/[+-]/, '').padStart(exponent.length, '0')}`;
  }
  const least = whole.replace(/[^0]/g, '').length;
  const [wholeText = '', fraction = ''] = Number(size.toPrecision(15)).toFixed(decimals.length).split('.');
  const required = decimals.replace(/[^0]/g, '').length;
  let shown = fraction;
  while (shown.length > required && shown.endsWith('0')) shown = shown.slice(0, -1);
  const padded = (wholeText === '0' && least === 0 ? '' : wholeText).padStart(least, '0');
  const grouped = whole.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, rules.group) : padded;
  return shown ? grouped + rules.decimal + shown : grouped;
}
