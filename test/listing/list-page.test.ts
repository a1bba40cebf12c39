/** The list and its filters: light, with counts that lead to what they count, and a way on from everywhere. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Filter, noFilter } from '../../functions/listing/filter.ts';
import { renderAllFilters, renderList } from '../../functions/listing/list-page.ts';
import { look } from '../../functions/listing/look.ts';
import { renderPlan } from '../../functions/listing/plan-page.ts';
import { named, parseMarkup } from './markup.ts';
import { realisticPublicRows } from './realistic.ts';
import { listOf, shelf } from './rendered.ts';
import { aPublicRow, manyPublicRows, shelfWith, site } from './rows.ts';

const crowded = shelfWith(manyPublicRows(120));
const narrow: Filter = {
  ...noFilter,
  query: 'nuoi tom',
  values: { loai: 'ca-nhan', 'don-vi': 'phuong-2-31813' },
};
const nothing: Filter = { ...noFilter, query: 'zzzzzz', values: { loai: 'mo-hinh' } };
const [plan] = [...shelf.plans.values()];
const weigh = (text: string): number => gzipSync(text).length;

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
