/** Copy, cut, paste, and find and replace. */
import { describe, expect, it } from 'vitest';
import { area, cells, choice, oneTab, text, textFormat } from '../../../support/sheets-workspace.ts';

describe('copying and pasting', () => {
  const prepared = () => {
    const book = oneTab();
    book.write('A1', [[1, '=A1+1']], 'USER_ENTERED');
    book.batch([
      {
        repeatCell: {
          range: area(0, 1, 0, 1),
          cell: { ...textFormat, dataValidation: choice, note: 'n' },
          fields: 'userEnteredFormat,dataValidation,note',
        },
      },
    ]);
    return book;
  };

  it.each([
    [
      'PASTE_NORMAL',
      'FORMULA',
      [
        [1, '=A3+1'],
        [1, '=A4+1'],
      ],
    ],
    [
      'PASTE_VALUES',
      'FORMULA',
      [
        [1, 2],
        [1, 2],
      ],
    ],
    [
      'PASTE_FORMULA',
      'FORMULA',
      [
        [1, '=A3+1'],
        [1, '=A4+1'],
      ],
    ],
    ['PASTE_FORMAT', 'FORMULA', []],
  ])('fills a larger place with %s', (pasteType, option, values) => {
    const { batch, read } = prepared();
    batch([{ copyPaste: { source: area(0, 1, 0, 2), destination: area(2, 4, 0, 2), pasteType } }]);
    expect(read('A3:B4', option)).toEqual(values);
  });

  it('brings format, note and validation along only in a normal paste', () => {
    const book = prepared();
    book.batch([
      { copyPaste: { source: area(0, 1, 0, 1), destination: area(4, 5, 0, 1), pasteType: 'PASTE_NORMAL' } },
      { copyPaste: { source: area(0, 1, 0, 1), destination: area(5, 6, 0, 1), pasteType: 'PASTE_VALUES' } },
      { copyPaste: { source: area(9, 10, 0, 1), destination: area(0, 1, 0, 1), pasteType: 'PASTE_NORMAL' } },
    ]);
    const value = { userEnteredValue: { numberValue: 1 } };
    expect(cells(book, 'A1:A6')).toEqual(
      [[], [], [], [], [{ ...value, ...textFormat, dataValidation: choice, note: 'n' }], [value]].map(
        (row, index) => (index === 0 ? (cells(book, 'A1:A1')[0] ?? []) : row),
      ),
    );
    expect(book.read('A1')).toEqual([]);
  });

  it('turns rows into columns', () => {
    const { write, batch, read } = oneTab();
    write('A1', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    batch([
      {
        copyPaste: { source: area(0, 2, 0, 2), destination: area(3, 4, 0, 1), pasteOrientation: 'TRANSPOSE' },
      },
    ]);
    expect(read('A4:B5')).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });

  it('cuts cells away, and formulas that named them follow', () => {
    const { write, batch, read } = oneTab();
    write('A1', [[1, '=A1+1', '=B1']], 'USER_ENTERED');
    batch([
      {
        cutPaste: {
          source: area(0, 1, 0, 2),
          destination: { sheetId: 7, rowIndex: 4, columnIndex: 1 },
          pasteType: 'PASTE_NORMAL',
        },
      },
    ]);
    expect(read("'Xã A'", 'FORMULA')).toEqual([['', '', '=C5'], [], [], [], ['', 1, '=B5+1']]);
  });

  it('reads pasted text as typed, losing format and validation unless only values are pasted', () => {
    const book = oneTab();
    const prepare = {
      repeatCell: { range: area(0, 2, 0, 1), cell: { ...textFormat, dataValidation: choice }, fields: '*' },
    };
    const paste = (rowIndex: number, type: string) => ({
      pasteData: { coordinate: { sheetId: 7, rowIndex }, data: '0912345678\t15/01\n', delimiter: '\t', type },
    });
    book.batch([prepare, paste(0, 'PASTE_NORMAL'), paste(1, 'PASTE_VALUES')]);
    expect(book.read()).toEqual([
      [912_345_678, 45_672],
      ['0912345678', 45_672],
    ]);
    expect(cells(book, 'A1:A2')[0]).toEqual([{ userEnteredValue: { numberValue: 912_345_678 } }]);
    expect(cells(book, 'A1:A2')[1]).toEqual([
      { ...text('0912345678'), ...textFormat, dataValidation: choice },
    ]);
  });

  it('finds and replaces', () => {
    const { write, batch, read } = oneTab();
    write(
      'A1',
      [
        ['Ấp 1', 'ấp 2'],
        [12, '="Ấp"'],
      ],
      'USER_ENTERED',
    );
    const answer = batch([
      { findReplace: { find: 'ấp', replacement: 'Khóm', allSheets: true } },
      { findReplace: { find: '(\\d)2', replacement: '$13', searchByRegex: true, sheetId: 7 } },
    ]);
    expect(answer.replies).toEqual([
      { findReplace: { valuesChanged: 2, rowsChanged: 1, sheetsChanged: 1, occurrencesChanged: 2 } },
      { findReplace: { valuesChanged: 1, rowsChanged: 1, sheetsChanged: 1, occurrencesChanged: 1 } },
    ]);
    expect(read("'Xã A'", 'FORMULA')).toEqual([
      ['Khóm 1', 'Khóm 2'],
      [13, '="Ấp"'],
    ]);
  });
});
