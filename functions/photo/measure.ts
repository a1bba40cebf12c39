/** What a photo's first bytes say of it, so that one made to fill the memory is refused before anything is decoded. */

export type PhotoFault =
  /** Neither JPEG nor PNG, or a kind of them that cannot be decoded within bounds. */
  | 'type'
  /** Too many bytes or too many pixels. */
  | 'size'
  /** Says that it is a photo and cannot be decoded. */
  | 'broken';

export const photoTypes: readonly string[] = ['image/jpeg', 'image/png'];

/** What is read from Drive at all. */
export const mostPhotoBytes = 15_000_000;

export interface Measured {
  width: number;
  height: number;
}

/** A camera of today makes 24 million; each takes some 16 bytes while it is decoded. */
export const mostPixels = 25_000_000;

/** Each scan of a JPEG goes over the whole picture: cameras write ten at the most. */
const mostScans = 50;

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The bytes decide, not the name or what the sender calls them. */
export function measurePhoto(photo: Buffer): Measured | PhotoFault {
  const isPng = photo.subarray(0, 8).equals(pngSignature);
  const isJpeg = photo.length > 3 && photo.readUIntBE(0, 3) === 0xffd8ff;
  if (!isPng && !isJpeg) return 'type';
  const found = isPng ? measurePng(photo) : measureJpeg(photo);
  if (typeof found === 'string') return found;
  if (found.width < 1 || found.height < 1) return 'broken';
  return found.width * found.height > mostPixels ? 'size' : found;
}

function measurePng(photo: Buffer): Measured | PhotoFault {
  if (photo.length < 33 || photo.toString('latin1', 12, 16) !== 'IHDR') return 'broken';
  // The decoder unpacks an interlaced picture whole, however much that is.
  if (photo.readUInt8(28) !== 0) return 'type';
  return { width: photo.readUInt32BE(16), height: photo.readUInt32BE(20) };
}

function measureJpeg(photo: Buffer): Measured | PhotoFault {
  if (countScans(photo) > mostScans) return 'type';
  for (let at = 2; at + 9 < photo.length; ) {
    if (photo.readUInt8(at) !== 0xff) return 'broken';
    const marker = photo.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return { height: photo.readUInt16BE(at + 5), width: photo.readUInt16BE(at + 7) };
    if (marker === startOfScan) return 'broken';
    at += 2 + photo.readUInt16BE(at + 2);
  }
  return 'broken';
}

const startOfScan = 0xda;

/** C0–CF without the three that are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function countScans(photo: Buffer): number {
  let count = 0;
  for (let at = photo.indexOf('ffda', 0, 'hex'); at >= 0; at = photo.indexOf('ffda', at + 2, 'hex'))
    count += 1;
  return count;
}
