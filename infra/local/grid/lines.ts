/** Rows inserted, deleted and sorted by a person, as the requests that any client of Sheets would send. */
import { ApiError } from '../workspace/api.ts';
import type { GridTab } from '../workspace/sheets/grid-view.ts';
import type { MoveLog } from '../workspace/sheets/moves.ts';

/** Rows and columns count from 0. */
export type LineAction =
  | { kind: 'insert'; row: number; count: number; below: boolean }
  | { kind: 'delete'; row: number; count: number }
  /** All rows below the frozen ones, by one column. */
  | { kind: 'sort'; column: number; descending: boolean };

export interface LineContext {
  moves: MoveLog;
  bookId: string;
  seen: string;
  tab: Pick<GridTab, 'sheetId' | 'frozenRows' | 'rowCount' | 'columnCount'>;
}

export function toRequests(action: LineAction, context: LineContext): object[] {
  const { sheetId, frozenRows, rowCount, columnCount } = context.tab;
  if (action.kind === 'sort') {
    const range = {
      sheetId,
      startRowIndex: frozenRows,
      endRowIndex: rowCount,
      startColumnIndex: 0,
      endColumnIndex: columnCount,
    };
    const sortOrder = action.descending ? 'DESCENDING' : 'ASCENDING';
    return [{ sortRange: { range, sortSpecs: [{ dimensionIndex: action.column, sortOrder }] } }];
  }
  const { row, count } = action;
  if (action.kind === 'insert') {
    const beside = follow(context, action.below ? row + count - 1 : row);
    if (beside === undefined) throw new ApiError(409, 'Dòng này vừa bị người khác xóa. Hãy chọn dòng khác.');
    const startIndex = action.below ? beside + 1 : beside;
    const range = { sheetId, dimension: 'ROWS', startIndex, endIndex: startIndex + count };
    return [{ insertDimension: { range, inheritFromBefore: startIndex > frozenRows } }];
  }
  // From the bottom up, so that one deletion does not move the next; rows that are gone already are gone.
  const rows = Array.from({ length: count }, (_, down) => follow(context, row + down))
    .flatMap((line) => line ?? [])
    .sort((a, b) => b - a);
  return rows.map((line) => ({
    deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: line, endIndex: line + 1 } },
  }));
}

function follow({ moves, bookId, seen, tab }: LineContext, row: number): number | undefined {
  const place = moves.follow(bookId, seen, { sheetId: tab.sheetId, row, column: 0 });
  if (place === 'unknown') throw new ApiError(409, 'Bảng đã đổi nhiều từ khi mở. Hãy tải lại trang.');
  return place === 'gone' ? undefined : place.row;
}
