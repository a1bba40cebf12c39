/** Sync writes the scoreboard: who is late and why, what each mark rests on, a history that grows only with what changes. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { currentEntry, type ScoreRecord } from '../../functions/domain/scoreboard.ts';
import { type SummaryKey, summaryColumns, summaryHeaderRows } from '../../functions/domain/summary.ts';
import { sheetIds } from '../../functions/domain/workbook.ts';
import { paths } from '../../functions/records.ts';
import { robot } from '../../infra/local/runtime/local.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, smallPlan, startOffice } from '../support/office.ts';
import { call, communeIds, manyCommunes, nameOf, tokenFor, workbookOf } from '../support/office-acts.ts';
import { decideAtDesk } from '../support/office-views.ts';
import { pressAnswer, typeRequest } from '../support/requests.ts';

const desk = '956';
const plan = manyCommunes(6, {
  ...smallPlan,
  obligations: smallPlan.obligations.map((duty) => ({ ...duty, nilReport: true })),
});
const [punctual = '', late = '', missing = '', forgiven = '', ended = '', nobody = ''] = communeIds(plan);
const heir = { id: '50001', name: 'Xã Tân Lập Mới', kind: 'commune', parent: desk, validFrom: '2025-02-01' };
const reformed = {
  ...plan,
  units: [
    ...plan.units.map((unit) =>
      unit.id === ended ? { ...unit, validTo: '2025-01-31', successor: heir.id } : unit,
    ),
    heir,
  ],
};
let office: Office;

beforeAll(async () => {
  office = await startOffice({ plan: reformed });
});
afterAll(() => office.close());

async function sync(): Promise<{ outcome: string; calls: number }> {
  await office.local.queue.idle();
  const before = office.local.workspace.counts.sheets.total;
  const { body } = await call(office, 'sync', {
    token: await tokenFor(office, robot),
    body: { spreadsheetId: workbookOf(office, desk) },
  });
  return { outcome: body.outcome, calls: office.local.workspace.counts.sheets.total - before };
}

/** Numbers as numbers, which people see formatted. */
async function readSummary(of = desk): Promise<unknown[][]> {
  const [tab] = await office.local.services.sheets.readTabs(workbookOf(office, of), [sheetIds.summary]);
  return tab?.values ?? [];
}

async function lineOf(unit: string): Promise<Record<SummaryKey, unknown>> {
  const name = nameOf(office, unit);
  const cells = (await readSummary()).slice(summaryHeaderRows).find(([first]) => first === name) ?? [];
  return Object.fromEntries(summaryColumns.map(({ key }, index) => [key, cells[index] ?? ''])) as Record<
    SummaryKey,
    unknown
  >;
}

async function historyOf(unit: string): Promise<ScoreRecord['history']> {
  await office.local.queue.idle();
  const stored = await office.local.store.read<ScoreRecord>(paths.score(plan.id, unit, '2025'));
  return stored?.data.history ?? [];
}

it('says nothing of those who still have time, and costs one call when nothing changed, two when it did', async () => {
  await sync();
  expect(await sync()).toEqual({ outcome: 'unchanged', calls: 1 });
  expect(await historyOf(punctual)).toEqual([]);
  expect(await lineOf(punctual)).toMatchObject({ standing: 'Chưa nộp', score: 0, of: 100, year: '' });
  await office.type(punctual, office.rows(punctual, 5));
  expect(await sync()).toEqual({ outcome: 'written', calls: 2 });
  expect(await sync()).toEqual({ outcome: 'unchanged', calls: 1 });
});

it('shows a list that came in time, with the snapshot its mark rests on', async () => {
  await office.send(punctual, office.rows(punctual, 5));
  await office.send(ended, office.rows(ended, 6));
  await office.settle();
  expect(await lineOf(punctual)).toMatchObject({
    counter: '5, chỉ tiêu 5–6',
    standing: 'Đã nộp, đúng hạn',
    daysLate: '',
    whyLate: '',
    score: 70,
    of: 100,
    year: '70/100',
  });
  const { evidence } = await lineOf(punctual);
  expect(evidence).toMatch(
    /^Nộp đúng hạn 40\/40: nộp \d\d:\d\d 08\/01\/2025, mã nội dung đã ký [0-9a-f]{8}, hạn hết ngày 14\/01\/2025\. /,
  );
});

it('keeps the steps to a signature apart in the history', async () => {
  const history = await historyOf(punctual);
  expect(history.map(({ total, isDue }) => [total, isDue])).toEqual([
    [0, false],
    [70, true],
  ]);
  expect(history[0]?.cause).toContain('thủ trưởng chưa ký');
});

it('takes "no case" for an answer: in time, and marked by what can be asked of it', async () => {
  expect((await office.submit(nobody, { nil: true })).body).toMatchObject({ ok: true, rows: 0 });
  await office.local.queue.idle();
  expect((await lineOf(nobody)).standing).toBe('Chờ thủ trưởng ký');
  await office.sign(nobody);
  await office.settle();
  expect(await lineOf(nobody)).toMatchObject({
    standing: 'Không có trường hợp, đúng hạn',
    score: 40,
    of: 40,
    year: '40/40',
  });
});

it('tells missing and late apart once the day has passed, and says why as far as anybody said', async () => {
  await office.people.moveClock('2025-01-17T09:00:00+07:00');
  await office.send(late, office.rows(late, 5));
  await office.send(forgiven, office.rows(forgiven, 5));
  await typeRequest(office, staffEmail('clerk', forgiven), desk, 3, {
    unit: nameOf(office, forgiven),
    kind: 'Gia hạn',
    text: 'Mất điện từ 12 đến 16/01',
    lastDay: '17/01/2025',
  });
  await office.settle();
  await sync();
  expect(await lineOf(missing)).toMatchObject({
    standing: 'Quá hạn, chưa nộp',
    sentAt: '',
    daysLate: '',
    whyLate: 'chưa nêu lý do',
    score: 0,
    of: 100,
    year: '0/100',
  });
  expect(await lineOf(late)).toMatchObject({
    standing: 'Đã nộp, trễ hạn',
    daysLate: 3,
    whyLate: 'chưa nêu lý do',
    score: 24,
  });
  expect(await lineOf(forgiven)).toMatchObject({
    standing: 'Đã nộp, trễ hạn',
    whyLate: 'đơn vị nêu: Mất điện từ 12 đến 16/01',
    requests: 'DN1-001 Gia hạn: chờ trả lời',
    score: 24,
  });
});

it('shows why a list is late in the words of the list, and changes no mark by it', async () => {
  const before = await historyOf(late);
  await typeRequest(office, staffEmail('clerk', late), desk, 4, {
    unit: nameOf(office, late),
    kind: 'Vì sao trễ',
    lateReason: 'Thiên tai, dịch bệnh',
    text: 'Xã bị cô lập ba ngày',
  });
  await office.settle();
  await sync();
  expect(await lineOf(late)).toMatchObject({
    daysLate: 3,
    whyLate: 'đơn vị nêu: Thiên tai, dịch bệnh (Xã bị cô lập ba ngày)',
    requests: 'DN1-002 Vì sao trễ: đã ghi nhận',
    score: 24,
  });
  expect(await historyOf(late)).toEqual(before);
});

it('forgives what was late by time that is added afterwards, with one entry more', async () => {
  const before = await historyOf(forgiven);
  await typeRequest(office, staffEmail('reviewer', desk), desk, 3, {
    decision: 'Đồng ý',
    answer: 'Mất điện đã được xác nhận',
  });
  expect((await pressAnswer(office, desk)).body).toMatchObject({ ok: true, answered: 1 });
  await office.settle();
  const after = await historyOf(forgiven);
  expect(after.slice(0, -1)).toEqual(before);
  expect(after.at(-1)).toMatchObject({ total: 70, cause: expect.stringContaining('Nộp đúng hạn: 0 → 40') });
  expect(await lineOf(forgiven)).toMatchObject({
    extension: '17/01/2025',
    standing: 'Đã nộp, trong thời gian gia hạn',
    whyLate: 'đơn vị nêu: Mất điện từ 12 đến 16/01; được gia hạn: Mất điện đã được xác nhận',
    requests: 'DN1-001 Gia hạn: Đồng ý, nộp đến hết ngày 17/01/2025',
    score: 70,
  });
});

it('counts what reviewers chose, published and sent back, each by its ids', async () => {
  const id = (ordinal: number) => `2025-${punctual}-00${ordinal}`;
  await decideAtDesk(office, desk, {
    [id(1)]: ['Chọn lên cấp trên', ''],
    [id(2)]: ['Duyệt', ''],
    [id(3)]: ['Trả lại', 'Bổ sung số liệu kết quả năm 2024'],
  });
  const line = await lineOf(punctual);
  expect(line).toMatchObject({ returned: 1, approved: 2, chosen: 1 });
  const published = Number(line.published);
  expect(line.score).toBe(70 + 5 - 2 + 2 * published);
  expect(line.evidence).toContain(`Được chọn 5/20: 1 gương được cấp trên chọn: ${id(1)}`);
  expect(line.evidence).toContain(`Bị trả lại -2: 1 gương bị trả lại: ${id(3)}`);
});

it('leaves history and tab as they are however often nothing happens, also days later', async () => {
  await office.settle();
  await sync();
  const before = await Promise.all([punctual, late, missing, forgiven].map(historyOf));
  const tab = await readSummary();
  const versions = async () =>
    (await office.local.store.list('scores')).map(({ path, version }) => `${path} ${version}`);
  const stored = await versions();
  await office.people.moveClock('2025-01-20T09:00:00+07:00');
  expect(await sync()).toEqual({ outcome: 'unchanged', calls: 1 });
  expect(await Promise.all([punctual, late, missing, forgiven].map(historyOf))).toEqual(before);
  expect(await readSummary()).toEqual(tab);
  expect(await versions()).toEqual(stored);
});

it('says of a unit that has ended where its marks go', async () => {
  expect((await lineOf(ended)).year).toBe('70/100');
  await office.people.moveClock('2025-02-03T09:00:00+07:00');
  await sync();
  const line = await lineOf(ended);
  expect(line.evidence).toContain('kết thúc 31/01/2025, điểm chuyển sang Xã Tân Lập Mới');
  expect(line).toMatchObject({ score: 70, year: '' });
});

it('explains every criterion below the units', async () => {
  const rows = await readSummary();
  const start = rows.findIndex(([first]) => String(first).startsWith('Cách chấm điểm'));
  expect(rows[start]?.[0]).toBe('Cách chấm điểm (đề xuất, Hội đồng quyết định)');
  const criteria = rows.slice(start + 1, start + 7).map(([sentence]) => String(sentence).split(': ')[0]);
  expect(criteria).toEqual([
    'Nộp đúng hạn (40 điểm)',
    'Đạt chỉ tiêu (30 điểm)',
    'Được chọn (20 điểm)',
    'Được công khai (10 điểm)',
    'Trễ hạn (trừ tối đa 20 điểm)',
    'Bị trả lại (trừ tối đa 10 điểm)',
  ]);
});

it('says the total of the marks in every entry of every unit', async () => {
  for (const unit of [punctual, late, missing, forgiven, ended])
    for (const { marks, total, of } of await historyOf(unit)) {
      const sum = marks.reduce((points, mark) => points + mark.points, 0);
      expect(total).toBe(Math.min(of, Math.max(0, sum)));
    }
  expect(currentEntry({ history: await historyOf(late) } as ScoreRecord).total).toBe(24);
});
