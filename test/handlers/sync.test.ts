/** A sync says the truth in the machine's tabs at the least number of calls, and never writes where people do. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reviewColumn, sheetIds, tabTitles } from '../../functions/domain/workbook.ts';
import { sync as handleSync } from '../../functions/handlers/sync.ts';
import { paths, syncMark } from '../../functions/records.ts';
import type { Services } from '../../functions/services.ts';
import { robot } from '../../infra/local/runtime/local.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import {
  block,
  call,
  cellAt,
  columnIndex,
  edit,
  editTab,
  headerOf,
  tokenFor,
  typeAt,
} from '../support/office-acts.ts';
import { watchRobot } from '../support/robot-writes.ts';

const unit = '31843';
const tab = 'Xã Ninh Hòa';
let office: Office;
let desk: string;

const robotWrites = watchRobot();

beforeAll(async () => {
  office = await startOffice({ failuresExpected: true, observe: robotWrites.observe });
  desk = office.tab(unit).spreadsheetId;
  robotWrites.start();
});
afterAll(() => office.close());

/** One sync as the queue calls it, and what it cost. */
async function sync(): Promise<{ outcome: string; calls: number; writes: number }> {
  await office.local.queue.idle();
  const { sheets: before } = office.local.workspace.counts;
  const { total, writes } = before;
  const { body } = await call(office, 'sync', {
    token: await tokenFor(office, robot),
    body: { spreadsheetId: desk },
  });
  const { sheets } = office.local.workspace.counts;
  return { outcome: body.outcome, calls: sheets.total - total, writes: sheets.writes - writes };
}

const unchanged = { outcome: 'unchanged', calls: 1, writes: 0 };
const changed = { outcome: 'written', calls: 2, writes: 1 };

const readStatus = async (): Promise<Map<string, { status: string; issues: string; title: string }>> => {
  const cells = await office.people.read(staffEmail('clerk', unit), desk, `'${tab}'!A3:AH62`);
  const title = columnIndex('title');
  return new Map(
    cells
      .filter((line) => (line[title] ?? '') !== '')
      .map((line) => [
        String(line[0]),
        { status: String(line[1]), issues: String(line[2]), title: String(line[title]) },
      ]),
  );
};

it('costs one call when nothing changed, two when something did, one again afterwards', async () => {
  await sync();
  expect(await sync()).toEqual(unchanged);
  await office.type(unit, office.rows(unit, 5));
  expect(await sync()).toEqual(changed);
  expect(await sync()).toEqual(unchanged);
  await typeAt(office, unit, cellAt('birthYear', 3), [['85']]);
  expect(await sync()).toEqual(changed);
  expect(await sync()).toEqual(unchanged);
});

it('shows each row its fault in the unit tab, and nothing where there is none', async () => {
  const status = await readStatus();
  expect(status.get(`2025-${unit}-001`)).toMatchObject({ status: 'Có lỗi, cần sửa' });
  expect(status.get(`2025-${unit}-001`)?.issues).toContain(headerOf('birthYear'));
  expect(status.get(`2025-${unit}-001`)?.issues).toContain('“85”');
  expect(status.get(`2025-${unit}-002`)).toMatchObject({ status: 'Hợp lệ, chưa nộp', issues: '' });
  await office.type(unit, office.rows(unit, 5));
  expect(await sync()).toEqual(changed);
});

it('costs one call for an edit that changes no verdict', async () => {
  await typeAt(office, unit, cellAt('pledge', 3), [['Năm 2025 giúp thêm 12 hộ']]);
  expect(await sync()).toEqual(unchanged);
  await office.type(unit, office.rows(unit, 5));
});

it('mends its own tab when somebody has written into it', async () => {
  await sync();
  const values = [{ userEnteredValue: { stringValue: 'Đã duyệt hết rồi' } }];
  await office.local.google.admin.batchUpdate(desk, [
    {
      updateCells: {
        range: {
          sheetId: sheetIds.machine,
          startRowIndex: 3,
          endRowIndex: 4,
          startColumnIndex: 1,
          endColumnIndex: 2,
        },
        rows: [{ values }],
        fields: 'userEnteredValue',
      },
    },
  ]);
  expect(await sync()).toEqual(changed);
  expect((await readStatus()).get(`2025-${unit}-002`)?.status).toBe('Hợp lệ, chưa nộp');
});

it('appends review lines once, and puts every status beside its row', async () => {
  expect((await office.submit(unit)).body.ok).toBe(true);
  await office.local.queue.idle();
  await office.sign(unit);
  await office.settle();
  await office.settle();
  const reviewer = staffEmail('reviewer', '956');
  const keys = (await office.people.read(reviewer, desk, `'${tabTitles.review}'!A3:A40`)).map(([key]) => key);
  expect(keys).toEqual([1, 2, 3, 4, 5].map((ordinal) => `2025-${unit}-00${ordinal}.1`));
  await office.people.type(reviewer, desk, `'${tabTitles.review}'!G3`, [
    ['Duyệt', ''],
    ['Trả lại', 'Bổ sung số liệu kết quả năm 2024'],
    ['Chọn lên cấp trên', ''],
    ['Để lại xem thêm', ''],
  ]);
  await office.people.press(reviewer, 'review', { spreadsheetId: desk });
  await typeAt(office, unit, cellAt('pledge', 7), [['Năm 2025 giúp thêm 12 hộ']]);
  await office.settle();
  expect(await sync()).toEqual(unchanged);
  const status = await readStatus();
  const said = [1, 2, 3, 4, 5].map((ordinal) => status.get(`2025-${unit}-00${ordinal}`)?.status);
  expect(said).toEqual([
    'Huyện Hồng Dân đã duyệt, đã công khai',
    'Trả lại, cần sửa',
    'Huyện Hồng Dân chọn lên cấp trên, đã công khai',
    'Huyện Hồng Dân để lại xem thêm',
    'Đã sửa sau khi nộp, chưa nộp lại',
  ]);
  expect(status.get(`2025-${unit}-002`)?.issues).toContain('Bổ sung số liệu kết quả năm 2024');
});

it.each(['ASCENDING', 'DESCENDING'])(
  'lets every status follow its row through a sort (%s)',
  async (sortOrder) => {
    const before = await readStatus();
    const range = block(office, unit, [3, 62], [0, columnIndex('consentDate')]);
    const sortSpecs = [{ dimensionIndex: columnIndex('title'), sortOrder }];
    await editTab(office, unit, [{ sortRange: { range, sortSpecs } }]);
    const after = await readStatus();
    expect([...after.keys()]).not.toEqual([...before.keys()]);
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before));
    expect(await sync()).toEqual(unchanged);
  },
);

it('lets every status follow its row through an inserted and a deleted line', async () => {
  const before = await readStatus();
  const range = (from: number, to: number) => ({
    sheetId: block(office, unit, [1, 1], [0, 0]).sheetId,
    dimension: 'ROWS',
    startIndex: from - 1,
    endIndex: to,
  });
  await editTab(office, unit, [
    { insertDimension: { range: range(4, 5), inheritFromBefore: true } },
    { deleteDimension: { range: range(20, 22) } },
  ]);
  expect(Object.fromEntries(await readStatus())).toEqual(Object.fromEntries(before));
});

it('shows reviewers the state beside each line, also after they sort their tab', async () => {
  const reviewer = staffEmail('reviewer', '956');
  const read = async () =>
    new Map(
      (await office.people.read(reviewer, desk, `'${tabTitles.review}'!A3:J40`))
        .filter(([key]) => key !== '')
        .map((line) => [line[0], line[reviewColumn('status')]]),
    );
  const before = await read();
  const range = {
    sheetId: sheetIds.review,
    startRowIndex: 2,
    endRowIndex: 7,
    startColumnIndex: 0,
    endColumnIndex: 12,
  };
  await edit(office, reviewer, desk, [
    { sortRange: { range, sortSpecs: [{ dimensionIndex: 4, sortOrder: 'DESCENDING' }] } },
  ]);
  expect(Object.fromEntries(await read())).toEqual(Object.fromEntries(before));
  expect(before.get(`2025-${unit}-002.1`)).toBe('Trả lại, cần sửa');
  expect(await sync()).toEqual(unchanged);
});

it('survives a Sheets call that fails before its effect, and one whose answer is lost', async () => {
  for (const when of ['before', 'after'] as const) {
    await typeAt(office, unit, cellAt('birthYear', 3), [[when === 'before' ? '85' : '86']]);
    office.local.workspace.faults.set({
      rules: [
        { service: 'sheets', method: 'spreadsheets.batchUpdate', rate: 1, when, status: 503, times: 1 },
      ],
    });
    await office.settle();
    office.local.workspace.faults.clear();
    await office.settle();
    expect(await sync()).toEqual(unchanged);
  }
});

it('leaves a change that came in while it worked to the next sync, which finds the lease free', async () => {
  const { services, store } = office.local;
  const now = services.clock.now();
  const interrupted: Services = {
    ...services,
    sheets: {
      ...services.sheets,
      async readTabs(...about) {
        const tabs = await services.sheets.readTabs(...about);
        await store.commit([syncMark(desk, now)]);
        return tabs;
      },
    },
  };
  await store.commit([syncMark(desk, now)]);
  await handleSync(interrupted, desk, { force: false });
  expect(await store.read(paths.syncMark(desk))).toBeDefined();
  expect(await sync()).toEqual(unchanged);
  expect(await store.read(paths.syncMark(desk))).toBeUndefined();
});

it('answers a workbook of no plan without a call', async () => {
  const token = await tokenFor(office, robot);
  const before = office.local.workspace.counts.sheets.total;
  const said = await call(office, 'sync', { token, body: { spreadsheetId: 'khong-co' } });
  expect(said.body).toEqual({ ok: true, outcome: 'unknown-workbook' });
  expect(office.local.workspace.counts.sheets.total).toBe(before);
});

it('has written nothing outside its own tabs and the review lines, in all of the above', () => {
  expect(robotWrites.count()).toBeGreaterThan(5);
  expect(robotWrites.strays()).toEqual([]);
});
