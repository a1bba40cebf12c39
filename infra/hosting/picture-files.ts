/** The guide's pictures as files: which are there and how large each is, read from the files themselves. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What Hosting serves as it lies here, before any address goes to the function. */
export const hostingFolder = fileURLToPath(new URL('.', import.meta.url));

export const pictureFolder = join(hostingFolder, 'huong-dan');

export interface PictureSize {
  width: number;
  height: number;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Every PNG begins with its signature and the chunk IHDR, which begins with width and height. */
export function readPngSize(file: Buffer): PictureSize {
  const isPng =
    file.length >= 24 && file.subarray(0, 8).equals(signature) && file.toString('latin1', 12, 16) === 'IHDR';
  if (!isPng) throw new Error('not a PNG');
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** By name without ".png", in the order of the names; empty while there are none. */
export async function readPictureSizes(folder = pictureFolder): Promise<Record<string, PictureSize>> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const sizes: Record<string, PictureSize> = {};
  for (const file of files.filter((name) => name.endsWith('.png')).sort())
    sizes[file.slice(0, -'.png'.length)] = readPngSize(await readFile(join(folder, file)));
  return sizes;
}
