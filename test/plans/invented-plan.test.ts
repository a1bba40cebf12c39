/** A plan nobody wrote code for: four levels, odd quotas, lists by quarter, a second form due once. Data only, and it runs. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import type { Unit } from '../../functions/domain/unit.ts';
import { parsePlan } from '../../functions/plans/parse-plan.ts';
import { type Office, startOffice } from '../support/office.ts';
import { walkPlan } from '../support/walk-plan.ts';

const unit = (id: string, name: string, kind: string, parent: string | null): Unit => ({
  id,
  name,
  kind,
  parent,
});

const plan: Plan = {
  id: 'ke-hoach-tu-nghi',
  number: '07/KH-TCT',
  title: 'Tìm và nhân điển hình trong toàn ngành (kế hoạch hư cấu)',
  issuer: 'Tổng công ty Ví Dụ',
  signer: 'Nguyễn Văn Ví Dụ',
  issuedOn: '2025-01-02',
  inForceFrom: '2025-01-02',
  inForceTo: '2025-06-30',
  timeZone: 'Asia/Ho_Chi_Minh',
  levels: [
    { id: 'team', name: 'Tổ' },
    { id: 'shop', name: 'Phân xưởng' },
    { id: 'plant', name: 'Nhà máy' },
    { id: 'group', name: 'Tổng công ty' },
  ],
  unitKinds: {
    team: { name: 'Tổ sản xuất', level: 'team' },
    shop: { name: 'Phân xưởng', level: 'shop' },
    plant: { name: 'Nhà máy', level: 'plant' },
    group: { name: 'Tổng công ty', level: 'group' },
  },
  obligations: [
    {
      ids: ['1'],
      unitKind: 'team',
      form: 'exemplar',
      quota: { min: 1, max: 1 },
      allowedKinds: ['individual'],
      deadline: { kind: 'quarterly', month: 2, day: 20, strict: true },
      headSignOff: false,
      nilReport: true,
    },
    {
      ids: ['2'],
      unitKind: 'shop',
      form: 'exemplar',
      quota: { min: 3, target: 7 },
      allowedKinds: ['individual', 'model'],
      deadline: { kind: 'quarterly', month: 3, day: 10, strict: true },
      headSignOff: true,
      nilReport: false,
    },
    {
      ids: ['3'],
      unitKind: 'plant',
      form: 'exemplar',
      quota: { min: 8, max: 11 },
      allowedKinds: ['individual', 'collective', 'model'],
      deadline: { kind: 'quarterly', month: 4, day: 5, strict: false },
      attachment: { id: 'minutes', label: 'Biên bản họp Hội đồng' },
      headSignOff: true,
      nilReport: false,
    },
    {
      ids: ['4'],
      unitKind: 'plant',
      form: 'nurturing-plan',
      quota: { min: 2 },
      deadline: { kind: 'once', date: '2025-05-19', strict: true },
      headSignOff: true,
      nilReport: false,
    },
  ],
  columns: [
    {
      form: 'exemplar',
      after: 'title',
      column: {
        key: 'shift',
        header: 'Ca làm việc',
        help: 'Chọn ca chính của người, tổ được giới thiệu.',
        example: 'Ca đêm',
        type: 'choice',
        required: 'all',
        choices: ['Ca ngày', 'Ca đêm', 'Hành chính'],
        visibility: 'internal',
        width: 120,
      },
    },
  ],
  events: [],
  publication: { levels: ['group'], showBirthYear: true, channels: [] },
  reminderLeads: [2],
  overdueSteps: [],
  units: [
    unit('G', 'Tổng công ty Ví Dụ', 'group', null),
    unit('N1', 'Nhà máy số 1', 'plant', 'G'),
    unit('X1', 'Phân xưởng Đúc', 'shop', 'N1'),
    unit('X2', 'Phân xưởng Tiện', 'shop', 'N1'),
    unit('T1', 'Tổ Khuôn', 'team', 'X1'),
    unit('T2', 'Tổ Nấu', 'team', 'X1'),
    unit('T3', 'Tổ Trục', 'team', 'X2'),
  ],
};

let office: Office;
beforeAll(async () => {
  const parsed = parsePlan(plan);
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  office = await startOffice({
    plan: parsed.plan,
    period: '2025-Q1',
    startAt: new Date('2025-02-10T08:00:00+07:00'),
  });
});
afterAll(() => office.close());

it('has a workbook for each unit that collects, in each form and period', () => {
  const books = office.workbooks.map(({ period, unit: id }) => `${period} ${id}`).sort();
  expect(books).toEqual(['2025-Q1 G', '2025-Q1 N1', '2025-Q1 X1', '2025-Q1 X2', '2025.BD G']);
});

it('asks for the column of its own, in the sheet and at the door', async () => {
  const { spreadsheetId, title } = office.tab('T1');
  const clerk = 'nguoilap.t1@vidu.vn';
  const [headers = []] = await office.people.read(clerk, spreadsheetId, `'${title}'!A1:AZ1`);
  expect(headers).toContain('Ca làm việc');
  await office.type('T1', office.rows('T1', 1, ['Cá nhân']));
  const { body } = await office.submit('T1');
  expect(JSON.stringify(body)).toContain('cột “Ca làm việc”');
});

it('is played whole: every list sent in time, what was chosen carried up four levels', async () => {
  const walked = await walkPlan(office, '2025-Q1');
  expect(walked).toEqual([
    { form: 'exemplar', period: '2025-Q1', unitId: 'T1', rows: 1, late: false },
    { form: 'exemplar', period: '2025-Q1', unitId: 'T2', rows: 1, late: false },
    { form: 'exemplar', period: '2025-Q1', unitId: 'T3', rows: 1, late: false },
    { form: 'exemplar', period: '2025-Q1', unitId: 'X1', rows: 3, late: false },
    { form: 'exemplar', period: '2025-Q1', unitId: 'X2', rows: 3, late: false },
    { form: 'exemplar', period: '2025-Q1', unitId: 'N1', rows: 8, late: false },
    { form: 'nurturing-plan', period: '2025.BD', unitId: 'N1', rows: 2, late: false },
  ]);
  const stored = await office.local.store.list<Dossier>('dossiers', { where: { planId: plan.id } });
  const atTop = stored
    .map(({ data }) => data)
    .filter(({ at, status }) => at === 'G' && status === 'approved');
  expect(atTop.map(({ unitId }) => unitId).sort()).toEqual(['N1', 'N1', 'T1', 'T2', 'T3', 'X1', 'X2', 'X2']);
});

it('a deadline of the quarter is told in the plan’s own rhythm', async () => {
  await office.people.moveClock('2025-04-02T08:00:00+07:00');
  await office.settle();
  const mails = await office.people.mailbox('nguoilap.t1@vidu.vn');
  expect(mails.every(({ text }) => !text.includes('năm 2025,'))).toBe(true);
  expect(mails.some(({ text }) => text.includes('quý I/2025'))).toBe(true);
});
