/** The guide over HTTP: of which plan and period, with which headers, and from where people come to it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guideHeaders } from '../../functions/guide/style.ts';
import { guide } from '../../functions/handlers/guide.ts';
import { listingHeaders } from '../../functions/listing/style.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { provision } from '../../infra/provision/provision.ts';
import { type Office, smallPlan, startOffice } from '../support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

const get = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(office.local.urls.listing + path, init);

const full = '/huong-dan?ke-hoach=kh-113-bac-lieu&ky=2025';

describe('the address', () => {
  it.each(['/huong-dan', '/huong-dan/', full])(
    '%s answers the guide of the plan, with its days',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      const page = await response.text();
      expect(page).toContain('<h1>Hướng dẫn dùng Gương Sáng</h1>');
      expect(page).toContain('trước ngày 15/01/2025');
    },
  );

  it('gives another period of the plan when asked', async () => {
    const page = await (await get('/huong-dan?ke-hoach=kh-113-bac-lieu&ky=2024')).text();
    expect(page).toContain('trước ngày 15/01/2024');
    expect(page).not.toContain('15/01/2025');
  });

  it.each([
    ['a plan that is not here', '/huong-dan?ke-hoach=kh-999'],
    ['a path for a plan', '/huong-dan?ke-hoach=../staff/x'],
    ['a year before the plan', '/huong-dan?ke-hoach=kh-113-bac-lieu&ky=2019'],
    ['a month of a yearly plan', '/huong-dan?ky=2025-03'],
    ['what is no period', '/huong-dan?ky=<script>'],
    ['something below it', '/huong-dan/khong-co.png'],
  ])('with %s is not found, and is not kept', async (_, path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toContain('Không tìm thấy trang này');
  });
});

describe('the headers', () => {
  it('let its own style and pictures in, nothing else, and caches keep it as the listing', async () => {
    const [response, listed] = [await get(full), await get('/')];
    for (const [name, value] of Object.entries(guideHeaders)) expect(response.headers.get(name)).toBe(value);
    expect(response.headers.get('cache-control')).toBe(listed.headers.get('cache-control'));
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(listed.headers.get('content-security-policy')).toBe(listingHeaders['Content-Security-Policy']);
  });

  it('spare whoever has it already', async () => {
    const etag = (await get(full)).headers.get('etag') ?? '';
    expect((await get(full, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await get(full, { method: 'HEAD' })).status).toBe(200);
    expect((await get(full, { method: 'POST' })).status).toBe(405);
  });
});

describe('without a plan in the address', () => {
  const none = new URLSearchParams();
  const old = {
    ...smallPlan,
    id: 'cu',
    number: '1/KH-UBND',
    inForceFrom: '2018-01-01',
    inForceTo: '2021-12-31',
  };
  const site = { url: 'https://guong-sang.example.vn' };
  const stored = (...plans: (typeof smallPlan)[]) => ({
    read: async () => undefined,
    list: async <T>() =>
      plans.map((data) => ({ path: `plans/${data.id}`, version: '1', data: structuredClone(data) as T })),
  });

  it('the one in force is told, else the last', async () => {
    const on = async (day: string): Promise<string> =>
      (await guide(stored(old, smallPlan), site, none, new Date(`${day}T09:00:00+07:00`))).body;
    expect(await on('2020-05-01')).toContain('Kế hoạch số 1/KH-UBND');
    expect(await on('2020-05-01')).toContain('15/01/2020');
    expect(await on('2024-05-01')).toContain('113/KH-UBND, năm 2024');
    expect(await on('2031-05-01')).toContain('113/KH-UBND, năm 2025');
  });

  it('says so before the first is set up', async () => {
    const answer = await guide(stored(), site, none, new Date());
    expect(answer).toMatchObject({ status: 404, headers: guideHeaders });
    expect(answer.body).toContain('Chưa có kế hoạch nào được dựng');
  });
});

describe('the ways to it', () => {
  it('begin in the navigation of the hub', async () => {
    const { workspace, listing } = office.local.urls;
    expect(await (await fetch(`${workspace}/`)).text()).toContain('<a href="/guide">Hướng dẫn</a>');
    const response = await fetch(`${workspace}/guide`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, `${listing}/huong-dan`]);
  });

  it('and on the Hướng dẫn tab of every workbook, when it is known where the public page is', async () => {
    const plan = { ...smallPlan, id: 'kh-khac' };
    const { store, google, urls } = office.local;
    const staff = [
      { email: staffEmail('clerk', '31843'), name: 'Lê Thị Tư', unitId: '31843', role: 'clerk' as const },
    ];
    await provision({ store, admin: google.admin, plan, period: '2025', staff, listingUrl: urls.listing });
    const books = (await office.people.workbooks()).filter((book) => book.plan === plan.id);
    expect(books).toHaveLength(2);
    const { spreadsheetId } = books.find(({ tabs }) => tabs.some(({ unit }) => unit === '31843'))!;
    const cells = await office.people.read(staffEmail('clerk', '31843'), spreadsheetId, "'Hướng dẫn'!A1:B8");
    const link = cells.find(([label]) => label === 'Hướng dẫn đầy đủ:')?.[1];
    expect(link).toBe(`${urls.listing}/huong-dan?ke-hoach=kh-khac&ky=2025`);
    expect((await fetch(String(link))).status).toBe(200);
  });
});
