/** The Sheets port over Google's API: one call to read a workbook, one to write the machine's own tabs. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellValue } from '../domain/row.ts';
import type { MachineWrite, Sheets, TabStructure, TabValues } from '../ports.ts';
import { ServiceFailure } from './failures.ts';
import type { Call, Limited } from './retry.ts';
import { type GridSize, parseGridSize, toA1, toMachineRequests } from './sheet-builder.ts';

type Client = sheets_v4.Sheets;
type Answer = sheets_v4.Schema$BatchGetValuesByDataFilterResponse;

const read = (method: string): Call => ({ service: 'sheets', method, kind: 'read', ambiguous: 'repeat' });

/** Merges and hidden rows, no cells. With a mask, includeGridData is ignored and rowMetadata comes without values. */
const structureFields =
  'sheets(properties(sheetId,title,hidden),merges,data(startRow,rowMetadata(hiddenByUser,hiddenByFilter)))';
const sizeFields = 'sheets(properties(sheetId,gridProperties(rowCount,columnCount)))';

const isCell = (value: unknown): value is CellValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const toValues = (rows: readonly (readonly unknown[])[]): CellValue[][] =>
  rows.map((row) => row.map((value) => (isCell(value) ? value : '')));

interface Found {
  values: CellValue[][];
  size: GridSize | undefined;
}

/** Answers are matched by their filter, never by order or title. Google leaves a zero sheetId out. */
function toFound(answer: Answer): Map<number, Found> {
  const found = new Map<number, Found>();
  for (const { valueRange, dataFilters } of answer.valueRanges ?? []) {
    for (const filter of dataFilters ?? []) {
      if (!filter.gridRange) continue;
      const values = toValues(valueRange?.values ?? []);
      found.set(filter.gridRange.sheetId ?? 0, { values, size: parseGridSize(valueRange?.range) });
    }
  }
  return found;
}

function toStructure(sheet: sheets_v4.Schema$Sheet): TabStructure {
  const hiddenRows = (sheet.data ?? []).flatMap(({ startRow, rowMetadata }) =>
    (rowMetadata ?? []).flatMap((row, index) =>
      row.hiddenByUser || row.hiddenByFilter ? [(startRow ?? 0) + index + 1] : [],
    ),
  );
  return {
    sheetId: sheet.properties?.sheetId ?? 0,
    title: sheet.properties?.title ?? '',
    hidden: sheet.properties?.hidden === true,
    merges: (sheet.merges ?? []).map(toA1),
    hiddenRows,
  };
}

const isRefusal = (error: unknown): error is ServiceFailure =>
  error instanceof ServiceFailure && error.status === 400;

export function createSheets(client: Client, limited: Limited): Sheets {
  /** Sizes of tabs as last seen, so that a write that needs room asks for it in the same call. */
  const sizes = new Map<string, Map<number, GridSize>>();
  const maxRemembered = 500;

  const remember = (spreadsheetId: string, known: Iterable<[number, GridSize]>): Map<number, GridSize> => {
    if (sizes.size >= maxRemembered && !sizes.has(spreadsheetId)) sizes.clear();
    const all = new Map([...(sizes.get(spreadsheetId) ?? []), ...known]);
    sizes.set(spreadsheetId, all);
    return all;
  };

  const readValues = async (spreadsheetId: string, sheetIds: readonly number[]): Promise<TabValues[]> => {
    if (sheetIds.length === 0) return [];
    const call = read('values.batchGetByDataFilter');
    const answer = await limited(call, () =>
      client.spreadsheets.values.batchGetByDataFilter({
        spreadsheetId,
        requestBody: {
          dataFilters: sheetIds.map((sheetId) => ({ gridRange: { sheetId } })),
          majorDimension: 'ROWS',
          valueRenderOption: 'FORMULA',
          dateTimeRenderOption: 'SERIAL_NUMBER',
        },
      }),
    );
    const found = toFound(answer);
    // A tab that the answer forgot must not look like a tab that somebody emptied.
    if (!sheetIds.every((sheetId) => found.has(sheetId))) {
      throw new ServiceFailure({ ...call, fate: 'unknown', code: 'incomplete answer' });
    }
    const known = [...found].flatMap(([id, { size }]): [number, GridSize][] => (size ? [[id, size]] : []));
    remember(spreadsheetId, known);
    return sheetIds.map((sheetId) => ({ sheetId, values: found.get(sheetId)!.values }));
  };

  const readStructure = async (spreadsheetId: string): Promise<TabStructure[]> => {
    const answer = await limited(read('spreadsheets.get'), () =>
      client.spreadsheets.get({ spreadsheetId, fields: structureFields }),
    );
    return (answer.sheets ?? []).map(toStructure);
  };

  const readSizes = async (spreadsheetId: string): Promise<Map<number, GridSize>> => {
    const answer = await limited(read('spreadsheets.get'), () =>
      client.spreadsheets.get({ spreadsheetId, fields: sizeFields }),
    );
    const known = (answer.sheets ?? []).map(({ properties }): [number, GridSize] => [
      properties?.sheetId ?? 0,
      {
        rows: properties?.gridProperties?.rowCount ?? 0,
        columns: properties?.gridProperties?.columnCount ?? 0,
      },
    ]);
    return remember(spreadsheetId, known);
  };

  const batchUpdate = (spreadsheetId: string, requests: sheets_v4.Schema$Request[]): Promise<unknown> =>
    limited({ service: 'sheets', method: 'batchUpdate', kind: 'write', ambiguous: 'reread' }, () =>
      client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests }, fields: 'spreadsheetId' }),
    );

  return {
    async readTabs(spreadsheetId, sheetIds) {
      const wanted = [...new Set(sheetIds)];
      try {
        return await readValues(spreadsheetId, wanted);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // One tab that is gone makes Google refuse the whole call.
        const present = new Set((await readStructure(spreadsheetId)).map((tab) => tab.sheetId));
        const left = wanted.filter((sheetId) => present.has(sheetId));
        if (left.length === wanted.length) throw error;
        return readValues(spreadsheetId, left);
      }
    },

    readStructure,

    async writeMachine(spreadsheetId, write: MachineWrite) {
      const requests = toMachineRequests(write, sizes.get(spreadsheetId) ?? new Map());
      if (requests.length === 0) return;
      try {
        await batchUpdate(spreadsheetId, requests);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // Refused means nothing was written: a tab smaller than remembered, perhaps. Look, and ask for room once.
        const again = toMachineRequests(write, await readSizes(spreadsheetId));
        if (JSON.stringify(again) === JSON.stringify(requests)) throw error;
        await batchUpdate(spreadsheetId, again);
      } finally {
        // Sizes have changed, or are in doubt; the next read tells them.
        sizes.delete(spreadsheetId);
      }
    },
  };
}
