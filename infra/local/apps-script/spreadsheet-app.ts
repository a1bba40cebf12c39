/** SpreadsheetApp, Spreadsheet and Sheet of Apps Script, over the spreadsheet that the person has open. */
import { isInside, parseA1 } from './a1.ts';
import { count, demand, type Execution } from './execution.ts';
import { type Area, scopes } from './model.ts';
import { createRange } from './range.ts';
import { createUi } from './ui.ts';

export interface SpreadsheetApp {
  app: object;
  book: object;
  range(area: Area): object;
}

export function createSpreadsheetApp(execution: Execution): SpreadsheetApp {
  const { realm, book: data, session } = execution;
  const sheets = new Map<number, object>();
  const sheetOf = (sheetId: number): object => {
    const known = sheets.get(sheetId) ?? createSheet(execution, sheetId);
    sheets.set(sheetId, known);
    return known;
  };
  const allowed = (method: string): void =>
    demand(execution, `SpreadsheetApp.${method}`, { scope: scopes.sheets, inTriggers: true });
  const range = (area: Area): object => createRange(execution, area, sheetOf(area.sheetId));

  const book = realm.emulate('Spreadsheet', {
    getId: () => session.spreadsheetId,
    getName: () => data.properties().title,
    getSpreadsheetTimeZone: () => data.properties().timeZone,
    getSpreadsheetLocale: () => data.properties().locale,
    getActiveSheet: () => sheetOf(session.activeSheetId),
    getSheets: () => data.grids().map(({ sheetId }) => sheetOf(sheetId)),
    toast(message: string, title = '', _seconds = 5) {
      execution.shown.push({ kind: 'toast', title, message });
    },
  });
  const ui = createUi(execution);
  const app = realm.emulate('SpreadsheetApp', {
    getActive() {
      allowed('getActive');
      return book;
    },
    getActiveSpreadsheet() {
      allowed('getActiveSpreadsheet');
      return book;
    },
    getActiveSheet() {
      allowed('getActiveSheet');
      return sheetOf(session.activeSheetId);
    },
    getUi: () => ui,
    // Writes here are never buffered.
    flush: () => undefined,
    openById() {
      demand(execution, 'SpreadsheetApp.openById', {
        scope: 'https://www.googleapis.com/auth/spreadsheets',
        inTriggers: false,
      });
      throw new Error('not emulated: SpreadsheetApp.openById');
    },
  });
  return { app, book, range };
}

function createSheet(execution: Execution, sheetId: number): object {
  const { realm, book, session } = execution;
  const areaOf = (first: number | string, column?: number, rows = 1, columns = 1): Area =>
    typeof first === 'string'
      ? parseA1(first, book.grid(sheetId))
      : { sheetId, row: first, column: column ?? 1, rows, columns };
  const rangeOf = (area: Area): object => createRange(execution, area, sheet);
  const extent = (method: string) => {
    count(execution, method);
    return book.extent(sheetId);
  };

  let hidden: ReturnType<typeof book.hiddenRows> | undefined;
  const hiddenRows = () => {
    hidden ??= book.hiddenRows(sheetId);
    return hidden;
  };

  const sheet = realm.emulate('Sheet', {
    getSheetId: () => sheetId,
    getName: () => book.grid(sheetId).title,
    getRange(...address: Parameters<typeof areaOf>) {
      // The server may have added lines since the shape was last read.
      if (!isInside(areaOf(...address), book.grid(sheetId))) book.refresh();
      const area = areaOf(...address);
      if (!isInside(area, book.grid(sheetId)))
        throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
      return rangeOf(area);
    },
    getDataRange() {
      const { rows, columns } = book.extent(sheetId);
      return rangeOf({ sheetId, row: 1, column: 1, rows: Math.max(1, rows), columns: Math.max(1, columns) });
    },
    getActiveRange: () => (session.activeRange?.sheetId === sheetId ? rangeOf(session.activeRange) : null),
    getLastRow: () => extent('getLastRow').rows,
    getLastColumn: () => extent('getLastColumn').columns,
    isRowHiddenByUser(row: number) {
      count(execution, 'isRowHiddenByUser');
      return hiddenRows().byUser.has(row);
    },
    isRowHiddenByFilter(row: number) {
      count(execution, 'isRowHiddenByFilter');
      return hiddenRows().byFilter.has(row);
    },
    getDeveloperMetadata() {
      count(execution, 'getDeveloperMetadata');
      return book
        .grid(sheetId)
        .tags.map(({ key, value }) =>
          realm.emulate('DeveloperMetadata', { getKey: () => key, getValue: () => value }),
        );
    },
    activate() {
      session.activeSheetId = sheetId;
      delete session.activeRange;
      return sheet;
    },
  });
  return sheet;
}
