/** Access tokens from a metadata server: kept while they live, asked for once by many, told as a failure when there is none. */
import { createServer } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createMetadataTokens } from '../../functions/adapters/metadata-token.ts';
import { listen } from '../../infra/local/runtime/listen.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Answers "token-1", "token-2" …, each for an hour, unless told otherwise. */
async function start(answer: (turn: number) => { status?: number; body?: unknown } = () => ({})) {
  const seen: { url: string | undefined; flavor: string | undefined }[] = [];
  const server = createServer((request, response) => {
    seen.push({ url: request.url, flavor: String(request.headers['metadata-flavor']) });
    const { status = 200, body } = answer(seen.length);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? { access_token: `token-${seen.length}`, expires_in: 3600 }));
  });
  const { url, close } = await listen(server, 0, 'TEST');
  closers.push(close);
  let now = Date.parse('2026-01-08T01:00:00Z');
  const tokens = createMetadataTokens(url.slice('http://'.length), () => now);
  const pass = (ms: number): void => {
    now += ms;
  };
  return { tokens, seen, pass };
}

const minute = 60_000;

test('a token is kept until four minutes before its end', async () => {
  const { tokens, seen, pass } = await start();
  expect(await tokens.token()).toBe('token-1');
  pass(56 * minute - 1);
  expect(await tokens.token()).toBe('token-1');
  pass(1);
  expect(await tokens.token()).toBe('token-2');
  expect(seen).toEqual(
    Array(2).fill({
      url: '/computeMetadata/v1/instance/service-accounts/default/token',
      flavor: 'Google',
    }),
  );
});

test('many who ask at once wait for one answer', async () => {
  const { tokens, seen } = await start();
  const all = await Promise.all([tokens.token(), tokens.token(), tokens.token()]);
  expect([...new Set(all), seen.length]).toEqual(['token-1', 1]);
});

test('a token that was refused is asked for anew', async () => {
  const { tokens } = await start();
  await tokens.token();
  tokens.forget();
  expect(await tokens.token()).toBe('token-2');
});

test.each([
  ['busy', { status: 503, body: {} }, { service: 'auth', fate: 'unsent', status: 503 }],
  ['without an account', { status: 404, body: {} }, { service: 'auth', fate: 'refused', status: 404 }],
  ['talking of something else', { body: { hello: 1 } }, { service: 'auth', fate: 'unsent' }],
])('a server that is %s is told as a failure, and asked again by the next', async (_, answer, failure) => {
  const { tokens } = await start((turn) => (turn === 1 ? answer : {}));
  await expect(tokens.token()).rejects.toMatchObject(failure);
  expect(await tokens.token()).toBe('token-2');
});

test('where there is no server, the failure says so', async () => {
  const server = await listen(createServer(), 0, 'TEST');
  await server.close();
  const tokens = createMetadataTokens(server.url.slice('http://'.length));
  await expect(tokens.token()).rejects.toMatchObject({
    fate: 'unsent',
    message: 'auth token for firestore failed: no answer (ECONNREFUSED)',
  });
});
