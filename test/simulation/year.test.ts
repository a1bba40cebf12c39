/** A year by the clock, killed at random and with mail calls that fail: its mails are those of an untouched year, one by one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { countWrites, killPoints, runDemo } from './demo-process.ts';

/** Other places: SEED=17 vitest run test/simulation/year.test.ts; more kills: KILLS=30 … */
const seed = Number(process.env.SEED ?? 1);
const kills = Number(process.env.KILLS ?? 3);

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

it('gives the same table, nothing twice and nothing lost, after kills and failing mail calls', async () => {
  const quiet = newFolder();
  const untouched = await runDemo(quiet, undefined, ['--year']);
  expect(untouched.code, untouched.output).toBe(0);
  expect(tableOf(untouched.output)).toContain('Nhắc hạn (người lập)');

  const folder = newFolder();
  let killed = 0;
  let said = '';
  for (const point of killPoints(seed, countWrites(quiet), kills)) {
    const ended = await runDemo(folder, point, ['--year', '--faults']);
    if (!ended.wasKilled) expect(ended.code, ended.output).toBe(0);
    killed += ended.wasKilled ? 1 : 0;
    said += ended.output;
  }
  const last = await runDemo(folder, undefined, ['--year', '--faults']);
  expect(last.code, last.output).toBe(0);
  expect(tableOf(last.output)).toBe(tableOf(untouched.output));
  expect(said + last.output).toContain('lệnh gọi thư bị lỗi theo lệnh');
  expect(killed).toBeGreaterThanOrEqual(kills - 1);
}, 600_000);
