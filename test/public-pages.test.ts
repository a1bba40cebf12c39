/** What lies between a request and a page: who has it already, and addresses that nobody can read. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
