/** A consent taken back on an approved row: the list is taken, the page is gone at once, and the head has not signed yet. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { TypedRow } from '../../infra/local/samples/rows.ts';
import { type Office, startOffice } from '../support/office.ts';
import { expectProblem, type Said } from '../support/office-acts.ts';
import { decideAtDesk } from '../support/office-views.ts';

const unit = '31843';
const id = `2025-${unit}-001`;
const reviewer = staffEmail('reviewer', '956');
let office: Office;
let rows: TypedRow[];

beforeAll(async () => {
  office = await startOffice();
  rows = office
    .rows(unit, 5)
    .map((row) => ({ ...row, consent: 'Đồng ý', consentDate: '05/01/2025' }) as TypedRow);
  await office.send(unit, rows);
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

const shown = async (): Promise<string[]> => {
  const { html } = await office.people.page('/');
  return [...html.matchAll(/<article id="([^"]+)"/g)].map(([, found]) => found as string);
};
const first = async (): Promise<Dossier> =>
  (await office.local.store.read<Dossier>(`dossiers/${office.plan.id}_${id}`))?.data as Dossier;
const send = async (change: Partial<TypedRow>): Promise<Said> => {
  await office.type(unit, [{ ...rows[0], ...change } as TypedRow]);
  return office.submit(unit);
};

it('says in its refusal which way there is for a consent, when more than that is changed', async () => {
  const said = await send({ consent: 'Không đồng ý', title: 'Một việc làm khác hẳn, chưa ai duyệt' });
  expectProblem(said, { code: 'row-locked', line: 3 }, ['Người được nêu rút bớt đồng ý', 'chỉ đổi cột']);
  expect(await shown()).toContain(id);
});

it('takes the photo off at sending, and says so', async () => {
  const { body } = await send({ consent: 'Đồng ý, không ảnh' });
  expect(body).toMatchObject({ ok: true, state: 'awaitingSignature' });
  expect(body.message).toContain(`rút bớt đồng ý công khai của “${rows[0]?.name}” có hiệu lực ngay`);
  const { row, status, round, history } = await first();
  expect([row.values.consent, status, round]).toEqual(['Đồng ý, không ảnh', 'approved', 1]);
  expect(history.at(-1)).toMatchObject({ action: 'narrow', by: staffEmail('clerk', unit) });
  expect(await shown()).toContain(id);
});

it('takes the page off at sending, before anybody has signed', async () => {
  expect(await shown()).toContain(id);
  const { body } = await send({ consent: 'Không đồng ý' });
  expect(body).toMatchObject({ ok: true, state: 'awaitingSignature' });
  expect(await shown()).not.toContain(id);
  expect(await first()).toMatchObject({ status: 'approved', public: false, approvals: ['956'] });
  await office.settle();
  await office.sign(unit);
  await office.settle();
  expect((await first()).history.filter(({ action }) => action === 'narrow')).toHaveLength(2);
});

it('does not bring the page back by typing the old word again: the page follows the person', async () => {
  const { body } = await send({});
  expect(body).toMatchObject({ ok: true });
  expect(body.warnings.map(({ code }: { code: string }) => code)).toContain('consent-taken-back');
  const { spreadsheetId } = office.tab(unit);
  const looked = await office.people.press(staffEmail('clerk', unit), 'check', { spreadsheetId });
  expect(JSON.stringify(looked.body.units)).toContain('consent-taken-back');
  expect(await shown()).not.toContain(id);
});

it('brings the page back the way that warning and refusal name: a return, a new day of consent, an approval', async () => {
  const way = 'đề nghị cấp trên chọn “Trả lại” cho hồ sơ này';
  const warned = (await send({})).body.warnings as { code: string; message: string }[];
  expect(warned.find(({ code }) => code === 'consent-taken-back')?.message).toContain(way);
  const anew = { consent: 'Đồng ý', consentDate: '08/01/2025' };
  expectProblem(await send(anew), { code: 'row-locked', line: 3 }, ['“Không đồng ý”', way]);
  await decideAtDesk(office, '956', { [id]: ['Trả lại', 'Người được nêu đã đồng ý lại, xin ghi ngày mới'] });
  expect(await first()).toMatchObject({ status: 'returned' });
  expect((await send(anew)).body).toMatchObject({ ok: true });
  await office.local.queue.idle();
  await office.sign(unit);
  await office.settle();
  await decideAtDesk(office, '956', { [id]: ['Duyệt', ''] });
  expect(await shown()).toContain(id);
});

it('takes the page off when the same list is pressed again, where the row was approved only after it was sent', async () => {
  const other = '31846';
  const theirs = office
    .rows(other, 5)
    .map((row) => ({ ...row, consent: 'Đồng ý', consentDate: '05/01/2025' }) as TypedRow);
  await office.send(other, theirs);
  await office.settle();
  await office.type(other, [{ ...theirs[0], consent: 'Không đồng ý' } as TypedRow]);
  expect((await office.submit(other)).body).toMatchObject({ ok: true, state: 'awaitingSignature' });
  const { spreadsheetId } = office.tab(other);
  const lines = await office.people.read(reviewer, spreadsheetId, "'Thẩm định'!A1:A500");
  const line = lines.findIndex(([key]) => key === `2025-${other}-001.1`) + 1;
  await office.people.type(reviewer, spreadsheetId, `'Thẩm định'!G${line}`, [['Duyệt']]);
  await office.people.press(reviewer, 'review', { spreadsheetId });
  await office.settle();
  expect(await shown()).toContain(`2025-${other}-001`);
  expect((await office.submit(other)).body).toMatchObject({ ok: true });
  expect(await shown()).not.toContain(`2025-${other}-001`);
});
