/** The copy that is shown: upright, small, and with nothing of what the camera noted. */
import { Jimp } from 'jimp';
import { describe, expect, it } from 'vitest';
import { mostBytes, mostWidth, shrinkPhoto } from '../../functions/photo/shrink.ts';
import { aNoisyPicture, aPicture, aPng, corners, place, withNotes } from '../support/photos.ts';

async function copyOf(photo: Buffer) {
  const shrunk = await shrinkPhoto(photo);
  if (!shrunk.ok) throw new Error(shrunk.why);
  return shrunk;
}

/** Which of the four colours stands in each corner. */
async function cornersOf(jpeg: Buffer): Promise<number[]> {
  const image = await Jimp.fromBuffer(jpeg);
  const at = (x: number, y: number): number => {
    const colour = image.getPixelColor(Math.floor(image.width * x), Math.floor(image.height * y));
    const parts = (value: number): number[] => [24, 16, 8].map((shift) => (value >>> shift) & 255);
    const apart = (other: number): number =>
      parts(other).reduce((sum, part, index) => sum + Math.abs(part - parts(colour)[index]!), 0);
    return corners.findIndex((corner) => apart(corner) < 60);
  };
  return [at(0.2, 0.2), at(0.8, 0.2), at(0.2, 0.8), at(0.8, 0.8)];
}

it('is a JPEG at most 960 wide, in the same shape', async () => {
  const { jpeg, width, height } = await copyOf(await aPicture(2000, 1500));
  expect([width, height]).toEqual([960, 720]);
  expect(await Jimp.fromBuffer(jpeg)).toMatchObject({ width: 960, height: 720, mime: 'image/jpeg' });
  expect(await cornersOf(jpeg)).toEqual([0, 1, 2, 3]);
});

it('does not make a small photo larger', async () => {
  expect(await copyOf(await aPicture(300, 200))).toMatchObject({ width: 300, height: 200 });
});

it('fits a tall photo, too', async () => {
  expect(await copyOf(await aPicture(600, 2400))).toMatchObject({ width: 320, height: 1280 });
});

/** How a camera that was held so stores what is upright: the corners as they come out of it. */
const turned: [orientation: number, stored: number[]][] = [
  [1, [0, 1, 2, 3]],
  [2, [1, 0, 3, 2]],
  [3, [3, 2, 1, 0]],
  [4, [2, 3, 0, 1]],
  [5, [0, 2, 1, 3]],
  [6, [2, 0, 3, 1]],
  [7, [3, 1, 2, 0]],
  [8, [1, 3, 0, 2]],
];

it.each(turned)('turns a photo upright that was taken at orientation %i', async (orientation, stored) => {
  const { jpeg, width, height } = await copyOf(withNotes(await aPicture(400, 300), orientation));
  expect([width, height]).toEqual(orientation < 5 ? [400, 300] : [300, 400]);
  expect(await cornersOf(jpeg)).toEqual(stored);
});

describe('what the camera noted', () => {
  // A photo that need not be made smaller would be written out with its notes by the library.
  it.each([
    [300, 200],
    [1200, 800],
  ])('is gone with the place, at %i × %i', async (width, height) => {
    const photo = withNotes(await aPicture(width, height));
    expect(photo.toString('latin1')).toContain(place);
    const { jpeg } = await copyOf(photo);
    expect(jpeg.toString('latin1')).not.toContain(place);
    expect(jpeg.toString('latin1')).not.toContain('Exif');
    expect(segmentsOf(jpeg)).toEqual(['ffe0', 'ffdb', 'ffc0', 'ffc4', 'ffda']);
  });

  it('is gone from a PNG with its words', async () => {
    const png = await aPicture(300, 200, 'image/png');
    const text = Buffer.from(`\0\0\0\x17tEXtComment\0${place}\0\0\0\0`, 'latin1');
    const { jpeg } = await copyOf(Buffer.concat([png.subarray(0, 33), text, png.subarray(33)]));
    expect(jpeg.toString('latin1')).not.toContain(place);
  });
});

/** Markers up to the picture itself. */
function segmentsOf(jpeg: Buffer): string[] {
  const found: string[] = [];
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    found.push(jpeg.toString('hex', at, at + 2));
    if (found.at(-1) === 'ffda') break;
  }
  return found;
}

it('stays under 120 kB, whatever the picture', async () => {
  const { jpeg, width } = await copyOf(await aNoisyPicture(1000, 1300));
  expect(jpeg.length).toBeLessThanOrEqual(mostBytes);
  expect(width).toBeLessThan(mostWidth);
  // Drawn, and then made smaller several times, beside browsers on two cores.
}, 120_000);

it('lets white shine through where a PNG is clear', async () => {
  const clear = await new Jimp({ width: 40, height: 40, color: 0x00000000 }).getBuffer('image/png');
  const { jpeg } = await copyOf(clear);
  expect((await Jimp.fromBuffer(jpeg)).getPixelColor(20, 20) >>> 8).toBeGreaterThan(0xf8f8f8);
});

it.each([
  ['a text', Buffer.from('anh.jpg'), 'type'],
  ['a bomb', aPng({ width: 60_000, height: 60_000 }), 'size'],
  ['a PNG cut off in its rows', aPng({ width: 100, height: 100 }).subarray(0, 45), 'broken'],
  ['a JPEG of nothing but a header', Buffer.from('ffd8ffc0000b080010001001011100ffd9', 'hex'), 'broken'],
])('refuses %s', async (_, photo, why) => {
  expect(await shrinkPhoto(photo)).toEqual({ ok: false, why });
});

it('decodes a PNG that unpacks to far more than it says without taking the memory for it', async () => {
  const bomb = aPng({ width: 100, height: 100, unpacked: 400_000_000 });
  const before = process.memoryUsage().arrayBuffers;
  await shrinkPhoto(bomb);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
});
