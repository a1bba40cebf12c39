/** A body that is no JSON is refused by the framework itself: the log says so without a word of what was sent. */
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { tellRefusedBodies } from '../functions/refused-bodies.ts';
import { listen } from '../infra/local/runtime/listen.ts';

const lines: unknown[] = [];
const someoneElse = { info: () => undefined, error: () => undefined };
const log = {
  info: (...said: unknown[]) => lines.push(said),
  error: (...said: unknown[]) => lines.push(said),
};
const printed: unknown[][] = [];
const print = console.error;
let server: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  // As in a process where functions stood before, and somebody took console.error over since.
  tellRefusedBodies(someoneElse as unknown as Parameters<typeof tellRefusedBodies>[0]);
  console.error = (...said: unknown[]) => void printed.push(said);
  tellRefusedBodies(log as unknown as Parameters<typeof tellRefusedBodies>[0]);
  http('refused-bodies', (_request, response) => {
    response.send('ok');
  });
  server = await listen(getTestServer('refused-bodies'), 0, 'FUNCTIONS_PORT');
});
afterAll(async () => {
  console.error = print;
  vi.unstubAllEnvs();
  await server.close();
});

it.each([
  ['an unfinished body', '['.repeat(100_000)],
  ['a body with a name', '{"ten": "Nguyễn Văn An", dia-chi}'],
  ['a body whose beginning the parser quotes', '"Nguyễn Văn An"'],
])('%s is told by its kind and its length alone', async (_, body) => {
  lines.length = 0;
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(server.url, { method: 'POST', headers, body });
  expect(answer.status).toBe(400);
  expect(lines).toEqual([
    [
      'a request was refused before it reached a function',
      { kind: 'entity.parse.failed', status: 400, bytes: Buffer.byteLength(body) },
    ],
  ]);
  expect(printed).toEqual([]);
  expect(await answer.text()).not.toMatch(/Nguyễn|\[\[|at /);
});

const formType = 'application/x-www-form-urlencoded';
const tooMany = Array.from({ length: 5000 }, (_, number) => `ten${number}=Nguyễn`).join('&');

it.each([
  ['of too many fields', formType, tooMany, { kind: 'parameters.too.many', status: 413 }],
  [
    'in letters nobody uses',
    `${formType}; charset=utf-7`,
    'ten=Nguyễn',
    { kind: 'charset.unsupported', status: 415 },
  ],
])('a form %s is told by its kind alone', async (_, type, body, told) => {
  lines.length = 0;
  const answer = await fetch(server.url, { method: 'POST', headers: { 'content-type': type }, body });
  expect(answer.status).toBe(told.status);
  expect(lines).toMatchObject([['a request was refused before it reached a function', told]]);
  expect(JSON.stringify(lines)).not.toContain('Nguyễn');
  expect(printed).toEqual([]);
  expect(await answer.text()).not.toMatch(/Nguyễn|at /);
});

it('everything else is printed as before', () => {
  const error = new Error('something else');
  console.error(error);
  console.error('two', 'words');
  expect(printed).toEqual([[error], ['two', 'words']]);
});
