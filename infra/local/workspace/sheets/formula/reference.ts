/** One reference inside a formula ('Xã A'!$A2:C): read, moved, written back. */
import { columnIndex, columnName, quoteTitle } from '../a1.ts';

export interface Corner {
  /** undefined: the whole column or row. */
  row?: number;
  column?: number;
  rowFixed: boolean;
  columnFixed: boolean;
}

export interface Reference {
  /** Title of the sheet when it is named. */
  sheet?: string;
  start: Corner;
  /** Absent for a single cell. */
  end?: Corner;
}

export function parseReference(text: string): Reference {
  const mark = text.lastIndexOf('!');
  const [first = '', second] = text.slice(mark + 1).split(':');
  const start = parseCorner(first);
  const sheet = mark < 0 ? {} : { sheet: unquote(text.slice(0, mark)) };
  return second === undefined ? { ...sheet, start } : { ...sheet, start, end: parseCorner(second) };
}

function unquote(title: string): string {
  return title.startsWith("'") ? title.slice(1, -1).replaceAll("''", "'") : title;
}

function parseCorner(text: string): Corner {
  const [, columnFixed, column, rowFixed, row] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  // In "$1" the sign before the missing column belongs to the row.
  const fixed = column === '' && columnFixed === '$';
  return {
    ...(column ? { column: columnIndex(column) } : {}),
    ...(row ? { row: Number(row) - 1 } : {}),
    columnFixed: columnFixed === '$' && !fixed,
    rowFixed: rowFixed === '$' || fixed,
  };
}

export function writeReference(reference: Reference): string {
  const sheet = reference.sheet === undefined ? '' : `${quoteTitle(reference.sheet)}!`;
  const end = reference.end ? `:${writeCorner(reference.end)}` : '';
  return sheet + writeCorner(reference.start) + end;
}

function writeCorner(corner: Corner): string {
  const column =
    corner.column === undefined ? '' : (corner.columnFixed ? '$' : '') + columnName(corner.column);
  const row = corner.row === undefined ? '' : (corner.rowFixed ? '$' : '') + (corner.row + 1);
  return column + row;
}

/** As copying does: what is not fixed moves along; undefined when it would leave the sheet. */
export function offsetReference(reference: Reference, rows: number, columns: number): Reference | undefined {
  const start = offsetCorner(reference.start, rows, columns);
  const end = reference.end && offsetCorner(reference.end, rows, columns);
  if (!start || (reference.end && !end)) return undefined;
  return { ...reference, start, ...(end ? { end } : {}) };
}

function offsetCorner(corner: Corner, rows: number, columns: number): Corner | undefined {
  const row = corner.row === undefined || corner.rowFixed ? corner.row : corner.row + rows;
  const column = corner.column === undefined || corner.columnFixed ? corner.column : corner.column + columns;
  if ((row ?? 0) < 0 || (column ?? 0) < 0) return undefined;
  return { ...corner, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
}
