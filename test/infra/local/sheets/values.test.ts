/** values.update: what is written and what is refused. */
import { describe, expect, it } from 'vitest';
import { oneTab } from '../../../support/sheets-workspace.ts';

const date = 45_672;

describe('writing', () => {
  it('keeps RAW values as they are', () => {
    const { write, read } = oneTab();
    write("'Xã A'!A1", [['=1+1', '0912345678', '15/01', 1.5, true, '1.234']]);
    expect(read()).toEqual([['=1+1', '0912345678', '15/01', 1.5, true, '1.234']]);
  });

  it('reads USER_ENTERED as typed in the locale of the spreadsheet', () => {
    const { write, read } = oneTab();
    write('A1', [['=1+1', '0912345678', '15/01', '1,5', 'TRUE', '1.234']], 'USER_ENTERED');
    expect(read()).toEqual([[2, 912_345_678, date, 1.5, true, 1234]]);
    expect(read("'Xã A'", 'FORMATTED_VALUE')).toEqual([['2', '912345678', '15/01', '1,5', 'TRUE', '1.234']]);
    expect(read("'Xã A'", 'FORMULA')).toEqual([['=1+1', 912_345_678, date, 1.5, true, 1234]]);
    expect(read("'Xã A'", 'UNFORMATTED_VALUE', { dateTimeRenderOption: 'FORMATTED_STRING' })[0]?.[2]).toBe(
      '15/01',
    );
  });

  it('tells what it wrote', () => {
    const { call, id } = oneTab();
    const answer = call('PUT', `/${id}/values/'Xã A'!B2:C9`, {
      body: {
        range: "'Xã A'!B2:C9",
        values: [
          ['a', null],
          ['b', 2],
        ],
      },
      query: {
        valueInputOption: 'RAW',
        includeValuesInResponse: 'true',
        responseValueRenderOption: 'UNFORMATTED_VALUE',
      },
    });
    expect(answer).toEqual({
      spreadsheetId: id,
      updatedRange: "'Xã A'!B2:C3",
      updatedRows: 2,
      updatedColumns: 2,
      updatedCells: 3,
      updatedData: { range: "'Xã A'!B2:C3", majorDimension: 'ROWS', values: [['a'], ['b', 2]] },
    });
  });

  it('leaves a cell alone for null and empties it for an empty text', () => {
    const { write, read } = oneTab();
    write('A1', [['a', 'b', 'c']]);
    write('A1', [[null, '', 'd']]);
    expect(read()).toEqual([['a', '', 'd']]);
  });

  it('takes columns first when told so', () => {
    const { call, id, read } = oneTab();
    const body = { majorDimension: 'COLUMNS', values: [['a', 'b'], ['c']] };
    call('PUT', `/${id}/values/A1:B2`, { body, query: { valueInputOption: 'RAW' } });
    expect(read()).toEqual([['a', 'c'], ['b']]);
  });

  it.each([
    ["'Xã A'!A21", [['x']], "Range ('Xã A'!A21) exceeds grid limits. Max rows: 20, max columns: 6"],
    ['A20', [['x'], ['y']], "Range ('Xã A'!A20:A21) exceeds grid limits. Max rows: 20, max columns: 6"],
    ['F1', [['x', 'y']], "Range ('Xã A'!F1:G1) exceeds grid limits. Max rows: 20, max columns: 6"],
    [
      'A1:B2',
      [['x'], ['y'], ['z']],
      "Requested writing within range ['Xã A'!A1:B2], but tried writing to row [3]",
    ],
    [
      'A1:B2',
      [['x', 'y', 'z']],
      "Requested writing within range ['Xã A'!A1:B2], but tried writing to column [C]",
    ],
    ['Xã B!A1', [['x']], 'Unable to parse range: Xã B!A1'],
    ['A0', [['x']], 'Unable to parse range: A0'],
    [
      'A1',
      [['x'.repeat(50_001)]],
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
  ])('refuses %s in the words of Google', (range, values, message) => {
    const { write, read } = oneTab();
    expect(() => write(range, values)).toThrow(message);
    expect(read()).toEqual([]);
  });

  it('insists on an input option', () => {
    const { write } = oneTab();
    expect(() => write('A1', [['x']], '')).toThrow("'valueInputOption' is required but not specified");
  });

  it('keeps values out of cells that a merge covers', () => {
    const { batch, write, read } = oneTab();
    write('A1', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    const range = { sheetId: 7, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
    batch([{ mergeCells: { range, mergeType: 'MERGE_ALL' } }]);
    expect(read()).toEqual([['a']]);
    write('A1', [
      ['x', 'y'],
      ['z', 't'],
    ]);
    expect(read()).toEqual([['x']]);
  });
});
