/** Tables and properties of the virtual clock: forward only, kept across restarts, what falls due runs before the answer. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock, parseTime, toLocalIso } from '../../../infra/local/workspace/clock.ts';
import { openStorage } from '../../../infra/local/workspace/storage.ts';
import { startTestWorkspace } from '../../support/workspace.ts';

const start = new Date('2025-01-08T01:00:00Z');

function aClock(realTime = { now: new Date('2026-05-01T00:00:00Z') }, storage = openStorage(':memory:')) {
  return createClock({ storage, real: () => realTime.now, startAt: start });
}

describe('the clock', () => {
  it('begins where it is told and runs on in real time', () => {
    const realTime = { now: new Date('2026-05-01T00:00:00Z') };
    const clock = aClock(realTime);
    expect(clock.now()).toEqual(start);
    realTime.now = new Date('2026-05-01T00:00:07Z');
    expect(toLocalIso(clock.now())).toBe('2025-01-08T08:00:07+07:00');
  });

  it('goes on from where it was after a restart', async () => {
    const [storage, realTime] = [openStorage(':memory:'), { now: new Date('2026-05-01T00:00:00Z') }];
    await aClock(realTime, storage).moveTo(new Date('2025-02-01T00:00:00Z'));
    realTime.now = new Date('2026-05-01T01:00:00Z');
    expect(aClock(realTime, storage).now()).toEqual(new Date('2025-02-01T01:00:00Z'));
  });

  it('never goes back', async () => {
    const moves = fc.array(fc.integer({ min: -5_000_000, max: 5_000_000 }), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(moves, async (steps) => {
        const clock = aClock();
        for (const step of steps) {
          const before = clock.now();
          const isTaken = await clock.moveTo(new Date(before.getTime() + step)).then(
            () => true,
            () => false,
          );
          expect(isTaken).toBe(step >= 0);
          expect(clock.now().getTime()).toBe(before.getTime() + Math.max(0, step));
        }
      }),
    );
  });

  it('writes any time so that it reads it back', () => {
    const times = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(times, (time) => {
        time.setMilliseconds(0);
        expect(parseTime(toLocalIso(time))).toEqual(time);
      }),
    );
  });

  it.each(['', 'mai', '2025-13-01', 5, undefined])('refuses %s as a time', (text) => {
    expect(() => parseTime(text)).toThrow(/2025-01-08T08:00:00/);
  });

  it('takes a time without an offset as Vietnamese', () => {
    expect(parseTime('2025-01-08T08:00')).toEqual(start);
  });
});

describe('PUT /clock', () => {
  it('stops where something falls due, answers only after it has run, and refuses to go back', async () => {
    const stops: string[] = [];
    const still = new Date('2026-05-01T00:00:00Z');
    const workspace = await startTestWorkspace({
      now: () => still,
      startAt: start,
      clockStops: (_from, to) => [new Date('2025-01-10T07:00:00+07:00'), to],
      async onClockStop() {
        await new Promise((resolve) => setImmediate(resolve));
        stops.push(toLocalIso(workspace.clock.now()));
      },
    });
    const put = (now: string) =>
      fetch(`${workspace.url}/clock`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now }),
      });
    const moved = await put('2025-01-14T17:00:00+07:00');
    expect(stops).toEqual(['2025-01-10T07:00:00+07:00', '2025-01-14T17:00:00+07:00']);
    expect(await moved.json()).toEqual({ now: '2025-01-14T17:00:00+07:00' });
    const back = await put('2025-01-14T16:00:00+07:00');
    expect(back.status).toBe(400);
    expect(((await back.json()) as { error: { message: string } }).error.message).toContain(
      'Đồng hồ chỉ đi tới',
    );
    await workspace.close();
  });
});
