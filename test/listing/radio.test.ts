/** The script of a month that somebody reads out on the radio: whose stories, under which address, in which words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../functions/domain/plan.ts';
import type { PublicRow } from '../../functions/domain/public-row.ts';
import { renderDataPage } from '../../functions/listing/data-page.ts';
import { toLead } from '../../functions/listing/lead.ts';
import { toPlanTable } from '../../functions/listing/plan-table.ts';
import {
  askRadio,
  fixedRadioHref,
  leadsOfMonth,
  radioHref,
  radioMonths,
} from '../../functions/listing/radio.ts';
import { renderRadio } from '../../functions/listing/radio-script.ts';
import { compareLeads, cut, toText } from '../../functions/listing/roll.ts';
import { type Shelf, shelfOf } from '../../functions/listing/shelf.ts';
import { caMau2026 } from '../../functions/plans/ca-mau-2026.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { hostileText } from './hostile.ts';
import { aPublicRow, shelfWith, site } from './rows.ts';

/** Rows of several plans on one shelf, as they stand after a reform. */
const shelfOver = (rows: readonly PublicRow[], plans: readonly Plan[]): Shelf =>
  shelfOf(
    cut(rows.map(toLead).sort(compareLeads)).map(toText),
    plans.map((plan) =>
      toPlanTable(plan, new Set(rows.filter(({ planId }) => planId === plan.id).map(({ unitId }) => unitId))),
    ),
    '2026-02-20T01:00:00.000Z',
  );

describe('the radio script', () => {
  const oneOf = { month: '2025-03', unit: null, kin: [], part: 1, total: 1, isOver: true };
  const phuong2 = { slug: 'phuong-2-31813', name: 'Phường 2' };

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
    const days = (unit?: string) =>
      leadsOfMonth(shelf, unit, '2025-02').leads.map(({ approvedOn }) => approvedOn);
    expect(days()).toEqual(['2025-02-28', '2025-02-01']);
    expect(days('phuong-3-31816')).toEqual(['2025-02-01']);
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
      return renderRadio(site, asked, mine);
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
    ['2025-02', 'don-vi=khong', 'Không có đơn vị ghi ở “don-vi”. Xin mở'],
    ['2025-02', 'phan=2', 'Không có phần ghi ở “phan”: bản tin tháng 2 năm 2025 có 1 phần, phần đầu ở'],
    ['2025-02', 'phan=0', 'Không có phần ghi ở “phan”: bản tin tháng 2 năm 2025 có 1 phần'],
    ['2025-04', '', 'Chưa có bản tin tháng 4 năm 2025: danh sách công khai thay đổi lần cuối ngày 5 tháng 3'],
    [
      '9999-12',
      '',
      'Chưa có bản tin tháng 12 năm 9999: danh sách công khai thay đổi lần cuối ngày 5 tháng 3',
    ],
    ['2021-12', '', 'Không có bản tin tháng 12 năm 2021: kế hoạch sớm nhất được ban hành ngày 19 tháng 8'],
    ['0000-01', '', 'Không có bản tin tháng 1 năm 0000: kế hoạch sớm nhất được ban hành ngày 19 tháng 8'],
  ])('says why there is no script of %s?%s', (month, query, said) => {
    const shelf = shelfWith([aPublicRow({ approvedOn: '2025-02-05' })]);
    const asked = askRadio(site, shelf, month, new URLSearchParams(query));
    expect(String(asked).startsWith(said)).toBe(true);
  });

  it('repeats nothing that a stranger put into the address', () => {
    const shelf = shelfWith([aPublicRow({ approvedOn: '2025-02-05' })]);
    const marked = hostileText.map((text) => `Chuyển tiền ${text}`);
    fc.assert(
      fc.property(fc.constantFrom('don-vi', 'phan'), marked, (name, words) => {
        const asked = askRadio(site, shelf, '2025-02', new URLSearchParams({ [name]: words }));
        expect(asked).toMatch(/^Không có (đơn vị|phần) ghi ở/);
        expect(asked).not.toContain('Chuyển');
      }),
    );
  });

  it('knows one address for a unit and a part, and no other condition', () => {
    const shelf = shelfWith([aPublicRow({ approvedOn: '2025-02-05' })]);
    const fixed = (query: string): string => fixedRadioHref(shelf, '2025-02', new URLSearchParams(query));
    expect(fixed('don-vi=ten-cu-31813')).toBe(radioHref('2025-02', 1, 'phuong-2-31813'));
    expect(fixed('nam=2026&phan=2&loai=mo-hinh&don-vi=phuong-2-31813&q=a')).toBe(
      radioHref('2025-02', 2, 'phuong-2-31813'),
    );
    expect(fixed('phan=1&linh-vuc=kinh-te&don-vi=')).toBe(radioHref('2025-02'));
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const [, again = ''] = fixed(query).split('?');
        expect(fixed(again)).toBe(fixed(query));
      }),
    );
  });

  it.each([
    [
      'Mô hình “Bếp ấm”',
      'Hội Phụ nữ tỉnh',
      ['Hội Phụ nữ tỉnh', 'Tỉnh Cà Mau'],
      'Mô hình “Bếp ấm”, Hội Phụ nữ tỉnh',
    ],
    [
      'Mô hình “Bếp ấm”, Hội Phụ nữ tỉnh',
      'Hội Phụ nữ tỉnh',
      ['Tỉnh Cà Mau'],
      'Mô hình “Bếp ấm”, Hội Phụ nữ tỉnh',
    ],
    ['Trạm Y tế xã Ninh Quới', 'Xã Ninh Quới', ['Tỉnh Cà Mau'], 'Trạm Y tế xã Ninh Quới'],
    ['Chi đoàn Tỉnh đoàn Cà Mau', 'Tỉnh đoàn Cà Mau', ['Tỉnh Cà Mau'], 'Chi đoàn Tỉnh đoàn Cà Mau'],
    ['Trạm Y tế xã Ninh Quới A', 'Xã Ninh Quới', ['Tỉnh Cà Mau'], 'Trạm Y tế xã Ninh Quới A, Xã Ninh Quới'],
    ['Tổ hợp tác Phường 13', 'Phường 3', ['Tỉnh Cà Mau'], 'Tổ hợp tác Phường 13, Phường 3'],
  ])('says a name once: %s of %s', (name, unit, unitPath, said) => {
    const row = { ...aPublicRow(), honorific: '', position: '', name, unit, unitPath };
    expect(renderRadio(site, oneOf, [row])).toContain(`1. ${said}, Tỉnh Cà Mau.\n`);
  });

  it('reads lists as sentences, and tells who reads it out that a text was cut', () => {
    const row = aPublicRow({
      summary: 'Cách làm:\n- Họp dân;\n- Góp công;',
      keyResults: '- Giảm 5%;\n- Tăng 10 ha;',
    });
    const text = renderRadio(site, oneOf, [row]);
    expect(text).toContain('\nCách làm: Họp dân.\nGóp công.\nKết quả: Giảm 5 phần trăm; Tăng 10 héc-ta.\n');
    expect(text).not.toContain('Không đọc');
    const cut = renderRadio(site, oneOf, [{ ...row, summary: 'Câu một. Câu t…', isCut: true }]);
    expect(cut).toMatch(/\nCâu một\.\nKết quả: [^\n]+\n\(Không đọc: bài dài đã được rút gọn khi đăng, /);
    expect(renderRadio(site, oneOf, [{ ...row, isCut: true }])).not.toContain('Không đọc');
  });

  describe('of a unit', () => {
    const old = (unitId: string, unit: string) =>
      aPublicRow({ id: `2025-${unitId}-001`, unitId, unit, approvedOn: '2025-02-10' });
    const now = aPublicRow({
      id: '2026-31849-001',
      planId: caMau2026.id,
      unitId: '31849',
      unit: 'Xã Ninh Quới',
      unitPath: ['Tỉnh Cà Mau'],
      approvedOn: '2026-02-10',
    });
    const shelf = shelfOver(
      [old('31849', 'Xã Ninh Quới A'), old('31846', 'Xã Ninh Quới'), old('31813', 'Phường 2'), now],
      [kh113BacLieu, caMau2026],
    );
    const ask = (unit: string, month: string) => {
      const asked = askRadio(site, shelf, month, new URLSearchParams({ 'don-vi': unit }));
      if (typeof asked === 'string') throw new Error(asked);
      return asked;
    };

    it.each([
      ['xa-ninh-quoi-a-31849', 1, 0],
      ['xa-ninh-quoi-31846', 1, 0],
      ['xa-ninh-quoi-31849', 0, 1],
      ['huyen-hong-dan-956', 2, 0],
      ['tinh-bac-lieu-95', 3, 0],
      ['tinh-ca-mau-96', 0, 1],
    ])('%s has what it and those below it found, and nothing of heirs and forebears', (unit, ...counts) => {
      expect(['2025-02', '2026-02'].map((month) => ask(unit, month).total)).toEqual(counts);
      expect(['2025-02', '2026-02'].map((month) => ask(unit, month).leads.length)).toEqual(counts);
    });

    it('names to who reads it out, not to listeners, where those of heirs and forebears are', () => {
      const text = renderRadio(site, ask('xa-ninh-quoi-a-31849', '2026-02'), []);
      expect(text).toContain('gương ở bản tin riêng.)\nXã Ninh Quới: https://guong-sang.example/phat-thanh/');
      expect(text).toContain('/phat-thanh/2026-02.txt?don-vi=xa-ninh-quoi-31849\n');
      expect(text).toContain('Trong tháng 2 năm 2026, không có gương nào của Xã Ninh Quới A vừa được');
      expect(ask('phuong-2-31813', '2025-02').kin).toEqual([]);
    });

    it('says that there is none in a month that is over, and none yet in the one that runs', () => {
      const said = (month: string): string => renderRadio(site, ask('phuong-bac-lieu-31825', month), []);
      expect(said('2025-11')).toContain('Trong tháng 11 năm 2025, không có gương nào của Phường Bạc Liêu');
      expect(said('2026-02')).toContain('Trong tháng 2 năm 2026, chưa có gương nào của Phường Bạc Liêu');
    });
  });

  it('is whole sentences from greeting to thanks', () => {
    const text = renderRadio(site, { ...oneOf, unit: phuong2 }, [aPublicRow()]);
    expect(text).toContain('VIỆC TỐT\nPhường 2, tháng 3 năm 2025\n');
    expect(text).toContain('Sau đây là những gương của Phường 2 được công nhận trong tháng 3 năm 2025.');
    expect(text).toContain('1. Bà Nguyễn Thị Hoa, Nông dân, Tổ trưởng Tổ hợp tác nuôi tôm, Phường 2');
    expect(text).toContain('Kết quả: 18 hộ làm theo; lợi nhuận bình quân 320 triệu đồng một héc-ta một năm.');
    for (const line of text.split('\n').slice(3)) if (line !== '') expect(line).toMatch(/[.!?…]$/);
  });
});
