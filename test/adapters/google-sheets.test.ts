/** One call reads a workbook, one call writes it; a tab that is gone or too small costs more calls, never data. */
import { afterEach, expect, test } from 'vitest';
import { createSheets } from '../../functions/adapters/google-sheets.ts';
import {
  type Answer,
  type FakeGoogle,
  failureOf,
  refusal,
  type Seen,
  startFakeGoogle,
  testLimited,
} from './fake-google.ts';

let google: FakeGoogle;
afterEach(() => google.close());

async function start(answer: (request: Seen, index: number) => Answer) {
  google = await startFakeGoogle(answer);
  return createSheets(google.clients.sheets, testLimited().limited);
}

const valueRange = (sheetId: number, values: unknown[][] | undefined, range = "'T'!A1:Z1000") => ({
  valueRange: { range, majorDimension: 'ROWS', ...(values ? { values } : {}) },
  // Google leaves a zero out.
  dataFilters: [{ gridRange: sheetId === 0 ? {} : { sheetId } }],
});
const calls = () => google.seen.map(({ method, path }) => `${method} ${path}`);

test('reads all tabs in one call, formulas as text and dates as serial numbers', async () => {
  const sheets = await start(() => ({ body: { valueRanges: [valueRange(5, []), valueRange(0, [])] } }));
  await sheets.readTabs('book', [0, 5, 5]);
  expect(google.seen).toHaveLength(1);
  expect(google.seen[0]).toMatchObject({
    method: 'POST',
    path: '/v4/spreadsheets/book/values:batchGetByDataFilter',
    body: {
      dataFilters: [{ gridRange: { sheetId: 0 } }, { gridRange: { sheetId: 5 } }],
      majorDimension: 'ROWS',
      valueRenderOption: 'FORMULA',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    },
  });
});

test('matches answers by their filter, not by their order', async () => {
  const sheets = await start(() => ({
    body: {
      valueRanges: [
        valueRange(5, [['năm', 5, true]]),
        valueRange(0, [['không', null]]),
        valueRange(8, undefined),
      ],
    },
  }));
  expect(await sheets.readTabs('book', [0, 8, 5])).toEqual([
    { sheetId: 0, values: [['không', '']] },
    { sheetId: 8, values: [] },
    { sheetId: 5, values: [['năm', 5, true]] },
  ]);
});

test('reads nothing when nothing is asked', async () => {
  const sheets = await start(() => ({}));
  expect(await sheets.readTabs('book', [])).toEqual([]);
  expect(google.seen).toEqual([]);
});

test('an answer without one of the tabs is a failure, not an empty tab', async () => {
  const sheets = await start(() => ({ body: { valueRanges: [valueRange(1, [['x']])] } }));
  expect(await failureOf(sheets.readTabs('book', [1, 2]))).toMatchObject({ name: 'ServiceFailure' });
});

test('a tab that is gone is left out: one look at the structure, then the rest', async () => {
  const sheets = await start((request) => {
    if (request.method === 'GET')
      return { body: { sheets: [{ properties: { sheetId: 1, title: 'Phường A' } }] } };
    const gone = request.body.dataFilters.length > 1;
    return gone ? refusal(400, 'No grid with id: 2') : { body: { valueRanges: [valueRange(1, [['x']])] } };
  });
  expect(await sheets.readTabs('book', [1, 2])).toEqual([{ sheetId: 1, values: [['x']] }]);
  expect(google.seen.map((request) => request.method)).toEqual(['POST', 'GET', 'POST']);
});

test('when every tab is gone nothing more is read', async () => {
  const sheets = await start((request) =>
    request.method === 'GET' ? { body: {} } : refusal(400, 'No grid with id: 2'),
  );
  expect(await sheets.readTabs('book', [2])).toEqual([]);
  expect(google.seen).toHaveLength(2);
});

test('a refusal with all tabs in place is told as it is', async () => {
  const sheets = await start((request) =>
    request.method === 'GET'
      ? { body: { sheets: [{ properties: { sheetId: 2 } }] } }
      : refusal(400, 'Bad request'),
  );
  expect(await failureOf(sheets.readTabs('book', [2]))).toMatchObject({ status: 400 });
});

test('a workbook that is gone or closed to the robot is told at once', async () => {
  const sheets = await start(() => refusal(403, 'The caller does not have permission', 'forbidden'));
  expect(await failureOf(sheets.readTabs('book', [2]))).toMatchObject({ status: 403 });
  expect(google.seen).toHaveLength(1);
});

test('the structure is one call without cells: titles, merges, hidden rows', async () => {
  const sheets = await start(() => ({
    body: {
      sheets: [
        {
          properties: { title: 'Phường Nam Hồng' },
          merges: [{ startRowIndex: 4, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 2 }],
          data: [{ rowMetadata: [{}, { hiddenByUser: true }, {}, { hiddenByFilter: true }] }],
        },
        {
          properties: { sheetId: 3, title: 'TRẠNG THÁI', hidden: true },
          data: [{ startRow: 10, rowMetadata: [{ hiddenByUser: true }] }],
        },
      ],
    },
  }));
  expect(await sheets.readStructure('book')).toEqual([
    { sheetId: 0, title: 'Phường Nam Hồng', hidden: false, merges: ['A5:B6'], hiddenRows: [2, 4] },
    { sheetId: 3, title: 'TRẠNG THÁI', hidden: true, merges: [], hiddenRows: [11] },
  ]);
  expect(google.seen).toHaveLength(1);
  expect(google.seen[0]?.query.fields).not.toMatch(/rowData|values/);
});

const write = {
  replace: [{ sheetId: 7, values: [['a'], ['b'], ['c']], clearRows: 2 }],
  append: [{ sheetId: 9, values: [['GS-1']], formulaColumns: [] }],
};

test('machine tab and review tab are written in one call', async () => {
  const sheets = await start(() => ({ body: {} }));
  await sheets.writeMachine('book', write);
  expect(calls()).toEqual(['POST /v4/spreadsheets/book:batchUpdate']);
  expect(google.seen[0]?.body.requests.map((one: object) => Object.keys(one)[0])).toEqual([
    'updateCells',
    'appendCells',
  ]);
});

test('nothing to write is no call', async () => {
  const sheets = await start(() => ({}));
  await sheets.writeMachine('book', {
    replace: [],
    append: [{ sheetId: 9, values: [], formulaColumns: [] }],
  });
  expect(google.seen).toEqual([]);
});

test('a tab known to be too small is made larger in the same call', async () => {
  const sheets = await start((request) =>
    request.path.endsWith('Filter')
      ? { body: { valueRanges: [valueRange(7, [], "'TRẠNG THÁI'!A1:F2")] } }
      : { body: {} },
  );
  await sheets.readTabs('book', [7]);
  await sheets.writeMachine('book', write);
  expect(google.seen).toHaveLength(2);
  expect(google.seen[1]?.body.requests[0]).toEqual({
    appendDimension: { sheetId: 7, dimension: 'ROWS', length: 1 },
  });
});

test('a tab that turns out too small is looked at and made larger', async () => {
  const sheets = await start((request, index) => {
    if (index === 0) return refusal(400, 'Attempting to write row: 2, beyond the last requested row of: 1');
    if (request.method === 'GET') {
      return {
        body: { sheets: [{ properties: { sheetId: 7, gridProperties: { rowCount: 2, columnCount: 1 } } }] },
      };
    }
    return { body: {} };
  });
  await sheets.writeMachine('book', write);
  expect(google.seen.map((request) => request.method)).toEqual(['POST', 'GET', 'POST']);
  expect(google.seen[2]?.body.requests[0]).toEqual({
    appendDimension: { sheetId: 7, dimension: 'ROWS', length: 1 },
  });
});

test('a refusal for another reason is not repeated', async () => {
  const size = { rowCount: 1000, columnCount: 26 };
  const sheets = await start((request) =>
    request.method === 'GET'
      ? { body: { sheets: [7, 9].map((sheetId) => ({ properties: { sheetId, gridProperties: size } })) } }
      : refusal(400, 'Bad'),
  );
  expect(await failureOf(sheets.writeMachine('book', write))).toMatchObject({ status: 400 });
  expect(google.seen.filter((request) => request.method === 'POST')).toHaveLength(1);
});

test.each([{ status: 503 }, { reset: true }])(
  'a write with an unknown outcome is not repeated: %j',
  async (answer) => {
    const sheets = await start(() => answer);
    expect(await failureOf(sheets.writeMachine('book', write))).toMatchObject({
      name: 'OutcomeUnknownError',
    });
    expect(google.seen).toHaveLength(1);
  },
);
