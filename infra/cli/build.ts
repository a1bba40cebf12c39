/** Bundles the functions for the cloud, each into one file: a cold start reads one file instead of a thousand. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hostingFolder, pictureFolder, readPictureSizes } from '../hosting/picture-files.ts';
import { buildBundle, listingBundle, mainBundle } from './bundles.ts';

for (const bundle of [mainBundle, listingBundle]) {
  const { bytes } = await buildBundle(bundle);
  process.stdout.write(`${bundle.file}: ${Math.round(bytes / 1024)} KiB\n`);
}
await mkdir('dist/public/huong-dan', { recursive: true });
for (const name of Object.keys(await readPictureSizes()))
  await copyFile(join(pictureFolder, `${name}.png`), `dist/public/huong-dan/${name}.png`);
// The framework answers this address itself, and with 404: it has to lie at Hosting.
const robots = await readFile(join(hostingFolder, 'robots.txt'), 'utf8');
const { LISTING_URL: listingUrl } = process.env;
const sitemap = listingUrl ? `Sitemap: ${listingUrl.replace(/\/+$/, '')}/sitemap.xml\n` : '';
await writeFile('dist/public/robots.txt', robots + sitemap);
