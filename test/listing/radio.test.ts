/** The script of a month that somebody reads out on the radio: whose stories, under which address, in which words. */
import { describe, expect, it } from 'vitest';
import { renderDataPage } from '../../functions/listing/data-page.ts';
import { noFilter } from '../../functions/listing/filter.ts';
import { askRadio, leadsOfMonth, radioMonths } from '../../functions/listing/radio.ts';
import { renderRadio } from '../../functions/listing/radio-script.ts';
import { aPublicRow, shelfWith, site } from './rows.ts';

describe('the radio script', () => {
  const oneOf = { month: '2025-03', filter: noFilter, part: 1 };

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
