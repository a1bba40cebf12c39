/** What the machine means to write is what Google is asked for: raw text, growth only, nothing left over. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type GridSize,
  parseGridSize,
  toA1,
  toCell,
  toColumnLetters,
  toMachineRequests,
} from '../../functions/adapters/sheet-builder.ts';

const unknown = new Map<number, GridSize>();

test('columns are lettered as Sheets letters them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(toColumnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});

test('a range is written in A1, with the zeros and ends that Google leaves out', () => {
  expect(toA1({ startRowIndex: 4, endRowIndex: 6, startColumnIndex: 1, endColumnIndex: 3 })).toBe('B5:C6');
  expect(toA1({ endRowIndex: 2, endColumnIndex: 1 })).toBe('A1:A2');
  expect(toA1({ startColumnIndex: 1, endColumnIndex: 2 })).toBe('B1:B');
});

test('the size of a tab is read back from the range of an answer, whatever its title', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.integer({ min: 1, max: 200_000 }),
      fc.integer({ min: 1, max: 18_278 }),
      (title, rows, columns) => {
        const range = `'${title.replaceAll("'", "''")}'!A1:${toColumnLetters(columns - 1)}${rows}`;
        expect(parseGridSize(range)).toEqual({ rows, columns });
      },
    ),
  );
  expect(parseGridSize("'Một ô'!A1")).toEqual({ rows: 1, columns: 1 });
  expect(parseGridSize("'Tab'!B2:C3")).toBeUndefined();
  expect(parseGridSize(undefined)).toBeUndefined();
});

test('every text stays text, formulas included, unless the machine means a formula', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('=1+1', '+84', '-5', '@x')), (text) => {
      expect(toCell(text, false)).toEqual({ userEnteredValue: { stringValue: text } });
    }),
  );
  expect(toCell('=A1', true)).toEqual({ userEnteredValue: { formulaValue: '=A1' } });
  expect(toCell('A1', true)).toEqual({ userEnteredValue: { stringValue: 'A1' } });
  expect(toCell(3, true)).toEqual({ userEnteredValue: { numberValue: 3 } });
  expect(toCell('', false)).toEqual({});
  expect(() => toCell(Number.NaN, false)).toThrow(RangeError);
});

test('a whole tab is replaced from A1, and what lies below and to the right is emptied', () => {
  const replace = [{ sheetId: 7, values: [['epoch', 3], ['=cmd']], clearRows: 10 }];
  expect(toMachineRequests({ replace, append: [] }, unknown)).toEqual([
    {
      updateCells: {
        range: { sheetId: 7, startRowIndex: 0, endRowIndex: 12, startColumnIndex: 0 },
        rows: [
          {
            values: [
              { userEnteredValue: { stringValue: 'epoch' } },
              { userEnteredValue: { numberValue: 3 } },
            ],
          },
          { values: [{ userEnteredValue: { stringValue: '=cmd' } }, {}] },
        ],
        fields: 'userEnteredValue',
      },
    },
  ]);
});

test('lines are appended, formulas only in the formula columns', () => {
  const append = [{ sheetId: 9, values: [['GS-1', '=VLOOKUP(A2)', '=x']], formulaColumns: [1] }];
  expect(toMachineRequests({ replace: [], append }, unknown)).toEqual([
    {
      appendCells: {
        sheetId: 9,
        rows: [
          {
            values: [
              { userEnteredValue: { stringValue: 'GS-1' } },
              { userEnteredValue: { formulaValue: '=VLOOKUP(A2)' } },
              { userEnteredValue: { stringValue: '=x' } },
            ],
          },
        ],
        fields: 'userEnteredValue',
      },
    },
  ]);
});

test('a tab grows before it is written and never shrinks; rows to empty need not exist', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string(), { maxLength: 6 }), { maxLength: 12 }),
      fc.nat(20),
      fc.record({ rows: fc.integer({ min: 1, max: 20 }), columns: fc.integer({ min: 1, max: 8 }) }),
      (values, clearRows, size) => {
        const requests = toMachineRequests(
          { replace: [{ sheetId: 1, values, clearRows }], append: [] },
          new Map([[1, size]]),
        );
        const grown = { ...size };
        for (const { appendDimension } of requests.slice(0, -1)) {
          expect(appendDimension?.length).toBeGreaterThan(0);
          if (appendDimension?.dimension === 'ROWS') grown.rows += appendDimension.length!;
          else grown.columns += appendDimension!.length!;
        }
        const update = requests.at(-1)!.updateCells!;
        const width = Math.max(1, ...values.map((row) => row.length));
        expect(grown).toEqual({
          rows: Math.max(size.rows, values.length),
          columns: Math.max(size.columns, width),
        });
        expect(update.range?.endRowIndex).toBeLessThanOrEqual(grown.rows);
        expect(update.range?.endRowIndex).toBeGreaterThanOrEqual(
          Math.min(grown.rows, Math.max(1, values.length + clearRows)),
        );
        expect(update.rows!.every((row) => row.values?.length === width)).toBe(true);
      },
    ),
  );
});
