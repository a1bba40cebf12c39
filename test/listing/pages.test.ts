/** The public pages as documents: landmarks for those who hear them, light for a cheap phone, deaf to hostile rows. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPublicRow } from '../../functions/domain/public-row.ts';
import { toUnitTree, type Unit } from '../../functions/domain/unit.ts';
import { renderDataPage } from '../../functions/listing/data-page.ts';
import {
  renderBadAddress,
  renderError,
  renderGone,
  renderNotFound,
} from '../../functions/listing/fault-pages.ts';
import { type Filter, noFilter } from '../../functions/listing/filter.ts';
import { toLead } from '../../functions/listing/lead.ts';
import { renderAllFilters, renderList } from '../../functions/listing/list-page.ts';
import { look } from '../../functions/listing/look.ts';
import { renderPlan, renderPlans } from '../../functions/listing/plan-page.ts';
import { toPlanTable } from '../../functions/listing/plan-table.ts';
import { compareLeads, cut, toText } from '../../functions/listing/roll.ts';
import { emptyShelf, type Shelf, shelfOf } from '../../functions/listing/shelf.ts';
import { renderStory } from '../../functions/listing/story-page.ts';
import {
  fromElsewhere,
  renderNothingToAsk,
  renderTakedownForm,
  renderTaken,
  tooMany,
} from '../../functions/listing/takedown-page.ts';
import { officesOf } from '../../functions/listing/unit-index.ts';
import { renderUnit, renderUnits } from '../../functions/listing/unit-page.ts';
import { caMau2026 } from '../../functions/plans/ca-mau-2026.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { aDossier, decided } from '../domain/people.ts';
import { aMegabyte, hostileTexts, rowFullOf } from './hostile.ts';
import { findFetched, named, parseMarkup, toOutline } from './markup.ts';
import { realisticPublicRows } from './realistic.ts';
import { aLead, aPublicRow, manyPublicRows, shelfWith, site, updatedAt } from './rows.ts';

const shelf = shelfWith(realisticPublicRows());
const crowded = shelfWith(manyPublicRows(120));
const listOf = (of: Shelf, filter: Filter = noFilter): string =>
  renderList(site, of, filter, look(of, filter));
const storyOf = (fields = {}): string =>
  renderStory(site, {
    row: aPublicRow(fields),
    planTitle: 'Kế hoạch',
    others: [aLead({ id: '2025-31813-004' })],
  });
const narrow: Filter = {
  ...noFilter,
  query: 'nuoi tom',
  values: { loai: 'ca-nhan', 'don-vi': 'phuong-2-31813' },
};
const nothing: Filter = { ...noFilter, query: 'zzzzzz', values: { loai: 'mo-hinh' } };
const [unit] = [...shelf.units.bySlug.values()].filter(({ parent }) => parent === null);
const [plan] = [...shelf.plans.values()];
const typed = { page: '<b>', wish: '', asker: '', contact: '"x', text: '', blank: 'x' };
const faulty = {
  about: null,
  typed,
  problems: (Object.keys(typed) as (keyof typeof typed)[]).map((field) => ({
    field,
    message: `Chưa được: ${field}.`,
  })),
};
const about = { key: 'abcdefghjk', name: 'Hoa', title: 'x', hasPhoto: false };
const answering = { unit: 'Xã Ninh Hòa', office: 'Huyện Hồng Dân' };

const aPhoto = { id: 'ab12'.repeat(5), width: 960, height: 720, alt: 'Bà Hoa bên vuông tôm' };

const documents: [string, string][] = [
  ['the list', listOf(shelf)],
  ['a later page of the list', listOf(crowded, { ...noFilter, place: look(crowded, noFilter).after })],
  ['a narrowed list', listOf(shelf, narrow)],
  ['an empty result', listOf(shelf, nothing)],
  ['the list without rows', listOf(emptyShelf())],
  ['all filters', renderAllFilters(site, shelf, noFilter, look(shelf, noFilter))],
  ['a story', storyOf({ photo: aPhoto })],
  [
    'a model',
    storyOf({ kind: 'model', honorific: '', method: 'Bước 1\nBước 2', need: 'Thiếu vốn', isCut: true }),
  ],
  ['a unit', renderUnit(site, shelf, unit!)],
  ['all units', renderUnits(site, shelf)],
  ['a plan', renderPlan(site, shelf, plan!)],
  ['all plans', renderPlans(site, shelf)],
  ['open data', renderDataPage(site, shelf)],
  ['the request to take down', renderTakedownForm(site, { about })],
  ['that request, refused', renderTakedownForm(site, faulty)],
  [
    'that request, taken',
    renderTaken(
      site,
      { code: 'DN-1', wish: 'remove', answerBy: '2025-03-07', settleBy: '2025-03-20' },
      answering,
    ),
  ],
  [
    'that request, once too often',
    renderTakedownForm(site, { about, typed, notice: tooMany('address', answering) }),
  ],
  ['that request, from elsewhere', renderTakedownForm(site, { about, typed, notice: fromElsewhere })],
  ['that request, about a page that is off already', renderNothingToAsk(site)],
  ['a page that is not there', renderNotFound(site)],
  ['an address that cannot be read', renderBadAddress(site)],
  ['a page that was taken down', renderGone(site)],
  ['a failure', renderError(site)],
];

const weigh = (text: string): number => gzipSync(text).length;

describe.each(documents)('%s', (_, html) => {
  const elements = parseMarkup(html);

  it('has one header, h1, main and footer, in that order', () => {
    const frame = elements.filter(({ name }) => ['header', 'h1', 'main', 'footer'].includes(name));
    expect(frame.map(({ name }) => name)).toEqual(['header', 'h1', 'main', 'footer']);
  });

  it('begins with a link past the masthead, to a place that takes the focus', () => {
    const first = elements.find(({ inside }) => inside.at(-1) === 'body');
    expect(first).toMatchObject({ name: 'a', attributes: { class: 'skip' } });
    const target = elements.find(({ attributes }) => `#${attributes.id}` === first?.attributes.href);
    expect(target).toMatchObject({ name: 'main', attributes: { tabindex: '-1' } });
  });

  it('is Vietnamese, zooms, has a title and a description', () => {
    expect(elements[0]).toMatchObject({ name: 'html', attributes: { lang: 'vi' } });
    const meta = new Map(
      named(elements, 'meta').map(({ attributes }) => [attributes.name, attributes.content]),
    );
    expect(meta.get('viewport')).toBe('width=device-width,initial-scale=1');
    expect(meta.get('description')).not.toBe('');
    expect(named(elements, 'title')[0]?.text).not.toBe('');
    expect(html).toBe(html.normalize('NFC'));
  });

  it('needs no second request and runs no script', () => {
    expect(findFetched(html)).toEqual([]);
  });

  it('uses every id once and skips no level of heading', () => {
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const levels = elements.filter(({ name }) => /^h\d$/.test(name)).map(({ name }) => Number(name[1]));
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('names every field, link, navigation and button', () => {
    const labelled = new Set(named(elements, 'label').map(({ attributes }) => attributes.for));
    for (const { name, attributes } of elements)
      if (['input', 'textarea'].includes(name) && attributes.type !== 'hidden')
        expect(labelled).toContain(attributes.id);
    for (const { name, text } of elements)
      if (['a', 'button', 'h1', 'h2', 'h3', 'summary', 'th'].includes(name)) expect(text.trim()).not.toBe('');
    const navs = named(elements, 'nav').map(({ attributes }) => attributes['aria-label']);
    expect(new Set(navs).size).toBe(navs.length);
    for (const { attributes, name } of elements)
      for (const id of [
        ...(attributes['aria-describedby']?.split(' ') ?? []),
        ...(name === 'label' && attributes.for ? [attributes.for] : []),
      ])
        expect(elements.some((one) => one.attributes.id === id)).toBe(true);
  });

  it('tells the people named what they may ask for', () => {
    expect(named(elements, 'footer')[0]?.text).toContain('quyền rút lại sự đồng ý');
  });
});

describe('the request to take down', () => {
  const wishesOf = (of: typeof about | null): unknown[] =>
    named(parseMarkup(renderTakedownForm(site, { about: of })), 'input').flatMap(({ attributes }) =>
      attributes.name === 'wish' ? [attributes.value] : [],
    );
  const dates = { code: 'DN-1', answerBy: '2025-03-07', settleBy: '2025-03-15' };

  it('offers to take a photo away only where there is one, or where the story is not known', () => {
    expect(wishesOf(about)).toEqual(['correct', 'remove']);
    expect(wishesOf({ ...about, hasPhoto: true })).toEqual(['correct', 'photo', 'remove']);
    expect(wishesOf(null)).toEqual(['correct', 'photo', 'remove']);
  });

  it('says at each wish how many days it takes, as the receipt does of the one that was chosen', () => {
    const { text } = parseMarkup(renderTakedownForm(site, { about: { ...about, hasPhoto: true } }))[0]!;
    expect(text).toContain('Sửa nội dung chưa đúng (xong trong 10 ngày)');
    expect(text).toContain('Gỡ ảnh, giữ bài (xong trong 15 ngày)');
    expect(text).toContain('Gỡ cả trang (xong trong 15 ngày)');
    expect(text).toContain('trả lời trong 2 ngày làm việc');
    const taken = parseMarkup(renderTaken(site, { ...dates, wish: 'correct' }, answering))[0]?.text;
    expect(taken).toContain('chậm nhất ngày 07/03/2025 (trong 2 ngày làm việc)');
    expect(taken).toContain('chậm nhất ngày 15/03/2025 (trong 10 ngày)');
    expect(taken).not.toContain('trước hết');
  });

  it('names on the receipt, and once too often, whom to ask instead', () => {
    for (const html of [
      renderTaken(site, { ...dates, wish: 'correct' }, answering),
      renderTakedownForm(site, { about, typed, notice: tooMany('address', answering) }),
      renderTakedownForm(site, { about, typed, notice: tooMany('all', answering) }),
    ])
      expect(parseMarkup(html)[0]?.text).toContain(
        'Xã Ninh Hòa, đơn vị đã giới thiệu gương, hoặc Huyện Hồng Dân, nơi thẩm định',
      );
    const alone = renderTaken(site, { ...dates, wish: 'correct' }, { unit: 'Tỉnh', office: '' });
    expect(parseMarkup(alone)[0]?.text).not.toContain('nơi thẩm định');
  });

  it('says every fault at its field, tells the field so, and leads there from the top', () => {
    const elements = parseMarkup(renderTakedownForm(site, faulty));
    const links = elements.filter(({ name, inside }) => name === 'a' && inside.at(-1) === 'li');
    for (const { field, message } of faulty.problems) {
      expect(elements.some(({ attributes }) => attributes.id === field)).toBe(true);
      expect(links.map(({ attributes }) => attributes.href)).toContain(`#${field}`);
      const fault = elements.find(({ attributes }) => attributes.id === `${field}-loi`);
      expect(fault?.text).toBe(message);
      const owner = elements.find(({ attributes }) =>
        attributes['aria-describedby']?.split(' ').includes(`${field}-loi`),
      );
      expect(owner?.attributes['aria-invalid']).toBe('true');
    }
    const clean = parseMarkup(renderTakedownForm(site, { about: null, typed: { ...typed, blank: '' } }));
    expect(clean.some(({ attributes }) => 'aria-invalid' in attributes)).toBe(false);
  });

  it('shows the field that stays empty only to whoever has filled it', () => {
    const holderOf = (html: string) => {
      const elements = parseMarkup(html);
      const holder = elements.find(({ attributes }) => attributes.name === 'blank');
      const hidden = elements.find(({ attributes }) => attributes.class === 'hide');
      return { ...holder?.attributes, isHidden: hidden !== undefined };
    };
    const clean = { autocomplete: 'off', tabindex: '-1', isHidden: true };
    expect(holderOf(renderTakedownForm(site, { about }))).toMatchObject(clean);
    const filled = { autocomplete: 'off', value: 'x', isHidden: false };
    expect(holderOf(renderTakedownForm(site, faulty))).toMatchObject(filled);
  });

  it('does not lead from its foot to itself', () => {
    const footOf = (html: string) =>
      parseMarkup(html).filter(({ name, inside }) => name === 'a' && inside.includes('footer'));
    expect(footOf(renderTakedownForm(site, { about }))).toEqual([]);
    expect(footOf(renderNotFound(site))).toHaveLength(1);
  });
});

describe('the list', () => {
  const whole = listOf(shelf);

  it.each([
    ['', noFilter],
    [' of a year', { ...noFilter, values: { nam: '2025' } }],
    [' of a plan and a year', { ...noFilter, values: { 'ke-hoach': 'kh-113-bac-lieu', nam: '2025' } }],
  ])(
    '%s weighs at most 10 kB on the line with 50 rows, texts that differ more than these included',
    (_, filter) => {
      const looked = look(shelf, filter);
      expect(looked.leads).toHaveLength(50);
      // Each row has a story of its own; a province's took 8 % more than these.
      expect(weigh(renderList(site, shelf, filter, looked))).toBeLessThanOrEqual(9_200);
    },
  );

  it('is the same, byte for byte, when made again', () => {
    expect(listOf(shelfWith(realisticPublicRows()))).toBe(whole);
  });

  it('has an article under the code of every row, with one link to its story', () => {
    const articles = named(parseMarkup(whole), 'article').map(({ attributes }) => attributes.id);
    expect(articles).toEqual(look(shelf, noFilter).leads.map(({ id }) => id));
    expect(whole.match(/href="\/guong\/[a-z0-9-]+"/g)).toHaveLength(50);
  });

  it('has links on to other pages only when there are other pages', () => {
    expect(whole).not.toContain('rel="next"');
    expect(listOf(crowded).match(/<a [^>]*rel="(next|prev)"/g)).toHaveLength(1);
  });

  it('is the list again to search engines where it is empty, and nothing where it is a search', () => {
    const canonical = (filter?: Filter): string | undefined =>
      /<link rel="canonical" href="https?:\/\/[^/"]+([^"]*)">/.exec(listOf(shelf, filter))?.[1];
    const models: Filter = { ...noFilter, values: { loai: 'mo-hinh' } };
    const nobody: Filter = { ...noFilter, values: { loai: 'mo-hinh', nam: '1999' } };
    expect([noFilter, models, nobody, nothing, narrow].map(canonical)).toEqual([
      '/',
      '/?loai=mo-hinh',
      '/',
      undefined,
      undefined,
    ]);
  });

  it('says past its end that it has ended, and leads back', () => {
    const place = { kind: 'sau', day: '1990-01-01', key: 'zzzzzzzzzz', rank: '' } as const;
    const html = listOf(shelf, { ...noFilter, values: { loai: 'mo-hinh' }, place });
    expect(html).toContain('Đã hết danh sách');
    expect(html).toContain('<a href="/?loai=mo-hinh">Xem lại từ đầu</a>');
  });

  it('says what to try when nothing fits, and every way it offers has somebody', () => {
    const filter: Filter = { ...noFilter, query: 'zzzzzz', values: { loai: 'mo-hinh', khau: 'boi-duong' } };
    const html = listOf(shelf, filter);
    expect(html).toContain('Không có gương nào phù hợp');
    const links = named(parseMarkup(html), 'a').filter(({ text }) => text.startsWith('Bỏ những chữ'));
    expect(links.map(({ attributes }) => attributes.href)).toEqual(['/?loai=mo-hinh&khau=boi-duong']);
    const two = shelfWith([
      aPublicRow({ id: '2025-31813-001', kind: 'model', period: '2024' }),
      aPublicRow({ id: '2025-31813-002', stage: 'Tổng kết', period: '2023' }),
    ]);
    const other = listOf(two, { ...noFilter, values: { loai: 'mo-hinh', khau: 'tong-ket', nam: '2023' } });
    expect(other).toContain('<a href="/?khau=tong-ket&amp;nam=2023">Bỏ “Loại: Mô hình”</a>: còn 1 gương');
    expect(other).not.toContain('Bỏ “Năm');
  });

  it('says whether what it found is what was asked for or only near it', () => {
    const near = listOf(shelfWith([aPublicRow()]), { ...noFilter, query: 'nguyan thi hoa' });
    expect(near).toContain('1 gương gần đúng với “nguyan thi hoa”');
    expect(near).not.toContain('phù hợp với');
    expect(listOf(shelfWith([aPublicRow()]), { ...noFilter, query: 'hoa' })).toContain(
      '1 gương phù hợp với “hoa”',
    );
  });

  it('tells of each row when it was recognised, and a result only when it has figures that the deed has not', () => {
    const rowOf = (fields: object) => listOf(shelfWith([aPublicRow(fields)]));
    expect(rowOf({})).toContain('Tỉnh Bạc Liêu · công\u00a0nhận\u00a005/03/2025</p>');
    expect(rowOf({ approvedOn: '' })).not.toContain('công\u00a0nhận\u00a0');
    const deed = { title: '36 lần hiến máu, vận động 1.160 người' };
    const isTold = (keyResults: string): boolean =>
      rowOf({ ...deed, keyResults }).includes(`<p><bdi>${keyResults}`);
    expect(isTold('36 lần; 1.160 người hiến lần đầu')).toBe(false);
    expect(isTold('36 lần; 160 người hiến lần đầu')).toBe(true);
    expect(isTold('Cả xóm làm theo')).toBe(true);
    expect(rowOf({ title: 'Giữ kênh sạch', keyResults: 'Giữ kênh sạch' })).not.toContain('<p><bdi>Giữ');
  });

  it('gives two plans with one code two ids', () => {
    const two = shelfWith([aPublicRow(), aPublicRow({ planId: 'kh-282' })]);
    const ids = named(parseMarkup(listOf(two)), 'article').map(({ attributes }) => attributes.id);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('all filters', () => {
  it('stand in columns where they are many, and by their fellows where they are few', () => {
    const html = renderAllFilters(site, shelf, noFilter, look(shelf, noFilter));
    const groups = [...html.matchAll(/<div( class="wide")?><h3>[^<]+<\/h3><ul>(.*?)<\/ul>/g)];
    expect(
      groups.map(([, wide, items = '']) => [wide !== undefined, items.split('<li>').length - 1 > 8]),
    ).toEqual(groups.map(([, , items = '']) => Array(2).fill(items.split('<li>').length - 1 > 8)));
    expect(new Set(groups.map(([, wide]) => wide !== undefined)).size).toBe(2);
  });

  it('explain what a stage is, as plans do', () => {
    const pages = [
      renderAllFilters(site, shelf, noFilter, look(shelf, noFilter)),
      renderPlan(site, shelf, plan!),
    ];
    for (const html of pages) expect(html).toContain('Nhân rộng (cách làm đang được nơi khác học theo)');
    expect(listOf(shelf)).not.toContain('Khâu là chặng đường');
  });
});

describe('a story', () => {
  const dataOf = (html: string) =>
    JSON.parse(named(parseMarkup(html), 'script')[0]?.text ?? '') as Record<string, unknown>;

  it('tells the whole way: who found, who recognised, when', () => {
    const way = parseMarkup(storyOf()).find(({ attributes }) => attributes.class === 'way')?.text;
    expect(way).toContain('Phường 2 phát hiện, giới thiệu ngày 10/01/2025');
    expect(way).toContain('Thành phố Bạc Liêu công nhận ngày 05/02/2025');
    expect(way).toContain('Tỉnh Bạc Liêu công nhận ngày 05/03/2025');
  });

  it('has the recipe of a model, with its parts, and of nobody else', () => {
    const parts = {
      need: 'Thiếu vốn',
      method: 'Bước 1',
      preconditions: 'Có đất',
      resources: '20 triệu',
      replicatedIn: 'Xã A',
    };
    const headings = named(parseMarkup(storyOf({ kind: 'model', ...parts })), 'h3').map(({ text }) => text);
    expect(headings).toEqual([
      'Vấn đề cần giải quyết',
      'Cách làm',
      'Điều kiện áp dụng',
      'Nguồn lực, kinh phí',
      'Nơi đã nhân rộng',
    ]);
    expect(storyOf()).not.toContain('Công thức của mô hình');
  });

  it('sends whoever wants to learn to the unit, and gives no telephone', () => {
    const text = parseMarkup(storyOf())[0]?.text ?? '';
    expect(text).toMatch(/Xin học tập\s+Đơn vị muốn đến.+ Phường 2 \(Thành phố Bạc Liêu, Tỉnh Bạc Liêu\)/);
    expect(text).not.toMatch(/\d{9,}/);
  });

  it('is told to other sites and to search engines', () => {
    const html = storyOf();
    expect(html).toContain('<meta property="og:type" content="article">');
    expect(html).toMatch(
      /<link rel="canonical" href="https:\/\/guong-sang\.example\/guong\/nguyen-thi-hoa-[a-z0-9]{10}">/,
    );
    expect(dataOf(html)).toMatchObject({
      '@type': 'Article',
      about: { '@type': 'Person', name: 'Nguyễn Thị Hoa' },
    });
  });

  it('says whom to ask who wants to learn from it: the unit, or who took over from it, and how where the plan says', () => {
    const words = (offices: { name: string; contact: string }[]): string => {
      const html = renderStory(site, { row: aPublicRow(), planTitle: '', offices, others: [] });
      return /<h2>Xin học tập<\/h2>(.*?)<p class="no-print">/s.exec(html)?.[1]?.replace(/<[^>]+>/g, '') ?? '';
    };
    expect(words([])).toContain(
      'trực tiếp Phường 2 (Thành phố Bạc Liêu, Tỉnh Bạc Liêu), nơi giới thiệu gương này, tại trụ sở đơn vị.',
    );
    const contact = 'Khóm 3, phường 2; điện thoại 0291 3 000 000 <b>';
    expect(words([{ name: 'Phường 2', contact }])).toMatch(
      /nơi giới thiệu gương này\.Phường 2: Khóm 3, phường 2; điện thoại 0291 3 000 000 &lt;b&gt;/,
    );
    const heirs = [
      { name: 'Phường Bạc Liêu', contact },
      { name: 'Phường Vĩnh Trạch', contact: '' },
    ];
    expect(words(heirs)).toContain(
      'trực tiếp Phường Bạc Liêu hoặc Phường Vĩnh Trạch, đơn vị kế thừa Phường 2 (Thành phố Bạc Liêu, Tỉnh Bạc Liêu)',
    );
    expect(words(heirs)).toContain('Phường Bạc Liêu: Khóm 3');
    expect(words(heirs)).not.toContain('Phường Vĩnh Trạch: ');
  });

  it('has its address on paper', () => {
    expect(storyOf()).toMatch(
      /<p class="paper">Địa chỉ trang: https:\/\/guong-sang\.example\/guong\/nguyen-thi-hoa-[a-z0-9]{10} · Gửi đề nghị sửa, gỡ: https:\/\/guong-sang\.example\/de-nghi<\/p>/,
    );
    expect(renderNotFound(site)).not.toContain('class="paper"');
  });

  it('names the place of work once where it is the unit', () => {
    const once = storyOf({ affiliation: 'Phường 2' });
    expect(once).toContain('Tổ trưởng Tổ hợp tác nuôi tôm · Phường 2, Thành phố Bạc Liêu');
    expect(storyOf()).toContain('Hội Nông dân phường 2 · Phường 2, Thành phố');
  });

  it('tells the birth year only when the row has one, and says when a text was cut', () => {
    expect(storyOf({ birthYear: 1985 })).toContain('Sinh năm 1985');
    expect(storyOf({ birthYear: null })).not.toContain('Sinh năm');
    expect(storyOf({ isCut: true })).toContain('đã được rút gọn');
    expect(storyOf()).not.toContain('đã được rút gọn');
  });

  it('shows a photo at the size it has, with its words, and tells other sites of it', () => {
    const elements = parseMarkup(storyOf({ photo: aPhoto }));
    const address = `/anh/${aPhoto.id}.jpg`;
    expect(named(elements, 'img').map(({ attributes, inside }) => [attributes, inside.at(-1)])).toEqual([
      [
        {
          src: address,
          width: '960',
          height: '720',
          alt: aPhoto.alt,
          loading: 'lazy',
          decoding: 'async',
        },
        'figure',
      ],
    ]);
    const shared = named(elements, 'meta').flatMap(({ attributes }) =>
      attributes.property?.startsWith('og:image') ? [[attributes.property, attributes.content]] : [],
    );
    expect(Object.fromEntries(shared)).toEqual({
      'og:image': `${site.url}${address}`,
      'og:image:type': 'image/jpeg',
      'og:image:width': '960',
      'og:image:height': '720',
      'og:image:alt': aPhoto.alt,
    });
    const data = JSON.parse(named(elements, 'script')[0]?.text ?? '');
    expect(data.image).toMatchObject({ url: `${site.url}${address}`, caption: aPhoto.alt });
  });

  it('has no trace of a photo when there is none', () => {
    expect(storyOf()).not.toMatch(/<img|<figure|og:image|ImageObject/);
  });
});

describe('a plan', () => {
  it('says within how many days half of its exemplars were recognised, when their dates tell', () => {
    const words = (days: ReadonlyMap<number, number>): string =>
      renderPlan(site, shelf, toPlanTable(kh113BacLieu, new Set(['31813']), days));
    expect(
      words(
        new Map([
          [3, 1],
          [1250, 2],
        ]),
      ),
    ).toContain('một nửa số gương không quá 1.250 ngày.');
    expect(words(new Map())).not.toContain('một nửa số gương');
  });

  it('counts the days of a lead from finding to the first recognition that the story shows', () => {
    expect(aLead().days).toBe('26');
    expect(aLead({ steps: [{ step: 'found', unit: 'Phường 2', on: '2025-01-10' }] }).days).toBe('');
    expect(aLead({ steps: [{ step: 'approved', unit: 'Tỉnh', on: '2025-01-10' }] }).days).toBe('');
  });
});

describe('hostile rows', () => {
  const outlines = (text: string) => {
    const row = rowFullOf(text.slice(0, 300));
    const one = shelfWith([row, aPublicRow({ id: 'sau-cung', approvedOn: '2020-01-01' })]);
    return {
      list: toOutline(listOf(one)),
      story: toOutline(renderStory(site, { row, planTitle: text.slice(0, 300), others: [aLead()] })),
    };
  };
  // Facets come from what rows say, so the empty outline of one ordinary word is the measure.
  const tame = outlines('một');

  it('change nothing of the pages around them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...hostileTexts.filter((text) => /[a-z]/i.test(text) && !text.includes('\n'))),
        (text) => {
          const { list, story } = outlines(text);
          expect(story).toEqual(tame.story);
          expect(list).toEqual(tame.list);
        },
      ),
    );
  });

  it.each(hostileTexts)('never end the data block: %j', (text) => {
    const html = renderStory(site, { row: rowFullOf(text.slice(0, 300)), planTitle: '', others: [] });
    expect(findFetched(html)).toEqual([]);
    expect(() => JSON.parse(named(parseMarkup(html), 'script')[0]?.text ?? '')).not.toThrow();
  });

  it.each(hostileTexts)('are only text under a header of the plan’s own, too: %j', (text) => {
    const html = storyOf({ more: [{ header: text.slice(0, 100), text: text.slice(0, 300) }] });
    const outline = storyOf({ more: [{ header: 'Văn bản', text: '12/KH-SNV' }] });
    expect(outline).toContain('<h2>Văn bản</h2><p><bdi>12/KH-SNV</bdi></p>');
    expect(findFetched(html)).toEqual(findFetched(outline));
    expect(named(parseMarkup(html), 'script')).toHaveLength(named(parseMarkup(outline), 'script').length);
  });

  it('are cut when they are a megabyte, and say so', () => {
    const dossier = decided(aDossier(1, { summary: aMegabyte, name: aMegabyte }), 'approve', '956');
    const tree = toUnitTree([
      { id: '95', name: 'Tỉnh Bạc Liêu', kind: 'province', parent: null },
      { id: '956', name: 'Huyện Hồng Dân', kind: 'district', parent: '95' },
      { id: '31843', name: 'Xã Ninh Hòa', kind: 'commune', parent: '956' },
    ]);
    const row = toPublicRow(dossier, kh113BacLieu, tree);
    expect(row.isCut).toBe(true);
    const html = renderStory(site, { row, planTitle: '', others: [] });
    expect(html).toContain('đã được rút gọn');
    expect(html.length).toBeLessThan(40_000);
    expect(html).not.toContain('\u202e');
  });

  it('stand apart from the words around them, whichever way they are read', () => {
    const name = 'محمد';
    expect(storyOf({ name })).toContain(`<bdi>${name}</bdi>`);
    expect(listOf(shelfWith([aPublicRow({ name })]))).toContain(`<bdi>${name}</bdi></a>`);
  });
});

describe('units that merged', () => {
  const units: Unit[] = [
    { id: '95', name: 'Tỉnh Bạc Liêu', kind: 'province', parent: null },
    { id: '1', name: 'Xã Cũ Một', kind: 'commune', parent: '95', validTo: '2025-06-30', successor: '3' },
    { id: '2', name: 'Xã Cũ Hai', kind: 'commune', parent: '95', validTo: '2025-06-30', successor: '3' },
    { id: '3', name: 'Xã Mới', kind: 'commune', parent: '95', validFrom: '2025-07-01' },
  ];
  const rows = units
    .slice(1)
    .map(({ id, name }) => aPublicRow({ id: `2025-${id}-001`, unitId: id, unit: name }));
  const merged = shelfWith(rows, { ...kh113BacLieu, units });
  const totalOf = (slug: string): number => look(merged, { ...noFilter, values: { 'don-vi': slug } }).total;

  it('are found under the new one all together, and under an old one with what it became', () => {
    expect(totalOf('xa-moi-3')).toBe(3);
    expect(totalOf('xa-cu-mot-1')).toBe(2);
    expect(totalOf('tinh-bac-lieu-95')).toBe(3);
    expect(totalOf('xa-khong-co-9')).toBe(0);
  });

  it('say on the list of one that it has the others too', () => {
    const list = (slug: string): string => listOf(merged, { ...noFilter, values: { 'don-vi': slug } });
    expect(list('xa-moi-3')).toContain('Gồm cả gương của đơn vị kế thừa hoặc có trước Xã Mới');
    expect(list('tinh-bac-lieu-95')).not.toContain('Gồm cả gương');
  });

  it('are answered for by whoever is there still, reached as the plan says', () => {
    const contact = 'Trụ sở ấp 1';
    const told = shelfWith(rows, {
      ...kh113BacLieu,
      units: units.map((unit) => (unit.id === '3' ? { ...unit, contact } : unit)),
    });
    const names = (slug: string) => officesOf(told.units, slug).map(({ name }) => name);
    expect(names('xa-cu-mot-1')).toEqual(['Xã Mới']);
    expect(names('xa-moi-3')).toEqual(['Xã Mới']);
    expect(names('xa-khong-co-9')).toEqual([]);
    expect(officesOf(told.units, 'xa-cu-hai-2')[0]?.contact).toBe(contact);
    expect(renderUnit(site, told, told.units.bySlug.get('xa-moi-3')!)).toContain(contact);
  });

  it('say beside their numbers that a sum may be more than all', () => {
    const note = 'nên cộng lại có thể nhiều hơn tổng số';
    expect(listOf(merged)).toContain(note);
    expect(listOf(shelf)).not.toContain(note);
  });

  const wordsOf = (of: Shelf, slug: string): string => {
    const html = renderUnit(site, of, of.units.bySlug.get(slug)!);
    return html.replace(/<style>.*<\/style>/s, '').replace(/<[^>]+>/g, '');
  };

  it('tell of each other on their pages, with the figures of each apart', () => {
    const after = wordsOf(merged, 'xa-moi-3');
    expect(after).toContain('1 gương do Xã Mới phát hiện, giới thiệu được công khai.');
    expect(after).toContain(
      'Kế thừa từ: Xã Cũ Một, Tỉnh Bạc Liêu (đến hết 30/06/2025, 1 gương); Xã Cũ Hai, Tỉnh Bạc Liêu (đến hết 30/06/2025, 1 gương).',
    );
    expect(after).toContain('là của 3 gương: 1 gương của Xã Mới và 2 gương của các đơn vị trước đây.');
    const before = wordsOf(merged, 'xa-cu-hai-2');
    expect(before).toContain('Xã Cũ Hai hoạt động đến hết ngày 30/06/2025.');
    expect(before).toContain('Nay là: Xã Mới, Tỉnh Bạc Liêu (từ 01/07/2025, 1 gương).');
    expect(wordsOf(merged, 'tinh-bac-lieu-95')).not.toContain('nay không còn');
  });

  describe('in a later plan', () => {
    const lead = (planId: string, unitId: string, unit: string, number: number) =>
      aPublicRow({
        planId,
        id: `${planId === caMau2026.id ? 2026 : 2025}-${unitId}-00${number}`,
        unitId,
        unit,
      });
    const some = [
      lead(kh113BacLieu.id, '31846', 'Xã Ninh Quới', 1),
      lead(kh113BacLieu.id, '31849', 'Xã Ninh Quới A', 1),
      lead(kh113BacLieu.id, '31858', 'Xã Vĩnh Lộc', 1),
      lead(caMau2026.id, '31849', 'Xã Ninh Quới', 1),
      lead(caMau2026.id, '31849', 'Xã Ninh Quới', 2),
      lead(caMau2026.id, '31858', 'Xã Vĩnh Lộc', 1),
    ];
    const both = shelfOf(
      cut(some.map(toLead).sort(compareLeads)).map(toText),
      [kh113BacLieu, caMau2026].map((one) =>
        toPlanTable(one, new Set(some.flatMap(({ planId, unitId }) => (planId === one.id ? unitId : [])))),
      ),
      updatedAt,
    );

    it('leave each its own figures: the province, the commune, the plan', () => {
      expect(wordsOf(both, 'tinh-bac-lieu-95')).toContain('3 gương do Tỉnh Bạc Liêu');
      expect(wordsOf(both, 'tinh-bac-lieu-95')).toContain('Nay là: Tỉnh Cà Mau (từ 01/07/2025, 3 gương).');
      expect(wordsOf(both, 'tinh-ca-mau-96')).toContain('3 gương do Tỉnh Cà Mau');
      const old = renderUnit(site, both, both.units.bySlug.get('xa-ninh-quoi-a-31849')!);
      expect(old).toContain('content="1 gương điển hình tiên tiến');
      expect(wordsOf(both, 'xa-ninh-quoi-a-31849')).toContain(
        'Nay là: Xã Ninh Quới, Tỉnh Cà Mau (từ 01/07/2025, 2 gương).',
      );
      const plans = [kh113BacLieu, caMau2026].map(({ id }) => renderPlan(site, both, both.plans.get(id)!));
      const unitsOf = (html: string): string[] =>
        [
          ...html
            .slice(html.indexOf('id="don-vi"'))
            .matchAll(/don-vi\/([a-z0-9-]+)">[^<]+<\/a>.*?<td class="n">(\d+)/g),
        ].map(([, slug, count]) => `${slug} ${count}`);
      expect(plans.map(unitsOf)).toEqual([
        ['huyen-hong-dan-956 3'],
        ['xa-ninh-quoi-31849 2', 'xa-vinh-loc-31858 1'],
      ]);
    });

    it('say that a district ended with its province, and who is there now', () => {
      const district = wordsOf(both, 'huyen-hong-dan-956');
      expect(district).toContain('3 gương do Huyện Hồng Dân');
      expect(district).toContain('Huyện Hồng Dân hoạt động đến hết ngày 30/06/2025.');
      expect(district).toContain(
        'Địa bàn Huyện Hồng Dân nay thuộc: Xã Ninh Quới, Tỉnh Cà Mau (từ 01/07/2025, 2 gương); Xã Vĩnh Lộc, Tỉnh Cà Mau',
      );
      expect(wordsOf(both, 'xa-vinh-loc-31858')).not.toContain('hoạt động đến hết');
      expect(wordsOf(both, 'xa-vinh-loc-31858')).toContain('Thuộc Tỉnh Cà Mau');
    });
  });
});
