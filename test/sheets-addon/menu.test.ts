/** What the items of the menu do for clerks and reviewers, on the whole local stack. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { sheetIds, stampedRowId } from '../../functions/domain/workbook.ts';
import { type AddonBundle, buildBundle } from '../../infra/local/apps-script/bundle.ts';
import type { AppsScript, ScriptSession } from '../../infra/local/apps-script/start.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { lookAt, openAsClerk, startAddon } from '../support/addon.ts';
import { type Office, startOffice } from '../support/office.ts';
import {
  cellAt,
  communeIds,
  editTab,
  manyCommunes,
  nameOf,
  sheetIdOf,
  tokenFor,
  typeAt,
} from '../support/office-acts.ts';

const plan = manyCommunes(12);
const units = communeIds(plan);
let office: Office;
let bundle: AddonBundle;
let script: AppsScript;
let unit: string;
let clerk: ScriptSession;

beforeAll(async () => {
  office = await startOffice({ plan });
  bundle = await buildBundle();
  script = await startAddon(office, bundle);
});
afterAll(async () => {
  await script.close();
  await office.close();
});

async function sitDown(rows: number): Promise<void> {
  unit = units.shift() as string;
  if (rows > 0) await office.type(unit, office.rows(unit, rows));
  clerk = await openAsClerk(script, office, unit);
}

const ids = async (): Promise<string[]> => {
  const { spreadsheetId, title } = office.tab(unit);
  const rows = await office.people.read(staffEmail('clerk', unit), spreadsheetId, `'${title}'!A3:A60`);
  return rows.map(([id]) => String(id ?? ''));
};

const lastShown = (session = clerk) => script.shown(session).at(-1);

it('offers its items, and those of reviewers only at the review tab', async () => {
  await sitDown(0);
  const captions = async (session: ScriptSession) =>
    (await script.menu(session)).map(({ caption }) => caption);
  const usual = [
    'Kiểm tra ngay',
    'Nộp danh sách',
    'Xem lỗi',
    'Cấp mã cho dòng mới',
    'Hướng dẫn',
    'Tự kiểm tra',
  ];
  expect(await captions(clerk)).toEqual(usual);
  const reviewer = await script.open(
    staffEmail('reviewer', '956'),
    office.tab(unit).spreadsheetId,
    sheetIds.review,
  );
  expect(await captions(reviewer)).toEqual([
    ...usual,
    'Lấy hồ sơ mới',
    'So sánh hồ sơ gần giống',
    'Đánh dấu đang xem xét, khiếu nại…',
    'Ghi quyết định',
    'Gỡ công khai…',
  ]);
  await script.select(reviewer, sheetIdOf(office, unit));
  await script.click(reviewer, 'Hướng dẫn');
  expect((await script.where(reviewer)).activeSheetId).toBe(sheetIds.guide);
  expect(await captions(reviewer)).toEqual(usual);
});

it('clears the whole tab when it is checked after mending, and says so', async () => {
  await sitDown(5);
  await typeAt(office, unit, cellAt('sector', 7), [['Kinh te']]);
  await script.click(clerk, 'Kiểm tra ngay');
  expect(script.shown(clerk).map(({ kind }) => kind)).toEqual(['toast', 'sidebar']);
  expect((await lookAt(office, unit, cellAt('sector', 7))).note).toContain('“Kinh te”');
  await typeAt(office, unit, cellAt('sector', 7), [['Kinh tế']]);
  await script.click(clerk, 'Kiểm tra ngay');
  expect(lastShown()).toEqual({
    kind: 'toast',
    title: 'Gương Sáng',
    message: `${nameOf(office, unit)}: 5 dòng, không còn lỗi. Số lượng 5, chỉ tiêu 5–6; còn 6 ngày.`,
  });
  expect(await lookAt(office, unit, cellAt('sector', 7))).toEqual({ note: '', background: '' });
});

it('gives ids to new and copied lines, continues the numbers, and leaves right ids alone', async () => {
  await sitDown(3);
  const id = (ordinal: number) => stampedRowId('2025', unit, ordinal);
  const own = office.rows(unit, 6);
  const lines = own.slice(3).map((row) => exemplarForm.columns.map(({ key }) => row[key] ?? ''));
  await typeAt(office, unit, 'D45', lines);
  await typeAt(office, unit, 'A45', [[''], [id(2)], ['2024-40001-007']]);
  const before = await ids();
  await script.click(clerk, 'Cấp mã cho dòng mới');
  expect(lastShown()).toMatchObject({
    kind: 'dialog',
    html: expect.stringContaining('Đã cấp mã cho 3 dòng'),
  });
  const after = await ids();
  expect(after.slice(0, 42)).toEqual(before.slice(0, 42));
  expect(after.slice(42)).toEqual([id(41), id(42), id(43)]);
  const { spreadsheetId, title } = office.tab(unit);
  const statuses = await office.people.read(staffEmail('clerk', unit), spreadsheetId, `'${title}'!B45:B47`);
  expect(statuses).toEqual([['Chưa kiểm tra'], ['Chưa kiểm tra'], ['Chưa kiểm tra']]);
  await script.click(clerk, 'Cấp mã cho dòng mới');
  expect(lastShown()).toMatchObject({
    kind: 'toast',
    message: expect.stringContaining('không phải cấp thêm'),
  });
});

it('never gives a number again whose line was deleted', async () => {
  await sitDown(1);
  const [row] = office.rows(unit, 2).slice(1);
  const typeLast = () =>
    typeAt(office, unit, 'D45', [exemplarForm.columns.map(({ key }) => row?.[key] ?? '')]);
  await typeLast();
  await script.click(clerk, 'Cấp mã cho dòng mới');
  expect((await ids())[42]).toBe(stampedRowId('2025', unit, 41));
  const range = { sheetId: sheetIdOf(office, unit), dimension: 'ROWS', startIndex: 44, endIndex: 45 };
  await editTab(office, unit, [{ deleteDimension: { range } }]);
  await typeLast();
  await script.click(clerk, 'Cấp mã cho dòng mới');
  expect((await ids())[42]).toBe(stampedRowId('2025', unit, 42));
});

it('fetches new dossiers into the review tab and records what was decided, all or the selected lines', async () => {
  await sitDown(0);
  await office.send(unit, office.rows(unit, 5));
  const { spreadsheetId } = office.tab(unit);
  const email = staffEmail('reviewer', '956');
  const reviewer = await script.open(email, spreadsheetId, sheetIds.review);
  await script.click(reviewer, 'Lấy hồ sơ mới');
  const keys = () => office.people.read(email, spreadsheetId, "'Thẩm định'!A3:A40");
  expect((await keys()).flat()).toHaveLength(5);
  await script.click(reviewer, 'Lấy hồ sơ mới');
  expect(lastShown(reviewer)).toMatchObject({ kind: 'toast', message: 'Không có hồ sơ mới.' });
  await office.people.type(email, spreadsheetId, "'Thẩm định'!G3", [
    ['Duyệt'],
    ['Duyệt'],
    ['Trả lại'],
    ['Duyệt'],
  ]);
  await script.select(reviewer, sheetIds.review, 'A3:A4');
  await script.click(reviewer, 'Ghi quyết định');
  expect(lastShown(reviewer)).toMatchObject({
    kind: 'dialog',
    title: 'Ghi quyết định',
    html: expect.stringContaining('<p>Đã ghi 2 quyết định: 2 duyệt.\nChỉ ghi 2 dòng đang chọn.</p>'),
  });
  await script.select(reviewer, sheetIds.review, 'A3');
  await script.click(reviewer, 'Ghi quyết định');
  const html = (lastShown(reviewer) as { html: string }).html;
  expect(html).toContain(
    '<p>Đã ghi 1 quyết định: 1 duyệt. 2 dòng đã ghi từ trước. 1 dòng chưa ghi được, xem bên dưới.</p>',
  );
  expect(html).toMatch(/<li>[^<]*dòng 5[^<]*lý do/i);
});

it('passes its own test here, and says what is not as it should be', async () => {
  await sitDown(0);
  await script.click(clerk, 'Tự kiểm tra');
  expect(lastShown()).toMatchObject({ kind: 'dialog', html: expect.stringContaining('Mọi thứ đều đạt.') });
  expect(lastShown()).toMatchObject({ html: expect.not.stringMatching(/vi_VN|exemplar/) });
  const properties = { timeZone: 'America/New_York' };
  const token = await tokenFor(office, 'may-chu@guong-sang.invalid');
  await fetch(
    `${office.local.urls.workspace}/v4/spreadsheets/${office.tab(unit).spreadsheetId}:batchUpdate`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        requests: [{ updateSpreadsheetProperties: { properties, fields: 'timeZone' } }],
      }),
    },
  );
  await script.click(clerk, 'Tự kiểm tra');
  expect(lastShown()).toMatchObject({
    html: expect.stringContaining('múi giờ của bảng tính là America/New_York'),
  });
});
