/** Requests on rows and columns: insert, delete, append, move, size, hide. */
import { ApiError } from '../../api.ts';
import {
  assertCellLimit,
  countOf,
  deleteLines,
  inheritLines,
  insertLines,
  relocateLines,
  setCount,
  setProps,
} from '../dimensions.ts';
import { type Draft, tabForEdit } from '../draft.ts';
import { merge, writeMask } from '../fields.ts';
import type { Area, DimensionProps, DimensionRange, GridRange, Tab } from '../model.ts';
import { assertEditable, assertInsertable, assertTabEditable } from '../protection.ts';
import { bandOf, deleteCells, insertCells } from '../shift.ts';
import { assertLinesExist, editArea, editLines, type RequestHandler, sideOf } from './shared.ts';

function insertDimension(
  draft: Draft,
  request: { range?: DimensionRange; inheritFromBefore?: boolean },
): undefined {
  const lines = editLines(draft, request.range);
  const { tab, side, start, end } = lines;
  const count = countOf(tab, side);
  if (start > count)
    throw new ApiError(400, `range.startIndex[${start}] is after last ${side} in grid[${count}]`);
  if (request.inheritFromBefore && start === 0) {
    throw new ApiError(400, 'inheritFromBefore cannot be true when inserting at index 0.');
  }
  assertInsertable(draft, tab, side, start);
  insertLines(draft, tab, side, start, end - start);
  inheritLines(tab, side, start, end - start, request.inheritFromBefore ?? false);
}

function deleteDimension(draft: Draft, request: { range?: DimensionRange }): undefined {
  const lines = editLines(draft, request.range);
  assertLinesExist(lines);
  assertEditable(draft, lines.tab, lines.area);
  deleteLines(draft, lines.tab, lines.side, lines.start, lines.end);
}

function appendDimension(
  draft: Draft,
  request: { sheetId?: number; dimension?: string; length?: number },
): undefined {
  const tab = tabForEdit(draft, request.sheetId);
  assertTabEditable(draft, tab);
  const side = sideOf(request.dimension);
  if (!request.length || request.length < 1) throw new ApiError(400, 'length must be greater than 0.');
  setCount(tab, side, countOf(tab, side) + request.length);
  assertCellLimit(draft);
}

function moveDimension(
  draft: Draft,
  request: { source?: DimensionRange; destinationIndex?: number },
): undefined {
  const lines = editLines(draft, request.source);
  assertLinesExist(lines);
  const destination = request.destinationIndex ?? 0;
  if (destination > countOf(lines.tab, lines.side))
    throw new ApiError(400, `destinationIndex[${destination}] is out of the grid.`);
  const { tab, side, start, end } = lines;
  assertUncut(tab, side, [start, end], destination);
  assertEditable(draft, tab, lines.area);
  assertInsertable(draft, tab, side, destination);
  relocateLines(draft, tab, side, [start, end], destination);
}

/** A merge would fall apart. */
function assertUncut(
  tab: Tab,
  side: 'row' | 'column',
  [start, end]: [number, number],
  destination: number,
): void {
  const cut = tab.merges.some((each: Area) => {
    const [from, to] = side === 'row' ? [each.top, each.bottom] : [each.left, each.right];
    const across = (line: number) => line > from && line < to;
    return across(start) || across(end) || across(destination);
  });
  if (cut) throw new ApiError(400, `You can't move ${side}s that cut through a merged range.`);
}

function updateDimensionProperties(
  draft: Draft,
  request: { range?: DimensionRange; properties?: DimensionProps; fields?: string },
): undefined {
  const mask = writeMask(request.fields);
  const lines = editLines(draft, request.range);
  assertLinesExist(lines);
  assertTabEditable(draft, lines.tab);
  const { tab, side } = lines;
  const props = side === 'row' ? tab.rowProps : tab.columnProps;
  for (let line = lines.start; line < lines.end; line += 1) {
    const { hiddenByFilter, ...own } = props[line] ?? {};
    const { hiddenByUser, ...rest } = merge(own, request.properties, mask);
    setProps(tab, side, line, {
      ...rest,
      ...(hiddenByUser ? { hiddenByUser } : {}),
      ...(hiddenByFilter ? { hiddenByFilter } : {}),
    });
  }
}

interface ShiftCells {
  range?: GridRange;
  shiftDimension?: string;
}

function insertRange(draft: Draft, request: ShiftCells): undefined {
  const { tab, area } = editArea(draft, request.range);
  const side = sideOf(request.shiftDimension);
  assertEditable(draft, tab, bandOf(tab, area, side));
  insertCells(draft, tab, area, side);
}

function deleteRange(draft: Draft, request: ShiftCells): undefined {
  const { tab, area } = editArea(draft, request.range);
  const side = sideOf(request.shiftDimension);
  assertEditable(draft, tab, bandOf(tab, area, side));
  deleteCells(draft, tab, area, side);
}

/** Sizes to fit the text need a screen; lines go back to their usual size. */
function autoResizeDimensions(draft: Draft, request: { dimensions?: DimensionRange }): undefined {
  const lines = editLines(draft, request.dimensions);
  assertLinesExist(lines);
  assertTabEditable(draft, lines.tab);
  const props = lines.side === 'row' ? lines.tab.rowProps : lines.tab.columnProps;
  for (let line = lines.start; line < lines.end; line += 1) {
    const { pixelSize: _size, ...rest } = props[line] ?? {};
    setProps(lines.tab, lines.side, line, rest);
  }
}

export const lineRequests: Record<string, RequestHandler> = {
  insertDimension,
  deleteDimension,
  appendDimension,
  moveDimension,
  updateDimensionProperties,
  autoResizeDimensions,
  insertRange,
  deleteRange,
};
