/** The runtime behaves as Apps Script does where it matters, and refuses by name where it does not. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { sheetIds } from '../../../../functions/domain/workbook.ts';
import {
  type AppsScript,
  type ScriptSession,
  type Sidebar,
  startAppsScript,
} from '../../../../infra/local/apps-script/start.ts';
import { staffEmail } from '../../../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../../../support/office.ts';
import { sheetIdOf, tokenFor } from '../../../support/office-acts.ts';

const unit = '31843';
const manifest = {
  timeZone: 'Asia/Ho_Chi_Minh',
  oauthScopes: [
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/script.external_request',
    'https://www.googleapis.com/auth/script.container.ui',
    'https://www.googleapis.com/auth/userinfo.email',
    'openid',
  ],
};
let office: Office;
let script: AppsScript | undefined;

beforeAll(async () => {
  office = await startOffice();
});
afterEach(async () => {
  await script?.close();
  script = undefined;
});
afterAll(async () => {
  await shared?.script.close();
  await office.close();
});

/** A clerk at the own tab with a script that is only this. */
async function run(code: string, scopes = manifest.oauthScopes): Promise<ScriptSession> {
  script = await startAppsScript({
    workspaceUrl: office.local.urls.workspace,
    functionsUrl: office.local.urls.functions,
    code: `function onOpen() {} function onEdit() {} ${code}`,
    files: { page: '<p>Trang</p>' },
    manifest: { ...manifest, oauthScopes: scopes },
    token: (email) => tokenFor(office, email),
  });
  return script.open(staffEmail('clerk', unit), office.tab(unit).spreadsheetId, sheetIdOf(office, unit));
}

/** Opens a page from the menu, as nothing else may. */
const pageCode = `
  function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('Mở', 'show').addToUi(); }
  function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('page')); }`;

/** What the one function `go` answers to the sidebar. */
async function answer(body: string, scopes?: string[]): Promise<unknown> {
  const session = await run(`${pageCode} function go() { ${body} }`, scopes);
  await script?.click(session, 'Mở');
  return script?.sidebar(session)?.call('go');
}

let shared: { script: AppsScript; session: ScriptSession } | undefined;

/** One script for many cases: what is asked or typed is what it runs. */
async function oneForAll(): Promise<Sidebar> {
  if (!shared) {
    const session = await run(`${pageCode} function go(code) { return eval(code); }
      function onEdit(e) { eval(e.value); }`);
    shared = { script: script as AppsScript, session };
    script = undefined;
    await shared.script.click(session, 'Mở');
  }
  return shared.script.sidebar(shared.session) as Sidebar;
}

it.each([
  ['SpreadsheetApp.getActiveSheet().getRange(1, 1).getComment()', 'not emulated: Range.getComment'],
  ['SpreadsheetApp.getActive().copy("x")', 'not emulated: Spreadsheet.copy'],
  ['SpreadsheetApp.create("x")', 'not emulated: SpreadsheetApp.create'],
  ['UrlFetchApp.fetchAll([])', 'not emulated: UrlFetchApp.fetchAll'],
  ['UrlFetchApp.fetch("http://127.0.0.1", { proxy: 1 })', 'not emulated: UrlFetchApp.fetch with proxy'],
  ['Utilities.formatDate(new Date(), "UTC", "EEE")', 'not emulated: "E" in Utilities.formatDate'],
  ['MailApp.sendEmail("a", "b", "c")', 'MailApp is not defined'],
  ['setTimeout(() => 1, 1)', 'setTimeout is not defined'],
  ['new URL("http://a")', 'URL is not defined'],
  ['fetch("http://a")', 'fetch is not defined'],
  ['process.exit()', 'process is not defined'],
  ['UrlFetchApp.fetch("http://127.0.0.1:1/check")', 'Only the functions of this trial may be called'],
  ['SpreadsheetApp.getActiveSheet().getRange(1, 500)', 'outside the dimensions of the sheet'],
  [
    'SpreadsheetApp.getActiveSheet().getRange(3, 1, 1, 2).setNotes([["a"]])',
    'The data has 1 but the range has 2',
  ],
  [
    'SpreadsheetApp.openById("x")',
    'Specified permissions are not sufficient to call SpreadsheetApp.openById',
  ],
  ['ScriptApp.newTrigger("x")', 'Specified permissions are not sufficient to call ScriptApp.newTrigger'],
])('refuses %s', async (code, message) => {
  const page = await oneForAll();
  await expect(page.call('go', [code])).rejects.toThrow(message);
});

it.each([
  ['UrlFetchApp.fetch("http://127.0.0.1/check")', 'UrlFetchApp.fetch'],
  ['ScriptApp.getIdentityToken()', 'ScriptApp.getIdentityToken'],
  ['ScriptApp.newTrigger("x")', 'ScriptApp.newTrigger'],
  ['SpreadsheetApp.openById("x")', 'SpreadsheetApp.openById'],
  ['SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("x"))', 'Ui.showSidebar'],
])('lets no simple trigger call %s', async (code, name) => {
  await oneForAll();
  const typing = shared?.script.edit(shared.session, sheetIdOf(office, unit), 'F9', [[code]]);
  await expect(typing).rejects.toThrow(`You do not have permission to call ${name}.`);
});

it.each(manifest.oauthScopes)('needs the scope %s for what the add-on does', async (scope) => {
  const act = `SpreadsheetApp.getActiveSheet(); ScriptApp.getIdentityToken();
    UrlFetchApp.fetch('${office.local.urls.functions}/check', { muteHttpExceptions: true }); return 'được';`;
  expect(await answer(act)).toBe('được');
  await script?.close();
  const fewer = manifest.oauthScopes.filter((one) => one !== scope);
  await expect(answer(act, fewer)).rejects.toThrow(`Required permissions: ${scope}`);
});

it('gives dates as Date objects of the sandbox, in the zone of the sheet, also long ago', async () => {
  const session = await run(`function onEdit(e) {
    const [[value]] = e.range.getValues();
    const shown = value instanceof Date && Utilities.formatDate(value, 'Asia/Ho_Chi_Minh', 'dd/MM/yyyy HH:mm');
    console.log(shown, value.getDate(), value.getHours(), Array.isArray(e.range.getValues()));
  }`);
  const sheetId = sheetIdOf(office, unit);
  const log = async (value: string) => (await script?.edit(session, sheetId, 'U9', [[value]]))?.log;
  expect(await log('15/01/2025')).toEqual(['15/01/2025 00:00 15 0 true']);
  expect(await log('31/07/1905')).toEqual(['31/07/1905 00:00 31 0 true']);
});

it("follows the workspace's clock", async () => {
  expect(
    await answer('return [new Date().getFullYear(), Date.now() - new Date().getTime() < 1000];'),
  ).toEqual([2025, true]);
});

it('tells the edit as Sheets does: the range, and for one cell what stood there', async () => {
  const session = await run(
    'function onEdit(e) { console.log(JSON.stringify([e.range.getA1Notation(), e.value, e.oldValue, e.authMode])); }',
  );
  const sheetId = sheetIdOf(office, unit);
  const log = async (a1: string, values: unknown[][]) =>
    JSON.parse((await script?.edit(session, sheetId, a1, values))?.log[0] ?? '');
  expect(await log('F8', [['Tổ 1']])).toEqual(['F8', 'Tổ 1', null, 'LIMITED']);
  expect(await log('F8', [['Tổ 2']])).toEqual(['F8', 'Tổ 2', 'Tổ 1', 'LIMITED']);
  expect(await log('F8', [['']])).toEqual(['F8', null, 'Tổ 2', 'LIMITED']);
  expect(
    await log('F8', [
      ['a', 'b'],
      ['c', 'd'],
    ]),
  ).toEqual(['F8:G9', null, null, 'LIMITED']);
});

it('runs no trigger when the sheet refuses the typing', async () => {
  const session = await run('function onEdit() { throw new Error("was run"); }');
  await expect(script?.edit(session, sheetIds.machine, 'A5', [['x']])).rejects.toThrow(/protected/);
});

it('counts what reaches the sheet and nothing else, and forgets globals between runs', async () => {
  const session = await run(`let runs = 0;
    function onEdit(e) {
      runs += 1;
      const sheet = e.range.getSheet();
      const block = sheet.getRange(3, 4, 2, 2);
      block.getValues(); block.getNotes(); block.setNotes([['', ''], ['', '']]); block.getA1Notation(); sheet.getSheetId();
      console.log(runs);
    }`);
  for (const text of ['a', 'b']) {
    const outcome = await script?.edit(session, sheetIdOf(office, unit), 'F8', [[text]]);
    expect(outcome).toMatchObject({ calls: { getValues: 1, getNotes: 1, setNotes: 1 }, log: ['1'] });
  }
});

it('keeps properties between runs, hands plain values to pages and nothing else', async () => {
  expect(
    await answer(`const p = PropertiesService.getDocumentProperties();
      p.setProperty('a', 1); return { a: p.getProperty('a'), none: p.getProperty('b'), list: [1, 'hai'] };`),
  ).toEqual({ a: '1', none: null, list: [1, 'hai'] });
  await script?.close();
  await expect(answer('return { f: () => 1 };')).rejects.toThrow('cannot be given to a page');
});

it('says which function is missing, and ends with its process', async () => {
  const session = await run('');
  await expect(script?.click(session, 'Không có')).rejects.toThrow('no menu item');
  await script?.close();
  await expect(script?.globals()).rejects.toThrow();
});
