/** spreadsheets.values.batch*: many ranges in one call, named in A1 or found by data filter. */
import { ApiError } from '../api.ts';
import { parseRange, toA1, toGridRange } from './a1.ts';
import { bodyOf, type Call, changeBook, listOf, readBook, renderOptions } from './call.ts';
import { calculationOf } from './formula/calculate.ts';
import { type DataFilter, matchFilters } from './metadata.ts';
import { type RenderOptions, renderRange } from './render.ts';
import { clearTarget, type GivenValues, inputOption, renderTarget, toUpdate } from './values-methods.ts';
import { clearArea, toInputRows, type Written, writeRange } from './write-values.ts';

export function batchGet(call: Call): object {
  const book = readBook(call);
  const { query } = call.request;
  const options = renderOptions((name) => query.get(name));
  return {
    spreadsheetId: book.id,
    valueRanges: query.getAll('ranges').map((range) => renderTarget(book, parseRange(book, range), options)),
  };
}

interface FilterBody extends Record<string, unknown> {
  dataFilters?: DataFilter[];
}

export function batchGetByDataFilter(call: Call): object {
  const book = readBook(call);
  const body = bodyOf<FilterBody>(call);
  const options = renderOptions((name) => body[name] as string | undefined);
  const valueRanges = matchFilters(book, listOf(body.dataFilters, 'data_filters')).map(
    ({ tab, area, dataFilters }) => ({
      valueRange: renderRange(calculationOf(book), tab, area, options),
      dataFilters,
    }),
  );
  return { spreadsheetId: book.id, ...(valueRanges.length > 0 ? { valueRanges } : {}) };
}

export function batchClear(call: Call): object {
  const { ranges } = bodyOf<{ ranges?: string[] }>(call);
  const { result, book } = changeBook(call, (draft) =>
    listOf(ranges, 'ranges').map((range) =>
      clearTarget(draft.book, parseRange(draft.book, range), (sheetId, area) =>
        clearArea(draft, sheetId, area),
      ),
    ),
  );
  return { spreadsheetId: book.id, clearedRanges: result };
}

export function batchClearByDataFilter(call: Call): object {
  const { dataFilters } = bodyOf<FilterBody>(call);
  const { result, book } = changeBook(call, (draft) =>
    matchFilters(draft.book, listOf(dataFilters, 'data_filters')).map(({ tab, area }) => {
      clearArea(draft, tab.sheetId, area);
      return toA1(tab, area);
    }),
  );
  return { spreadsheetId: book.id, clearedRanges: result };
}

interface BatchBody extends Record<string, unknown> {
  valueInputOption?: string;
  includeValuesInResponse?: boolean;
}

function totals(written: Written[]): object {
  const sum = (count: (each: Written) => number) => written.reduce((total, each) => total + count(each), 0);
  return {
    totalUpdatedRows: sum((each) => each.rows),
    totalUpdatedColumns: sum((each) => each.columns),
    totalUpdatedCells: sum((each) => each.cells),
    totalUpdatedSheets: new Set(written.map((each) => each.tab.sheetId)).size,
  };
}

function batchOptions(body: BatchBody): RenderOptions | undefined {
  return body.includeValuesInResponse
    ? renderOptions((name) => body[name] as string | undefined, 'response')
    : undefined;
}

/** An error says which of the ranges it is about. */
function inData<T>(index: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof ApiError
      ? new ApiError(error.status, `Invalid data[${index}]: ${error.message}`)
      : error;
  }
}

export function batchUpdateValues(call: Call): object {
  const body = bodyOf<BatchBody & { data?: GivenValues[] }>(call);
  const option = inputOption(body.valueInputOption);
  const { result, book } = changeBook(call, (draft) =>
    listOf(body.data, 'data').map((each, index) =>
      inData(index, () =>
        writeRange(
          draft,
          parseRange(draft.book, each.range ?? ''),
          toInputRows(each.values, each.majorDimension),
          option,
        ),
      ),
    ),
  );
  const options = batchOptions(body);
  return {
    spreadsheetId: book.id,
    ...totals(result),
    responses: result.map((each) => toUpdate(book, each, options)),
  };
}

export function batchUpdateByDataFilter(call: Call): object {
  const body = bodyOf<BatchBody & { data?: (GivenValues & { dataFilter?: DataFilter })[] }>(call);
  const option = inputOption(body.valueInputOption);
  const { result, book } = changeBook(call, (draft) =>
    listOf(body.data, 'data').flatMap(({ dataFilter = {}, values, majorDimension }, index) =>
      inData(index, () =>
        matchFilters(draft.book, [dataFilter]).map(({ tab, area }) => ({
          dataFilter,
          written: writeRange(
            draft,
            { tab, range: toGridRange(tab, area), single: false },
            toInputRows(values, majorDimension),
            option,
          ),
        })),
      ),
    ),
  );
  const options = batchOptions(body);
  const responses = result.map(({ dataFilter, written }) => {
    const { spreadsheetId: _id, ...update } = toUpdate(book, written, options);
    return { ...update, dataFilter };
  });
  return { spreadsheetId: book.id, ...totals(result.map((each) => each.written)), responses };
}
