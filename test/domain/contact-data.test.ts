/** Private data in a text, however it is written, and the sums, years and papers that look like it and are not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPrivateData } from '../../functions/domain/checks/private-data.ts';
import { findContacts } from '../../functions/domain/contact-data.ts';
import { forms } from '../../functions/domain/forms/index.ts';
import { sentence } from '../../functions/domain/messages.vi.ts';
import { houseNumbers, sensitiveWords } from '../../functions/domain/sensitive-words.ts';
import { dutiesOf } from '../../functions/plans/duties/index.ts';
import { presets } from '../../functions/plans/index.ts';
import { aRow, context } from './sheet.ts';

const privateIn = (text: string): string[] => [
  ...findContacts(text).map((one) => `${one.kind} ${one.text}`),
  ...houseNumbers(text).map((one) => `house ${one}`),
  ...sensitiveWords(text).map((one) => `words ${one}`),
];

it.each([
  ['Zalo: O912 345 678', 'phone O912 345 678'],
  ['09l2345678', 'phone 09l2345678'],
  ['số 0912/345/678', 'phone 0912/345/678'],
  ['ĐT0912345678', 'phone 0912345678'],
  ['(091) 234.5678', 'phone (091) 234.5678'],
  ['09 12 34 56 78', 'phone 09 12 34 56 78'],
  ['０９１２３４５６７８', 'phone ０９１２３４５６７８'],
  ['０９１２－３４５－６７８', 'phone ０９１２－３４５－６７８'],
  ['𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖', 'phone 𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖'],
  ['(+84)912345678', 'phone (+84)912345678'],
  ['+84 (0)912 345 678', 'phone +84 (0)912 345 678'],
  ['84912345678', 'phone 84912345678'],
  ['(0291) 3 821 234', 'phone (0291) 3 821 234'],
  ['Căn cước 079-085-001-234', 'identity 079-085-001-234'],
  ['Thư: hoa.nguyen ＠ vidu.vn', 'email hoa.nguyen ＠ vidu.vn'],
  ['tài khoản số 0671000123456', 'account 0671000123456'],
  ['Số tài khoản của bà Hoa tại Agribank: 1900 2051 234567', 'account 1900 2051 234567'],
  ['TK 7900205123456 ngân hàng', 'account 7900205123456'],
  ['ở 12/3 đường Trần Phú', 'house 12/3 đường Trần Phú'],
  ['Số 12 đường Trần Phú', 'house Số 12 đường Trần Phú'],
  ['Số nhà 12', 'house Số nhà 12'],
  ['chị vượt qua bệnh ung thư', 'words bệnh ung thư'],
  ['Không may con bà mắc bệnh tâm thần', 'words mắc bệnh tâm thần'],
  ['Anh từng có tiền án', 'words từng có tiền án'],
])('finds in “%s”: %s', (text, expected) => {
  expect(privateIn(text)).toEqual([expected]);
});

it.each([
  '12/QĐ-UBND ngày 05/03/2025',
  'Quyết định số 0345/2024/12',
  '1.650.000.000 đồng',
  '84.912.345.678 đồng, 84 912 345 678 đồng, 84912345678 đồng',
  'từ 0-500.000.000 đồng',
  'doanh thu 320000000',
  'năm 2021-2025, giai đoạn 2021 - 2025 2026',
  'kỳ 02-2023-2024; 01/2021, 02/2022, 03/2023',
  'ngày 05/03/2025 14 hộ, ngày 05.03.2025 45 hộ',
  'khóm 01-02-03-04-05',
  '0912 lượt, 090 hộ, 10l 20l 30l 40l 50l 60l',
  'tỷ lệ 98,5%, dài 0,912345678 km',
  'từ 06.00 - 18.00, tổng đài 1800 1234',
  'mở 1.250 tài khoản; số tài khoản mở mới 12500000 tài khoản',
  'Tổ số 5 phố Huế; hẻm 30; ấp 30/4; nâng cấp 3 đường Trần Phú',
  'ngày 12/3 đường Trần Phú thông xe',
  'xây 12 nhà, số tiền 600 triệu; tặng số nhà 12 căn',
  'phòng, chống HIV/AIDS; giúp 12 người nhiễm HIV; các em bị xâm hại',
  'Nhiều nơi nghe tiền án là lắc đầu; không có tiền án, tiền sự',
])('finds nothing in “%s”', (text) => {
  expect(privateIn(text)).toEqual([]);
});

it('finds nothing in what plans, their duties and the examples of forms say', () => {
  const texts = [
    ...JSON.stringify([presets, dutiesOf]).match(/"(?:[^"\\]|\\.)*"/g)!,
    ...Object.values(forms).flatMap(({ columns }) => columns.map(({ example }) => example)),
  ];
  expect(texts.length).toBeGreaterThan(1000);
  const isAddress = (text: string): boolean => /https?:|@|^"\d/.test(text);
  expect(texts.filter((text) => !isAddress(text)).flatMap(privateIn)).toEqual([]);
});

describe('whatever the digits', () => {
  const mobile = fc
    .tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.stringMatching(/^\d{8}$/))
    .map((parts) => `0${parts.join('')}`);

  it('finds a mobile number in the groups people write it in', () => {
    const cuts = fc.constantFrom([4, 7], [4, 6, 8], [3, 6], [4, 8], [5]);
    fc.assert(
      fc.property(mobile, cuts, fc.constantFrom(' ', '.', '-', ' - ', '–'), (number, at, sign) => {
        const written = [0, ...at].map((from, index) => number.slice(from, at[index])).join(sign);
        expect(findContacts(`Gọi ${written} nhé`)).toEqual([{ kind: 'phone', text: written }]);
      }),
    );
  });

  it('takes no sum, grouped or with its unit, for anything', () => {
    const unit = fc.constantFrom(' đồng', 'đ', ' triệu đồng', ' tỷ đồng', ' VND', ' lượt người', ' ha');
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 13n), unit, (sum, word) => {
        const grouped = String(sum).replace(/\B(?=(\d{3})+$)/g, '.');
        expect(privateIn(`được ${grouped}${word}`)).toEqual([]);
        expect(privateIn(`được ${grouped}, năm sau hơn`)).toEqual([]);
        expect(privateIn(`được ${sum}${word}`)).toEqual([]);
      }),
      { examples: [[842_000_000_000n, ' đồng']] },
    );
  });

  it('takes no days, spans of years and numbers of papers for anything', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10).split('-').reverse());
    const sign = fc.constantFrom('/', '.', '-');
    fc.assert(
      fc.property(day, day, sign, fc.nat(9999), (from, to, between, number) => {
        const [one, other] = [from.join(between), to.join(between)];
        expect(privateIn(`từ ${one} đến ${other} có ${number} hộ`)).toEqual([]);
        expect(privateIn(`${one} ${number} hộ; ${one}-${other}`)).toEqual([]);
        expect(privateIn(`${from[2]}-${to[2]}, số ${number}/QĐ-UBND, ${number}/${to[2]}/NĐ-CP`)).toEqual([]);
      }),
    );
  });

  it('never throws and quotes only what stands in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), mobile, (text, number) => {
        const whole = `${text} ${number} ${text}`;
        for (const one of findContacts(whole)) expect(whole).toContain(one.text);
      }),
    );
  });
});

it('names all that a cell has in one complaint, and says what to write instead', () => {
  const summary =
    'Thư hoa.nguyen@vidu.vn, Zalo: O912 345 678, nhà số 12 đường Trần Phú, STK 1012345678 Vietcombank, con bà bị HIV';
  const problems = checkPrivateData([aRow({ summary })], context);
  expect(problems.map((one) => [one.severity, sentence(one, context.form)])).toEqual([
    [
      'error',
      'Có địa chỉ thư điện tử “hoa.nguyen@vidu.vn”, cùng với “1012345678”, “O912 345 678”, “nhà số 12”, “bị HIV”, hãy bỏ đi vì nội dung này sẽ công khai; cần nơi liên hệ thì ghi tên đơn vị.',
    ],
  ]);
});

it('reads ten thousand signs in no time, whatever they are', () => {
  const start = performance.now();
  for (const piece of ['0 ', '09.', 'STK ', 'a.', '0O', 'bị ', '(+84', 'số 1/', '1@'])
    privateIn(piece.repeat(10_000 / piece.length));
  expect(performance.now() - start).toBeLessThan(2000);
});
