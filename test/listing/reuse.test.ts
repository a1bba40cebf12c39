/** What others take away: CSV that no spreadsheet runs, feeds and sitemaps that parse, a script that can be read out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderFeed } from '../../functions/listing/feed.ts';
import { noFilter } from '../../functions/listing/filter.ts';
import { dataFields, toCell, toCsvData, toJsonData } from '../../functions/listing/open-data.ts';
import { leadsOfMonth, radioMonths, renderRadio, toSpoken } from '../../functions/listing/radio.ts';
import { renderSitemap, renderSitemapIndex } from '../../functions/listing/sitemap.ts';
import { hostileText, rowFullOf } from './hostile.ts';
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
  expect(data).toMatchObject({ schema: `${site.url}/du-lieu#luoc-do`, version: 1, total: 1, next: null });
  expect(Object.keys(data.rows[0])).toEqual(dataFields.map(({ key }) => key));
  expect(data.rows[0]).toMatchObject({ plan: '113/KH-UBND', recognisedOn: '2025-03-05', unitCode: '31813' });
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
  it.each([
    ['320 triệu đồng/ha/năm', '320 triệu đồng trên héc-ta trên năm'],
    ['giảm 55% vụ việc', 'giảm 55 phần trăm vụ việc'],
    ['hiến 4.200 m² đất; 3,1 km lộ', 'hiến 4.200 mét vuông đất; 3,1 ki-lô-mét lộ'],
    ['ngày 05/03/2025', 'ngày 5 tháng 3 năm 2025'],
    ['45/QĐ-UBND', '45/QĐ-UBND'],
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
    expect(radioMonths(shelf).map(({ month }) => month)).toEqual(['2025-03', '2025-02', '2025-01']);
  });

  it.each([
    ['a unit that stands above itself', 'Mô hình “Bếp ấm”', ['Hội Phụ nữ tỉnh', 'Tỉnh Bạc Liêu']],
    ['a name that ends with the unit', 'Mô hình “Bếp ấm”, Hội Phụ nữ tỉnh', ['Tỉnh Bạc Liêu']],
    ['both', 'Mô hình “Bếp ấm”, Hội Phụ nữ tỉnh', ['Hội Phụ nữ tỉnh', 'Tỉnh Bạc Liêu']],
  ])('says a name once: %s', (_, name, unitPath) => {
    const row = { ...aPublicRow(), honorific: '', position: '', name, unit: 'Hội Phụ nữ tỉnh', unitPath };
    expect(renderRadio('2025-03', '', [row], 1)).toContain(
      '1. Mô hình “Bếp ấm”, Hội Phụ nữ tỉnh, Tỉnh Bạc Liêu.',
    );
  });

  it('is whole sentences from greeting to thanks', () => {
    const text = renderRadio('2025-03', 'Phường 2', [aPublicRow()], 1);
    expect(text).toContain('1. Bà Nguyễn Thị Hoa, Nông dân, Tổ trưởng Tổ hợp tác nuôi tôm, Phường 2');
    expect(text).toContain(
      'Kết quả: 18 hộ làm theo; lợi nhuận bình quân 320 triệu đồng trên héc-ta trên năm.',
    );
    for (const line of text.split('\n').slice(3)) if (line !== '') expect(line).toMatch(/[.!?…]$/);
  });
});
