/** Kills the demo again and again, anywhere, and shows that what it leaves in the end is what an untouched run leaves. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandom } from '../../infra/local/samples/random.ts';
import { countWrites, type KillPoint, runDemo } from './demo-process.ts';
import { differences, type FinalState, readFinalState } from './final-state.ts';

/** More by hand: RUNS=50 vitest run test/simulation/kill.test.ts; one seed again: RUNS=1 SEED=17 … */
const runs = Number(process.env.RUNS ?? 2);
const firstSeed = Number(process.env.SEED ?? 1);
const seeds = Array.from({ length: runs }, (_, index) => firstSeed + index);
const killsPerRun = 4;

const perRun = 300_000;

let folders: string[] = [];
let untouched: { state: FinalState; writes: number };

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guong-sang-kill-'));
  folders.push(folder);
  return folder;
}

/** One kill by the clock at the start of every other run; the others spread over all that an untouched run writes. */
function killPoints(seed: number, writes: number): KillPoint[] {
  const random = createRandom('kill', seed);
  const early: KillPoint[] = seed % 2 === 0 ? [{ kind: 'time', milliseconds: random.int(100, 2500) }] : [];
  const later = Array.from({ length: killsPerRun - early.length }, () =>
    random.int(1, Math.floor(writes * 0.9)),
  )
    .sort((one, other) => one - other)
    .map((at): KillPoint => ({ kind: 'progress', writes: at, thenMilliseconds: random.int(0, 25) }));
  return [...early, ...later];
}

beforeAll(async () => {
  const folder = newFolder();
  const ended = await runDemo(folder);
  expect(ended.code, ended.output).toBe(0);
  untouched = { state: await readFinalState(folder), writes: countWrites(folder) };
}, perRun);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders = [];
});

it('ends with every mail sent and no work owed when nobody kills it', () => {
  const { state } = untouched;
  expect(state.leftovers).toEqual([]);
  expect(state.outbox.filter((mail) => !mail.endsWith('| sent'))).toEqual([]);
  expect(state.mails).toHaveLength(state.outbox.length);
});

it.each(seeds)(
  'ends in the same state after kills, seed %i',
  async (seed) => {
    const folder = newFolder();
    let killed = 0;
    for (const point of killPoints(seed, untouched.writes)) {
      const ended = await runDemo(folder, point);
      if (!ended.wasKilled) expect(ended.code, ended.output).toBe(0);
      killed += ended.wasKilled ? 1 : 0;
    }
    const last = await runDemo(folder);
    expect(last.code, last.output).toBe(0);
    expect(differences(untouched.state, await readFinalState(folder))).toEqual([]);
    expect(killed).toBeGreaterThanOrEqual(killsPerRun - 1);
  },
  perRun,
);
