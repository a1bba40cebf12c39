/** Asking for a page to be taken down, over HTTP: a ticket and its mails once, faults told with what was typed, limits kept. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ending, Ticket } from '../../functions/domain/ticket.ts';
import { ticketUrl } from '../../functions/links/ticket-link.ts';
import { noPublisher } from '../../functions/listing/publisher.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { named, parseMarkup } from '../listing/markup.ts';
import { type Office, startOffice } from '../support/office.ts';

const unit = '31843';
let office: Office;
let page: string;
let pages: string[];

beforeAll(async () => {
  office = await startOffice();
  await office.send(unit, office.rows(unit, 5));
  await office.settle();
  const { spreadsheetId } = office.tab(unit);
  const reviewer = staffEmail('reviewer', '956');
  await office.people.type(
    reviewer,
    spreadsheetId,
    "'Thẩm định'!G3",
    Array.from({ length: 5 }, () => ['Duyệt']),
  );
  await office.people.press(reviewer, 'review', { spreadsheetId });
  await office.settle();
  const { html } = await office.people.page('/');
  pages = [...html.matchAll(/href="(\/guong\/[^"]+)"/g)].map(([, href = '']) => href);
  page = pages[0]!;
  // As behind Hosting and Cloud Run.
  office.local.services.settings.trustedProxies = 2;
});
afterAll(() => office.close());

const right = () => ({
  page,
  wish: 'remove',
  asker: 'self',
  contact: '0912 345 678',
  text: 'Tôi rút lại sự đồng ý công khai',
  blank: '',
});

/** `from`: the address that Hosting's edge sees; it and Google's front end add what they see at the end. */
async function ask(
  fields: Record<string, string> = {},
  from = '203.0.113.7',
  headers: Record<string, string> = {},
) {
  const { 'x-forwarded-for': forged, ...more } = headers;
  const response = await fetch(`${office.local.urls.listing}/de-nghi/gui`, {
    method: 'POST',
    headers: { 'x-forwarded-for': `${forged ? `${forged}, ` : ''}${from}, 34.96.0.1`, ...more },
    body: new URLSearchParams({ ...right(), ...fields }),
  });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

const tickets = async () => (await office.local.store.list<Ticket>('tickets')).map(({ data }) => data);
const mailsAbout = async (code: string) =>
  (await office.people.mailbox()).filter(({ text }) => text.includes(code) && text.includes('Mã đề nghị'));

const codeIn = (html: string): string => /DN-[0-9A-F]{10}/.exec(html)?.[0] ?? '';

/** The clerk ends it by the link of a mail. */
async function endTicket(code: string, ending: Ending, words: string): Promise<void> {
  const email = staffEmail('clerk', unit);
  const link = ticketUrl(office.local.services.settings, { code, email }, await office.people.now());
  const [address = '', token = ''] = link.split('?token=');
  const body = new URLSearchParams({ token, action: 'end', ending, words });
  expect((await fetch(address, { method: 'POST', body })).status).toBe(200);
}

const mailsOfRequests = async () =>
  (await office.local.store.list('outbox', { where: { kind: 'takedownRequest' } })).length;

async function moveHours(hours: number): Promise<void> {
  const later = new Date((await office.people.now()).getTime() + hours * 3_600_000);
  await office.people.moveClock(later.toISOString());
}

describe('the form', () => {
  it('is reached from the page it is about, and knows that page', async () => {
    const { html } = await office.people.page(page);
    const href = /href="(\/de-nghi\?guong=[^"]+)"/.exec(html)?.[1] ?? '';
    const form = await office.people.page(href);
    expect(form.status).toBe(200);
    const [key] = named(parseMarkup(form.html), 'input').filter(
      ({ attributes }) => attributes.name === 'page',
    );
    expect(page.endsWith(`-${key?.attributes.value}`)).toBe(true);
  });

  it('refuses with every fault, keeps what was typed, and writes nothing', async () => {
    const { status, html } = await ask({
      wish: '',
      contact: 'chị "Hoa"',
      text: 'gỡ',
      page: '/guong/khong-co',
    });
    expect(status).toBe(422);
    const elements = parseMarkup(html);
    const [alert] = elements.filter(({ attributes }) => attributes.role === 'alert');
    for (const words of [
      'Không tìm thấy trang này',
      'Chưa chọn điều đề nghị',
      '“chị "Hoa"”',
      'ít nhất 10 ký tự',
    ])
      expect(alert?.text).toContain(words);
    expect(named(elements, 'textarea')[0]?.text).toBe('gỡ');
    expect(elements.find(({ attributes }) => attributes.id === 'contact')?.attributes.value).toBe(
      'chị "Hoa"',
    );
    expect(await tickets()).toEqual([]);
  });

  it.each([
    ['2025-31843-002', '“2025-31843-002” là mã hồ sơ'],
    ['Mã hồ sơ: 2025-cq02-002', '“2025-cq02-002” là mã hồ sơ'],
    ['https://guong-sang.vidu.vn/anh/c956d42bcad30b59f5e1.jpg', 'địa chỉ của một tấm ảnh'],
    ['trang của bà Hoa', 'Không tìm thấy trang này'],
    ['/guong/2025-nguyen-thi-hoa-001', 'Không tìm thấy trang này'],
  ])('says of %s, which names no page, what to copy instead', async (typed, words) => {
    const { status, html } = await ask({ page: typed });
    const alert = parseMarkup(html).find(({ attributes }) => attributes.role === 'alert');
    expect(status).toBe(422);
    expect(alert?.text).toContain(words);
    expect(alert?.text).toContain('ví dụ “/guong/nguyen-thi-hoa-k7f3m2q9ab”');
    expect(await tickets()).toEqual([]);
  });

  it('finds the page in whatever people copy of its address', async () => {
    const [, key = ''] = /([a-z0-9]{10})$/.exec(page) ?? [];
    const typed = [
      `guong-sang.vidu.vn${page}`,
      `www.guong-sang.vidu.vn${page}`,
      `https://guong-sang.vidu.vn${page}/`,
      `https://guong-sang.vidu.vn${page}.`,
      `https://guong-sang.vidu.vn${page}?fbclid=IwAR0abcdefghij`,
      `https://guong-sang.vidu.vn${page}`.toUpperCase(),
      page.replace('/guong', '/Guong'),
      page.replace('/guong/', ''),
      `Địa chỉ trang: https://guong-sang.vidu.vn${page}`,
      `Trang “${page}” ạ`,
      `https://guong-sang.vidu.vn/du-lieu/guong/${key}.json`,
      ` ${key.toUpperCase()} `,
    ];
    for (const one of typed) {
      // Refused for something else, so that nothing is opened.
      const { html } = await ask({ page: one, text: '' });
      const [kept] = named(parseMarkup(html), 'input').filter(({ attributes }) => attributes.name === 'page');
      expect([one, kept?.attributes.value]).toEqual([one, key]);
    }
  });

  it('shows whatever was typed as text', async () => {
    const { html } = await ask({ text: '</textarea><script>alert(1)</script>', contact: '"><img src=x>' });
    expect(named(parseMarkup(html), 'script')).toEqual([]);
  });

  it('comes back with all that was typed when the hidden field was filled, and shows that field', async () => {
    const { status, html } = await ask({ blank: 'https://trang.vn', text: 'Xin gỡ trang này giúp tôi' });
    expect(status).toBe(422);
    const elements = parseMarkup(html);
    const holder = elements.find(({ attributes }) => attributes.name === 'blank');
    expect([holder?.attributes.value, holder?.inside.at(-1)]).toEqual(['https://trang.vn', 'form']);
    expect(elements.find(({ attributes }) => attributes.role === 'alert')?.text).toContain('phải để trống');
    expect(named(elements, 'textarea')[0]?.text).toBe('Xin gỡ trang này giúp tôi');
    const chosen = named(elements, 'input').filter(({ attributes }) => 'checked' in attributes);
    expect(chosen.map(({ attributes }) => attributes.value)).toEqual(['remove', 'self']);
    expect(await tickets()).toEqual([]);
  });

  it('says that there is no photo to take away from a story without one, beside every other fault', async () => {
    const { status, html } = await ask({ wish: 'photo', text: '' });
    expect(status).toBe(422);
    const alert = parseMarkup(html).find(({ attributes }) => attributes.role === 'alert');
    expect(alert?.text).toContain('Trang này không có ảnh để gỡ');
    expect(alert?.text).toContain('Nội dung đang để trống');
    expect(await tickets()).toEqual([]);
  });

  it('that stands on another site is not taken: it comes back as ours, with all that was typed', async () => {
    const { status, html } = await ask({}, undefined, { origin: 'https://xau.vn' });
    expect(status).toBe(403);
    expect(html).toContain('được gửi từ một trang web khác');
    expect(named(parseMarkup(html), 'textarea')[0]?.text).toBe(right().text);
    expect(await tickets()).toEqual([]);
  });
});

describe('a request', () => {
  it('opens one ticket with both clocks and mails clerk, head and the reviewers above, however often it is sent', async () => {
    const { status, html, headers } = await ask({}, undefined, { origin: office.local.urls.listing });
    expect(status).toBe(200);
    expect(html).toContain('Xã Ninh Hòa');
    expect(html).toContain('Huyện Hồng Dân');
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    await ask();
    const [ticket, ...others] = await tickets();
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({ unitId: unit, parentId: '956', wish: 'remove', state: 'open' });
    expect(ticket!.answerBy < ticket!.settleBy).toBe(true);
    expect(html).toContain(ticket!.code);
    await office.settle();
    const told = (await mailsAbout(ticket!.code)).map(({ to }) => to).sort();
    expect(told).toEqual(
      [staffEmail('clerk', unit), staffEmail('head', unit), staffEmail('reviewer', '956')].sort(),
    );
  });

  it('is answered by pages that name whoever answers for them, taken or not', async () => {
    const { settings } = office.local.services;
    const before = settings.publisher;
    settings.publisher = { ...noPublisher, name: 'Sở Nội vụ tỉnh Cà Mau', phone: '0290 3831 000' };
    const footOf = (html: string) => named(parseMarkup(html), 'footer')[0]?.text;
    const foot = /Sở Nội vụ tỉnh Cà Mau công bố.*Cơ quan ban hành kế hoạch: .*Điện thoại: 0290 3831 000/s;
    const text = 'Xin sửa tên thôn cho đúng';
    const answers = [
      await ask({ page: 'x', text }, '198.51.100.60'),
      await ask({ text }, '198.51.100.60', { origin: 'https://xau.vn' }),
    ];
    for (let turn = 0; turn < 6; turn += 1)
      answers.push(await ask({ text: `${text} ${turn}` }, '198.51.100.60'));
    expect(answers.map(({ status }) => status)).toEqual([422, 403, 200, 200, 200, 200, 200, 429]);
    const form = await office.people.page('/de-nghi');
    for (const { html } of [form, ...answers]) expect(footOf(html)).toMatch(foot);
    if (before) settings.publisher = before;
  });

  it('keeps no address of anybody', async () => {
    const stored = JSON.stringify([
      await office.local.store.list('tickets'),
      await office.local.store.list('limits'),
    ]);
    expect(stored).not.toContain('203.0.113.7');
  });

  it('is taken from an address five times an hour, whatever it says of itself, and again in the next hour', async () => {
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    for (let turn = 0; turn < 7; turn += 1)
      answers.push(
        await ask({ text: `Đề nghị sửa lần thứ ${turn}` }, '198.51.100.1', {
          'x-forwarded-for': `203.0.113.${turn}`,
          'fastly-client-ip': `203.0.113.${turn}`,
        }),
      );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const refused = parseMarkup(answers[6]!.html);
    expect(named(refused, 'textarea')[0]?.text).toBe('Đề nghị sửa lần thứ 6');
    const alert = refused.find(({ attributes }) => attributes.role === 'alert')?.text;
    expect(alert).toContain('Xã Ninh Hòa, đơn vị đã giới thiệu gương, hoặc Huyện Hồng Dân, nơi thẩm định');
    expect((await ask({ text: 'Từ một nơi khác hẳn' }, '198.51.100.2')).status).toBe(200);
    await moveHours(1);
    expect((await ask({ text: 'Đề nghị sửa một giờ sau' }, '198.51.100.1')).status).toBe(200);
  });

  it('leaves nothing of an address behind once its hour is over', async () => {
    const ofAddresses = async () =>
      (await office.local.store.list('limits')).filter(({ path }) => /_(address|network)_/.test(path));
    expect(await ofAddresses()).not.toEqual([]);
    await moveHours(1);
    await office.settle();
    expect(await ofAddresses()).toEqual([]);
  });

  it('of 200 that come from everywhere is kept like every other, and all of them send no more mails than a unit can read', async () => {
    await moveHours(24);
    await office.settle();
    const before = { tickets: (await tickets()).length, mails: await mailsOfRequests() };
    const statuses = await Promise.all(
      Array.from({ length: 200 }, (_, turn) =>
        ask({ page: pages[turn % 5]!, text: `Tôi không đồng ý, lần ${turn}` }, `198.18.${turn}.1`),
      ),
    );
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([200]));
    const honest = await ask({ text: 'Tôi là người được nêu tên, xin sửa năm sinh' }, '198.51.100.9');
    expect(honest.status).toBe(200);
    expect((await tickets()).length - before.tickets).toBe(201);
    // Clerk, head and reviewer: three mails a request; twelve requests, and three of them only for the first about a story.
    const mails = (await mailsOfRequests()) - before.mails;
    expect(mails).toBeLessThanOrEqual(36);
    expect(mails).toBeGreaterThanOrEqual(27);
  }, 60_000);

  it('of a named person is mailed at once, however often one address has asked about the story that day', async () => {
    await office.people.moveClock('2025-01-13T09:00:00+07:00');
    const junk = { wish: 'correct', asker: 'other', contact: '00000000' };
    const from = await mailsOfRequests();
    for (const turn of [1, 2, 3, 4, 5])
      await ask({ ...junk, text: `rác rác rác rác ${turn}` }, '198.51.100.1');
    await office.people.moveClock('2025-01-13T10:05:00+07:00');
    for (const turn of [6, 7, 8, 9]) await ask({ ...junk, text: `rác rác rác rác ${turn}` }, '198.51.100.1');
    expect((await mailsOfRequests()) - from).toBe(6);
    const { html } = await ask({ text: 'Gia đình bị quấy rối, xin gỡ ngay' }, '203.0.113.9');
    await office.settle();
    expect(await mailsAbout(codeIn(html))).toHaveLength(3);
  });

  it('about a story nobody has asked about is mailed at once, though two addresses have asked about all others', async () => {
    await moveHours(24);
    const junk = { wish: 'correct', asker: 'other', contact: '00000000' };
    for (const from of ['198.51.100.1', '198.51.100.2'])
      for (const story of pages.slice(1)) await ask({ ...junk, page: story, text: `rác từ ${from}` }, from);
    const { html } = await ask({ text: 'Tôi là người được nêu tên, xin gỡ' }, '203.0.113.9');
    await office.settle();
    expect(await mailsAbout(codeIn(html))).toHaveLength(3);
  });

  it('that was ended and is sent again in the same words is another, with mails of its own; by night it is still the same day', async () => {
    const fields = { page: pages[1]!, wish: 'correct', text: 'Năm sinh của tôi ghi sai' };
    const sent = async (moment: string): Promise<string> => {
      await office.people.moveClock(moment);
      return codeIn((await ask(fields, '203.0.113.40')).html);
    };
    const first = await sent('2025-01-15T06:30:00+07:00');
    // In between a day of UTC begins.
    expect(await sent('2025-01-15T07:30:00+07:00')).toBe(first);
    await endTicket(first, 'declined', 'Giấy tờ ghi đúng năm sinh này');
    const second = await sent('2025-01-15T08:30:00+07:00');
    expect(second).not.toBe(first);
    expect(await sent('2025-01-15T08:40:00+07:00')).toBe(second);
    const states = (await tickets()).filter(({ text }) => text === fields.text).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['open', 'settled']);
    await office.settle();
    expect(await mailsAbout(second)).toHaveLength(3);
    expect(await sent('2025-01-16T00:10:00+07:00')).not.toBe(second);
  });

  it('is settled by the withdrawal it asked for, and the page is gone', async () => {
    const about = (await tickets()).find(({ key }) => page.endsWith(`-${key}`));
    const dossierId = about?.dossierId ?? '';
    await office.people.press(staffEmail('reviewer', '956'), 'withdraw', {
      plan: office.plan.id,
      dossier: dossierId,
      reason: 'Người được nêu rút lại đồng ý',
    });
    expect((await office.people.page(page)).status).toBe(410);
    const states = (await tickets())
      .filter((ticket) => ticket.dossierId === dossierId)
      .map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['settled']));
  });

  it('about a page that is off is not begun: the link says so at once, and so does a form that was open before', async () => {
    const key = page.slice(-10);
    const form = await office.people.page(`/de-nghi?guong=${key}`);
    expect(form.status).toBe(410);
    const elements = parseMarkup(form.html);
    expect(elements[0]?.text).toContain('Trang này đã được gỡ');
    expect(named(elements, 'form')).toEqual([]);
    const before = await tickets();
    const sent = await ask({ page: key, text: 'Xin gỡ trang này giúp tôi với' }, '203.0.113.77');
    const alert = parseMarkup(sent.html).find(({ attributes }) => attributes.role === 'alert');
    expect([sent.status, alert?.text.includes('Trang này đã được gỡ')]).toEqual([422, true]);
    expect(await tickets()).toEqual(before);
    expect((await office.people.page('/de-nghi?guong=khongcotrang')).status).toBe(200);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('is no %s', async (method) => {
    const response = await fetch(`${office.local.urls.listing}/de-nghi/gui`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('goes where the form says', async () => {
    const [form] = named(parseMarkup((await office.people.page('/de-nghi')).html), 'form');
    expect([form?.attributes.method, form?.attributes.action]).toEqual(['post', '/de-nghi/gui']);
  });

  it('is not repeated by opening the address of its answer: that leads to the form', async () => {
    const before = await tickets();
    const response = await fetch(`${office.local.urls.listing}/de-nghi/gui`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/de-nghi']);
    expect(await tickets()).toEqual(before);
  });
});

it.each(['/', '/de-nghi'])('%s is for reading only', async (path) => {
  const response = await fetch(office.local.urls.listing + path, { method: 'POST' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

it('says in Vietnamese that an address cannot be read', async () => {
  const response = await fetch(`${office.local.urls.listing}/%ff`);
  expect([response.status, (await response.text()).includes('Địa chỉ không đọc được')]).toEqual([400, true]);
});

it('answers 304 to whoever has the page already, and HEAD without a body', async () => {
  const first = await fetch(`${office.local.urls.listing}/`);
  const etag = first.headers.get('etag') ?? '';
  const again = await fetch(`${office.local.urls.listing}/`, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const head = await fetch(`${office.local.urls.listing}/`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});
