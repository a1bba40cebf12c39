/** What `getValues` gives, turned into what the server reads over REST: dates as serial numbers, formulas as their text. */
import { isoToSerial } from '../functions/domain/date.ts';
import type { CellValue } from '../functions/domain/row.ts';

const secondsADay = 86_400;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** By the script's clock, whose zone (appsscript.json) is that of the workbooks; "Tự kiểm tra" compares the two. */
export const toIso = (date: Date): string =>
  `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;

/** 15/01/2025 12:00 → 45672.5. */
export function toSerial(date: Date): number {
  const seconds = date.getHours() * 3600 + date.getMinutes() * 60 + date.getSeconds();
  return isoToSerial(toIso(date)) + (seconds + date.getMilliseconds() / 1000) / secondsADay;
}

export function toCellValue(value: unknown): CellValue {
  if (value instanceof Date) return toSerial(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
}

/** `formulas` is '' where a cell has none; both blocks begin at the same cell. */
export const toCellValues = (
  values: readonly (readonly unknown[])[],
  formulas: readonly (readonly string[])[] = [],
): CellValue[][] =>
  values.map((row, line) => row.map((value, column) => formulas[line]?.[column] || toCellValue(value)));
