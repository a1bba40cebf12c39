/** values.get and the batches: what is answered, by range, filter and field. */
import { describe, expect, it } from 'vitest';
import { clerk, oneTab, stranger } from '../../../support/sheets-workspace.ts';

describe('reading', () => {
  it('leaves out blank ends, and values altogether when there are none', () => {
    const { call, id, write, read } = oneTab();
    expect(call('GET', `/${id}/values/A1:B2`)).toEqual({ range: "'Xã A'!A1:B2", majorDimension: 'ROWS' });
    write('B2', [['x', '', 'y', '']]);
    expect(read()).toEqual([[], ['', 'x', '', 'y']]);
    expect(read('B1:C4')).toEqual([[], ['x']]);
    expect(read('B1:D4', 'FORMULA', { majorDimension: 'COLUMNS' })).toEqual([['', 'x'], [], ['', 'y']]);
  });

  it.each([
    ["'Xã A'", "'Xã A'!A1:F20"],
    ['Xã A', "'Xã A'!A1:F20"],
    ['B:C', "'Xã A'!B1:C20"],
    ['3:4', "'Xã A'!A3:F4"],
    ['B3:C', "'Xã A'!B3:C20"],
    ["'Xã A'!C4:B2", "'Xã A'!B2:C4"],
    ['A1:ZZ999', "'Xã A'!A1:F20"],
    ['%27X%C3%A3%20A%27!B2', "'Xã A'!B2"],
  ])('understands the range %s', (range, answered) => {
    const { call, id } = oneTab();
    expect(call('GET', `/${id}/values/${range}`).range).toBe(answered);
  });

  it('refuses a range that begins outside the grid', () => {
    const { read } = oneTab();
    expect(() => read('A21:B30')).toThrow('exceeds grid limits');
  });

  it('answers formulas by value and errors by name', () => {
    const { write, read, call, id } = oneTab();
    write('A1', [['=1/0', '=VLOOKUP("x";B:C;1;FALSE)', '=""', '=TÊN(1)', '=A9']], 'USER_ENTERED');
    expect(read()).toEqual([['#DIV/0!', '#N/A', '', '#NAME?', 0]]);
    const query = {
      ranges: 'B1',
      fields: 'sheets.data.rowData.values(userEnteredValue,effectiveValue,formattedValue)',
    };
    expect(call('GET', `/${id}`, { query }).sheets[0].data[0].rowData[0].values[0]).toEqual({
      userEnteredValue: { formulaValue: '=VLOOKUP("x";B:C;1;FALSE)' },
      effectiveValue: {
        errorValue: { type: 'N_A', message: "Did not find value 'x' in VLOOKUP evaluation." },
      },
      formattedValue: '#N/A',
    });
  });

  it('shows a changed value in a formula of another tab at once', () => {
    const { batch, write, read } = oneTab();
    batch([{ addSheet: { properties: { title: 'TRẠNG THÁI', sheetId: 9 } } }]);
    write("'TRẠNG THÁI'!A1", [['k1', 'Thiếu']]);
    write(
      'A1',
      [['k1', '=IFNA(VLOOKUP(INDEX($A:$A;ROW());\'TRẠNG THÁI\'!$A:$E;2;FALSE);"")']],
      'USER_ENTERED',
    );
    expect(read('B1')).toEqual([['Thiếu']]);
    write("'TRẠNG THÁI'!B1", [['Đạt']]);
    expect(read('B1')).toEqual([['Đạt']]);
    batch([{ updateSheetProperties: { properties: { sheetId: 9, title: 'MÁY' }, fields: 'title' } }]);
    expect(read('B1')).toEqual([['Đạt']]);
    expect(read('B1', 'FORMULA')).toEqual([['=IFNA(VLOOKUP(INDEX($A:$A;ROW());MÁY!$A:$E;2;FALSE);"")']]);
  });
});

describe('many at once', () => {
  it('reads and writes by sheet metadata, whatever the tab is called', () => {
    const { call, id, batch } = oneTab();
    const developerMetadata = {
      metadataKey: 'unit',
      metadataValue: 'xa-a',
      location: { sheetId: 7 },
      visibility: 'DOCUMENT',
    };
    batch([{ createDeveloperMetadata: { developerMetadata } }]);
    const dataFilter = { developerMetadataLookup: { metadataKey: 'unit', metadataValue: 'xa-a' } };
    const data = [{ dataFilter, majorDimension: 'ROWS', values: [['a', 'b']] }];
    const written = call('POST', `/${id}/values:batchUpdateByDataFilter`, {
      body: { valueInputOption: 'RAW', data },
    });
    expect(written.responses[0]).toEqual({
      updatedRange: "'Xã A'!A1:B1",
      updatedRows: 1,
      updatedColumns: 2,
      updatedCells: 2,
      dataFilter,
    });
    const gone = { developerMetadataLookup: { metadataKey: 'unit', metadataValue: 'xa-b' } };
    const both = { gridRange: { sheetId: 7 } };
    const read = call('POST', `/${id}/values:batchGetByDataFilter`, {
      body: { dataFilters: [gone, dataFilter, both] },
    });
    expect(read.valueRanges).toEqual([
      {
        valueRange: { range: "'Xã A'!A1:F20", majorDimension: 'ROWS', values: [['a', 'b']] },
        dataFilters: [dataFilter, both],
      },
    ]);
    const cleared = call('POST', `/${id}/values:batchClearByDataFilter`, {
      body: { dataFilters: [{ a1Range: 'A1' }] },
    });
    expect(cleared.clearedRanges).toEqual(["'Xã A'!A1"]);
    expect(call('GET', `/${id}/values:batchGet`, { query: { ranges: ['A1', 'B1'] } }).valueRanges).toEqual([
      { range: "'Xã A'!A1", majorDimension: 'ROWS' },
      { range: "'Xã A'!B1", majorDimension: 'ROWS', values: [['b']] },
    ]);
  });

  it('refuses a read of which one tab is gone', () => {
    const { call, id } = oneTab();
    const dataFilters = [{ gridRange: { sheetId: 7 } }, { gridRange: { sheetId: 8 } }];
    expect(() => call('POST', `/${id}/values:batchGetByDataFilter`, { body: { dataFilters } })).toThrow(
      'No grid with id: 8',
    );
  });

  it('writes all of a batch or nothing', () => {
    const { call, id, read, changes } = oneTab();
    const data = [
      { range: 'A1', values: [['a']] },
      { range: 'A99', values: [['b']] },
    ];
    expect(() =>
      call('POST', `/${id}/values:batchUpdate`, { body: { valueInputOption: 'RAW', data } }),
    ).toThrow('Invalid data[1]: Range');
    expect(read()).toEqual([]);
    expect(changes).toEqual([]);
    const good = call('POST', `/${id}/values:batchUpdate`, {
      body: { valueInputOption: 'RAW', data: data.slice(0, 1) },
      email: clerk,
    });
    expect(good).toMatchObject({ totalUpdatedCells: 1, totalUpdatedSheets: 1 });
    expect(changes).toEqual([{ fileId: id, by: clerk }]);
    call('POST', `/${id}/values:batchClear`, { body: { ranges: ['A:A'] } });
    expect(read()).toEqual([]);
  });
});

it('lets nobody in who may not read or write the file', () => {
  const { call, id } = oneTab();
  expect(() => call('GET', `/${id}/values/A1`, { email: stranger })).toThrow('permission');
  expect(() => call('POST', `/${id}/values/A1:clear`, { email: stranger })).toThrow('permission');
});

it('answers only the fields asked for', () => {
  const { call, id, write } = oneTab();
  write('A1', [['a']]);
  expect(call('GET', `/${id}/values/A1`, { query: { fields: 'values' } })).toEqual({ values: [['a']] });
});
