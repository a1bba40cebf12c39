/** Cells written in place: values, formats, notes, validation, borders. */
import { describe, expect, it } from 'vitest';
import { area, cells, choice, oneTab, refused, text, textFormat } from '../../../support/sheets-workspace.ts';

describe('cells', () => {
  it('writes only the masked parts', () => {
    const book = oneTab();
    book.batch([
      {
        repeatCell: {
          range: area(0, 2, 0, 2),
          cell: { ...text('x'), ...textFormat, note: 'n', dataValidation: choice },
          fields: '*',
        },
      },
      { updateCells: { start: { sheetId: 7 }, rows: [{ values: [text('y')] }], fields: 'userEnteredValue' } },
      {
        repeatCell: {
          range: area(1, 2, 0, 1),
          cell: { userEnteredFormat: { textFormat: { bold: true } } },
          fields: 'userEnteredFormat.textFormat.bold,note',
        },
      },
      { setDataValidation: { range: area(1, 2, 1, 2) } },
    ]);
    const full = { ...text('x'), ...textFormat, note: 'n', dataValidation: choice };
    const { note: _note, ...noteless } = full;
    const { dataValidation: _rule, ...free } = full;
    expect(cells(book, 'A1:B2')).toEqual([
      [{ ...full, ...text('y') }, full],
      [
        { ...noteless, userEnteredFormat: { ...textFormat.userEnteredFormat, textFormat: { bold: true } } },
        free,
      ],
    ]);
  });

  it.each([
    ['the old way', { backgroundColor: { red: 1 } }],
    ['as a style', { backgroundColorStyle: { rgbColor: { red: 1 } } }],
  ])('answers a colour given %s both ways, over the white of the default', (_name, userEnteredFormat) => {
    const book = oneTab();
    book.batch([
      { repeatCell: { range: area(0, 1, 0, 1), cell: { userEnteredFormat }, fields: 'userEnteredFormat' } },
    ]);
    const fields = 'sheets.data.rowData.values.effectiveFormat(backgroundColor,backgroundColorStyle)';
    const sheet = book.call('GET', `/${book.id}`, { query: { ranges: 'A1', fields } }).sheets[0];
    expect(sheet.data[0].rowData[0].values[0].effectiveFormat).toEqual({
      backgroundColor: { red: 1 },
      backgroundColorStyle: { rgbColor: { red: 1 } },
    });
  });

  it('fills a range to its end, emptying what the rows do not cover', () => {
    const { write, batch, read } = oneTab();
    write('A1', [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
    batch([
      {
        updateCells: {
          range: { sheetId: 7, startRowIndex: 0, startColumnIndex: 0 },
          rows: [{ values: [text('z')] }],
          fields: 'userEnteredValue',
        },
      },
    ]);
    expect(read()).toEqual([['z']]);
  });

  it('appends after the last row that has a value, and grows the grid', () => {
    const { write, batch, read, get } = oneTab();
    write('C19', [['x']]);
    batch([{ setDataValidation: { range: area(0, 20, 0, 1), rule: choice } }]);
    const line = {
      values: [{ userEnteredValue: { numberValue: 1 } }, { userEnteredValue: { formulaValue: '=A20+1' } }],
    };
    batch([{ appendCells: { sheetId: 7, rows: [line, line], fields: 'userEnteredValue' } }]);
    expect(read('A20:B21')).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(get().sheets[0].properties.gridProperties.rowCount).toBe(21);
  });

  it.each([
    [
      { updateCells: { range: area(0, 1, 0, 1), rows: [{ values: [text('a'), text('b')] }], fields: '*' } },
      'Attempting to write column: 1, beyond the last requested column of: 0',
    ],
    [
      { updateCells: { start: { sheetId: 7, rowIndex: 20 }, rows: [{ values: [text('a')] }], fields: '*' } },
      'after last row in grid[20]',
    ],
    [
      { repeatCell: { range: area(0, 1, 0, 7), cell: {}, fields: '*' } },
      'range.endColumnIndex[7] is after last column in grid[6]',
    ],
    [
      { repeatCell: { range: area(0, 1, 0, 1), cell: {}, fields: 'effectiveValue' } },
      'Invalid field: effectiveValue',
    ],
  ])('refuses %j', (request, message) => refused([request], message));

  it('draws borders on the edges and inside', () => {
    const book = oneTab();
    const [thin, none] = [{ style: 'SOLID' }, { style: 'NONE' }];
    book.batch([
      { updateBorders: { range: area(0, 2, 0, 2), top: thin, innerVertical: thin } },
      { updateBorders: { range: area(0, 1, 0, 1), top: none } },
    ]);
    expect(cells(book, 'A1:B1')[0]).toEqual([
      { userEnteredFormat: { borders: { right: thin } } },
      { userEnteredFormat: { borders: { top: thin, left: thin } } },
    ]);
  });
});
