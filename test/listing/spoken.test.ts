/** What is written for the eye, and how somebody on the air says it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSpoken } from '../../functions/listing/spoken.ts';
import { countedWords, measures, perWords } from '../../functions/listing/spoken-words.ts';

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
  ['mỗi ha lời 80 triệu đồng mỗi m²', 'mỗi héc-ta lời 80 triệu đồng mỗi mét vuông'],
  ['độ mặn 4‰, 36°C, 95% - 98%', 'độ mặn 4 phần nghìn, 36 độ C, 95 phần trăm đến 98 phần trăm'],
  ['đồng/kg, kWh/tháng', 'đồng một ki-lô-gam, ki-lô-oát giờ một tháng'],
  ['12 mét khối/s, 5 m³/h', '12 mét khối một giây, 5 mét khối một giờ'],
  ['72 bóng đèn/8 km; 30 hồ sơ/2 ngày', '72 bóng đèn trên 8 ki-lô-mét; 30 hồ sơ trong 2 ngày'],
  ['1/3 số hộ, 1/2 diện tích, 3/4 ha', 'một phần ba số hộ, một nửa diện tích, ba phần tư héc-ta'],
  ['gần 2/3 hộ; 2/3 hộ; 5/4 số hộ', 'gần hai phần ba hộ; 2 trên 3 hộ; 5/4 số hộ'],
  ['5 đ/c; Đ/c Lan', '5 đồng chí; Đồng chí Lan'],
  ['19g30, 7h30-9h', '19 giờ 30, 7 giờ 30 đến 9 giờ'],
])('says "%s" as "%s"', (written, spoken) => {
  expect(toSpoken(written)).toBe(spoken);
});

describe('a number with a dash or a stroke', () => {
  it.each([
    ['Ngày 27-7 thăm thương binh', 'Ngày 27 tháng 7 thăm thương binh'],
    ['dịp 20-11, ngày 2-9 và 30-4', 'dịp 20 tháng 11, ngày 2 tháng 9 và 30 tháng 4'],
    ['rằm tháng Giêng và 20/10 thì mổ heo', 'rằm tháng Giêng và 20 tháng 10 thì mổ heo'],
    ['Quốc tế Lao động 1-5.', 'Quốc tế Lao động 1 tháng 5.'],
    ['nghỉ 30/4-1/5 và 30-4 – 1-5', 'nghỉ 30 tháng 4 đến 1 tháng 5 và 30 tháng 4 đến 1 tháng 5'],
    ['đêm 31-12 rạng 1-1, mùng 5-3', 'đêm 31 tháng 12 rạng 1 tháng 1, mùng 5 tháng 3'],
    ['ngày 02.9.2024, 01-01-2025', 'ngày 2 tháng 9 năm 2024, 1 tháng 1 năm 2025'],
    ['01/01/2024-31/12/2024', '1 tháng 1 năm 2024 đến 31 tháng 12 năm 2024'],
    ['từ 2-9 đến 20-11, từ 15/8 đến 5/9', 'từ 2 tháng 9 đến 20 tháng 11, từ 15 tháng 8 đến 5 tháng 9'],
    ['trước 5/9, đến 31/12', 'trước 5 tháng 9, đến 31 tháng 12'],
    ['các ngày 3, 5/3 và 5-7/4', 'các ngày 3, 5 tháng 3 và 5 đến 7 tháng 4'],
    ['tháng 9-2024, 09-2024', 'tháng 9 năm 2024, tháng 9 năm 2024'],
    ['5/3 và 6/3/2025; nghỉ 3-5/9', '5 tháng 3 và 6 tháng 3 năm 2025; nghỉ 3 đến 5 tháng 9'],
    ['Kế hoạch tháng 3/2025', 'Kế hoạch tháng 3 năm 2025'],
    ['Tháng 6/2024 xã khởi công', 'Tháng 6 năm 2024 xã khởi công'],
  ])('is a day, or a month, in "%s"', (written, spoken) => {
    expect(toSpoken(written)).toBe(spoken);
  });

  it.each([
    ['2-3 hộ, 15-20 triệu, 2020-2025', '2 đến 3 hộ, 15 đến 20 triệu, 2020 đến 2025'],
    ['trẻ 1-6 tuổi, từ 1-5 triệu, đạt 2-9 điểm', 'trẻ 1 đến 6 tuổi, từ 1 đến 5 triệu, đạt 2 đến 9 điểm'],
    ['mỗi ngày 2-9 người, ngày 2-3 lần', 'mỗi ngày 2 đến 9 người, ngày 2 đến 3 lần'],
    ['ngày 5-7 tháng 3, ngày 5-10 hằng tháng', 'ngày 5 đến 7 tháng 3, ngày 5 đến 10 hằng tháng'],
    ['mùng 1-3 Tết, các ngày 5-7', 'mùng 1 đến 3 Tết, các ngày 5 đến 7'],
    ['05-07 gương, 5-2000 hộ, 1900-1975', '05 đến 07 gương, 5 đến 2000 hộ, 1900 đến 1975'],
    ['1-5 dự án; 4-5/9 tiêu chí', '1 đến 5 dự án; 4 đến 5 trên 9 tiêu chí'],
    ['ngày 2-9 năm 2024 khác 2-3 năm', 'ngày 2 tháng 9 năm 2024 khác 2 đến 3 năm'],
  ])('is a range in "%s"', (written, spoken) => {
    expect(toSpoken(written)).toBe(spoken);
  });

  it.each([
    'gọi 0291-3821234, Hotline 1900-1234, 1800-599-920',
    '(0291) 382-1234, 0913 123-456, (0291) 3821234 - 3821235, Zalo 821-1234',
    'tỷ số 3-2, đường 3-2, ấp 30-4, phiên bản 2.9',
    'ngày 31/02/2025, ngày 45-13',
    '20/10 chỉ tiêu',
  ])('stays as it is in "%s"', (written) => {
    expect(toSpoken(written)).toBe(written);
  });

  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => ({ day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() }));
  const digits = (min: number, max: number): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });
  const pad = (number: number, isPadded: boolean): string => String(number).padStart(isPadded ? 2 : 1, '0');

  it('is a day, every day of the year, after a word that says so', () => {
    const word = fc.constantFrom('Ngày', 'dịp', 'lễ', 'kỷ niệm', 'rạng', 'sáng', 'chiều', 'đêm', 'mùng');
    const sign = fc.constantFrom('-', '/', '–', ' - ');
    const after = fc.constantFrom('', '.', ', đông đủ', ' và hôm sau', ' năm 2024', ' thăm thương binh');
    fc.assert(
      fc.property(word, day, sign, after, fc.boolean(), (word, { day, month }, sign, after, isPadded) => {
        const written = `${word} ${pad(day, isPadded)}${sign}${pad(month, isPadded)}${after}`;
        expect(toSpoken(written)).toBe(`${word} ${day} tháng ${month}${after}`);
      }),
    );
  });

  it('is a day wherever it has its year, whatever the sign', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'từ ', 'Khởi công ', '('),
        day,
        fc.constantFrom('-', '/', '.'),
        fc.boolean(),
        (before, { day, month, year }, sign, isPadded) => {
          const written = [pad(day, isPadded), pad(month, isPadded), year].join(sign);
          expect(toSpoken(before + written)).toBe(`${before}${day} tháng ${month} năm ${year}`);
        },
      ),
    );
  });

  it('is a range of whatever is counted, and only one that rises', () => {
    const counted = fc.constantFrom(...countedWords.split('|').slice(0, 12), 'triệu', 'lần', 'tuổi');
    const before = fc.constantFrom('', 'có ', 'từ ', 'mỗi ngày ', 'giúp được ');
    fc.assert(
      fc.property(
        before,
        fc.integer({ min: 1, max: 400 }),
        fc.nat(400),
        counted,
        (before, from, more, what) => {
          const said = toSpoken(`${before}${from}-${from + more} ${what}`);
          expect(said).toBe(`${before}${from}${more === 0 ? '-' : ' đến '}${from + more} ${what}`);
          expect(toSpoken(`${before}${from + more}-${from} ${what}`)).not.toContain('đến');
        },
      ),
    );
  });

  it('is no range in a telephone number, however it is parted', () => {
    const sign = fc.constantFrom('-', '.', ' ', ' - ');
    const words = fc.constantFrom('', 'gọi ', 'Hotline: ', 'điện thoại ', 'ngày đêm ');
    const number = fc.oneof(
      fc
        .tuple(digits(2, 3), sign, digits(3, 4), sign, digits(3, 3))
        .map(([area, one, middle, two, last]) => `0${area}${one}${middle}${two}${last}`),
      fc.tuple(digits(3, 3), sign, digits(7, 7)).map(([area, one, last]) => `0${area}${one}${last}`),
      fc.constantFrom('1800-1091', '1900-1234', '1900-599-920', '1800 6789', '1900-9095'),
    );
    fc.assert(
      fc.property(words, number, (words, number) => {
        expect(toSpoken(`${words}${number}.`)).toBe(`${words}${number}.`);
      }),
      { numRuns: 1000 },
    );
  });
});

it('says every measure, after a number, a word for one and a sum', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(measures)),
      fc.constantFrom(...perWords.split('|')),
      (measure, per) => {
        const said = measures[measure];
        expect(toSpoken(`5 ${measure}, mỗi ${measure}.`)).toBe(`5 ${said}, mỗi ${said}.`);
        const [, one = ''] = /^5 triệu đồng một (.+)$/.exec(toSpoken(`5 triệu đồng/${per}`)) ?? [];
        expect(one).toBe(measures[per] ?? { h: 'giờ', s: 'giây' }[per] ?? per);
      },
    ),
  );
});
