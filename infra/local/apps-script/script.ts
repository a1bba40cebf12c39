/** Runs functions of the bundle, each in a fresh sandbox as Apps Script does: globals never outlive an execution. */
import vm from 'node:vm';
import { parseA1 } from './a1.ts';
import { openBook } from './book.ts';
import { toValue } from './cell-values.ts';
import type { Execution, Stores } from './execution.ts';
import type { Area, Authority, Outcome, ScriptSettings, Session } from './model.ts';
import { createRealm } from './realm.ts';
import { createServices } from './services.ts';
import { createSpreadsheetApp, type SpreadsheetApp } from './spreadsheet-app.ts';
import { createSyncHttp } from './sync-http.ts';
import { createHtmlService } from './ui.ts';

export interface ScriptHost {
  open(session: Session): Outcome;
  edit(session: Session, sheetId: number, a1: string, values: unknown[][]): Outcome;
  run(session: Session, name: string, args: unknown[]): Outcome;
  select(session: Session, sheetId: number, a1: string | undefined): void;
  /** Global names that the bundle makes. */
  globals(): string[];
  close(): Promise<unknown>;
}

export function createScriptHost(settings: ScriptSettings): ScriptHost {
  const http = createSyncHttp();
  const script = new vm.Script(settings.code, { filename: 'Code.js' });
  const stores: Stores = { script: new Map([['FUNCTIONS_URL', settings.functionsUrl]]) };

  /** How far the virtual clock is ahead of the real one. */
  const clockOffset = (): number => {
    const { text } = http.call({ url: `${settings.workspaceUrl}/clock`, method: 'GET', headers: {} });
    return new Date((JSON.parse(text) as { now: string }).now).getTime() - Date.now();
  };

  const begin = (
    session: Session,
    authority: Authority,
  ): { execution: Execution; sheets: SpreadsheetApp } => {
    const offset = clockOffset();
    const realm = createRealm(() => Date.now() + offset);
    const book = openBook(http, settings.workspaceUrl, session);
    const reports = { calls: {}, shown: [], log: [] };
    const execution: Execution = { settings, session, authority, realm, book, http, stores, ...reports };
    const sheets = createSpreadsheetApp(execution);
    const services = createServices(execution);
    for (const [name, service] of Object.entries({
      ...services,
      SpreadsheetApp: sheets.app,
      HtmlService: createHtmlService(execution),
    }))
      realm.define(name, service);
    realm.load(script);
    return { execution, sheets };
  };

  const finish = ({ calls, shown, log }: Execution, result?: unknown): Outcome => ({
    calls,
    shown,
    log,
    ...(result === undefined ? {} : { result: toJson(result) }),
  });

  return {
    open(session) {
      const { execution, sheets } = begin(session, 'limited');
      execution.realm.call('onOpen', [{ authMode: 'LIMITED', source: sheets.book }]);
      return finish(execution);
    },
    edit(session, sheetId, a1, values) {
      const { execution, sheets } = begin(session, 'limited');
      const { book, realm } = execution;
      const start = parseA1(a1, book.grid(sheetId));
      const columns = Math.max(...values.map((row) => row.length));
      const area: Area = { ...start, rows: values.length, columns };
      const isCell = area.rows === 1 && area.columns === 1;
      const oldValue = isCell ? enteredAt(execution, area) : '';
      book.enter(area, values);
      session.activeSheetId = sheetId;
      session.activeRange = area;
      const value = isCell ? enteredAt(execution, area) : '';
      realm.call('onEdit', [
        {
          authMode: 'LIMITED',
          source: sheets.book,
          range: sheets.range(area),
          ...(value === '' ? {} : { value }),
          ...(oldValue === '' ? {} : { oldValue }),
        },
      ]);
      return finish(execution);
    },
    run(session, name, args) {
      const { execution } = begin(session, 'full');
      return finish(execution, execution.realm.call(name, args));
    },
    select(session, sheetId, a1) {
      const book = openBook(http, settings.workspaceUrl, session);
      session.activeSheetId = sheetId;
      delete session.activeRange;
      if (a1 !== undefined) session.activeRange = parseA1(a1, book.grid(sheetId));
    },
    globals() {
      const realm = createRealm(() => 0);
      realm.load(script);
      return realm.globals();
    },
    close: http.close,
  };
}

/** The event gives what was entered, a date as its serial number. */
function enteredAt({ book }: Execution, area: Area): unknown {
  const [cell] = book.readCells(area, 'effectiveValue,formattedValue').flat();
  return toValue(cell, 'utc');
}

/** Only plain values pass between the script and its pages. */
function toJson(value: unknown): unknown {
  const check = (_key: string, part: unknown): unknown => {
    if (typeof part === 'function') throw new Error('A function cannot be given to a page.');
    return part;
  };
  return JSON.parse(JSON.stringify(value, check));
}
