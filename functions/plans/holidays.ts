/**
 * Public holidays of Viet Nam beside weekends, from Bộ luật Lao động 2019, art. 112, and the yearly notices on Tết:
 * 2025: thông báo 6150/TB-BLĐTBXH of 03/12/2024 (Tết Ất Tỵ 25/01–02/02). Tết days of 2026 and 2027 follow the lunar
 * calendar; the exact days off are set by a notice each year and should be checked by an administrator.
 */
import type { Holidays } from '../domain/deadline.ts';

const fixed = (year: number): string[] => [
  `${year}-01-01`,
  `${year}-04-30`,
  `${year}-05-01`,
  `${year}-09-02`,
];

const days = (from: string, to: string): string[] => {
  const list: string[] = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000)
    list.push(new Date(day).toISOString().slice(0, 10));
  return list;
};

export const holidays: Holidays = new Set([
  ...[2021, 2022, 2023, 2024, 2025, 2026, 2027].flatMap(fixed),
  ...days('2023-01-20', '2023-01-26'),
  ...days('2024-02-08', '2024-02-14'),
  ...days('2025-01-25', '2025-02-02'),
  ...days('2026-02-14', '2026-02-22'),
  ...days('2027-02-05', '2027-02-11'),
  // Giỗ Tổ Hùng Vương (10/3 lunar) and the day beside 2/9.
  '2023-04-29',
  '2024-04-18',
  '2025-04-07',
  '2026-04-26',
  '2027-04-16',
  '2023-09-01',
  '2024-09-03',
  '2025-09-01',
]);
