/** Gợi ý chọn on the whole stack: made where the plan asks, kept true by the calls a sync makes anyway, silent about holds. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Plan } from '../../functions/domain/plan.ts';
import {
  shortlistColumns,
  shortlistHeaderRows,
  shortlistNotice,
} from '../../functions/domain/shortlist-tab.ts';
import { reviewKey, sheetIds, tabTitles } from '../../functions/domain/workbook.ts';
import { robot } from '../../infra/local/runtime/local.ts';
import { sampleStaff, staffEmail } from '../../infra/local/samples/people.ts';
import { tabOf, typeRows } from '../../infra/local/trial.ts';
import { provision } from '../../infra/provision/provision.ts';
import { type Office, smallPlan, startOffice } from '../support/office.ts';
import { call, tokenFor, workbookOf } from '../support/office-acts.ts';
import { decideAtDesk } from '../support/office-views.ts';
import { watchRobot } from '../support/robot-writes.ts';

const [one, other] = ['31843', '31846'];
const reviewer = staffEmail('reviewer', '956');
const asking: Plan = { ...smallPlan, shortlist: { levels: ['district'] } };
const id = (unit: string, ordinal: number): string => `2025-${unit}-00${ordinal}`;
const robotWrites = watchRobot();
let office: Office;
let desk: string;

/** A workbook made before the plan asked: the tab comes with the next provisioning. */
beforeAll(async () => {
  office = await startOffice({ observe: robotWrites.observe });
  desk = workbookOf(office, '956');
  expect(await tabKinds('956')).not.toContain('shortlist');
  const again = () =>
    provision({
      store: office.local.store,
      admin: office.local.google.admin,
      plan: asking,
      period: '2025',
      staff: sampleStaff(asking.units),
      listingUrl: office.local.urls.listing,
    });
  expect((await again()).changes).toBeGreaterThan(0);
  expect((await again()).changes).toBe(0);
  robotWrites.start();
});
afterAll(() => office.close());

async function tabKinds(unit: string): Promise<string[]> {
  const books = await office.people.workbooks();
  return books.find((book) => book.unit === unit)?.tabs.map(({ kind }) => kind) ?? [];
}

async function sync(): Promise<{ outcome: string; calls: number; writes: number }> {
  await office.local.queue.idle();
  const { total, writes } = { ...office.local.workspace.counts.sheets };
  const { body } = await call(office, 'sync', {
    token: await tokenFor(office, robot),
    body: { spreadsheetId: desk },
  });
  const { sheets } = office.local.workspace.counts;
  return { outcome: body.outcome, calls: sheets.total - total, writes: sheets.writes - writes };
}

const shown = async (): Promise<unknown[][]> =>
  (await office.local.services.sheets.readTabs(desk, [sheetIds.shortlist]))[0]?.values ?? [];

const listed = async (): Promise<string[]> =>
  (await shown())
    .slice(shortlistHeaderRows)
    .flatMap(([cell]) => (/^2025-/.test(String(cell)) ? [String(cell)] : []));

const cellOf = async (dossier: string, key: (typeof shortlistColumns)[number]['key']): Promise<unknown> =>
  (await shown()).find(([cell]) => cell === dossier)?.[
    shortlistColumns.findIndex((column) => column.key === key)
  ];

it('is made only where the plan asks, stays in view, and nobody may write there', async () => {
  expect(await tabKinds('956')).toContain('shortlist');
  expect(await tabKinds('95')).not.toContain('shortlist');
  const fields = 'sheets(properties,protectedRanges)';
  const { sheets = [] } = await office.local.google.admin.get(desk, fields);
  const sheet = sheets.find(({ properties }) => properties?.sheetId === sheetIds.shortlist);
  expect(sheet?.properties).toMatchObject({ title: 'Gợi ý chọn', gridProperties: { frozenRowCount: 3 } });
  expect(sheet?.protectedRanges).toHaveLength(1);
  await expect(
    office.people.type(reviewer, desk, `'${tabTitles.shortlist}'!A5`, [['Chọn người này']]),
  ).rejects.toThrow(/403|400/);
});

it('costs nothing beside the call and the write that a sync makes anyway', async () => {
  await sync();
  expect(await sync()).toEqual({ outcome: 'unchanged', calls: 1, writes: 0 });
  await office.send(one, office.rows(one, 5));
  await office.send(other, office.rows(other, 5));
  await office.local.queue.idle();
  await sync();
  expect(await sync()).toEqual({ outcome: 'unchanged', calls: 1, writes: 0 });
  // A new row changes verdicts, Tổng hợp and nothing here; a decision changes this tab, too: one write either way.
  await typeRows(office.people, tabOf(office.workbooks, one), one, office.rows(one, 6).slice(5), 5);
  expect(await sync()).toEqual({ outcome: 'written', calls: 2, writes: 1 });
});

it('lists what waits, in the order of the units, and says first what it is', async () => {
  const cells = await shown();
  expect(cells[0]?.[0]).toBe(shortlistNotice);
  expect(String(cells[1]?.[0])).toContain('năm 2025, Huyện Hồng Dân (Kế hoạch 113/KH-UBND): 10 hồ sơ.');
  expect(await listed()).toEqual([one, other].flatMap((unit) => [1, 2, 3, 4, 5].map((n) => id(unit, n))));
  expect(await cellOf(id(one, 1), 'standing')).toBe('Đang chờ');
});

it('follows decisions: approved, chosen, returned', async () => {
  await decideAtDesk(office, '956', {
    [id(one, 1)]: ['Duyệt', ''],
    [id(one, 2)]: ['Chọn lên cấp trên', ''],
    [id(one, 3)]: ['Trả lại', 'Bổ sung số liệu kết quả năm 2024'],
  });
  expect(await cellOf(id(one, 1), 'standing')).toBe('Đã duyệt');
  expect(await cellOf(id(one, 2), 'standing')).toBe('Đã chọn lên');
  expect(await listed()).not.toContain(id(one, 3));
  const total = (await shown()).find(([cell]) => cell === 'Cộng');
  expect(total?.slice(0, 5)).toEqual(['Cộng', 7, 1, 1, 9]);
  expect(await sync()).toMatchObject({ outcome: 'unchanged', calls: 1 });
});

it('leaves out what is on hold, and says nothing of it; lifting brings it back', async () => {
  const press = (action: 'set' | 'lift') =>
    office.people.press(reviewer, 'hold', {
      spreadsheetId: desk,
      key: reviewKey(id(other, 1), 1),
      action,
      reason: 'Thanh tra huyện đang xác minh đơn phản ánh',
    });
  const before = await shown();
  expect((await press('set')).body.ok).toBe(true);
  await office.settle();
  expect(await listed()).not.toContain(id(other, 1));
  const cells = JSON.stringify(await shown());
  expect(cells).toContain(': 8 hồ sơ.');
  for (const word of [id(other, 1), 'khiếu nại', 'xem xét', 'Thanh tra']) expect(cells).not.toContain(word);
  expect(await sync()).toEqual({ outcome: 'unchanged', calls: 1, writes: 0 });
  expect((await press('lift')).body.ok).toBe(true);
  await office.settle();
  expect(await shown()).toEqual(before);
});

it('writes nowhere but in the machine’s own tabs', () => {
  expect(robotWrites.count()).toBeGreaterThan(0);
  expect(robotWrites.strays()).toEqual([]);
});
