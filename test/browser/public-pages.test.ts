/** The public pages and the guide as their readers have them: by eye in light and dark, by keyboard, enlarged, on a phone. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stampedRowId } from '../../functions/domain/workbook.ts';
import { type Office, startOffice } from '../support/office.ts';
import { decideAtDesk } from '../support/office-views.ts';
import { startBrowser } from './person.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const unit = '31843';
let office: Office;
let browser: Browser;
let addresses: Record<string, string>;
beforeAll(async () => {
  [office, browser] = await Promise.all([startOffice(), startBrowser()]);
  await office.send(unit, office.rows(unit, 6));
  await office.settle();
  const ids = [1, 2, 3, 4, 5, 6].map((number) => stampedRowId('2025', unit, number));
  await decideAtDesk(office, '956', Object.fromEntries(ids.map((id) => [id, ['Duyệt', '']])));
  const { html } = await office.people.page('/');
  addresses = {
    list: '/',
    filters: '/loc',
    story: /href="(\/guong\/[^"]+)"/.exec(html)?.[1] ?? '',
    units: '/don-vi',
    unit: /href="(\/don-vi\/[^"]+)"/.exec((await office.people.page('/don-vi')).html)?.[1] ?? '',
    plan: '/ke-hoach/kh-113-bac-lieu',
    empty: '/?q=zzzz',
    data: '/du-lieu',
    form: '/de-nghi',
    guide: '/huong-dan',
    missing: '/khong-co-trang-nay',
  };
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

interface Violation {
  id: string;
  nodes: { html: string }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (tags) =>
      (
        globalThis as unknown as {
          axe: { run(where: Document, options: object): Promise<{ violations: Violation[] }> };
        }
      ).axe
        .run(document, { runOnly: tags })
        .then((result) => result.violations),
    rules,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe.each([
  [1400, 'light'],
  [400, 'light'],
  [1400, 'dark'],
  [400, 'dark'],
] as const)('at %i px, %s', (width, colorScheme) => {
  it('no page breaks a rule of WCAG 2.2 AA, and none scrolls sideways', async () => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    for (const [name, address] of Object.entries(addresses)) {
      await page.goto(office.local.urls.listing + address);
      expect(await violations(page), name).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(
        width,
      );
    }
    await page.close();
  }, 120_000);
});

it('holds every page together when its letters are twice as large', async () => {
  const page = await browser.newPage({ viewport: { width: 640, height: 900 } });
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(office.local.urls.listing + address);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(640);
  }
  await page.close();
}, 60_000);

it('is short on a phone: one line of menu, the search beside its field, labels as wide as the page', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  const heights = (selector: string): Promise<number[]> =>
    page.$$eval(selector, (all) => all.map((one) => one.getBoundingClientRect().bottom));
  /** Letters of a link that is where one is stand on a line of two pixels. */
  const isOneLine = (bottoms: readonly number[]): boolean => Math.max(...bottoms) - Math.min(...bottoms) < 8;
  await page.goto(office.local.urls.listing);
  expect(isOneLine(await heights('.menu li'))).toBe(true);
  expect(isOneLine(await heights('.find input, .find button'))).toBe(true);
  await page.goto(`${office.local.urls.listing}${addresses.plan}`);
  const widths = await page.$$eval('.bar > span', (all) => all.map((one) => one.parentElement!.clientWidth));
  expect(Math.min(...widths)).toBeGreaterThan(180);
  await page.close();
}, 60_000);

it('reaches everything that can be used by the keyboard alone', async () => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(office.local.urls.listing + address);
    const wanted = await page.evaluate(() => {
      const all = [
        ...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, summary'),
      ];
      const usable = all.filter(
        (one) => one.checkVisibility() && !one.closest('[tabindex="-1"]:not(main)') && one.tabIndex >= 0,
      );
      // Of a group of radio buttons the keyboard stops at one; the arrows do the rest.
      const groups = new Set<string>();
      const stops = usable.filter((one) => {
        const radio = one instanceof HTMLInputElement && one.type === 'radio' ? one.name : undefined;
        if (radio === undefined) return true;
        if (groups.has(radio)) return false;
        groups.add(radio);
        return true;
      });
      return stops.length;
    });
    const seen = new Set<string>();
    for (let step = 0; step < wanted + 40 && seen.size < wanted; step += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const { activeElement: one } = document;
        if (!one?.matches('a[href], button, input, textarea, select, summary')) return '';
        return String([...document.querySelectorAll('*')].indexOf(one));
      });
      if (stop !== '') seen.add(stop);
    }
    expect(seen.size, name).toBe(wanted);
  }
  await page.close();
}, 120_000);
