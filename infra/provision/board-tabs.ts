/** Requests that make the tabs around the unit tabs: Tổng hợp and Gợi ý chọn, written by the machine, and Đề nghị, which people own. */
import type { WorkbookRequest } from '../../functions/adapters/workbook-admin.ts';
import {
  answeredColumns,
  askedColumns,
  requestColumn,
  requestColumns,
  requestForm,
  requestKey,
  requestLines,
} from '../../functions/domain/forms/request.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { shortlistColumns, shortlistHeaderRows } from '../../functions/domain/shortlist-tab.ts';
import { summaryColumns, summaryHeaderRows } from '../../functions/domain/summary.ts';
import {
  firstDataLine,
  machineColumns,
  tabTitles,
  type Workbook,
  type WorkbookTab,
} from '../../functions/domain/workbook.ts';
import {
  columnRequests,
  formula,
  headerFormat,
  headerNote,
  hideKeyRow,
  protectTab,
  text,
  widthRequest,
  writeRows,
} from './tab-requests.ts';

export const summaryTabGrid = { rows: 200, columns: summaryColumns.length, frozen: summaryHeaderRows };
export const shortlistTabGrid = { rows: 200, columns: shortlistColumns.length, frozen: shortlistHeaderRows };

export const summaryTabRequests = (tab: WorkbookTab): WorkbookRequest[] =>
  boardRequests(tab, summaryColumns, summaryHeaderRows);
export const shortlistTabRequests = (tab: WorkbookTab): WorkbookRequest[] =>
  boardRequests(tab, shortlistColumns, shortlistHeaderRows);

/** Values come with each sync; form and widths are set here once. */
function boardRequests(
  { sheetId }: WorkbookTab,
  columns: readonly { width: number }[],
  headerRows: number,
): WorkbookRequest[] {
  const headers = { startRowIndex: headerRows - 1, endRowIndex: headerRows };
  const { textFormat, wrapStrategy, verticalAlignment, backgroundColor } = headerFormat;
  return [
    ...columns.map(({ width }, index) => widthRequest(sheetId, index, width)),
    {
      repeatCell: {
        range: { sheetId, ...headers, startColumnIndex: 0, endColumnIndex: columns.length },
        cell: { userEnteredFormat: { textFormat, wrapStrategy, verticalAlignment, backgroundColor } },
        fields: 'userEnteredFormat(textFormat,wrapStrategy,verticalAlignment,backgroundColor)',
      },
    },
    {
      repeatCell: {
        range: { sheetId, startRowIndex: headerRows, startColumnIndex: 0, endColumnIndex: 1 },
        cell: { userEnteredFormat: { verticalAlignment: 'TOP' } },
        fields: 'userEnteredFormat.verticalAlignment',
      },
    },
    {
      repeatCell: {
        range: {
          sheetId,
          startRowIndex: headerRows,
          startColumnIndex: 1,
          endColumnIndex: columns.length,
        },
        cell: { userEnteredFormat: { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' } },
        fields: 'userEnteredFormat(wrapStrategy,verticalAlignment)',
      },
    },
  ];
}

const lastRow = firstDataLine - 1 + requestLines;

export const requestsTabGrid = { rows: lastRow, columns: requestColumns.length, frozen: 2 };

/** The same text on every line, as on unit tabs: INDEX(…, ROW()) finds its own line. */
const resultFormula = `=IF(INDEX($A:$A,ROW())="","",IFNA(VLOOKUP(INDEX($A:$A,ROW()),'${tabTitles.machine}'!$A:$D,${machineColumns.indexOf('status') + 1},FALSE)&"",""))`;

const edges = { key: { header: 'Mã', width: 90 }, result: { header: 'Kết quả', width: 360 } };

export function requestsTabRequests(
  { sheetId }: WorkbookTab,
  plan: Plan,
  workbook: Pick<Workbook, 'tabs' | 'part'>,
): WorkbookRequest[] {
  const { columns } = requestForm(plan, workbook);
  const all = [{ key: 'key', ...edges.key }, ...columns, { key: 'result', ...edges.result }];
  const headers = all.map((column) => ({
    ...text(column.header),
    userEnteredFormat: headerFormat,
    ...('help' in column ? { note: headerNote(column) } : {}),
  }));
  const blank = columns.map(() => ({}));
  const lines = Array.from({ length: requestLines }, (_, index) => [
    text(requestKey(workbook.part, index + 1)),
    ...blank,
    formula(resultFormula),
  ]);
  return [
    writeRows(sheetId, [headers, all.map(({ key }) => text(key)), ...lines]),
    ...columns.flatMap((column, index) => columnRequests(sheetId, column, index + 1, lastRow)),
    ...all.map(({ width }, index) => widthRequest(sheetId, index, width, index === 0)),
    hideKeyRow(sheetId),
  ];
}

/** Reviewers alone may answer; what a unit asks, anybody who may open the workbook types. */
export function protectRequests(sheetId: number, reviewers: readonly string[]): WorkbookRequest {
  const asked = {
    sheetId,
    startRowIndex: firstDataLine - 1,
    endRowIndex: lastRow,
    startColumnIndex: requestColumn(askedColumns[0]),
    endColumnIndex: requestColumn(answeredColumns[0]),
  };
  return protectTab(sheetId, reviewers, [asked]);
}
