/** The text of Word files: as Word shows it, and of files made to do harm nothing but a word about it. */
import { describe, expect, it } from 'vitest';
import { countWords } from '../../functions/domain/word-count.ts';
import { readDocxText } from '../../functions/lists/word-file-text.ts';
import {
  aBomb,
  aBrokenBomb,
  aDocx,
  aLyingBomb,
  aManifold,
  aTower,
  aWordFile,
  textOf,
} from '../support/word-files.ts';

it('has all words of the body, tables too, and a word in two pieces once', async () => {
  const text = String(await readDocxText(await aDocx(1650)));
  expect(countWords(text)).toBe(1650);
  expect(text).toContain('Người giữ lửa –');
  expect(text.split(/\s+/).slice(-4, -1)).toEqual(['một', 'hai', 'ba']);
});

it('a large picture does not stand in the way of the text', async () => {
  expect(countWords(String(await readDocxText(await aDocx(300, 6_000_000))))).toBe(300);
});

it('leaves out what was taken out or moved away, and tells a text box once', async () => {
  const run = (text: string, tag = 't') => `<w:r><w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`;
  const file = aWordFile(
    `<w:p>${run('một ')}<w:del>${run('cũ ', 'delText')}</w:del><w:ins>${run('hai')}</w:ins>` +
      `<w:r><w:tab/></w:r>${run('ba')}<w:r><w:br/></w:r>${run('bốn')}` +
      `<w:moveFrom>${run(' chuyển')}</w:moveFrom>${run(' PAGE', 'instrText')}</w:p>` +
      `<mc:AlternateContent><mc:Choice><w:p>${run('khung')}</w:p></mc:Choice>` +
      `<mc:Fallback><w:p>${run('khung')}</w:p></mc:Fallback></mc:AlternateContent>`,
  );
  expect(await readDocxText(file)).toBe('một hai\tba\nbốn\nkhung\n');
});

describe('a file made to do harm', () => {
  it.each([
    ['unpacks to 100 MB', () => aBomb(100_000_000), 'too-large'],
    // Were a byte of it unpacked, it would be found broken.
    ['would unpack to 100 MB and cannot be unpacked', () => aBrokenBomb(100_000_000), 'too-large'],
    ['says that 100 MB are 1,000 bytes', () => aLyingBomb(100_000_000, 1000), undefined],
    ['names one part of 3 MB two thousand times', () => aManifold(3_000_000, 2000), 'too-large'],
    ['is 80,000 elements deep', () => aTower(80_000), ''],
    ['has half a million paragraphs', () => aWordFile('<w:p/>'.repeat(500_000)), ''],
    ['explains its own words', () => aWordFile('&lol;'.repeat(1000)), undefined],
    ['is no archive', () => new TextEncoder().encode(textOf(500)), undefined],
    ['is empty', () => new Uint8Array(), undefined],
    ['is cut off', async () => (await aDocx(500)).subarray(0, 3000), undefined],
    ['is an archive of something else', async () => aDocx(10).then(() => aManifold(10, 1)), undefined],
  ])('is only told: it %s', async (_, make, answer) => {
    const file = await make();
    const start = performance.now();
    const read = await readDocxText(file);
    expect(read === 'too-large' ? read : read?.trim()).toBe(answer);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
