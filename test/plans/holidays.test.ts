/** The catalogue of holidays: every year has the days the law gives, says where they come from, and who has checked them. */
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '../../functions/domain/working-days.ts';
import { vietnamHolidays } from '../../functions/plans/data/vietnam-holidays.ts';
import { holidayStanding, holidays, toHolidays } from '../../functions/plans/holidays.ts';

const none = new Set<string>();

/** Working days swapped for a Saturday by the notice of the year. */
const swapped: Record<number, string[]> = {
  2024: ['2024-04-29'],
  2025: ['2025-05-02'],
  2026: ['2026-01-02', '2026-08-31'],
};

describe.each(vietnamHolidays.map((year) => [year.year, year] as const))('%i', (year, entry) => {
  const days = [...toHolidays([entry])];

  test('has eleven working days off by law, and those swapped', () => {
    const working = days.filter((day) => isWorkingDay(day, none) && !swapped[year]?.includes(day));
    expect(working).toHaveLength(11);
  });

  test('has only real days of its own year', () => {
    expect(days.filter((day) => !day.startsWith(`${year}-`))).toEqual([]);
    expect(days.filter((day) => new Date(day).toISOString().slice(0, 10) !== day)).toEqual([]);
  });

  test('nobody works on the fixed days', () => {
    for (const day of ['01-01', '04-30', '05-01', '09-02'])
      expect(isWorkingDay(`${year}-${day}`, holidays)).toBe(false);
  });

  test('says where its days come from', () => {
    expect(entry.source).toContain('Bộ luật Lao động 2019');
    expect(entry.source).toMatch(/Tết/);
  });
});

test('covers every year from the first plan to the next without a gap', () => {
  expect(vietnamHolidays.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027]);
});

test.each([
  [2025, 'checked'],
  [2027, 'unchecked'],
  [2031, 'missing'],
])('%i is %s', (year, standing) => {
  expect(holidayStanding(year)).toBe(standing);
});
