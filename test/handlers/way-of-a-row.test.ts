/** The whole way, step by step on one office: typed, sent, signed, reviewed, mended, chosen upward, approved, public, taken down. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { Submission } from '../../functions/domain/submission.ts';
import { decisionWords, tabTitles } from '../../functions/domain/workbook.ts';
import { robot } from '../../infra/local/runtime/local.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { TypedRow } from '../../infra/local/samples/rows.ts';
import { type Office, startOffice } from '../support/office.ts';
import {
  block,
  cellAt,
  columnIndex,
  editTab,
  findProblem,
  nameOf,
  type Said,
  typeAt,
  workbookOf,
} from '../support/office-acts.ts';
import { type Decisions, decideAtDesk, publicIds, statusesOf } from '../support/office-views.ts';
import { watchRobot } from '../support/robot-writes.ts';

const [a, b, district, province] = ['31843', '31846', '956', '95'] as const;
const reason = 'Bổ sung số liệu kết quả năm 2024';
let office: Office;

const robotWrites = watchRobot();

beforeAll(async () => {
  office = await startOffice({ observe: robotWrites.observe });
  robotWrites.start();
});
afterAll(() => office.close());

const id = (unit: string, ordinal: number): string => `2025-${unit}-${String(ordinal).padStart(3, '0')}`;

const agreed = (row: TypedRow | undefined): TypedRow => ({
  ...row,
  consent: 'Đồng ý',
  consentDate: '05/01/2025',
});

/** In list order: who agreed, who did not, who was not asked, and a child. */
function listOfA(): TypedRow[] {
  const rows = office.rows(a, 6);
  const notAgreed = { consentDate: '', photoUrl: '', photoAlt: '' };
  return [
    agreed(rows[0]),
    agreed(rows[1]),
    { ...rows[2], ...notAgreed, consent: 'Chưa hỏi' },
    { ...rows[3], ...notAgreed, consent: 'Không đồng ý' },
    { ...rows[4], honorific: 'Em', birthYear: '2012', consent: 'Đồng ý', consentDate: '05/01/2025' },
    { ...rows[5], photoUrl: '', photoAlt: '', consent: 'Đồng ý, không ảnh', consentDate: '05/01/2025' },
  ];
}

async function dossier(dossierId: string): Promise<Dossier> {
  return (await office.local.store.read<Dossier>(`dossiers/${office.plan.id}_${dossierId}`))!.data;
}

const review = (unit: string, decisions: Decisions): ReturnType<typeof decideAtDesk> =>
  decideAtDesk(office, unit, decisions);
const statuses = (unit: string): Promise<Record<string, string>> => statusesOf(office, unit);
const shown = (): Promise<string[]> => publicIds(office);

const approve: [string, string] = [decisionWords.approve, ''];
const promote: [string, string] = [decisionWords.promote, ''];

it('takes the lists of both communes, signed by their heads', async () => {
  await office.send(a, listOfA());
  await office.send(b, office.rows(b, 5).map(agreed));
  await office.settle();
  expect(await statuses(a)).toEqual(
    Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [id(a, n), 'Chờ Huyện Hồng Dân thẩm định'])),
  );
  expect(await shown()).toEqual([]);
});

it('records the district: one row back with a reason, the others approved or chosen upward', async () => {
  const body = await review(district, {
    [id(a, 1)]: promote,
    [id(a, 2)]: [decisionWords.return, reason],
    [id(a, 3)]: promote,
    [id(a, 4)]: approve,
    [id(a, 5)]: approve,
    [id(a, 6)]: approve,
    ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [id(b, n), promote])),
  });
  expect(body).toMatchObject({ returned: 1, approved: 3, promoted: 7, held: 0 });
});

it('shows the decisions in the unit tab, each beside its row, whatever way the clerk sorted it', async () => {
  const range = block(office, a, [3, 62], [0, columnIndex('consentDate')]);
  const sortSpecs = [{ dimensionIndex: columnIndex('title'), sortOrder: 'DESCENDING' }];
  await editTab(office, a, [{ sortRange: { range, sortSpecs } }]);
  expect(await statuses(a)).toEqual({
    [id(a, 1)]: 'Huyện Hồng Dân chọn lên cấp trên, đã công khai',
    [id(a, 2)]: 'Trả lại, cần sửa',
    [id(a, 3)]: 'Huyện Hồng Dân chọn lên cấp trên',
    [id(a, 4)]: 'Huyện Hồng Dân đã duyệt',
    [id(a, 5)]: 'Huyện Hồng Dân đã duyệt',
    [id(a, 6)]: 'Huyện Hồng Dân đã duyệt, đã công khai',
  });
});

it('publishes what the district approved with consent: nobody unasked, unwilling or under 16', async () => {
  const fromB = [1, 2, 3, 4, 5].map((n) => id(b, n));
  expect(await shown()).toEqual([id(a, 1), id(a, 6), ...fromB].sort());
});

it('takes the returned row back in round 2, mended in its place', async () => {
  const { spreadsheetId, title } = office.tab(a);
  const ids = await office.people.read(staffEmail('clerk', a), spreadsheetId, `'${title}'!A1:A62`);
  const line = ids.findIndex(([key]) => key === id(a, 2)) + 1;
  await typeAt(office, a, cellAt('pledge', line), [['Năm 2025 nhận thêm 5 việc, có sổ theo dõi']]);
  await office.settle();
  expect((await statuses(a))[id(a, 2)]).toBe('Đã sửa, chờ nộp lại');
  expect((await office.submit(a)).body).toMatchObject({ ok: true, version: 2, rows: 6 });
  await office.local.queue.idle();
  await office.sign(a);
  await review(district, { [id(a, 2)]: promote });
  expect(await dossier(id(a, 2))).toMatchObject({ round: 2, status: 'promoted', at: district });
});

it('puts the chosen rows into the list of the district and counts them against its number', async () => {
  await office.people.moveClock('2025-02-06T08:00:00+07:00');
  const own = office.rows(district, 1);
  await office.type(district, own);
  const said: Said = await office.submit(district, { attachment: await paper() });
  expect(said.status).toBe(422);
  findProblem(said.body.problems, { code: 'quota-below', tab: nameOf(office, district) }, [
    '9 gương',
    'ít nhất 10',
  ]);
  await office.type(district, office.rows(district, 2).map(agreed));
  const { body } = await office.submit(district, { attachment: await paper() });
  expect(body).toMatchObject({ ok: true, rows: 10, promoted: 8, state: 'awaitingSignature' });
});

let paperUrl = '';
async function paper(): Promise<object> {
  if (paperUrl === '')
    paperUrl = await office.people.uploadPaper(
      staffEmail('clerk', district),
      'Kế hoạch bồi dưỡng.pdf',
      robot,
    );
  return { documentNumber: '12/KH-UBND', documentDate: '05/02/2025', url: paperUrl };
}

it('moves them to the province once the head of the district has signed, ids and history kept', async () => {
  await office.local.queue.idle();
  await office.sign(district);
  await office.settle();
  const moved = await dossier(id(a, 2));
  expect(moved).toMatchObject({ at: province, status: 'submitted', unitId: a, parentId: district, round: 3 });
  expect(moved.history.map(({ action }) => action)).toEqual([
    'submit',
    'return',
    'submit',
    'promote',
    'forward',
  ]);
  const atProvince = await office.local.store.list<Dossier>('dossiers', { where: { at: province } });
  expect(atProvince).toHaveLength(10);
  expect((await statuses(a))[id(a, 2)]).toBe('Chờ Tỉnh Bạc Liêu thẩm định, đã công khai');
});

it('sums the snapshots that it names, each accepted row once', async () => {
  const submissions = await office.local.store.list<Submission>('submissions');
  const last = submissions.map(({ data }) => data.versions.at(-1)!);
  const snapshots = await office.local.store.readMany<{ rows: unknown[]; promoted: unknown[] }>(
    last.map(({ snapshotId }) => `snapshots/${snapshotId}`),
  );
  expect(snapshots.map((stored) => stored!.data.rows.length + stored!.data.promoted.length)).toEqual(
    last.map(({ rows }) => rows),
  );
  expect(await office.local.store.list('dossiers')).toHaveLength(6 + 5 + 2);
});

it('refuses to choose upward at the top, by the line', async () => {
  await office.settle();
  const reviewer = staffEmail('reviewer', province);
  const desk = workbookOf(office, province);
  const lines = await office.people.read(reviewer, desk, `'${tabTitles.review}'!A3:A40`);
  const line = lines.findIndex(([key]) => String(key).startsWith(id(a, 1))) + 3;
  // The drop-down does not offer it here; a paste goes past the drop-down.
  const range = `'${tabTitles.review}'!G${line}`;
  await office.people.type(reviewer, desk, range, [[decisionWords.promote]]);
  const { body }: Said = await office.people.press(reviewer, 'review', { spreadsheetId: desk });
  findProblem(body.problems, { code: 'decision-not-allowed', tab: tabTitles.review, line }, [
    `dòng ${line}`,
    'Chọn lên cấp trên',
    'cấp cao nhất',
    '“Duyệt”',
  ]);
  expect(await dossier(id(a, 1))).toMatchObject({ at: province, status: 'submitted' });
});

it('records the province: all approved but one sent back to the district, which stays off the page', async () => {
  const mine = [1, 2, 3, 4, 5].map((n) => id(b, n));
  await review(province, {
    ...Object.fromEntries([id(a, 1), id(a, 2), id(a, 3), ...mine.slice(1)].map((key) => [key, approve])),
    [id(district, 1)]: approve,
    [id(district, 2)]: [decisionWords.hold, 'Chờ xác minh thêm'],
    [mine[0] as string]: [decisionWords.return, reason],
  });
  expect(await dossier(id(b, 1))).toMatchObject({ at: district, status: 'submitted', returnReason: reason });
  expect(await shown()).toEqual([id(a, 1), id(a, 2), id(a, 6), id(district, 1), ...mine.slice(1)].sort());
  expect((await statuses(district))[id(district, 1)]).toBe('Tỉnh Bạc Liêu đã duyệt, đã công khai');
  expect((await statuses(a))[id(a, 3)]).toBe('Tỉnh Bạc Liêu đã duyệt');
});

it('shows of a public row the public columns only', async () => {
  const { html } = await office.people.page('/');
  const [first] = listOfA();
  expect(html.includes(String(first?.title))).toBe(true);
  for (const hidden of ['locality', 'pledge', 'needs']) {
    const value = String(first?.[hidden] ?? '');
    expect(value !== '' && html.includes(value)).toBe(false);
  }
});

it('takes a row down at the next request, and says so in the unit tab', async () => {
  const { body } = await office.people.press(staffEmail('reviewer', district), 'withdraw', {
    plan: office.plan.id,
    dossier: id(a, 6),
    reason: 'Người được nêu rút lại đồng ý',
  });
  expect(body.ok).toBe(true);
  expect(await shown()).not.toContain(id(a, 6));
  await office.settle();
  expect((await statuses(a))[id(a, 6)]).toBe('Đã gỡ công khai');
});

it('shows nothing of a list that never came, and every mail went out once', async () => {
  await office.settle();
  const mails = await office.people.mailbox();
  const keys = mails.map(({ text }) => /Mã thư: ([\w-]+)/.exec(text)?.[1]);
  expect(new Set(keys).size).toBe(keys.length);
  const states = (await office.local.store.list<{ state: string }>('outbox')).map(({ data }) => data.state);
  expect(new Set(states)).toEqual(new Set(['sent']));
});

it('changes nothing when every function of the platform runs again', async () => {
  await office.settle();
  const before = await shown();
  const dossiers = await office.local.store.list('dossiers');
  for (let time = 0; time < 3; time += 1) await office.settle();
  expect(await office.local.store.list('dossiers')).toEqual(dossiers);
  expect(await shown()).toEqual(before);
  expect(await office.local.store.list('marks')).toEqual([]);
});

it('has written into no tab of people, all the way', () => {
  expect(robotWrites.count()).toBeGreaterThan(10);
  expect(robotWrites.strays()).toEqual([]);
});
