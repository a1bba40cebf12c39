/** A reviewer lays a line beside the one it was copied from, in a real browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toA1 } from '../../functions/domain/a1.ts';
import { firstDataLine, reviewColumn } from '../../functions/domain/workbook.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import { workbookOf } from '../support/office-acts.ts';
import { sitDown, startBrowser } from './person.ts';
import { takePicture } from './pictures.ts';

const [first, second] = ['31843', '31846'];
let office: Office;
let browser: Browser;
beforeAll(async () => {
  [office, browser] = await Promise.all([startOffice({ push: true }), startBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

it('shows both texts with what they share marked, and whose the other is', async () => {
  const [original, ...rest] = office.rows(first, 5);
  const { title, summary, keyResults } = original ?? {};
  const [copy, ...others] = office.rows(second, 5);
  await office.send(first, [original ?? {}, ...rest] as never);
  await office.send(second, [
    { ...copy, kind: original?.kind, title, summary, keyResults },
    ...others,
  ] as never);
  await office.settle();
  await office.settle();
  const review = office.workbooks
    .find(({ unit }) => unit === '956')
    ?.tabs.find(({ kind }) => kind === 'review');
  const reviewer = await sitDown(browser, {
    workspaceUrl: office.local.urls.workspace,
    spreadsheetId: workbookOf(office, '956'),
    sheetId: review?.sheetId ?? -1,
    email: staffEmail('reviewer', '956'),
  });
  const line = await lineOf(`2025-${second}-001`);
  await reviewer.goTo(toA1(reviewColumn('name'), line));
  const panel = await reviewer.openSidebar('So sánh hồ sơ gần giống');
  await panel.getByText(`2025-${first}-001`).first().waitFor({ timeout: 60_000 });
  expect(await panel.locator('mark').count()).toBeGreaterThan(0);
  await takePicture(reviewer.page, 'so-sanh');
  await reviewer.close();
}, 180_000);

/** Where the review tab has a dossier. */
async function lineOf(dossier: string): Promise<number> {
  const spreadsheetId = workbookOf(office, '956');
  const keys = await office.people.read(staffEmail('reviewer', '956'), spreadsheetId, "'Thẩm định'!A1:A60");
  const found = keys.findIndex(([key]) => String(key).startsWith(dossier));
  expect(found).toBeGreaterThanOrEqual(firstDataLine - 1);
  return found + 1;
}
