/** A consent taken back in a list that is refused for what stands in other rows: the page is gone all the same, and people are told both. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { ProblemResponse } from '../../functions/requests.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { blankRow, type TypedRow } from '../../infra/local/samples/rows.ts';
import { type Office, startOffice } from '../support/office.ts';
import {
  block,
  cellAt,
  columnIndex,
  communeIds,
  editTab,
  expectProblem,
  findProblem,
  manyCommunes,
  nameOf,
  type Said,
  typeAt,
  workbookOf,
  writesNothing,
} from '../support/office-acts.ts';

const plan = manyCommunes(7);
const communes = communeIds(plan);
const reviewer = staffEmail('reviewer', '956');
const given = {
  consent: 'Đồng ý',
  consentDate: '05/01/2025',
  photoUrl: 'https://drive.google.com/file/d/1AbC/view',
  photoAlt: 'Bà Hoa bên vuông tôm',
};
let office: Office;
let unit: string;
let rows: TypedRow[];
let names: string[];

beforeAll(async () => {
  office = await startOffice({ plan });
});
afterAll(() => office.close());

/** Each case has a list of its own, all of it approved and public. */
beforeEach(async () => {
  unit = communes.shift() as string;
  rows = office.rows(unit, 5).map((row) => ({ ...row, ...given }) as TypedRow);
  names = rows.map(({ name }) => String(name));
  await office.send(unit, rows);
  await office.settle();
  const desk = workbookOf(office, '956');
  const lines = await office.people.read(reviewer, desk, "'Thẩm định'!A1:A500");
  const line = lines.findIndex(([key]) => key === `2025-${unit}-001.1`) + 1;
  const decisions = Array.from({ length: 5 }, () => ['Duyệt']);
  await office.people.type(reviewer, desk, `'Thẩm định'!G${line}`, decisions);
  await office.people.press(reviewer, 'review', { spreadsheetId: desk });
  await office.settle();
});

/** The second row has no title: whatever else stands in the list, it is refused. */
const withMistake = (first: Partial<TypedRow>): TypedRow[] => [
  { ...rows[0], ...first } as TypedRow,
  { ...rows[1], title: '' } as TypedRow,
];
async function submit(typed: readonly TypedRow[] = []): Promise<Said> {
  await office.type(unit, typed);
  const said = await office.submit(unit);
  await office.local.queue.idle();
  return said;
}
const dossier = async (ordinal = 1): Promise<Dossier> =>
  (await office.local.store.read<Dossier>(`dossiers/${plan.id}_2025-${unit}-00${ordinal}`))?.data as Dossier;
const narrowings = async (ordinal = 1): Promise<number> =>
  (await dossier(ordinal)).history.filter(({ action }) => action === 'narrow').length;
async function isShown(): Promise<boolean> {
  const { html } = await office.people.page('/');
  return html.includes(`<article id="2025-${unit}-001"`);
}
async function issues(): Promise<string> {
  const { spreadsheetId, title } = office.tab(unit);
  const cells = await office.people.read(staffEmail('clerk', unit), spreadsheetId, `'${title}'!C3:C3`);
  return String(cells[0]?.[0] ?? '');
}

it('takes the page off at once, says so, and says that the rest was not sent and why', async () => {
  expect(await isShown()).toBe(true);
  const said = await submit(withMistake({ consent: 'Không đồng ý' }));
  expectProblem(said, { code: 'required-blank', line: 4 }, ['Tên gương']);
  expect(said.body.message).toContain(
    `Việc rút bớt đồng ý công khai có hiệu lực ngay: “${names[0]}” không còn trên trang công khai.`,
  );
  expect(said.body.message).toMatch(/chưa nộp được: còn \d chỗ cần sửa\. Phần còn lại chưa được gửi đi/);
  expect(said.body.problems.map(({ code }: { code: string }) => code)).not.toContain('consent-not-sent');
  expect(await isShown()).toBe(false);
  expect(await dossier()).toMatchObject({ status: 'approved', public: false, round: 1 });
  expect((await dossier()).history.at(-1)).toMatchObject({
    action: 'narrow',
    by: staffEmail('clerk', unit),
    unitId: unit,
  });
  const sent = await office.local.store.list('submissions', { where: { unitId: unit } });
  expect(sent.map(({ data }) => (data as { versions: [] }).versions.length)).toEqual([1]);
  expect(await issues()).not.toContain('công khai; hãy bấm');

  // Again, and once the mistake is mended: nothing more happens to this one.
  const again = await writesNothing(office, () => submit());
  expect(again.body.message).toContain('Chưa có gì được gửi đi');
  await submit([{ ...rows[0], consent: 'Không đồng ý' } as TypedRow, rows[1] as TypedRow]);
  await office.sign(unit);
  await office.settle();
  expect(await narrowings()).toBe(1);
  expect(await isShown()).toBe(false);
});

it('takes the photo off and says that the page stays; pressed twice at once it is one act', async () => {
  await office.type(unit, withMistake({ consent: 'Đồng ý, không ảnh' }));
  const both = await Promise.all([office.submit(unit), office.submit(unit)]);
  expect(both.map(({ body }) => body.ok)).toEqual([false, false]);
  expect(JSON.stringify(both)).toContain(`trang của “${names[0]}” chỉ còn phần được đồng ý`);
  expect(await narrowings()).toBe(1);
  expect((await dossier()).row.values.consent).toBe('Đồng ý, không ảnh');
  expect(await isShown()).toBe(true);
});

it('takes it off also when the fault is none of a row: a list that is too short', async () => {
  const said = await submit([
    { ...rows[0], consent: 'Không đồng ý' } as TypedRow,
    ...Array.from({ length: 4 }, blankRow),
  ]);
  expectProblem(said, { code: 'row-locked-missing' }, [`“${names[1]}”`, 'trang vẫn còn công khai']);
  expect(await isShown()).toBe(false);
});

it('leaves the page while the word is only emptied, or its day, and says that it stays and what takes it off', async () => {
  for (const change of [{ consent: '' }, { consentDate: '' }, { consent: '', consentDate: '' }]) {
    const said = await submit([{ ...rows[0], ...change } as TypedRow]);
    expect(said.body).toMatchObject({ ok: false, code: 'problems' });
    expect(said.body.message).toContain('Chưa có gì được gửi đi');
    findProblem(said.body.problems, { code: 'consent-not-sent', line: 3, severity: 'warning' }, [
      `trang của “${names[0]}” vẫn còn công khai`,
      'là “Không đồng ý”',
    ]);
    expect(await isShown()).toBe(true);
  }
});

it('takes the page off although the line was copied with its hidden id for somebody else', async () => {
  await office.type(unit, [{ ...rows[0], consent: 'Không đồng ý' } as TypedRow]);
  const { spreadsheetId, title } = office.tab(unit);
  const clerk = staffEmail('clerk', unit);
  const [first = []] = await office.people.read(clerk, spreadsheetId, `'${title}'!A3:A3`);
  await office.type(
    unit,
    [{ ...rows[0], name: 'Trần Thị Bê', consent: 'Chưa hỏi', consentDate: '' } as TypedRow],
    5,
  );
  await typeAt(office, unit, 'A8', [[String(first[0])]]);
  expectProblem(await submit(), { code: 'row-id-duplicate', line: 8 }, []);
  expect(await isShown()).toBe(false);
  expect(await narrowings()).toBe(1);
});

it('takes nothing back because a merge or a lost header hides a cell, but hears a no that stands there', async () => {
  const at = columnIndex('photoUrl');
  await office.type(unit, [{ ...rows[2], consent: 'Không đồng ý' } as TypedRow], 2);
  const range = block(office, unit, [3, 4], [at, at]);
  await editTab(office, unit, [{ mergeCells: { range, mergeType: 'MERGE_ALL' } }]);
  expectProblem(await submit(), { code: 'cells-merged' }, []);
  await typeAt(office, unit, cellAt('photoUrl', 1), [[''], ['']]);
  expectProblem(await submit(), { code: 'header-missing' }, []);
  expect(await Promise.all([1, 2, 3, 4, 5].map(narrowings))).toEqual([0, 0, 1, 0, 0]);
});

it('says in the sheet and by “Kiểm tra ngay” that typing alone takes no page off', async () => {
  await office.type(unit, [{ ...rows[0], consent: 'Không đồng ý' } as TypedRow]);
  const { spreadsheetId } = office.tab(unit);
  const { body } = await office.people.press(staffEmail('clerk', unit), 'check', { spreadsheetId });
  const units = body.units as { unit: string; problems: ProblemResponse[] }[];
  const mine = units.find((one) => one.unit === unit);
  const found = findProblem(mine?.problems ?? [], { code: 'consent-not-sent', line: 3 }, [
    `trang của “${names[0]}” vẫn còn công khai; hãy bấm “Nộp danh sách” để gỡ ngay`,
  ]);
  expect(found.message).toContain(nameOf(office, unit));
  expect(await issues()).toMatch(/^Trang của “.*” vẫn còn công khai; hãy bấm “Nộp danh sách” để gỡ ngay/);
  expect((await office.submit(unit)).body.warnings).not.toContainEqual(
    expect.objectContaining({ code: 'consent-not-sent' }),
  );
  await office.settle();
  expect(await issues()).not.toContain('vẫn còn công khai');
});
