/** What a cold start pays for loading code: the bundle against the same libraries as they come, each in a fresh process. */
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cloudSettings } from '../support/cloud-settings.ts';
import { digits, inWords, pairRatios, toSpread, toTable } from './measure.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const bundle = fileURLToPath(new URL('../../dist/functions/index.cjs', import.meta.url));
const tries = 5;

const timed = (load: string): string => `
const begun = performance.now();
${load}
const { rss } = process.memoryUsage();
process.stdout.write(JSON.stringify({ ms: performance.now() - begun, megabytes: rss / 2 ** 20 }) + '\\n');
process.exit(0);`;

const programs = {
  ours: timed(`const { createRequire } = await import('node:module');
createRequire(import.meta.url)(${JSON.stringify(bundle)});`),
  usual: timed(`await import('googleapis'); await import('firebase-admin');
await import('firebase-admin/firestore'); await import('zod');`),
};

interface Loaded {
  ms: number;
  megabytes: number;
}

async function load(program: string): Promise<Loaded> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    env: { PATH: process.env.PATH, ...cloudSettings },
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) as string) as Loaded;
}

export async function benchImports(): Promise<string> {
  await run(process.execPath, ['infra/cli/build.ts'], { cwd: root });
  const ours: Loaded[] = [];
  const usual: Loaded[] = [];
  // The first pair fills the file cache of the machine and is not counted.
  for (let turn = 0; turn <= tries; turn += 1) {
    const [one, other] = [await load(programs.ours), await load(programs.usual)];
    if (turn > 0) {
      ours.push(one);
      usual.push(other);
    }
  }
  const line = (name: string, loaded: readonly Loaded[]): string[] => [
    name,
    inWords(toSpread(loaded.map(({ ms }) => ms))),
    inWords(toSpread(loaded.map(({ megabytes }) => megabytes))),
  ];
  const table = toTable(
    ['loading the code, fresh process', 'ms', 'MiB resident'],
    [
      line(`bundle, ${digits(statSync(bundle).size / 2 ** 20)} MiB, all functions registered`, ours),
      line('googleapis whole + firebase-admin + zod', usual),
    ],
  );
  const times = { one: usual.map(({ ms }) => ms), other: ours.map(({ ms }) => ms) };
  const ratio = toSpread(times.one).median / toSpread(times.other).median;
  const pairs = pairRatios(times);
  return `${table}\n  the bundle loads ${digits(ratio)} times as fast (ratio of medians; pairs ${digits(pairs.least)}–${digits(pairs.most)}; ${tries} pairs, file cache warm)`;
}
