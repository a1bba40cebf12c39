/** A photo over HTTP, from the clerk's Drive to the reader's screen: what the clerk hears, what the reader gets, and its end. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { robot } from '../../infra/local/runtime/local.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { TypedRow } from '../../infra/local/samples/rows.ts';
import { named, parseMarkup } from '../listing/markup.ts';
import { type Office, startOffice } from '../support/office.ts';
import { cellAt, findProblem } from '../support/office-acts.ts';
import { decideAtDesk } from '../support/office-views.ts';
import { aPicture, place, withNotes } from '../support/photos.ts';

const unit = '31843';
const clerk = staffEmail('clerk', unit);
const reviewer = staffEmail('reviewer', '956');
const photoAlt = 'Bà con cùng vớt rác "trên kênh" <đầu ấp>';
const id = (ordinal: number): string => `2025-${unit}-00${ordinal}`;
let office: Office;
let rows: TypedRow[];
let calls: string[];

const agreed = { consent: 'Đồng ý', consentDate: '05/01/2025', photoAlt };

beforeAll(async () => {
  calls = [];
  office = await startOffice({
    observe: ({ method, path, query, email }) => {
      if (email === robot && path.startsWith('/drive/v3/files/'))
        calls.push(`${method} ${query.get('alt') ?? 'about'}`);
    },
  });
  rows = office.rows(unit, 5);
  const jpeg = withNotes(await aPicture(1600, 1200), 6);
  const good = await office.people.uploadPhoto(clerk, 'Vớt rác.jpg', robot, jpeg);
  // Named to nobody but its owner.
  const hidden = await office.people.uploadPhoto(clerk, 'Riêng.jpg', staffEmail('head', unit), jpeg);
  const paper = await office.people.uploadPaper(clerk, 'Danh sách.pdf', robot);
  rows[0] = { ...rows[0]!, ...agreed, photoUrl: good };
  rows[1] = { ...rows[1]!, ...agreed, photoUrl: hidden };
  rows[2] = { ...rows[2]!, ...agreed, photoUrl: paper };
  rows[3] = { ...rows[3]!, ...agreed, photoUrl: good, consent: 'Đồng ý, không ảnh' };
  await office.type(unit, rows);
});
afterAll(() => office.close());

it('tells the clerk of a link that is no file in Drive, and sends nothing', async () => {
  await office.type(unit, [{ ...rows[0]!, photoUrl: 'https://vidu.vn/anh.jpg' }]);
  const { body } = await office.submit(unit);
  expect(body.ok).toBe(false);
  findProblem(
    body.problems as never,
    { code: 'photo-not-in-drive', severity: 'error', line: 3, a1: cellAt('photoUrl', 3) },
    ['https://vidu.vn/anh.jpg', 'Google Drive', 'để trống'],
  );
  await office.type(unit, [rows[0]!]);
});

it('takes the list and tells the clerk which photos will not be shown, and why', async () => {
  const { body } = await office.submit(unit);
  expect(body).toMatchObject({ ok: true });
  const warnings = (body.warnings as { code: string; line: number; a1: string; message: string }[]).filter(
    ({ code }) => code === 'photo-unreadable',
  );
  expect(warnings.map(({ line, a1 }) => [line, a1])).toEqual([
    [4, cellAt('photoUrl', 4)],
    [5, cellAt('photoUrl', 5)],
  ]);
  expect(warnings[0]?.message).toContain('Chia sẻ');
  expect(warnings[1]?.message).toContain('application/pdf');
  await office.local.queue.idle();
  await office.sign(unit);
  await office.settle();
});

const articles = async (): Promise<Map<string, string>> => {
  const { html } = await office.people.page('/');
  const found = html.matchAll(/<article id="([^"]+)"[\s\S]*?<a href="([^"]+)"/g);
  return new Map([...found].map(([, article = '', href = '']) => [article, href]));
};

const photosOf = async (ordinal: number) => {
  const { html } = await office.people.page((await articles()).get(id(ordinal)) ?? '');
  return named(parseMarkup(html), 'img').map(({ attributes }) => attributes);
};

it('shows the photo of whom it was agreed for, upright, small, without where it was taken', async () => {
  await decideAtDesk(
    office,
    '956',
    Object.fromEntries([1, 2, 3, 4, 5].map((ordinal) => [id(ordinal), ['Duyệt', ''] as [string, string]])),
  );
  const [photo] = await photosOf(1);
  expect(photo).toMatchObject({ width: '960', height: '1280', alt: photoAlt });
  for (const ordinal of [2, 3, 4]) expect(await photosOf(ordinal)).toEqual([]);
  const answer = await fetch(`${office.local.urls.listing}${photo?.src}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/jpeg');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect(answer.headers.get('set-cookie')).toBeNull();
  const jpeg = Buffer.from(await answer.arrayBuffer());
  expect(jpeg.length).toBeLessThanOrEqual(120_000);
  expect(jpeg.toString('latin1')).not.toContain(place);
  const again = await fetch(`${office.local.urls.listing}${photo?.src}`, {
    headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});

it('has its photos from the listing alone: the policy allows no other place', async () => {
  const page = await fetch(office.local.urls.listing + (await articles()).get(id(1)));
  expect(page.headers.get('content-security-policy')).toContain("img-src 'self' data:;");
  expect(await page.text()).not.toMatch(/drive\.google|googleusercontent/);
});

it('asks Drive for no content when pages are made again', async () => {
  const before = calls.filter((call) => call === 'GET media').length;
  expect(before).toBe(1);
  await office.people.press(robot, 'publish', {});
  await office.settle();
  expect(calls.filter((call) => call === 'GET media')).toHaveLength(before);
});

it('may be asked to be taken away where it is shown, and nowhere else', async () => {
  const pages = await articles();
  const askFor = async (ordinal: number): Promise<string> => {
    const form = {
      page: pages.get(id(ordinal)) ?? '',
      wish: 'photo',
      asker: 'self',
      contact: '0912 345 678',
      text: 'Xin gỡ ảnh, giữ bài',
    };
    const sent = { method: 'POST', body: new URLSearchParams(form) };
    return (await fetch(`${office.local.urls.listing}/de-nghi/gui`, sent)).text();
  };
  expect(await askFor(1)).toContain('Đã nhận đề nghị');
  expect(await askFor(4)).toContain('Trang này không có ảnh để gỡ');
});

it('takes the photo off with the story, from its own address too', async () => {
  const [photo] = await photosOf(1);
  const { body } = await office.people.press(reviewer, 'withdraw', {
    plan: office.plan.id,
    dossier: id(1),
    reason: 'Người được nêu rút lại đồng ý',
  });
  expect(body.ok).toBe(true);
  expect((await articles()).has(id(1))).toBe(false);
  const answer = await fetch(`${office.local.urls.listing}${photo?.src}`);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});
