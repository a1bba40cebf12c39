/** The request to take down as a citizen has it in a real browser, on a phone and on a desk: clean, refused, taken, too often. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stampedRowId } from '../../functions/domain/workbook.ts';
import { type Office, startOffice } from '../support/office.ts';
import { decideAtDesk } from '../support/office-views.ts';
import { startBrowser } from './person.ts';
import { takePicture } from './pictures.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const unit = '31843';
let office: Office;
let browser: Browser;
let form: string;

beforeAll(async () => {
  [office, browser] = await Promise.all([startOffice(), startBrowser()]);
  await office.send(unit, office.rows(unit, 5));
  await office.settle();
  const ids = [1, 2, 3, 4, 5].map((number) => stampedRowId('2025', unit, number));
  await decideAtDesk(office, '956', Object.fromEntries(ids.map((id) => [id, ['Duyệt', '']])));
  const { html } = await office.people.page('/');
  const story = /href="(\/guong\/[^"]+)"/.exec(html)?.[1] ?? '';
  form = /href="(\/de-nghi\?guong=[^"]+)"/.exec((await office.people.page(story)).html)?.[1] ?? '';
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function expectSound(page: Page, width: number, state: string): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (tags) =>
      (
        globalThis as unknown as {
          axe: { run(where: Document, options: object): Promise<{ violations: { id: string }[] }> };
        }
      ).axe
        .run(document, { runOnly: tags })
        .then((result) => result.violations.map(({ id }) => id)),
    rules,
  );
  expect(found, state).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), state).toBeLessThanOrEqual(width);
  await takePicture(page, `de-nghi-${state}-${width}`);
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await page.waitForURL('**/de-nghi/gui');
}

async function ask(page: Page, text: string): Promise<void> {
  await page.goto(office.local.urls.listing + form);
  await page.locator('[name=wish][value=remove]').check();
  await page.locator('[name=asker][value=self]').check();
  await page.locator('#contact').fill('0912 345 678');
  await page.locator('#text').fill(text);
  await send(page);
}

describe.each([1400, 360])('at %i px', (width) => {
  it('every answer breaks no rule of WCAG 2.2 AA, leads from a fault to its field and keeps what was typed', async () => {
    const page = await browser.newPage({ viewport: { width, height: 1700 } });
    await page.goto(office.local.urls.listing + form);
    await expectSound(page, width, 'trong');

    await page.locator('#contact').fill('chị Hoa');
    await send(page);
    await expectSound(page, width, 'loi');
    await page.getByRole('alert').getByRole('link', { name: 'Điện thoại hoặc thư điện tử' }).click();
    expect(new URL(page.url()).hash).toBe('#contact');
    expect(await page.locator('#contact').inputValue()).toBe('chị Hoa');

    await page.goto(`${office.local.urls.listing}/de-nghi`);
    await page.locator('#blank').evaluate((field) => {
      (field as HTMLInputElement).value = 'https://trang.vn';
    });
    await send(page);
    await expectSound(page, width, 'o-de-trong');
    expect(await page.locator('#blank').inputValue()).toBe('https://trang.vn');

    for (const turn of [1, 2, 3, 4, 5])
      await ask(page, `Tôi rút lại sự đồng ý công khai, lần ${turn} ở màn hình ${width}`);
    await expectSound(page, width, 'da-nhan');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Đã nhận đề nghị');

    await ask(page, 'Tôi rút lại sự đồng ý công khai, thêm một lần nữa');
    await expectSound(page, width, 'qua-nhieu');
    expect(await page.locator('#text').inputValue()).toContain('thêm một lần nữa');
    const later = new Date((await office.people.now()).getTime() + 3_600_000);
    await office.people.moveClock(later.toISOString());
    await page.close();
  }, 120_000);
});
