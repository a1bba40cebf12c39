/**
 * What a unit tab that stands must get to be of the plan's form as it is now: headers, hidden keys, drop-downs, columns that
 * are new. Pure. The lines of people are never written; a new column is inserted beside them.
 */
import type {
  WorkbookRequest,
  Workbook as WorkbookResource,
} from '../../functions/adapters/workbook-admin.ts';
import type { Column, Form } from '../../functions/domain/form.ts';
import { forms } from '../../functions/domain/forms/index.ts';
import { splitKeyCell } from '../../functions/domain/key-cell.ts';
import type { CellValue } from '../../functions/domain/row.ts';
import { findKeyRow, readTab } from '../../functions/domain/tab.ts';
import { compareKey } from '../../functions/domain/text.ts';
import { headerLine, systemColumns } from '../../functions/domain/workbook.ts';
import { dropDownRule, formatRequest, headerCell, keyCell, text, widthRequest } from './tab-requests.ts';

export type StandingSheet = NonNullable<WorkbookResource['sheets']>[number];
type Cell = NonNullable<
  NonNullable<NonNullable<NonNullable<StandingSheet['data']>[number]['rowData']>[number]['values']>[number]
>;

/** Of the first lines of a tab. */
export const mendFields =
  'sheets(properties(sheetId,title,gridProperties(rowCount)),data(rowData(values(userEnteredValue,note,dataValidation))))';

/** Headers, keys and one line of people's, whose drop-downs speak for the column's. */
export const mendLines = 3;

interface Standing {
  sheetId: number;
  rowCount: number;
  cells: Cell[][];
  values: CellValue[][];
  keyIndex: number;
}

/** Undefined when the keys are not among the lines given; a tab without any is left alone. */
export function mendTab(sheet: StandingSheet, form: Form): WorkbookRequest[] | undefined {
  const cells = (sheet.data?.[0]?.rowData ?? []).map(({ values = [] }) => values);
  const values = cells.map((line) => line.map(toValue));
  const keyIndex = findKeyRow([form, ...Object.values(forms)], values, headerLine);
  if (keyIndex < 0) return undefined;
  const { sheetId, gridProperties } = sheet.properties ?? {};
  const standing = {
    sheetId: sheetId ?? 0,
    rowCount: gridProperties?.rowCount ?? 0,
    cells,
    values,
    keyIndex,
  };
  const { columns } = readTab(form, values, { headerLine });
  return columns.size === 0 ? [] : requestsFor(standing, form, columns);
}

const toValue = ({ userEnteredValue }: Cell): CellValue =>
  userEnteredValue?.stringValue ??
  userEnteredValue?.numberValue ??
  userEnteredValue?.boolValue ??
  userEnteredValue?.formulaValue ??
  '';

/** First the new columns, from left to right; then every column where it stands by then. */
function requestsFor(standing: Standing, form: Form, found: ReadonlyMap<string, number>): WorkbookRequest[] {
  const { sheetId } = standing;
  const requests: WorkbookRequest[] = [];
  const inserted: number[] = [];
  /** Where a column of today's sheet stands once all before it have been inserted. */
  const moved = (index: number): number => inserted.reduce((at, place) => (place <= at ? at + 1 : at), index);
  let behind = Math.max(...systemColumns.map(({ key }) => keyPlace(standing, key)));
  for (const column of form.columns) {
    const index = found.get(column.key);
    if (index !== undefined) {
      behind = moved(index);
      continue;
    }
    behind += 1;
    inserted.push(behind);
    requests.push({
      insertDimension: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: behind, endIndex: behind + 1 },
        inheritFromBefore: true,
      },
    });
    requests.push(...newColumn(standing, form, column, behind));
  }
  const rowId = found.get('rowId');
  return [
    ...requests,
    ...form.columns.flatMap((column) => {
      const index = found.get(column.key);
      return index === undefined ? [] : mendColumn(standing, form, column, index, moved(index));
    }),
    ...(rowId === undefined ? [] : mendKey(standing, keyCell(form, idColumn), rowId, moved(rowId))),
    ...clearedKeys(standing, form, moved),
  ];
}

const idColumn = systemColumns.find(({ key }) => key === 'rowId') ?? systemColumns[0]!;

const keyPlace = ({ values, keyIndex }: Standing, key: string): number =>
  (values[keyIndex] ?? []).findIndex((value) => splitKeyCell(value)?.key === key);

const write = (sheetId: number, rowIndex: number, columnIndex: number, cell: object, fields: string) => ({
  updateCells: { start: { sheetId, rowIndex, columnIndex }, rows: [{ values: [cell] }], fields },
});

function newColumn(standing: Standing, form: Form, column: Column, index: number): WorkbookRequest[] {
  const { sheetId, rowCount, keyIndex } = standing;
  return [
    write(sheetId, headerLine - 1, index, headerCell(column), 'userEnteredValue,note,userEnteredFormat'),
    write(sheetId, keyIndex, index, text(keyCell(form, column)), 'userEnteredValue'),
    formatRequest(sheetId, column, index, rowCount),
    // The neighbour's drop-down came with its looks.
    validation(standing, index, ruleOf(column)),
    widthRequest(sheetId, index, column.width),
  ];
}

function mendColumn(
  standing: Standing,
  form: Form,
  column: Column,
  index: number,
  at: number,
): WorkbookRequest[] {
  const { sheetId, cells, values } = standing;
  const header = headerCell(column);
  const isSame =
    compareKey(String(values[headerLine - 1]?.[index] ?? '')) === compareKey(column.header) &&
    (cells[headerLine - 1]?.[index]?.note ?? '') === ('note' in header ? header.note : '');
  return [
    ...(isSame ? [] : [write(sheetId, headerLine - 1, at, header, 'userEnteredValue,note')]),
    ...mendKey(standing, keyCell(form, column), index, at),
    ...mendDropDown(standing, column, index, at),
  ];
}

function mendKey({ sheetId, values, keyIndex }: Standing, wanted: string, index: number, at: number) {
  const isSame = values[keyIndex]?.[index] === wanted;
  return isSame ? [] : [write(sheetId, keyIndex, at, text(wanted), 'userEnteredValue')];
}

/** What a plan asked once and no longer asks: the column stays with what people typed, and is no longer judged. */
function clearedKeys({ sheetId, values, keyIndex }: Standing, form: Form, moved: (index: number) => number) {
  const known = new Set([...systemColumns, ...form.columns].map(({ key }) => key));
  return (values[keyIndex] ?? []).flatMap((value, index) => {
    const cell = splitKeyCell(value);
    if (!cell?.rest.startsWith('{') || known.has(cell.key)) return [];
    return [write(sheetId, keyIndex, moved(index), {}, 'userEnteredValue')];
  });
}

const ruleOf = ({ type, choices = [], help }: Column) =>
  type === 'choice' ? dropDownRule(choices, help) : undefined;

function mendDropDown(standing: Standing, column: Column, index: number, at: number): WorkbookRequest[] {
  const { cells, keyIndex } = standing;
  const line = cells.findIndex((_, one) => one >= headerLine && one !== keyIndex);
  const before = cells[line]?.[index]?.dataValidation;
  const wanted = ruleOf(column);
  const told = (rule: typeof before): string =>
    JSON.stringify([
      rule?.condition?.type,
      rule?.condition?.values?.map(({ userEnteredValue }) => userEnteredValue),
      rule?.inputMessage,
    ]);
  return told(before) === told(wanted) ? [] : [validation(standing, at, wanted)];
}

/** Below the keys, wherever they stand: no line of people is without. */
const validation = (
  { sheetId, rowCount, keyIndex }: Standing,
  index: number,
  rule: ReturnType<typeof dropDownRule> | undefined,
): WorkbookRequest => ({
  setDataValidation: {
    range: {
      sheetId,
      startRowIndex: keyIndex === headerLine ? headerLine + 1 : headerLine,
      endRowIndex: rowCount,
      startColumnIndex: index,
      endColumnIndex: index + 1,
    },
    ...(rule ? { rule } : {}),
  },
});
