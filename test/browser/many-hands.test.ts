/** A block of rows pasted, several people in one tab at once, and what the sheet refuses, in real browsers. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { firstDataLine } from '../../functions/domain/workbook.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import { cellAt, sheetIdOf, workbookOf } from '../support/office-acts.ts';
import { marks, type PersonAtGrid, sitDown, startBrowser } from './person.ts';
import { takePicture } from './pictures.ts';

const [first, second] = ['31843', '31846'];
const soon = { interval: 250, timeout: 90_000 };

let office: Office;
let browser: Browser;
const seated: PersonAtGrid[] = [];
beforeAll(async () => {
  [office, browser] = await Promise.all([startOffice({ push: true }), startBrowser()]);
});
afterEach(async () => {
  for (const person of seated.splice(0)) await person.close();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function sit(unit: string, email = staffEmail('clerk', unit), width = 1400): Promise<PersonAtGrid> {
  const person = await sitDown(browser, {
    workspaceUrl: office.local.urls.workspace,
    spreadsheetId: workbookOf(office, '956'),
    sheetId: sheetIdOf(office, unit),
    email,
    width,
  });
  seated.push(person);
  return person;
}

/** The tab as Google's API gives it, from the first row of data and the first column of the form. */
async function rowsOf(unit: string): Promise<string[][]> {
  const { spreadsheetId, title } = office.tab(unit);
  const range = `'${title}'!D${firstDataLine}:ZZ`;
  const rows = await office.people.read(staffEmail('clerk', unit), spreadsheetId, range);
  return rows.map((row) => row.map(String));
}

it('takes a block of 50 rows pasted from Excel, and marks only what is wrong in it', async () => {
  const rows = office
    .rows(first, 50)
    .map((row) => exemplarForm.columns.map(({ key }) => String(row[key] ?? '')));
  const year = exemplarForm.columns.findIndex(({ key }) => key === 'birthYear');
  const wrong = rows.findIndex((row) => row[year] !== '');
  (rows[wrong] as string[])[year] = 'không rõ';
  const clerk = await sit(first);
  // Excel puts quotes around cells with line breaks or quotes.
  const quoted = (text: string): string => (/["\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  await clerk.paste(`D${firstDataLine}`, rows.map((row) => row.map(quoted).join('\t')).join('\r\n'));
  await expect.poll(async () => (await rowsOf(first)).length, soon).toBe(50);
  const there = await rowsOf(first);
  const name = exemplarForm.columns.findIndex(({ key }) => key === 'name');
  expect(there.map((row) => row[name])).toEqual(rows.map((row) => row[name]));
  const cell = cellAt('birthYear', firstDataLine + wrong);
  await clerk.goTo(cell);
  await expect.poll(async () => (await clerk.here()).note, soon).toContain('“không rõ”');
  expect(await clerk.pixels(marks.error)).toBeGreaterThan(500);
}, 300_000);

it('keeps what two people type into one tab at once, also when one inserts rows above the other', async () => {
  const clerk = await sit(second);
  // The district's people may help a commune; both are at the same tab.
  const colleague = await sit(second);
  const title = (line: number): string => cellAt('title', line);
  await clerk.type(title(3), 'Dòng ba');
  await colleague.goTo(title(3));
  await expect.poll(async () => (await colleague.here()).text, soon).toBe('Dòng ba');

  // The colleague is in the middle of a word when the clerk inserts a row above and types elsewhere.
  await colleague.goTo(title(8));
  await colleague.page.keyboard.type('Dòng tám của ');
  await clerk.goTo(title(5));
  await clerk.menu('Bảng tính', 'Chèn dòng phía trên');
  await expect.poll(async () => (await rowsOf(second)).length, soon).toBeGreaterThan(0);
  await clerk.type(title(4), 'Dòng bốn');
  await colleague.page.keyboard.type('người thứ hai');
  await colleague.page.keyboard.press('Enter');

  const column = exemplarForm.columns.findIndex(({ key }) => key === 'title');
  const titles = async () => (await rowsOf(second)).map((row) => row[column] ?? '');
  await expect
    .poll(titles, soon)
    .toEqual(['Dòng ba', 'Dòng bốn', '', '', '', '', 'Dòng tám của người thứ hai']);
  for (const person of [clerk, colleague]) {
    await person.goTo(title(9));
    await expect.poll(async () => (await person.here()).text, soon).toBe('Dòng tám của người thứ hai');
  }
}, 300_000);

it('undoes what one typed oneself, and nobody else’s', async () => {
  const clerk = await sit(second);
  const cell = cellAt('keyResults', 12);
  await clerk.type(cell, 'viết nhầm');
  await clerk.goTo(cell);
  await expect.poll(async () => (await clerk.here()).text, soon).toBe('viết nhầm');
  const other = cellAt('keyResults', 13);
  const { spreadsheetId, title } = office.tab(second);
  await office.people.type(staffEmail('clerk', second), spreadsheetId, `'${title}'!${other}`, [
    ['người khác viết'],
  ]);
  await clerk.page.keyboard.press('Control+z');
  await expect.poll(async () => (await clerk.here()).text, soon).toBe('');
  await clerk.goTo(other);
  await expect.poll(async () => (await clerk.here()).text, soon).toBe('người khác viết');
}, 300_000);

it('offers the words of a drop-down, and takes the chosen one', async () => {
  const clerk = await sit(second);
  await clerk.goTo(cellAt('kind', 6));
  // The arrow at the lower right of D6: a canvas has nothing to ask for it.
  await clerk.page.mouse.click(595, 397);
  const list = clerk.page.getByText('Mô hình', { exact: true });
  await list.waitFor({ timeout: 60_000 });
  await takePicture(clerk.page, 'drop-down');
  await list.click();
  await clerk.goTo(cellAt('kind', 6));
  await expect.poll(async () => (await clerk.here()).text, soon).toBe('Mô hình');
  const kinds = (await rowsOf(second)).map(([kind]) => kind);
  expect(kinds[6 - firstDataLine]).toBe('Mô hình');
}, 300_000);

it('lets nobody type into a tab of another unit, and says why', async () => {
  const stranger = await sit(second, staffEmail('clerk', first));
  const before = await rowsOf(second);
  await stranger.goTo(cellAt('title', 20));
  await stranger.page.keyboard.type('x');
  await stranger.page.getByText('không sửa được').waitFor({ timeout: 60_000 });
  await stranger.page.keyboard.press('Delete');
  await stranger.paste(cellAt('title', 21), 'dán trộm');
  expect(await rowsOf(second)).toEqual(before);
}, 300_000);

it('is of use on a phone: the bar, the note and the sidebar fit', async () => {
  const clerk = await sit(first, staffEmail('clerk', first), 400);
  await takePicture(clerk.page, 'phone-tab');
  const panel = await clerk.openSidebar('Xem lỗi');
  await panel.getByText('không rõ').first().waitFor({ timeout: 90_000 });
  await takePicture(clerk.page, 'phone-panel');
  const width = await clerk.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(400);
}, 300_000);
