/** Merged cells: blocks that show one value, kept in their top-left cell. */
import { ApiError } from '../api.ts';
import { intersect } from './a1.ts';
import { cellAt, mapArea, putCell, withContent } from './cells.ts';
import type { Area, Tab } from './model.ts';

function assertWhole(tab: Tab, area: Area): void {
  const cut = tab.merges.some((merge) => intersect(merge, area) && !contains(area, merge));
  if (cut) throw new ApiError(400, 'You must select all cells in a merged range to merge or unmerge them.');
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom &&
    outer.left <= inner.left &&
    outer.right >= inner.right
  );
}

export function mergeArea(tab: Tab, area: Area, kind: string): void {
  assertWhole(tab, area);
  unmergeArea(tab, area);
  for (const block of blocksOf(area, kind)) {
    if ((block.bottom - block.top) * (block.right - block.left) < 2) continue;
    tab.merges.push(block);
    clearCovered(tab, block);
  }
}

export function unmergeArea(tab: Tab, area: Area): void {
  assertWhole(tab, area);
  tab.merges = tab.merges.filter((merge) => !contains(area, merge));
}

function blocksOf(area: Area, kind: string): Area[] {
  if (kind === 'MERGE_ROWS') {
    return Array.from({ length: area.bottom - area.top }, (_, n) => ({
      ...area,
      top: area.top + n,
      bottom: area.top + n + 1,
    }));
  }
  if (kind === 'MERGE_COLUMNS') {
    return Array.from({ length: area.right - area.left }, (_, n) => ({
      ...area,
      left: area.left + n,
      right: area.left + n + 1,
    }));
  }
  return [area];
}

/** The top-left value stays; everything else in the block is lost, as Sheets warns people. */
function clearCovered(tab: Tab, block: Area): void {
  const kept = cellAt(tab, block.top, block.left);
  mapArea(tab, block, (cell) => cell && withContent(cell, undefined));
  putCell(tab, block.top, block.left, kept);
}
