/** Writing lists of values: values.update, append and clear without HTTP. */
import { ApiError } from '../api.ts';
import { columnName, exceedsGrid, intersect, isInGrid, type Target, toA1, toArea } from './a1.ts';
import { cellAt, growTo, hasContent, isCovered, mapArea, withContent } from './cells.ts';
import { assertCellLimit, insertLines } from './dimensions.ts';
import { type Draft, tabForEdit } from './draft.ts';
import type { Area, Scalar, Tab } from './model.ts';
import { assertEditable, assertInsertable } from './protection.ts';
import { putRaw, putTyped } from './typing.ts';

export type InputOption = 'RAW' | 'USER_ENTERED';

/** null leaves the cell as it is; '' empties it. */
export type InputRows = (Scalar | null)[][];

export interface Written {
  tab: Tab;
  area: Area;
  rows: number;
  columns: number;
  cells: number;
}

export function toInputRows(values: unknown, majorDimension: string | undefined): InputRows {
  const lists = values ?? [];
  if (!Array.isArray(lists)) throw new ApiError(400, 'Invalid value at values: must be a list of lists.');
  for (const [row, list] of lists.entries()) {
    if (!Array.isArray(list)) throw new ApiError(400, `Invalid values[${row}]: must be a list.`);
    for (const [column, value] of list.entries()) {
      if (typeof value === 'object' && value !== null)
        throw new ApiError(400, `Invalid values[${row}][${column}]: ${JSON.stringify(value)}`);
    }
  }
  const rows = lists as InputRows;
  if (majorDimension !== 'COLUMNS') return rows;
  const height = rows.reduce((most, list) => Math.max(most, list.length), 0);
  return Array.from({ length: height }, (_, row) => rows.map((list) => list[row] ?? null));
}

/** The range limits what may be written, except that a single cell only says where to begin. */
export function writeRange(draft: Draft, target: Target, values: InputRows, option: InputOption): Written {
  const tab = tabForEdit(draft, target.tab.sheetId);
  const limit = toArea(tab, target.range);
  const width = values.reduce((widest, row) => Math.max(widest, row.length), 0);
  const area = {
    top: limit.top,
    bottom: limit.top + values.length,
    left: limit.left,
    right: limit.left + width,
  };
  if (!target.single) assertWithin(tab, limit, area);
  if (!isInGrid(tab, limit)) throw exceedsGrid(tab, limit);
  if (!isInGrid(tab, area)) throw exceedsGrid(tab, area);
  return writeArea(draft, tab, area, values, option);
}

function assertWithin(tab: Tab, limit: Area, area: Area): void {
  if (area.bottom > limit.bottom) {
    throw new ApiError(
      400,
      `Requested writing within range [${toA1(tab, limit)}], but tried writing to row [${limit.bottom + 1}]`,
    );
  }
  if (area.right > limit.right) {
    throw new ApiError(
      400,
      `Requested writing within range [${toA1(tab, limit)}], but tried writing to column [${columnName(limit.right)}]`,
    );
  }
}

function writeArea(draft: Draft, tab: Tab, area: Area, values: InputRows, option: InputOption): Written {
  assertEditable(draft, tab, area);
  let cells = 0;
  for (const [down, row] of values.entries()) {
    for (const [across, value] of row.entries()) {
      if (value === null) continue;
      cells += 1;
      if (option === 'RAW') putRaw(tab, area.top + down, area.left + across, value);
      else putTyped(draft, tab, area.top + down, area.left + across, value);
    }
  }
  return { tab, area, rows: area.bottom - area.top, columns: area.right - area.left, cells };
}

export function clearArea(draft: Draft, sheetId: number, area: Area): void {
  const tab = tabForEdit(draft, sheetId);
  assertEditable(draft, tab, area);
  const filled = { ...area, bottom: Math.min(area.bottom, tab.rows.length) };
  mapArea(tab, filled, (cell) => (hasContent(cell) ? withContent(cell, undefined) : cell));
}

export interface Appended {
  table: Area | undefined;
  written: Written;
}

/** After the last table that the range touches; where it touches none, at its start. */
export function appendRows(
  draft: Draft,
  target: Target,
  values: InputRows,
  option: InputOption,
  insert: boolean,
): Appended {
  const tab = tabForEdit(draft, target.tab.sheetId);
  const range = toArea(tab, target.range);
  if (!intersect(range, toArea(tab, {}))) throw exceedsGrid(tab, range);
  const table = findTable(tab, range);
  const width = values.reduce((widest, row) => Math.max(widest, row.length), 0);
  const top = table ? table.bottom : range.top;
  const left = table ? table.left : range.left;
  const area = { top, bottom: top + values.length, left, right: left + width };
  if (insert && table && top < tab.grid.rowCount && values.length > 0) {
    assertInsertable(draft, tab, 'row', top);
    insertLines(draft, tab, 'row', top, values.length);
  }
  growTo(tab, area.bottom, area.right);
  assertCellLimit(draft);
  return { table, written: writeArea(draft, tab, area, values, option) };
}

/** The block of filled cells around the lowest one in the range, bounded by blank rows and columns. */
function findTable(tab: Tab, range: Area): Area | undefined {
  const seed = lowestFilled(tab, range);
  if (!seed) return undefined;
  let table = seed;
  while (true) {
    const around = {
      top: Math.max(0, table.top - 1),
      bottom: table.bottom + 1,
      left: Math.max(0, table.left - 1),
      right: table.right + 1,
    };
    const wider = boundsOf(tab, around, table);
    const grown =
      wider.top !== table.top ||
      wider.bottom !== table.bottom ||
      wider.left !== table.left ||
      wider.right !== table.right;
    if (!grown) return table;
    table = wider;
  }
}

function lowestFilled(tab: Tab, range: Area): Area | undefined {
  for (let row = Math.min(range.bottom, tab.rows.length) - 1; row >= range.top; row -= 1) {
    for (let column = range.left; column < Math.min(range.right, tab.rows[row]?.length ?? 0); column += 1) {
      if (hasContent(cellAt(tab, row, column)) || isCovered(tab, row, column)) {
        return { top: row, bottom: row + 1, left: column, right: column + 1 };
      }
    }
  }
  return undefined;
}

function boundsOf(tab: Tab, around: Area, table: Area): Area {
  let bounds = table;
  for (let row = around.top; row < around.bottom; row += 1) {
    for (let column = around.left; column < around.right; column += 1) {
      if (!hasContent(cellAt(tab, row, column))) continue;
      bounds = {
        top: Math.min(bounds.top, row),
        bottom: Math.max(bounds.bottom, row + 1),
        left: Math.min(bounds.left, column),
        right: Math.max(bounds.right, column + 1),
      };
    }
  }
  return bounds;
}
