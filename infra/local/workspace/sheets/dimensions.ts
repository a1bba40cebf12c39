/** Rows and columns inserted, deleted and moved, with everything that has a place on the grid following along. */
import { ApiError } from '../api.ts';
import { cellAt, putCell } from './cells.ts';
import { type Draft, tabForEdit } from './draft.ts';
import { moveLines } from './formula/rewrite.ts';
import type { Area, BasicFilter, DimensionProps, GridRange, ProtectedRange, Tab } from './model.ts';

export type Side = 'row' | 'column';

/** New place of the half-open span [from, to), or undefined when nothing is left. */
export type MoveSpan = (from: number, to: number) => [number, number] | undefined;

export const maxCells = 10_000_000;

export function countOf(tab: Tab, side: Side): number {
  return side === 'row' ? tab.grid.rowCount : tab.grid.columnCount;
}

export function setCount(tab: Tab, side: Side, count: number): void {
  tab.grid = { ...tab.grid, [side === 'row' ? 'rowCount' : 'columnCount']: count };
}

export function assertCellLimit(draft: Draft): void {
  const cells = draft.book.tabs.reduce((total, { grid }) => total + grid.rowCount * grid.columnCount, 0);
  if (cells > maxCells) {
    throw new ApiError(
      400,
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
  }
}

export function insertLines(draft: Draft, tab: Tab, side: Side, at: number, count: number): void {
  draft.moves.push({ sheetId: tab.sheetId, kind: 'inserted', side, at, count });
  const blanks = Array.from({ length: count }, () => undefined);
  if (side === 'row') {
    if (at < tab.rows.length) tab.rows.splice(at, 0, ...blanks);
    if (at < tab.rowProps.length) tab.rowProps.splice(at, 0, ...blanks);
  } else {
    for (const row of tab.rows) if (row && at < row.length) row.splice(at, 0, ...blanks);
    if (at < tab.columnProps.length) tab.columnProps.splice(at, 0, ...blanks);
  }
  setCount(tab, side, countOf(tab, side) + count);
  assertCellLimit(draft);
  const frozen = side === 'row' ? 'frozenRowCount' : 'frozenColumnCount';
  if (at < (tab.grid[frozen] ?? 0)) tab.grid = { ...tab.grid, [frozen]: (tab.grid[frozen] ?? 0) + count };
  movePlaces(draft, tab, side, (from, to) => [from >= at ? from + count : from, to > at ? to + count : to]);
}

/** What an inserted line takes over from its neighbour: format, validation and size, never contents or notes. */
export function inheritLines(tab: Tab, side: Side, at: number, count: number, fromBefore: boolean): void {
  const source = fromBefore ? at - 1 : at + count;
  const props = side === 'row' ? tab.rowProps : tab.columnProps;
  const pixelSize = props[source]?.pixelSize;
  const across = side === 'row' ? (tab.rows[source]?.length ?? 0) : tab.rows.length;
  for (let line = at; line < at + count; line += 1) {
    if (pixelSize !== undefined) setProps(tab, side, line, { pixelSize });
    for (let other = 0; other < across; other += 1) {
      const [row, column] = side === 'row' ? [line, other] : [other, line];
      const { format, validation } =
        (side === 'row' ? cellAt(tab, source, other) : cellAt(tab, other, source)) ?? {};
      if (format || validation)
        putCell(tab, row, column, { ...(format ? { format } : {}), ...(validation ? { validation } : {}) });
    }
  }
}

export function setProps(tab: Tab, side: Side, line: number, props: DimensionProps | undefined): void {
  const list = side === 'row' ? tab.rowProps : tab.columnProps;
  while (list.length < line) list.push(undefined);
  list[line] = props && Object.keys(props).length > 0 ? props : undefined;
}

export function deleteLines(draft: Draft, tab: Tab, side: Side, at: number, end: number): void {
  const total = countOf(tab, side);
  const lines = side === 'row' ? 'rows' : 'columns';
  if (end - at >= total) throw new ApiError(400, `You can't delete all the ${lines} on the sheet.`);
  const frozen = side === 'row' ? 'frozenRowCount' : 'frozenColumnCount';
  const kept = tab.grid[frozen] ?? 0;
  const frozenLeft = kept - Math.max(0, Math.min(end, kept) - at);
  if (frozenLeft > 0 && total - (end - at) <= frozenLeft) {
    throw new ApiError(400, `Sorry, it is not possible to delete all non-frozen ${lines}.`);
  }
  draft.moves.push({ sheetId: tab.sheetId, kind: 'deleted', side, at, end });
  if (side === 'row') tab.rows.splice(at, end - at);
  else for (const row of tab.rows) row?.splice(at, end - at);
  (side === 'row' ? tab.rowProps : tab.columnProps).splice(at, end - at);
  setCount(tab, side, total - (end - at));
  if (kept > 0) tab.grid = { ...tab.grid, [frozen]: frozenLeft };
  const place = (line: number) => (line < at ? line : Math.max(at, line - (end - at)));
  movePlaces(draft, tab, side, (from, to) =>
    place(from) < place(to) ? [place(from), place(to)] : undefined,
  );
}

/** Lines [start, end) go to before line `destination`, counted before the move. */
export function relocateLines(
  draft: Draft,
  tab: Tab,
  side: Side,
  [start, end]: [number, number],
  destination: number,
): void {
  if (destination >= start && destination <= end) return;
  const count = end - start;
  const target = destination > end ? destination - count : destination;
  const order = Array.from({ length: countOf(tab, side) }, (_, line) => line);
  order.splice(target, 0, ...order.splice(start, count));
  draft.moves.push({ sheetId: tab.sheetId, kind: 'relocated', side, order });
  const newPlace: number[] = [];
  for (const [to, from] of order.entries()) newPlace[from] = to;
  if (side === 'row') {
    tab.rows = order.map((from) => tab.rows[from]);
    tab.rowProps = order.map((from) => tab.rowProps[from]);
  } else {
    tab.rows = tab.rows.map((row) => row && order.map((from) => row[from]));
    tab.columnProps = order.map((from) => tab.columnProps[from]);
  }
  const spans = (from: number, to: number): [number, number] => {
    const inside = to - from === 1 || (from >= start && to <= end);
    const first = newPlace[from] ?? from;
    // A range keeps its rectangle unless the move takes all of it along.
    return inside ? [first, first + (to - from)] : [from, to];
  };
  movePlaces(draft, tab, side, spans);
}

/** Moves whatever is tied to lines of this tab. */
function movePlaces(draft: Draft, tab: Tab, side: Side, move: MoveSpan): void {
  const merge = (area: Area) => moveArea(area, side, move);
  tab.merges = tab.merges
    .flatMap((area) => merge(area) ?? [])
    .filter((area) => (area.bottom - area.top) * (area.right - area.left) > 1);
  const range = (each: GridRange) => moveRange(each, side, move);
  tab.protectedRanges = tab.protectedRanges.flatMap((each) => moveProtected(each, range));
  tab.conditionalFormats = tab.conditionalFormats.flatMap((rule) => {
    const ranges = rule.ranges.flatMap((each) => range(each) ?? []);
    return ranges.length > 0 ? [{ ...rule, ranges }] : [];
  });
  if (tab.basicFilter) moveFilter(tab, tab.basicFilter, range);
  draft.book.namedRanges = draft.book.namedRanges.flatMap((named) => {
    if ((named.range.sheetId ?? 0) !== tab.sheetId) return [named];
    const moved = range(named.range);
    return moved ? [{ ...named, range: moved }] : [];
  });
  moveMetadata(draft, tab, side, move);
  moveFormulas(draft, tab, side, move);
}

function moveArea(area: Area, side: Side, move: MoveSpan): Area | undefined {
  const span = side === 'row' ? move(area.top, area.bottom) : move(area.left, area.right);
  if (!span) return undefined;
  return side === 'row'
    ? { ...area, top: span[0], bottom: span[1] }
    : { ...area, left: span[0], right: span[1] };
}

/** An open end stays open. */
export function moveRange(range: GridRange, side: Side, move: MoveSpan): GridRange | undefined {
  const [startKey, endKey] =
    side === 'row'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  const start = range[startKey];
  const end = range[endKey];
  if (start === undefined && end === undefined) return range;
  const span = move(start ?? 0, end ?? Number.MAX_SAFE_INTEGER);
  if (!span) return undefined;
  return {
    ...range,
    ...(start === undefined ? {} : { [startKey]: span[0] }),
    ...(end === undefined ? {} : { [endKey]: span[1] }),
  };
}

function moveProtected(
  each: ProtectedRange,
  move: (range: GridRange) => GridRange | undefined,
): ProtectedRange[] {
  const range = move(each.range);
  if (!range) return [];
  const holes = each.unprotectedRanges?.flatMap((hole) => move(hole) ?? []);
  return [{ ...each, range, ...(holes ? { unprotectedRanges: holes } : {}) }];
}

function moveFilter(tab: Tab, filter: BasicFilter, move: (range: GridRange) => GridRange | undefined): void {
  const range = filter.range && move(filter.range);
  if (range) tab.basicFilter = { ...filter, range };
  else delete tab.basicFilter;
}

function moveMetadata(draft: Draft, tab: Tab, side: Side, move: MoveSpan): void {
  const dimension = side === 'row' ? 'ROWS' : 'COLUMNS';
  const before = draft.book.metadata;
  draft.book.metadata = before.flatMap((each) => {
    const range = each.location.dimensionRange;
    if (!range || (range.sheetId ?? 0) !== tab.sheetId || range.dimension !== dimension) return [each];
    const span = move(range.startIndex ?? 0, range.endIndex ?? Number.MAX_SAFE_INTEGER);
    if (!span) return [];
    return [
      {
        ...each,
        location: { ...each.location, dimensionRange: { ...range, startIndex: span[0], endIndex: span[1] } },
      },
    ];
  });
  if (before.length > 0 || draft.book.namedRanges.length > 0) draft.bookTouched = true;
}

function moveFormulas(draft: Draft, tab: Tab, side: Side, move: MoveSpan): void {
  const title = tab.title.toLowerCase();
  rewriteFormulas(draft, (formula, where) =>
    moveLines(
      formula,
      ({ sheet }) => (sheet === undefined ? where.sheetId === tab.sheetId : sheet.toLowerCase() === title),
      {
        side,
        moveSpan: move,
      },
    ),
  );
}

/** Runs over every formula of the spreadsheet; copies only the tabs in which one changes. */
export function rewriteFormulas(draft: Draft, rewrite: (formula: string, tab: Tab) => string): void {
  for (const tab of [...draft.book.tabs]) {
    // Hundreds of rows of a tab hold the same text.
    const known = new Map<string, string>();
    for (const [row, cells] of tab.rows.entries()) {
      for (const [column, cell] of cells?.entries() ?? []) {
        if (cell?.formula === undefined) continue;
        const formula = known.get(cell.formula) ?? rewrite(cell.formula, tab);
        known.set(cell.formula, formula);
        if (formula !== cell.formula)
          putCell(tabForEdit(draft, tab.sheetId), row, column, { ...cell, formula });
      }
    }
  }
}
