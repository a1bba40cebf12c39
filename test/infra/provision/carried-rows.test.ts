/** A merged commune's first year: last period's recognised rows wait in its new tab, and are its own once it sends them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Carry } from '../../../functions/domain/carry-over.ts';
import type { Dossier } from '../../../functions/domain/dossier.ts';
import { exemplarForm } from '../../../functions/domain/forms/exemplar.ts';
import type { Plan } from '../../../functions/domain/plan.ts';
import { toUnitTree } from '../../../functions/domain/unit.ts';
import { firstDataLine, stampedRows } from '../../../functions/domain/workbook.ts';
import { caMau2026 } from '../../../functions/plans/ca-mau-2026.ts';
import { paths, readDossiers } from '../../../functions/records.ts';
import { sampleStaff, staffEmail } from '../../../infra/local/samples/people.ts';
import { tabOf, workbooksOf } from '../../../infra/local/trial.ts';
import { readLeftRows } from '../../../infra/provision/carried-left.ts';
import { carriedRequests, toCarriedRows } from '../../../infra/provision/carried-rows.ts';
import { decideCarry, saveCarried } from '../../../infra/provision/carry-plan.ts';
import { provision } from '../../../infra/provision/provision.ts';
import { type Office, smallPlan, startOffice } from '../../support/office.ts';

const heirs = ['31843', '31849'];
const newPlan: Plan = {
  ...caMau2026,
  units: caMau2026.units.filter(({ id }) => id === '96' || heirs.includes(id)),
  takesOver: [
    {
      plan: smallPlan.id,
      source: 'Nghị quyết 1655/NQ-UBTVQH15',
      heirs: [
        { from: '31843', to: '31843' },
        { from: '31846', to: '31849' },
      ],
    },
  ],
};

let office: Office;
beforeAll(async () => {
  office = await startOffice({ startAt: new Date('2026-01-05T08:00:00+07:00') });
  await office.send('31843', office.rows('31843', 5));
});
afterAll(() => office.close());

const now = new Date('2026-01-05T09:00:00+07:00');
const carryNow = async (): Promise<Carry[]> => {
  const from = { plan: smallPlan, tree: toUnitTree(smallPlan.units) };
  const to = { plan: newPlan, tree: toUnitTree(newPlan.units), period: '2026' };
  const { store } = office.local;
  const carries = await decideCarry(
    store,
    { from, to, period: '2025', named: new Map(), by: 'q@vidu.vn' },
    now,
  );
  expect(await saveCarried(store, carries)).toBe(true);
  return carries;
};
const outcomes = (carries: readonly Carry[]): string =>
  carries.map((one) => (one.outcome === 'stays' ? one.reason : one.outcome)).join(' ');

/** As the district's reviewers decided. */
async function decideAt(path: string, change: Partial<Dossier>): Promise<void> {
  const stored = await office.local.store.read<Dossier>(path);
  await office.local.store.commit([{ kind: 'put', path, data: { ...stored!.data, ...change } }]);
}
const approved = { status: 'approved' as const, approvals: ['956'] };

const setUp = () =>
  provision({
    store: office.local.store,
    admin: office.local.google.admin,
    plan: newPlan,
    period: '2026',
    staff: sampleStaff(newPlan.units),
    listingUrl: undefined,
  });

const newTab = async (unitId: string) => tabOf(await workbooksOf(office.people, newPlan.id, '2026'), unitId);
const linesOf = async (unitId: string) => {
  const { spreadsheetId, title } = await newTab(unitId);
  return office.people.read(staffEmail('clerk', unitId), spreadsheetId, `'${title}'!A${firstDataLine}:ZZ`);
};

it('carries what was recognised, once', async () => {
  for (const ordinal of [1, 2, 3, 4])
    await decideAt(paths.dossier(smallPlan.id, `2025-31843-00${ordinal}`), approved);
  expect(outcomes(await carryNow())).toBe('carried carried carried carried undecided');
  expect(outcomes(await carryNow())).toBe('already already already already undecided');
});

it('types them into the new tab before people have it, without the consent, and never again', async () => {
  const first = await setUp();
  expect(first.changes).toBeGreaterThan(0);
  const lines = await linesOf('31843');
  const name = 3 + exemplarForm.columns.findIndex(({ key }) => key === 'name');
  const consent = 3 + exemplarForm.columns.findIndex(({ key }) => key === 'consent');
  const typed = lines.filter((cells) => (cells[name] ?? '') !== '');
  expect(typed.map(([id]) => id)).toEqual([1, 2, 3, 4].map((ordinal) => `2026-31843-c20253184300${ordinal}`));
  const before = office.rows('31843', 5);
  expect(typed.map((cells) => cells[name])).toEqual(before.slice(0, 4).map((row) => row.name));
  expect(typed.every((cells) => (cells[consent] ?? '') === '')).toBe(true);
  expect(lines[4]?.[0]).toBe('2026-31843-005');
  expect((await setUp()).changes).toBe(0);
  expect(await linesOf('31843')).toEqual(lines);
});

it('tells the clerk that a row waits, and what is missing', async () => {
  await office.settle();
  await office.settle();
  const [line] = await linesOf('31843');
  expect(line?.[1]).toBe('Có lỗi, cần sửa');
  expect(line?.[2]).toContain('Đồng ý công khai');
});

it('writes nothing into a tab that people have already', async () => {
  const rest = await linesOf('31843');
  await decideAt(paths.dossier(smallPlan.id, '2025-31843-005'), approved);
  expect(outcomes(await carryNow())).toBe('already already already already carried');
  await setUp();
  expect(await linesOf('31843')).toEqual(rest);
});

it('makes them dossiers of the new plan when the unit sends them and its head signs', async () => {
  const { spreadsheetId, title } = await newTab('31843');
  const clerk = staffEmail('clerk', '31843');
  const first = 3 + exemplarForm.columns.findIndex(({ key }) => key === 'consent');
  const letter = first < 26 ? String.fromCharCode(65 + first) : `A${String.fromCharCode(65 + first - 26)}`;
  const answers = Array.from({ length: 4 }, () => ['Đồng ý', '04/01/2026']);
  await office.people.type(clerk, spreadsheetId, `'${title}'!${letter}${firstDataLine}`, answers);
  const fresh = office.rows('31843', 5).at(-1)!;
  const block = [
    exemplarForm.columns.map(({ key }) => (key === 'name' ? 'Trần Thị Mới' : (fresh[key] ?? ''))),
  ];
  await office.people.type(clerk, spreadsheetId, `'${title}'!D${firstDataLine + 4}`, block);
  const { body } = await office.people.press(clerk, 'submit', {
    spreadsheetId,
    unit: '31843',
    attachment: {
      documentNumber: '3/KH-UBND',
      documentDate: '03/01/2026',
      url: 'https://vidu.vn/ke-hoach.pdf',
    },
  });
  expect(body.problems ?? []).toEqual([]);
  expect(body).toMatchObject({ ok: true, rows: 5 });
  await office.local.queue.idle();
  await office.people.answerSignOff(staffEmail('head', '31843'), 'Xã Hồng Dân', 'sign', '');
  await office.local.queue.idle();
  const stored = await readDossiers(office.local.store, { planId: newPlan.id, period: '2026' });
  const states = stored.map(({ data }) => [data.id, data.status, data.carriedFrom?.unit ?? '']);
  expect(states).toEqual([
    ['2026-31843-005', 'submitted', ''],
    ...[1, 2, 3, 4].map((ordinal) => [`2026-31843-c20253184300${ordinal}`, 'submitted', 'Xã Ninh Hòa']),
    ['2026-31843-c202531843005', 'carried', 'Xã Ninh Hòa'],
  ]);
});

const leftNow = async () => {
  const { store, services } = office.local;
  const stored = await readDossiers(store, { planId: newPlan.id, period: '2026', status: 'carried' });
  const waiting = stored.map(({ data }) => data);
  const left = await readLeftRows({ store, sheets: services.sheets }, newPlan.id, '2026', waiting);
  return left.map(({ unitId, hasTab, dossiers }) => [unitId, hasTab, ...dossiers.map(({ id }) => id)]);
};

it('leaves for a file all that waits and that the tab does not hold, until somebody copies it there', async () => {
  expect(await leftNow()).toEqual([['31843', true, '2026-31843-c202531843005']]);
  expect(await leftNow()).toEqual([['31843', true, '2026-31843-c202531843005']]);
  const { spreadsheetId, title } = await newTab('31843');
  const { row } = (await readDossiers(office.local.store, { planId: newPlan.id, status: 'carried' }))[0]!
    .data as Dossier;
  const cells = ['kind', 'name', 'birthYear'];
  const block = [exemplarForm.columns.map(({ key }) => (cells.includes(key) ? (row.values[key] ?? '') : ''))];
  const range = `'${title}'!D${firstDataLine + 5}`;
  await office.people.type(staffEmail('clerk', '31843'), spreadsheetId, range, block);
  expect(await leftNow()).toEqual([['31843', true]]);
});

it('leaves for a file what a tab that is still to be made has no room for', async () => {
  const one = (await readDossiers(office.local.store, { planId: newPlan.id }))[0]?.data as Dossier;
  const many = Array.from({ length: stampedRows + 3 }, (_, index) => ({
    ...one,
    id: `2026-x-${100 + index}`,
    unitId: 'x',
  }));
  const { store, services } = office.local;
  const [left] = await readLeftRows(
    { store, sheets: services.sheets },
    newPlan.id,
    '2026',
    many.toReversed(),
  );
  expect(left?.hasTab).toBe(false);
  expect(left?.dossiers.map(({ id }) => id)).toEqual(['2026-x-140', '2026-x-141', '2026-x-142']);
  const [numbers] = carriedRequests(101, toCarriedRows(exemplarForm, many));
  expect(numbers?.updateCells?.rows?.length).toBe(stampedRows);
  expect(carriedRequests(101, [])).toEqual([]);
});
