/** The add-on built afresh, so that nobody ever runs yesterday's bundle. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addonFiles, buildAddon } from '../../cli/build-addon.ts';

export interface AddonBundle {
  code: string;
  /** HTML files of the project by name without ".html". */
  pages: { sidebar: string; compare: string; hold: string; withdraw: string };
  /** Names in the folder that is pushed. */
  files: string[];
  manifest: { oauthScopes: string[]; timeZone: string };
}

export async function buildBundle(): Promise<AddonBundle> {
  const folder = await mkdtemp(join(tmpdir(), 'guong-sang-addon-'));
  try {
    await buildAddon(folder);
    const [code = '', sidebar = '', compare = '', hold = '', withdraw = '', manifest = ''] =
      await Promise.all(addonFiles.map((name) => readFile(join(folder, name), 'utf8')));
    return {
      code,
      pages: { sidebar, compare, hold, withdraw },
      manifest: JSON.parse(manifest),
      files: await readdir(folder),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
