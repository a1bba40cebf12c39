/** Values put into cells the two ways Google knows: RAW as they are, USER_ENTERED as if a person typed them. */
import { cellAt, isCovered, putCell, withContent } from './cells.ts';
import { nowSerial, toParts } from './dates.ts';
import type { Draft } from './draft.ts';
import { parseEntry } from './entry.ts';
import type { Scalar, Tab } from './model.ts';

export function putRaw(tab: Tab, row: number, column: number, value: Scalar): void {
  if (isCovered(tab, row, column)) return;
  putCell(tab, row, column, withContent(cellAt(tab, row, column), { value }));
}

export function putTyped(draft: Draft, tab: Tab, row: number, column: number, typed: Scalar): void {
  if (isCovered(tab, row, column)) return;
  const cell = cellAt(tab, row, column);
  const { locale, timeZone } = draft.book.properties;
  const year = () => toParts(nowSerial(draft.actor.now, timeZone)).year;
  const { content, format } = parseEntry(typed, { locale, year, format: cell?.format?.numberFormat });
  const typedCell = withContent(cell, content);
  putCell(
    tab,
    row,
    column,
    format ? { ...typedCell, format: { ...typedCell.format, numberFormat: format } } : typedCell,
  );
}
