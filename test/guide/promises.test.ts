/** What the guide tells people to do works as it says: taking somebody down, and taking a row off the list. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decisionWords, reviewColumn, tabTitles } from '../../functions/domain/workbook.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import { editTab, sheetIdOf, workbookOf } from '../support/office-acts.ts';
import { decideAtDesk, publicIds, statusesOf } from '../support/office-views.ts';

const [unit, district] = ['31843', '956'] as const;
const id = (ordinal: number): string => `2025-${unit}-${String(ordinal).padStart(3, '0')}`;
let office: Office;

beforeAll(async () => {
  office = await startOffice();
  const rows = office.rows(unit, 6).map((row) => ({ ...row, consent: 'Đồng ý', consentDate: '05/01/2025' }));
  await office.send(unit, rows);
});
afterAll(() => office.close());

it('“Trả lại” with a reason takes an approved exemplar off the public page, and the clerk reads why', async () => {
  await decideAtDesk(office, district, { [id(1)]: [decisionWords.approve, ''] });
  expect(await publicIds(office)).toEqual([id(1)]);
  await decideAtDesk(office, district, { [id(1)]: [decisionWords.return, 'Người được nêu rút lại đồng ý'] });
  expect(await publicIds(office)).toEqual([]);
  expect((await statusesOf(office, unit))[id(1)]).toBe('Trả lại, cần sửa');
});

it('a row that is deleted and sent again is told as taken off on the review tab', async () => {
  const range = { sheetId: sheetIdOf(office, unit), dimension: 'ROWS', startIndex: 3, endIndex: 4 };
  await editTab(office, unit, [{ deleteDimension: { range } }]);
  expect((await office.submit(unit)).body).toMatchObject({ ok: true, rows: 5 });
  await office.local.queue.idle();
  await office.sign(unit);
  await office.settle();
  const reviewer = staffEmail('reviewer', district);
  const lines = await office.people.read(
    reviewer,
    workbookOf(office, district),
    `'${tabTitles.review}'!A3:L20`,
  );
  const state = lines.find(([key]) => String(key).startsWith(id(2)))?.[reviewColumn('status')];
  expect(state).toBe('Đã rút khỏi danh sách');
});
