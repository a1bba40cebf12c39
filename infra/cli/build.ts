/** Bundles the functions for the cloud, each into one file: a cold start reads one file instead of a thousand. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hostingFolder, pictureFolder, readPictureSizes } from '../hosting/picture-files.ts';
import { readRobots } from '../hosting/robots.ts';
import { buildBundle, listingBundle, mainBundle } from './bundles.ts';

for (const bundle of [mainBundle, listingBundle]) {
  const { bytes } = await buildBundle(bundle);
  process.stdout.write(`${bundle.file}: ${Math.round(bytes / 1024)} KiB\n`);
}
await mkdir('dist/public/huong-dan', { recursive: true });
for (const name of Object.keys(await readPictureSizes()))
  await copyFile(join(pictureFolder, `${name}.png`), `dist/public/huong-dan/${name}.png`);
// The framework answers this address itself, and with 404: it has to lie at Hosting.
const { LISTING_URL: listingUrl } = process.env;
await writeFile('dist/public/robots.txt', await readRobots(hostingFolder, listingUrl));
if (!listingUrl)
  process.stderr.write('dist/public/robots.txt names no sitemap: set LISTING_URL, then build again\n');
