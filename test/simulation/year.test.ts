/**
 * A year by the clock, killed at random and with mail calls that fail. Its process ends with 0 only when every mail is the
 * one that the calendar asks for, worked out apart; run fully, its table is also that of an untouched year, line by line.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { killDays, runDemo } from './demo-process.ts';

/** Fully: RUNS=10 vitest run test/simulation/year.test.ts; one seed again: RUNS=1 SEED=17 …; more kills: KILLS=30 … */
const runs = Number(process.env.RUNS ?? 1);
const isFull = process.env.RUNS !== undefined;
const firstSeed = Number(process.env.SEED ?? 1);
const seeds = Array.from({ length: runs }, (_, index) => firstSeed + index);
const kills = Number(process.env.KILLS ?? (isFull ? 5 : 2));

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guong-sang-year-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** From the table's head to its last line. */
const tableOf = (output: string): string => /^Loại {2,}Tháng[\s\S]*?^Cộng.*$/m.exec(output)?.[0] ?? output;

let untouched: Promise<string> | undefined;

async function untouchedTable(): Promise<string> {
  const { code, output } = await runDemo(newFolder(), undefined, ['--year']);
  expect(code, output).toBe(0);
  return tableOf(output);
}

it.each(seeds)(
  'owes, sends and loses nothing that the calendar does not say, after kills and failing mail calls, seed %i',
  async (seed) => {
    const folder = newFolder();
    let killed = 0;
    let said = '';
    for (const day of killDays(seed, 2025, kills)) {
      const ended = await runDemo(folder, day, ['--year', '--faults']);
      if (!ended.wasKilled) expect(ended.code, ended.output).toBe(0);
      killed += ended.wasKilled ? 1 : 0;
      said += ended.output;
    }
    const last = await runDemo(folder, undefined, ['--year', '--faults']);
    expect(last.code, last.output).toBe(0);
    expect(tableOf(last.output)).toContain('Nhắc hạn (người lập)');
    expect(said + last.output).toContain('lệnh gọi thư bị lỗi theo lệnh');
    expect(killed).toBe(kills);
    if (!isFull) return;
    untouched ??= untouchedTable();
    expect(tableOf(last.output)).toBe(await untouched);
  },
  900_000,
);
