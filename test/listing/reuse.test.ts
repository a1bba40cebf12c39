/** What others take away: CSV that no spreadsheet runs, feeds and sitemaps that parse, a script that can be read out. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PublicRow, toSlug } from '../../functions/domain/public-row.ts';
import { toKey } from '../../functions/listing/address.ts';
import { renderDataPage } from '../../functions/listing/data-page.ts';
import { dataFields, renderSchema, storyFields } from '../../functions/listing/data-schema.ts';
import { facets, unitParameter } from '../../functions/listing/facets.ts';
import { renderFeed } from '../../functions/listing/feed.ts';
import { noFilter } from '../../functions/listing/filter.ts';
import { renderList } from '../../functions/listing/list-page.ts';
import { look } from '../../functions/listing/look.ts';
import { toCell, toCsvData, toJsonData, toStoryData } from '../../functions/listing/open-data.ts';
import { askRadio, leadsOfMonth, radioMonths } from '../../functions/listing/radio.ts';
import { renderRadio } from '../../functions/listing/radio-script.ts';
import { renderSitemap, renderSitemapIndex } from '../../functions/listing/sitemap.ts';
import { toSpoken } from '../../functions/listing/spoken.ts';
import { renderStory } from '../../functions/listing/story-page.ts';
import { hostileText, rowFullOf } from './hostile.ts';
import { realisticPublicRows } from './realistic.ts';
import { aPublicRow, manyPublicRows, shelfWith, site } from './rows.ts';

/** RFC 4180, and nothing else. */
function parseCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, cell = '', end = ''] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    lines.at(-1)!.push(cell.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
  }
  return lines.slice(0, -1);
}

describe('CSV', () => {
  it('gives every cell back, and none that a spreadsheet would run', () => {
    const risky = fc.oneof(
      hostileText,
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t=', ' =', '＝'), hostileText)
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(risky, (text) => {
        const [[cell = ''] = []] = parseCsv(`${toCell(text)}\r\n`);
        expect(cell.replace(/^'/, '')).toBe(text.replace(/^'/, ''));
        expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
    );
  });

  it('has one line a row under Vietnamese heads, for Excel', () => {
    const { text } = toCsvData(
      site,
      shelfWith([aPublicRow({ name: '=HYPERLINK("http://xau.vn")' })]),
      noFilter,
    );
    expect(text.startsWith('\ufeff"Mã trang","Địa chỉ"')).toBe(true);
    const [heads, row, ...others] = parseCsv(text.slice(1));
    expect(others).toEqual([]);
    expect(heads).toEqual(dataFields.map(({ label }) => label));
    expect(row?.[heads!.indexOf('Tên')]).toBe('\'=HYPERLINK("http://xau.vn")');
  });
});

it('names in JSON the schema, its version and every field of it', () => {
  const data = JSON.parse(toJsonData(site, shelfWith([aPublicRow()]), noFilter));
  expect(data).toMatchObject({
    schema: `${site.url}/du-lieu/luoc-do.json`,
    version: 2,
    total: 1,
    next: null,
  });
  expect(Object.keys(data.rows[0])).toEqual(dataFields.map(({ key }) => key));
  expect(data.rows[0]).toMatchObject({ plan: '113/KH-UBND', recognisedOn: '2025-03-05', unitCode: '31813' });
});

it('has one schema, which list and story both fit, field for field, whoever they are of', () => {
  const schema = JSON.parse(renderSchema(site));
  const ajv = new Ajv2020({ allErrors: true }).addSchema(schema);
  const shelf = shelfWith([aPublicRow()]);
  // Each names the schema that it fits.
  const namedIn = (data: string) => ajv.getSchema(JSON.parse(data).schema)!;
  const isList = namedIn(toJsonData(site, shelf, noFilter));
  const isStory = namedIn(toStoryData(site, shelf, aPublicRow()));
  expect(isList).not.toBe(isStory);
  const photo = { id: 'ab', width: 4, height: 3, alt: 'Bà Hoa' };
  const more = [{ header: 'Xếp loại', text: 'Tốt' }];
  for (const row of [aPublicRow({ photo, more }), aPublicRow({ birthYear: null }), ...manyPublicRows(9)]) {
    const story = JSON.parse(toStoryData(site, shelf, row));
    expect([isStory(story), isStory.errors]).toEqual([true, null]);
    const list = JSON.parse(toJsonData(site, shelfWith([row]), noFilter));
    expect([isList(list), isList.errors]).toEqual([true, null]);
    expect(story).toMatchObject(list.rows[0]);
    expect(Object.keys(story)).toEqual(
      ['schema', 'version'].concat([...dataFields, ...storyFields].map(({ key }) => key)),
    );
  }
  const story = JSON.parse(toStoryData(site, shelf, aPublicRow()));
  expect(story).toMatchObject({
    id: toKey('kh-113-bac-lieu', story.dossier),
    kind: 'Cá nhân',
    unitCode: '31813',
  });
  expect(isStory({ ...story, kind: undefined })).toBe(false);
  const page = renderDataPage(site, shelf);
  for (const { key, label } of [...dataFields, ...storyFields])
    expect(page).toContain(`<dt><code>${key}</code> · ${label}</dt>`);
});

it('tells of a story all that its page may show, and nothing under two names', () => {
  const marks = Object.fromEntries(
    Object.entries(aPublicRow()).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, `mark-${key}`]] : [],
    ),
  );
  const row = aPublicRow({ ...marks, kind: 'model', planId: 'kh-113-bac-lieu' } as Partial<PublicRow>);
  const story = JSON.stringify(JSON.parse(toStoryData(site, shelfWith([row]), row)));
  const missing = Object.keys(marks).filter((key) => !story.includes(`"mark-${key}`));
  expect(missing).toEqual(['planId', 'kind', 'planNumber']);
});

it('says at /du-lieu by what data can be narrowed, and in every row which value of a filter finds it', () => {
  const rows = realisticPublicRows();
  const shelf = shelfWith(rows);
  const names = [unitParameter, ...facets.map(({ name }) => name)];
  const byFilter = dataFields.flatMap(({ key, filter }) => (filter ? [[filter.name, key] as const] : []));
  expect(byFilter.map(([name]) => name).sort()).toEqual(names.toSorted());
  const page = renderDataPage(site, shelf);
  for (const name of ['q', ...names]) expect(page).toContain(`<dt><code>${name}</code> · `);
  for (const row of JSON.parse(toJsonData(site, shelf, noFilter)).rows)
    for (const [name, key] of byFilter) {
      const slug = toSlug(name === 'nam' ? row[key].slice(0, 4) : row[key]);
      if (slug === '') continue;
      const narrowed = JSON.parse(toJsonData(site, shelf, { ...noFilter, values: { [name]: slug } }));
      expect(narrowed.rows).toContainEqual(row);
    }
  const { planSlug, unitSlug } = JSON.parse(toStoryData(site, shelf, rows[0]!));
  expect(planSlug).toBe('kh-113-bac-lieu');
  expect([...shelf.units.bySlug.keys()]).toContain(unitSlug);
});

it('calls a field of a story what the story page calls it', () => {
  const marks = Object.fromEntries(storyFields.map(({ key }) => [key, `mark-${key}`]));
  const row = aPublicRow({ ...marks, kind: 'model', birthYear: 1970, steps: [], photo: null, more: [] });
  const page = renderStory(site, { row, planTitle: '', others: [] });
  const headings = new Map(
    [
      ...page.matchAll(
        /<(h2|h3|dt)>([^<]+)<\/\1>\s*<(?:p|dd class="long"|ol class="way")>(?:<bdi>)?([^<]*)/g,
      ),
    ].map(([, , label = '', text = '']) => [text.replace(/^mark-/, ''), label]),
  );
  const labels = new Map(storyFields.map(({ key, label }) => [key, label]));
  const told = storyFields.filter(({ key }) => headings.has(key)).map(({ key }) => key);
  expect(told.length).toBeGreaterThanOrEqual(9);
  for (const key of told) expect(labels.get(key)).toBe(headings.get(key));
  expect(page).toContain(`<h2>${labels.get('steps')}</h2>\n<ol class="way">`);
});

it('calls the feed one thing wherever it is named', () => {
  const shelf = shelfWith([aPublicRow()]);
  const list = renderList(site, shelf, noFilter, look(shelf, noFilter));
  const [, name = ''] = /atom\+xml" title="([^"]+)"/.exec(list) ?? [];
  expect(renderFeed(site, shelf, noFilter)).toContain(`<subtitle>${name}</subtitle>`);
  expect(renderDataPage(site, shelf)).toContain(`Nguồn tin Atom “${name}”`);
});

it('lists the last twelve months with stories, and says where older ones are', () => {
  const of = (months: number) =>
    renderDataPage(
      site,
      shelfWith(
        Array.from({ length: months }, (_, index) =>
          aPublicRow({
            id: `2025-31813-${index}`,
            approvedOn: `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-05`,
          }),
        ),
      ),
    );
  expect(of(12).match(/\/phat-thanh\//g)).toHaveLength(12);
  expect(of(12)).not.toContain('12 tháng gần nhất');
  expect(of(15).match(/<li><a href="\/phat-thanh\//g)).toHaveLength(12);
  expect(of(15)).toContain(
    '12 tháng gần nhất có gương; các tháng trước ở địa chỉ cùng dạng, ví dụ <a href="/phat-thanh/2023-03.txt">Tháng 3/2023</a>',
  );
});

describe('XML', () => {
  /** Every tag closed in order, no bare & and no character that XML forbids. */
  function expectWellFormed(xml: string): void {
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/);
    expect(xml.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/&/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    const open: string[] = [];
    for (const [, close, name = '', selfClosed] of xml
      .replace(/^<\?.*?\?>/, '')
      .matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g))
      if (close) expect(open.pop()).toBe(name);
      else if (!selfClosed) open.push(name);
    expect(open).toEqual([]);
  }

  it('is well formed, whatever rows say', () => {
    const clean = hostileText.map((text) => text.replace(/[\p{C}]/gu, ''));
    fc.assert(
      fc.property(clean, (text) => {
        const shelf = shelfWith([rowFullOf(text.slice(0, 200)), ...manyPublicRows(3)]);
        expectWellFormed(renderFeed(site, shelf, { ...noFilter, query: 'tôm & <b>' }));
        expectWellFormed(renderSitemap(site, shelf, 1) ?? '');
        expectWellFormed(renderSitemapIndex(site, shelf));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the id of an entry when the name is mended', () => {
    const idOf = (name: string) =>
      /<entry>\n<id>([^<]+)/.exec(renderFeed(site, shelfWith([aPublicRow({ name })]), noFilter))?.[1];
    expect(idOf('Nguyễn Thị Hoà')).toBe(idOf('Nguyễn Thị Hoa'));
  });
});

describe('the radio script', () => {
  const oneOf = { month: '2025-03', filter: noFilter, part: 1 };

  it.each([
    ['320 triệu đồng/ha/năm', '320 triệu đồng một héc-ta một năm'],
    ['giảm 55% vụ việc', 'giảm 55 phần trăm vụ việc'],
    ['hiến 4.200 m² đất; 3,1 km lộ', 'hiến 4.200 mét vuông đất; 3,1 ki-lô-mét lộ'],
    ['ngày 05/03/2025', 'ngày 5 tháng 3 năm 2025'],
    ['ngày 5/3 và 6/3, đêm 30/4', 'ngày 5 tháng 3 và 6 tháng 3, đêm 30 tháng 4'],
    ['tháng 2/2025, từ 11/2021', 'tháng 2 năm 2025, từ tháng 11 năm 2021'],
    ['tháng 3-5/2025, quý II/2025', 'tháng 3 đến tháng 5 năm 2025, quý II năm 2025'],
    ['còn 4 giờ/hồ sơ', 'còn 4 giờ một hồ sơ'],
    ['đạt 3,8/4; 15/18 hộ; 9/9 tiêu chí', 'đạt 3,8 trên 4; 15 trên 18 hộ; 9 trên 9 tiêu chí'],
    ['3.5 ki-lô-mét, 3.5 km, 3.500 m', '3,5 ki-lô-mét, 3,5 ki-lô-mét, 3.500 mét'],
    ['25.000đ/kg, 300 người/km²', '25.000 đồng một ki-lô-gam, 300 người một ki-lô-mét vuông'],
    ['7h30, 60 km/h', '7 giờ 30, 60 ki-lô-mét một giờ'],
    ['15-20 hộ, giai đoạn 2021-2025', '15 đến 20 hộ, giai đoạn 2021 đến 2025'],
    ['45/QĐ-UBND', '45/QĐ-UBND'],
    ['số 45/2021, 12/2025/NĐ-CP, Quyết định 5/2021', 'số 45/2021, 12/2025/NĐ-CP, Quyết định 5/2021'],
    ['ấp 30/4, tổ 3/12 hộ, 24/7', 'ấp 30/4, tổ 3/12 hộ, 24/7'],
    ['ông/bà, 12 xã/phường', 'ông/bà, 12 xã/phường'],
    ['Covid-19, phiên bản 3.5', 'Covid-19, phiên bản 3.5'],
    ['8 kmh và 3 hai', '8 kmh và 3 hai'],
  ])('says "%s" as "%s"', (written, spoken) => {
    expect(toSpoken(written)).toBe(spoken);
  });

  it('takes the stories of the month, of one place when asked, and those of no other', () => {
    const rows = ['2025-01-31', '2025-02-01', '2025-02-28', '2025-03-01'].map((approvedOn, index) =>
      aPublicRow({
        id: `2025-31813-${index}`,
        approvedOn,
        unitId: index === 1 ? '31816' : '31813',
        unit: index === 1 ? 'Phường 3' : 'Phường 2',
      }),
    );
    const shelf = shelfWith(rows);
    const days = (filter = noFilter) =>
      leadsOfMonth(shelf, filter, '2025-02').leads.map(({ approvedOn }) => approvedOn);
    expect(days()).toEqual(['2025-02-28', '2025-02-01']);
    expect(days({ ...noFilter, values: { 'don-vi': 'phuong-3-31816' } })).toEqual(['2025-02-01']);
    expect(radioMonths(shelf)).toEqual([
      { month: '2025-03', label: 'Tháng 3/2025', total: 1 },
      { month: '2025-02', label: 'Tháng 2/2025', total: 2 },
      { month: '2025-01', label: 'Tháng 1/2025', total: 1 },
    ]);
  });

  it('offers every story of a month in one part or another, numbered through, each part naming its neighbours', () => {
    const rows = Array.from({ length: 65 }, (_, index) =>
      aPublicRow({ id: `2025-31813-${index}`, name: `Tổ ${index} hết`, approvedOn: '2025-02-05' }),
    );
    const shelf = shelfWith(rows);
    const scripts = [1, 2, 3].map((part) => {
      const asked = askRadio(site, shelf, '2025-02', new URLSearchParams({ phan: String(part) }));
      if (typeof asked === 'string') throw new Error(asked);
      const mine = asked.leads.map(({ id }) => rows.find((row) => row.id === id)!);
      return renderRadio(site, asked, '', mine);
    });
    const told = scripts.flatMap((text) => text.match(/Tổ \d+ hết/g));
    expect(new Set(told).size).toBe(65);
    expect(scripts.flatMap((text) => text.match(/^\d+(?=\. )/gm)).map(Number)).toEqual(
      rows.map((_, at) => at + 1),
    );
    const links = scripts.map((text) => text.match(/^Phần \d: .*$/gm));
    const href = `${site.url}/phat-thanh/2025-02.txt`;
    expect(links).toEqual([
      [`Phần 2: ${href}?phan=2`],
      [`Phần 1: ${href}`, `Phần 3: ${href}?phan=3`],
      [`Phần 2: ${href}?phan=2`],
    ]);
    expect(scripts[1]).toContain(
      'Trong 65 gương của tháng, phần này xin giới thiệu từ gương thứ 31 đến gương thứ 60.',
    );
    const page = renderDataPage(site, shelf);
    expect(page).toContain('(65 gương), <a href="/phat-thanh/2025-02.txt?phan=2">phần 2');
    expect(page).toContain('<a href="/phat-thanh/2025-02.txt?phan=3">phần 3');
  });

  it.each([
    ['2025-02', 'don-vi=khong', 'Không có đơn vị “khong”. Xin mở'],
    ['2025-02', 'don-vi=KH%C3%94NG', 'Không có đơn vị “KHÔNG”. Xin mở'],
    ['2025-02', 'linh-vuc=khong', 'Không có “khong” ở điều kiện “linh-vuc”. Xin chọn lại'],
    ['2025-02', 'phan=2', 'Không có phần “2”: bản tin tháng 2 năm 2025 có 1 phần, phần đầu ở'],
    ['2025-02', 'phan=0', 'Không có phần “0”: bản tin tháng 2 năm 2025 có 1 phần'],
    ['2031-02', '', 'Chưa có bản tin tháng 2 năm 2031: danh sách công khai thay đổi lần cuối ngày'],
  ])('says why there is no script of %s?%s', (month, query, said) => {
    const shelf = shelfWith([aPublicRow({ approvedOn: '2025-02-05' })]);
    const asked = askRadio(site, shelf, month, new URLSearchParams(query));
    expect(String(asked).startsWith(said)).toBe(true);
  });

  it.each([
    ['a unit that stands above itself', 'Mô hình “Bếp ấm”', ['Hội Phụ nữ tỉnh', 'Tỉnh Bạc Liêu']],
    ['a name that ends with the unit', 'Mô hình “Bếp ấm”, Hội Phụ nữ tỉnh', ['Tỉnh Bạc Liêu']],
    ['both', 'Mô hình “Bếp ấm”, Hội Phụ nữ tỉnh', ['Hội Phụ nữ tỉnh', 'Tỉnh Bạc Liêu']],
  ])('says a name once: %s', (_, name, unitPath) => {
    const row = { ...aPublicRow(), honorific: '', position: '', name, unit: 'Hội Phụ nữ tỉnh', unitPath };
    expect(renderRadio(site, { ...oneOf, total: 1 }, '', [row])).toContain(
      '1. Mô hình “Bếp ấm”, Hội Phụ nữ tỉnh, Tỉnh Bạc Liêu.',
    );
  });

  it('is whole sentences from greeting to thanks', () => {
    const text = renderRadio(site, { ...oneOf, total: 1 }, 'Phường 2', [aPublicRow()]);
    expect(text).toContain('1. Bà Nguyễn Thị Hoa, Nông dân, Tổ trưởng Tổ hợp tác nuôi tôm, Phường 2');
    expect(text).toContain('Kết quả: 18 hộ làm theo; lợi nhuận bình quân 320 triệu đồng một héc-ta một năm.');
    for (const line of text.split('\n').slice(3)) if (line !== '') expect(line).toMatch(/[.!?…]$/);
  });
});
