/** The sidebar in a tab of another form: judged by that form's rules, in the words of the server. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unitDocumentForm as form } from '../../functions/domain/forms/unit-document.ts';
import type { Obligation } from '../../functions/domain/plan.ts';
import { systemColumns } from '../../functions/domain/workbook.ts';
import { buildBundle } from '../../infra/local/apps-script/bundle.ts';
import type { AppsScript } from '../../infra/local/apps-script/start.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { PanelState } from '../../sheets-addon/panel-state.ts';
import { lookAt, openAsClerk, startAddon } from '../support/addon.ts';
import { type Office, smallPlan, startOffice } from '../support/office.ts';

const agency = 'CQ01';
const period = '2025.VB';
const owed: Obligation = {
  ids: ['BL-11'],
  unitKind: 'agency',
  form: form.id,
  quota: { min: 1 },
  deadline: { kind: 'yearly', month: 12, day: 20, strict: false },
  headSignOff: true,
  nilReport: false,
};

let office: Office;
let script: AppsScript;
beforeAll(async () => {
  const plan = { ...smallPlan, obligations: [...smallPlan.obligations, owed] };
  office = await startOffice({ plan, period, startAt: new Date('2025-02-10T08:00:00+07:00') });
  office.workbooks = office.workbooks.filter((book) => book.period === period);
  script = await startAddon(office, await buildBundle());
});
afterAll(async () => {
  await script.close();
  await office.close();
});

const row = (change: Record<string, string> = {}): string[] =>
  form.columns.map(({ key, example }) => change[key] ?? example);

it('shows and paints what is wrong by the rules of the form, as the server says it', async () => {
  const { spreadsheetId, title } = office.tab(agency);
  const first = `'${title}'!${String.fromCharCode(65 + systemColumns.length)}3`;
  const launch = { documentKind: 'Phát động thi đua', movementType: '', documentNumber: 'Số 27' };
  await office.people.type(staffEmail('clerk', agency), spreadsheetId, first, [row(launch)]);
  const clerk = await openAsClerk(script, office, agency);
  await script.click(clerk, 'Xem lỗi');
  const state = (await script.sidebar(clerk)?.call('readPanel')) as PanelState;
  const told = state.problems.map(({ place, message }) => `${place} ${message}`);
  expect(told).toEqual([
    expect.stringContaining('F3 Tab “Sở Y tế”, dòng 3, cột “Số, ký hiệu văn bản” (ô F3): đang ghi “Số 27”'),
    expect.stringContaining('J3 Tab “Sở Y tế”, dòng 3, cột “Hình thức thi đua” (ô J3): đang để trống'),
  ]);
  expect((await lookAt(office, agency, 'F3')).note).toContain('Số 27');
  const { body } = await office.people.press(staffEmail('clerk', agency), 'check', { spreadsheetId });
  const [unit] = body.units as { problems: { message: string }[] }[];
  expect(unit?.problems.map(({ message }) => message)).toEqual(state.problems.map(({ message }) => message));
});
