/** Whom somebody at the screen may be: the people of a level workbook, and at the control sheet its administrators alone. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { peopleAt } from '../../../../infra/local/grid/people.ts';
import { admin, openControl, provisionAgain } from '../../../support/control.ts';
import { type Office, startOffice } from '../../../support/office.ts';
import { workbookOf } from '../../../support/office-acts.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
  await provisionAgain(office);
});
afterAll(() => office.close());

it('reviewers and administrators stand at the review tab, clerk and head at their own', async () => {
  const people = await peopleAt(office.local.store, workbookOf(office, '956'));
  expect(people.map(({ role, unitName }) => `${role} ${unitName}`)).toEqual([
    'reviewer Huyện Hồng Dân',
    'admin Tỉnh Bạc Liêu',
    'clerk Xã Ninh Hòa',
    'head Xã Ninh Hòa',
    'clerk Xã Lộc Ninh',
    'head Xã Lộc Ninh',
  ]);
});

it('at the control sheet are the administrators of the plan, at its first tab', async () => {
  const { id } = await openControl(office);
  expect(await peopleAt(office.local.store, id)).toMatchObject([{ email: admin, role: 'admin', sheetId: 1 }]);
});

it('nobody is at a spreadsheet of no plan', async () => {
  expect(await peopleAt(office.local.store, 'khong-co-bang-tinh-nay')).toEqual([]);
});

it('the hub leads to the control sheet and to the tabs of requests', async () => {
  const { id } = await openControl(office);
  const page = await (await fetch(`${office.local.urls.workspace}/`)).text();
  expect(page).toMatch(new RegExp(`<a href="[^"]*${id}">[^<]*Sổ điều hành[^<]*</a>`));
  for (const tab of ['Tình trạng', 'Nhật ký thư', 'Đề nghị']) expect(page).toContain(`>${tab}</a>`);
  expect(page).not.toContain('>0 trang của đơn vị<');
});
