/** The demo as a process of its own: started on a folder, watched by how much it has written, killed in the middle. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { createRandom } from '../../infra/local/samples/random.ts';

const demo = fileURLToPath(new URL('../../infra/local/demo.ts', import.meta.url));

/** The smallest cast that still has a late list, a returned row, a list sent back and one taken off the page. */
const cast = ['--store', 'embedded', '--units', '3'];

export interface Ended {
  code: number | null;
  wasKilled: boolean;
  output: string;
}

export type KillPoint =
  /** So long after the start: strikes while servers start and workbooks are made. */
  | { kind: 'time'; milliseconds: number }
  /** When so much has been written, and then so much later: strikes between and during writes, whatever the machine's speed. */
  | { kind: 'progress'; writes: number; thenMilliseconds: number }
  /** When the trial's clock has come to that moment, and so much later; for a year, in which every day has its work. */
  | { kind: 'date'; at: Date; thenMilliseconds: number };

/** One kill by the clock at the start of every other run; the others spread over all that an untouched run writes. */
export function killPoints(seed: number, writes: number, kills: number): KillPoint[] {
  const random = createRandom('kill', seed);
  const early: KillPoint[] = seed % 2 === 0 ? [{ kind: 'time', milliseconds: random.int(100, 2500) }] : [];
  const later = Array.from({ length: kills - early.length }, () => random.int(1, Math.floor(writes * 0.9)))
    .sort((one, other) => one - other)
    .map((at): KillPoint => ({ kind: 'progress', writes: at, thenMilliseconds: random.int(0, 25) }));
  return [...early, ...later];
}

/** Days of the half year in which most is due, in order. */
export function killDays(seed: number, year: number, kills: number): KillPoint[] {
  const random = createRandom('kill days', seed);
  const first = Date.UTC(year - 1, 11, 17);
  return Array.from({ length: kills }, () => random.int(0, 120))
    .sort((one, other) => one - other)
    .map((day) => ({
      kind: 'date',
      at: new Date(first + day * 86_400_000),
      thenMilliseconds: random.int(0, 300),
    }));
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs the demo on a folder until it ends by itself or the point comes. */
export async function runDemo(
  folder: string,
  point?: KillPoint,
  flags: readonly string[] = [],
): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', demo, '--data', folder, ...cast, ...flags],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, TZ: 'UTC' },
    },
  );
  let output = '';
  child.stdout.on('data', (text: Buffer) => {
    output += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    output += text.toString();
  });
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, wasKilled: signal === 'SIGKILL', output })),
  );
  if (point) await killAt(child, folder, point);
  return ended;
}

async function killAt(child: ChildProcess, folder: string, point: KillPoint): Promise<void> {
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  if (point.kind === 'time') await pause(point.milliseconds);
  else {
    const watch = point.kind === 'date' ? watchClock(folder) : watchWrites(folder);
    const mark = point.kind === 'date' ? point.at.getTime() : point.writes;
    while (isRunning() && watch.value() < mark) await pause(2);
    // Gone before the kill, so that the next process meets the files as a dead machine leaves them.
    watch.close();
    await pause(point.thenMilliseconds);
  }
  child.kill('SIGKILL');
}

/** Commits of the store, changes of spreadsheets and mails: a number that grows all through the demo and outlives a kill. */
export function countWrites(folder: string): number {
  const watch = watchWrites(folder);
  const writes = watch.value();
  watch.close();
  return writes;
}

interface Watch {
  value(): number;
  close(): void;
}

/** Milliseconds since 1970 by the trial's clock: the real one plus what is kept. */
function watchClock(folder: string): Watch {
  const offset = lazyNumber(
    join(folder, 'workspace.db'),
    "SELECT json_extract(value, '$.milliseconds') AS number FROM t_clock WHERE key = 'offset'",
  );
  return { value: () => Date.now() + (offset.read() || Number.NEGATIVE_INFINITY), close: offset.close };
}

function watchWrites(folder: string): Watch {
  const store = lazyNumber(join(folder, 'firestore.db'), 'SELECT version AS number FROM counter');
  const changes = lazyNumber(
    join(folder, 'workspace.db'),
    "SELECT value AS number FROM t_driveCounters WHERE key = 'change'",
  );
  const mails = lazyNumber(
    join(folder, 'workspace.db'),
    "SELECT value AS number FROM t_mailCounters WHERE key = 'mail'",
  );
  const all = [store, changes, mails];
  return {
    value: () => all.reduce((sum, one) => sum + one.read(), 0),
    close: () => all.forEach((one) => void one.close()),
  };
}

/** 0 while the file or the table is not there yet. */
function lazyNumber(file: string, sql: string): { read(): number; close(): void } {
  let database: DatabaseSync | undefined;
  return {
    read() {
      try {
        if (!existsSync(file)) return 0;
        database ??= new DatabaseSync(file, { readOnly: true });
        return Number(database.prepare(sql).get()?.number ?? 0);
      } catch {
        return 0;
      }
    },
    close: () => database?.close(),
  };
}
