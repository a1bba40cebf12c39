/** Lists that speak of exemplars and criteria: only of such as there are, and what was cited stays as it was. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { formOf } from '../../functions/domain/forms/index.ts';
import type { Obligation, Plan } from '../../functions/domain/plan.ts';
import type { Snapshot, Submission } from '../../functions/domain/submission.ts';
import { decisionWords, systemColumns } from '../../functions/domain/workbook.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, smallPlan, startOffice } from '../support/office.ts';
import { decideAtDesk } from '../support/office-views.ts';

const [cluster, agency, province, district, commune] = ['CK01', 'CQ01', '95', '956', '31843'] as const;

const owes = (unitKind: string, form: string): Obligation => ({
  ids: ['BL-06'],
  unitKind,
  form,
  quota: { min: 1 },
  deadline: { kind: 'yearly', month: 2, day: 15, strict: true },
  headSignOff: true,
  nilReport: false,
});

const forms = ['nurturing-plan', 'standards', 'publicity-log'];
const plan: Plan = {
  ...smallPlan,
  obligations: [
    ...smallPlan.obligations,
    ...forms.flatMap((form) => [owes('cluster', form), owes('agency', form)]),
    owes('district', 'nurturing-plan'),
    owes('district', 'standards'),
    owes('commune', 'nurturing-plan'),
  ],
};
const periods: Record<string, string> = {
  'nurturing-plan': '2025.BD',
  standards: '2025.TC',
  'publicity-log': '2025.TT',
};

const attachment = {
  documentNumber: '12/KH-SYT',
  documentDate: '05/01/2025',
  url: 'https://vidu.vn/ke-hoach.pdf',
};

let office: Office;
beforeAll(async () => {
  office = await startOffice({ plan, startAt: new Date('2025-01-20T08:00:00+07:00') });
});
afterAll(() => office.close());

type Change = Record<string, string>;

/** Lines of the form's examples, with some cells otherwise, typed and sent by the unit's clerk. */
async function submit(unit: string, form: string, rows: readonly Change[]) {
  const { spreadsheetId, title } = office.tab(unit, periods[form] as string);
  const column = String.fromCharCode(65 + systemColumns.length);
  const past: Change = { validFrom: '15/01/2025', publishedOn: '15/01/2025' };
  const cells = rows.map((row) =>
    formOf(form).columns.map(({ key, example }) => row[key] ?? past[key] ?? example),
  );
  const range = `'${title}'!${column}3`;
  await office.people.type(staffEmail('clerk', unit), spreadsheetId, range, cells);
  return (await office.people.press(staffEmail('clerk', unit), 'submit', { spreadsheetId, unit })).body;
}

async function sign(unit: string): Promise<void> {
  await office.local.queue.idle();
  await office.sign(unit);
  await office.settle();
}

const told = (body: { problems?: unknown }): string =>
  ((body.problems ?? []) as { message: string }[]).map(({ message }) => message).join('\n');

async function snapshotOf(unit: string, form: string): Promise<Snapshot> {
  const { data } = (await office.local.store.read<Submission>(
    `submissions/${plan.id}_${unit}_${periods[form]}`,
  ))!;
  const { snapshotId } = data.versions.at(-1)!;
  return (await office.local.store.read<Snapshot>(`snapshots/${snapshotId}`))!.data;
}

const sendExemplars = async (unit: string, names: readonly string[]): Promise<void> => {
  const kinds = unit === cluster ? ['Tập thể' as const] : ['Cá nhân' as const];
  const rows = office.rows(unit, names.length, [...kinds]);
  await office.type(
    unit,
    rows.map((row, index) => ({ ...row, name: names[index] as string })),
  );
  const { body } = await office.submit(unit, { attachment });
  if (!body.ok) throw new Error(JSON.stringify(body));
};

it('refuses a plan for an exemplar while no list has been sent', async () => {
  const body = await submit(agency, 'nurturing-plan', [{ name: 'Nguyễn Thị Hoa' }]);
  expect(told(body)).toContain('mà đơn vị chưa nộp danh sách điển hình nào; hãy nộp danh sách đó trước');
});

it('says it in the tab too once a list was refused for it, as it is now, and stops when the name is known', async () => {
  const { spreadsheetId, title } = office.tab(agency, '2025.BD');
  const looked = async () => {
    const { body } = await office.people.press(staffEmail('clerk', agency), 'check', { spreadsheetId });
    const [unit] = body.units as { rows: number; problems: { code: string; a1: string }[] }[];
    return unit?.problems.map(({ code, a1 }) => `${a1} ${code}`);
  };
  expect(await looked()).toEqual(['D3 reference-none']);
  await sendExemplars(agency, ['Nguyễn Thị Hoa', 'Trần Văn An', 'Lê Văn Sáu']);
  expect(await looked()).toEqual([]);
  await office.people.type(staffEmail('clerk', agency), spreadsheetId, `'${title}'!D3`, [['Nguyễn Thị Hoà']]);
  expect(await looked()).toEqual(['D3 reference-unknown']);
});

it('knows the list that waits for its signature, and offers the nearest names for a slip', async () => {
  const body = await submit(agency, 'nurturing-plan', [{ name: 'Nguyễn Thị Hoà' }]);
  expect(told(body)).toContain(
    'dòng 3, cột “Điển hình” (ô D3): không có “Nguyễn Thị Hoà” trong danh sách đã nộp; gần nhất: “Nguyễn Thị Hoa” (2025-CQ01-001)',
  );
  await sign(agency);
});

it('takes any criterion while no standards are in force, then only those of the unit', async () => {
  const rows = [{ name: 'Nguyễn Thị Hoa', criterion: 'Được nhiều hộ làm theo' }];
  expect(await submit(agency, 'nurturing-plan', rows)).toMatchObject({ ok: true });
  expect(await submit(agency, 'standards', [{ code: 'CN-01' }])).toMatchObject({ ok: true });
  expect(
    await submit(agency, 'nurturing-plan', [{ ...rows[0], goal: 'Thêm 25 hộ trong xã cùng làm theo' }]),
  ).toMatchObject({ ok: true });
  // Sent once more, so that the newest letter to the head is about them.
  await submit(agency, 'standards', [{ code: 'CN-01', points: '100' }]);
  await sign(agency);
  const body = await submit(agency, 'nurturing-plan', rows);
  expect(told(body)).toContain('không có “Được nhiều hộ làm theo” trong tiêu chuẩn đang áp dụng');
  expect(told(body)).toContain('(CN-01); hãy ghi đúng mã hoặc nội dung tiêu chí');
});

it('keeps what a row cites when the standards change later', async () => {
  const plans = [
    { name: 'Nguyễn Thị Hoa', criterion: 'CN-01' },
    { name: '2025-CQ01-002', criterion: 'CN-01' },
  ];
  expect(await submit(agency, 'nurturing-plan', plans)).toMatchObject({ ok: true });
  await sign(agency);
  const first = await snapshotOf(agency, 'standards');
  expect((await snapshotOf(agency, 'nurturing-plan')).cites).toEqual([
    { row: '2025.BD-CQ01-001', column: 'name', ids: ['2025-CQ01-001'] },
    { row: '2025.BD-CQ01-001', column: 'criterion', ids: ['CN-01'], list: first.id },
    { row: '2025.BD-CQ01-002', column: 'name', ids: ['2025-CQ01-002'] },
    { row: '2025.BD-CQ01-002', column: 'criterion', ids: ['CN-01'], list: first.id },
  ]);
  await submit(agency, 'standards', [{ code: 'CN-01', measure: 'Biên bản họp bình xét của đơn vị' }]);
  await sign(agency);
  await submit(agency, 'nurturing-plan', [plans[0]!, { ...plans[1], progress: 'Xong' }]);
  await sign(agency);
  const standardsCited = await Promise.all(
    ['001', '002'].map(async (number) => {
      const id = `2025.BD-CQ01-${number}`;
      const { data } = (await office.local.store.read<Dossier>(`dossiers/${plan.id}_${id}`))!;
      const snapshot = (await office.local.store.read<Snapshot>(`snapshots/${data.snapshotId}`))!.data;
      return snapshot.cites?.find(({ row, column }) => row === id && column === 'criterion')?.list;
    }),
  );
  expect(standardsCited).toEqual([first.id, (await snapshotOf(agency, 'standards')).id]);
});

it('a log may name what the desk above has recognised of others, a plan only the own', async () => {
  await sendExemplars(cluster, ['Tổ nuôi tôm ấp Ba']);
  await sign(cluster);
  const path = `dossiers/${plan.id}_2025-CQ01-002`;
  const { data } = (await office.local.store.read<Dossier>(path))!;
  const log = [{ exemplar: 'Tổ nuôi tôm ấp Ba; Trần Văn An' }];
  expect(told(await submit(cluster, 'publicity-log', log))).toContain('không có “Trần Văn An”');
  const approved: Dossier = { ...data, status: 'approved', approvals: [province] };
  await office.local.store.commit([{ kind: 'put', path, data: approved }]);
  expect(await submit(cluster, 'publicity-log', log)).toMatchObject({ ok: true });
  const body = await submit(cluster, 'nurturing-plan', [{ name: 'Trần Văn An' }]);
  expect(told(body)).toContain('không có “Trần Văn An”');
});

it('a district plans for whom it has chosen from its communes, by criteria that the communes cite too', async () => {
  const rows = office
    .rows(commune, 5)
    .map((row, index) => ({ ...row, name: `${row.name} ${'ABCDE'[index]}` }));
  await office.send(commune, rows);
  const chosen = '2025-31843-001';
  await decideAtDesk(office, district, { [chosen]: [decisionWords.promote, ''] });
  const plans = [{ name: rows[0]?.name ?? '' }];
  expect(await submit(district, 'nurturing-plan', plans)).toMatchObject({ ok: true });
  expect((await snapshotOf(district, 'nurturing-plan')).cites).toEqual([
    { row: '2025.BD-956-001', column: 'name', ids: [chosen] },
  ]);
  expect(told(await submit(district, 'nurturing-plan', [{ name: rows[1]?.name ?? '' }]))).toContain(
    '(2025-31843-001)',
  );
  await submit(district, 'standards', [{ code: 'H-01' }]);
  await sign(district);
  const ofCommune = (criterion: string) =>
    submit(commune, 'nurturing-plan', [{ name: rows[1]?.name ?? '', criterion }]);
  expect(told(await ofCommune('CN-01'))).toContain('không có “CN-01” trong tiêu chuẩn đang áp dụng');
  expect(await ofCommune('H-01')).toMatchObject({ ok: true });
  const { id } = await snapshotOf(district, 'standards');
  expect((await snapshotOf(commune, 'nurturing-plan')).cites).toContainEqual({
    row: '2025.BD-31843-001',
    column: 'criterion',
    ids: ['H-01'],
    list: id,
  });
});
