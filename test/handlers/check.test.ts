/** "Kiểm tra ngay": besides the problems, where a list stands and how long there is. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { checkResponse } from '../../functions/requests.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import { call, sheetIdOf, tokenFor } from '../support/office-acts.ts';

const unit = '31843';
let office: Office;

beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

async function check(email: string, unitId: string) {
  const token = await tokenFor(office, email);
  const { spreadsheetId } = office.tab(unitId);
  return checkResponse.parse((await call(office, 'check', { token, body: { spreadsheetId } })).body);
}

const own = async () => (await check(staffEmail('clerk', unit), unit)).units[0];

it('tells the tab, the form and what the list owes', async () => {
  expect(await own()).toMatchObject({
    unit,
    sheetId: sheetIdOf(office, unit),
    form: { id: exemplarForm.id, version: exemplarForm.version },
    attachment: null,
    nilReport: false,
  });
  const { units } = await check(staffEmail('clerk', 'CK01'), 'CK01');
  expect(units[0]?.attachment).toBe('Kế hoạch bồi dưỡng, nhân rộng gương điển hình tiên tiến');
});

it('counts the days left: 0 to the end of the last day, negative from the next midnight', async () => {
  expect(await own()).toMatchObject({ lastDay: '2025-01-14', daysLeft: 6 });
  await office.people.moveClock('2025-01-14T00:00:00+07:00');
  expect((await own())?.daysLeft).toBe(0);
  await office.people.moveClock('2025-01-14T23:59:00+07:00');
  expect((await own())?.daysLeft).toBe(0);
  await office.people.moveClock('2025-01-15T00:00:00+07:00');
  expect(await own()).toMatchObject({ daysLeft: -1, standing: 'Quá hạn, chưa nộp' });
});

it('says what comes next, by where the list stands', async () => {
  expect((await own())?.next).toContain('Đã quá hạn; vẫn nộp được');
  await office.type(unit, office.rows(unit, 5));
  await office.submit(unit);
  await office.settle();
  expect((await own())?.next).toContain('Đang chờ thủ trưởng ký');
  expect((await own())?.next).toContain('thư nhắc kèm liên kết mới');
  await office.people.answerSignOff(staffEmail('head', unit), 'Xã Ninh Hòa', 'sendBack', 'Thiếu tập thể');
  expect((await own())?.next).toBe('Thủ trưởng trả lại danh sách: “Thiếu tập thể”. Hãy sửa rồi nộp lại.');
  await office.submit(unit);
  await office.settle();
  await office.sign(unit);
  expect((await own())?.next).toContain('Danh sách đã đến cấp trên');
});
