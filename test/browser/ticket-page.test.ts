/** The page of a take-down request as staff have it, on a phone and on a desk: readable, by rule, worked without a script. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stampedRowId } from '../../functions/domain/workbook.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import { decideAtDesk } from '../support/office-views.ts';
import { startBrowser } from './person.ts';
import { takePicture } from './pictures.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const unit = '31843';
let office: Office;
let browser: Browser;
let link: string;

beforeAll(async () => {
  [office, browser] = await Promise.all([startOffice(), startBrowser()]);
  await office.send(unit, office.rows(unit, 5));
  await office.settle();
  await decideAtDesk(office, '956', { [stampedRowId('2025', unit, 1)]: ['Duyệt', ''] });
  const page = /href="(\/guong\/[^"]+)"/.exec((await office.people.page('/')).html)?.[1] ?? '';
  const text = 'Số hộ trong bài chưa đúng.\nXin sửa lại, hoặc gỡ trang giúp tôi, xin cảm ơn.';
  const fields = { page, wish: 'correct', asker: 'self', contact: '0912 345 678', text };
  const stranger = { wish: 'remove', asker: 'other' };
  const asked = [
    { wish: 'remove', asker: 'relative' },
    {},
    stranger,
    { ...stranger, text: `${text} Lần 2.` },
  ];
  for (const more of asked)
    await fetch(`${office.local.urls.listing}/de-nghi/gui`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, ...more }),
    });
  await office.settle();
  const mails = (await office.people.mailbox(staffEmail('clerk', unit))).filter(({ subject }) =>
    subject.startsWith('Đề nghị sửa nội dung'),
  );
  link = /https?:\/\/\S+\/ticket\?token=\S+/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '';
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

interface Axe {
  run(where: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

async function expectWell(page: Page, width: number): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (tags) => (globalThis as unknown as { axe: Axe }).axe.run(document, { runOnly: tags }),
    rules,
  );
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

it.each([1400, 400])('at %i px it keeps the rules, and its forms tell what is missing', async (width) => {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${link}&list=all`);
  expect(await page.locator('ol > li').count()).toBe(4);
  await expectWell(page, width);
  await page.goto(link);
  expect(await page.getByRole('button', { name: 'Không làm theo cả 2 đề nghị' }).count()).toBe(1);
  await expectWell(page, width);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
  await takePicture(page, `de-nghi-${width}`);
  await page.getByLabel('Không làm theo').check();
  await page.getByRole('button', { name: 'Làm và kết thúc đề nghị' }).click();
  await expect(page.getByRole('alert').textContent()).resolves.toContain('Lý do còn ngắn');
  expect(await page.getByLabel('Không làm theo').isChecked()).toBe(true);
  await takePicture(page, `de-nghi-loi-${width}`);
  await page.close();
});

it('is worked by keyboard and button to its end, which then stands there for everybody', async () => {
  const page = await browser.newPage({ viewport: { width: 400, height: 900 } });
  await page.goto(link);
  await page.getByLabel('Đã trả lời thế nào').fill('Đã gọi điện, hẹn gỡ trang trong ngày');
  await page.getByRole('button', { name: 'Đã trả lời người đề nghị' }).click();
  await expect(page.getByRole('status').textContent()).resolves.toContain('Đã ghi việc trả lời');
  await page.getByLabel('Đã gỡ cả trang').check();
  await page
    .getByRole('textbox', { name: 'Lý do', exact: true })
    .fill('Người đề nghị chọn gỡ cả trang, đã thống nhất');
  await page.getByRole('button', { name: 'Làm và kết thúc đề nghị' }).click();
  await expect(page.getByRole('status').textContent()).resolves.toContain('Đã gỡ cả trang');
  expect(await page.getByRole('button', { name: 'Làm và kết thúc đề nghị' }).count()).toBe(0);
  await expectWell(page, 400);
  await page.setViewportSize({
    width: 400,
    height: await page.evaluate(() => document.documentElement.scrollHeight),
  });
  await takePicture(page, 'de-nghi-xong-400');
  await page.close();
});
