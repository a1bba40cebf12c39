/** What changed in a tab between two looks: cells to draw anew, notes, or a shape that asks for drawing the whole. Pure. */
import type { GridCell, GridTab } from '../../workspace/sheets/grid-view.ts';

export interface TabDifference {
  /** Lines, widths, drop-downs, what is closed: everything but cells. */
  isReshaped: boolean;
  /** As they are now; a cell that shows nothing any more has text '' and style -1. */
  cells: GridCell[];
  notes: { row: number; column: number; note: string }[];
}

const key = ([row, column]: GridCell): string => `${row} ${column}`;

const look = (tab: GridTab, [, , text, style]: GridCell): string =>
  `${text}\n${JSON.stringify(tab.styles[style] ?? {})}`;

export function difference(before: GridTab, after: GridTab): TabDifference {
  const old = new Map(before.cells.map((cell) => [key(cell), cell]));
  const found: TabDifference = { isReshaped: shape(before) !== shape(after), cells: [], notes: [] };
  for (const cell of after.cells) {
    const was = old.get(key(cell));
    old.delete(key(cell));
    const [row, column, , , note] = cell;
    if (!was || look(before, was) !== look(after, cell)) found.cells.push(cell);
    if ((was?.[4] ?? '') !== note) found.notes.push({ row, column, note });
  }
  for (const [row, column, , , note] of old.values()) {
    found.cells.push([row, column, '', -1, '']);
    if (note !== '') found.notes.push({ row, column, note: '' });
  }
  return found;
}

const shape = ({ cells: _cells, styles: _styles, ...rest }: GridTab): string => JSON.stringify(rest);
