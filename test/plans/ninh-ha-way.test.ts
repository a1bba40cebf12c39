/** A month of 124/UBND played through: departments, nil, the ward's council, publicity, the town, the log of broadcasts. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publicityLogForm } from '../../functions/domain/forms/publicity-log.ts';
import { decisionWords, systemColumns } from '../../functions/domain/workbook.ts';
import { ninhHa124 } from '../../functions/plans/124-ninh-ha.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice, traditionDay } from '../support/office.ts';
import { decideAtDesk, publicIds, statusesOf } from '../support/office-views.ts';

const [police, women, youth, officer, ward, town] = ['NH06', 'NH09', 'NH12', 'NH90', '22594', '572'] as const;
const period = '2025-01';
const kept: readonly string[] = [police, women, youth, officer, ward, town];

const plan = {
  ...ninhHa124,
  units: ninhHa124.units
    .filter(({ id }) => kept.includes(id))
    .map((unit) => ({ ...unit, anniversary: traditionDay })),
};

let office: Office;
beforeAll(async () => {
  office = await startOffice({ plan, period });
});
afterAll(() => office.close());

const id = (unit: string): string => `${period}-${unit}-001`;
const agreed = (unit: string) =>
  office.rows(unit, 1, ['Cá nhân']).map((row) => ({
    ...row,
    name: unit === police ? 'Trần Văn Sáu' : 'Lê Thị Bảy',
    consent: 'Đồng ý',
    consentDate: '05/01/2025',
  }));

it('takes a list of one, and a department that has nobody says so', async () => {
  await office.send(police, agreed(police));
  await office.send(women, agreed(women));
  const { body } = await office.submit(youth, { nil: true });
  expect(body).toMatchObject({ ok: true, rows: 0, late: false });
  expect(body.message).toContain('báo cáo không có trường hợp');
});

it('shows nobody before the ward has decided, then whom it approved', async () => {
  await office.settle();
  expect(await publicIds(office)).toEqual([]);
  const body = await decideAtDesk(office, ward, {
    [id(police)]: [decisionWords.promote, ''],
    [id(women)]: [decisionWords.approve, ''],
  });
  expect(body).toMatchObject({ approved: 1, promoted: 1 });
  expect(await publicIds(office)).toEqual([id(police), id(women)]);
});

it('logs broadcasts of whom the ward has approved, and of nobody else', async () => {
  const { spreadsheetId, title } = office.tab(officer, `${period}.TT`);
  const first = `'${title}'!${String.fromCharCode(65 + systemColumns.length)}3`;
  const log = async (exemplar: string) => {
    const cells = publicityLogForm.columns.map(({ key, example }) =>
      key === 'exemplar' ? exemplar : key === 'publishedOn' ? '08/01/2025' : example,
    );
    await office.people.type(staffEmail('clerk', officer), spreadsheetId, first, [cells]);
    return (
      await office.people.press(staffEmail('clerk', officer), 'submit', { spreadsheetId, unit: officer })
    ).body;
  };
  const refused = await log('Trần Văn Tám');
  expect(JSON.stringify(refused.problems)).toContain('không có “Trần Văn Tám” trong danh sách đã nộp');
  expect(await log('Trần Văn Sáu; Lê Thị Bảy')).toMatchObject({ ok: true, rows: 1 });
});

it('carries the chosen one to the town, signed by the head of the ward', async () => {
  const { body } = await office.submit(ward);
  expect(body).toMatchObject({ ok: true, rows: 1, promoted: 1 });
  await office.local.queue.idle();
  await office.sign(ward);
  await decideAtDesk(office, town, { [id(police)]: [decisionWords.approve, ''] });
  expect((await statusesOf(office, police))[id(police)]).toContain('Thị xã Ninh Hòa đã duyệt');
});

it('counts a list of the 15th as late, and one of the 14th not', async () => {
  await office.people.moveClock('2025-01-14T23:30:00+07:00');
  await office.type(youth, agreed(youth));
  expect((await office.submit(youth)).body).toMatchObject({ ok: true, late: false });
  await office.people.moveClock('2025-01-15T00:00:00+07:00');
  await office.type(
    youth,
    agreed(youth).map((row) => ({ ...row, name: 'Ngô Thị Chín' })),
  );
  expect((await office.submit(youth)).body).toMatchObject({ ok: true, late: true });
});
