/** What one page of the public listing weighs and how long it takes to make. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { toPages } from '../../functions/listing/pages.ts';
import { renderListing } from '../../functions/listing/render.ts';
import { manyPublicRows } from '../listing/rows.ts';
import { inWords, milliseconds, toSpread, toTable } from './measure.ts';

const rows = 50;
const tries = 15;
const pagesPerTry = 50;

export async function benchPage(): Promise<string> {
  const [page] = toPages(manyPublicRows(rows));
  if (page?.rows.length !== rows) throw new Error('not one whole page');
  const pointer = { generation: '1-bench', pages: 8, total: 400, updatedAt: '2025-03-05T01:00:00.000Z' };
  const html = renderListing(page, pointer);
  for (let warm = 0; warm < pagesPerTry; warm += 1) renderListing(page, pointer);
  const times: number[] = [];
  for (let turn = 0; turn < tries; turn += 1) {
    const all = await milliseconds(() => {
      for (let count = 0; count < pagesPerTry; count += 1) renderListing(page, pointer);
    });
    times.push(all / pagesPerTry);
  }
  const bytes = Buffer.byteLength(html);
  return toTable(
    ['one page of 50 rows', ''],
    [
      ['bytes of HTML', bytes.toLocaleString('en')],
      ['bytes gzip', gzipSync(html).length.toLocaleString('en')],
      ['bytes brotli', brotliCompressSync(html).length.toLocaleString('en')],
      ['ms to render, code warm', inWords(toSpread(times))],
    ],
  );
}
