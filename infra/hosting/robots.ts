/**
 * What search engines may read, as Hosting serves it: the rules of robots.txt and, since a Sitemap line needs the whole
 * address (sitemaps.org), a line made where the address of the site is known: at the build, and on this machine.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `listingUrl` as in the setting LISTING_URL; without it there is no such line. */
export async function readRobots(folder: string, listingUrl: string | undefined): Promise<string> {
  const rules = await readFile(join(folder, 'robots.txt'), 'utf8');
  return listingUrl ? `${rules}Sitemap: ${listingUrl.replace(/\/+$/, '')}/sitemap.xml\n` : rules;
}
