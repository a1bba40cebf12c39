/** Copy, cut and paste, with what each kind of paste carries over. */

import { put } from './cell-data.ts';
import { cellAt, growTo, isCovered, putCell, withContent } from './cells.ts';
import { assertCellLimit, rewriteFormulas } from './dimensions.ts';
import { calculate, type Draft, tabForEdit } from './draft.ts';
import { offsetReference, type Reference } from './formula/reference.ts';
import { offsetFormula, rewriteReferences } from './formula/rewrite.ts';
import { contains, unmergeArea } from './merges.ts';
import type { Area, Cell, Tab } from './model.ts';

export interface Clip {
  height: number;
  width: number;
  /** Cells by row and column of the clip, each with the value it showed. */
  cells: { cell: Cell | undefined; computed: Cell['value'] | undefined }[][];
  /** Merges inside, from the clip's own corner. */
  merges: Area[];
  origin: Area;
}

export function copyArea(draft: Draft, tab: Tab, area: Area): Clip {
  const calculation = calculate(draft);
  const lines = Array.from({ length: area.bottom - area.top }, (_, row) => area.top + row);
  const columns = Array.from({ length: area.right - area.left }, (_, column) => area.left + column);
  return {
    height: lines.length,
    width: columns.length,
    cells: lines.map((row) =>
      columns.map((column) => ({
        cell: cellAt(tab, row, column),
        computed: calculation.valueAt(tab, row, column) ?? undefined,
      })),
    ),
    merges: tab.merges
      .filter((merge) => contains(area, merge))
      .map((merge) => shift(merge, -area.top, -area.left)),
    origin: area,
  };
}

export function transpose(clip: Clip): Clip {
  return {
    ...clip,
    height: clip.width,
    width: clip.height,
    cells: Array.from({ length: clip.width }, (_, row) =>
      clip.cells.map((line) => line[row] ?? { cell: undefined, computed: undefined }),
    ),
    merges: clip.merges.map(({ top, bottom, left, right }) => ({
      top: left,
      bottom: right,
      left: top,
      right: bottom,
    })),
  };
}

function shift(area: Area, rows: number, columns: number): Area {
  return {
    top: area.top + rows,
    bottom: area.bottom + rows,
    left: area.left + columns,
    right: area.right + columns,
  };
}

/** Fills the area with the clip, again and again when it is larger; the grid grows as it does for a person who pastes. */
export function pasteClip(draft: Draft, tab: Tab, area: Area, clip: Clip, type: string): void {
  growTo(tab, area.bottom, area.right);
  assertCellLimit(draft);
  if (type === 'PASTE_NORMAL') unmergeArea(tab, area);
  for (let row = area.top; row < area.bottom; row += 1) {
    for (let column = area.left; column < area.right; column += 1) {
      const [down, across] = [(row - area.top) % clip.height, (column - area.left) % clip.width];
      const source = clip.cells[down]?.[across];
      const [rows, columns] = [row - clip.origin.top - down, column - clip.origin.left - across];
      const moved = source?.cell && offsetCell(source.cell, rows, columns);
      const pasted = pasteCell(cellAt(tab, row, column), moved, source?.computed, type);
      putCell(
        tab,
        row,
        column,
        isCovered(tab, row, column) && pasted ? withContent(pasted, undefined) : pasted,
      );
    }
  }
  if (type === 'PASTE_NORMAL') {
    for (let row = area.top; row < area.bottom; row += clip.height) {
      for (let column = area.left; column < area.right; column += clip.width) {
        tab.merges.push(...clip.merges.map((merge) => shift(merge, row, column)));
      }
    }
  }
}

function offsetCell(cell: Cell, rows: number, columns: number): Cell {
  return cell.formula === undefined ? cell : { ...cell, formula: offsetFormula(cell.formula, rows, columns) };
}

function pasteCell(
  before: Cell | undefined,
  cell: Cell | undefined,
  computed: Cell['value'],
  type: string,
): Cell | undefined {
  switch (type) {
    case 'PASTE_VALUES':
      return withContent(before, computed === undefined ? undefined : { value: computed });
    case 'PASTE_FORMULA':
      return withContent(before, cell);
    case 'PASTE_FORMAT':
      return put(before ?? {}, 'format', cell?.format);
    case 'PASTE_DATA_VALIDATION':
      return put(before ?? {}, 'validation', cell?.validation);
    case 'PASTE_CONDITIONAL_FORMATTING':
      return before;
    case 'PASTE_NO_BORDERS': {
      const { borders: _borders, ...looks } = cell?.format ?? {};
      const borders = before?.format?.borders;
      return put(cell ?? {}, 'format', { ...looks, ...(borders ? { borders } : {}) });
    }
    default:
      return cell;
  }
}

/** The cells go, formulas as they are; formulas elsewhere that pointed at them follow. */
export function cutArea(draft: Draft, from: Tab, source: Area, to: Tab, target: Area, type: string): void {
  const clip = copyArea(draft, from, source);
  const [rows, columns] = [target.top - source.top, target.left - source.left];
  for (let row = source.top; row < source.bottom; row += 1) {
    for (let column = source.left; column < source.right; column += 1) {
      const cell = cellAt(from, row, column);
      putCell(from, row, column, type === 'PASTE_NORMAL' ? undefined : cell && withContent(cell, undefined));
    }
  }
  if (type === 'PASTE_NORMAL') from.merges = from.merges.filter((merge) => !contains(source, merge));
  // With its origin at the target nothing is offset.
  pasteClip(draft, tabForEdit(draft, to.sheetId), target, { ...clip, origin: target }, type);
  rewriteFormulas(draft, (formula, tab) => rewriteReferences(formula, (reference) => follow(reference, tab)));

  function follow(reference: Reference, where: Tab): Reference {
    const title = reference.sheet?.toLowerCase() ?? where.title.toLowerCase();
    if (title !== from.title.toLowerCase()) return reference;
    const { start, end = start } = reference;
    if (
      start.row === undefined ||
      start.column === undefined ||
      end.row === undefined ||
      end.column === undefined
    )
      return reference;
    const inside = contains(source, {
      top: start.row,
      bottom: end.row + 1,
      left: start.column,
      right: end.column + 1,
    });
    if (!inside) return reference;
    const loose = (corner: typeof start) => ({ ...corner, rowFixed: false, columnFixed: false });
    const free: Reference = { start: loose(start), ...(reference.end ? { end: loose(end) } : {}) };
    const moved = offsetReference(free, rows, columns) ?? free;
    const fix = (corner: typeof start, as: typeof start) => ({
      ...corner,
      rowFixed: as.rowFixed,
      columnFixed: as.columnFixed,
    });
    const sheet = from === to ? reference.sheet : where.sheetId === to.sheetId ? undefined : to.title;
    return {
      ...(sheet === undefined ? {} : { sheet }),
      start: fix(moved.start, start),
      ...(moved.end ? { end: fix(moved.end, end) } : {}),
    };
  }
}
