/** Cells inserted or deleted inside a band of rows or columns: the rest of the band moves, the sheet keeps its size. */
import { ApiError } from '../api.ts';
import { intersect } from './a1.ts';
import { cellAt, growTo, putCell, usedRows } from './cells.ts';
import { assertCellLimit, type MoveSpan, rewriteFormulas, type Side } from './dimensions.ts';
import type { Draft } from './draft.ts';
import type { Reference } from './formula/reference.ts';
import { moveLines } from './formula/rewrite.ts';
import { contains } from './merges.ts';
import type { Area, Tab } from './model.ts';

/** Everything from the range to the end of the sheet, as wide as the range. */
export function bandOf(tab: Tab, area: Area, side: Side): Area {
  const { rowCount, columnCount } = tab.grid;
  return side === 'row' ? { ...area, bottom: rowCount } : { ...area, right: columnCount };
}

export function deleteCells(draft: Draft, tab: Tab, area: Area, side: Side): void {
  const [at, end] = side === 'row' ? [area.top, area.bottom] : [area.left, area.right];
  const place = (line: number) => (line < at ? line : Math.max(at, line - (end - at)));
  shiftCells(draft, tab, area, side, {
    by: at - end,
    span: (from, to) => (place(from) < place(to) ? [place(from), place(to)] : undefined),
  });
}

/** What would fall off the end makes the sheet grow instead. */
export function insertCells(draft: Draft, tab: Tab, area: Area, side: Side): void {
  const count = side === 'row' ? area.bottom - area.top : area.right - area.left;
  const at = side === 'row' ? area.top : area.left;
  if (side === 'row') growTo(tab, Math.max(usedRows(tab), area.top) + count, 0);
  else growTo(tab, 0, Math.max(0, ...tab.rows.map((row) => row?.length ?? 0)) + count);
  assertCellLimit(draft);
  shiftCells(draft, tab, area, side, {
    by: count,
    span: (from, to) => [from >= at ? from + count : from, to > at ? to + count : to],
  });
}

function shiftCells(
  draft: Draft,
  tab: Tab,
  area: Area,
  side: Side,
  shift: { by: number; span: MoveSpan },
): void {
  const band = bandOf(tab, area, side);
  const moved = tab.merges.filter((merge) => intersect(merge, band));
  if (moved.some((merge) => !contains(band, merge))) {
    throw new ApiError(400, "You can't shift cells that cut through a merged range.");
  }
  moveContents(tab, band, side, shift.by);
  tab.merges = tab.merges.flatMap((merge) =>
    moved.includes(merge) ? moveMerge(merge, side, shift.span) : [merge],
  );
  const isThere = ({ sheet, start, end = start }: Reference, where: Tab) => {
    const named =
      sheet === undefined ? where.sheetId === tab.sheetId : sheet.toLowerCase() === tab.title.toLowerCase();
    const [from, to] = side === 'row' ? [start.column, end.column] : [start.row, end.row];
    const [first, last] = side === 'row' ? [band.left, band.right] : [band.top, band.bottom];
    return named && (from ?? 0) >= first && (to ?? Number.MAX_SAFE_INTEGER) < last;
  };
  rewriteFormulas(draft, (formula, where) =>
    moveLines(formula, (reference) => isThere(reference, where), { side, moveSpan: shift.span }),
  );
}

/** From the far end when cells move away from the start, so that none is overwritten before it has moved. */
function moveContents(tab: Tab, band: Area, side: Side, by: number): void {
  const [first, last] = side === 'row' ? [band.top, band.bottom] : [band.left, band.right];
  const across = side === 'row' ? band.right - band.left : band.bottom - band.top;
  for (let step = 0; step < last - first; step += 1) {
    const line = by > 0 ? last - 1 - step : first + step;
    const source = line - by;
    for (let offset = 0; offset < across; offset += 1) {
      const outside = source < first || source >= last;
      if (side === 'row')
        putCell(tab, line, band.left + offset, outside ? undefined : cellAt(tab, source, band.left + offset));
      else
        putCell(tab, band.top + offset, line, outside ? undefined : cellAt(tab, band.top + offset, source));
    }
  }
}

function moveMerge(merge: Area, side: Side, span: MoveSpan): Area[] {
  const moved = side === 'row' ? span(merge.top, merge.bottom) : span(merge.left, merge.right);
  if (!moved) return [];
  return [
    side === 'row'
      ? { ...merge, top: moved[0], bottom: moved[1] }
      : { ...merge, left: moved[0], right: moved[1] },
  ];
}
