/** Between the clerk's sending and the head's signature a row has no dossier; the status column says where it is all the same. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import { cellAt, nameOf, typeAt } from '../support/office-acts.ts';
import { statusesOf } from '../support/office-views.ts';

const unit = '31843';
let office: Office;
beforeAll(async () => {
  office = await startOffice();
  await office.type(unit, office.rows(unit, 5));
  await office.submit(unit);
  await office.settle();
});
afterAll(() => office.close());

const words = async (): Promise<string[]> => {
  await office.settle();
  return [...new Set(Object.values(await statusesOf(office, unit)))];
};

it('says that the list was sent and waits for the signature', async () => {
  expect(await words()).toEqual(['Đã nộp, chờ thủ trưởng ký']);
});

it('says so of the rows that were not touched since', async () => {
  const [row] = office.rows(unit, 1);
  await typeAt(office, unit, cellAt('title', 3), [[`${row?.title}, năm 2024`]]);
  const statuses = await (async () => {
    await office.settle();
    return statusesOf(office, unit);
  })();
  expect(statuses['2025-31843-001']).toBe('Đã sửa sau khi nộp, chưa nộp lại');
  expect(statuses['2025-31843-002']).toBe('Đã nộp, chờ thủ trưởng ký');
});

it('says that the head sent it back, until it is sent again', async () => {
  const head = staffEmail('head', unit);
  await office.people.answerSignOff(
    head,
    nameOf(office, unit),
    'sendBack',
    'Bổ sung số liệu cho gương thứ hai',
  );
  const statuses = await (async () => {
    await office.settle();
    return statusesOf(office, unit);
  })();
  expect(statuses['2025-31843-001']).toBe('Đã sửa sau khi nộp, chưa nộp lại');
  expect(statuses['2025-31843-002']).toBe('Thủ trưởng trả lại, chưa nộp lại');
  await office.submit(unit);
  expect(await words()).toEqual(['Đã nộp, chờ thủ trưởng ký']);
});

it('says who has it once it is signed', async () => {
  await office.sign(unit);
  expect(await words()).toEqual(['Chờ Huyện Hồng Dân thẩm định']);
});
