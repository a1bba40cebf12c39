/** A real browser at a workbook: what a person sees and does. The Chromium comes with the packages; nothing is installed. */
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

/**
 * Of the packed browser's switches. One process for all makes crashes contagious between pages. A graphics card played by
 * the processor draws a sheet four times slower than no card at all, and reading the sheet back is slower still.
 */
const unwanted =
  /^--(single-process|disable-web-security|use-gl|use-angle|enable-unsafe-swiftshader|ignore-gpu-blocklist)\b/;

export async function startBrowser(): Promise<Browser> {
  const args = [...chromium.args.filter((arg) => !unwanted.test(arg)), '--disable-gpu'];
  return playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true });
}

/** Colours of the add-on's marks, as the canvas has them. */
export const marks = { error: [248, 210, 207], warning: [253, 240, 194] } as const;

export interface PersonAtGrid {
  page: Page;
  /** Goes to a cell by its address, as with the name box. */
  goTo(a1: string): Promise<void>;
  /** Types into a cell and leaves it downwards. */
  type(a1: string, text: string): Promise<void>;
  paste(a1: string, text: string): Promise<void>;
  /** The selected cell as the line above the sheet tells it. */
  here(): Promise<{ place: string; text: string; note: string }>;
  /** Pixels of a colour on the sheet. */
  pixels(colour: readonly [number, number, number]): Promise<number>;
  menu(menu: string, item: string): Promise<void>;
  /** Opens the add-on's sidebar by its menu; the one before it is gone then. */
  openSidebar(item: string): Promise<ReturnType<Page['frameLocator']>>;
  close(): Promise<void>;
}

export interface Seat {
  workspaceUrl: string;
  spreadsheetId: string;
  sheetId: number;
  email: string;
  width?: number;
}

export async function sitDown(browser: Browser, seat: Seat): Promise<PersonAtGrid> {
  const { workspaceUrl, spreadsheetId, sheetId, email, width = 1400 } = seat;
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 800 : 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const failures: string[] = [];
  page.on('pageerror', ({ message }) => failures.push(message));
  await page.goto(`${workspaceUrl}/workbook/${spreadsheetId}?as=${encodeURIComponent(email)}#tab-${sheetId}`);
  await page.waitForSelector('body[data-ready]', { timeout: 90_000 });

  async function goTo(a1: string): Promise<void> {
    await page.locator('#grid input').first().click({ clickCount: 3 });
    await page.keyboard.type(a1);
    await page.keyboard.press('Enter');
    await page.waitForFunction((cell) => document.querySelector('#here b')?.textContent === cell, a1);
  }

  async function choose(menu: string, item: string): Promise<void> {
    await page.locator('#bar summary', { hasText: menu }).click();
    await page.locator('#bar li button', { hasText: item }).click();
  }

  return {
    page,
    goTo,
    async type(a1, text) {
      await goTo(a1);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    async paste(a1, text) {
      await goTo(a1);
      await page.evaluate((value) => navigator.clipboard.writeText(value), text);
      await page.keyboard.press('Control+V');
    },
    async here() {
      const [place = '', text = '', note = ''] = await page
        .locator('#here > *')
        .evaluateAll((parts) => parts.map((part) => part.textContent ?? ''));
      return { place, text, note };
    },
    pixels: ([red, green, blue]) =>
      page.evaluate(
        ([r, g, b]) => {
          const canvas = document.querySelector<HTMLCanvasElement>('#grid canvas[id^="univer-sheet-main"]');
          const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
          let count = 0;
          for (let at = 0; at < data.length; at += 4)
            if (data[at] === r && data[at + 1] === g && data[at + 2] === b) count += 1;
          return count;
        },
        [red, green, blue],
      ),
    menu: choose,
    async openSidebar(item) {
      const address = (): Promise<string | null> =>
        page.evaluate(() => document.querySelector('#sidebar iframe')?.getAttribute('src') ?? null);
      const before = await address();
      await choose('Gương sáng', item);
      await page.waitForFunction(
        (old) => (document.querySelector('#sidebar iframe')?.getAttribute('src') ?? old) !== old,
        before,
        { timeout: 90_000 },
      );
      return page.frameLocator('#sidebar iframe');
    },
    async close() {
      await context.close();
      if (failures.length > 0) throw new Error(`the page failed: ${failures.join('\n')}`);
    },
  };
}
