/** What the requests of a batchUpdate share: the shape of a handler, and ranges checked against the grid. */
import { ApiError } from '../../api.ts';
import { toArea } from '../a1.ts';
import { countOf, type Side } from '../dimensions.ts';
import { type Draft, tabForEdit } from '../draft.ts';
import type { Area, DimensionRange, GridRange, Tab } from '../model.ts';

/** Changes the draft; the answer is the content of the reply under the request's own name, if it has one. */
// biome-ignore lint/suspicious/noExplicitAny: each handler names the shape of its own request; the table cannot.
export type RequestHandler = (draft: Draft, request: any) => object | undefined;

/** A tab for editing and the area of it that a request names. */
export function editArea(draft: Draft, range: GridRange | undefined): { tab: Tab; area: Area } {
  if (!range) throw new ApiError(400, 'No range specified.');
  const tab = tabForEdit(draft, range.sheetId);
  const area = toArea(tab, range);
  assertBounds(tab, range, area);
  return { tab, area };
}

function assertBounds(tab: Tab, range: GridRange, area: Area): void {
  const { rowCount, columnCount } = tab.grid;
  if (area.top < 0 || area.left < 0) throw new ApiError(400, 'GridRange indexes must not be negative.');
  if (area.top > area.bottom)
    throw new ApiError(
      400,
      `range.endRowIndex[${area.bottom}] must be at or after range.startRowIndex[${area.top}]`,
    );
  if (area.left > area.right) {
    throw new ApiError(
      400,
      `range.endColumnIndex[${area.right}] must be at or after range.startColumnIndex[${area.left}]`,
    );
  }
  if (range.startRowIndex !== undefined && area.top > rowCount)
    throw outside('startRowIndex', area.top, 'row', rowCount);
  if (area.bottom > rowCount) throw outside('endRowIndex', area.bottom, 'row', rowCount);
  if (range.startColumnIndex !== undefined && area.left > columnCount)
    throw outside('startColumnIndex', area.left, 'column', columnCount);
  if (area.right > columnCount) throw outside('endColumnIndex', area.right, 'column', columnCount);
}

function outside(name: string, index: number, line: string, count: number): ApiError {
  return new ApiError(400, `range.${name}[${index}] is after last ${line} in grid[${count}]`);
}

export interface Lines {
  tab: Tab;
  side: Side;
  start: number;
  end: number;
  /** The whole breadth of these rows or columns. */
  area: Area;
}

export function editLines(draft: Draft, range: DimensionRange | undefined): Lines {
  if (!range) throw new ApiError(400, 'No range specified.');
  const tab = tabForEdit(draft, range.sheetId);
  const side = sideOf(range.dimension);
  const start = range.startIndex ?? 0;
  const end = range.endIndex ?? countOf(tab, side);
  if (start < 0 || end <= start) {
    throw new ApiError(400, `range.endIndex[${end}] must be after range.startIndex[${start}]`);
  }
  const area = toArea(
    tab,
    side === 'row'
      ? { startRowIndex: start, endRowIndex: end }
      : { startColumnIndex: start, endColumnIndex: end },
  );
  return { tab, side, start, end, area };
}

export function assertLinesExist({ tab, side, start, end }: Lines): void {
  const count = countOf(tab, side);
  if (start >= count)
    throw new ApiError(400, `range.startIndex[${start}] is after last ${side} in grid[${count}]`);
  if (end > count) throw new ApiError(400, `range.endIndex[${end}] is after last ${side} in grid[${count}]`);
}

export function sideOf(dimension: string | undefined): Side {
  if (dimension === 'ROWS') return 'row';
  if (dimension === 'COLUMNS') return 'column';
  throw new ApiError(400, 'No dimension specified.');
}
