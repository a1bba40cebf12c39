/** The pictures as data and as files: all or none, and the data says of each what its file says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { pictures, pictureWords } from '../../functions/guide/pictures.ts';
import { readPictureSizes, readPngSize } from '../../infra/hosting/picture-files.ts';
import { pngHead } from './png.ts';

const folder = mkdtempSync(join(tmpdir(), 'guide-pictures-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('are all there or none is: a guide with holes is not finished', async () => {
  const found = Object.keys(await readPictureSizes());
  const wanted = pictureWords.map(({ name }) => name as string);
  const missing = wanted.filter((name) => !found.includes(name));
  expect(found.length === 0 ? [] : missing).toEqual([]);
  expect(found.filter((name) => !wanted.includes(name))).toEqual([]);
});

it('have in the data the size that their files have (else: npm run guide:pictures)', async () => {
  const known = Object.fromEntries(pictures.map(({ name, width, height }) => [name, { width, height }]));
  expect(known).toEqual(await readPictureSizes());
});

it('are told in words to those who do not see them, and shortly to those who do', () => {
  expect(new Set(pictureWords.map(({ name }) => name)).size).toBe(pictureWords.length);
  for (const { alt, caption } of pictureWords) {
    expect(alt.length).toBeGreaterThan(40);
    expect(alt).not.toMatch(/^(Hình|Ảnh)|\n/);
    expect(caption.length).toBeLessThan(90);
    for (const words of [alt, caption]) expect(words).toBe(words.normalize('NFC'));
  }
});

it('have their size in the first bytes, and what is no PNG is refused', async () => {
  writeFileSync(join(folder, 'dien.png'), pngHead(1400, 812));
  writeFileSync(join(folder, 'ghi-chu.txt'), 'không phải hình');
  expect(await readPictureSizes(folder)).toEqual({ dien: { width: 1400, height: 812 } });
  expect(await readPictureSizes(join(folder, 'nowhere'))).toEqual({});
  expect(() => readPngSize(Buffer.from('GIF89a'))).toThrow('not a PNG');
  expect(() => readPngSize(pngHead(1, 1).subarray(0, 20))).toThrow('not a PNG');
});
