/** The grid's script and style for the browser, bundled once when first asked for. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Asset {
  body: Uint8Array;
  contentType: string;
  etag: string;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const browser = fileURLToPath(new URL('./browser/', import.meta.url));

const contentTypes: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

let made: Promise<ReadonlyMap<string, Asset>> | undefined;

/** By file name: grid.js, grid.css, script-run.js. */
export function gridAssets(): Promise<ReadonlyMap<string, Asset>> {
  made ??= bundle();
  made.catch(() => {
    made = undefined;
  });
  return made;
}

async function bundle(): Promise<ReadonlyMap<string, Asset>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { grid: `${browser}main.ts`, 'script-run': `${browser}script-run.ts` },
    outdir: 'grid',
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  return new Map(
    outputFiles.map(({ path, contents }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const contentType = contentTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
      const etag = `"${createHash('sha256').update(contents).digest('base64url').slice(0, 22)}"`;
      return [name, { body: contents, contentType, etag }];
    }),
  );
}
