/** The spreadsheet as Google answers it: properties, tabs, grid data, only as much as the mask asks for. */

import { toGridRange } from './a1.ts';
import { type CellReader, toCellData, withColorStyles } from './cell-data.ts';
import { below, type Mask, wants } from './fields.ts';
import { calculationOf } from './formula/calculate.ts';
import type {
  Area,
  CellFormat,
  DeveloperMetadata,
  DimensionProps,
  ProtectedRange,
  Row,
  Spreadsheet,
  Tab,
} from './model.ts';
import { mayEdit } from './protection.ts';

const white = { red: 1, green: 1, blue: 1 };

export const defaultFormat: CellFormat = withColorStyles({
  backgroundColor: white,
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
  },
});

/** What of a spreadsheet is asked for: tabs with the areas wanted of each, in the order of the tabs. */
export interface Selection {
  tabs: { tab: Tab; areas: Area[] }[];
  mask: Mask;
  withData: boolean;
  email: string;
}

export function toSpreadsheet(book: Spreadsheet, selection: Selection): Record<string, unknown> {
  const { mask } = selection;
  const metadata = book.metadata.filter((each) => each.location.spreadsheet);
  const answer: Record<string, unknown> = {
    spreadsheetId: book.id,
    properties: { autoRecalc: 'ON_CHANGE', defaultFormat, ...book.properties },
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
  };
  const sheets = below(mask, 'sheets');
  if (sheets)
    answer.sheets = selection.tabs.map(({ tab, areas }) =>
      toSheet(book, tab, areas, { ...selection, mask: sheets }),
    );
  if (book.namedRanges.length > 0) answer.namedRanges = book.namedRanges;
  if (metadata.length > 0) answer.developerMetadata = metadata;
  return answer;
}

export function toSheetProperties(book: Spreadsheet, tab: Tab): Record<string, unknown> {
  return {
    sheetId: tab.sheetId,
    title: tab.title,
    index: book.tabs.findIndex((each) => each.sheetId === tab.sheetId),
    sheetType: 'GRID',
    gridProperties: tab.grid,
    ...(tab.hidden ? { hidden: true } : {}),
    ...tab.looks,
  };
}

function toSheet(
  book: Spreadsheet,
  tab: Tab,
  areas: Area[],
  { mask, withData, email }: Selection,
): Record<string, unknown> {
  const metadata = book.metadata.filter(
    ({ location }) => location.locationType === 'SHEET' && location.sheetId === tab.sheetId,
  );
  const sheet: Record<string, unknown> = { properties: toSheetProperties(book, tab) };
  const data = withData ? below(mask, 'data') : undefined;
  if (data) sheet.data = areas.map((area) => toGridData(book, tab, area, data));
  if (tab.merges.length > 0) sheet.merges = tab.merges.map((merge) => toGridRange(tab, merge));
  if (tab.conditionalFormats.length > 0) sheet.conditionalFormats = tab.conditionalFormats;
  if (tab.protectedRanges.length > 0)
    sheet.protectedRanges = tab.protectedRanges.map((each) => toProtectedRange(book, each, email));
  if (tab.basicFilter) sheet.basicFilter = tab.basicFilter;
  if (metadata.length > 0) sheet.developerMetadata = metadata;
  return sheet;
}

/** Who may edit is told only to those who may. */
export function toProtectedRange(
  book: Spreadsheet,
  range: ProtectedRange,
  email: string,
): Record<string, unknown> {
  const { editors, ...rest } = range;
  const can = mayEdit(book, range, email);
  return { ...rest, ...(can && editors ? { editors } : {}), ...(can ? { requestingUserCanEdit: true } : {}) };
}

function toGridData(book: Spreadsheet, tab: Tab, area: Area, mask: Mask): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  if (area.top > 0) data.startRow = area.top;
  if (area.left > 0) data.startColumn = area.left;
  const values = below(mask, 'rowData') && below(below(mask, 'rowData') as Mask, 'values');
  if (values)
    data.rowData = toRowData(tab, area, {
      tab,
      mask: values,
      calculation: calculationOf(book),
      defaultFormat,
    });
  if (wants(mask, 'rowMetadata')) data.rowMetadata = toLines(book, tab, 'row', area.top, area.bottom);
  if (wants(mask, 'columnMetadata'))
    data.columnMetadata = toLines(book, tab, 'column', area.left, area.right);
  return data;
}

/** Trailing rows and cells that hold nothing at all are left out. */
function toRowData(tab: Tab, area: Area, reader: CellReader): object[] {
  let bottom = Math.min(area.bottom, tab.rows.length);
  while (bottom > area.top && lastCell(tab.rows[bottom - 1], area) < 0) bottom -= 1;
  return Array.from({ length: Math.max(0, bottom - area.top) }, (_, offset) => {
    const row = area.top + offset;
    const cells = tab.rows[row];
    const last = lastCell(cells, area);
    if (last < 0) return {};
    return {
      values: Array.from({ length: last - area.left + 1 }, (_each, across) =>
        toCellData(cells?.[area.left + across], row, area.left + across, reader),
      ),
    };
  });
}

function lastCell(row: Row | undefined, area: Area): number {
  if (!row) return -1;
  for (let column = Math.min(area.right, row.length) - 1; column >= area.left; column -= 1)
    if (row[column]) return column;
  return -1;
}

function toLines(book: Spreadsheet, tab: Tab, side: 'row' | 'column', start: number, end: number): object[] {
  const [props, pixelSize, type] =
    side === 'row' ? [tab.rowProps, 21, 'ROW'] : [tab.columnProps, 100, 'COLUMN'];
  const tagged = new Map<number, DeveloperMetadata[]>();
  for (const each of book.metadata) {
    const line = each.location.dimensionRange;
    if (each.location.locationType !== type || (line?.sheetId ?? 0) !== tab.sheetId) continue;
    const index = line?.startIndex ?? 0;
    tagged.set(index, [...(tagged.get(index) ?? []), each]);
  }
  return Array.from(
    { length: Math.max(0, end - start) },
    (_, offset): DimensionProps & { developerMetadata?: object[] } => {
      const metadata = tagged.get(start + offset);
      return { pixelSize, ...props[start + offset], ...(metadata ? { developerMetadata: metadata } : {}) };
    },
  );
}
