/** Twenty years of days off for property tests: mùng 1 Tết in Vietnamese time, the days around it, and the fixed days. */
import type { Holidays } from '../../functions/domain/working-days.ts';

export const firstYear = 2015;
export const lastYear = 2034;

/** New moon at UTC+7: in 2030 one day before the Chinese new year. */
const newYearDays = [
  '2015-02-19',
  '2016-02-08',
  '2017-01-28',
  '2018-02-16',
  '2019-02-05',
  '2020-01-25',
  '2021-02-12',
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-02',
  '2031-01-23',
  '2032-02-11',
  '2033-01-31',
  '2034-02-19',
];

const around = (day: string, before: number, after: number): string[] =>
  Array.from({ length: before + after + 1 }, (_, index) =>
    new Date(Date.parse(day) + (index - before) * 86_400_000).toISOString().slice(0, 10),
  );

const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);

export const twentyYears: Holidays = new Set([
  ...newYearDays.flatMap((day) => around(day, 1, 5)),
  ...years.flatMap((year) => [
    `${year}-01-01`,
    `${year}-04-30`,
    `${year}-05-01`,
    `${year}-09-01`,
    `${year}-09-02`,
  ]),
]);
