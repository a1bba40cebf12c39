/** Sorting a range as people do it: contents, formats and notes move; what belongs to the rows of the sheet stays. */
import { ApiError } from '../api.ts';
import { cellAt, putCell } from './cells.ts';
import { calculate, type Draft } from './draft.ts';
import { offsetFormula } from './formula/rewrite.ts';
import { type Computed, rank } from './formula/values.ts';
import { localeRules } from './locale.ts';
import { type Area, type Cell, isError, type SortSpec, type Tab } from './model.ts';

export function sortArea(draft: Draft, tab: Tab, area: Area, specs: SortSpec[]): void {
  assertSortable(tab, area);
  const bottom = Math.min(area.bottom, Math.max(area.top, tab.rows.length));
  const order = sortedRows(draft, tab, { ...area, bottom }, specs);
  draft.moves.push({ sheetId: tab.sheetId, kind: 'sorted', area, order });
  const before = order.map((row) => takeRow(tab, row, area));
  for (const [offset, cells] of before.entries()) {
    const target = area.top + offset;
    for (const [index, cell] of cells.entries()) {
      const column = area.left + index;
      const moved = moveCell(cell, target - (order[offset] ?? target));
      putCell(tab, target, column, withValidation(moved, cellAt(tab, target, column)));
    }
  }
}

function assertSortable(tab: Tab, area: Area): void {
  const blocks = tab.merges.some(
    (merge) =>
      merge.bottom - merge.top > 1 &&
      merge.top < area.bottom &&
      merge.bottom > area.top &&
      merge.left < area.right &&
      merge.right > area.left,
  );
  if (blocks) throw new ApiError(400, "You can't sort a range with vertical merges.");
}

/** Rows of the sheet in their new order; equal rows keep theirs. */
function sortedRows(draft: Draft, tab: Tab, area: Area, specs: SortSpec[]): number[] {
  const calculation = calculate(draft);
  const { compare } = localeRules(draft.book.properties.locale);
  const keys = new Map<number, Computed[]>();
  for (let row = area.top; row < area.bottom; row += 1) {
    keys.set(
      row,
      specs.map((spec) => calculation.valueAt(tab, row, spec.dimensionIndex ?? 0)),
    );
  }
  return [...keys.keys()].sort((a, b) => {
    for (const [index, spec] of specs.entries()) {
      const order = compareKeys(keys.get(a)?.[index] ?? null, keys.get(b)?.[index] ?? null, spec, compare);
      if (order !== 0) return order;
    }
    return a - b;
  });
}

/** Blanks come last whichever way the rest is sorted. */
function compareKeys(
  a: Computed,
  b: Computed,
  spec: SortSpec,
  compare: (a: string, b: string) => number,
): number {
  const [blankA, blankB] = [a === null || a === '', b === null || b === ''];
  if (blankA || blankB) return Number(blankA) - Number(blankB);
  const order = compareFilled(a, b, compare);
  return spec.sortOrder === 'DESCENDING' ? -order : order;
}

function compareFilled(a: Computed, b: Computed, compare: (a: string, b: string) => number): number {
  if (isError(a) || isError(b)) return Number(isError(a)) - Number(isError(b));
  if (typeof a === 'string' && typeof b === 'string') return compare(a, b);
  if (typeof a === typeof b) return Number(a) - Number(b);
  return rank(a ?? '') - rank(b ?? '');
}

function takeRow(tab: Tab, row: number, area: Area): (Cell | undefined)[] {
  return Array.from({ length: area.right - area.left }, (_, index) => cellAt(tab, row, area.left + index));
}

function moveCell(cell: Cell | undefined, rows: number): Cell | undefined {
  if (cell?.formula === undefined || rows === 0) return cell;
  return { ...cell, formula: offsetFormula(cell.formula, rows, 0) };
}

/** A validation rule belongs to the place, not to what was sorted into it. */
function withValidation(cell: Cell | undefined, place: Cell | undefined): Cell | undefined {
  if (cell?.validation === place?.validation) return cell;
  const { validation: _validation, ...rest } = cell ?? {};
  return place?.validation ? { ...rest, validation: place.validation } : rest;
}
