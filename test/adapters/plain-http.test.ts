/** Plain requests against a real server: whole answers, and what is told when none came. */
import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { send } from '../../functions/adapters/plain-http.ts';
import { listen } from '../../infra/local/runtime/listen.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function start(answer: RequestListener): Promise<string> {
  const { url, close } = await listen(createServer(answer), 0, 'TEST');
  closers.push(close);
  return url;
}

const plain = { headers: {}, timeoutMs: 5_000 };

test('a body is posted, and a long answer in Vietnamese comes whole', async () => {
  const text = 'Gương sáng '.repeat(50_000);
  const url = await start(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.writeHead(429, { 'retry-after': '2' });
    response.end(`${request.method} ${request.headers['x-a']} ${Buffer.concat(chunks)} ${text}`);
  });
  const answer = await send(url, { ...plain, headers: { 'x-a': 'b' }, body: 'ế' });
  expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('x')]).toEqual([
    429,
    '2',
    null,
  ]);
  expect(answer.text).toBe(`POST b ế ${text}`);
});

test('without a body it is a GET', async () => {
  const url = await start((request, response) => response.end(request.method));
  expect((await send(url, plain)).text).toBe('GET');
});

test('an answer that does not come is given up in time', async () => {
  const url = await start(() => undefined);
  await expect(send(url, { ...plain, timeoutMs: 50 })).rejects.toMatchObject({ code: 'ETIMEDOUT' });
});

test('an answer that stops halfway is given up in time', async () => {
  const url = await start((_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('[');
  });
  await expect(send(url, { ...plain, timeoutMs: 200 })).rejects.toMatchObject({ code: expect.any(String) });
});

test('an answer that breaks off is no answer', async () => {
  const url = await start((_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('[', () => response.destroy());
  });
  await expect(send(url, plain)).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('where nobody listens, that is told', async () => {
  const url = await start(() => undefined);
  for (const close of closers.splice(0)) await close();
  await expect(send(url, plain)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
