/** A row that the level above has approved stays as it was approved: changed or missing, the list is refused by the name. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { blankRow, type TypedRow } from '../../infra/local/samples/rows.ts';
import { type Office, startOffice } from '../support/office.ts';
import {
  communeIds,
  expectProblem,
  manyCommunes,
  nameOf,
  type Said,
  workbookOf,
  writesNothing,
} from '../support/office-acts.ts';

const plan = manyCommunes(6);
const communes = communeIds(plan);
let office: Office;
let unit: string;
let rows: TypedRow[];

beforeAll(async () => {
  office = await startOffice({ plan });
});
afterAll(() => office.close());
beforeEach(async () => {
  unit = communes.shift() as string;
  rows = office.rows(unit, 5);
  await office.type(unit, rows);
});

const submit = async (): Promise<Said> => {
  const said = (await office.submit(unit)) as Said;
  await office.local.queue.idle();
  return said;
};

/** The first row approved by the district. */
async function approveFirst(): Promise<void> {
  await submit();
  await office.sign(unit);
  await office.settle();
  const desk = workbookOf(office, '956');
  const reviewer = staffEmail('reviewer', '956');
  const lines = await office.people.read(reviewer, desk, "'Thẩm định'!A1:A500");
  const line = lines.findIndex(([key]) => key === `2025-${unit}-001.1`) + 1;
  await office.people.type(reviewer, desk, `'Thẩm định'!G${line}`, [['Duyệt']]);
  const { body } = await office.people.press(reviewer, 'review', {
    spreadsheetId: desk,
    keys: [`2025-${unit}-001.1`],
  });
  expect(body).toMatchObject({ approved: 1 });
  await office.local.queue.idle();
}

it('refuses a list in which an approved row was changed, by the name in it', async () => {
  await approveFirst();
  await office.type(unit, [{ ...rows[0], title: 'Một việc làm khác hẳn, chưa ai duyệt' }]);
  const said = await writesNothing(office, () => submit());
  expectProblem(said, { code: 'row-locked', tab: nameOf(office, unit), line: 3 }, [
    `2025-${unit}-001`,
    `“${rows[0]?.name}”`,
    'Ctrl+Z',
  ]);
});

/** Of the first row, as its tab shows them. */
const shownOfFirst = async (): Promise<{ status: string; issues: string }> => {
  const { spreadsheetId, title } = office.tab(unit);
  const cells = await office.people.read(staffEmail('clerk', unit), spreadsheetId, `'${title}'!A3:C3`);
  const [, status = '', issues = ''] = cells[0]?.map(String) ?? [];
  return { status, issues };
};

async function check(): Promise<{ code: string; line?: number; message: string }[]> {
  const { spreadsheetId } = office.tab(unit);
  const { body } = await office.people.press(staffEmail('clerk', unit), 'check', { spreadsheetId });
  return (body.units as { unit: string; problems: [] }[]).find((one) => one.unit === unit)?.problems ?? [];
}

it('says of a changed approved row in the sheet and by “Kiểm tra ngay” what it says at submission', async () => {
  await approveFirst();
  await office.type(unit, [{ ...rows[0], needs: 'Thiếu vốn mua máy' }]);
  const looked = await check();
  const { status, issues } = await shownOfFirst();
  const said = ((await submit()).body as { problems: { message: string }[] }).problems;
  expect(looked.map(({ code, line }) => [code, line])).toEqual([['row-locked', 3]]);
  expect(said.map(({ message }) => message)).toEqual(looked.map(({ message }) => message));
  expect(status).toBe('Huyện Hồng Dân đã duyệt, đã công khai; dòng đã sửa khác bản được duyệt');
  expect(looked[0]?.message.toLowerCase()).toContain(issues.toLowerCase());
  await office.type(unit, [rows[0] as TypedRow]);
  expect(await check()).toEqual([]);
  expect(await shownOfFirst()).toEqual({ status: 'Huyện Hồng Dân đã duyệt, đã công khai', issues: '' });
});

it('an approved row with a wrong cell is told as changed beside its fault, and not as missing', async () => {
  await approveFirst();
  await office.type(unit, [{ ...rows[0], birthYear: '85' }]);
  const told = (await check()).map(({ code, line }) => `${line} ${code}`);
  expect(told).toEqual(['3 row-locked', '3 number-out-of-range']);
});

it('refuses a list in which an approved row is missing, by the name that is gone', async () => {
  await approveFirst();
  await office.type(unit, [blankRow()]);
  await office.type(unit, [office.rows('40001', 6)[5] as TypedRow], 5);
  const said = await writesNothing(office, () => submit());
  expectProblem(said, { code: 'row-locked-missing', tab: nameOf(office, unit) }, [
    `2025-${unit}-001`,
    `“${rows[0]?.name}”`,
    'Nhật ký phiên bản',
  ]);
});

it('lets the other rows change beside an approved one, and recalls what is taken off', async () => {
  await approveFirst();
  const sixth = office.rows('40001', 6)[5] as TypedRow;
  await office.type(unit, [{ ...rows[1], pledge: 'Năm 2025 nhận thêm việc' }, blankRow()], 1);
  await office.type(unit, [sixth], 5);
  expect((await submit()).body).toMatchObject({ ok: true, version: 2, rows: 5 });
  await office.sign(unit);
  const stored = await office.local.store.list<Dossier>('dossiers', { where: { unitId: unit } });
  expect(stored.map(({ data }) => [data.id.slice(-3), data.status, data.round])).toEqual([
    ['001', 'approved', 1],
    ['002', 'submitted', 2],
    ['003', 'recalled', 1],
    ['004', 'submitted', 1],
    ['005', 'submitted', 1],
    ['006', 'submitted', 1],
  ]);
});
