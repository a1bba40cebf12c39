/** The reader when Firestore is slow, busy or refuses: what is tried again, for how long, and what is told. */
import { beforeEach, expect, test } from 'vitest';
import { createFirestoreReader } from '../../functions/adapters/firestore-reader.ts';
import type { Send } from '../../functions/adapters/plain-http.ts';

interface Reply {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** The connection fails with this code. */
  code?: string;
}

let replies: Reply[];
let sent: { url: string; authorization: string | undefined; body: unknown }[];
let slept: number[];
let forgotten: number;

const name = 'projects/p/databases/(default)/documents/plans/a';
const found = { found: { name, fields: { n: { integerValue: '1' } }, updateTime: '2026-01-08T01:00:00.5Z' } };
const stored = { path: 'plans/a', data: { n: 1 }, version: '1767834000.500000000' };
const error = (code: number, status: string) => ({ error: { code, status, message: `about ${status}` } });

beforeEach(() => {
  sent = [];
  slept = [];
  forgotten = 0;
});

const answer: Send = async (url, request) => {
  sent.push({
    url,
    authorization: request.headers.Authorization,
    body: JSON.parse(request.body ?? 'null'),
  });
  const { status = 200, body = [found], headers = {}, code } = replies[sent.length - 1] ?? {};
  if (code !== undefined) throw Object.assign(new Error('no answer'), { code });
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, text, headers: { get: (name) => headers[name] ?? null } };
};

function read(...given: Reply[]) {
  replies = given;
  return createFirestoreReader({
    projectId: 'p',
    send: answer,
    tokens: {
      token: async () => `token-${forgotten}`,
      forget: () => {
        forgotten += 1;
      },
    },
    retry: {
      random: () => 1,
      sleep: async (ms) => {
        slept.push(ms);
      },
    },
  }).read('plans/a');
}

test('asks Firestore itself, with the token of the account', async () => {
  expect(await read({})).toEqual(stored);
  expect(sent).toEqual([
    {
      url: 'https://firestore.googleapis.com/v1/projects/p/databases/(default)/documents:batchGet',
      authorization: 'Bearer token-0',
      body: { documents: [name] },
    },
  ]);
});

test('a document that is not there is no failure', async () => {
  expect(await read({ body: [{ missing: name, readTime: '2026-01-08T01:00:00Z' }] })).toBeUndefined();
});

test.each<[string, Reply]>([
  ['a quota', { status: 429, body: [error(429, 'RESOURCE_EXHAUSTED')] }],
  ['a server in trouble', { status: 503, body: error(503, 'UNAVAILABLE') }],
  ['a page of a gateway', { status: 502, body: '<html>Bad Gateway' }],
  ['a connection that broke', { code: 'ECONNRESET' }],
  ['a connection that was never made', { code: 'ECONNREFUSED' }],
  ['an answer that broke off', { body: '[{"found":' }],
  ['an error within the stream', { body: [found, error(14, 'UNAVAILABLE')] }],
])('%s is tried again until it is over', async (_, trouble) => {
  expect(await read(trouble, trouble, {})).toEqual(stored);
  expect(slept).toEqual([200, 400]);
});

test('gives up after three tries more, within about two seconds', async () => {
  const busy = { status: 503, body: error(503, 'UNAVAILABLE') };
  await expect(read(busy, busy, busy, busy, busy)).rejects.toMatchObject({
    message: 'firestore documents.batchGet failed: 503',
    reason: 'about UNAVAILABLE',
  });
  expect(sent).toHaveLength(4);
  expect(slept).toEqual([200, 400, 800]);
});

const busyFor = (seconds: string): Reply => ({ status: 429, body: [], headers: { 'retry-after': seconds } });

test('waits as long as Firestore asks', async () => {
  expect(await read(busyFor('2'), {})).toEqual(stored);
  expect(slept).toEqual([2000]);
});

test('does not wait longer than a reader of a page does', async () => {
  await expect(read(busyFor('3'), {})).rejects.toMatchObject({ fate: 'throttled' });
  expect(slept).toEqual([]);
});

test('a token that was refused is forgotten and another one tried', async () => {
  expect(await read({ status: 401, body: error(401, 'UNAUTHENTICATED') }, {})).toEqual(stored);
  expect(sent.map(({ authorization }) => authorization)).toEqual(['Bearer token-0', 'Bearer token-1']);
});

test.each([
  [403, 'PERMISSION_DENIED'],
  [400, 'INVALID_ARGUMENT'],
  [404, 'NOT_FOUND'],
])('%s is told at once', async (status, word) => {
  await expect(read({ status, body: [error(status, word)] })).rejects.toMatchObject({
    status,
    fate: 'refused',
  });
  expect([sent.length, slept]).toEqual([1, []]);
});

test('a value that the store never writes is not taken for another', async () => {
  const strange = { ...found.found, fields: { at: { timestampValue: '2026-01-08T01:00:00Z' } } };
  await expect(read({ body: [{ found: strange }] })).rejects.toThrow('"plans/a" holds a timestampValue');
});
