/** Requests that write cells in place: values, formats, notes, validation, borders, merges. */
import { ApiError } from '../../api.ts';
import { toArea } from '../a1.ts';
import { assertCellMask, type CellData, createCellWriter, put } from '../cell-data.ts';
import { growTo, isCovered, mapArea, usedRows } from '../cells.ts';
import { assertCellLimit } from '../dimensions.ts';
import { type Draft, tabForEdit } from '../draft.ts';
import { writeMask } from '../fields.ts';
import { mergeArea, unmergeArea } from '../merges.ts';
import type { Area, Cell, CellFormat, GridRange, Tab } from '../model.ts';
import { assertEditable } from '../protection.ts';
import { editArea, type RequestHandler } from './shared.ts';

interface RowData {
  values?: CellData[];
}

interface UpdateCells {
  rows?: RowData[];
  fields?: string;
  start?: { sheetId?: number; rowIndex?: number; columnIndex?: number };
  range?: GridRange;
}

function widest(rows: RowData[]): number {
  return rows.reduce((width, row) => Math.max(width, row.values?.length ?? 0), 0);
}

function updateCells(draft: Draft, request: UpdateCells): undefined {
  const mask = assertCellMask(writeMask(request.fields));
  const rows = request.rows ?? [];
  const { tab, area } = request.range ? editArea(draft, request.range) : startArea(draft, request, rows);
  if (request.range) assertFits(rows, area);
  assertEditable(draft, tab, area);
  const write = createCellWriter(mask);
  mapArea(tab, area, (cell, row, column) => {
    const line = rows[row - area.top];
    const data = line?.values?.[column - area.left];
    // From a start only the cells given are written; a range is filled to its end, with nothing where rows are short.
    if (!request.range && data === undefined) return cell;
    return write(cell, data, isCovered(tab, row, column));
  });
}

function startArea(draft: Draft, request: UpdateCells, rows: RowData[]): { tab: Tab; area: Area } {
  if (!request.start) throw new ApiError(400, 'One of start or range must be specified.');
  const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = request.start;
  return editArea(draft, {
    sheetId,
    startRowIndex: rowIndex,
    endRowIndex: rowIndex + rows.length,
    startColumnIndex: columnIndex,
    endColumnIndex: columnIndex + widest(rows),
  });
}

function assertFits(rows: RowData[], area: Area): void {
  const [height, width] = [area.bottom - area.top, area.right - area.left];
  if (rows.length > height) {
    throw new ApiError(
      400,
      `Attempting to write row: ${area.top + height}, beyond the last requested row of: ${area.bottom - 1}`,
    );
  }
  if (widest(rows) > width) {
    throw new ApiError(
      400,
      `Attempting to write column: ${area.left + width}, beyond the last requested column of: ${area.right - 1}`,
    );
  }
}

function appendCells(
  draft: Draft,
  request: { sheetId?: number; rows?: RowData[]; fields?: string },
): undefined {
  const mask = assertCellMask(writeMask(request.fields));
  const rows = request.rows ?? [];
  const tab = tabForEdit(draft, request.sheetId);
  const top = usedRows(tab);
  const area = { top, bottom: top + rows.length, left: 0, right: widest(rows) };
  growTo(tab, area.bottom, area.right);
  assertCellLimit(draft);
  assertEditable(draft, tab, area);
  const write = createCellWriter(mask);
  mapArea(tab, area, (cell, row, column) => {
    const data = rows[row - top]?.values?.[column];
    return data ? write(cell, data, isCovered(tab, row, column)) : cell;
  });
}

function repeatCell(
  draft: Draft,
  request: { range?: GridRange; cell?: CellData; fields?: string },
): undefined {
  const mask = assertCellMask(writeMask(request.fields));
  const { tab, area } = editArea(draft, request.range);
  assertEditable(draft, tab, area);
  const write = createCellWriter(mask);
  mapArea(tab, area, (cell, row, column) => write(cell, request.cell, isCovered(tab, row, column)));
}

function setDataValidation(
  draft: Draft,
  request: { range?: GridRange; rule?: NonNullable<Cell['validation']> },
): undefined {
  const { tab, area } = editArea(draft, request.range);
  assertEditable(draft, tab, area);
  mapArea(tab, area, (cell) => (cell || request.rule ? put(cell ?? {}, 'validation', request.rule) : cell));
}

type Border = Record<string, unknown>;

interface UpdateBorders {
  range?: GridRange;
  top?: Border;
  bottom?: Border;
  left?: Border;
  right?: Border;
  innerHorizontal?: Border;
  innerVertical?: Border;
}

function updateBorders(draft: Draft, request: UpdateBorders): undefined {
  const { tab, area } = editArea(draft, request.range);
  assertEditable(draft, tab, area);
  mapArea(tab, area, (cell, row, column) => {
    const edges = {
      top: row === area.top ? request.top : request.innerHorizontal,
      bottom: row === area.bottom - 1 ? request.bottom : request.innerHorizontal,
      left: column === area.left ? request.left : request.innerVertical,
      right: column === area.right - 1 ? request.right : request.innerVertical,
    };
    const borders: Record<string, unknown> = { ...cell?.format?.borders };
    for (const [edge, border] of Object.entries(edges)) {
      if (border?.style === 'NONE') delete borders[edge];
      else if (border) borders[edge] = border;
    }
    const { borders: _borders, ...looks } = cell?.format ?? {};
    const format: CellFormat = Object.keys(borders).length > 0 ? { ...looks, borders } : looks;
    return put(cell ?? {}, 'format', Object.keys(format).length > 0 ? format : undefined);
  });
}

function mergeCells(draft: Draft, request: { range?: GridRange; mergeType?: string }): undefined {
  const { tab, area } = editArea(draft, request.range);
  assertEditable(draft, tab, area);
  mergeArea(tab, area, request.mergeType ?? 'MERGE_ALL');
}

function unmergeCells(draft: Draft, request: { range?: GridRange }): undefined {
  const { tab, area } = editArea(draft, request.range);
  assertEditable(draft, tab, area);
  unmergeArea(tab, toArea(tab, request.range ?? {}));
}

export const cellRequests: Record<string, RequestHandler> = {
  updateCells,
  appendCells,
  repeatCell,
  setDataValidation,
  updateBorders,
  mergeCells,
  unmergeCells,
};
