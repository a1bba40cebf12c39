/** With PICTURES=folder the tests leave what they see there: the guide's pictures are made this way. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  // What moves is let come to rest, and a message at the foot gone.
  await page.locator('.toast').evaluateAll((toasts) => {
    for (const toast of toasts) toast.remove();
  });
  await page.waitForTimeout(500);
  await writeFile(join(folder, `${name}.png`), await page.screenshot());
}
