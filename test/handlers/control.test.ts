/** An administrator changes the plan in the control sheet: the next tick uses it, and a fault leaves the last good one. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contentHash } from '../../functions/content-hash.ts';
import { localDate } from '../../functions/domain/deadline.ts';
import type { Obligation } from '../../functions/domain/plan.ts';
import { type ControlRecord, type PlanVersion, paths, staleMailLog } from '../../functions/records.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { admin, type ControlSheet, openControl, provisionAgain } from '../support/control.ts';
import { aMail } from '../support/mails.ts';
import { type Office, startOffice } from '../support/office.ts';
import { edit, everything, workbookOf } from '../support/office-acts.ts';

let office: Office;
let sheet: ControlSheet;
const commune = 'Xã, phường, thị trấn';
const clerk = staffEmail('clerk', '31843');

beforeEach(async () => {
  office = await startOffice();
  await provisionAgain(office);
  sheet = await openControl(office);
  await sheet.settle();
});
afterEach(() => office.close());

const quotaOf = (obligations: readonly Obligation[], kind = 'commune') =>
  obligations.find(({ unitKind }) => unitKind === kind)?.quota;

const record = async () =>
  (await office.local.store.read<ControlRecord>(paths.control(sheet.id)))?.data as ControlRecord;

const check = (email = clerk) =>
  office.people.press(email, 'check', { spreadsheetId: office.tab('31843').spreadsheetId });

it('says on Tình trạng what is in force, and changes nothing while nobody does', async () => {
  expect(await sheet.status()).toContain('Phiên bản 1, từ 08/01/2025 08:00');
  expect(await sheet.status()).toContain('Đã áp dụng.');
  const before = await everything(office.local.store);
  const { sheets } = office.local.workspace.counts;
  const writes = sheets.writes;
  await sheet.settle();
  expect(await everything(office.local.store)).toEqual(before);
  expect(sheets.writes).toBe(writes);
});

it('judges by a changed quota from the next tick on', async () => {
  await office.type('31843', office.rows('31843', 4));
  const refused = await office.submit('31843');
  expect(refused.body).toMatchObject({ ok: false, code: 'problems' });
  await sheet.type('quotas', commune, 'min', 4);
  await sheet.settle();
  const { body } = await check();
  expect(body).toMatchObject({ ok: true, units: [{ counter: '4, chỉ tiêu 4–6' }] });
  expect((await office.submit('31843')).body).toMatchObject({ ok: true, rows: 4 });
  const guide = await office.people.read(clerk, office.tab('31843').spreadsheetId, "'Hướng dẫn'!A1:C30");
  expect(guide.find(([who]) => who === commune)?.[1]).toMatch(/^04–06 /);
  const version = await office.local.store.read<PlanVersion>(paths.planVersion(office.plan.id, 2));
  expect(version?.data.changes).toEqual([`Chỉ tiêu ${commune}: tối thiểu 5 → 4`]);
  const summary = await office.people.read(admin, sheet.id, "'Tình trạng'!A1:C30");
  expect(summary).toContainEqual(['Phiên bản 2', '08/01/2025 08:00', `Chỉ tiêu ${commune}: tối thiểu 5 → 4`]);
});

it('refuses a broken change whole, names its cell, and keeps the last good plan until it is mended', async () => {
  await sheet.type('quotas', commune, 'min', 4);
  await sheet.settle();
  await office.people.moveClock('2025-01-08T09:00:00+07:00');
  const a1 = await sheet.type('quotas', commune, 'max', 3);
  await sheet.type('staff', clerk, 'email', 'không phải thư');
  await sheet.type('plan', 'Người ký', 'content', 'Trần Văn Khác');
  await sheet.settle();
  const plan = await sheet.plan();
  expect(quotaOf(plan.obligations)).toEqual({ min: 4, max: 6 });
  expect(plan.signer).toBe(office.plan.signer);
  expect((await check()).status).toBe(200);
  const status = await sheet.status();
  expect(status).toContain('Phiên bản 2, từ 08/01/2025 08:00');
  expect(status).toContain('Chưa áp dụng, vì có 2 chỗ cần sửa (thấy từ 08/01/2025 09:00)');
  expect(status).toContain(`Chỉ tiêu | 3 | Tối đa | ${a1} | 3 | Đang ghi 3, nhỏ hơn số tối thiểu 4`);
  expect(status).toContain('Cán bộ | 10 | Thư điện tử | A10 | không phải thư |');
  await sheet.type('quotas', commune, 'max', 6);
  await sheet.type('staff', 'không phải thư', 'email', clerk);
  await sheet.settle();
  expect((await sheet.plan()).signer).toBe('Trần Văn Khác');
  expect((await record()).version).toBe(3);
  expect(await sheet.status()).not.toContain('Chỗ cần sửa');
});

it('tells the administrator by mail the next morning and each week, until the sheet is mended', async () => {
  await office.people.moveClock('2025-01-08T09:00:00+07:00');
  await sheet.type('quotas', commune, 'max', 3);
  await sheet.type('staff', clerk, 'email', 'không phải thư');
  await sheet.settle();
  const told = async () =>
    (await office.people.mailbox(admin)).filter(({ text }) => text.includes('SỔ ĐIỀU HÀNH CẦN SỬA'));
  const daysOf = (mails: Awaited<ReturnType<typeof told>>) =>
    mails.map(({ text }) => /trong ngày (\S+):/.exec(text)?.[1]);
  await office.people.moveClock('2025-01-14T09:00:00+07:00');
  await sheet.settle();
  const mails = await told();
  expect(daysOf(mails)).toEqual(['09/01/2025', '13/01/2025']);
  expect(mails[0]?.subject).toContain('Sổ điều hành có 2 chỗ cần sửa');
  expect(mails[0]?.text).toContain('2 chỗ cần sửa, thấy từ 09:00 ngày 08/01/2025');
  expect(mails[0]?.text).toContain('Tab “Chỉ tiêu”, dòng 3, cột “Tối đa” (ô');
  expect(mails[0]?.text).toContain('Phiên bản 1, từ 08:00 ngày 08/01/2025, vẫn đang áp dụng.');
  expect(mails[0]?.text).toContain(`${sheet.id}`);
  await sheet.type('quotas', commune, 'max', 6);
  await sheet.settle();
  expect((await record()).faults.count).toBe(1);
  await sheet.type('staff', 'không phải thư', 'email', clerk);
  await sheet.settle();
  await office.people.moveClock('2025-01-21T09:00:00+07:00');
  await sheet.settle();
  expect(daysOf(await told())).toEqual(['09/01/2025', '13/01/2025']);
});

it('owes provisioning when the words of a list change, which then changes the drop-downs', async () => {
  await sheet.type('catalogues', 'Kinh tế', 'value', 'Kinh tế số');
  await sheet.settle();
  expect(await sheet.status()).toContain('Việc còn lại | Đổi ô chọn trong bảng của đơn vị: Lĩnh vực');
  await office.type('31843', office.rows('31843', 5));
  const { body } = await office.submit('31843');
  expect(JSON.stringify(body.problems)).toContain('hãy chọn một trong: Kinh tế số; Văn hóa – xã hội;');
  await provisionAgain(office);
  const { spreadsheetId, title } = office.tab('31843');
  const [keys] = await office.people.read(clerk, spreadsheetId, `'${title}'!A2:AH2`);
  expect(keys?.filter((key) => String(key).includes('{'))).toEqual([
    'sector {"choices":["Kinh tế số","Văn hóa – xã hội","Quốc phòng – an ninh","Xây dựng hệ thống chính trị"]}',
  ]);
  await sheet.settle();
  expect(await sheet.status()).not.toContain('Việc còn lại');
  await sheet.add('catalogues', { list: 'Hình thức khen thưởng', value: 'Thư khen' });
  await sheet.settle();
  expect(await sheet.status()).not.toContain('Việc còn lại');
});

it('refuses a deadline moved into the past unless its line confirms it', async () => {
  await sheet.type('deadlines', commune, 'day', 5);
  await sheet.settle();
  const [owed] = (await sheet.plan()).obligations as [Obligation];
  expect(owed.deadline).toMatchObject({ day: 15 });
  expect(await sheet.status()).toContain(
    'Hạn nộp | 3 | Ngày | F3 | 5 | Hạn này đã qua (hết ngày 04/01/2025), 2 đơn vị sẽ bị ghi là trễ ngay',
  );
  await sheet.type('deadlines', commune, 'confirm', 'Xác nhận');
  await sheet.settle();
  const [moved] = (await sheet.plan()).obligations as [Obligation];
  expect(moved.deadline).toMatchObject({ day: 5 });
});

it('moves a deadline in the future without asking', async () => {
  await sheet.type('deadlines', commune, 'day', 20);
  await sheet.settle();
  expect((await check()).body).toMatchObject({ units: [{ lastDay: '2025-01-19' }] });
});

it('counts a day off that an administrator adds, and keeps lists with their time', async () => {
  await sheet.add('daysOff', { date: '14/01/2025', name: 'Nghỉ bù', source: 'Thông báo của tỉnh' });
  await sheet.add('catalogues', {
    list: 'Hình thức khen thưởng',
    value: 'Thư khen',
    validFrom: '01/02/2025',
  });
  await sheet.settle();
  const plan = await sheet.plan();
  expect(plan.daysOff).toContainEqual({ date: '2025-01-14', name: 'Nghỉ bù', source: 'Thông báo của tỉnh' });
  expect(plan.catalogues).toContainEqual({
    list: 'award',
    value: 'Thư khen',
    validFrom: '2025-02-01',
    source: '',
  });
});

it('mails nobody on a day off that an administrator adds, but on the working day before', async () => {
  await sheet.add('daysOff', { date: '13/01/2025', name: 'Nghỉ bù' });
  await sheet.settle();
  const mails = async () => (await office.people.mailbox(clerk)).length;
  await office.people.moveClock('2025-01-09T23:00:00+07:00');
  const before = await mails();
  await office.people.moveClock('2025-01-10T23:00:00+07:00');
  expect(await mails()).toBe(before + 1);
  await office.people.moveClock('2025-01-13T23:00:00+07:00');
  expect(await mails()).toBe(before + 1);
});

it('refuses to lose a unit that has sent lists, and lets it end with a successor', async () => {
  await office.send('31843', office.rows('31843', 5));
  await sheet.clear('staff', clerk);
  await sheet.clear('staff', staffEmail('head', '31843'));
  await sheet.clear('units', 'Xã Ninh Hòa');
  await sheet.settle();
  expect(await sheet.status()).toContain('không còn thấy “Xã Ninh Hòa” (31843)'.replace('k', 'K'));
  expect((await sheet.plan()).units.map(({ id }) => id)).toContain('31843');
  await sheet.add('units', {
    id: '31843',
    name: 'Xã Ninh Hòa',
    kind: commune,
    parent: '956',
    validTo: '30/06/2025',
    successor: '31846',
  });
  await sheet.settle();
  expect((await sheet.plan()).units.find(({ id }) => id === '31843')).toMatchObject({
    validTo: '2025-06-30',
    successor: '31846',
  });
});

it('lets a unit go that has sent nothing', async () => {
  for (const role of ['clerk', 'head'] as const) await sheet.clear('staff', staffEmail(role, 'CQ01'));
  await sheet.clear('units', 'Sở Y tế');
  await sheet.settle();
  expect((await sheet.plan()).units.map(({ id }) => id)).not.toContain('CQ01');
});

it('is provisioned once: people’s tabs stay as they left them, and only administrators may open it', async () => {
  await sheet.type('quotas', commune, 'min', 4);
  await sheet.settle();
  const tabs = async () => Promise.all(['Kế hoạch', 'Chỉ tiêu', 'Cán bộ'].map((title) => sheet.read(title)));
  const before = await tabs();
  const report = await provisionAgain(office);
  expect(report.changes).toBe(0);
  expect(report.workbooks.at(-1)).toMatchObject({
    title: '113/KH-UBND – Sổ điều hành',
    outcome: 'unchanged',
  });
  expect(await tabs()).toEqual(before);
  expect(quotaOf((await sheet.plan()).obligations)).toEqual({ min: 4, max: 6 });
  await expect(office.people.read(clerk, sheet.id, "'Cán bộ'!A1")).rejects.toThrow(/40[34]/);
  await expect(office.people.type(admin, sheet.id, "'Tình trạng'!A1", [['x']])).rejects.toThrow(/protected/);
});

it('is closed again to whoever is no administrator', async () => {
  const stranger = 'nguoi.la@vidu.vn';
  await office.local.google.admin.share(sheet.id, stranger, 'writer');
  expect(await office.people.read(stranger, sheet.id, "'Cán bộ'!A1")).toHaveLength(1);
  expect((await provisionAgain(office)).changes).toBe(1);
  await expect(office.people.read(stranger, sheet.id, "'Cán bộ'!A1")).rejects.toThrow(/40[34]/);
});

it('refuses merged cells and a tab that is gone, and reads a tab that was renamed', async () => {
  await edit(office, admin, sheet.id, [
    { updateSheetProperties: { properties: { sheetId: 3, title: 'Số lượng' }, fields: 'title' } },
    {
      mergeCells: {
        range: { sheetId: 3, startRowIndex: 2, endRowIndex: 4, startColumnIndex: 9, endColumnIndex: 10 },
        mergeType: 'MERGE_ALL',
      },
    },
    { deleteSheet: { sheetId: 6 } },
  ]);
  await sheet.settle();
  const status = await sheet.status();
  expect(status).toContain('Số lượng |  |  | J3:J4 |  | Các ô J3:J4 đang gộp làm một');
  expect(status).toContain('Ngày nghỉ |  |  |  |  | Không tìm thấy tab này');
  expect((await record()).version).toBe(1);
});

it('takes a new tab of the same name and headers for one that was deleted, and knows it by another name later', async () => {
  const daysOff = async () => (await sheet.plan()).daysOff?.map(({ date }) => date);
  await edit(office, admin, sheet.id, [{ deleteSheet: { sheetId: 6 } }]);
  await sheet.settle();
  const line = (await sheet.status()).split('\n').find((one) => one.startsWith('Ngày nghỉ'));
  expect(line).toContain('hoặc thêm một tab tên “Ngày nghỉ” có dòng đầu là: Ngày | Tên ngày nghỉ | Căn cứ');
  await edit(office, admin, sheet.id, [{ addSheet: { properties: { sheetId: 77, title: 'Ngày nghỉ' } } }]);
  await office.people.type(admin, sheet.id, "'Ngày nghỉ'!A1", [
    ['Ngày', 'Tên ngày nghỉ', 'Căn cứ'],
    ['01/01/2025', 'Tết Dương lịch', 'Bộ luật Lao động 2019'],
  ]);
  await sheet.settle();
  expect(await sheet.status()).not.toContain('Không tìm thấy tab này');
  expect(await daysOff()).toEqual(['2025-01-01']);
  expect((await record()).madeAnew).toEqual({ daysOff: 77 });
  await edit(office, admin, sheet.id, [
    { updateSheetProperties: { properties: { sheetId: 77, title: 'Nghỉ lễ' }, fields: 'title' } },
  ]);
  await office.people.type(admin, sheet.id, "'Nghỉ lễ'!A3", [['02/01/2025', 'Nghỉ bù', 'Văn bản']]);
  await sheet.settle();
  expect(await daysOff()).toEqual(['2025-01-01', '2025-01-02']);
});

it('does not make a tab a second time beside the one that people made anew', async () => {
  await edit(office, admin, sheet.id, [
    { deleteSheet: { sheetId: 6 } },
    { addSheet: { properties: { sheetId: 77, title: 'Ngày nghỉ' } } },
  ]);
  expect((await provisionAgain(office)).changes).toBe(0);
});

it('lists the mails of late with what became of them', async () => {
  await office.send('31843', office.rows('31843', 5));
  await sheet.settle();
  const log = await sheet.read('Nhật ký thư');
  expect(log[0]).toEqual(['Lúc', 'Tới', 'Loại thư', 'Tiêu đề', 'Tình trạng']);
  const kinds = log.slice(1).map(([, to, kind, , state]) => `${to} ${kind} ${state}`);
  expect(kinds).toContain(`${staffEmail('head', '31843')} Đề nghị ký Đã gửi`);
  const times = log.slice(1).map(([at]) => String(at));
  expect(times).toEqual([...times].sort().reverse());
});

it.each([
  ['uncertain', 'Không rõ đã đến hay chưa; cần người xem; Máy dừng giữa lúc gửi.'],
  ['bounced', 'Bị trả về; cần người xem; 550 no such user'],
  ['held', 'Đang giữ lại; cần người xem; 550 no such user'],
] as const)('lists a mail that is %s as one that waits for a person', async (state, shown) => {
  const key = contentHash(state).slice(0, 32);
  const words = state === 'uncertain' ? 'Máy dừng giữa lúc gửi.' : '550 no such user';
  const day = localDate(office.local.workspace.clock.now(), 'Asia/Ho_Chi_Minh');
  const data = aMail({ key, state, words, owed: false, day });
  await office.local.store.commit([{ kind: 'create', path: paths.outbox(key), data }, staleMailLog]);
  await sheet.settle();
  const log = await sheet.read('Nhật ký thư');
  expect(log.find(([, , , subject]) => String(subject).includes(key))?.slice(1)).toEqual([
    staffEmail('clerk', '31843'),
    'Biên nhận',
    `Thư thử ${key}`,
    shown,
  ]);
});

it('leaves the level workbooks known as before', async () => {
  const workbooks = await office.people.workbooks();
  expect(workbooks.filter(({ kind }) => kind === undefined)).toEqual(office.workbooks);
  expect(workbooks.find(({ kind }) => kind === 'control')).toMatchObject({
    plan: office.plan.id,
    period: '',
    unit: '',
  });
  expect(workbookOf(office, '956')).not.toBe('');
});
