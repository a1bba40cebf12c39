/** A new spreadsheet from what spreadsheets.create is given. */

import type { CellData } from './cell-data.ts';
import { type Actor, addTab, openDraft } from './draft.ts';
import {
  type BookProperties,
  createTab,
  type DimensionProps,
  type GridRange,
  type NamedRange,
  type Spreadsheet,
} from './model.ts';
import { applyRequests, type BatchRequest } from './requests/index.ts';
import { checkBookProperties, newTab, type SheetProperties } from './requests/sheets.ts';

interface GivenSheet {
  properties?: SheetProperties;
  data?: {
    startRow?: number;
    startColumn?: number;
    rowData?: { values?: CellData[] }[];
    rowMetadata?: DimensionProps[];
    columnMetadata?: DimensionProps[];
  }[];
  merges?: GridRange[];
  conditionalFormats?: { ranges: GridRange[] }[];
  protectedRanges?: { range?: GridRange; unprotectedRanges?: GridRange[] }[];
  developerMetadata?: { location?: object }[];
  basicFilter?: { range?: GridRange };
}

export interface GivenSpreadsheet {
  properties?: Partial<BookProperties>;
  sheets?: GivenSheet[];
  namedRanges?: NamedRange[];
  developerMetadata?: object[];
}

/** Google's own defaults: US English and no local time, so that who forgets to choose notices. */
const defaults: BookProperties = { title: 'Untitled spreadsheet', locale: 'en_US', timeZone: 'Etc/GMT' };

export function createSpreadsheet(id: string, given: GivenSpreadsheet, actor: Actor): Spreadsheet {
  const properties: BookProperties = { ...defaults, ...given.properties };
  checkBookProperties(properties);
  const draft = openDraft(
    { id, owner: actor.email, properties, tabs: [], metadata: [], namedRanges: [] },
    actor,
  );
  const sheets = given.sheets ?? [];
  for (const sheet of sheets) addTab(draft, newTab(draft, sheet.properties ?? {}), draft.book.tabs.length);
  if (sheets.length === 0) addTab(draft, createTab(0, 'Sheet1'), 0);
  const requests = [
    ...sheets.flatMap((sheet, index) => sheetRequests(sheet, draft.book.tabs[index]?.sheetId ?? 0)),
    ...(given.namedRanges ?? []).map((namedRange): BatchRequest => ({ addNamedRange: { namedRange } })),
    ...(given.developerMetadata ?? []).map(
      (each): BatchRequest => ({
        createDeveloperMetadata: { developerMetadata: { ...each, location: { spreadsheet: true } } },
      }),
    ),
  ];
  if (requests.length > 0) applyRequests(draft, requests);
  return draft.book;
}

function sheetRequests(sheet: GivenSheet, sheetId: number): BatchRequest[] {
  const home = (range: GridRange | undefined) => ({ ...range, sheetId });
  return [
    ...(sheet.data ?? []).flatMap((data) => dataRequests(data, sheetId)),
    ...(sheet.merges ?? []).map((range) => ({ mergeCells: { range: home(range), mergeType: 'MERGE_ALL' } })),
    ...(sheet.conditionalFormats ?? []).map((rule, index) => ({
      addConditionalFormatRule: { index, rule: { ...rule, ranges: rule.ranges.map(home) } },
    })),
    ...(sheet.developerMetadata ?? []).map((each) => ({
      createDeveloperMetadata: { developerMetadata: { location: { sheetId }, ...each } },
    })),
    ...(sheet.basicFilter
      ? [{ setBasicFilter: { filter: { ...sheet.basicFilter, range: home(sheet.basicFilter.range) } } }]
      : []),
    ...(sheet.protectedRanges ?? []).map((each) => ({
      addProtectedRange: { protectedRange: { ...each, range: home(each.range) } },
    })),
  ];
}

function dataRequests(data: NonNullable<GivenSheet['data']>[number], sheetId: number): BatchRequest[] {
  const { startRow = 0, startColumn = 0, rowData = [] } = data;
  const lines = (dimension: string, start: number, list: DimensionProps[] = []): BatchRequest[] =>
    list.map((properties, index) => ({
      updateDimensionProperties: {
        range: { sheetId, dimension, startIndex: start + index, endIndex: start + index + 1 },
        properties,
        fields: 'pixelSize,hiddenByUser',
      },
    }));
  const cells = {
    start: { sheetId, rowIndex: startRow, columnIndex: startColumn },
    rows: rowData,
    fields: '*',
  };
  return [
    ...(rowData.length > 0 ? [{ updateCells: cells }] : []),
    ...lines('ROWS', startRow, data.rowMetadata),
    ...lines('COLUMNS', startColumn, data.columnMetadata),
  ];
}
