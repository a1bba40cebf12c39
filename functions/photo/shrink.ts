/**
 * A photo from a camera → the copy that the public page shows: upright, small, and without anything but the picture, above
 * all without the place where it was taken.
 */
import { withoutNotes } from './jpeg-segments.ts';
import { measurePhoto, mostPixels, type PhotoFault } from './measure.ts';
import { liesOnItsSide, turnUpright } from './turn.ts';

export type Shrunk =
  | { ok: true; jpeg: Buffer; width: number; height: number }
  | { ok: false; why: PhotoFault };

export const mostWidth = 960;
const mostHeight = 1280;
export const mostBytes = 120_000;
const qualities = [80, 70, 60, 50, 40] as const;
/** Below this width nothing is made smaller: it is far under the bytes already. */
const leastWidth = 160;

/** Second wall behind measurePhoto: what the JPEG decoder itself may take. */
const decoderLimits = { maxResolutionInMP: mostPixels / 1_000_000, maxMemoryUsageInMB: 512 };

export async function shrinkPhoto(photo: Buffer): Promise<Shrunk> {
  const measured = measurePhoto(photo);
  if (typeof measured === 'string') return { ok: false, why: measured };
  // Only here: no other function pays for the library at its cold start.
  const { Jimp } = await import('jimp');
  const { orientation } = measured;
  const fit = liesOnItsSide(orientation) ? { w: mostHeight, h: mostWidth } : { w: mostWidth, h: mostHeight };
  const decode = async () => {
    const decoded = await Jimp.fromBuffer(withoutNotes(photo), { 'image/jpeg': decoderLimits });
    return decoded.width > fit.w || decoded.height > fit.h ? decoded.scaleToFit(fit) : decoded;
  };
  const decoded = await decode().catch(() => undefined);
  if (!decoded) return { ok: false, why: 'broken' };
  const upright = new Jimp(turnUpright(decoded.bitmap, orientation));
  // A new picture of pixels alone, on white where the photo is clear.
  const { width, height } = upright;
  const copy = new Jimp({ width, height, color: 0xffffffff }).composite(upright, 0, 0);
  for (;;) {
    for (const quality of qualities) {
      const jpeg = await copy.getBuffer('image/jpeg', { quality });
      if (jpeg.length <= mostBytes || copy.width < leastWidth)
        return { ok: true, jpeg, width: copy.width, height: copy.height };
    }
    copy.scale(0.75);
  }
}
