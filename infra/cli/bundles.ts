/** The bundles for the cloud: what is in each, what may not be, and the package beside it that says how it is started. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

export interface Bundle {
  name: string;
  entry: string;
  file: string;
  /** Packages and folders that must not be in it. */
  without: readonly RegExp[];
  /** How it is started without the functions framework; buildpacks read it from the Procfile. */
  command?: string;
}

/** The sub-paths are what is wanted; the index brings every API of Google's. */
const wholeGoogleapis = /node_modules\/googleapis\/build\/src\/(index|apis\/index)\.js$/;

export const mainBundle: Bundle = {
  name: 'guong-sang-functions',
  entry: 'functions/index.ts',
  file: 'dist/functions/index.cjs',
  without: [wholeGoogleapis],
};

/** For 256 MiB: left alone, V8 lets its heap grow by 100 MiB before it looks for garbage. */
export const smallHeap = ['--max-semi-space-size=8', '--max-old-space-size=80'];

/** Only what a page is made of: an SDK, a mail library, a schema library or a time library is a slower first page. */
export const listingBundle: Bundle = {
  name: 'guong-sang-listing',
  entry: 'functions/listing-entry.ts',
  file: 'dist/listing/index.cjs',
  command: `node ${smallHeap.join(' ')} index.cjs --serve`,
  without: [
    /node_modules\/(?!minisearch\/|p-retry\/|is-network-error\/)/,
    /^functions\/(guide|mails|plans)\//,
  ],
};

export interface BuiltBundle {
  bytes: number;
  /** What stands in the file; what was read but left out does not count. */
  inputs: string[];
}

/** With its package.json, by which the framework finds it. Throws, and writes nothing, when something is in the bundle that must not be. */
export async function buildBundle({ name, entry, file, without, command }: Bundle): Promise<BuiltBundle> {
  const { metafile, outputFiles } = await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    charset: 'utf8',
    legalComments: 'linked',
    logLevel: 'warning',
    metafile: true,
    write: false,
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : [])),
  );
  const wrong = inputs.filter((input) => without.some((pattern) => pattern.test(input)));
  if (wrong.length > 0) throw new Error(`${file} must do without: ${wrong.join(', ')}`);
  await mkdir(dirname(file), { recursive: true });
  for (const { path, contents } of outputFiles) await writeFile(path, contents);
  const { engines } = JSON.parse(await readFile('package.json', 'utf8')) as { engines: object };
  const manifest = { name, main: basename(file), engines };
  await writeFile(join(dirname(file), 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  if (command !== undefined) await writeFile(join(dirname(file), 'Procfile'), `web: ${command}\n`);
  const bytes = outputFiles.find(({ path }) => path.endsWith('.cjs'))?.contents.length ?? 0;
  return { bytes, inputs };
}
