/** What one page of the public listing weighs and how long it takes to make. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { noFilter } from '../../functions/listing/filter.ts';
import { renderList } from '../../functions/listing/list-page.ts';
import { look } from '../../functions/listing/look.ts';
import { realisticPublicRows } from '../listing/realistic.ts';
import { shelfWith, site } from '../listing/rows.ts';
import { inWords, milliseconds, toSpread, toTable } from './measure.ts';

const tries = 15;
const pagesPerTry = 50;

export async function benchPage(): Promise<string> {
  const shelf = shelfWith(realisticPublicRows());
  const make = (): string => renderList(site, shelf, noFilter, look(shelf, noFilter));
  const html = make();
  for (let warm = 0; warm < pagesPerTry; warm += 1) make();
  const times: number[] = [];
  for (let turn = 0; turn < tries; turn += 1) {
    const all = await milliseconds(() => {
      for (let count = 0; count < pagesPerTry; count += 1) make();
    });
    times.push(all / pagesPerTry);
  }
  const bytes = Buffer.byteLength(html);
  return toTable(
    [`one page of ${look(shelf, noFilter).leads.length} rows, each a story of its own`, ''],
    [
      ['bytes of HTML', bytes.toLocaleString('en')],
      ['bytes gzip (promised: at most 10,000)', gzipSync(html).length.toLocaleString('en')],
      ['bytes brotli', brotliCompressSync(html).length.toLocaleString('en')],
      ['ms to make, code warm', inWords(toSpread(times))],
    ],
  );
}
