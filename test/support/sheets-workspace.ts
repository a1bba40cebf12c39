/** A workspace with only the Sheets service in it: storage in memory, two people and a robot, calls without HTTP. */
import {
  ApiError,
  type ApiResponse,
  type Table,
  type WorkspaceContext,
  type WorkspaceStorage,
} from '../../infra/local/workspace/api.ts';
import { createSheetsService } from '../../infra/local/workspace/sheets/service.ts';
import { createContractChecker } from '../contract/discovery.ts';

export const robot = 'robot@guong-sang.local';
export const clerk = 'nguoi.lap@xa-a.local';
export const stranger = 'khach@noi-khac.local';

/** Keeps JSON text, so that nothing is shared with memory by accident; a failed transaction puts everything back. */
export function memoryStorage(): WorkspaceStorage & { writes(): number } {
  const tables = new Map<string, Map<string, string>>();
  let writes = 0;
  let undone = 0;
  const tableOf = (name: string) => {
    const rows = tables.get(name) ?? new Map<string, string>();
    tables.set(name, rows);
    return rows;
  };
  return {
    writes: () => writes,
    undone: () => undone,
    table<T>(name: string): Table<T> {
      return {
        get: (key) => {
          const text = tableOf(name).get(key);
          return text === undefined ? undefined : JSON.parse(text);
        },
        put: (key, value) => {
          writes += 1;
          tableOf(name).set(key, JSON.stringify(value));
        },
        delete: (key) => void tableOf(name).delete(key),
        keys: () => [...tableOf(name).keys()],
        entries: () => [...tableOf(name)].map(([key, text]) => [key, JSON.parse(text)]),
      };
    },
    transaction(work) {
      const before = new Map([...tables].map(([name, rows]) => [name, new Map(rows)]));
      try {
        return work();
      } catch (error) {
        undone += 1;
        tables.clear();
        for (const [name, rows] of before) tables.set(name, rows);
        throw error;
      }
    },
    close: () => {},
  };
}

/** Every call of every test is held against Google's description as well. */
const contract = createContractChecker();

export interface SheetsWorkspace {
  context: WorkspaceContext;
  storage: ReturnType<typeof memoryStorage>;
  changes: { fileId: string; by: string }[];
  files: { id: string; name: string; mimeType: string; owner: string }[];
  /** Answers the body; throws ApiError as the service does. */
  call<T = Answer>(method: string, path: string, options?: CallOptions): T;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of Google's shape, looked into by the tests.
export type Answer = any;

export interface CallOptions {
  body?: unknown;
  query?: Record<string, string | string[]>;
  email?: string;
}

export function sheetsWorkspace(storage = memoryStorage()): SheetsWorkspace {
  const changes: SheetsWorkspace['changes'] = [];
  const files: SheetsWorkspace['files'] = [];
  const context: WorkspaceContext = {
    storage,
    robot,
    now: () => new Date('2025-01-08T08:00:00+07:00'),
    fileChanged: (fileId, by) => void changes.push({ fileId, by }),
    createFile: (file) => void files.push(file),
    requireAccess(_fileId, email) {
      if (email === stranger) throw new ApiError(403, 'The caller does not have permission');
    },
  };
  const service = createSheetsService(context);
  const call = (method: string, path: string, { body, query = {}, email = robot }: CallOptions = {}) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query))
      for (const each of [value].flat()) search.append(name, each);
    const response: ApiResponse | undefined = service({
      method,
      path: `/v4/spreadsheets${path}`,
      query: search,
      body: body === undefined ? undefined : structuredClone(body),
      raw: new Uint8Array(),
      contentType: 'application/json',
      email,
    });
    if (!response) throw new Error(`no such path: ${method} ${path}`);
    const exchange = { method, path: `/v4/spreadsheets${path}`, query: search, email };
    const faults = contract.check({
      ...exchange,
      requestBody: body,
      status: response.status,
      responseBody: response.body,
    });
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return response.body as Answer;
  };
  return { context, storage, changes, files, call };
}

/** A spreadsheet of one tab "Xã A" (id 7) of 20 rows and 6 columns, and the calls the tests make most. */
export function oneTab(workspace = sheetsWorkspace(), grid: object = { rowCount: 20, columnCount: 6 }) {
  const { spreadsheetId: id } = workspace.call('POST', '', {
    body: {
      properties: { title: 'Sổ thử', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
      sheets: [{ properties: { sheetId: 7, title: 'Xã A', gridProperties: grid } }],
    },
  });
  return {
    ...workspace,
    id: id as string,
    write(range: string, values: unknown[][], option = 'RAW', email = robot): Answer {
      return workspace.call('PUT', `/${id}/values/${range}`, {
        body: { values },
        query: { valueInputOption: option },
        email,
      });
    },
    read(range = "'Xã A'", option = 'UNFORMATTED_VALUE', query: Record<string, string> = {}): Answer[][] {
      return (
        workspace.call('GET', `/${id}/values/${range}`, { query: { valueRenderOption: option, ...query } })
          .values ?? []
      );
    },
    batch(requests: object[], email = robot): Answer {
      return workspace.call('POST', `/${id}:batchUpdate`, { body: { requests }, email });
    },
    get(query: Record<string, string | string[]> = {}, email = robot): Answer {
      return workspace.call('GET', `/${id}`, { query, email });
    },
  };
}

/** Range of the tab "Xã A", half-open, zero-based. */
export function area(top: number, bottom: number, left: number, right: number): object {
  return {
    sheetId: 7,
    startRowIndex: top,
    endRowIndex: bottom,
    startColumnIndex: left,
    endColumnIndex: right,
  };
}

export function rows(start: number, end: number): object {
  return { sheetId: 7, dimension: 'ROWS', startIndex: start, endIndex: end };
}

/** Parts of CellData that the tests write most. */
export const text = (value: string) => ({ userEnteredValue: { stringValue: value } });
export const choice = {
  condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Cá nhân' }] },
  strict: true,
};
export const textFormat = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } };
const cellFields = 'sheets.data.rowData.values(userEnteredValue,userEnteredFormat,note,dataValidation)';

/** What the cells of a range carry, row by row. */
export function cells({ get }: ReturnType<typeof oneTab>, range: string) {
  const data = get({ ranges: range, fields: cellFields }).sheets[0].data[0];
  return (data.rowData ?? []).map((row: { values?: object[] }) => row.values ?? []);
}

export function refused(requests: object[], message: string): void {
  const { batch } = oneTab();
  let answer = 'accepted';
  try {
    batch(requests);
  } catch (error) {
    answer = (error as Error).message;
  }
  if (!answer.includes(message)) throw new Error(`expected "${message}", got "${answer}"`);
}
