/** "So sánh hồ sơ gần giống": both texts to those who review the line, to nobody else, and nothing private in them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Plan } from '../../functions/domain/plan.ts';
import { type CompareResponse, compareResponse } from '../../functions/requests.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { TypedRow } from '../../infra/local/samples/rows.ts';
import { type Office, smallPlan, startOffice } from '../support/office.ts';
import { expectRefusal, type Said, workbookOf, writesNothing } from '../support/office-acts.ts';
import { decideAtDesk } from '../support/office-views.ts';

/** A second district beside the one of the small plan. */
const plan: Plan = {
  ...smallPlan,
  units: [
    ...smallPlan.units,
    { id: '957', name: 'Huyện Phước Long', kind: 'district', parent: '95' },
    { id: '31867', name: 'Xã Vĩnh Phú Đông', kind: 'commune', parent: '957' },
  ],
};
const [here, far] = ['31843', '31867'];
const key = `2025-${here}-001.1`;
const reviewer = staffEmail('reviewer', '956');
let office: Office;
let rows: TypedRow[];

beforeAll(async () => {
  office = await startOffice({ plan });
  rows = office
    .rows(here, 5)
    .map((row, index) => (index === 0 ? { ...row, needs: 'Thiếu vốn mua máy' } : row));
  await office.send(here, rows);
  const { title, summary, keyResults } = rows[0] as { title: string; summary: string; keyResults: string };
  const copy = { title, summary: `${summary} Việc làm này được bà con khen ngợi.`, keyResults };
  const own = office.rows(far, 5);
  await office.send(
    far,
    own.map((row, index) => (index === 0 ? { ...row, ...copy } : row)),
  );
  await office.settle();
});
afterAll(() => office.close());

const ask = (email: string, line = key, spreadsheetId = workbookOf(office, '956')): Promise<Said> =>
  writesNothing(office, () => office.people.press(email, 'compare', { spreadsheetId, key: line }));

const joined = (texts: CompareResponse['line']['texts']): string[] =>
  texts.map(({ parts }) => parts.map(({ text }) => text).join(''));

it('gives both texts whole, what they share marked, and where the other stands', async () => {
  const { status, body } = await ask(reviewer);
  expect(status).toBe(200);
  const answer = compareResponse.strict().parse(body);
  expect(answer.message).toContain('Có 1 hồ sơ gần giống');
  expect(answer.line).toMatchObject({
    dossier: `2025-${here}-001`,
    unit: 'Xã Ninh Hòa',
    period: 'năm 2025',
    name: rows[0]?.name,
    state: 'Chờ Huyện Hồng Dân thẩm định',
  });
  const [found] = answer.others;
  expect(found).toMatchObject({
    kind: 'other-name',
    share: 100,
    sentence: `Khác tên nhưng gần giống hồ sơ 2025-${far}-001, Xã Vĩnh Phú Đông, năm 2025: trùng 100% số cụm từ.`,
    other: { unit: 'Xã Vĩnh Phú Đông', state: 'Chờ Huyện Phước Long thẩm định' },
  });
  expect(joined(found?.mine ?? [])).toEqual(joined(answer.line.texts));
  expect(joined(answer.line.texts)).toEqual([rows[0]?.title, rows[0]?.summary, rows[0]?.keyResults]);
  const [, summary] = found?.other.texts ?? [];
  expect(summary?.parts.filter(({ shared }) => shared).map(({ text }) => text)).toEqual([
    rows[0]?.summary?.replace(/^\P{L}+|\P{L}+$/gu, ''),
  ]);
  expect(summary?.parts.at(-1)).toEqual({ text: '. Việc làm này được bà con khen ngợi.', shared: false });
});

it('carries no private field of either', async () => {
  const text = JSON.stringify((await ask(reviewer)).body);
  for (const value of ['Thiếu vốn mua máy', rows[0]?.birthYear, rows[0]?.consentDate, rows[0]?.pledge])
    expect(text).not.toContain(`"${value}"`);
  for (const word of ['needs', 'consent', 'birthYear', 'history', 'returnReason', '@'])
    expect(text).not.toContain(word);
});

it('is for administrators of the plan, too', async () => {
  const admin = 'quan-tri@guong-sang.invalid';
  const record = { planId: plan.id, unitId: '95', role: 'admin', email: admin, name: 'Quản trị' };
  const path = `staff/${plan.id}_95_admin_${admin}`;
  await office.local.store.commit([{ kind: 'put', path, data: record }]);
  expect((await ask(admin)).body).toMatchObject({ ok: true });
});

it.each([
  ['the clerk of the unit', staffEmail('clerk', here)],
  ['the head of the district', staffEmail('head', '956')],
  ['the reviewer of the other district', staffEmail('reviewer', '957')],
  ['the reviewer of the province', staffEmail('reviewer', '95')],
])('is not for %s', async (_who, email) => {
  expectRefusal(await ask(email), 403, 'not-your-unit', [email, 'Huyện Hồng Dân']);
});

it.each([
  ['no line of this desk', `2025-${far}-001.1`],
  ['no dossier', '2025-31843-099.1'],
  ['no key', 'Nguyễn Thị Hoa'],
  ['a path', '../plans/x.1'],
])('refuses %s, and says which line to choose', async (_what, line) => {
  expectRefusal(await ask(reviewer, line), 404, 'unknown-dossier', [line, 'Mã hồ sơ']);
});

it('says so when nothing is alike', async () => {
  const { body } = await ask(reviewer, `2025-${here}-002.1`);
  expect(body).toMatchObject({
    ok: true,
    others: [],
    message: expect.stringContaining('Chưa thấy hồ sơ nào'),
  });
});

it('follows the dossier to the next desk, and tells where both are by then', async () => {
  await decideAtDesk(office, '956', { [`2025-${here}-001`]: ['Duyệt', ''] });
  const answer = (await ask(staffEmail('reviewer', '957'), `2025-${far}-001.1`, workbookOf(office, '957')))
    .body;
  expect(answer.others[0].other.state).toContain('Huyện Hồng Dân đã duyệt');
});
