/** What the runtime keeps of a person at a spreadsheet, and what an execution tells of itself. */

export interface Area {
  sheetId: number;
  /** From 1, as in Apps Script. */
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface MenuItem {
  caption: string;
  /** Name of the global function. */
  name: string;
}

export type Shown =
  | { kind: 'toast'; title: string; message: string }
  | { kind: 'dialog'; title: string; html: string }
  | { kind: 'sidebar'; title: string; html: string };

/** A person with one spreadsheet open. */
export interface Session {
  id: number;
  email: string;
  token: string;
  spreadsheetId: string;
  activeSheetId: number;
  /** The selected cells; absent until something was selected. */
  activeRange?: Area;
  menus: { caption: string; items: MenuItem[] }[];
}

/**
 * How often each method reached the sheet: reads and writes of values, formulas, notes, colours, formats, merges, extent
 * and metadata. Addressing (getRange, getDataRange, getSheet, getRow …) reaches nothing and is not counted.
 */
export type Calls = Record<string, number>;

export interface Outcome {
  calls: Calls;
  shown: Shown[];
  /** Lines of console.*. */
  log: string[];
  /** What the function answered, as JSON. */
  result?: unknown;
}

/** What an execution may do: a simple trigger has no authorisation for anything beyond its document. */
export type Authority = 'limited' | 'full';

export interface ScriptSettings {
  workspaceUrl: string;
  functionsUrl: string;
  code: string;
  /** HTML files of the project by name without ".html". */
  files: Record<string, string>;
  /** `oauthScopes` of the manifest. */
  scopes: string[];
  timeZone: string;
}

export const scopes = {
  sheets: 'https://www.googleapis.com/auth/spreadsheets.currentonly',
  fetch: 'https://www.googleapis.com/auth/script.external_request',
  ui: 'https://www.googleapis.com/auth/script.container.ui',
  email: 'https://www.googleapis.com/auth/userinfo.email',
  openid: 'openid',
} as const;
