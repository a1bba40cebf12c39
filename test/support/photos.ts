/** Photos as cameras write them, made on the spot: four colours in the corners, turned, with notes of the place. */
import { crc32, deflateSync } from 'node:zlib';
import { Jimp } from 'jimp';

/** Red, green, blue and white: upper left, upper right, lower left, lower right. */
export const corners = [0xc02020ff, 0x20a020ff, 0x2020c0ff, 0xf0f0f0ff] as const;

export async function aPicture(
  width: number,
  height: number,
  type: 'image/jpeg' | 'image/png' = 'image/jpeg',
): Promise<Buffer> {
  const image = new Jimp({ width, height, color: corners[3] });
  image.scan((x, y, index) => {
    const corner = (y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1);
    image.bitmap.data.writeUInt32BE(corners[corner] as number, index);
  });
  return type === 'image/png' ? image.getBuffer('image/png') : image.getBuffer('image/jpeg', { quality: 90 });
}

/** Nothing compresses it well. */
export async function aNoisyPicture(width: number, height: number): Promise<Buffer> {
  const image = new Jimp({ width, height });
  let state = 113;
  for (let index = 0; index < image.bitmap.data.length; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    image.bitmap.data[index] = index % 4 === 3 ? 255 : state >>> 24;
  }
  return image.getBuffer('image/jpeg', { quality: 90 });
}

export const place = 'Nha rieng, ap 5';

/** The camera's notes: orientation, a description, and where it was taken (9°15'N 105°45'E). */
export function withNotes(jpeg: Buffer, orientation = 1): Buffer {
  const text = Buffer.from(`${place}\0`, 'latin1');
  const entry = (tag: number, type: number, count: number, value: number | Buffer): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (typeof value !== 'number') value.copy(bytes, 8);
    else if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const directory = (...entries: Buffer[]): Buffer =>
    Buffer.concat([Buffer.from([0, entries.length]), ...entries, Buffer.alloc(4)]);
  const rationals = (...values: number[]): Buffer => {
    const bytes = Buffer.alloc(values.length * 8);
    values.forEach((value, index) => {
      bytes.writeUInt32BE(value, index * 8);
      bytes.writeUInt32BE(1, index * 8 + 4);
    });
    return bytes;
  };
  const header = Buffer.from('MM\0*\0\0\0\x08', 'latin1');
  const textAt = 8 + 2 + 3 * 12 + 4;
  const gpsAt = textAt + text.length + (text.length % 2);
  const numbersAt = gpsAt + 2 + 4 * 12 + 4;
  const tiff = Buffer.concat([
    header,
    directory(
      entry(0x010e, 2, text.length, textAt),
      entry(0x0112, 3, 1, orientation),
      entry(0x8825, 4, 1, gpsAt),
    ),
    text,
    Buffer.alloc(text.length % 2),
    directory(
      entry(1, 2, 2, Buffer.from('N\0')),
      entry(2, 5, 3, numbersAt),
      entry(3, 2, 2, Buffer.from('E\0')),
      entry(4, 5, 3, numbersAt + 24),
    ),
    rationals(9, 15, 0),
    rationals(105, 45, 0),
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const marker = Buffer.from([0xff, 0xe1, 0, 0]);
  marker.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), marker, body, jpeg.subarray(2)]);
}

/** A PNG whose header says what it likes; the rows behind it are empty. */
export function aPng({
  width,
  height,
  interlaced = false,
  unpacked = 1000,
}: {
  width: number;
  height: number;
  interlaced?: boolean;
  unpacked?: number;
}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, interlaced ? 1 : 0], 8);
  const chunk = (name: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const frame = Buffer.alloc(named.length + 8);
    frame.writeUInt32BE(data.length, 0);
    named.copy(frame, 4);
    frame.writeUInt32BE(crc32(named), named.length + 4);
    return frame;
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(unpacked))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
