/** What stands in a JPEG before the picture itself: its size, how the camera was held, and notes that nobody needs. */

interface Segment {
  marker: number;
  /** Of the marker. */
  start: number;
  /** After the last byte. */
  end: number;
}

export interface JpegHead {
  width: number;
  height: number;
  /** As EXIF counts it: 1 is upright, above 4 lies on its side. */
  orientation: number;
}

const startOfScan = 0xda;
const firstApp = 0xe0;
const exifApp = 0xe1;
/** Adobe's says how the colours are mixed. */
const adobeApp = 0xee;
const lastApp = 0xef;
const comment = 0xfe;

/** Undefined: this is no whole head of a JPEG. */
function readSegments(photo: Buffer): Segment[] | undefined {
  const segments: Segment[] = [];
  for (let at = 2; at + 4 <= photo.length; ) {
    if (photo.readUInt8(at) !== 0xff) return undefined;
    const marker = photo.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + photo.readUInt16BE(at + 2);
    if (end > photo.length || end < at + 4) return undefined;
    segments.push({ marker, start: at, end });
    if (marker === startOfScan) return segments;
    at = end;
  }
  return undefined;
}

/** C0–CF without the three that are tables. */
const isFrame = ({ marker, start, end }: Segment): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker) && end - start >= 9;

export function readJpegHead(photo: Buffer): JpegHead | undefined {
  const segments = readSegments(photo);
  const frame = segments?.find(isFrame);
  if (!segments || !frame) return undefined;
  const orientations = segments
    .filter(({ marker }) => marker === exifApp)
    .map(({ start, end }) => readOrientation(photo.subarray(start + 4, end)));
  return {
    height: photo.readUInt16BE(frame.start + 5),
    width: photo.readUInt16BE(frame.start + 7),
    orientation: orientations.find((one) => one !== undefined) ?? 1,
  };
}

/** From the first directory of the camera's notes. */
function readOrientation(notes: Buffer): number | undefined {
  if (notes.toString('latin1', 0, 6) !== 'Exif\0\0' || notes.length < 14) return undefined;
  const tiff = notes.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return undefined;
  for (let entry = directory + 2, left = short(directory); left > 0; entry += 12, left -= 1) {
    if (entry + 12 > tiff.length) return undefined;
    if (short(entry) !== 0x0112) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/**
 * Without notes the decoder has nothing to turn by, which it would do before the picture is small, and nothing to hand on.
 * What is no JPEG comes back as it is.
 */
export function withoutNotes(photo: Buffer): Buffer {
  const isNote = ({ marker }: Segment): boolean =>
    marker === comment || (marker >= firstApp && marker <= lastApp && marker !== adobeApp);
  const segments = readSegments(photo);
  if (!segments) return photo;
  const kept = segments.filter((one) => !isNote(one)).map(({ start, end }) => photo.subarray(start, end));
  return Buffer.concat([photo.subarray(0, 2), ...kept, photo.subarray(segments.at(-1)?.end ?? 2)]);
}
