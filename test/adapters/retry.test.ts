/** Retries repeat only what may be repeated, tell an unknown outcome from a refusal, and never leak tokens. */
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import {
  OutcomeUnknownError,
  parseRetryAfter,
  ServiceFailure,
  toFailure,
} from '../../functions/adapters/failures.ts';
import { createLimiter, sheetsLimits } from '../../functions/adapters/limiter.ts';
import { backoffMs, type Call, createLimited } from '../../functions/adapters/retry.ts';
import {
  type Answer,
  type FakeGoogle,
  failureOf,
  refusal,
  secretToken,
  startFakeGoogle,
  testLimited,
} from './fake-google.ts';

let google: FakeGoogle;
afterEach(() => google.close());

const readCall: Call = { service: 'sheets', method: 'get', kind: 'read', ambiguous: 'repeat' };
const absolute: Call = { ...readCall, method: 'batchUpdate', kind: 'write' };
const reread: Call = { ...absolute, ambiguous: 'reread' };
const ok: Answer = { body: { spreadsheetId: 's' } };

/** Runs one API call against a list of answers; the last one repeats. */
async function run(call: Call, answers: Answer[]) {
  google = await startFakeGoogle((_, index) => answers[Math.min(index, answers.length - 1)]!);
  const { limited, waits } = testLimited();
  const result = limited(call, () =>
    google.clients.sheets.spreadsheets.batchUpdate({
      spreadsheetId: 's',
      requestBody: { requests: [{ addSheet: { properties: { title: 'Nguyễn Thị Hoa' } } }] },
    }),
  );
  return {
    outcome: await result.then(
      (data) => ({ data }),
      (error: Error) => ({ error }),
    ),
    waits,
  };
}

for (const [name, answer] of [
  ['429', refusal(429, 'Quota exceeded')],
  ['500', refusal(500, 'Internal')],
  ['503', refusal(503, 'Unavailable')],
  ['a dropped connection', { reset: true }],
] as const) {
  for (const [what, call] of [
    ['a read', readCall],
    ['an absolute write', absolute],
  ] as const) {
    test(`${what} is repeated after ${name}`, async () => {
      const { outcome, waits } = await run(call, [answer, answer, ok]);
      expect(outcome).toEqual({ data: { spreadsheetId: 's' } });
      expect(google.seen).toHaveLength(3);
      expect(waits).toEqual([1_000, 2_000]);
    });
  }
}

for (const [name, answer] of [
  ['500', refusal(500, 'Internal')],
  ['503', refusal(503, 'Unavailable')],
  ['a dropped connection', { reset: true }],
] as const) {
  test(`a write that must be read again is not repeated after ${name}: the outcome is unknown`, async () => {
    const { outcome } = await run(reread, [answer, ok]);
    expect(outcome).toMatchObject({ error: { name: 'OutcomeUnknownError', fate: 'unknown' } });
    expect('error' in outcome && outcome.error).toBeInstanceOf(OutcomeUnknownError);
    expect(google.seen).toHaveLength(1);
  });
}

test('a write that must be read again is repeated after a clear 429, since nothing was done', async () => {
  const { outcome } = await run(reread, [refusal(429, 'Quota exceeded'), ok]);
  expect(outcome).toEqual({ data: { spreadsheetId: 's' } });
});

test('Drive and Gmail word a rate limit as 403: it is repeated too', async () => {
  const { outcome } = await run(reread, [refusal(403, 'Rate Limit', 'userRateLimitExceeded'), ok]);
  expect(outcome).toEqual({ data: { spreadsheetId: 's' } });
});

test.each([
  [400, undefined],
  [401, undefined],
  [403, 'forbidden'],
  [403, 'dailyLimitExceeded'],
  [404, undefined],
  [409, undefined],
])('%i %s is thrown at once', async (status, reason) => {
  const { outcome } = await run(readCall, [refusal(status, 'No', reason)]);
  expect(outcome).toMatchObject({ error: { name: 'ServiceFailure', fate: 'refused', status } });
  expect(google.seen).toHaveLength(1);
});

test('gives up after the last retry with the failure as it is', async () => {
  const { outcome, waits } = await run(readCall, [refusal(503, 'Unavailable')]);
  expect(outcome).toMatchObject({ error: { name: 'ServiceFailure', status: 503, method: 'get' } });
  expect(google.seen).toHaveLength(4);
  expect(waits).toHaveLength(3);
});

test('waits as long as Retry-After says, and leaves a long one to the task queue', async () => {
  const short = { ...refusal(429, 'Quota'), headers: { 'retry-after': '7' } };
  expect((await run(readCall, [short, ok])).waits).toEqual([7_000]);
  await google.close();
  const long = { ...refusal(429, 'Quota'), headers: { 'retry-after': '3600' } };
  const { outcome, waits } = await run(readCall, [long, ok]);
  expect(outcome).toMatchObject({ error: { status: 429 } });
  expect(waits).toEqual([]);
});

test('a connection that is refused was never sent, so even a delicate write is repeated', async () => {
  google = await startFakeGoogle(() => ok);
  await google.close();
  const { limited, waits } = testLimited();
  const error = await failureOf(
    limited(reread, () => google.clients.sheets.spreadsheets.get({ spreadsheetId: 's' })),
  );
  expect(error).toMatchObject({ name: 'ServiceFailure', fate: 'unsent' });
  expect(error.message).toContain('ECONNREFUSED');
  expect(waits).toHaveLength(3);
});

test('a timeout is an unknown outcome', () => {
  const timeout = Object.assign(new Error('The operation was aborted due to timeout'), {
    config: { url: 'https://sheets.googleapis.com/v4/spreadsheets/s' },
    code: 'TimeoutError',
  });
  expect(toFailure(timeout, 'sheets', 'get')).toMatchObject({ fate: 'unknown' });
});

test('a failure to get a token says nothing about the call, and is not taken for its refusal', () => {
  const config = { url: 'https://oauth2.googleapis.com/token' };
  const failed = (status: number) =>
    toFailure(Object.assign(new Error('x'), { config, response: { status } }), 'gmail', 'drafts.send');
  expect(failed(400)).toMatchObject({ service: 'auth', fate: 'refused' });
  expect(failed(503)).toMatchObject({ service: 'auth', fate: 'unsent' });
});

test('a bug is not taken for a failure of the service', async () => {
  google = await startFakeGoogle(() => ok);
  const { limited, waits } = testLimited();
  const bug = new TypeError('cannot read properties of undefined');
  expect(await failureOf(limited(readCall, () => Promise.reject(bug)))).toBe(bug);
  expect(waits).toEqual([]);
});

test('neither token nor payload stands anywhere in a failure', async () => {
  const echo = refusal(400, `Invalid value, Authorization: Bearer ${secretToken}`);
  const { outcome } = await run(readCall, [echo]);
  const error = 'error' in outcome ? outcome.error : undefined;
  expect(error?.message).toBe('sheets get failed: 400');
  const everything = inspect(error, { depth: 20, showHidden: true });
  expect(everything).not.toContain(secretToken);
  expect(everything).not.toContain('Nguyễn Thị Hoa');
});

test('every attempt passes through the limiter', async () => {
  google = await startFakeGoogle((_, index) => (index < 2 ? refusal(503, 'Unavailable') : ok));
  const places: string[] = [];
  const inner = createLimiter(sheetsLimits);
  const limited = createLimited({
    limiter: {
      run: (place, work) => {
        places.push(`${place.kind} ${place.identity} ${place.priority}`);
        return inner.run(place, work);
      },
    },
    identity: 'robot-2',
    priority: 'submit',
    retry: { sleep: async () => {} },
  });
  await limited(readCall, () => google.clients.sheets.spreadsheets.get({ spreadsheetId: 's' }));
  expect(places).toEqual(Array(3).fill('read robot-2 submit'));
  expect(google.seen).toHaveLength(3);
});

test('back-off grows, is spread, and is cut off', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, chance) => {
        const ms = backoffMs(attempt, { baseMs: 1_000, maxMs: 32_000, random: () => chance });
        const step = Math.min(32_000, 1_000 * 2 ** (attempt - 1));
        expect(ms).toBeGreaterThanOrEqual(step / 2);
        expect(ms).toBeLessThanOrEqual(step);
      },
    ),
  );
});

test('Retry-After is read as seconds or as a date, and nonsense is ignored', () => {
  const now = Date.parse('2025-01-08T01:00:00Z');
  expect(parseRetryAfter('12', now)).toBe(12_000);
  expect(parseRetryAfter('Wed, 08 Jan 2025 01:00:30 GMT', now)).toBe(30_000);
  expect(parseRetryAfter('Wed, 08 Jan 2025 00:00:00 GMT', now)).toBe(0);
  expect(parseRetryAfter('soon', now)).toBeUndefined();
  expect(parseRetryAfter(null, now)).toBeUndefined();
});

test('a service failure is an error that handlers can know by name', () => {
  const failure = new ServiceFailure({
    service: 'gmail',
    method: 'drafts.send',
    fate: 'unknown',
    status: 503,
  });
  expect(new OutcomeUnknownError(failure)).toMatchObject({ name: 'OutcomeUnknownError', status: 503 });
});
