/** Range of Apps Script. */
import { formatA1, overlaps } from './a1.ts';
import { toBackground, toHex, toUserEntered, toValue } from './cell-values.ts';
import { count, type Execution } from './execution.ts';
import type { Area } from './model.ts';

type Rows = unknown[][];

export function createRange(execution: Execution, area: Area, sheet: object): object {
  const { realm, book } = execution;
  const read = <T>(method: string, parts: string, toAnswer: (cell: never) => T): T[][] => {
    count(execution, method);
    return book.readCells(area, parts).map((row) => row.map((cell) => toAnswer(cell as never)));
  };
  const write = (method: string, rows: Rows, fields: string, toCell: (value: unknown) => object): object => {
    assertShape(area, rows, method);
    count(execution, method);
    book.writeCells(
      area,
      rows.map((row) => row.map(toCell)),
      fields,
    );
    return range;
  };
  const whole = (value: unknown): Rows =>
    Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => value));
  type Cell = Parameters<typeof toValue>[0];

  const range = realm.emulate('Range', {
    getSheet: () => sheet,
    getRow: () => area.row,
    getColumn: () => area.column,
    getLastRow: () => area.row + area.rows - 1,
    getLastColumn: () => area.column + area.columns - 1,
    getNumRows: () => area.rows,
    getNumColumns: () => area.columns,
    getA1Notation: () => formatA1(area),
    activate() {
      execution.session.activeSheetId = area.sheetId;
      execution.session.activeRange = area;
      return range;
    },
    getValues: () =>
      read('getValues', 'effectiveValue,formattedValue,effectiveFormat(numberFormat)', (cell: Cell) =>
        toValue(cell, book.properties().timeZone),
      ),
    getFormulas: () =>
      read('getFormulas', 'userEnteredValue', (cell: Cell) => cell?.userEnteredValue?.formulaValue ?? ''),
    getNotes: () => read('getNotes', 'note', (cell: Cell) => cell?.note ?? ''),
    getBackgrounds: () =>
      read('getBackgrounds', 'userEnteredFormat(backgroundColor)', (cell: Cell) =>
        toHex(cell?.userEnteredFormat?.backgroundColor),
      ),
    getMergedRanges() {
      count(execution, 'getMergedRanges');
      const { merges } = book.grid(area.sheetId);
      return merges
        .filter((merge) => overlaps(merge, area))
        .map((merge) => createRange(execution, merge, sheet));
    },
    setValues: (rows: Rows) => write('setValues', rows, 'userEnteredValue', toUserEntered),
    setFormulas: (rows: Rows) =>
      write('setFormulas', rows, 'userEnteredValue', (formula) => ({
        userEnteredValue: { formulaValue: String(formula) },
      })),
    setNotes: (rows: Rows) => write('setNotes', rows, 'note', (note) => ({ note: String(note ?? '') })),
    setBackgrounds: (rows: Rows) =>
      write('setBackgrounds', rows, 'userEnteredFormat.backgroundColor', toBackground),
    setNumberFormat(pattern: string) {
      if (pattern !== '@') throw new Error(`not emulated: the number format ${pattern}`);
      return write('setNumberFormat', whole({}), 'userEnteredFormat.numberFormat', () => ({
        userEnteredFormat: { numberFormat: { type: 'TEXT', pattern } },
      }));
    },
  });
  return range;
}

function assertShape({ rows, columns }: Area, values: Rows, method: string): void {
  if (values.length !== rows)
    throw new Error(
      `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${rows}. (${method})`,
    );
  const wrong = values.find((row) => row.length !== columns);
  if (wrong)
    throw new Error(
      `The number of columns in the data does not match the number of columns in the range. The data has ${wrong.length} but the range has ${columns}. (${method})`,
    );
}
