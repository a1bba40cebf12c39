/** The open spreadsheet over the workspace's REST, in the name of the person: the only place that knows Google's bodies. */
import type { Area, Session } from './model.ts';
import type { SyncHttp } from './sync-http.ts';

export interface Grid {
  sheetId: number;
  title: string;
  rows: number;
  columns: number;
  merges: Area[];
  tags: { key: string; value: string }[];
}

export interface CellData {
  userEnteredValue?: { formulaValue?: string };
  effectiveValue?: { numberValue?: number; stringValue?: string; boolValue?: boolean; errorValue?: object };
  formattedValue?: string;
  effectiveFormat?: { numberFormat?: { type?: string } };
  userEnteredFormat?: { backgroundColor?: Colour };
  note?: string;
}

export interface Colour {
  red?: number;
  green?: number;
  blue?: number;
}

export interface Properties {
  title: string;
  locale: string;
  timeZone: string;
}

export interface Book {
  properties(): Properties;
  grids(): Grid[];
  grid(sheetId: number): Grid;
  /** Forgets what was read: somebody else may have changed the shape. */
  refresh(): void;
  /** Cells of the area; rows and cells that hold nothing are absent. */
  readCells(area: Area, parts: string): (CellData | undefined)[][];
  /** Rows and columns up to the last one with content. */
  extent(sheetId: number): { rows: number; columns: number };
  /** Rows, from 1, that are hidden by a person or by a filter. */
  hiddenRows(sheetId: number): { byUser: ReadonlySet<number>; byFilter: ReadonlySet<number> };
  writeCells(area: Area, rows: readonly (readonly object[])[], fields: string): void;
  /** As typed by a person. */
  enter(area: Area, values: readonly (readonly unknown[])[]): void;
}

interface GivenSheet {
  properties: {
    sheetId?: number;
    title: string;
    gridProperties: { rowCount: number; columnCount: number };
  };
  merges?: GivenRange[];
  developerMetadata?: { metadataKey: string; metadataValue?: string }[];
}

interface GivenRange {
  startRowIndex?: number;
  endRowIndex?: number;
  startColumnIndex?: number;
  endColumnIndex?: number;
}

const shape =
  'properties(title,locale,timeZone),sheets(properties(sheetId,title,gridProperties),merges,developerMetadata)';

export const toGridRange = ({ sheetId, row, column, rows, columns }: Area) => ({
  sheetId,
  startRowIndex: row - 1,
  endRowIndex: row - 1 + rows,
  startColumnIndex: column - 1,
  endColumnIndex: column - 1 + columns,
});

const toGrid = ({ properties, merges = [], developerMetadata = [] }: GivenSheet): Grid => {
  const sheetId = properties.sheetId ?? 0;
  return {
    sheetId,
    title: properties.title,
    rows: properties.gridProperties.rowCount,
    columns: properties.gridProperties.columnCount,
    merges: merges.map(
      ({ startRowIndex = 0, endRowIndex = 0, startColumnIndex = 0, endColumnIndex = 0 }): Area => ({
        sheetId,
        row: startRowIndex + 1,
        column: startColumnIndex + 1,
        rows: endRowIndex - startRowIndex,
        columns: endColumnIndex - startColumnIndex,
      }),
    ),
    tags: developerMetadata.map(({ metadataKey, metadataValue = '' }) => ({
      key: metadataKey,
      value: metadataValue,
    })),
  };
};

export function openBook(http: SyncHttp, root: string, session: Session): Book {
  const url = `${root}/v4/spreadsheets/${session.spreadsheetId}`;
  const ask = <T>(method: string, path: string, body?: object): T => {
    const answer = http.call({
      url: url + path,
      method,
      headers: { authorization: `Bearer ${session.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const parsed = JSON.parse(answer.text) as T & { error?: { message?: string } };
    if (answer.status !== 200) throw new Error(parsed.error?.message ?? `status ${answer.status}`);
    return parsed;
  };
  let known: { properties: Properties; grids: Grid[] } | undefined;
  const look = () => {
    if (known) return known;
    const { properties, sheets } = ask<{ properties: Properties; sheets: GivenSheet[] }>(
      'GET',
      `?fields=${encodeURIComponent(shape)}`,
    );
    known = { properties, grids: sheets.map(toGrid) };
    return known;
  };
  return {
    properties: () => look().properties,
    grids: () => look().grids,
    grid(sheetId) {
      const grid = look().grids.find((one) => one.sheetId === sheetId);
      if (!grid) throw new Error(`Sheet ${sheetId} not found`);
      return grid;
    },
    refresh() {
      known = undefined;
    },
    readCells(area, parts) {
      const fields = `sheets(data(rowData(values(${parts}))))`;
      const { sheets } = ask<{ sheets?: { data?: { rowData?: { values?: CellData[] }[] }[] }[] }>(
        'POST',
        `:getByDataFilter?fields=${encodeURIComponent(fields)}`,
        { dataFilters: [{ gridRange: toGridRange(area) }], includeGridData: true },
      );
      const rows = sheets?.[0]?.data?.[0]?.rowData ?? [];
      return Array.from({ length: area.rows }, (_, down) =>
        Array.from({ length: area.columns }, (_cell, across) => rows[down]?.values?.[across]),
      );
    },
    hiddenRows(sheetId) {
      const fields = 'sheets(data(rowMetadata(hiddenByUser,hiddenByFilter)))';
      const { sheets } = ask<{
        sheets?: { data?: { rowMetadata?: { hiddenByUser?: boolean; hiddenByFilter?: boolean }[] }[] }[];
      }>('POST', `:getByDataFilter?fields=${encodeURIComponent(fields)}`, {
        dataFilters: [{ gridRange: { sheetId } }],
        includeGridData: true,
      });
      const rows = sheets?.[0]?.data?.[0]?.rowMetadata ?? [];
      const those = (part: 'hiddenByUser' | 'hiddenByFilter'): ReadonlySet<number> =>
        new Set(rows.flatMap((row, index) => (row?.[part] ? [index + 1] : [])));
      return { byUser: those('hiddenByUser'), byFilter: those('hiddenByFilter') };
    },
    extent(sheetId) {
      const answer = ask<{ valueRanges?: { valueRange: { values?: unknown[][] } }[] }>(
        'POST',
        '/values:batchGetByDataFilter',
        { dataFilters: [{ gridRange: { sheetId } }], valueRenderOption: 'FORMULA' },
      );
      const values = answer.valueRanges?.[0]?.valueRange.values ?? [];
      return { rows: values.length, columns: Math.max(0, ...values.map((row) => row.length)) };
    },
    writeCells(area, rows, fields) {
      const range = toGridRange(area);
      const updateCells = { range, rows: rows.map((values) => ({ values })), fields };
      ask('POST', ':batchUpdate', { requests: [{ updateCells }] });
    },
    enter(area, values) {
      ask('POST', '/values:batchUpdateByDataFilter', {
        valueInputOption: 'USER_ENTERED',
        data: [{ dataFilter: { gridRange: toGridRange(area) }, majorDimension: 'ROWS', values }],
      });
    },
  };
}
