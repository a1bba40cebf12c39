/** What formulas compute with: scalars, blanks, errors and ranges, and how the ones turn into the others. */
import type { Area, CellError, ErrorType, Scalar, Tab } from '../model.ts';
import { isError } from '../model.ts';

/** null is a blank cell. */
export type Computed = Scalar | CellError | null;

export interface RangeValue {
  kind: 'range';
  tab: Tab;
  area: Area;
}

export type Value = Computed | RangeValue;

/** Leaves a computation at once; becomes the value of the cell, or what IFERROR catches. */
export class FormulaFault extends Error {
  readonly value: CellError;
  constructor(value: CellError) {
    super(value.message);
    this.value = value;
  }
}

export function failure(type: ErrorType, message = ''): CellError {
  return { type, message };
}

export function isRange(value: Value): value is RangeValue {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

export function toNumber(value: Computed): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null) return 0;
  if (isError(value)) throw new FormulaFault(value);
  const number = value.trim() === '' ? Number.NaN : Number(value.replace(',', '.'));
  if (!Number.isNaN(number)) return number;
  throw new FormulaFault(failure('VALUE', `'${value}' is a text and cannot be coerced to a number.`));
}

/** Joined into a text, a number is written as the locale writes it: 1,5 in vi_VN. */
export function toText(value: Computed, commaDecimal: boolean): string {
  if (isError(value)) throw new FormulaFault(value);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number' && commaDecimal) return String(value).replace('.', ',');
  return String(value);
}

export function toTruth(value: Computed): boolean {
  if (isError(value)) throw new FormulaFault(value);
  if (typeof value !== 'string') return Boolean(value);
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  if (value === '') return false;
  throw new FormulaFault(failure('VALUE', `'${value}' is a text and cannot be coerced to a boolean.`));
}

/** Numbers before text before truth values; text without regard to case; a blank equals 0, "" and FALSE. */
export function compareValues(a: Computed, b: Computed): number {
  if (isError(a)) throw new FormulaFault(a);
  if (isError(b)) throw new FormulaFault(b);
  const left = a ?? blankLike(b);
  const right = b ?? blankLike(a);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  if (typeof left === typeof right) return Number(left) - Number(right);
  return rank(left) - rank(right);
}

function compareTexts(left: string, right: string): number {
  const a = left.toLowerCase();
  const b = right.toLowerCase();
  return a === b ? 0 : a < b ? -1 : 1;
}

function blankLike(other: Computed): Scalar {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

export function rank(value: Scalar): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

/** Test of COUNTIF and its kind: ">5", "<>x", "Nguyễn*", 5. */
export function criterion(wanted: Computed): (value: Computed) => boolean {
  if (typeof wanted !== 'string')
    return (value) => value !== null && !isError(value) && value === (wanted ?? 0);
  const [, operator = '', rest = ''] = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(wanted) ?? [];
  const number = rest.trim() === '' ? Number.NaN : Number(rest.replace(',', '.'));
  if (operator === '' || operator === '=' || operator === '<>') {
    const same = equality(rest, number);
    return operator === '<>' ? (value) => !same(value) : same;
  }
  return (value) => {
    if (value === null || isError(value)) return false;
    if (Number.isNaN(number) ? typeof value !== 'string' : typeof value !== 'number') return false;
    const order = compareValues(value, Number.isNaN(number) ? rest : number);
    if (operator.startsWith('<')) return order < 0 || (operator === '<=' && order === 0);
    return order > 0 || (operator === '>=' && order === 0);
  };
}

function equality(text: string, number: number): (value: Computed) => boolean {
  if (text === '') return (value) => value === null || value === '';
  const pattern = wildcard(text);
  return (value) => {
    if (typeof value === 'number') return value === number;
    if (typeof value === 'boolean') return String(value) === text.toLowerCase();
    return typeof value === 'string' && pattern.test(value);
  };
}

export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

/** "*" any text, "?" one character, "~" takes the next as it is. */
export function wildcard(text: string): RegExp {
  const source = text.replace(/~[*?~]|[\s\S]/g, (part) => {
    if (part.length > 1) return escapeText(part.slice(1));
    if (part === '*') return '[\\s\\S]*';
    return part === '?' ? '[\\s\\S]' : escapeText(part);
  });
  return new RegExp(`^${source}$`, 'iu');
}

function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
