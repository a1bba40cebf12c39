/** Requests that make each tab of a control workbook: headers with notes, keys, lines, formats, drop-downs. */
import type { WorkbookRequest } from '../../functions/adapters/workbook-admin.ts';
import { kindLabels } from '../../functions/domain/form.ts';
import { forms } from '../../functions/domain/forms/index.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import type { CellValue } from '../../functions/domain/row.ts';
import { firstDataLine } from '../../functions/domain/workbook.ts';
import { planLayout, planTab } from '../../functions/plans/control-sheet/plan-tab.ts';
import type { ControlColumn, ControlState, ControlTab } from '../../functions/plans/control-sheet/tab.ts';
import { toList } from '../../functions/plans/control-sheet/tab.ts';
import { unitsTab } from '../../functions/plans/control-sheet/units-tab.ts';
import {
  headerFormat,
  hideKeyRow,
  titleFormat,
  titleHeight,
  widthRequest,
  writeRows,
} from './tab-requests.ts';

/** Lines for what people will add. */
const spareLines = 200;

export interface SheetSeat {
  sheetId: number;
  title: string;
  index: number;
}

const addSheet = ({ sheetId, title, index }: SheetSeat, kind: string, grid: object): WorkbookRequest[] => [
  { addSheet: { properties: { sheetId, title, index, gridProperties: grid } } },
  {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: 'kind',
        metadataValue: kind,
        visibility: 'DOCUMENT',
        location: { sheetId },
      },
    },
  },
];

/** `headers`: its first line has them; otherwise a title stands there, and the first column says what each line is. */
export const machineTabRequests = (
  seat: SheetSeat,
  widths: readonly number[],
  headers: boolean,
): WorkbookRequest[] => [
  ...addSheet(seat, 'machine', { rowCount: 200, columnCount: widths.length, frozenRowCount: 1 }),
  ...widths.map((width, index) => widthRequest(seat.sheetId, index, width)),
  formatted({ sheetId: seat.sheetId, startRowIndex: 1 }, cellText),
  ...(headers
    ? [formatted({ sheetId: seat.sheetId, endRowIndex: 1 }, headerFormat)]
    : [
        formatted({ sheetId: seat.sheetId, startRowIndex: 1, endColumnIndex: 1 }, { ...cellText, ...bold }),
        formatted({ sheetId: seat.sheetId, endRowIndex: 1 }, titleFormat),
        titleHeight(seat.sheetId),
      ]),
];

const bold = { textFormat: { bold: true } };
const cellText = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' };

const formatted = (range: object, userEnteredFormat: object): WorkbookRequest => ({
  repeatCell: { range, cell: { userEnteredFormat }, fields: 'userEnteredFormat' },
});

export function peopleTabRequests(
  tab: ControlTab,
  index: number,
  cells: readonly CellValue[][],
  state: ControlState,
): WorkbookRequest[] {
  const { sheetId, title } = tab;
  const columns = tab === planTab ? planLayout : tab.columns;
  const rowCount = cells.length + spareLines;
  const [headers = [], ...rest] = cells;
  const noted = headers.map((header, at) => ({
    ...toCell(header),
    userEnteredFormat: headerFormat,
    note: noteOf(columns[at] as ControlColumn, at === 0 ? tab.help : ''),
  }));
  const grid = { rowCount, columnCount: columns.length, frozenRowCount: 2 };
  return [
    ...addSheet({ sheetId, title, index }, 'control', grid),
    writeRows(sheetId, [noted, ...rest.map((row) => row.map(toCell))]),
    ...columns.map((column, at) => widthRequest(sheetId, at, column.width, column.hidden ?? false)),
    ...(tab === planTab
      ? planTab.columns.flatMap((column, line) =>
          formatRequests(column, cellRange(sheetId, line + firstDataLine, 2), state),
        )
      : columns.flatMap((column, at) => formatRequests(column, columnRange(sheetId, at, rowCount), state))),
    hideKeyRow(sheetId),
  ];
}

const toCell = (value: CellValue) =>
  value === ''
    ? {}
    : {
        userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: String(value) },
      };

const noteOf = ({ help, example }: ControlColumn, tabHelp: string): string =>
  [tabHelp, help, example === '' ? '' : `Ví dụ: ${example}`].filter((line) => line !== '').join('\n');

const columnRange = (sheetId: number, index: number, endRowIndex: number) => ({
  sheetId,
  startRowIndex: firstDataLine - 1,
  endRowIndex,
  startColumnIndex: index,
  endColumnIndex: index + 1,
});

const cellRange = (sheetId: number, line: number, index: number) => ({
  ...columnRange(sheetId, index, line),
  startRowIndex: line - 1,
});

/** Text stays text: without the format Sheets makes a date of "19/08" and a number of "01". */
const formats: Partial<Record<ControlColumn['type'], object>> = {
  integer: { type: 'NUMBER', pattern: '0' },
  date: { type: 'DATE', pattern: 'dd/mm/yyyy' },
};

function formatRequests(column: ControlColumn, range: object, state: ControlState): WorkbookRequest[] {
  const format: WorkbookRequest = {
    repeatCell: {
      range,
      cell: {
        userEnteredFormat: {
          numberFormat: formats[column.type] ?? { type: 'TEXT' },
          wrapStrategy: 'WRAP',
          verticalAlignment: 'TOP',
        },
      },
      fields: 'userEnteredFormat(numberFormat,wrapStrategy,verticalAlignment)',
    },
  };
  const condition = choicesOf(column, state);
  return condition === undefined
    ? [format]
    : [
        format,
        {
          setDataValidation: {
            range,
            rule: {
              condition,
              inputMessage: column.help,
              // Words that are themselves on the sheet can be others tomorrow: the machine judges them when it reads.
              strict: column.choices !== undefined,
              showCustomUi: true,
            },
          },
        },
      ];
}

const oneOf = (words: readonly string[]) => ({
  type: 'ONE_OF_LIST',
  values: words.map((userEnteredValue) => ({ userEnteredValue })),
});

/** Every set of kinds of exemplars, from all to one. */
function kindSets(): string[] {
  const [individual = '', collective = '', model = ''] = Object.values(kindLabels);
  const sets = [
    [individual, collective, model],
    [individual, collective],
    [individual, model],
    [collective, model],
    [individual],
    [collective],
    [model],
  ];
  return sets.map(toList);
}

/** One kind, as a list has, and the sets of kinds that the plan's events are for: nothing that stands there looks wrong. */
function owingKinds({ unitKinds, events }: Plan): string[] {
  const named = (ids: readonly string[]): string => toList(ids.map((id) => unitKinds[id]?.name ?? id));
  const sets = [...Object.keys(unitKinds).map((id) => [id]), ...events.map((event) => event.unitKinds)];
  return [...new Set(sets.map(named))];
}

function choicesOf({ choices, proposes }: ControlColumn, { plan }: ControlState) {
  if (choices) return oneOf(choices);
  switch (proposes) {
    case 'unitKinds':
      return oneOf(Object.values(plan.unitKinds).map(({ name }) => name));
    case 'owingKinds':
      return oneOf(owingKinds(plan));
    case 'forms':
      return oneOf(Object.values(forms).map(({ title }) => title));
    case 'kindSets':
      return oneOf(kindSets());
    case 'units':
      return { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `='${unitsTab.title}'!$A$3:$A` }] };
    default:
      return undefined;
  }
}
