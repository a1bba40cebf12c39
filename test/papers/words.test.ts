/** Days, counts, periods and file names as papers write them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileName } from '../../functions/papers/file-name.ts';
import { periodBefore } from '../../functions/papers/periods.ts';
import { citePlan, count, dayInWords, lowerFirst } from '../../functions/papers/wording.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';

it.each([
  ['2022-08-19', 'ngày 19 tháng 8 năm 2022'],
  ['2025-01-05', 'ngày 05 tháng 01 năm 2025'],
  ['2025-02-28', 'ngày 28 tháng 02 năm 2025'],
  ['2025-12-09', 'ngày 09 tháng 12 năm 2025'],
])('writes %s with the noughts of the decree', (iso, words) => {
  expect(dayInWords(iso)).toBe(words);
});

it('writes every day so that it can be read back', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1950-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
      (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [, day = '', month = '', year] =
          /^ngày (\d\d) tháng (\d+) năm (\d{4})$/.exec(dayInWords(iso)) ?? [];
        expect(`${year}-${month.padStart(2, '0')}-${day}`).toBe(iso);
        // Noughts before days below ten and the first two months, nowhere else.
        expect(month.startsWith('0')).toBe(Number(month) <= 2);
      },
    ),
  );
});

it.each([
  [0, '0'],
  [5, '05'],
  [10, '10'],
  [1234, '1.234'],
])('counts %i as %s', (number, words) => {
  expect(count(number)).toBe(words);
});

it('lowers the first letter of a sentence, not of a name', () => {
  expect(lowerFirst('Phát hiện, bồi dưỡng')).toBe('phát hiện, bồi dưỡng');
  expect(lowerFirst('Hà Nội nghĩa tình')).toBe('Hà Nội nghĩa tình');
});

it('cites the plan in full', () => {
  expect(citePlan(kh113BacLieu)).toMatch(
    /^Kế hoạch số 113\/KH-UBND ngày 19 tháng 8 năm 2022 của Ủy ban nhân dân tỉnh Bạc Liêu về phát hiện, bồi dưỡng/,
  );
});

it.each([
  ['2025', '2024'],
  ['2021-04', '2021-03'],
  ['2021-01', '2020-12'],
])('%s follows %s', (period, before) => {
  expect(periodBefore(period)).toBe(before);
});

it('goes back a year in twelve steps of a month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2001, max: 2200 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const at = (of: number): string => `${of}-${String(month).padStart(2, '0')}`;
      let period = at(year);
      for (let step = 0; step < 12; step += 1) period = periodBefore(period);
      expect(period).toBe(at(year - 1));
      expect(periodBefore(String(year))).toBe(String(year - 1));
    }),
  );
});

it('names files so that a clerk knows them', () => {
  expect(fileName('Tờ trình', 'Phường 2', '2025')).toBe('To-trinh-Phuong-2-2025.docx');
  expect(fileName('Báo cáo tổng kết', 'Huyện Đông Hải', '2022 - 2025')).toBe(
    'Bao-cao-tong-ket-Huyen-Dong-Hai-2022-2025.docx',
  );
});

it('names files so that every system takes them, whatever a unit is called', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      expect(fileName('Tờ trình', name, '2025')).toMatch(/^To-trinh-([A-Za-z0-9-]{1,60}-)?2025\.docx$/);
    }),
  );
});
