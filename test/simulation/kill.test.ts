/** Kills the demo again and again, anywhere, and shows that what it leaves in the end is what an untouched run leaves. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countWrites, killPoints, runDemo } from './demo-process.ts';
import { differences, type FinalState, readFinalState } from './final-state.ts';

/** More kills by hand: RUNS=50 vitest run test/simulation/kill.test.ts; one seed again: RUNS=1 SEED=17 … */
const runs = Number(process.env.RUNS ?? 1);
const firstSeed = Number(process.env.SEED ?? 2);
const seeds = Array.from({ length: runs }, (_, index) => firstSeed + index);
const killsPerRun = process.env.RUNS === undefined ? 3 : 4;

const perRun = 300_000;

let folders: string[] = [];
let untouched: { state: FinalState; writes: number };

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guong-sang-kill-'));
  folders.push(folder);
  return folder;
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
    for (const point of killPoints(seed, untouched.writes, killsPerRun)) {
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
