/** Reading and writing single cells of a tab; the only place that knows how rows are stored. */
import { ApiError } from '../api.ts';
import type { Area, Cell, Tab } from './model.ts';

export type Content = Pick<Cell, 'value' | 'formula'>;

export const maxCellLength = 50_000;

export function cellAt(tab: Tab, row: number, column: number): Cell | undefined {
  return tab.rows[row]?.[column];
}

export function putCell(tab: Tab, row: number, column: number, cell: Cell | undefined): void {
  const kept = cell && Object.keys(cell).length > 0 ? cell : undefined;
  let cells = tab.rows[row];
  if (!cells) {
    if (!kept) return;
    while (tab.rows.length < row) tab.rows.push(undefined);
    cells = [];
    tab.rows[row] = cells;
  }
  while (cells.length < column) cells.push(undefined);
  cells[column] = kept;
}

/** The same cell with another content; format, note and validation stay. */
export function withContent(cell: Cell | undefined, content: Content | undefined): Cell {
  const { value: _value, formula: _formula, runs: _runs, ...rest } = cell ?? {};
  if (content?.formula !== undefined) return { ...rest, formula: content.formula };
  if (content?.value === undefined || content.value === '') return rest;
  if (typeof content.value === 'string' && content.value.length > maxCellLength) {
    throw new ApiError(
      400,
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  }
  return { ...rest, value: content.value };
}

/** A cell covered by a merge keeps no content: only the top-left one does. */
export function putContent(tab: Tab, row: number, column: number, content: Content | undefined): void {
  const kept = isCovered(tab, row, column) ? undefined : content;
  putCell(tab, row, column, withContent(cellAt(tab, row, column), kept));
}

export function isCovered(tab: Tab, row: number, column: number): boolean {
  return tab.merges.some(
    (merge) =>
      row >= merge.top &&
      row < merge.bottom &&
      column >= merge.left &&
      column < merge.right &&
      (row !== merge.top || column !== merge.left),
  );
}

export function hasContent(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value !== undefined || cell.formula !== undefined);
}

/** Rows up to and with the last one that holds a value or formula. */
export function usedRows(tab: Tab): number {
  for (let row = tab.rows.length - 1; row >= 0; row -= 1) {
    if (tab.rows[row]?.some(hasContent)) return row + 1;
  }
  return 0;
}

export function forEachCell(
  tab: Tab,
  area: Area,
  visit: (cell: Cell, row: number, column: number) => void,
): void {
  const bottom = Math.min(area.bottom, tab.rows.length);
  for (let row = area.top; row < bottom; row += 1) {
    const cells = tab.rows[row];
    if (!cells) continue;
    const right = Math.min(area.right, cells.length);
    for (let column = area.left; column < right; column += 1) {
      const cell = cells[column];
      if (cell) visit(cell, row, column);
    }
  }
}

/** Replaces every place of an area, filled or not. */
export function mapArea(
  tab: Tab,
  area: Area,
  change: (cell: Cell | undefined, row: number, column: number) => Cell | undefined,
): void {
  for (let row = area.top; row < area.bottom; row += 1) {
    for (let column = area.left; column < area.right; column += 1) {
      const before = cellAt(tab, row, column);
      const after = change(before, row, column);
      if (after !== before) putCell(tab, row, column, after);
    }
  }
}

export function growTo(tab: Tab, rows: number, columns: number): void {
  const { rowCount, columnCount } = tab.grid;
  if (rows <= rowCount && columns <= columnCount) return;
  tab.grid = { ...tab.grid, rowCount: Math.max(rows, rowCount), columnCount: Math.max(columns, columnCount) };
}
