/** A plan with a list replaced and two columns of its own: the add-on, told by the hidden key row alone, judges as the server does. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toA1 } from '../../functions/domain/a1.ts';
import { planForm } from '../../functions/domain/plan-form.ts';
import { stampedRowId, systemColumns } from '../../functions/domain/workbook.ts';
import { buildBundle } from '../../infra/local/apps-script/bundle.ts';
import type { AppsScript, ScriptSession, Sidebar } from '../../infra/local/apps-script/start.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { PanelState } from '../../sheets-addon/panel-state.ts';
import { withOwnForm } from '../domain/plan-columns.ts';
import { lookAt, openAsClerk, startAddon } from '../support/addon.ts';
import { type Office, startOffice } from '../support/office.ts';
import {
  call,
  communeIds,
  editTab,
  manyCommunes,
  sheetIdOf,
  tokenFor,
  typeAt,
} from '../support/office-acts.ts';

const plan = withOwnForm(manyCommunes(7));
const { columns } = planForm(plan, 'exemplar', '2025-01-14');
const units = communeIds(plan);
let office: Office;
let script: AppsScript;
let unit: string;
let clerk: ScriptSession;

beforeAll(async () => {
  office = await startOffice({ plan });
  script = await startAddon(office, await buildBundle());
});
afterAll(async () => {
  await script.close();
  await office.close();
});

const cellAt = (key: string, line: number): string =>
  toA1(systemColumns.length + columns.findIndex((column) => column.key === key), line);

async function sitDown(rows = 6): Promise<void> {
  unit = units.shift() as string;
  const right = { sector: 'Kinh tế xanh', hasLaunched: 'Đã phát động', launchPaper: '12/KH-SNV' };
  const block = office.rows(unit, rows).map((row) => {
    const cells: Record<string, unknown> = { ...row, ...right };
    return columns.map(({ key }) => String(cells[key] ?? ''));
  });
  await typeAt(office, unit, `D3:${cellAt(columns.at(-1)?.key ?? '', 2 + rows)}`, block);
  clerk = await openAsClerk(script, office, unit);
}

async function bothHalves() {
  const token = await tokenFor(office, staffEmail('clerk', unit));
  const body = { spreadsheetId: office.tab(unit).spreadsheetId };
  const { units: answers } = (await call(office, 'check', { token, body })).body;
  await script.click(clerk, 'Xem lỗi');
  const panel = (await (script.sidebar(clerk) as Sidebar).call('readPanel')) as PanelState;
  const told = (problems: readonly { code: string; message: string }[]) =>
    problems.map(({ code, message }) => `${code}: ${message}`);
  return { server: told(answers[0].problems), addon: told(panel.problems) };
}

it('finds nothing in a right list', async () => {
  await sitDown();
  expect(await bothHalves()).toEqual({ server: [], addon: [] });
});

it('finds the same eighteen mistakes in the same words and order', async () => {
  await sitDown();
  const wrong: [string, number, string][] = [
    ['birthYear', 3, '85'],
    ['birthYear', 5, '15/01/1985'],
    ['name', 4, ''],
    ['title', 5, '15/01'],
    ['achievedFrom', 3, '01/03/2031'],
    ['achievedFrom', 4, '31/02/2024'],
    ['achievedTo', 6, '01/02/1960 13:30'],
    ['achievedFrom', 7, '2024'],
    ['consentDate', 7, '09/01/2025'],
    ['summary', 5, 'Ngắn'],
    ['sector', 6, 'Kinh tế'],
    ['sector', 3, 'Kinh te'],
    ['memberCount', 8, '12,5'],
    ['photoUrl', 7, 'javascript:alert(1)'],
    ['hasLaunched', 4, ''],
    ['hasLaunched', 5, 'Rồi'],
    ['launchPaper', 6, '12'],
    ['launchPaper', 7, 'x'.repeat(61)],
  ];
  for (const [key, line, value] of wrong) await typeAt(office, unit, cellAt(key, line), [[value]]);
  await typeAt(office, unit, 'A8', [[stampedRowId('2025', unit, 2)]]);
  const { server, addon } = await bothHalves();
  expect(addon).toEqual(server);
  for (const [key, line, value] of wrong)
    expect(
      server.some((message) => message.includes(`(ô ${cellAt(key, line)})`)),
      `${key} ${value}`,
    ).toBe(true);
  expect(server.find((message) => message.includes(`ô ${cellAt('sector', 6)}`))).toContain(
    'đang ghi “Kinh tế”, hãy chọn một trong: Kinh tế số; Kinh tế xanh; Quốc phòng – an ninh.',
  );
  expect(server.find((message) => message.includes(`ô ${cellAt('launchPaper', 6)}`))).toContain(
    'cột “Văn bản phát động”',
  );
});

it('marks a wrong word of the plan’s list and of its own column while people type, within three calls', async () => {
  await sitDown();
  const type = (key: string, value: string) =>
    script.edit(clerk, sheetIdOf(office, unit), cellAt(key, 3), [[value]]);
  for (const [key, value, right] of [
    ['sector', 'Kinh tế', 'Kinh tế số'],
    ['hasLaunched', 'Rồi', 'Chưa phát động'],
    ['launchPaper', '12', '12/KH-SNV'],
  ] as const) {
    const { calls } = await type(key, value);
    expect(Object.values(calls).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(3);
    expect((await lookAt(office, unit, cellAt(key, 3))).note).toContain(`“${value}”`);
    await type(key, right);
    expect(await lookAt(office, unit, cellAt(key, 3))).toEqual({ note: '', background: '' });
  }
});

const spoil = (text: string) => {
  const columnIndex = systemColumns.length + columns.findIndex(({ key }) => key === 'sector');
  const start = { sheetId: sheetIdOf(office, unit), rowIndex: 1, columnIndex };
  const rows = [{ values: [{ userEnteredValue: { stringValue: text } }] }];
  return editTab(office, unit, [{ updateCells: { start, rows, fields: 'userEnteredValue' } }]);
};

it('marks by the column as it ships where its cell was spoilt; the server judges by the plan, warns, and is believed', async () => {
  await sitDown();
  await spoil('sector {"choices":["Kinh tế xanh"');
  await script.edit(clerk, sheetIdOf(office, unit), cellAt('sector', 3), [['Kinh tế số']]);
  expect((await lookAt(office, unit, cellAt('sector', 3))).note).toContain('hãy chọn một trong: Kinh tế; ');
  const { server, addon } = await bothHalves();
  expect(server.map((one) => one.split(':')[0])).toEqual(['key-cell-unreadable']);
  expect(addon).toEqual(server);
  expect((await office.submit(unit)).body).toMatchObject({ ok: true, rows: 6 });
});

it('tells what the server finds, too, where somebody put other words into the key row', async () => {
  await sitDown();
  await spoil('sector {"choices":["Kinh tế","Kinh tế xanh"]}');
  await script.edit(clerk, sheetIdOf(office, unit), cellAt('sector', 3), [['Kinh tế']]);
  const { server, addon } = await bothHalves();
  expect(server).toEqual([expect.stringMatching(/^choice-unknown: .*Kinh tế số; Kinh tế xanh/)]);
  expect(addon).toEqual(server);
});

it('gives ids and tests itself in such a tab as in any other', async () => {
  await sitDown();
  await typeAt(office, unit, 'A5', [['']]);
  await script.click(clerk, 'Cấp mã cho dòng mới');
  await script.click(clerk, 'Tự kiểm tra');
  const shown = script.shown(clerk);
  expect(JSON.stringify(shown)).toContain('Đã cấp mã cho 1 dòng');
  expect(shown.at(-1)).toMatchObject({ html: expect.stringContaining('Mọi thứ đều đạt.') });
  expect((await bothHalves()).server).toEqual([]);
});
