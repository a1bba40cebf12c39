/** What others take away: CSV that no spreadsheet runs, feeds and sitemaps that parse. */
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
import { renderSitemap, renderSitemapIndex } from '../../functions/listing/sitemap.ts';
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
