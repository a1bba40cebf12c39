/** A unit that ends before its day: nobody asks for its list any more, its successor is told, and what it had sent stays. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type ControlSheet, openControl, provisionAgain } from '../support/control.ts';
import { type Office, startOffice } from '../support/office.ts';
import { workbookOf } from '../support/office-acts.ts';

let office: Office;
let sheet: ControlSheet;
const clerk = staffEmail('clerk', '31846');
const reviewer = staffEmail('reviewer', '956');

beforeEach(async () => {
  office = await startOffice();
  await provisionAgain(office);
  sheet = await openControl(office);
  await sheet.settle();
});
afterEach(() => office.close());

async function endUnit(day: string): Promise<void> {
  await sheet.type('units', 'Xã Lộc Ninh', 'validTo', day);
  await sheet.type('units', 'Xã Lộc Ninh', 'successor', '31843');
  await sheet.settle();
}

const boardLine = async (): Promise<string> => {
  await office.settle();
  const lines = await office.people.read(reviewer, workbookOf(office, '956'), "'Tổng hợp'!A1:Z20");
  return lines.find(([name]) => name === 'Xã Lộc Ninh')?.join(' | ') ?? '';
};

const mailsTo = async (address: string): Promise<string> =>
  JSON.stringify(await office.people.mailbox(address));

it('owes nothing, is not reminded, cannot send, and is not missed', async () => {
  await endUnit('10/01/2025');
  expect(await sheet.status()).toContain(
    'Đơn vị Xã Lộc Ninh (31846): kết thúc trước hạn nên không phải nộp năm 2025 (hạn hết ngày 14/01/2025) nếu chưa nộp; Xã Ninh Hòa (31843) đăng ký thay',
  );
  const before = await office.people.mailbox(clerk);
  await office.people.moveClock('2025-01-13T09:00:00+07:00');
  await office.settle();
  expect((await office.people.mailbox(clerk)).length).toBe(before.length);
  expect((await office.people.mailbox(staffEmail('clerk', '31843'))).length).toBeGreaterThan(0);
  expect(await boardLine()).toContain('Kết thúc ngày 10/01/2025, không phải nộp');
  await office.type('31846', office.rows('31846', 5));
  expect((await office.submit('31846')).body).toMatchObject({
    ok: false,
    code: 'unit-ended',
    message: expect.stringContaining('Hãy chép các dòng sang tab của Xã Ninh Hòa, đơn vị kế thừa'),
  });
  await office.people.moveClock('2025-01-17T09:00:00+07:00');
  await office.settle();
  expect(await mailsTo(reviewer)).toContain('Xã Ninh Hòa');
  expect(await mailsTo(reviewer)).not.toContain('Xã Lộc Ninh');
  expect(await boardLine()).not.toContain('Quá hạn');
});

it('tells the successor in its sidebar', async () => {
  await endUnit('10/01/2025');
  const { body } = await office.people.press(staffEmail('clerk', '31843'), 'check', {
    spreadsheetId: office.tab('31843').spreadsheetId,
  });
  expect(body).toMatchObject({
    units: [{ next: expect.stringContaining('Đơn vị mình kế thừa Xã Lộc Ninh') }],
  });
});

it('owes its list where it ends after the day, and may send before it ends', async () => {
  await endUnit('31/01/2025');
  expect(await sheet.status()).toContain(
    'Đơn vị Xã Lộc Ninh (31846): vẫn phải nộp năm 2025 (hạn hết ngày 14/01/2025)',
  );
  await endUnit('10/01/2025');
  await office.send('31846', office.rows('31846', 5));
  expect(await boardLine()).toContain('Đã nộp');
  await office.people.moveClock('2025-01-13T09:00:00+07:00');
  expect((await office.submit('31846')).body).toMatchObject({ ok: true, repeated: true });
});
