/** Bundles the functions into one file for the cloud: a cold start reads one file instead of a thousand. */
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { hostingFolder, pictureFolder, readPictureSizes } from '../hosting/picture-files.ts';

const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };

const result = await build({
  entryPoints: ['functions/index.ts'],
  outfile: 'dist/functions/index.cjs',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  charset: 'utf8',
  legalComments: 'linked',
  logLevel: 'warning',
  metafile: true,
});
const whole = Object.keys(result.metafile.inputs).filter((path) =>
  /googleapis\/build\/src\/(index|apis\/index)\.js$/.test(path),
);
if (whole.length > 0) throw new Error(`the whole of googleapis is in the bundle: ${whole.join(', ')}`);
await writeFile(
  'dist/functions/package.json',
  `${JSON.stringify({ name: 'guong-sang-functions', main: 'index.cjs', engines }, null, 2)}\n`,
);
await mkdir('dist/public/huong-dan', { recursive: true });
for (const name of Object.keys(await readPictureSizes()))
  await copyFile(join(pictureFolder, `${name}.png`), `dist/public/huong-dan/${name}.png`);
// The framework answers this address itself, and with 404: it has to lie at Hosting.
const robots = await readFile(join(hostingFolder, 'robots.txt'), 'utf8');
const { LISTING_URL: listingUrl } = process.env;
const sitemap = listingUrl ? `Sitemap: ${listingUrl.replace(/\/+$/, '')}/sitemap.xml\n` : '';
await writeFile('dist/public/robots.txt', robots + sitemap);
const size = result.metafile.outputs['dist/functions/index.cjs']?.bytes;
process.stdout.write(`dist/functions/index.cjs: ${Math.round((size ?? 0) / 1024)} KiB\n`);
