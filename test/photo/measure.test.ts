/** A photo made to harm is refused by its first bytes, before anything is decoded. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { measurePhoto } from '../../functions/photo/measure.ts';
import { aPicture, aPng, withNotes } from '../support/photos.ts';

it.each(['image/jpeg', 'image/png'] as const)('measures %s by its bytes', async (type) => {
  expect(measurePhoto(await aPicture(300, 200, type))).toEqual({ width: 300, height: 200, orientation: 1 });
});

it('finds the size behind the notes of a camera', async () => {
  expect(measurePhoto(withNotes(await aPicture(64, 48)))).toEqual({ width: 64, height: 48, orientation: 1 });
  expect(measurePhoto(withNotes(await aPicture(64, 48), 6))).toMatchObject({ orientation: 6 });
  expect(measurePhoto(withNotes(await aPicture(64, 48), 9))).toMatchObject({ orientation: 1 });
});

it.each([
  ['a web page', '<html><img src="x.jpg"></html>'],
  ['a PDF', '%PDF-1.7'],
  ['a GIF', 'GIF89a\x01\x00\x01\x00'],
  ['a HEIC photo', '\x00\x00\x00\x18ftypheic'],
  ['nothing', ''],
])('refuses %s by its type', (_, text) => {
  expect(measurePhoto(Buffer.from(text, 'latin1'))).toBe('type');
});

it('refuses a picture of 4 thousand million pixels in a thousand bytes', () => {
  expect(measurePhoto(aPng({ width: 65_535, height: 65_535 }))).toBe('size');
});

it('refuses the same in a JPEG', async () => {
  const jpeg = await aPicture(64, 48);
  const frame = jpeg.indexOf('ffc0', 0, 'hex');
  jpeg.writeUInt32BE(0xffff_ffff, frame + 5);
  expect(measurePhoto(jpeg)).toBe('size');
});

it('takes a photo of 24 million pixels and no more than 25', () => {
  expect(measurePhoto(aPng({ width: 6000, height: 4000 }))).toEqual({
    width: 6000,
    height: 4000,
    orientation: 1,
  });
  expect(measurePhoto(aPng({ width: 5000, height: 5001 }))).toBe('size');
});

it('refuses an interlaced PNG, which the decoder would unpack without end', () => {
  expect(measurePhoto(aPng({ width: 10, height: 10, interlaced: true }))).toBe('type');
});

it('refuses a JPEG of hundreds of scans, each of which costs as much as a picture', async () => {
  const jpeg = await aPicture(64, 48);
  const scan = jpeg.subarray(jpeg.indexOf('ffda', 0, 'hex'), -2);
  expect(measurePhoto(Buffer.concat([jpeg.subarray(0, -2), ...Array(300).fill(scan)]))).toBe('type');
});

it('calls a JPEG without a size broken, wherever it was cut', async () => {
  const jpeg = withNotes(await aPicture(64, 48));
  const frame = jpeg.indexOf('ffc0', 0, 'hex');
  for (let end = 4; end < frame; end += 7) expect(measurePhoto(jpeg.subarray(0, end))).toBe('broken');
});

it('never throws, whatever follows a signature', () => {
  const begun = fc.constantFrom('ffd8ff', '89504e470d0a1a0a', '89504e470d0a1a0a0000000d49484452', 'ffd8ffe1');
  fc.assert(
    fc.property(begun, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      measurePhoto(Buffer.concat([Buffer.from(start, 'hex'), rest]));
    }),
  );
});
