/** Bundles the add-on into the one script that Apps Script runs, beside its sidebar and manifest. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The only names that become global: every one of them can be called from the sidebar's page. */
export const addonFunctions = [
  'onOpen',
  'onEdit',
  'checkNow',
  'sendNow',
  'showProblems',
  'giveIds',
  'showGuide',
  'selfTest',
  'fetchDossiers',
  'showComparison',
  'showHold',
  'recordDecisions',
  'openWithdrawal',
  'recordAnswers',
  'readPanel',
  'goToCell',
  'sendList',
  'readComparison',
  'readHold',
  'sendHold',
  'readWithdrawal',
  'withdrawStory',
] as const;

/** What is pushed, and nothing else. */
export const addonFiles = [
  'Code.js',
  'sidebar.html',
  'compare.html',
  'hold.html',
  'withdraw.html',
  'appsscript.json',
] as const;

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = join(root, 'sheets-addon');

const entryPoint = (name: string): string =>
  `function ${name}() { return __addon.${name}.apply(null, arguments); }`;

/** Answers the size of the script in bytes. */
export async function buildAddon(folder = join(root, 'dist/addon')): Promise<number> {
  await mkdir(folder, { recursive: true });
  const result = await build({
    absWorkingDir: root,
    entryPoints: [join(sources, 'main.ts')],
    outfile: join(folder, 'Code.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: '__addon',
    // Newer targets keep private and static fields, which Apps Script cannot parse.
    target: 'es2019',
    platform: 'neutral',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    footer: { js: addonFunctions.map(entryPoint).join('\n') },
    metafile: true,
  });
  // The project's own id is in no repository; without it the folder can be built, but not pushed.
  const copied = [
    'sidebar.html',
    'compare.html',
    'hold.html',
    'withdraw.html',
    'appsscript.json',
    '.claspignore',
  ];
  await Promise.all(copied.map((name) => copyFile(join(sources, name), join(folder, name))));
  if (existsSync(join(sources, '.clasp.json')))
    await copyFile(join(sources, '.clasp.json'), join(folder, '.clasp.json'));
  return Object.values(result.metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0);
}

if (import.meta.main) {
  const bytes = await buildAddon();
  process.stdout.write(`dist/addon/Code.js: ${Math.round(bytes / 1024)} KiB\n`);
}
