/** A workbook as the workspace tells it, turned into what Univer draws. Pure. */
import type { ICellData, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import type { GridBook, GridCell, GridStyle, GridTab } from '../../workspace/sheets/grid-view.ts';

export const bookId = 'book';

/** Univer's ids are texts. */
export const tabId = (sheetId: number): string => String(sheetId);

/** As typed: Univer would else make a date of "15/01" before the sheet, whose rules count, has seen it. */
const asText = { pattern: '@' };
const wrapping = { overflow: 1, clip: 2, wrap: 3 } as const;
const vertical = { top: 1, middle: 2, bottom: 3 } as const;
const right = 3;
const stringCell = 1;

/** Behind cells that this person may not change. */
const closedColour = '#f1f3f4';

export function toStyle(style: GridStyle | undefined, isClosed: boolean): IStyleData {
  const background = style?.background ?? (isClosed ? closedColour : undefined);
  return {
    n: asText,
    ff: 'Arial',
    fs: style?.size ?? usualSize,
    tb: wrapping[style?.wrap ?? 'overflow'],
    vt: vertical[style?.vertical ?? 'bottom'],
    ...(style?.bold ? { bl: 1 } : {}),
    ...(style?.right ? { ht: right } : {}),
    ...(style?.colour ? { cl: { rgb: style.colour } } : {}),
    ...(background ? { bg: { rgb: background } } : {}),
  };
}

/** A tab that is closed as a whole says so at its name; grey is for parts. */
export function isWhollyClosed({ closed, rowCount, columnCount }: GridTab): boolean {
  return closed.some(
    ({ top, left, bottom, right: end }) =>
      top === 0 && left === 0 && bottom >= rowCount && end >= columnCount,
  );
}

export function isClosed({ closed }: Pick<GridTab, 'closed'>, row: number, column: number): boolean {
  return closed.some(
    ({ top, bottom, left, right: end }) => row >= top && row < bottom && column >= left && column < end,
  );
}

export function toCell(tab: GridTab, [row, column, text, style]: GridCell): ICellData {
  const isGrey = !isWhollyClosed(tab) && isClosed(tab, row, column);
  return { ...(text === '' ? {} : { v: text, t: stringCell }), s: toStyle(tab.styles[style], isGrey) };
}

function toCellData(tab: GridTab): IWorksheetData['cellData'] {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const put = (row: number, column: number, cell: ICellData): void => {
    cellData[row] ??= {};
    cellData[row][column] = cell;
  };
  if (!isWhollyClosed(tab))
    for (const { top, bottom, left, right: end } of tab.closed)
      for (let row = top; row < bottom; row += 1)
        for (let column = left; column < end; column += 1) put(row, column, { s: toStyle(undefined, true) });
  for (const cell of tab.cells) put(cell[0], cell[1], toCell(tab, cell));
  return cellData;
}

const usualWidth = 100;
const usualHeight = 24;
const usualSize = 10;

export function toSheetData(tab: GridTab, takenNames: ReadonlySet<string>, measure: Measure): IWorksheetData {
  const name = isWhollyClosed(tab) ? `${tab.title} (chỉ xem)` : tab.title;
  const hiddenColumns = new Set(tab.hiddenColumns);
  return {
    id: tabId(tab.sheetId),
    name: takenNames.has(name) ? `${name} ` : name,
    tabColor: '',
    hidden: tab.hidden ? 1 : 0,
    rowCount: tab.rowCount,
    columnCount: tab.columnCount,
    defaultColumnWidth: usualWidth,
    defaultRowHeight: usualHeight,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    freeze: {
      xSplit: tab.frozenColumns,
      ySplit: tab.frozenRows,
      startRow: tab.frozenRows === 0 ? -1 : tab.frozenRows,
      startColumn: tab.frozenColumns === 0 ? -1 : tab.frozenColumns,
    },
    mergeData: tab.merges.map(toRange),
    cellData: toCellData(tab),
    rowData: toRowData(tab, heightsFor(tab, tab.cells, measure)),
    columnData: Object.fromEntries(
      Array.from({ length: tab.columnCount }, (_, column) => [
        column,
        { w: tab.widths[column] ?? usualWidth, ...(hiddenColumns.has(column) ? { hd: 1 } : {}) },
      ]),
    ),
    defaultStyle: { n: asText, ff: 'Arial', fs: 10, tb: wrapping.overflow, vt: vertical.top },
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    showGridlines: 1,
    rightToLeft: 0,
  } as IWorksheetData;
}

/** As high as their text, unless somebody gave them a height. */
function toRowData(
  { heights, hiddenRows }: GridTab,
  fitted: ReadonlyMap<number, number>,
): IWorksheetData['rowData'] {
  const rows: Record<number, { h?: number; ia?: 0; hd?: 1 }> = {};
  for (const [row, height] of heights.entries()) if (height) rows[row] = { h: height, ia: 0 };
  for (const [row, height] of fitted) rows[row] = { h: height, ia: 0 };
  for (const row of hiddenRows) rows[row] = { ...rows[row], hd: 1 };
  return rows;
}

/** Width of a text in pixels; `size` in points. */
export type Measure = (text: string, size: number, isBold: boolean) => number;

const pixelsOfPoint = 4 / 3;

/** Heights of rows to which nobody gave one, so that the wrapped text of these cells is seen whole. */
export function heightsFor(
  { heights, styles, widths }: GridTab,
  cells: readonly GridCell[],
  measure: Measure,
): Map<number, number> {
  const found = new Map<number, number>();
  for (const [row, column, text, index] of cells) {
    const style = styles[index];
    if (heights[row] || text === '' || !style) continue;
    const size = style.size ?? usualSize;
    // Words do not fill their lines to the end.
    const room = ((widths[column] ?? usualWidth) - 6) * 0.95;
    const linesOf = (line: string): number =>
      style.wrap === 'wrap' ? Math.max(1, Math.ceil(measure(line, size, style.bold === true) / room)) : 1;
    const lines = text.split('\n').reduce((sum, line) => sum + linesOf(line), 0);
    const height = Math.ceil(lines * size * pixelsOfPoint * 1.2) + 6;
    if (height > Math.max(usualHeight, found.get(row) ?? 0)) found.set(row, height);
  }
  return found;
}

/** Univer counts the last line in. */
export const toRange = ({ top, bottom, left, right: end }: GridTab['merges'][number]) => ({
  startRow: top,
  endRow: bottom - 1,
  startColumn: left,
  endColumn: end - 1,
});

export const toNote = (note: string) => ({
  note,
  width: 300,
  height: Math.min(220, 40 + 20 * (Math.ceil(note.length / 38) + note.split('\n').length)),
  show: false,
});

function toNotes({ tabs }: GridBook): object {
  return Object.fromEntries(
    tabs.map(({ sheetId, cells }) => {
      const rows: Record<number, Record<number, object>> = {};
      for (const [row, column, , , note] of cells)
        if (note !== '') {
          rows[row] ??= {};
          rows[row][column] = { ...toNote(note), id: `${sheetId}-${row}-${column}`, row, col: column };
        }
      return [tabId(sheetId), rows];
    }),
  );
}

const toValidations = ({ tabs }: GridBook): object =>
  Object.fromEntries(
    tabs.map(({ sheetId, lists }) => [
      tabId(sheetId),
      lists.map(({ area, words }, index) => ({
        uid: `list-${sheetId}-${index}`,
        type: 'list',
        ranges: [toRange(area)],
        // A list in Univer's terms; no word of ours has a comma in it that is not escaped here.
        formula1: JSON.stringify(words),
        // Only the arrow at the right: colours are the add-on's to paint.
        renderMode: 1,
        allowBlank: true,
        showErrorMessage: false,
        showInputMessage: false,
        errorStyle: 0,
      })),
    ]),
  );

export function toWorkbookData(book: GridBook, measure: Measure): Partial<IWorkbookData> {
  const names = new Set<string>();
  const sheets = book.tabs.map((tab) => {
    const sheet = toSheetData(tab, names, measure);
    names.add(sheet.name);
    return sheet;
  });
  return {
    id: bookId,
    name: book.title,
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
    resources: [
      { name: 'SHEET_NOTE_PLUGIN', data: JSON.stringify(toNotes(book)) },
      { name: 'SHEET_DATA_VALIDATION_PLUGIN', data: JSON.stringify(toValidations(book)) },
    ],
  };
}
