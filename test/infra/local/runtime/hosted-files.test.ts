/** The local stand-in for Hosting: pictures as files, everything else for the function, and no way out of the folder. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerHostedFile, pictureCache } from '../../../../infra/local/runtime/hosted-files.ts';
import { pngHead } from '../../../guide/png.ts';

const folder = mkdtempSync(join(tmpdir(), 'hosting-'));
let server: Server;

beforeAll(async () => {
  mkdirSync(join(folder, 'huong-dan', 'trong'), { recursive: true });
  writeFileSync(join(folder, 'huong-dan', 'dien.png'), pngHead(1400, 800));
  writeFileSync(join(folder, 'huong-dan', 'ghi-chu.txt'), 'không cho xem');
  writeFileSync(join(folder, 'bi-mat.png'), 'không cho xem');
  writeFileSync(join(folder, 'robots.txt'), 'User-agent: *\n');
  writeFileSync(join(folder, 'huong-dan', 'trong', 'bi-mat.png'), 'không cho xem');
  server = createServer(async (incoming, response) => {
    if (!(await answerHostedFile(folder, incoming, response, 'http://127.0.0.1:5000')))
      response.writeHead(299).end('function');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: Buffer;
}

/** The path as written: fetch would tidy it. */
const ask = (path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject).end();
  });

it('answers a picture with its type, its length and a day in caches', async () => {
  const answer = await ask('/huong-dan/dien.png');
  expect(answer).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'image/png',
      'content-length': '24',
      'cache-control': pictureCache,
      'x-content-type-options': 'nosniff',
    },
  });
  expect(answer.body.equals(pngHead(1400, 800))).toBe(true);
  expect((await ask('/huong-dan/dien.png?v=2')).status).toBe(200);
});

it('names the sitemap of this very site in robots.txt', async () => {
  const { status, headers, body } = await ask('/robots.txt');
  expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  expect(body.toString()).toBe('User-agent: *\nSitemap: http://127.0.0.1:5000/sitemap.xml\n');
});

it('sends nothing twice, and no body for HEAD', async () => {
  const etag = String((await ask('/huong-dan/dien.png')).headers.etag);
  expect(await ask('/huong-dan/dien.png', 'GET', { 'if-none-match': etag })).toMatchObject({
    status: 304,
    headers: { etag },
  });
  const head = await ask('/huong-dan/dien.png', 'HEAD');
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '24', 0]);
});

it.each([
  '/',
  '/huong-dan',
  '/huong-dan/',
  '/huong-dan/khong-co.png',
  '/huong-dan/ghi-chu.txt',
  '/huong-dan/../bi-mat.png',
  '/huong-dan/%2e%2e/bi-mat.png',
  '/huong-dan/..%2fbi-mat.png',
  '/huong-dan/..\\bi-mat.png',
  '/huong-dan/trong/bi-mat.png',
  '//huong-dan/dien.png',
  '/huong-dan/dien.png/',
  '/huong-dan/dien.png%00.txt',
  '/huong-dan/DIEN.PNG',
  '/huong-dan/dien.png?/../../bi-mat.png#x\\',
])('leaves %s to the function or answers the picture itself, never another file', async (path) => {
  const { status, body } = await ask(path);
  if (status === 200) expect(body.equals(pngHead(1400, 800))).toBe(true);
  else expect([status, body.toString()]).toEqual([299, 'function']);
});

it('leaves everything that is no reading to the function', async () => {
  expect((await ask('/huong-dan/dien.png', 'POST')).status).toBe(299);
});

it('keeps pictures as long as Hosting is told to', () => {
  const { hosting } = JSON.parse(
    readFileSync(new URL('../../../../firebase.json', import.meta.url), 'utf8'),
  ) as { hosting: { headers: { source: string; headers: { key: string; value: string }[] }[] } };
  const rule = hosting.headers.find(({ source }) => source === '/huong-dan/*.png');
  expect(rule?.headers).toEqual([{ key: 'Cache-Control', value: pictureCache }]);
});
