/** A second form of the same units: its own workbook, signed like any list, kept as filed, told of in the digest. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { nurturingPlanForm as form } from '../../functions/domain/forms/nurturing-plan.ts';
import type { Obligation, Plan } from '../../functions/domain/plan.ts';
import type { Submission } from '../../functions/domain/submission.ts';
import { systemColumns, tabTitles } from '../../functions/domain/workbook.ts';
import { parsePlan } from '../../functions/plans/parse-plan.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, smallPlan, startOffice } from '../support/office.ts';
import { statusesOf } from '../support/office-views.ts';

const period = '2025.BD';
const [cluster, agency, province] = ['CK01', 'CQ01', '95'] as const;

const owes = (unitKind: string): Obligation => ({
  ids: ['BL-06'],
  unitKind,
  form: form.id,
  quota: { min: 1 },
  deadline: { kind: 'yearly', month: 2, day: 15, strict: true },
  headSignOff: true,
  nilReport: false,
});

const plan: Plan = {
  ...smallPlan,
  obligations: [...smallPlan.obligations, owes('cluster'), owes('agency')],
};

const row = (change: Record<string, string> = {}): string[] =>
  form.columns.map(({ key, example }) => change[key] ?? example);

const attachment = {
  documentNumber: '12/KH-SYT',
  documentDate: '05/01/2025',
  url: 'https://vidu.vn/ke-hoach.pdf',
};

let office: Office;
beforeAll(async () => {
  office = await startOffice({ plan });
  const [first, ...others] = office.rows(agency, 3);
  await office.send(agency, [{ ...first, name: 'Nguyễn Thị Hoa' }, ...others], { attachment });
});
afterAll(() => office.close());

const type = (unit: string, rows: string[][]): Promise<void> => {
  const { spreadsheetId, title } = office.tab(unit, period);
  const column = String.fromCharCode(65 + systemColumns.length);
  return office.people.type(staffEmail('clerk', unit), spreadsheetId, `'${title}'!${column}3`, rows);
};

const submit = (unit: string) =>
  office.people.press(staffEmail('clerk', unit), 'submit', {
    spreadsheetId: office.tab(unit, period).spreadsheetId,
    unit,
  });

const filed = async (unit: string): Promise<Dossier[]> =>
  (await office.local.store.list<Dossier>('dossiers', { where: { unitId: unit, period } })).map(
    ({ data }) => data,
  );

it('is taken by the parser, and only once for a kind of units', () => {
  expect(parsePlan(plan).ok).toBe(true);
  const twice = parsePlan({ ...plan, obligations: [...plan.obligations, owes('agency')] });
  expect(twice).toEqual({
    ok: false,
    faults: ['Chỉ tiêu của “agency”: biểu mẫu “nurturing-plan” khai hai lần'],
  });
});

it('has a workbook of its own, without a review tab', () => {
  const books = office.workbooks.filter((book) => book.period === period);
  expect(books.map(({ unit }) => unit)).toEqual([province]);
  expect(books[0]?.tabs.map(({ title }) => title)).toEqual([
    tabTitles.guide,
    tabTitles.summary,
    tabTitles.requests,
    tabTitles.machine,
    'Khối thi đua số 1',
    'Sở Y tế',
  ]);
});

it('refuses a wrong cell in the words of the form', async () => {
  await type(agency, [row({ due: '31/02/2025', responsible: '' })]);
  const { body } = await submit(agency);
  const told = (body.problems as { column: string; message: string }[]).map(({ message }) => message);
  expect(told.join('\n')).toContain('31/02/2025');
  expect(told.join('\n')).toContain('cột “Người, đơn vị phụ trách” (ô J3): đang để trống');
  expect(await filed(agency)).toEqual([]);
});

it('is filed when the head has signed, and shown as such', async () => {
  await type(agency, [row(), row({ milestone: 'Sơ kết, trao giấy khen cho 3 hộ làm theo' })]);
  expect((await submit(agency)).body.ok).toBe(true);
  await office.local.queue.idle();
  await office.sign(agency);
  await office.settle();
  expect((await filed(agency)).map(({ id, status }) => [id, status])).toEqual([
    ['2025.BD-CQ01-001', 'filed'],
    ['2025.BD-CQ01-002', 'filed'],
  ]);
});

it('a later list replaces it and keeps what was filed before in the versions', async () => {
  await type(agency, [row({ progress: 'Xong' })]);
  expect((await submit(agency)).body.ok).toBe(true);
  await office.local.queue.idle();
  await office.sign(agency);
  await office.settle();
  const [first] = await filed(agency);
  expect(first?.row.values.progress).toBe('Xong');
  expect(first?.round).toBe(2);
  const { data } = (await office.local.store.read<Submission>(`submissions/${plan.id}_${agency}_${period}`))!;
  expect(data.versions).toHaveLength(2);
});

it('leaves the list of exemplars of the same unit alone, and its rows off the public page', async () => {
  await office.type(agency, office.rows(agency, 3));
  await office.settle();
  const dossiers = await office.local.store.list<Dossier>('dossiers', { where: { unitId: agency } });
  expect(dossiers.some(({ data }) => data.public)).toBe(false);
  expect(Object.keys(await statusesOf(office, agency))).not.toContain('2025.BD-CQ01-001');
});

it('is told of in one digest together with the other list, each by its name', async () => {
  await office.people.moveClock('2025-02-05T08:00:00+07:00');
  await office.settle();
  const mails = await office.people.mailbox(staffEmail('clerk', cluster));
  const digest = mails.filter(({ subject }) => !/xác nhận/i.test(subject)).at(-1);
  expect(digest?.text).toContain('năm 2025');
  expect(digest?.text).toContain('năm 2025 (kế hoạch bồi dưỡng)');
});
