/** One list on its whole way, by people at real pages: typed and mended, submitted, signed, returned, mended again, public. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toA1 } from '../../functions/domain/a1.ts';
import { firstDataLine, reviewColumn } from '../../functions/domain/workbook.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import { cellAt, sheetIdOf, workbookOf } from '../support/office-acts.ts';
import { marks, type PersonAtGrid, sitDown, startBrowser } from './person.ts';
import { takePicture } from './pictures.ts';

const unit = '31843';
const district = '956';
const clerkEmail = staffEmail('clerk', unit);
const headEmail = staffEmail('head', unit);
const reason = 'Chưa nêu số hộ được giúp; ví dụ “giúp 12 hộ thoát nghèo năm 2024”.';

/** Reading a canvas back stops the page for a while: not too often. */
const paintTime = { interval: 400, timeout: 90_000 };
const soon = { interval: 200, timeout: 90_000 };

let office: Office;
let browser: Browser;
let clerk: PersonAtGrid;
let reviewer: PersonAtGrid;
beforeAll(async () => {
  [office, browser] = await Promise.all([startOffice({ push: true }), startBrowser()]);
  await office.type(unit, office.rows(unit, 5, ['Cá nhân', 'Tập thể', 'Mô hình']));
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

const sit = (email: string, sheetId: number): Promise<PersonAtGrid> =>
  sitDown(browser, {
    workspaceUrl: office.local.urls.workspace,
    spreadsheetId: workbookOf(office, district),
    sheetId,
    email,
  });

async function openNewestMail(email: string, subject: RegExp): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(`${office.local.urls.workspace}/inbox?to=${encodeURIComponent(email)}`);
  await page.getByRole('link', { name: subject }).first().click();
  return page;
}

it('marks a wrong birth year red with a note while the clerk types, and clears it when mended', async () => {
  clerk = await sit(clerkEmail, sheetIdOf(office, unit));
  const cell = cellAt('birthYear', firstDataLine);
  expect(await clerk.pixels(marks.error)).toBe(0);
  await clerk.type(cell, 'khoảng 1960');
  await clerk.page.keyboard.press('ArrowUp');
  await expect
    .poll(async () => (await clerk.here()).note, soon)
    .toBe('Gương Sáng: Đang ghi “khoảng 1960”, hãy chỉ ghi số, ví dụ 1985.');
  await expect.poll(() => clerk.pixels(marks.error), paintTime).toBeGreaterThan(500);
  const ground = () => clerk.page.locator('#here').evaluate((bar) => getComputedStyle(bar).backgroundColor);
  const complaint = await ground();
  await clerk.goTo(cellAt('birthYear', 1));
  expect((await clerk.here()).note).toContain('Ví dụ: ');
  expect(await ground()).not.toBe(complaint);
  await clerk.goTo(cell);
  await takePicture(clerk.page, 'dien', 560);

  await clerk.page.locator('#bar summary', { hasText: 'Gương sáng' }).click();
  await takePicture(clerk.page, 'menu', 560);
  await clerk.page.keyboard.press('Escape');
  const problem = (await clerk.openSidebar('Xem lỗi')).getByRole('button', { name: /khoảng 1960/ });
  await problem.waitFor({ timeout: 90_000 });
  await takePicture(clerk.page, 'thanh-ben', 760);
  await clerk.goTo('C9');
  await problem.click();
  await expect.poll(async () => (await clerk.here()).place, soon).toBe(cell);

  await clerk.type(cell, '1960');
  await expect.poll(() => clerk.pixels(marks.error), paintTime).toBe(0);
  await clerk.goTo(cell);
  expect(await clerk.here()).toEqual({ place: cell, text: '1960', note: '' });
}, 300_000);

it('submits from the sidebar; the receipt is in the inbox, and the head signs by the link', async () => {
  const panel = await clerk.openSidebar('Nộp danh sách');
  const send = panel.getByRole('button', { name: 'Nộp danh sách' });
  await send.waitFor({ timeout: 90_000 });
  await panel.getByText('5 dòng (3 cá nhân, 1 tập thể, 1 mô hình), số lượng 5, chỉ tiêu 5–6').waitFor();
  await send.scrollIntoViewIfNeeded();
  await takePicture(clerk.page, 'nop', 560);
  await send.click();
  await panel.locator('#answer .told:not(.bad)').waitFor({ timeout: 90_000 });
  await expect(panel.getByText('không có trường hợp').isVisible()).resolves.toBe(false);
  await office.local.queue.idle();

  const receipt = await openNewestMail(clerkEmail, /nhận/i);
  const mail = receipt.frameLocator('iframe');
  await mail.getByText('Huỳnh Ngọc Lan').first().waitFor();
  await takePicture(receipt, 'bien-nhan');
  await receipt.close();

  const request = await openNewestMail(headEmail, /ký/i);
  const opening = request.context().waitForEvent('page');
  await request.frameLocator('iframe').getByRole('link', { name: /ký/i }).first().click();
  const signing = await opening;
  await signing.waitForLoadState();
  await signing.setViewportSize({ width: 1400, height: 900 });
  await takePicture(signing, 'ky');
  await signing.getByRole('button', { name: 'Ký xác nhận' }).click();
  await signing.getByText('đã được ký xác nhận').first().waitFor();
  await request.context().close();
  await office.local.queue.idle();
}, 300_000);

it('shows a returned row with its reason at that row, after the clerk has sorted the rows', async () => {
  const tabs = office.workbooks.find(({ unit: id }) => id === district)?.tabs ?? [];
  reviewer = await sit(
    staffEmail('reviewer', district),
    tabs.find(({ kind }) => kind === 'review')?.sheetId ?? -1,
  );
  const at = (key: Parameters<typeof reviewColumn>[0], line: number) => toA1(reviewColumn(key), line);
  await expect
    .poll(async () => {
      await reviewer.goTo(at('name', firstDataLine));
      return (await reviewer.here()).text;
    }, soon)
    .not.toBe('');
  const { text: name } = await reviewer.here();
  await reviewer.type(at('decision', firstDataLine), 'Trả lại');
  await reviewer.type(at('reason', firstDataLine), reason);
  for (const line of [1, 2]) await reviewer.type(at('decision', firstDataLine + line), 'Duyệt');
  await reviewer.goTo(at('reason', firstDataLine));
  await takePicture(reviewer.page, 'tham-dinh', 620);
  await reviewer.menu('Gương sáng', 'Ghi quyết định');
  const told = reviewer.page.frameLocator('#dialog iframe');
  await told.getByText('1 trả lại').waitFor({ timeout: 90_000 });
  await office.local.queue.idle();
  await reviewer.close();

  await clerk.goTo(cellAt('name', firstDataLine));
  await clerk.menu('Bảng tính', 'A → Z');
  const line = await expect
    .poll(() => lineOf(name), soon)
    .toSatisfy((found) => Number(found) > firstDataLine)
    .then(() => lineOf(name));
  await expect
    .poll(async () => {
      await clerk.goTo(`C${line}`);
      return (await clerk.here()).text;
    }, soon)
    .toContain(reason);
  await clerk.goTo(`B${line}`);
  expect((await clerk.here()).text).toBe('Trả lại, cần sửa');
  await takePicture(clerk.page, 'tra-lai', 560);
  await clerk.close();
}, 300_000);

/** Where the clerk's tab has a name now, by Google's API. */
async function lineOf(name: string): Promise<number> {
  const { spreadsheetId, title } = office.tab(unit);
  const names = await office.people.read(
    clerkEmail,
    spreadsheetId,
    `'${title}'!${cellAt('name', 1)}:${cellAt('name', 50)}`,
  );
  return names.findIndex(([value]) => value === name) + 1;
}

it('is public where it was approved and consented to', async () => {
  await office.settle();
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(office.local.urls.listing);
  await expect.poll(() => page.locator('main').innerText(), soon).toMatch(/Ninh Hòa/);
  await takePicture(page, 'cong-khai');
  await page.close();
}, 300_000);
