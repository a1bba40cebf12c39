/**
 * Makes a folder and those above it, one at a time: Node's own way of making several never ends where the system denies
 * that the parent is there (/proc).
 */
import { mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Answers what it made, outermost first; when it cannot, nothing is left. */
export async function makeFolder(folder: string): Promise<string[]> {
  const path = resolve(folder);
  if (await isFolder(path)) return [];
  const parent = dirname(path);
  const above = parent === path ? [] : await makeFolder(parent);
  try {
    await mkdir(path);
  } catch (error) {
    // Somebody else made it meanwhile.
    if (await isFolder(path)) return above;
    for (const each of above.toReversed()) await rmdir(each).catch(() => undefined);
    throw error;
  }
  return [...above, path];
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
