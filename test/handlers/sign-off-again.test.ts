/** A head's link that ran out is replaced when the clerk submits again, and a head who left can no longer sign. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Submission } from '../../functions/domain/submission.ts';
import { paths } from '../../functions/records.ts';
import { sampleStaff, staffEmail } from '../../infra/local/samples/people.ts';
import { provision } from '../../infra/provision/provision.ts';
import { type Office, startOffice } from '../support/office.ts';

let office: Office;
const commune = '31843';

beforeAll(async () => {
  office = await startOffice();
  await office.type(commune, office.rows(commune, 5));
});
afterAll(() => office.close());

/** Links of the mails that went with a list, apart from those of reminders. */
async function requests(): Promise<string[]> {
  const mails = await office.people.mailbox(staffEmail('head', commune));
  return mails
    .filter(({ subject }) => subject.startsWith('Mời ký danh sách'))
    .map(({ text }) => /https?:\S+\/confirm\?token=\S+/.exec(text)?.[0] ?? '');
}

const open = async (link = ''): Promise<string> => (await fetch(link)).text();

const submission = async (): Promise<Submission> =>
  (await office.local.store.read<Submission>(paths.submission(office.plan.id, commune, '2025')))!.data;

it('sends a new link, keeps the day of the first sending, and signs by it', async () => {
  expect((await office.submit(commune)).body).toMatchObject({ ok: true, late: false, repeated: false });
  await office.settle();
  expect(await requests()).toHaveLength(1);

  const { clock } = office.local.workspace;
  await clock.moveTo(new Date(clock.now().getTime() + 31 * 86_400_000));
  expect(await open((await requests())[0])).toContain('Liên kết đã hết hạn');

  const again = await office.submit(commune);
  expect(again.body).toMatchObject({ ok: true, repeated: true, late: false });
  expect(again.body.message).toContain('được gửi thư ký mới');
  await office.submit(commune);
  await office.settle();
  expect(await requests()).toHaveLength(2);
  expect(await open((await requests())[1])).toContain('Ký xác nhận danh sách');
  expect((await submission()).versions).toHaveLength(1);

  await office.sign(commune);
  expect(await submission()).toMatchObject({ state: 'submitted', versions: [{ late: false }] });
});

it('takes the rights of who left: the sheet, the functions, the link', async () => {
  const other = '31846';
  await office.type(other, office.rows(other, 5));
  expect((await office.submit(other)).body.ok).toBe(true);
  await office.settle();
  const staff = sampleStaff(office.plan.units).filter(({ unitId }) => unitId !== other);
  const report = await provision({
    store: office.local.store,
    admin: office.local.google.admin,
    plan: office.plan,
    period: '2025',
    staff,
    listingUrl: office.local.urls.listing,
  });
  expect(report.changes).toBeGreaterThan(0);
  await expect(office.sign(other)).rejects.toThrow('sign-off page answered 404');
  expect((await office.submit(other)).body).toMatchObject({ ok: false, code: 'not-staff' });
  await expect(office.type(other, office.rows(other, 1))).rejects.toThrow(/403/);
});
