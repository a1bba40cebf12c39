/** Taking a row off the public page: gone at the next request, told to the head, refused without reason or right. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import { expectRefusal, type Said, writesNothing } from '../support/office-acts.ts';

const unit = '31843';
const id = (ordinal: number): string => `2025-${unit}-00${ordinal}`;
const reason = 'Người được nêu rút lại đồng ý';
const reviewer = staffEmail('reviewer', '956');
let office: Office;

beforeAll(async () => {
  office = await startOffice();
  await office.send(unit, office.rows(unit, 5));
  await office.settle();
  const { spreadsheetId } = office.tab(unit);
  await office.people.type(
    reviewer,
    spreadsheetId,
    "'Thẩm định'!G3",
    Array.from({ length: 5 }, () => ['Duyệt']),
  );
  await office.people.press(reviewer, 'review', { spreadsheetId });
  await office.settle();
});
afterAll(() => office.close());

const ask = (email: string, body: object): Promise<Said> =>
  office.people.press(email, 'withdraw', { plan: office.plan.id, dossier: id(1), reason, ...body });

const shown = async (): Promise<string[]> => {
  const { html } = await office.people.page('/');
  return [...html.matchAll(/<article id="([^"]+)"/g)].map(([, found]) => found as string);
};

it.each(['', '   ', 'rút lại'])(
  'refuses the reason "%s", and shows an example of a good one',
  async (why) => {
    const said = await writesNothing(office, () => ask(reviewer, { reason: why }));
    expectRefusal(said, 400, 'bad-request', ['ít nhất 10 ký tự', 'ví dụ']);
  },
);

it.each([2001, 400_000])('refuses a reason of %i characters by its length and the limit', async (length) => {
  const said = await writesNothing(office, () => ask(reviewer, { reason: 'x'.repeat(length) }));
  const told = length === 2001 ? '2.001 ký tự' : '400.000 ký tự';
  expectRefusal(said, 400, 'bad-request', ['Lý do gỡ', told, '2.000 ký tự']);
});

it.each(['2025-31843-999', 'chị Hoa', '../dossiers/x', `${'x'.repeat(190)}`])(
  'refuses the dossier "%s" by its code, and says where codes stand',
  async (dossier) => {
    const said = await writesNothing(office, () => ask(reviewer, { dossier }));
    expectRefusal(said, 404, 'unknown-dossier', [dossier.slice(0, 60), 'Mã hồ sơ', 'Thẩm định']);
  },
);

it('refuses a plan that is not there', async () => {
  const said = await writesNothing(office, () => ask(reviewer, { plan: 'kh-999' }));
  expectRefusal(said, 404, 'unknown-dossier');
});

it('refuses a request that names no dossier, or a line of a workbook that is none of ours', async () => {
  const { spreadsheetId } = office.tab(unit);
  const press = (body: object) =>
    writesNothing(office, () => office.people.press(reviewer, 'withdraw', { reason, ...body }));
  for (const body of [{}, { plan: office.plan.id }, { spreadsheetId }])
    expectRefusal(await press(body), 400, 'bad-request', ['Gỡ công khai…']);
  expectRefusal(await press({ spreadsheetId: 'khong-co', key: `${id(1)}.1` }), 404, 'unknown-workbook');
});

it.each([
  ['the clerk of the unit', staffEmail('clerk', unit)],
  ['the head of the unit', staffEmail('head', unit)],
  ['a clerk of another unit', staffEmail('clerk', 'CQ01')],
  ['the head of the district', staffEmail('head', '956')],
])('refuses %s, by the address', async (_who, email) => {
  const said = await writesNothing(office, () => ask(email, {}));
  expectRefusal(said, 403, 'not-your-unit', [email, 'người thẩm định']);
});

it('is gone at the very next request, told once, and the decision stands', async () => {
  expect(await shown()).toContain(id(1));
  const { body } = await ask(reviewer, {});
  expect(body).toMatchObject({ ok: true });
  expect(await shown()).not.toContain(id(1));
  await office.settle();
  const [stored] = await office.local.store.readMany<Dossier>([`dossiers/${office.plan.id}_${id(1)}`]);
  expect(stored?.data).toMatchObject({
    status: 'approved',
    public: false,
    withdrawn: { by: reviewer, reason },
  });
  const again = await ask(staffEmail('reviewer', '95'), { reason: 'Một lý do khác, lần thứ hai' });
  expect(again.body).toMatchObject({ ok: true });
  expect(again.body.message).toContain('từ trước');
  await office.settle();
  const told = (await office.people.mailbox(staffEmail('head', unit))).filter(({ text }) =>
    text.includes(reason),
  );
  expect(told).toHaveLength(1);
});

it.each([
  ['a reviewer of the top level', () => staffEmail('reviewer', '95'), 2],
  ['the administrator', () => staffEmail('admin', '95'), 3],
])('is open to %s', async (_who, email, ordinal) => {
  expect((await ask(email(), { dossier: id(ordinal) })).body).toMatchObject({ ok: true });
  expect(await shown()).not.toContain(id(ordinal));
});
