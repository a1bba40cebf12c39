/** Formulas as provisioning writes them, computed and moved the way Sheets does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalculation } from '../../../../infra/local/workspace/sheets/formula/calculate.ts';
import { evaluateFormula } from '../../../../infra/local/workspace/sheets/formula/evaluate.ts';
import {
  moveLines,
  offsetFormula,
  renameSheet,
} from '../../../../infra/local/workspace/sheets/formula/rewrite.ts';
import { tokenize } from '../../../../infra/local/workspace/sheets/formula/tokens.ts';
import {
  createTab,
  type Scalar,
  type Spreadsheet,
  type Tab,
} from '../../../../infra/local/workspace/sheets/model.ts';

function tabOf(sheetId: number, title: string, values: (Scalar | undefined)[][]): Tab {
  const tab = createTab(sheetId, title);
  tab.rows = values.map((row) =>
    row.map((value) => {
      if (value === undefined) return undefined;
      return typeof value === 'string' && value.startsWith('=') ? { formula: value } : { value };
    }),
  );
  return tab;
}

function bookOf(...tabs: Tab[]): Spreadsheet {
  const properties = { title: '', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' };
  return { id: 'x', owner: 'x', properties, tabs, metadata: [], namedRanges: [] };
}

const unit = tabOf(1, 'Xã A', [
  ['k2', 1, 'có'],
  ['k9', 2],
  [undefined, 3, '=""'],
]);
const machine = tabOf(2, 'TRẠNG THÁI', [
  ['k1', 'Đạt'],
  ['K2', 'Thiếu năm sinh'],
  ['k5', 5],
]);

function compute(formula: string, row = 0, column = 5): unknown {
  return evaluateFormula(createCalculation(bookOf(unit, machine)), formula, { tab: unit, row, column });
}

describe('computing', () => {
  it.each([
    ['=IFNA(VLOOKUP(INDEX($A:$A,ROW()),\'TRẠNG THÁI\'!$A:$E,2,FALSE),"")', 'Thiếu năm sinh'],
    ['=IFNA(VLOOKUP(INDEX($A:$A;ROW());\'TRẠNG THÁI\'!$A:$E;2;FALSE);"")', 'Thiếu năm sinh'],
    ['=VLOOKUP("k?",\'TRẠNG THÁI\'!A:B,2,0)', 'Đạt'],
    ['=1+2*3^2', 19],
    ['=-2^2', 4],
    ['=(1+2)*3', 9],
    ['=50%', 0.5],
    ['="a"&1&TRUE', 'a1TRUE'],
    ['="Ấp"="ấp"', true],
    ['=A1<>"k2"', false],
    ['=1,5+0,5;', undefined],
    ['=SUM(B1:B3)', 6],
    ['=SUM(B:B,10)', 16],
    ['=COUNTA(A:A)', 2],
    ['=COUNTA(C1:C3)', 2],
    ['=COUNTIF(A:A,"k*")', 2],
    ['=COUNTIF(B1:B3;">=2")', 2],
    ['=COUNTIF(A1:A3,"<>k2")', 2],
    ['=COUNTIFS(A1:A3,"k*",B1:B3,">1")', 1],
    ['=SUMIF(A:A,"k9",B:B)', 2],
    ['=IF(B1>0,"có")', 'có'],
    ['=IF(B1>5,"có")', false],
    ['=IF(FALSE,1/0,"lười")', 'lười'],
    ['=IFERROR(1/0,"lỗi")', 'lỗi'],
    ['=IFERROR(FOO(1),"lỗi")', 'lỗi'],
    ['=ROW()', 1],
    ['=ROW(A7)', 7],
    ['=COLUMN(C1)', 3],
    ['=MATCH("k9",A:A,0)', 2],
    ['=INDEX(A1:B3,2,2)', 2],
    ['=A:A', 'k2'],
    ['=A9', 0],
    ['=HYPERLINK("https://vd.vn","Mở")', 'Mở'],
    ['=TEXTJOIN("|",TRUE,A1:B2)', 'k2|1|k9|2'],
    ['=LEN(TRIM("  a  b "))', 3],
    ['=SUBSTITUTE("a-b-c","-","+",2)', 'a-b+c'],
    ['=AND(TRUE,B1=1)', true],
    ['=MIN(B:B)&MAX(B:B)', '13'],
    ['=ROUND(2.345,2)', 2.35],
    ['=IF(1;1,5;2)', 1.5],
    ['=1.5&""', '1,5'],
    ['=TEXT(45672;"dd/mm/yyyy")', '15/01/2025'],
    ['=TEXT(1234.5;"#,##0.0")', '1.234,5'],
  ])('%s', (formula, value) => {
    if (value === undefined) expect(compute(formula)).toMatchObject({ type: 'ERROR' });
    else expect(compute(formula)).toEqual(value);
  });

  it.each([
    ['=FOO(1)', 'NAME'],
    ['=tên', 'NAME'],
    ['=1/0', 'DIVIDE_BY_ZERO'],
    ['="a"+1', 'VALUE'],
    ["='Không có'!A1", 'REF'],
    ['=#REF!+1', 'REF'],
    ['=VLOOKUP("k7",\'TRẠNG THÁI\'!A:B,2,FALSE)', 'N_A'],
    ['=VLOOKUP("k1",A:B,3,FALSE)', 'REF'],
    ['=1+', 'ERROR'],
    ['=(1', 'ERROR'],
  ])('%s is an error of type %s', (formula, type) => {
    expect(compute(formula)).toMatchObject({ type });
  });

  it('tells a circle from a chain', () => {
    const tab = tabOf(1, 'T', [
      ['=B1+1', '=C1', '=1'],
      ['=B2', '=A2'],
    ]);
    const calculation = createCalculation(bookOf(tab));
    expect(calculation.valueAt(tab, 0, 0)).toBe(2);
    expect(calculation.valueAt(tab, 1, 0)).toMatchObject({ type: 'REF' });
  });
});

describe('moving references', () => {
  it.each([
    ['=A1+$A1+A$1+$A$1', 2, 1, '=B3+$A3+B$1+$A$1'],
    ['=\'TRẠNG THÁI\'!A1&"A1"', 1, 0, '=\'TRẠNG THÁI\'!A2&"A1"'],
    ['=A2', -3, 0, '=#REF!'],
    ['=INDEX($A:$A,ROW())', 5, 0, '=INDEX($A:$A,ROW())'],
    ['=SUM(A:B)', 0, 1, '=SUM(B:C)'],
    ['= IF( a1 ; 1,5 ; LOG10(2) )', 1, 0, '= IF( A2 ; 1,5 ; LOG10(2) )'],
    ['="bad', 1, 1, '="bad'],
  ])('copies %s by %d rows and %d columns', (formula, rows, columns, moved) => {
    expect(offsetFormula(formula, rows, columns)).toBe(moved);
  });

  const insertThreeAt2 = {
    side: 'row' as const,
    moveSpan: (from: number, to: number): [number, number] => [
      from >= 2 ? from + 3 : from,
      to > 2 ? to + 3 : to,
    ],
  };

  it.each([
    ['=A2+A3', '=A2+A6'],
    ['=SUM(A1:A5)', '=SUM(A1:A8)'],
    ['=SUM($A$3:B)', '=SUM($A$6:B)'],
    ['=SUM(A:A)', '=SUM(A:A)'],
    ["='Xã A'!A3+Khác!A3", "='Xã A'!A6+Khác!A3"],
  ])('lets %s follow inserted rows', (formula, moved) => {
    const isHere = ({ sheet }: { sheet?: string }) => sheet === undefined || sheet === 'Xã A';
    expect(moveLines(formula, isHere, insertThreeAt2)).toBe(moved);
  });

  it('renames a sheet only where it is meant', () => {
    const formula = '=VLOOKUP(A1,\'TRẠNG THÁI\'!A:B,2)&"TRẠNG THÁI"&Khác!A1';
    expect(renameSheet(formula, 'TRẠNG THÁI', "Ô'kê")).toBe(
      "=VLOOKUP(A1,'Ô''kê'!A:B,2)&\"TRẠNG THÁI\"&Khác!A1",
    );
  });
});

it('cuts any text into tokens without losing a character', () => {
  const piece = fc.constantFrom(
    'A1',
    '$B$2:C',
    "'Xã A'!",
    'IF(',
    ')',
    ';',
    ',',
    '1,5',
    '"x""y"',
    '"',
    ' ',
    '&',
    '#REF!',
    'é',
    "'",
  );
  fc.assert(
    fc.property(fc.array(piece), fc.boolean(), (pieces, comma) => {
      const text = pieces.join('');
      expect(
        tokenize(`=${text}`, comma)
          .map((token) => token.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
