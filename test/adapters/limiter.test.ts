/** The limiter keeps every window of a minute under the quota, and people do not wait behind a full scan. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createLimiter,
  type Limits,
  type Priority,
  priorities,
  sheetsLimits,
} from '../../functions/adapters/limiter.ts';

/** Virtual time: events in order, microtasks drained between them. */
function createWorld() {
  let now = 0;
  const events: { at: number; run: () => void }[] = [];
  const at = (time: number, run: () => void) => {
    const index = events.findIndex((event) => event.at > time);
    events.splice(index < 0 ? events.length : index, 0, { at: time, run });
  };
  const timer = { now: () => now, after: (ms: number, run: () => void) => at(now + ms, run) };
  const settle = async () => {
    for (let i = 0; i < 12; i += 1) await Promise.resolve();
  };
  const runAll = async () => {
    await settle();
    for (let event = events.shift(); event; event = events.shift()) {
      now = event.at;
      event.run();
      await settle();
    }
  };
  const pass = (ms: number) => new Promise<void>((done) => timer.after(ms, done));
  return { timer, at, runAll, pass, now: () => now };
}

interface Done {
  arrived: number;
  started: number;
  ended: number;
  identity: string;
  priority: Priority;
}

type Job = { at: number; takes: number; identity: string; priority: Priority; kind?: 'read' | 'write' };

async function play(limits: Limits, jobs: Job[]): Promise<Done[]> {
  const world = createWorld();
  const limiter = createLimiter(limits, world.timer);
  const done: Done[] = [];
  for (const { at, takes, identity, priority, kind = 'read' } of jobs) {
    world.at(at, () => {
      void limiter.run({ kind, identity, priority }, async () => {
        const started = world.now();
        await world.pass(takes);
        done.push({ arrived: at, started, ended: world.now(), identity, priority });
      });
    });
  }
  await world.runAll();
  return done;
}

/** Google counts a call at some moment between start and end: the worst window is checked, not the likely one. */
function mostInAMinute(calls: Done[]): number {
  const starts = calls.map((call) => call.started).sort((a, b) => a - b);
  const ends = calls.map((call) => call.ended).sort((a, b) => a - b);
  // At the start of a call, those started up to now and not answered for a minute may share a window with it.
  return Math.max(
    0,
    ...starts.map((start, index) => index + 1 - ends.filter((end) => end <= start - 60_000).length),
  );
}

const job = fc.record({
  at: fc.integer({ min: 0, max: 150_000 }),
  takes: fc.integer({ min: 1, max: 60_000 }),
  identity: fc.constantFrom('a', 'b', 'c'),
  priority: fc.constantFrom(...priorities),
});

test('no minute holds more calls than the quota, per identity and per project, however slow the answers', async () => {
  const limits: Limits = { identity: { perMinute: 6, reserve: 2 }, project: { perMinute: 11, reserve: 3 } };
  await fc.assert(
    fc.asyncProperty(fc.array(job, { maxLength: 60 }), async (jobs) => {
      const done = await play(limits, jobs);
      expect(done).toHaveLength(jobs.length);
      expect(mostInAMinute(done)).toBeLessThanOrEqual(11);
      for (const identity of ['a', 'b', 'c']) {
        expect(mostInAMinute(done.filter((call) => call.identity === identity))).toBeLessThanOrEqual(6);
      }
    }),
    { numRuns: 150 },
  );
});

test('a submission waits at most two seconds while a full scan uses the whole quota', async () => {
  const scan = Array.from(
    { length: 300 },
    (_, i): Job => ({ at: i, takes: 1_100, identity: 'a', priority: 'scan' }),
  );
  const submits = Array.from(
    { length: 20 },
    (_, i): Job => ({ at: 20_000 + i * 7_000, takes: 1_100, identity: 'a', priority: 'submit' }),
  );
  const done = await play(sheetsLimits, [...scan, ...submits]);
  const waits = done.filter((call) => call.priority === 'submit').map((call) => call.started - call.arrived);
  expect(waits).toHaveLength(20);
  expect(Math.max(...waits)).toBeLessThanOrEqual(2_000);
});

test('a full scan over five identities stays within 1.15 times the quota floor', async () => {
  const scan = Array.from(
    { length: 1_500 },
    (_, i): Job => ({ at: 0, takes: 1_100, identity: `robot${i % 5}`, priority: 'scan' }),
  );
  const done = await play(sheetsLimits, scan);
  const floor = (1_500 / 300) * 60_000;
  expect(Math.max(...done.map((call) => call.ended))).toBeLessThanOrEqual(floor * 1.15);
});

test('the more urgent goes first, and equals go in order', async () => {
  const limits: Limits = { identity: { perMinute: 2, reserve: 1 }, project: { perMinute: 2, reserve: 1 } };
  const order: Priority[] = ['scan', 'sweep', 'submit', 'push', 'submit'];
  const jobs = order.map((priority, at): Job => ({ at: at + 10, takes: 1, identity: 'a', priority }));
  const filler: Job = { at: 0, takes: 5_000, identity: 'a', priority: 'submit' };
  const done = await play(limits, [filler, { ...filler, at: 1 }, ...jobs]);
  expect(done.slice(2).map((call) => call.priority)).toEqual(['submit', 'submit', 'push', 'sweep', 'scan']);
});

test('reads and writes count apart', async () => {
  const limits: Limits = { identity: { perMinute: 2, reserve: 1 }, project: { perMinute: 2, reserve: 1 } };
  const jobs = (['read', 'read', 'write', 'write'] as const).map(
    (kind): Job => ({ at: 0, takes: 1, identity: 'a', priority: 'submit', kind }),
  );
  expect((await play(limits, jobs)).map((call) => call.started)).toEqual([0, 0, 0, 0]);
});

test('a call that fails gives its place back a minute later, like any other', async () => {
  const world = createWorld();
  const limits: Limits = { identity: { perMinute: 2, reserve: 1 }, project: { perMinute: 2, reserve: 1 } };
  const limiter = createLimiter(limits, world.timer);
  const started: number[] = [];
  const failures: unknown[] = [];
  for (let i = 0; i < 3; i += 1) {
    limiter
      .run({ kind: 'write', identity: 'a', priority: 'submit' }, async () => {
        started.push(world.now());
        throw new Error('no');
      })
      .catch((error) => failures.push(error));
  }
  await world.runAll();
  expect(failures).toHaveLength(3);
  expect(started).toEqual([0, 0, 60_000]);
});

test('a reserve as large as the quota is refused at start-up', () => {
  const limit = { perMinute: 5, reserve: 5 };
  expect(() => createLimiter({ identity: limit, project: limit })).toThrow('reserve');
});
