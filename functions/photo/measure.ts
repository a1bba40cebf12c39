/** What a photo's first bytes say of it, so that one made to fill the memory is refused before anything is decoded. */
import { readJpegHead } from './jpeg-segments.ts';

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
  /** As EXIF counts it: 1 is upright, above 4 lies on its side. */
  orientation: number;
}

/** A camera of today makes 24 million; each takes some 40 bytes while it is decoded. */
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
  return { width: photo.readUInt32BE(16), height: photo.readUInt32BE(20), orientation: 1 };
}

function measureJpeg(photo: Buffer): Measured | PhotoFault {
  if (countScans(photo) > mostScans) return 'type';
  return readJpegHead(photo) ?? 'broken';
}

function countScans(photo: Buffer): number {
  let count = 0;
  for (let at = photo.indexOf('ffda', 0, 'hex'); at >= 0; at = photo.indexOf('ffda', at + 2, 'hex'))
    count += 1;
  return count;
}
