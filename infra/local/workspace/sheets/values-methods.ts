/** spreadsheets.values.*: lists of values read, written, appended and cleared. */
import { ApiError } from '../api.ts';
import { parseRange, type Target, toA1, toArea } from './a1.ts';
import { bodyOf, type Call, changeBook, flag, readBook, renderOptions } from './call.ts';
import { calculationOf } from './formula/calculate.ts';
import { clip } from './metadata.ts';
import type { Area, Spreadsheet, Tab } from './model.ts';
import { type RenderOptions, renderRange } from './render.ts';
import {
  appendRows,
  clearArea,
  type InputOption,
  toInputRows,
  type Written,
  writeRange,
} from './write-values.ts';

export interface GivenValues {
  range?: string;
  majorDimension?: string;
  values?: unknown;
}

export function renderTarget(book: Spreadsheet, { tab, range }: Target, options: RenderOptions) {
  return renderRange(calculationOf(book), tab, clip(tab, toArea(tab, range)), options);
}

export function getValues(call: Call, range: string): object {
  const book = readBook(call);
  return renderTarget(
    book,
    parseRange(book, range),
    renderOptions((name) => call.request.query.get(name)),
  );
}

export function inputOption(value: string | null | undefined): InputOption {
  if (value === 'RAW' || value === 'USER_ENTERED') return value;
  if (value && value !== 'INPUT_VALUE_OPTION_UNSPECIFIED')
    throw new ApiError(400, `Invalid value at 'value_input_option': "${value}"`);
  throw new ApiError(400, "'valueInputOption' is required but not specified");
}

/** Counts that are nothing are left out, as Google leaves out zeros. */
export function toUpdate(
  book: Spreadsheet,
  written: Written,
  options: RenderOptions | undefined,
): Record<string, unknown> {
  const tab = tabIn(book, written.tab);
  return {
    spreadsheetId: book.id,
    updatedRange: toA1(tab, written.area),
    ...(written.cells > 0
      ? { updatedRows: written.rows, updatedColumns: written.columns, updatedCells: written.cells }
      : {}),
    ...(options ? { updatedData: renderRange(calculationOf(book), tab, written.area, options) } : {}),
  };
}

function tabIn(book: Spreadsheet, tab: Tab): Tab {
  return book.tabs.find((each) => each.sheetId === tab.sheetId) ?? tab;
}

/** A range named beside the path must be the same one. */
function assertSameRange(book: Spreadsheet, range: string, given: string | undefined): void {
  if (given === undefined) return;
  const [a, b] = [parseRange(book, range), parseRange(book, given)];
  if (a.tab !== b.tab || toA1(a.tab, toArea(a.tab, a.range)) !== toA1(b.tab, toArea(b.tab, b.range))) {
    throw new ApiError(400, `Requested writing within range [${range}], but the body names range [${given}]`);
  }
}

function responseOptions(call: Call): RenderOptions | undefined {
  const { query } = call.request;
  return flag(query, 'includeValuesInResponse')
    ? renderOptions((name) => query.get(name), 'response')
    : undefined;
}

export function updateValues(call: Call, range: string): object {
  const option = inputOption(call.request.query.get('valueInputOption'));
  const body = bodyOf<GivenValues>(call);
  const { result, book } = changeBook(call, (draft) => {
    assertSameRange(draft.book, range, body.range);
    return writeRange(
      draft,
      parseRange(draft.book, range),
      toInputRows(body.values, body.majorDimension),
      option,
    );
  });
  return toUpdate(book, result, responseOptions(call));
}

export function appendValues(call: Call, range: string): object {
  const { query } = call.request;
  const option = inputOption(query.get('valueInputOption'));
  const body = bodyOf<GivenValues>(call);
  const insert = query.get('insertDataOption') === 'INSERT_ROWS';
  const { result, book } = changeBook(call, (draft) =>
    appendRows(
      draft,
      parseRange(draft.book, range),
      toInputRows(body.values, body.majorDimension),
      option,
      insert,
    ),
  );
  const tab = tabIn(book, result.written.tab);
  return {
    spreadsheetId: book.id,
    ...(result.table ? { tableRange: toA1(tab, result.table) } : {}),
    updates: toUpdate(book, result.written, responseOptions(call)),
  };
}

export function clearValues(call: Call, range: string): object {
  const { result, book } = changeBook(call, (draft) =>
    clearTarget(draft.book, parseRange(draft.book, range), (sheetId, area) =>
      clearArea(draft, sheetId, area),
    ),
  );
  return { spreadsheetId: book.id, clearedRange: result };
}

export function clearTarget(
  _book: Spreadsheet,
  { tab, range }: Target,
  clear: (sheetId: number, area: Area) => void,
): string {
  const area = clip(tab, toArea(tab, range));
  clear(tab.sheetId, area);
  return toA1(tab, area);
}
