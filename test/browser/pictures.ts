/** With PICTURES=folder the tests leave what they see there: the guide's pictures are made this way. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** `height`: as much of the page as tells something. */
export async function takePicture(page: Page, name: string, height?: number): Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  // What moves is let come to rest, and a message at the foot gone.
  await page.locator('.toast').evaluateAll((toasts) => {
    for (const toast of toasts) toast.remove();
  });
  await page.waitForTimeout(500);
  const width = page.viewportSize()?.width ?? 0;
  const clip = height === undefined ? {} : { clip: { x: 0, y: 0, width, height } };
  await writeFile(join(folder, `${name}.png`), await page.screenshot(clip));
}
