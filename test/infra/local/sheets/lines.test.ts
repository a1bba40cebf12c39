/** Rows and columns inserted, deleted and moved, with all that has a place among them. */
import { describe, expect, it } from 'vitest';
import { area, cells, choice, oneTab, rows, textFormat } from '../../../support/sheets-workspace.ts';

describe('rows and columns', () => {
  it('inserts rows that inherit format and validation, and moves all that has a place', () => {
    const book = oneTab();
    book.write(
      'A1',
      [
        ['h', '=SUM(C2:C4)'],
        ['a', '=A2', 1],
        ['b', '=A3', 2],
        ['c', '=$A$4', 4],
      ],
      'USER_ENTERED',
    );
    book.batch([
      {
        repeatCell: {
          range: area(1, 4, 0, 1),
          cell: { ...textFormat, dataValidation: choice },
          fields: 'userEnteredFormat,dataValidation',
        },
      },
      { mergeCells: { range: area(5, 6, 0, 2), mergeType: 'MERGE_ALL' } },
      {
        addConditionalFormatRule: {
          rule: { ranges: [area(1, 4, 0, 2)], booleanRule: { condition: { type: 'NOT_BLANK' }, format: {} } },
        },
      },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: 5,
            metadataKey: 'k',
            visibility: 'DOCUMENT',
            location: { dimensionRange: rows(2, 3) },
          },
        },
      },
      {
        updateDimensionProperties: {
          range: rows(2, 3),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
      { insertDimension: { range: rows(2, 4), inheritFromBefore: true } },
    ]);
    expect(book.read("'Xã A'", 'FORMULA')).toEqual([
      ['h', '=SUM(C2:C6)'],
      ['a', '=A2', 1],
      [],
      [],
      ['b', '=A5', 2],
      ['c', '=$A$6', 4],
    ]);
    expect(cells(book, 'A3:B3')).toEqual([[{ ...textFormat, dataValidation: choice }]]);
    const [sheet] = book.get({
      fields:
        'sheets(merges,conditionalFormats.ranges,data.rowMetadata(hiddenByUser,developerMetadata.metadataId))',
    }).sheets;
    expect(sheet.merges).toEqual([area(7, 8, 0, 2)]);
    expect(sheet.conditionalFormats[0].ranges).toEqual([area(1, 6, 0, 2)]);
    expect(sheet.data[0].rowMetadata[4]).toEqual({
      hiddenByUser: true,
      developerMetadata: [{ metadataId: 5 }],
    });
  });

  it('deletes rows with their metadata, and breaks formulas that named them', () => {
    const { write, batch, read, get, call, id } = oneTab();
    write('A1', [[1, '=A2', '=SUM(A1:A3)'], [2], [3, '=A3']], 'USER_ENTERED');
    batch([
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: 5,
            metadataKey: 'k',
            visibility: 'DOCUMENT',
            location: { dimensionRange: rows(1, 2) },
          },
        },
      },
      { deleteDimension: { range: rows(1, 2) } },
    ]);
    expect(read("'Xã A'", 'FORMULA')).toEqual([
      [1, '=#REF!', '=SUM(A1:A2)'],
      [3, '=A2'],
    ]);
    expect(read('C1')).toEqual([[4]]);
    expect(get().sheets[0].properties.gridProperties.rowCount).toBe(19);
    expect(() => call('GET', `/${id}/developerMetadata/5`)).toThrow('No developer metadata');
  });

  it('moves rows, and formulas follow', () => {
    const { write, batch, read } = oneTab();
    write('A1', [['a'], ['b'], ['c'], ['d', '=A1']], 'USER_ENTERED');
    batch([{ moveDimension: { source: rows(0, 1), destinationIndex: 3 } }]);
    expect(read("'Xã A'", 'FORMULA')).toEqual([['b'], ['c'], ['a'], ['d', '=A3']]);
    batch([{ moveDimension: { source: rows(2, 4), destinationIndex: 0 } }]);
    expect(read("'Xã A'", 'FORMULA')).toEqual([['a'], ['d', '=A1'], ['b'], ['c']]);
  });

  it('keeps the frozen rows in step', () => {
    const { batch, get } = oneTab(undefined, { rowCount: 5, columnCount: 2, frozenRowCount: 2 });
    const frozen = () => get().sheets[0].properties.gridProperties.frozenRowCount;
    batch([{ insertDimension: { range: rows(1, 2) } }]);
    expect(frozen()).toBe(3);
    batch([{ deleteDimension: { range: rows(0, 2) } }]);
    expect(frozen()).toBe(1);
    expect(() => batch([{ deleteDimension: { range: rows(1, 4) } }])).toThrow(
      'it is not possible to delete all non-frozen rows',
    );
  });

  it('inserts and deletes columns, appends and sizes', () => {
    const { write, batch, read, get } = oneTab();
    write('A1', [['a', 'b', '=A1&B1']], 'USER_ENTERED');
    const columns = (start: number, end: number) => ({ ...rows(start, end), dimension: 'COLUMNS' });
    batch([
      { insertDimension: { range: columns(1, 2) } },
      { appendDimension: { sheetId: 7, dimension: 'COLUMNS', length: 1 } },
      {
        updateDimensionProperties: {
          range: columns(0, 1),
          properties: { pixelSize: 40 },
          fields: 'pixelSize',
        },
      },
    ]);
    expect(read("'Xã A'", 'FORMULA')).toEqual([['a', '', 'b', '=A1&C1']]);
    expect(get({ fields: 'sheets.data.columnMetadata' }).sheets[0].data[0].columnMetadata).toHaveLength(8);
    batch([
      { deleteDimension: { range: columns(1, 2) } },
      { autoResizeDimensions: { dimensions: columns(0, 2) } },
    ]);
    expect(read("'Xã A'", 'FORMULA')).toEqual([['a', 'b', '=A1&B1']]);
  });
});

describe('cells shifted inside a band', () => {
  it('moves up what is below deleted cells, beside which nothing changes', () => {
    const { write, batch, read, get } = oneTab();
    write(
      'A1',
      [
        ['a', 1],
        ['b', 2, '=A3&B3'],
        ['c', 3],
      ],
      'USER_ENTERED',
    );
    batch([{ deleteRange: { range: area(0, 2, 0, 1), shiftDimension: 'ROWS' } }]);
    expect(read("'Xã A'", 'FORMULA')).toEqual([
      ['c', 1],
      ['', 2, '=A1&B3'],
      ['', 3],
    ]);
    expect(get().sheets[0].properties.gridProperties.rowCount).toBe(20);
  });

  it('moves down or right what is at inserted cells, growing the sheet when it is full', () => {
    const { write, batch, read, get } = oneTab();
    write(
      'A19',
      [
        ['x', 'y'],
        ['z', '=A20'],
      ],
      'USER_ENTERED',
    );
    batch([
      { insertRange: { range: area(18, 19, 0, 1), shiftDimension: 'ROWS' } },
      { insertRange: { range: area(18, 19, 1, 2), shiftDimension: 'COLUMNS' } },
    ]);
    expect(read('A19:C21', 'FORMULA')).toEqual([['', '', 'y'], ['x', '=A21'], ['z']]);
    expect(get().sheets[0].properties.gridProperties.rowCount).toBe(21);
  });
});
