/** Requests that make each kind of tab: headers, keys, drop-downs, text formats, ids, lookup formulas, protections. */

import type { WorkbookRequest } from '../../functions/adapters/workbook-admin.ts';
import { type Column, columnOf, type Form } from '../../functions/domain/form.ts';
import { shippedForm } from '../../functions/domain/forms/index.ts';
import { rowIdCell, toKeyCell } from '../../functions/domain/key-cell.ts';
import {
  decisionWords,
  firstDataLine,
  reviewColumn,
  reviewColumns,
  type SystemColumn,
  stampedRowId,
  stampedRows,
  statusFormula,
  systemColumns,
  unitTabColumns,
  type WorkbookTab,
} from '../../functions/domain/workbook.ts';
import { isGuideHeading } from '../../functions/workbooks/guide-tab.ts';

const extraRows = 20;
const unitTabRows = firstDataLine - 1 + stampedRows + extraRows;

const textFormat = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' };

export const text = (value: string) => ({ userEnteredValue: { stringValue: value } });
export const formula = (value: string) => ({
  userEnteredValue: { formulaValue: value },
  userEnteredFormat: textFormat,
});

export const headerFormat = {
  textFormat: { bold: true },
  wrapStrategy: 'WRAP',
  verticalAlignment: 'MIDDLE',
  backgroundColor: { red: 0.93, green: 0.9, blue: 0.84 },
};

export function addTab(
  tab: WorkbookTab,
  index: number,
  grid: { rows: number; columns: number; frozen: number },
) {
  return {
    addSheet: {
      properties: {
        sheetId: tab.sheetId,
        title: tab.title,
        index,
        hidden: tab.kind === 'machine',
        gridProperties: {
          rowCount: grid.rows,
          columnCount: grid.columns,
          frozenRowCount: grid.frozen,
        },
      },
    },
  } satisfies WorkbookRequest;
}

/** Says on the sheet itself what it is, so that a renamed tab is still known. */
export const tagTab = (tab: WorkbookTab): WorkbookRequest[] =>
  Object.entries({ kind: tab.kind, ...(tab.unitId === undefined ? {} : { unit: tab.unitId }) }).map(
    ([metadataKey, metadataValue]) => ({
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey,
          metadataValue,
          visibility: 'DOCUMENT',
          location: { sheetId: tab.sheetId },
        },
      },
    }),
  );

/** Whole-tab protection: only these people, and the robot as owner, may edit; all may where it is left `open`. */
export const protectTab = (
  sheetId: number,
  editors: readonly string[],
  open: readonly object[] = [],
): WorkbookRequest => ({
  addProtectedRange: {
    protectedRange: {
      range: { sheetId },
      description: 'Gương Sáng',
      warningOnly: false,
      editors: { users: [...editors] },
      ...(open.length > 0 ? { unprotectedRanges: [...open] } : {}),
    },
  },
});

export const widthRequest = (
  sheetId: number,
  index: number,
  pixelSize: number,
  hidden = false,
): WorkbookRequest => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
    properties: { pixelSize, hiddenByUser: hidden },
    fields: 'pixelSize,hiddenByUser',
  },
});

/** Long texts show their first lines; the rest is read in the formula bar, and a row stays a row. */
const rowHeight = 63;
const headerHeight = 44;

const heightRequest = (sheetId: number, [startIndex, endIndex]: [number, number], pixelSize: number) =>
  ({
    updateDimensionProperties: {
      range: { sheetId, dimension: 'ROWS', startIndex, endIndex },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  }) satisfies WorkbookRequest;

const heightRequests = (sheetId: number, rows: number, pixelSize: number): WorkbookRequest[] => [
  heightRequest(sheetId, [0, 1], headerHeight),
  heightRequest(sheetId, [firstDataLine - 1, rows], pixelSize),
];

/** A title runs on over the blank cells beside it, on a line that is high enough for it. */
export const titleFormat = {
  textFormat: { bold: true, fontSize: 14 },
  wrapStrategy: 'OVERFLOW_CELL',
  verticalAlignment: 'MIDDLE',
};

export const titleHeight = (sheetId: number): WorkbookRequest => heightRequest(sheetId, [0, 1], 36);

export const hideKeyRow = (sheetId: number): WorkbookRequest => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
    properties: { hiddenByUser: true },
    fields: 'hiddenByUser',
  },
});

export const writeRows = (sheetId: number, rows: object[][], rowIndex = 0): WorkbookRequest => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex: 0 },
    rows: rows.map((values) => ({ values })),
    fields: 'userEnteredValue,note,userEnteredFormat',
  },
});

export const headerNote = (column: Column): string => `${column.help}\nVí dụ: ${column.example}`;

export const headerCell = (column: SystemColumn | Column) => ({
  ...text(column.header),
  userEnteredFormat: headerFormat,
  ...('help' in column ? { note: headerNote(column) } : {}),
});

/** What the hidden row says of a column, and beside the ids of the form: the add-on knows no more. */
export function keyCell(form: Form, column: SystemColumn | Column): string {
  if ('help' in column) return toKeyCell(column, columnOf(shippedForm(form.id), column.key));
  return column.key === 'rowId' ? rowIdCell(form) : column.key;
}

export function unitTabRequests(tab: WorkbookTab, form: Form, period: string): WorkbookRequest[] {
  const { sheetId } = tab;
  const columns = unitTabColumns(form);
  const ids = Array.from({ length: stampedRows }, (_, index) => [
    { ...text(stampedRowId(period, tab.unitId ?? '', index + 1)), userEnteredFormat: textFormat },
    formula(statusFormula('status')),
    formula(statusFormula('issues')),
  ]);
  return [
    writeRows(sheetId, [
      columns.map(headerCell),
      columns.map((column) => text(keyCell(form, column))),
      ...ids,
    ]),
    ...form.columns.flatMap((column, index) => columnRequests(sheetId, column, index + systemColumns.length)),
    ...columns.map((column, index) =>
      widthRequest(sheetId, index, column.width, 'hidden' in column && column.hidden),
    ),
    ...heightRequests(sheetId, unitTabRows, rowHeight),
    hideKeyRow(sheetId),
  ];
}

const formats: Record<Column['type'], { type: string; pattern?: string }> = {
  text: { type: 'TEXT' },
  longText: { type: 'TEXT' },
  choice: { type: 'TEXT' },
  link: { type: 'TEXT' },
  integer: { type: 'NUMBER', pattern: '0' },
  date: { type: 'DATE', pattern: 'dd/mm/yyyy' },
};

const columnRange = (sheetId: number, index: number, lastRow: number) => ({
  sheetId,
  startRowIndex: firstDataLine - 1,
  endRowIndex: lastRow,
  startColumnIndex: index,
  endColumnIndex: index + 1,
});

/** Text stays text: without the format Sheets turns "15/01" into a date and 09… into a number (reliability B). */
export const formatRequest = (
  sheetId: number,
  { type }: Column,
  index: number,
  lastRow: number,
): WorkbookRequest => ({
  repeatCell: {
    range: columnRange(sheetId, index, lastRow),
    cell: {
      userEnteredFormat: {
        numberFormat: formats[type],
        wrapStrategy: 'WRAP',
        verticalAlignment: 'TOP',
      },
    },
    fields: 'userEnteredFormat(numberFormat,wrapStrategy,verticalAlignment)',
  },
});

export function columnRequests(
  sheetId: number,
  column: Column,
  index: number,
  lastRow = unitTabRows,
): WorkbookRequest[] {
  const format = formatRequest(sheetId, column, index, lastRow);
  if (column.type !== 'choice') return [format];
  return [format, dropDown(columnRange(sheetId, index, lastRow), column.choices ?? [], column.help)];
}

export const dropDownRule = (words: readonly string[], inputMessage: string) => ({
  condition: { type: 'ONE_OF_LIST', values: words.map((userEnteredValue) => ({ userEnteredValue })) },
  inputMessage,
  strict: true,
  showCustomUi: true,
});

const dropDown = (range: object, words: readonly string[], inputMessage: string): WorkbookRequest => ({
  setDataValidation: { range, rule: dropDownRule(words, inputMessage) },
});

export const unitTabGrid = (form: Form) => ({
  rows: unitTabRows,
  columns: unitTabColumns(form).length,
  frozen: 2,
});

const reviewRows = 500;

export const reviewTabGrid = (form: Form) => ({
  rows: reviewRows,
  columns: reviewColumns(form).length,
  frozen: 2,
});

export function reviewTabRequests(
  { sheetId }: WorkbookTab,
  form: Form,
  canPromote: boolean,
): WorkbookRequest[] {
  const columns = reviewColumns(form);
  const decision = reviewColumn('decision');
  const words = Object.values(decisionWords).filter((word) => canPromote || word !== decisionWords.promote);
  const range = {
    sheetId,
    startRowIndex: firstDataLine - 1,
    endRowIndex: reviewRows,
    startColumnIndex: decision,
    endColumnIndex: decision + 1,
  };
  return [
    writeRows(sheetId, [
      columns.map((column) => ({ ...text(column.header), userEnteredFormat: headerFormat })),
      columns.map((column) => text(column.key)),
    ]),
    ...columns.map((column, index) => widthRequest(sheetId, index, column.width)),
    {
      repeatCell: {
        range: { sheetId, startRowIndex: firstDataLine - 1, endRowIndex: reviewRows },
        cell: { userEnteredFormat: textFormat },
        fields: 'userEnteredFormat(wrapStrategy,verticalAlignment)',
      },
    },
    ...heightRequests(sheetId, reviewRows, form.review?.rowHeight ?? rowHeight),
    dropDown(range, words, 'Chọn quyết định; trả lại thì ghi lý do ở cột bên cạnh.'),
    hideKeyRow(sheetId),
  ];
}

function lineFormat(cells: readonly string[], index: number): { userEnteredFormat?: object } {
  if (index === 0) return { userEnteredFormat: titleFormat };
  if (!isGuideHeading(cells)) return cells.length > 1 ? { userEnteredFormat: textFormat } : {};
  return { userEnteredFormat: { ...textFormat, textFormat: { bold: true } } };
}

export const textTabRequests = ({ sheetId }: WorkbookTab, rows: readonly (readonly string[])[]) => [
  writeRows(
    sheetId,
    // A sentence alone runs on over the blank cells beside it; a table's cells wrap.
    rows.map((cells, index) =>
      cells.map((cell) => ({
        ...text(cell),
        ...lineFormat(cells, index),
      })),
    ),
  ),
  titleHeight(sheetId),
  ...[220, 420, 320].map((width, index) => widthRequest(sheetId, index, width)),
];
