/** The sidebar in the hands of a clerk: everything wrong in the words of the server, and sending the list. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sheetIds, stampedRowId } from '../../functions/domain/workbook.ts';
import { type AddonBundle, buildBundle } from '../../infra/local/apps-script/bundle.ts';
import type { AppsScript, ScriptSession, Sidebar } from '../../infra/local/apps-script/start.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { PanelState } from '../../sheets-addon/panel-state.ts';
import { lookAt, openAsClerk, startAddon } from '../support/addon.ts';
import { type Office, startOffice } from '../support/office.ts';
import {
  call,
  cellAt,
  communeIds,
  editTab,
  manyCommunes,
  sheetIdOf,
  tokenFor,
  typeAt,
} from '../support/office-acts.ts';

const plan = manyCommunes(12);
const units = communeIds(plan);
let office: Office;
let bundle: AddonBundle;
let script: AppsScript;
let unit: string;
let clerk: ScriptSession;

beforeAll(async () => {
  office = await startOffice({ plan });
  bundle = await buildBundle();
  script = await startAddon(office, bundle);
});
afterAll(async () => {
  await script.close();
  await office.close();
});

async function sitDown(rows: number): Promise<void> {
  unit = units.shift() as string;
  if (rows > 0) await office.type(unit, office.rows(unit, rows));
  clerk = await openAsClerk(script, office, unit);
}

async function openPanel(item = 'Xem lỗi'): Promise<{ panel: Sidebar; state: PanelState }> {
  await script.click(clerk, item);
  const panel = script.sidebar(clerk) as Sidebar;
  return { panel, state: (await panel.call('readPanel')) as PanelState };
}

it('finds the same problems as the server, in the same words and order, dates included', async () => {
  await sitDown(6);
  const wrong: [string, number, string | number][] = [
    ['birthYear', 3, '85'],
    ['birthYear', 5, '15/01/1985'],
    ['name', 4, ''],
    ['title', 5, '15/01'],
    ['achievedFrom', 3, '01/03/2031'],
    ['achievedFrom', 4, '31/02/2024'],
    ['achievedTo', 6, '01/02/1960 13:30'],
    ['achievedFrom', 6, '02/01/1905'],
    ['achievedFrom', 7, '2024'],
    ['consentDate', 7, '09/01/2025'],
    ['consentDate', 8, '08/01/2025'],
    ['summary', 5, 'Ngắn'],
    ['sector', 6, 'Kinh te'],
    ['memberCount', 8, '12,5'],
    ['photoUrl', 7, 'javascript:alert(1)'],
    ['locality', 8, '=1+1'],
  ];
  for (const [key, line, value] of wrong) await typeAt(office, unit, cellAt(key, line), [[value]]);
  await typeAt(office, unit, 'A8', [[stampedRowId('2025', unit, 2)]]);
  // A formula in a cell that is not formatted as text.
  const line = { sheetId: sheetIdOf(office, unit), startRowIndex: 8, endRowIndex: 9 };
  await editTab(office, unit, [
    {
      updateCells: {
        range: { ...line, startColumnIndex: 3, endColumnIndex: 6 },
        rows: [
          {
            values: [
              { userEnteredValue: { stringValue: 'Tập thể' } },
              {},
              { userEnteredValue: { formulaValue: '="Tổ "&1' } },
            ],
          },
        ],
        fields: 'userEnteredValue',
      },
    },
  ]);
  const token = await tokenFor(office, staffEmail('clerk', unit));
  const { body } = await call(office, 'check', {
    token,
    body: { spreadsheetId: office.tab(unit).spreadsheetId },
  });
  const { state } = await openPanel();
  const said: string[] = body.units[0].problems.map(({ message }: { message: string }) => message);
  expect(state.problems.map(({ message }) => message)).toEqual(said);
  expect(said.length).toBeGreaterThan(20);
  expect(said.join('\n')).toContain('01/03/2031');
});

it('names every line in one of its counts, also those whose kind nobody has written', async () => {
  await sitDown(4);
  await typeAt(office, unit, cellAt('birthYear', 3), [['85']]);
  await typeAt(office, unit, cellAt('kind', 4), [['']]);
  const { state } = await openPanel();
  expect(state.summary).toMatch(/, 1 dòng chưa ghi đúng loại$/);
  const counts = [...state.summary.matchAll(/\d+/g)].map(([count]) => Number(count));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(state.rows);
});

it('tells the counter, the days left and what comes next, and goes to the cell of a problem', async () => {
  await sitDown(4);
  await typeAt(office, unit, cellAt('birthYear', 3), [['85']]);
  const { panel, state } = await openPanel();
  expect(state.unit).toMatchObject({
    unit,
    counter: '4, chỉ tiêu 5–6',
    daysLeft: 6,
    lastDay: '2025-01-14',
    standing: 'Chưa nộp',
    attachment: null,
    next: 'Khi nộp, thủ trưởng nhận thư để ký; ký xong danh sách mới đến cấp trên.',
  });
  expect(state.rows).toBe(4);
  expect(state.problems).toEqual([
    {
      severity: 'error',
      code: 'number-out-of-range',
      place: cellAt('birthYear', 3),
      message: expect.stringContaining('hãy ghi đủ bốn chữ số'),
    },
  ]);
  expect((await lookAt(office, unit, cellAt('birthYear', 3))).note).toContain('“85”');
  await script.select(clerk, sheetIds.guide);
  await panel.call('goToCell', [state.sheetId, state.problems[0]?.place]);
  expect(await script.where(clerk)).toMatchObject({
    activeSheetId: sheetIdOf(office, unit),
    activeRange: { row: 3, rows: 1, columns: 1 },
  });
});

it('submits through the sidebar: the refusal with every problem, then the success', async () => {
  await sitDown(5);
  await typeAt(office, unit, cellAt('birthYear', 3), [['85']]);
  await typeAt(office, unit, cellAt('name', 4), [['']]);
  const { panel, state } = await openPanel('Nộp danh sách');
  expect(panel.html).toContain("<script>start('send')</script>");
  const send = () => panel.call('sendList', [{ unit: state.unit?.unit }]);
  const refused = (await send()) as { ok: boolean; message: string; problems: { message: string }[] };
  expect(refused).toMatchObject({ ok: false, message: expect.stringContaining('còn 2 chỗ cần sửa') });
  expect(refused.problems.map(({ message }) => message)).toEqual(
    state.problems.map(({ message }) => message),
  );
  await typeAt(office, unit, cellAt('birthYear', 3), [['1985']]);
  await typeAt(office, unit, cellAt('name', 4), [['Tổ hợp tác Nuôi tôm ấp Công Điền']]);
  expect(await send()).toMatchObject({ ok: true, state: 'awaitingSignature', rows: 5 });
  const after = (await panel.call('readPanel')) as PanelState;
  expect(after.unit).toMatchObject({ standing: 'Chờ thủ trưởng ký', next: expect.stringContaining('ký') });
});

it('asks for the paper where the plan wants one, and hands its three parts on', async () => {
  const cluster = 'CK01';
  await office.type(cluster, office.rows(cluster, 2, ['Tập thể', 'Mô hình']));
  clerk = await openAsClerk(script, office, cluster);
  const { panel, state } = await openPanel('Nộp danh sách');
  expect(state.unit?.attachment).toBe('Kế hoạch bồi dưỡng, nhân rộng gương điển hình tiên tiến');
  const paper = { documentNumber: '12/KH-KTĐ', documentDate: '05/01/2025' };
  const missing = await panel.call('sendList', [{ unit: cluster, ...paper, url: '' }]);
  expect(missing).toMatchObject({ ok: false, code: 'problems' });
  const url = await office.people.uploadPaper(
    staffEmail('clerk', cluster),
    'Kế hoạch.pdf',
    'may-chu@guong-sang.invalid',
  );
  expect(await panel.call('sendList', [{ unit: cluster, ...paper, url }])).toMatchObject({
    ok: true,
    rows: 2,
  });
});

it('shows the problems of a tab to somebody who may not send it, and why', async () => {
  await sitDown(1);
  const stranger = await script.open(
    staffEmail('clerk', units[0] as string),
    office.tab(unit).spreadsheetId,
    sheetIdOf(office, unit),
  );
  await expect(script.click(stranger, 'Xem lỗi')).resolves.toBeDefined();
  clerk = stranger;
  const state = (await script.sidebar(stranger)?.call('readPanel')) as PanelState;
  expect(state).toMatchObject({ rows: 1, unit: null, notice: expect.stringContaining('chỉ xem được lỗi') });
});

it('counts the filled rows that a person or a filter hides, because they are submitted all the same', async () => {
  await sitDown(5);
  const sheetId = sheetIdOf(office, unit);
  const hide = (startIndex: number) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 },
      properties: { hiddenByUser: true },
      fields: 'hiddenByUser',
    },
  });
  const filter = {
    setBasicFilter: {
      filter: {
        range: { sheetId, startRowIndex: 1, endRowIndex: 20, startColumnIndex: 3, endColumnIndex: 4 },
        criteria: { 3: { hiddenValues: ['Tập thể'] } },
      },
    },
  };
  // A filled line, a blank one, and what the filter hides: one collective among the five.
  await editTab(office, unit, [hide(2), hide(30), filter]);
  const { state } = await openPanel();
  expect(state).toMatchObject({ rows: 5, hidden: 2 });
});
