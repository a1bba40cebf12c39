/** People change on the control sheet: rights in the functions, shares of the workbooks and guards of their tabs follow. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { control } from '../../functions/handlers/control.ts';
import type { WorkbookAccess } from '../../functions/ports.ts';
import { type OwedProvisioning, paths } from '../../functions/records.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type ControlSheet, openControl, provisionAgain } from '../support/control.ts';
import { type Office, startOffice } from '../support/office.ts';

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

const check = (email = clerk) =>
  office.people.press(email, 'check', { spreadsheetId: office.tab('31843').spreadsheetId });

/** Who may open a workbook, as Drive tells it. */
const sharesOf = async (spreadsheetId: string): Promise<string[]> =>
  (await office.local.google.admin.listPermissions(spreadsheetId)).map(({ email }) => email);
const owed = async (): Promise<OwedProvisioning | undefined> =>
  (await office.local.store.read<OwedProvisioning>(paths.owedProvisioning(office.plan.id)))?.data;

it('gives and takes rights at once, in the functions and in the sheets', async () => {
  const newcomer = 'can.bo.moi@vidu.vn';
  await sheet.type('staff', clerk, 'email', newcomer);
  await sheet.settle();
  expect((await check(clerk)).body).toMatchObject({ ok: false, code: 'not-staff' });
  expect((await check(newcomer)).body).toMatchObject({ ok: true });
  const { spreadsheetId, title } = office.tab('31843');
  await office.people.type(newcomer, spreadsheetId, `'${title}'!D3`, [['Cá nhân']]);
  await expect(office.people.read(clerk, spreadsheetId, `'${title}'!D3`)).rejects.toThrow();
  const other = office.tab('31846');
  await expect(
    office.people.type(newcomer, other.spreadsheetId, `'${other.title}'!D3`, [['Cá nhân']]),
  ).rejects.toThrow(/protected/);
  expect(await owed()).toBeUndefined();
  expect(await sheet.status()).not.toContain('Việc còn lại');
  // Provisioning finds nothing left to do.
  expect((await provisionAgain(office)).changes).toBe(0);
});

it('takes a workbook from who moves to another district, and keeps whom people let in by hand', async () => {
  const guest = 'nguoi.moi.xem@vidu.vn';
  const { spreadsheetId } = office.tab('31843');
  await office.local.google.admin.share(spreadsheetId, guest, 'writer');
  await sheet.type('staff', clerk, 'unitId', 'CQ01');
  await sheet.settle();
  expect(await sharesOf(spreadsheetId)).not.toContain(clerk);
  expect(await sharesOf(spreadsheetId)).toContain(guest);
  expect(await sharesOf(office.tab('CQ01').spreadsheetId)).toContain(clerk);
});

it('opens the control sheet to a new administrator, and closes it to one who is none any more', async () => {
  const second = 'quantri.hai@vidu.vn';
  await sheet.add('staff', { email: second, name: 'Ngô Thị Bảy', unitId: '95', role: 'Quản trị' });
  await sheet.settle();
  expect(await sharesOf(sheet.id)).toContain(second);
  await sheet.type('staff', second, 'role', 'Người lập');
  await sheet.settle();
  expect(await sharesOf(sheet.id)).not.toContain(second);
});

/** The handler alone, with a Drive that does what the test says. */
const controlWith = (access: Partial<WorkbookAccess>) => {
  const { services } = office.local;
  return control({ ...services, access: { ...services.access, ...access } }, sheet.id);
};

it('asks Drive for nothing when no person has changed', async () => {
  await office.local.queue.idle();
  await sheet.type('quotas', commune, 'min', 4);
  const readShares = () => Promise.reject(new Error('nobody asked for this'));
  expect(await controlWith({ readShares })).toBe('applied');
  expect(await owed()).toBeUndefined();
});

it('says on Tình trạng whom no workbook can be shared with, until the address is mended', async () => {
  const stranger = 'khong.phai.google@vidu.vn';
  await office.local.queue.idle();
  await sheet.type('staff', clerk, 'email', stranger);
  expect(await controlWith({ share: async () => false })).toBe('applied');
  expect(await owed()).toMatchObject({ workbooks: [], left: [], refused: [stranger] });
  expect(await sheet.status()).toContain(
    `Việc còn lại | Không chia sẻ được bảng tính cho ${stranger}: hãy ghi`,
  );
  await sheet.type('staff', stranger, 'email', 'can.bo.moi@vidu.vn');
  await sheet.settle();
  expect(await sheet.status()).not.toContain('Việc còn lại');
  expect(await owed()).toBeUndefined();
});

it('keeps the change and comes back for the shares when Drive does not answer', async () => {
  const newcomer = 'can.bo.moi@vidu.vn';
  await office.local.queue.idle();
  await sheet.type('staff', clerk, 'email', newcomer);
  const broken = controlWith({
    share: () => Promise.reject(new Error('drive permissions.create failed: 503')),
  });
  await expect(broken).rejects.toThrow('503');
  expect((await check(newcomer)).body).toMatchObject({ ok: true });
  expect(await owed()).toMatchObject({ left: [{ email: clerk, unitId: '31843' }] });
  await sheet.settle();
  expect(await sharesOf(office.tab('31843').spreadsheetId)).toContain(newcomer);
  expect(await owed()).toBeUndefined();
});
