/** A1 notation: between what people write ('Xã A'!B2:C) and areas of a tab. */
import { ApiError } from '../api.ts';
import type { Area, GridRange, Spreadsheet, Tab } from './model.ts';

export interface Target {
  tab: Tab;
  range: GridRange;
  /** One cell named: values written there may spill over more cells. */
  single: boolean;
}

const cellsOnly = /^\$?([A-Za-z]{1,3})?\$?(\d+)?(?::\$?([A-Za-z]{1,3})?\$?(\d+)?)?$/;

export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export function quoteTitle(title: string): string {
  const plain = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(title) && !/^[A-Za-z]{1,3}\d+$/.test(title);
  return plain ? title : `'${title.replaceAll("'", "''")}'`;
}

export function toA1(tab: Tab, area: Area): string {
  const start = columnName(area.left) + (area.top + 1);
  const end = columnName(Math.max(area.right - 1, area.left)) + Math.max(area.bottom, area.top + 1);
  return `${quoteTitle(tab.title)}!${start === end ? start : `${start}:${end}`}`;
}

export function tabById(book: Spreadsheet, sheetId: number | undefined): Tab {
  const tab = book.tabs.find((each) => each.sheetId === (sheetId ?? 0));
  if (!tab) throw new ApiError(400, `No grid with id: ${sheetId ?? 0}`);
  return tab;
}

export function tabByTitle(book: Spreadsheet, title: string): Tab | undefined {
  const exact = book.tabs.find((tab) => tab.title === title);
  return exact ?? book.tabs.find((tab) => tab.title.toLowerCase() === title.toLowerCase());
}

/** The part of an A1 reference after the sheet; undefined when it is none. */
export function parseCells(text: string): { range: GridRange; single: boolean } | undefined {
  const match = cellsOnly.exec(text);
  if (!match || text === '' || text.endsWith(':')) return undefined;
  const [, leftName, topText, rightName, bottomText] = match;
  const single = !text.includes(':');
  if (single && !(leftName && topText)) return undefined;
  if (topText === '0' || bottomText === '0') return undefined;
  const columns = ordered(
    leftName && columnIndex(leftName),
    (single ? leftName : rightName) && columnIndex((single ? leftName : rightName) as string),
  );
  const rows = ordered(
    topText && Number(topText) - 1,
    (single ? topText : bottomText) && Number(single ? topText : bottomText) - 1,
  );
  if (!columns || !rows) return undefined;
  return { range: { ...toRange('Row', rows), ...toRange('Column', columns) } as GridRange, single };
}

type Bound = number | '' | undefined;

/** Both ends, smaller first; an end that is missing stays open, and "A2:5" (no column at the end) is refused. */
function ordered(first: Bound, last: Bound): [number | undefined, number | undefined] | undefined {
  const from = first === '' ? undefined : first;
  const to = last === '' ? undefined : last;
  if (from !== undefined && to !== undefined) return [Math.min(from, to), Math.max(from, to)];
  return from === undefined && to !== undefined ? [0, to] : [from, to];
}

function toRange(
  side: 'Row' | 'Column',
  [from, to]: [number | undefined, number | undefined],
): Record<string, number> {
  return {
    ...(from === undefined ? {} : { [`start${side}Index`]: from }),
    ...(to === undefined ? {} : { [`end${side}Index`]: to + 1 }),
  };
}

/** Sheet and range of a text such as "'Xã A'!B2:C", "B2", a tab's title or a named range. */
export function parseRange(book: Spreadsheet, text: string): Target {
  const mark = text.lastIndexOf('!');
  if (mark >= 0) {
    const tab = tabByTitle(book, unquote(text.slice(0, mark)));
    const cells = parseCells(text.slice(mark + 1));
    if (tab && cells) return { tab, ...cells };
    throw new ApiError(400, `Unable to parse range: ${text}`);
  }
  const cells = parseCells(text);
  const first = book.tabs[0];
  if (cells && first) return { tab: first, ...cells };
  const named = book.namedRanges.find((each) => each.name === text);
  if (named) return { tab: tabById(book, named.range.sheetId), range: named.range, single: false };
  const tab = tabByTitle(book, unquote(text));
  if (tab) return { tab, range: {}, single: false };
  throw new ApiError(400, `Unable to parse range: ${text}`);
}

function unquote(title: string): string {
  return title.startsWith("'") && title.endsWith("'") && title.length > 1
    ? title.slice(1, -1).replaceAll("''", "'")
    : title;
}

/** Fills in open ends; nothing is checked. */
export function toArea(tab: Tab, range: GridRange): Area {
  return {
    top: range.startRowIndex ?? 0,
    bottom: range.endRowIndex ?? tab.grid.rowCount,
    left: range.startColumnIndex ?? 0,
    right: range.endColumnIndex ?? tab.grid.columnCount,
  };
}

export function isInGrid(tab: Tab, area: Area): boolean {
  return area.bottom <= tab.grid.rowCount && area.right <= tab.grid.columnCount;
}

export function exceedsGrid(tab: Tab, area: Area): ApiError {
  const { rowCount, columnCount } = tab.grid;
  return new ApiError(
    400,
    `Range (${toA1(tab, area)}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`,
  );
}

export function toGridRange(tab: Tab, area: Area): Required<GridRange> {
  return {
    sheetId: tab.sheetId,
    startRowIndex: area.top,
    endRowIndex: area.bottom,
    startColumnIndex: area.left,
    endColumnIndex: area.right,
  };
}

export function intersect(a: Area, b: Area): Area | undefined {
  const both = {
    top: Math.max(a.top, b.top),
    bottom: Math.min(a.bottom, b.bottom),
    left: Math.max(a.left, b.left),
    right: Math.min(a.right, b.right),
  };
  return both.top < both.bottom && both.left < both.right ? both : undefined;
}
