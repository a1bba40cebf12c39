/** What is on disk and in memory: the same after every call, untouched after a failed one. */
import { expect, it } from 'vitest';
import { readTabsForPeople } from '../../../../infra/local/workspace/sheets/service.ts';
import {
  area,
  memoryStorage,
  oneTab,
  sheetsWorkspace,
  text,
  textFormat,
} from '../../../support/sheets-workspace.ts';

const everything = { includeGridData: 'true' };

it('finds everything again after a restart', () => {
  const storage = memoryStorage();
  const book = oneTab(sheetsWorkspace(storage));
  book.write('A1', [['x', '=A1&"!"', '15/01', true, '=1/0']], 'USER_ENTERED');
  book.batch([
    {
      repeatCell: {
        range: area(0, 2, 0, 3),
        cell: { ...textFormat, note: 'ghi chú' },
        fields: 'userEnteredFormat,note',
      },
    },
    {
      setDataValidation: {
        range: area(2, 5, 0, 1),
        rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }] } },
      },
    },
    { mergeCells: { range: area(6, 7, 0, 2) } },
    { addProtectedRange: { protectedRange: { range: { sheetId: 7 }, editors: {} } } },
    {
      createDeveloperMetadata: {
        developerMetadata: { metadataKey: 'unit', location: { sheetId: 7 }, visibility: 'DOCUMENT' },
      },
    },
    { addNamedRange: { namedRange: { name: 'N', range: area(0, 1, 0, 1) } } },
    { addSheet: { properties: { title: 'B', index: 0 } } },
    {
      updateDimensionProperties: {
        range: { sheetId: 7, dimension: 'ROWS', startIndex: 3, endIndex: 4 },
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    },
  ]);
  const before = book.get(everything);
  expect(sheetsWorkspace(storage).call('GET', `/${book.id}`, { query: everything })).toEqual(before);
});

it('leaves no trace of a batch that fails at its end', () => {
  const storage = memoryStorage();
  const book = oneTab(sheetsWorkspace(storage));
  book.write('A1', [['a', '=A1']], 'USER_ENTERED');
  const [before, changes] = [book.get(everything), book.changes.length];
  const requests = [
    { updateCells: { start: { sheetId: 7 }, rows: [{ values: [text('b')] }], fields: 'userEnteredValue' } },
    { insertDimension: { range: { sheetId: 7, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
    { addSheet: { properties: { title: 'B' } } },
    { updateSheetProperties: { properties: { sheetId: 7, title: 'C', index: 1 }, fields: 'title,index' } },
    { mergeCells: { range: area(0, 2, 0, 2) } },
    { addProtectedRange: { protectedRange: { range: { sheetId: 7 } } } },
    { updateSpreadsheetProperties: { properties: { title: 'x' }, fields: 'title' } },
    {
      createDeveloperMetadata: {
        developerMetadata: { metadataKey: 'k', location: { sheetId: 7 }, visibility: 'DOCUMENT' },
      },
    },
    { deleteSheet: { sheetId: 99 } },
  ];
  expect(() => book.batch(requests)).toThrow('Invalid requests[8].deleteSheet');
  expect(book.get(everything)).toEqual(before);
  expect(sheetsWorkspace(storage).call('GET', `/${book.id}`, { query: everything })).toEqual(before);
  expect(book.changes).toHaveLength(changes);
  expect(book.batch(requests.slice(0, -1)).replies).toHaveLength(8);
});

it('forgets what it held in memory when the transaction around it is rolled back', () => {
  const book = oneTab();
  book.write('A1', [['a']]);
  expect(() =>
    book.storage.transaction(() => {
      book.write('A1', [['b']]);
      expect(book.read()).toEqual([['b']]);
      throw new Error('fails after the write');
    }),
  ).toThrow('fails after the write');
  expect(book.read()).toEqual([['a']]);
});

it('writes only the tabs that a call touched', () => {
  const book = oneTab();
  book.batch(Array.from({ length: 10 }, (_, n) => ({ addSheet: { properties: { title: `B${n}x` } } })));
  const before = book.storage.writes();
  book.write('B1x!A1', [['a']]);
  // The tab and the word that says it changed.
  expect(book.storage.writes() - before).toBe(2);
});

it('tells of a change once a call, with who made it', () => {
  const book = oneTab();
  book.batch(
    [{ addSheet: { properties: { title: 'B' } } }, { addSheet: { properties: { title: 'C' } } }],
    'a@b.vn',
  );
  expect(book.changes).toEqual([{ fileId: book.id, by: 'a@b.vn' }]);
  book.read();
  expect(book.changes).toHaveLength(1);
});

it('shows the hub every tab as people see it', () => {
  const book = oneTab();
  book.write('A1', [['1.234', '15/01/2025', '=1/2', 'TRUE']], 'USER_ENTERED');
  book.batch([{ addSheet: { properties: { title: 'MÁY', hidden: true, sheetId: 3 } } }]);
  expect(readTabsForPeople(book.context, book.id)).toEqual([
    { title: 'Xã A', sheetId: 7, hidden: false, values: [['1.234', '15/01/2025', '0,5', 'TRUE']] },
    { title: 'MÁY', sheetId: 3, hidden: true, values: [] },
  ]);
});

it('knows no spreadsheet that was never made', () => {
  expect(() => sheetsWorkspace().call('GET', '/khong-co')).toThrow('Requested entity was not found.');
});
