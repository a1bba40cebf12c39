/** Addresses as scripts give them to getRange, within the bounds of a sheet. */
import { toA1 } from '../../../functions/domain/a1.ts';
import type { Grid } from './book.ts';
import type { Area } from './model.ts';

const part = /^\$?([A-Za-z]{0,3})\$?(\d*)$/;

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** "F4", "A1:C9", "1:40", "A:C". Names of tabs are not emulated. */
export function parseA1(text: string, grid: Grid): Area {
  const [first = '', last = first] = text.split(':');
  const [from, to] = [part.exec(first), part.exec(last)];
  if (!from || !to || first === '') throw new Error(`Range not found: ${text}`);
  const row = Number(from[2] || 1);
  const column = columnOf(from[1] || 'A');
  const lastRow = to[2] ? Number(to[2]) : grid.rows;
  const lastColumn = to[1] ? columnOf(to[1]) : grid.columns;
  return { sheetId: grid.sheetId, row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

export const isInside = ({ row, column, rows, columns }: Area, grid: Grid): boolean =>
  row >= 1 &&
  column >= 1 &&
  rows >= 1 &&
  columns >= 1 &&
  row + rows - 1 <= grid.rows &&
  column + columns - 1 <= grid.columns;

export function formatA1({ row, column, rows, columns }: Area): string {
  const first = toA1(column - 1, row);
  return rows === 1 && columns === 1 ? first : `${first}:${toA1(column + columns - 2, row + rows - 1)}`;
}

export const overlaps = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;
