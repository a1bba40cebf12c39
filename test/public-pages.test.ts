/** What lies between a request and a page: who has it already, and addresses that nobody can read. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqliteStore } from '../functions/adapters/sqlite-store.ts';
import { listingFunction } from '../functions/public-pages.ts';
import { listen } from '../infra/local/runtime/listen.ts';

const store = createSqliteStore(':memory:');
const log = { info: () => undefined, error: () => undefined };
const settings = {
  listingUrl: 'https://guong-sang.example',
  publisher: { name: 'Sở Nội vụ', address: '', phone: '', email: '', note: '' },
};
let server: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
  const page = listingFunction({ store, log, settings });
  server = await listen(
    createServer((request, response) => void page(request, response)),
    0,
    'LISTING_PORT',
  );
});
afterAll(async () => {
  await server.close();
});

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(server.url.replace(/\/$/, '') + path, { headers });
  return { status: answer.status, etag: answer.headers.get('etag') ?? '', body: await answer.text() };
};

it('answers 304 to whoever has the page, by its tag alone, weak, in a list or whatever it is', async () => {
  const { etag } = await ask('/');
  for (const asked of [etag, `W/${etag}`, `"x", W/"y",${etag}`, '*', ' * '])
    expect((await ask('/', { 'if-none-match': asked })).status, asked).toBe(304);
  for (const asked of ['"x"', 'W/"x", "y"', etag.slice(1, -1), '"*"'])
    expect((await ask('/', { 'if-none-match': asked })).status, asked).toBe(200);
});

it('takes all behind the first question mark for the query', async () => {
  expect((await ask('/?q=b%C3%A1nh+g%C3%AC?m')).body).toContain('/?q=b%C3%A1nh+g%C3%AC%3Fm');
});

it('allows nothing on an answer without a page either', async () => {
  const answer = await fetch(server.url, { method: 'DELETE' });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
});

it('answers no fault with 304', async () => {
  const { etag, status } = await ask('/khong-co');
  expect(status).toBe(404);
  for (const asked of [etag, '*'])
    expect((await ask('/khong-co', { 'if-none-match': asked })).status).toBe(404);
});

it.each(['/%', '/%ff', '/guong/%E1%BB'])('says in Vietnamese that %s cannot be read', async (path) => {
  const { status, body } = await ask(path);
  expect(status).toBe(400);
  expect(body).toContain('Địa chỉ không đọc được');
  expect(body).toContain('role="search"');
  expect(body).toContain('<b>Sở Nội vụ</b> công bố');
});

describe('pages of other sites', () => {
  const fetched = async (path: string, method = 'GET', headers: Record<string, string> = {}) => {
    const answer = await fetch(server.url.replace(/\/$/, '') + path, { method, headers, redirect: 'manual' });
    return { status: answer.status, open: answer.headers.get('access-control-allow-origin'), answer };
  };

  it.each([
    ['/du-lieu/guong.json', 200],
    ['/du-lieu/guong.csv', 200],
    ['/du-lieu/luoc-do.json', 200],
    ['/nguon.xml', 200],
    ['/phat-thanh/2025-03.txt', 404],
    ['/du-lieu/guong.json?_=123', 301],
    ['/du-lieu/guong.json?nam=2025&loai=mo-hinh', 301],
    ['/du-lieu/guong.json/', 301],
    ['/nguon.xml/', 301],
    ['/du-lieu/guong.csv?nam=1999', 404],
    ['/nguon.xml?nam=1999', 404],
    ['/du-lieu/guong/abcdefghjk.json', 404],
    ['/du-lieu/%ff.json', 400],
  ])('may read %s, which answers %i', async (path, status) => {
    const found = await fetched(path);
    expect([found.status, found.open]).toEqual([status, '*']);
    expect(found.answer.headers.get('access-control-expose-headers')).toBe('ETag, Last-Modified, Link');
  });

  it('may ask whether they have it already', async () => {
    const asked = await fetched('/du-lieu/guong.json', 'OPTIONS', {
      origin: 'https://khac.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    });
    expect([asked.status, asked.open]).toEqual([204, '*']);
    expect(asked.answer.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
    expect(asked.answer.headers.get('access-control-allow-headers')).toMatch(/^If-None-Match,/);
    const { answer } = await fetched('/du-lieu/guong.json');
    const again = await fetched('/du-lieu/guong.json', 'GET', {
      'if-none-match': answer.headers.get('etag') ?? '',
    });
    expect([again.status, again.open]).toEqual([304, '*']);
  });

  it('are told in the same way what they may not do, and that nothing could be read', async () => {
    const posted = await fetched('/du-lieu/guong.json', 'POST');
    expect([posted.status, posted.open, posted.answer.headers.get('allow')]).toEqual([
      405,
      '*',
      'GET, HEAD, OPTIONS',
    ]);
    const other = { ...store, read: () => Promise.reject(new Error('away')) };
    const page = listingFunction({ store: other, log, settings });
    const broken = await listen(
      createServer((request, response) => void page(request, response)),
      0,
      'LISTING_PORT',
    );
    try {
      const answer = await fetch(`${broken.url.replace(/\/$/, '')}/du-lieu/guong.json`);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([503, '*']);
    } finally {
      await broken.close();
    }
  });

  it('may fetch data, and no pages for people', async () => {
    for (const path of ['/', '/du-lieu', '/de-nghi', '/khong-co'])
      expect((await fetched(path)).open, path).toBeNull();
    expect((await fetched('/', 'OPTIONS')).status).toBe(405);
  });
});
