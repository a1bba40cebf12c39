/**
 * The text of a Word file that somebody uploaded: its main part, unpacked within limits and read in one pass without a tree,
 * since a file of some kilobytes may claim to be gigabytes, or be so deep that building its tree takes minutes (mammoth
 * builds one). Notes at the foot of pages are not the work's words.
 */
import type { SaxesParser } from 'saxes';

/** A work of 2,000 words has less than a fifth of it, with every change that Word remembers. */
const mostUnpacked = 4_000_000;

/** Word on the web numbers the part when it makes it anew. */
const isMainPart = (name: string): boolean => /^word\/document\d*\.xml$/i.test(name);

/** undefined: not a Word file, or a broken one. Both libraries are loaded only here. */
export async function readDocxText(bytes: Uint8Array): Promise<string | 'too-large' | undefined> {
  const { unzipSync } = await import('fflate');
  const { SaxesParser } = await import('saxes');
  let unpacked = 0;
  try {
    // fflate gives a part the room that it claims, or that its packed bytes take, and no more.
    const parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!isMainPart(name)) return false;
        unpacked += Math.max(size, originalSize);
        return unpacked <= mostUnpacked;
      },
    });
    if (unpacked > mostUnpacked) return 'too-large';
    const [main] = Object.values(parts);
    return main && textOf(new TextDecoder().decode(main), new SaxesParser());
  } catch {
    // Whatever these libraries throw, they throw because of the file.
    return undefined;
  }
}

/** Text that was taken out or moved away, and the copy of a text box for old versions of Word. */
const leftOut = new Set(['w:del', 'w:moveFrom', 'mc:Fallback']);

const ends: Record<string, string> = {
  'w:p': '\n',
  'w:br': '\n',
  'w:cr': '\n',
  'w:tab': '\t',
  'w:noBreakHyphen': '-',
};

function textOf(xml: string, parser: SaxesParser): string {
  const found: string[] = [];
  let hidden = 0;
  let isText = false;
  parser.on('opentag', ({ name }) => {
    if (leftOut.has(name)) hidden += 1;
    isText = name === 'w:t';
  });
  parser.on('text', (text) => {
    if (isText && hidden === 0) found.push(text);
  });
  parser.on('closetag', ({ name }) => {
    if (leftOut.has(name)) hidden -= 1;
    isText = false;
    const end = ends[name];
    if (end !== undefined && hidden === 0) found.push(end);
  });
  parser.write(xml).close();
  return found.join('');
}
