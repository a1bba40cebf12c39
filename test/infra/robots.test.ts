/** robots.txt as Hosting serves it: the rules, and the sitemap by its whole address. */
import { expect, test } from 'vitest';
import { hostingFolder } from '../../infra/hosting/picture-files.ts';
import { readRobots } from '../../infra/hosting/robots.ts';

test('names the sitemap by the address of the site, however that ends', async () => {
  for (const url of ['https://guong-sang.example', 'https://guong-sang.example/'])
    expect(await readRobots(hostingFolder, url)).toMatch(
      /^User-agent: \*\n(?:Disallow: \/\S+\n)+Sitemap: https:\/\/guong-sang\.example\/sitemap\.xml\n$/,
    );
});

test('has rules alone while the address is not known', async () => {
  expect(await readRobots(hostingFolder, undefined)).not.toContain('Sitemap');
});
