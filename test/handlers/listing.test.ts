/** The public pages over what was really published: what each address answers, what it costs, what is left after a withdrawal. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { listing } from '../../functions/handlers/listing.ts';
import { publish } from '../../functions/handlers/publish.ts';
import { storyPath, toKey } from '../../functions/listing/address.ts';
import type { Answer } from '../../functions/listing/answer.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import type { DocumentStore, Write } from '../../functions/ports.ts';
import { forgetPointer } from '../../functions/publishing/published.ts';
import { paths, publishMarks } from '../../functions/records.ts';
import type { Services } from '../../functions/services.ts';

const now = new Date('2025-03-05T08:00:00+07:00');
const url = 'https://guong-sang.example';

const aDossier = (number: number, fields: Partial<Dossier> = {}, values = {}): Dossier => {
  const id = `2025-31813-${String(number).padStart(3, '0')}`;
  return {
    id,
    planId: kh113BacLieu.id,
    period: '2025',
    unitId: '31813',
    parentId: '954',
    at: '954',
    status: 'approved',
    round: 1,
    row: {
      id,
      line: number + 2,
      kind: 'model',
      values: {
        name: `Mô hình số ${number}`,
        title: 'Giữ kênh sạch',
        summary: 'Cả xóm cùng làm.',
        keyResults: '3 km kênh',
        consent: 'Đồng ý',
        ...values,
      },
    },
    snapshotId: 's',
    approvals: ['954'],
    returnReason: '',
    withdrawn: null,
    public: true,
    touchedOn: '2025-03-05',
    history: [
      { at: now.toISOString(), by: 'a@vidu.vn', unitId: '31813', action: 'submit', round: 1 },
      { at: now.toISOString(), by: 'a@vidu.vn', unitId: '954', action: 'approve', round: 1 },
    ],
    ...fields,
  };
};

const keyOf = (number: number): string => toKey(kh113BacLieu.id, aDossier(number).id);
const addressOf = (number: number, name = `Mô hình số ${number}`): string =>
  storyPath({ key: keyOf(number), name });

let store: DocumentStore;
let reads: string[];
let writes: Write[];

beforeEach(() => {
  const inner = createSqliteStore(':memory:');
  reads = [];
  writes = [];
  store = {
    ...inner,
    read: (path) => {
      reads.push(path);
      return inner.read(path);
    },
    commit: async (some) => {
      const result = await inner.commit(some);
      if (result.ok) writes.push(...some.filter(({ kind }) => kind !== 'check'));
      return result;
    },
  };
});

const save = (...dossiers: Dossier[]) =>
  store.commit([
    { kind: 'put', path: paths.plan(kh113BacLieu.id), data: kh113BacLieu },
    ...dossiers.map((data): Write => ({ kind: 'put', path: paths.dossier(data.planId, data.id), data })),
    ...publishMarks(dossiers, now),
  ]);

const publishNow = (at = now) => publish({ store, clock: { now: () => at } } as Services);

async function get(address: string): Promise<Answer> {
  const [path = '', query = ''] = address.split('?');
  const answer = await listing(store, url, path, new URLSearchParams(query));
  return { ...answer, body: String(answer.body) };
}

const hundred = Array.from({ length: 100 }, (_, index) => aDossier(index + 1));

describe('before anything was published', () => {
  it('answers with pages that say so', async () => {
    for (const address of ['/', '/don-vi', '/ke-hoach', '/du-lieu', '/loc'])
      expect((await get(address)).status).toBe(200);
    expect((await get('/')).body).toContain('Chưa có gương nào được công khai');
    expect((await get('/nguon.xml')).body).toContain('<feed');
    expect((await get(addressOf(1))).status).toBe(404);
  });
});

describe('what an address answers', () => {
  beforeEach(async () => {
    await save(...hundred);
    await publishNow();
  });

  it.each([
    ['/', 'text/html'],
    ['/?loai=mo-hinh', 'text/html'],
    ['/loc', 'text/html'],
    ['/don-vi', 'text/html'],
    ['/don-vi/phuong-2-31813', 'text/html'],
    ['/ke-hoach', 'text/html'],
    ['/ke-hoach/kh-113-bac-lieu', 'text/html'],
    ['/du-lieu', 'text/html'],
    [addressOf(7), 'text/html'],
    ['/nguon.xml?loai=mo-hinh', 'application/atom+xml'],
    ['/du-lieu/guong.json', 'application/json'],
    ['/du-lieu/guong.csv', 'text/csv'],
    [`/du-lieu/guong/${keyOf(7)}.json`, 'application/json'],
    ['/du-lieu/luoc-do.json', 'application/schema+json'],
    ['/phat-thanh/2025-03.txt', 'text/plain'],
    ['/sitemap.xml', 'application/xml'],
    ['/sitemap-1.xml', 'application/xml'],
  ])('%s: 200, %s, for the CDN, with an ETag that stays', async (address, type) => {
    const answer = await get(address);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': 'public, max-age=60, s-maxage=300',
      'X-Content-Type-Options': 'nosniff',
    });
    expect(answer.headers['Content-Security-Policy']).toContain("default-src 'none'");
    expect(answer.headers).not.toHaveProperty('Set-Cookie');
    expect(answer.headers.ETag).toMatch(/^"[\w-]{22}"$/);
    expect((await get(address)).headers.ETag).toBe(answer.headers.ETag);
  });

  it.each([
    ['/?trang=2', '/'],
    ['/?loai=%3Cscript%3E', '/'],
    ['/?khau=boi-duong&loai=mo-hinh', '/?loai=mo-hinh&khau=boi-duong'],
    ['/?q=', '/'],
    ['/phat-thanh/2025-03.txt?nam=2026&loai=mo-hinh&phan=2', '/phat-thanh/2025-03.txt?phan=2'],
    ['/phat-thanh/2025-03.txt?phan=1', '/phat-thanh/2025-03.txt'],
    ['/don-vi/', '/don-vi'],
    ['//', '/'],
    ['/de-nghi/?guong=abcdefghjk', '/de-nghi?guong=abcdefghjk'],
    ['/?q=t%C3%B4m&trang=2', '/?q=t%C3%B4m'],
    [`/guong/ten-cu-${keyOf(7)}`, addressOf(7)],
    [`/guong/${keyOf(7)}`, addressOf(7)],
    [`/guong/${keyOf(7).toUpperCase()}`, addressOf(7)],
    [`${addressOf(7)}.`, addressOf(7)],
    [`${addressOf(7)})%E2%80%9D,`, addressOf(7)],
    ['/don-vi/PHUONG-2-31813.', '/don-vi/phuong-2-31813'],
    ['/don-vi/ten-cu-31813', '/don-vi/phuong-2-31813'],
    ['/don-vi/31813', '/don-vi/phuong-2-31813'],
    ['/nguon.xml?don-vi=ten-cu-31813&loai=ca-nhan', '/nguon.xml?don-vi=phuong-2-31813&loai=ca-nhan'],
    ['/?don-vi=31813', '/?don-vi=phuong-2-31813'],
  ])('%s leads to %s', async (address, location) => {
    expect(await get(address)).toMatchObject({ status: 301, headers: { Location: location } });
  });

  it.each([
    '/x',
    '/guong/x',
    '/don-vi/khong-co-1',
    '/ke-hoach/kh-0',
    '/sitemap-2.xml',
    '//xau.vn',
    '//xau.vn/',
    '///xau.vn//',
    '/\\xau.vn/',
    'http://xau.vn/',
    '/guong/../plans',
  ])('%s is not there, and the page helps to find what is', async (address) => {
    const { status, body, headers } = await get(address);
    expect([status, headers['Cache-Control']]).toEqual([404, 'no-store']);
    expect(body).toContain('role="search"');
  });

  it.each([
    '/?linh-vuc=ubnd-tinh-lua-dao-0909123456',
    '/?don-vi=khong-co-1&loai=mo-hinh',
    '/loc?nam=1999',
    '/nguon.xml?linh-vuc=khong-co',
  ])('%s asks for what nobody has: 404, without these words, with what to try', async (address) => {
    const { status, body, headers } = await get(address);
    expect([status, headers['Cache-Control']]).toEqual([404, 'no-store']);
    expect(body).not.toMatch(/khong-co|lua-dao|1999/);
    expect(body).toContain('<a href="/loc">Chọn trong các mục lọc hiện có</a>');
    expect(body.includes('<a href="/?loai=mo-hinh">Bỏ điều kiện ấy</a>: còn 100 gương')).toBe(
      address.includes('loai='),
    );
  });

  it.each([
    ['/du-lieu/guong.json?ke-hoach=khong-co', 'application/problem+json', 'chọn trong các mục ở /loc'],
    ['/du-lieu/guong.csv?phong-trao=khong-co', 'text/plain', 'chọn trong các mục ở /loc'],
    ['/phat-thanh/2025-03.txt?don-vi=khong-co-1', 'text/plain', 'chọn đơn vị rồi lấy phần cuối'],
  ])('%s asks for what nobody has: 404 in the kind that was asked for', async (address, type, advice) => {
    const { status, body, headers } = await get(address);
    expect([status, headers['Cache-Control']]).toEqual([404, 'no-store']);
    expect(headers['Content-Type']).toContain(type);
    expect(body).toContain(advice);
  });

  it('knows kinds of exemplars of which there is none yet', async () => {
    expect(await get('/nguon.xml?loai=tap-the')).toMatchObject({ status: 200 });
    expect((await get('/?loai=tap-the')).body).toContain('Loại: Tập thể');
  });

  it('puts nobody else’s words under its name: a search is in no title, and in no search engine', async () => {
    const address = '/?q=nh%C3%A0+c%C3%A1i+88+uy+t%C3%ADn+xxx.com';
    const { body, headers } = await get(address);
    const head = body.slice(0, body.indexOf('</head>')).replace(/<link rel="alternate"[^>]*>/, '');
    expect(head).not.toMatch(/nh(à|%C3%A0)|xxx/);
    expect(head).toContain('<title>Kết quả tìm kiếm');
    expect(head).toContain('<meta name="robots" content="noindex">');
    expect(headers['X-Robots-Tag']).toBe('noindex');
    const feed = await get(`/nguon.xml${address.slice(1)}`);
    expect(/<title>[^<]*/.exec(feed.body)?.[0]).toBe('<title>Gương Sáng – Kết quả tìm kiếm');
    expect(feed.headers['X-Robots-Tag']).toBe('noindex');
    const filters = (await get(`/loc${address.slice(1)}`)).body;
    expect(/og:url" content="([^"]*)"/.exec(filters)?.[1]).toBe(`${url}/`);
    expect((await get('/?loai=mo-hinh')).headers).not.toHaveProperty('X-Robots-Tag');
  });

  it('says at the foot of every page who issued the plan', async () => {
    for (const address of ['/', '/don-vi', '/loc', addressOf(7), '/x', '/de-nghi'])
      expect((await get(address)).body).toContain(`<p>Cơ quan chủ trì: ${kh113BacLieu.issuer}.</p>`);
  });

  it('costs one read a story and none a list, once the pointer is known; from the third reader on none', async () => {
    await get('/');
    reads = [];
    await get('/?nam=2025');
    await get('/don-vi/phuong-2-31813');
    expect(reads).toEqual([]);
    await get(addressOf(3));
    expect(reads).toHaveLength(1);
    // Asked for again, it is kept.
    await get(addressOf(3));
    expect(reads).toHaveLength(2);
    await get(addressOf(3));
    expect(reads).toHaveLength(2);
  });

  it('gives every row in open data, page after page', async () => {
    const rows: { dossier: string; url: string }[] = [];
    for (let next: string | null = '/du-lieu/guong.json'; next !== null; ) {
      const data = JSON.parse((await get(next.replace(url, ''))).body);
      rows.push(...data.rows);
      next = data.next;
    }
    expect(rows.map(({ dossier }) => dossier).sort()).toEqual(hundred.map(({ id }) => id));
    expect((await get(rows[0]!.url.replace(url, ''))).status).toBe(200);
  });

  it('gives every row that a search finds too, in the order of the list, however many', async () => {
    const many = Array.from({ length: 620 }, (_, index) => aDossier(101 + index));
    await save(...many.slice(0, 400));
    await save(...many.slice(400));
    await publishNow();
    const all: string[] = [];
    for (let next: string | null = '/du-lieu/guong.json'; next !== null; ) {
      const data = JSON.parse((await get(next.replace(url, ''))).body);
      all.push(...data.rows.map(({ id }: { id: string }) => id));
      next = data.next;
    }
    const found: string[] = [];
    for (let next: string | null = '/du-lieu/guong.json?q=m%C3%B4+h%C3%ACnh'; next !== null; ) {
      const answer = await get(next.replace(url, ''));
      expect(answer.status).toBe(200);
      const data = JSON.parse(answer.body);
      expect(data.total).toBe(720);
      found.push(...data.rows.map(({ id }: { id: string }) => id));
      next = data.next;
    }
    expect(found).toEqual(all);
    const csv = await get('/du-lieu/guong.csv?q=m%C3%B4+h%C3%ACnh');
    const [, link = ''] = /^<([^>]+)>; rel="next"$/.exec(csv.headers.Link ?? '') ?? [];
    const rest = await get(link.replace(url, ''));
    const inCsv = [csv, rest].flatMap(({ body }) =>
      [...body.matchAll(/\r\n"([a-z0-9]{10})"/g)].map(([, id]) => id),
    );
    expect(inCsv).toEqual(all);
    expect(rest.headers).not.toHaveProperty('Link');
  });

  it('says in every part of the data of which moment the list is, so that parts of two lists can be told apart', async () => {
    const momentsIn = async () => {
      const { updatedAt } = JSON.parse((await get('/du-lieu/guong.json')).body);
      const said = (await get('/du-lieu/guong.csv')).headers['Last-Modified'] ?? '';
      return [updatedAt, new Date(said).toISOString()];
    };
    expect(await momentsIn()).toEqual(Array(2).fill(now.toISOString()));
    const later = new Date('2025-03-06T08:00:00+07:00');
    await save(aDossier(7, {}, { name: 'Kênh xanh' }));
    await publishNow(later);
    expect(await momentsIn()).toEqual(Array(2).fill(later.toISOString()));
  });

  it.each([
    ['kenh', 100, false, 'guong-sang.csv', 'Gương Sáng – Kết quả tìm kiếm'],
    ['kemh', 100, true, 'guong-sang-gan-dung.csv', 'Gương Sáng – Kết quả tìm kiếm (gần đúng)'],
  ])('tells programs too whether %s was found as it is written', async (q, total, isNear, file, title) => {
    expect(JSON.parse((await get(`/du-lieu/guong.json?q=${q}`)).body)).toMatchObject({ total, isNear });
    const { headers } = await get(`/du-lieu/guong.csv?q=${q}`);
    expect(headers['Content-Disposition']).toBe(`attachment; filename="${file}"`);
    expect(/<title>([^<]*)/.exec((await get(`/nguon.xml?q=${q}`)).body)?.[1]).toBe(title);
  });

  it('names every story in the sitemap and the newest in the feed', async () => {
    const map = (await get('/sitemap-1.xml')).body;
    for (const { id } of hundred) expect(map).toContain(toKey(kh113BacLieu.id, id));
    expect((await get('/nguon.xml')).body.match(/<entry>/g)).toHaveLength(50);
  });

  it('brings to subscribers whoever came to say something else last, however long ago they were recognised', async () => {
    const approvals = (day: string): Partial<Dossier> => ({
      touchedOn: day,
      history: aDossier(1).history.map((event) => ({ ...event, at: `${day}T08:00:00+07:00` })),
    });
    const keysIn = async (address: string) =>
      [...(await get(address)).body.matchAll(/<id>[^<]*\/guong\/([a-z0-9]{10})</g)].map(([, key]) => key);
    const updatedIn = async (address: string) =>
      [...(await get(address)).body.matchAll(/<updated>([^<]*)/g)].map(([, at]) => at);
    await save(aDossier(101, approvals('2025-02-10')));
    await publishNow(new Date('2025-03-20T09:30:00+07:00'));
    const late = await keysIn('/nguon.xml');
    expect([late[0], late.length]).toEqual([keyOf(101), 50]);
    expect((await updatedIn('/nguon.xml')).slice(0, 2)).toEqual(Array(2).fill('2025-03-20T09:30:00+07:00'));
    const ofOthers = (await get('/nguon.xml?q=so+60')).headers.ETag;
    for (const hour of ['10', '14']) {
      const at = `2025-03-21T${hour}:00:00+07:00`;
      await save(aDossier(99, {}, { summary: `Sửa lúc ${hour} giờ.` }));
      await publishNow(new Date(at));
      expect((await keysIn('/nguon.xml')).slice(0, 2)).toEqual([keyOf(99), keyOf(101)]);
      expect((await updatedIn('/nguon.xml')).slice(0, 2)).toEqual([at, at]);
    }
    // A filter's feed stays, byte for byte, when only others changed.
    expect((await get('/nguon.xml?q=so+60')).headers.ETag).toBe(ofOthers);
  });

  it('tells feeds and search engines the day a page changed, and of no page that did not', async () => {
    const later = new Date('2025-03-09T08:00:00+07:00');
    await save(aDossier(7, {}, { summary: 'Cả xóm cùng làm, nay có thêm ấp bên.' }));
    await publishNow(later);
    const dayIn = (text: string, number: number, pattern: RegExp) =>
      pattern.exec(text.slice(text.indexOf(keyOf(number))))?.[1];
    const feed = (await get('/nguon.xml?q=so%207')).body;
    expect(dayIn(feed, 7, /<updated>([^<]+)/)).toBe('2025-03-09T08:00:00+07:00');
    expect(dayIn(feed, 7, /<published>([^<]+)/)).toBe('2025-03-05T00:00:00+07:00');
    const map = (await get('/sitemap-1.xml')).body;
    expect([7, 8].map((number) => dayIn(map, number, /<lastmod>([^<]+)/))).toEqual([
      '2025-03-09',
      '2025-03-05',
    ]);
    expect((await get('/sitemap.xml')).body).toContain(`<lastmod>${later.toISOString()}</lastmod>`);
    // All pages are made anew, as after a change of the plan: none of them looks mended.
    await store.commit([
      {
        kind: 'put',
        path: paths.plan(kh113BacLieu.id),
        data: { ...kh113BacLieu, title: 'Kế hoạch 113 (sửa)' },
      },
    ]);
    expect(await publishNow(new Date('2025-03-12T08:00:00+07:00'))).toBe('published');
    const after = (await get('/sitemap-1.xml')).body;
    expect([7, 8].map((number) => dayIn(after, number, /<lastmod>([^<]+)/))).toEqual([
      '2025-03-09',
      '2025-03-05',
    ]);
  });

  it('has thirty stories for the radio, read out whole', async () => {
    const { body } = await get('/phat-thanh/2025-03.txt');
    expect(body.match(/Cả xóm cùng làm\./g)).toHaveLength(30);
    expect(body).toContain('phần này xin giới thiệu từ gương thứ 1 đến gương thứ 30.');
    const last = (await get('/phat-thanh/2025-03.txt?phan=4')).body;
    expect(last.match(/Cả xóm cùng làm\./g)).toHaveLength(10);
    expect((await get('/phat-thanh/2025-02.txt')).body).toContain(
      'Trong tháng 2 năm 2025, không có gương nào',
    );
  });

  it.each(['/du-lieu/guong/abcdefghjk.json', '/du-lieu/khac.json', '/x.json'])(
    '%s: 404 as a problem that any program can read',
    async (address) => {
      const { status, headers, body } = await get(address);
      expect(headers).toMatchObject({
        'Content-Type': 'application/problem+json; charset=utf-8',
        'Cache-Control': 'no-store',
      });
      expect([status, JSON.parse(body)]).toMatchObject([
        404,
        { type: 'about:blank', status: 404, title: 'Không tìm thấy địa chỉ này' },
      ]);
    },
  );

  it('tells a program that a story is gone, in JSON', async () => {
    await save(aDossier(7, { public: false }));
    await publishNow();
    const { status, headers, body } = await get(`/du-lieu/guong/${keyOf(7)}.json`);
    expect([status, headers['Content-Type']]).toEqual([410, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(body)).toMatchObject({ status: 410, title: 'Gương này không còn được công khai' });
    expect(body).not.toContain('Mô hình số 7');
  });

  it.each([
    '/phat-thanh/2025-13.txt',
    '/du-lieu/khac.csv',
    '/phat-thanh/2031-02.txt',
    '/phat-thanh/9999-12.txt',
    '/phat-thanh/0000-01.txt',
    '/phat-thanh/1025-02.txt',
    '/phat-thanh/2025-03.txt?don-vi=khong',
    '/phat-thanh/2025-03.txt?phan=5',
  ])('%s: 404 as text, with a sentence', async (address) => {
    const { status, headers, body } = await get(address);
    expect([status, headers['Content-Type'], headers['Cache-Control']]).toEqual([
      404,
      'text/plain; charset=utf-8',
      'no-store',
    ]);
    expect(body).toMatch(/^(Chưa|Không) [^<]+\n$/);
  });
});

describe('publishing', () => {
  const pageWrites = () =>
    writes.filter(({ path }) => path.startsWith('pages/') || path.startsWith('listing/'));

  it('writes nothing when nothing changed', async () => {
    await save(...hundred);
    expect(await publishNow()).toBe('published');
    await save(...hundred);
    writes = [];
    expect(await publishNow()).toBe('unchanged');
    expect(pageWrites()).toEqual([]);
  });

  it('writes what changed and no more', async () => {
    const elsewhere = Array.from({ length: 40 }, (_, index) =>
      aDossier(1, { unitId: String(31_900 + index), id: `2025-${31_900 + index}-001` }),
    );
    await save(...hundred, ...elsewhere);
    await publishNow();
    await save(aDossier(1, {}, { summary: 'Nay cả ấp cùng làm.' }));
    writes = [];
    await publishNow();
    const put = pageWrites().filter(({ kind }) => kind !== 'delete');
    expect(put.map(({ path }) => path.split('/').at(-1)?.split('-')[0]).sort()).toEqual([
      'current',
      'groups',
      'manifest',
      'stories',
    ]);
    expect((await get(addressOf(1))).body).toContain('Nay cả ấp cùng làm.');
  });

  it('leaves a reader with the same page and ETag when only others changed', async () => {
    await save(...hundred);
    await publishNow();
    const before = (await get(addressOf(50))).headers.ETag;
    await save(aDossier(1, {}, { summary: 'Nay cả ấp cùng làm.' }));
    await publishNow();
    expect((await get(addressOf(50))).headers.ETag).toBe(before);
  });

  it('sends readers of an old name to the new one', async () => {
    await save(...hundred);
    await publishNow();
    await save(aDossier(7, {}, { name: 'Kênh xanh' }));
    await publishNow();
    expect(await get(addressOf(7))).toMatchObject({
      status: 301,
      headers: { Location: addressOf(7, 'Kênh xanh') },
    });
  });

  it('answers 410 after a withdrawal, without the name, also after everybody of the unit is gone, and never forgets it', async () => {
    await save(...hundred);
    await publishNow();
    await save(aDossier(7, { public: false }));
    await publishNow();
    const gone = await get(addressOf(7));
    expect(gone.status).toBe(410);
    expect(gone.body).not.toContain('Mô hình số 7');
    expect(gone.body).toContain('xin gỡ giúp');
    expect((await get('/du-lieu/guong.json')).body).not.toContain('"Mô hình số 7"');
    await save(...hundred.map((dossier) => ({ ...dossier, public: false })));
    await publishNow();
    expect((await get(addressOf(7))).status).toBe(410);
    expect((await get(addressOf(8))).status).toBe(410);
    expect((await get('/')).body).toContain('Chưa có gương nào được công khai');
    await save(aDossier(7));
    await publishNow();
    expect((await get(addressOf(7))).status).toBe(200);
    expect((await get(addressOf(8))).status).toBe(410);
  });

  it('goes on with the next page when the last row of the page before was withdrawn, without its name', async () => {
    const names = Object.fromEntries(
      hundred.map(({ id, row }) => [toKey(kh113BacLieu.id, id), row.values.name as string]),
    );
    await save(...hundred);
    await publishNow();
    const { body } = await get('/');
    const next = /<a href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const last = [...body.matchAll(/href="\/guong\/[^"]*?([a-z0-9]{10})"/g)].at(-1)?.[1] ?? '';
    const keysOf = (html: string) =>
      [...html.matchAll(/<h3><a href="\/guong\/[^"]*?([a-z0-9]{10})"/g)].map(([, key]) => key);
    const before = keysOf((await get(next)).body);
    const gone = hundred.find(({ id }) => toKey(kh113BacLieu.id, id) === last)!;
    await save({ ...gone, public: false });
    await publishNow();
    const moved = await get(next);
    expect(moved.status).toBe(301);
    expect(new URLSearchParams(moved.headers.Location?.slice(2)).get('sau')).not.toContain(names[last]);
    expect(keysOf((await get(moved.headers.Location!)).body)).toEqual(before);
    const data = await get(`/du-lieu/guong.json${next.slice(1)}`);
    expect(JSON.parse((await get(data.headers.Location!)).body).rows).toHaveLength(50);
  });

  it('logs whom it showed, changed and took away, by key and not by name', async () => {
    await save(...hundred);
    await publishNow();
    await save(aDossier(7, { public: false }), aDossier(8, {}, { title: 'Tên khác hẳn' }), aDossier(101));
    await publishNow();
    const log = await store.list<{ what: string; keys: string[] }>('publications');
    const second = log.filter(({ path }) => path.startsWith('publications/2-'));
    expect(Object.fromEntries(second.map(({ data }) => [data.what, data.keys]))).toEqual({
      added: [keyOf(101)],
      changed: [keyOf(8)],
      removed: [keyOf(7)],
    });
    expect(
      log.filter(({ path }) => path.startsWith('publications/1-')).flatMap(({ data }) => data.keys),
    ).toHaveLength(100);
    expect(JSON.stringify(log)).not.toContain('Mô hình');
  });

  it('is seen by the next reader of the process that published, also when another was asking at that moment', async () => {
    await save(...hundred);
    await publishNow();
    forgetPointer(store);
    const inner = store.read;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isHeld = false;
    store.read = async <T>(path: string) => {
      const found = await inner<T>(path);
      if (path === paths.pointer && !isHeld) {
        isHeld = true;
        await held;
      }
      return found;
    };
    const early = get('/');
    store.read = inner;
    await save(aDossier(7, { public: false }));
    await publishNow();
    expect((await get(addressOf(7))).status).toBe(410);
    release();
    await early;
    expect((await get(addressOf(7))).status).toBe(410);
  });

  it('is never seen half: readers of every moment see one list or the other', async () => {
    await save(...hundred);
    await publishNow();
    const changed = hundred.map((dossier) =>
      aDossier(Number(dossier.id.slice(-3)), {}, { title: 'Bản thứ hai' }),
    );
    await save(...changed);
    const inner = store.commit;
    const seen = new Set<string>();
    const lookAround = async (): Promise<void> => {
      // Another process: it remembers nothing.
      const other = { read: store.read, readMany: store.readMany };
      const { body } = await listing(other, url, '/', new URLSearchParams());
      seen.add([...new Set(String(body).match(/Giữ kênh sạch|Bản thứ hai/g))].join(' + '));
      const { body: one, status } = await listing(other, url, addressOf(9), new URLSearchParams());
      expect(status).toBe(200);
      seen.add([...new Set(String(one).match(/Giữ kênh sạch|Bản thứ hai/g))].join(' + '));
    };
    store.commit = async (some) => {
      await lookAround();
      const result = await inner(some);
      await lookAround();
      return result;
    };
    await publishNow();
    expect([...seen].sort()).toEqual(['Bản thứ hai', 'Giữ kênh sạch']);
  });
});
