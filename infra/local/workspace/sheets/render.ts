/** Values of an area as lists: the value and date options of a read, with blank ends left out. */
import { toA1 } from './a1.ts';
import { hasContent } from './cells.ts';
import type { Calculation } from './formula/calculate.ts';
import { type Area, type Cell, isError, type Row, type Scalar, type Tab } from './model.ts';
import { errorText, isDateFormat, shownText } from './number-text.ts';

export interface RenderOptions {
  value: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  date: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
  columns: boolean;
}

export interface ValueRange {
  range: string;
  majorDimension: 'ROWS' | 'COLUMNS';
  values?: Scalar[][];
}

export function renderRange(
  calculation: Calculation,
  tab: Tab,
  area: Area,
  options: RenderOptions,
): ValueRange {
  const rows = renderRows(calculation, tab, area, options);
  const values = options.columns ? turn(rows) : rows;
  return {
    range: toA1(tab, area),
    majorDimension: options.columns ? 'COLUMNS' : 'ROWS',
    ...(values.length > 0 ? { values } : {}),
  };
}

export function renderRows(
  calculation: Calculation,
  tab: Tab,
  area: Area,
  options: RenderOptions,
): Scalar[][] {
  let bottom = Math.min(area.bottom, tab.rows.length);
  while (bottom > area.top && lastFilled(tab.rows[bottom - 1], area) < area.left) bottom -= 1;
  const rows: Scalar[][] = [];
  for (let row = area.top; row < bottom; row += 1) {
    const cells = tab.rows[row];
    const last = lastFilled(cells, area);
    const line: Scalar[] = [];
    for (let column = area.left; column <= last; column += 1) {
      const cell = cells?.[column];
      line.push(cell ? renderCell(calculation, tab, cell, row, column, options) : '');
    }
    rows.push(line);
  }
  return rows;
}

function lastFilled(row: Row | undefined, area: Area): number {
  if (!row) return -1;
  let column = Math.min(area.right, row.length) - 1;
  while (column >= area.left && !hasContent(row[column])) column -= 1;
  return column;
}

function renderCell(
  calculation: Calculation,
  tab: Tab,
  cell: Cell,
  row: number,
  column: number,
  options: RenderOptions,
): Scalar {
  if (options.value === 'FORMULA' && cell.formula !== undefined) return cell.formula;
  const value = cell.formula === undefined ? (cell.value ?? null) : calculation.valueAt(tab, row, column);
  if (value === null) return '';
  const format = cell.format?.numberFormat;
  const asText = options.date === 'FORMATTED_STRING' && typeof value === 'number' && isDateFormat(format);
  if (options.value === 'FORMATTED_VALUE' || asText)
    return shownText(value, format, calculation.book.properties.locale);
  return isError(value) ? errorText(value) : value;
}

function turn(rows: Scalar[][]): Scalar[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    let height = rows.length;
    while (height > 0 && (rows[height - 1]?.[column] ?? '') === '') height -= 1;
    return rows.slice(0, height).map((row) => row[column] ?? '');
  });
}
