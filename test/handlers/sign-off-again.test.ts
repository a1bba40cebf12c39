/** A head's link that ran out is replaced when the clerk submits again, and a head who left can no longer sign. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Submission } from '../../functions/domain/submission.ts';
import { formatInstant } from '../../functions/listing/html.ts';
import { paths } from '../../functions/records.ts';
import { sampleStaff, staffEmail } from '../../infra/local/samples/people.ts';
import type { TypedRow } from '../../infra/local/samples/rows.ts';
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

it('shows of content that is sent again when it was sent this time, and nothing of the signature before', async () => {
  const first = await submission();
  const { clock } = office.local.workspace;
  const days = (count: number): number => count * 86_400_000;
  const shownIn = async (): Promise<string> => {
    await office.settle();
    return open((await requests()).at(-1));
  };
  const said = (at = ''): string => `<dt>Nộp lúc</dt><dd>${formatInstant(at, office.plan.timeZone)}</dd>`;
  const rows = office.rows(commune, 5);

  await clock.moveTo(new Date(clock.now().getTime() + days(3)));
  await office.type(commune, [{ ...rows[0], pledge: 'Năm 2025 nhận thêm việc' } as TypedRow]);
  await office.submit(commune);
  await office.settle();
  await clock.moveTo(new Date(clock.now().getTime() + days(3)));
  await office.type(commune, rows);
  expect((await office.submit(commune)).body).toMatchObject({ ok: true, version: 3, repeated: false });
  const { versions } = await submission();
  expect(versions[2]?.snapshotId).toBe(first.versions[0]?.snapshotId);

  const waiting = await shownIn();
  expect(waiting).toContain(said(versions[2]?.at));
  expect(waiting).not.toContain(said(versions[0]?.at));
  await clock.moveTo(new Date(clock.now().getTime() + days(1)));
  await office.sign(commune);
  const [before, , after] = (await submission()).versions;
  const signed = await shownIn();
  const when = (at = ''): string => `<dt>Ký lúc</dt><dd>${formatInstant(at, office.plan.timeZone)}</dd>`;
  expect(signed).toContain(when(after?.signedAt));
  expect(signed).not.toContain(when(before?.signedAt));
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
