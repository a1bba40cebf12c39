/** Turns a picture upright by what EXIF calls its orientation; done when it is small, pixel by pixel. */

export interface Bitmap {
  width: number;
  height: number;
  /** Four bytes a pixel. */
  data: Buffer;
}

/** For a point of the upright picture, the point of the stored one (exif.org, tag 0x0112). */
const sources: Record<
  number,
  (x: number, y: number, right: number, bottom: number) => [x: number, y: number]
> = {
  2: (x, y, right) => [right - x, y],
  3: (x, y, right, bottom) => [right - x, bottom - y],
  4: (x, y, _right, bottom) => [x, bottom - y],
  5: (x, y) => [y, x],
  6: (x, y, _right, bottom) => [y, bottom - x],
  7: (x, y, right, bottom) => [right - y, bottom - x],
  8: (x, y, right) => [right - y, x],
};

export const liesOnItsSide = (orientation: number): boolean => orientation > 4;

export function turnUpright(stored: Bitmap, orientation: number): Bitmap {
  const sourceOf = sources[orientation];
  if (!sourceOf) return stored;
  const [width, height] = liesOnItsSide(orientation)
    ? [stored.height, stored.width]
    : [stored.width, stored.height];
  const data = Buffer.alloc(stored.data.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [fromX, fromY] = sourceOf(x, y, stored.width - 1, stored.height - 1);
      data.writeUInt32BE(stored.data.readUInt32BE((fromY * stored.width + fromX) * 4), (y * width + x) * 4);
    }
  return { width, height, data };
}
