/** A clerk at the sheet in a real browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import { sheetIdOf } from '../support/office-acts.ts';
import { marks, type PersonAtGrid, sitDown, startBrowser } from './person.ts';

const unit = '31843';
let office: Office;
let browser: Browser;
beforeAll(async () => {
  [office, browser] = await Promise.all([startOffice({ push: true }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

const sit = (email = staffEmail('clerk', unit)): Promise<PersonAtGrid> =>
  sitDown(browser, {
    workspaceUrl: office.local.urls.workspace,
    spreadsheetId: office.tab(unit).spreadsheetId,
    sheetId: sheetIdOf(office, unit),
    email,
  });

/** Reading a canvas back stops the page for a while: not too often. */
const paintTime = { interval: 400, timeout: 10_000 };

it('marks a wrong birth year red with a note within a second, and clears it when mended', async () => {
  await office.type(unit, office.rows(unit, 5));
  const clerk = await sit();
  expect(await clerk.pixels(marks.error)).toBe(0);
  await clerk.type('G3', 'khoảng 1960');
  await clerk.page.keyboard.press('ArrowUp');
  await expect
    .poll(async () => (await clerk.here()).note, { timeout: 5000 })
    .toBe('Gương Sáng: Đang ghi “khoảng 1960”, hãy chỉ ghi số, ví dụ 1985.');
  await expect.poll(() => clerk.pixels(marks.error), paintTime).toBeGreaterThan(500);
  await clerk.type('G3', '1960');
  await expect.poll(() => clerk.pixels(marks.error), paintTime).toBe(0);
  await clerk.goTo('G3');
  expect(await clerk.here()).toEqual({ place: 'G3', text: '1960', note: '' });
  await clerk.close();
});
