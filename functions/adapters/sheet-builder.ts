/** Pure: what the machine writes → Google's requests, and Google's ranges → A1 and sizes. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { MachineWrite } from '../ports.ts';

type Request = sheets_v4.Schema$Request;
type CellData = sheets_v4.Schema$CellData;
type RowData = sheets_v4.Schema$RowData;
type GridRange = sheets_v4.Schema$GridRange;

export interface GridSize {
  rows: number;
  columns: number;
}

/** Sizes as far as they are known, by sheetId. */
export type GridSizes = ReadonlyMap<number, GridSize>;

const onlyValue = 'userEnteredValue';

/** 0 → A, 25 → Z, 26 → AA. */
export function toColumnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : toColumnLetters(Math.floor(index / 26) - 1) + last;
}

/** Google leaves out a zero index, and an end that is the end of the sheet. */
export function toA1(range: GridRange): string {
  const from = `${toColumnLetters(range.startColumnIndex ?? 0)}${(range.startRowIndex ?? 0) + 1}`;
  const toColumn = range.endColumnIndex == null ? '' : toColumnLetters(range.endColumnIndex - 1);
  return `${from}:${toColumn}${range.endRowIndex ?? ''}`;
}

/** "'TRẠNG THÁI'!A1:Z1000", the answer to a read of a whole tab, tells how large the tab is. */
export function parseGridSize(range: string | null | undefined): GridSize | undefined {
  const end = /!A1(?::([A-Z]+)(\d+))?$/.exec(range ?? '');
  if (!end) return undefined;
  const columns = [...(end[1] ?? 'A')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { rows: Number(end[2] ?? 1), columns };
}

/** RAW: a text stays text even when it begins with "=", unless the machine means a formula. */
export function toCell(value: string | number, asFormula: boolean): CellData {
  if (value === '') return {};
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('a cell cannot hold a number that is not finite');
    return { userEnteredValue: { numberValue: value } };
  }
  const isFormula = asFormula && value.startsWith('=');
  return { userEnteredValue: isFormula ? { formulaValue: value } : { stringValue: value } };
}

const toRow = (row: readonly (string | number)[], formulaColumns: readonly number[]): RowData => ({
  values: row.map((value, column) => toCell(value, formulaColumns.includes(column))),
});

const widthOf = (rows: readonly (readonly unknown[])[]): number =>
  rows.reduce((width, row) => Math.max(width, row.length), 0);

/** A tab only ever grows: rows taken away would shrink the lookup formulas that point at them. */
function toGrowth(sheetId: number, size: GridSize | undefined, rows: number, columns: number): Request[] {
  if (!size) return [];
  const grow = (dimension: 'ROWS' | 'COLUMNS', length: number): Request[] =>
    length > 0 ? [{ appendDimension: { sheetId, dimension, length } }] : [];
  return [...grow('ROWS', rows - size.rows), ...grow('COLUMNS', columns - size.columns)];
}

function toReplace(
  { sheetId, values, clearRows }: MachineWrite['replace'][number],
  sizes: GridSizes,
): Request[] {
  const size = sizes.get(sheetId);
  const width = Math.max(1, widthOf(values));
  // Rows to empty need not exist; rows with content must.
  const end = Math.max(1, values.length, Math.min(values.length + clearRows, size?.rows ?? Infinity));
  const rows = values.map((row) => toRow([...row, ...Array<string>(width - row.length).fill('')], []));
  return [
    ...toGrowth(sheetId, size, values.length, width),
    // What the range covers and the rows do not is emptied: rows below the content, cells to its right.
    {
      updateCells: {
        range: { sheetId, startRowIndex: 0, endRowIndex: end, startColumnIndex: 0 },
        rows,
        fields: onlyValue,
      },
    },
  ];
}

function toAppend(
  { sheetId, values, formulaColumns }: MachineWrite['append'][number],
  sizes: GridSizes,
): Request[] {
  if (values.length === 0) return [];
  const size = sizes.get(sheetId);
  return [
    ...toGrowth(sheetId, size, 0, widthOf(values)),
    { appendCells: { sheetId, rows: values.map((row) => toRow(row, formulaColumns)), fields: onlyValue } },
  ];
}

export const toMachineRequests = (write: MachineWrite, sizes: GridSizes): Request[] => [
  ...write.replace.flatMap((tab) => toReplace(tab, sizes)),
  ...write.append.flatMap((tab) => toAppend(tab, sizes)),
];
