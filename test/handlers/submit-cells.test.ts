/** "Nộp danh sách" with wrong cells, wrong numbers of rows and wrong papers: refused by cell, value and what to type instead. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Plan } from '../../functions/domain/plan.ts';
import { robot } from '../../infra/local/runtime/local.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { TypedRow } from '../../infra/local/samples/rows.ts';
import { type Office, smallPlan, startOffice } from '../support/office.ts';
import {
  block,
  cellAt,
  columnIndex,
  communeIds,
  editTab,
  expectProblem,
  headerOf,
  manyCommunes,
  nameOf,
  type Said,
  typeAt,
  writesNothing,
} from '../support/office-acts.ts';

/** The agency may answer "Không có trường hợp" here, so that both answers have somebody to give them. */
const withNil = (plan: Plan): Plan => ({
  ...plan,
  obligations: plan.obligations.map((one) =>
    one.unitKind === 'cluster' ? { ...one, nilReport: true, quota: { min: 1, max: 3 } } : one,
  ),
});

const plan = manyCommunes(15, withNil(smallPlan));
const communes = communeIds(plan);
let office: Office;
let unit: string;
let tab: string;

beforeAll(async () => {
  office = await startOffice({ plan });
});
afterAll(() => office.close());

async function aList(count = 5): Promise<TypedRow[]> {
  unit = communes.shift() as string;
  tab = nameOf(office, unit);
  const rows = office.rows(unit, count);
  await office.type(unit, rows);
  return rows;
}

const refused = (extra: object = {}, of = unit): Promise<Said> =>
  writesNothing(office, () => office.submit(of, extra));

/** What pasting from Excel does to a cell that was prepared for text. */
const clearFormat = (key: string, line: number): Promise<void> => {
  const at = columnIndex(key);
  const range = block(office, unit, [line, line], [at, at]);
  return editTab(office, unit, [{ repeatCell: { range, cell: {}, fields: 'userEnteredFormat' } }]);
};

const place = (key: string, line: number) => ({ tab, line, column: key, a1: cellAt(key, line) });

it.each(['position', 'affiliation', 'name'])('keeps "15/01" typed in %s as the text it is', async (key) => {
  const rows = await aList();
  await typeAt(office, unit, cellAt(key, 3), [['15/01']]);
  const read = await office.people.read(
    staffEmail('clerk', unit),
    office.tab(unit).spreadsheetId,
    `'${tab}'!${cellAt(key, 3)}`,
  );
  expect(read).toEqual([['15/01']]);
  expect(rows).toHaveLength(5);
});

it('refuses private data however it is written, all of a cell in one sentence', async () => {
  const [row] = await aList();
  const told =
    'email hoa.nguyen@vidu.vn, Zalo: O912 345 678, số 0912/345/678, ０９１２３４５６７８, nhà số 12 đường Trần Phú, STK 1012345678 Vietcombank, con bà bị HIV';
  await typeAt(office, unit, cellAt('summary', 3), [[`${row?.summary} ${told}`]]);
  const { status, body } = await refused();
  expect(status).toBe(422);
  expect(JSON.stringify(body.problems)).toContain(
    'có địa chỉ thư điện tử “hoa.nguyen@vidu.vn”, cùng với “1012345678”, “O912 345 678”, “0912/345/678”, “０９１２３４５６７８”, “nhà số 12”, “bị HIV”, hãy bỏ đi',
  );
});

it('refuses "15/01" that lost its text format and became a date, and says how to get the text back', async () => {
  await aList();
  await clearFormat('position', 3);
  await typeAt(office, unit, cellAt('position', 3), [['15/01']]);
  expectProblem(await refused(), { code: 'date-in-text', ...place('position', 3) }, [
    tab,
    'dòng 3',
    headerOf('position'),
    '15/01/2025',
    'Văn bản thuần túy',
  ]);
});

it('refuses a number where words are due', async () => {
  await aList();
  await clearFormat('affiliation', 4);
  await typeAt(office, unit, cellAt('affiliation', 4), [['0912345678']]);
  expectProblem(await refused(), { code: 'number-in-text', ...place('affiliation', 4) }, [
    headerOf('affiliation'),
    '912.345.678',
  ]);
});

const link = '=HYPERLINK("https://vidu.vn";"Nguyễn Thị Hoa")';

it.each([
  ['a formula', true],
  ['the text of a formula', false],
])('refuses =HYPERLINK(…) in a name as %s', async (_what, asFormula) => {
  await aList();
  if (asFormula) await clearFormat('name', 5);
  await typeAt(office, unit, cellAt('name', 5), [[link]]);
  expectProblem(await refused(), { code: 'text-has-formula', ...place('name', 5) }, [
    tab,
    'dòng 5',
    headerOf('name'),
    '=HYPERLINK',
    'thay cho công thức',
  ]);
});

it('refuses cells of 10,000 characters, and does not throw them back at the clerk', async () => {
  await aList();
  const long = 'Việc tốt. '.repeat(1000);
  await typeAt(office, unit, cellAt('name', 3), [[long]]);
  await typeAt(office, unit, cellAt('summary', 4), [[long]]);
  const said = await refused();
  for (const [key, line, max] of [
    ['name', 3, '150'],
    ['summary', 4, '1.500'],
  ] as const) {
    const { message } = expectProblem(said, { code: 'text-too-long', ...place(key, line) }, [
      headerOf(key),
      '9.999',
      max,
    ]);
    expect(message.length).toBeLessThan(600);
  }
});

it('refuses a list below the number the plan asks for, and says how many are missing', async () => {
  await aList(4);
  expectProblem(await refused(), { code: 'quota-below', tab }, [tab, '4 gương', 'ít nhất 5', 'thêm 1']);
});

it('refuses a list above the number the plan allows', async () => {
  await aList(7);
  expectProblem(await refused(), { code: 'quota-above', tab }, [tab, '7 gương', 'nhiều nhất là 6', 'bớt 1']);
});

it('refuses an empty tab as a list without rows, not as "Không có trường hợp"', async () => {
  await aList(0);
  expectProblem(await refused(), { code: 'list-empty', tab }, [tab, 'ít nhất 5']);
});

it('refuses "Không có trường hợp" where the plan wants a list', async () => {
  await aList(0);
  expectProblem(await refused({ nil: true }), { code: 'nil-not-allowed', tab }, [tab, 'ghi danh sách']);
});

const paper = {
  documentNumber: '12/KH-UBND',
  documentDate: '05/01/2025',
  url: 'https://vidu.vn/ke-hoach.pdf',
};

it('refuses a cluster that proposes an individual, by the line', async () => {
  unit = 'CK01';
  tab = nameOf(office, unit);
  await office.type(unit, office.rows(unit, 2, ['Tập thể', 'Mô hình']));
  await office.type(unit, office.rows('CQ01', 1, ['Cá nhân']), 2);
  const said = await refused({ attachment: paper });
  expectProblem(said, { code: 'kind-not-allowed', ...place('kind', 5) }, [
    tab,
    'dòng 5',
    '“Cá nhân”',
    'mô hình, tập thể',
  ]);
});

it('refuses "Không có trường hợp" while rows stand in the tab, and takes it once they are gone', async () => {
  expectProblem(
    await refused({ nil: true, attachment: paper }, 'CK01'),
    { code: 'nil-with-rows', tab: nameOf(office, 'CK01') },
    ['3 gương', 'xóa các dòng đó'],
  );
  const blank = Array.from({ length: 3 }, () => Array.from({ length: 31 }, () => ''));
  await typeAt(office, 'CK01', 'D3', blank);
  // Without the paper that a list must bring: nobody is there to be nurtured.
  const { body } = await office.submit('CK01', { nil: true });
  expect(body).toMatchObject({ ok: true, rows: 0 });
  expect(body.message).toContain('không có trường hợp');
});

it('refuses a list without the paper that the plan wants with it', async () => {
  await office.type('CQ01', office.rows('CQ01', 3));
  const label = 'Kế hoạch bồi dưỡng, nhân rộng gương điển hình tiên tiến';
  const said = await refused({}, 'CQ01');
  expectProblem(said, { code: 'attachment-missing', tab: 'Sở Y tế' }, ['Sở Y tế', label, '12/KH-UBND']);
});

it.each([
  ['a number that is none', { documentNumber: 'số mười hai' }, ['“số mười hai”', '12/KH-UBND']],
  ['a blank number', { documentNumber: ' ' }, ['số, ký hiệu']],
  ['a date in the future', { documentDate: '01/02/2025' }, ['“01/02/2025”', 'không sau hôm nay']],
  ['a day that does not exist', { documentDate: '31/02/2024' }, ['“31/02/2024”', '05/01/2025']],
  ['a date without its year', { documentDate: '05/01' }, ['“05/01”']],
  ['a link without https', { url: 'http://vidu.vn/ke-hoach.pdf' }, ['“http://vidu.vn', 'https://']],
  ['no link at all', { url: 'đính kèm trong thư' }, ['“đính kèm trong thư”', 'https://']],
  ['a script for a link', { url: 'javascript:alert(1)' }, ['“javascript:alert(1)”']],
  [
    'a file that is not there',
    { url: 'https://drive.google.com/file/d/khong-co-dau-1234/view' },
    ['Chia sẻ'],
  ],
])('refuses a paper with %s', async (_what, wrong, words) => {
  const said = await refused({ attachment: { ...paper, ...wrong } }, 'CQ01');
  expectProblem(said, { code: 'attachment-unreadable', tab: 'Sở Y tế' }, ['Sở Y tế', ...words]);
});

it('tells every fault of a paper at once', async () => {
  const attachment = { documentNumber: '', documentDate: '', url: '' };
  const { body } = await refused({ attachment }, 'CQ01');
  expect(body.problems).toHaveLength(3);
});

it('refuses a Drive file that the system may not read, and takes it once it is shared', async () => {
  const { people } = office;
  const clerk = staffEmail('clerk', 'CQ01');
  const closed = await people.uploadPaper(clerk, 'Kế hoạch.pdf', 'nguoi.khac@vidu.vn');
  const said = await refused({ attachment: { ...paper, url: closed } }, 'CQ01');
  expectProblem(said, { code: 'attachment-unreadable', tab: 'Sở Y tế' }, [
    'Sở Y tế',
    'Chia sẻ',
    closed.slice(0, 40),
  ]);
  const open = await people.uploadPaper(clerk, 'Kế hoạch.pdf', robot);
  expect((await office.submit('CQ01', { attachment: { ...paper, url: open } })).body).toMatchObject({
    ok: true,
    rows: 3,
  });
});
