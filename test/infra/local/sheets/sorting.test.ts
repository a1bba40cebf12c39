/** Sorting as people do it: what moves and what stays. */
import { describe, expect, it } from 'vitest';
import { area, cells, choice, oneTab, refused, rows, text } from '../../../support/sheets-workspace.ts';

describe('sorting', () => {
  it('moves contents, formats and notes; leaves validation, hidden rows and metadata where they are', () => {
    const book = oneTab();
    book.write(
      'A1',
      [['Xã'], ['Đông', '=A2&"!"'], ['An', '=A3&"!"'], ['', 'giữ'], ['Ấp', 3]],
      'USER_ENTERED',
    );
    book.batch([
      {
        updateCells: {
          start: { sheetId: 7, rowIndex: 1 },
          rows: [{ values: [{ note: 'đông', dataValidation: choice }] }],
          fields: 'note,dataValidation',
        },
      },
      {
        updateDimensionProperties: {
          range: rows(1, 2),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
      { sortRange: { range: area(1, 20, 0, 2), sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } },
    ]);
    expect(book.read("'Xã A'", 'FORMULA')).toEqual([
      ['Xã'],
      ['An', '=A2&"!"'],
      ['Ấp', 3],
      ['Đông', '=A4&"!"'],
      ['', 'giữ'],
    ]);
    expect(cells(book, 'A2:A4')).toEqual([
      [{ ...text('An'), dataValidation: choice }],
      [text('Ấp')],
      [{ ...text('Đông'), note: 'đông' }],
    ]);
    expect(
      book.get({ fields: 'sheets.data.rowMetadata.hiddenByUser' }).sheets[0].data[0].rowMetadata[1],
    ).toEqual({ hiddenByUser: true });
  });

  it('puts numbers before texts before truth values, and blanks last either way', () => {
    const { write, batch, read } = oneTab();
    const sort = (sortOrder: string) =>
      batch([{ sortRange: { range: area(0, 5, 0, 1), sortSpecs: [{ sortOrder }] } }]);
    write('A1', [['b'], [true], [''], [10], [9]]);
    sort('ASCENDING');
    expect(read()).toEqual([[9], [10], ['b'], [true]]);
    sort('DESCENDING');
    expect(read()).toEqual([[true], ['b'], [10], [9]]);
  });

  it('refuses to sort through merged rows', () => {
    refused(
      [
        { mergeCells: { range: area(1, 3, 0, 1) } },
        { sortRange: { range: area(0, 9, 0, 2), sortSpecs: [{}] } },
      ],
      "Invalid requests[1].sortRange: You can't sort a range with vertical merges.",
    );
  });
});
