/** The catalogue of holidays: every year has the days the law gives, says where they come from, and who has checked them. */
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '../../functions/domain/working-days.ts';
import { vietnamHolidays } from '../../functions/plans/data/vietnam-holidays.ts';
import { daysOff, holidayStanding, holidaysOf, toDaysOff } from '../../functions/plans/holidays.ts';

const none = new Set<string>();

/** Working days swapped for a Saturday by the notice of the year. */
const swapped: Record<number, string[]> = {
  2024: ['2024-04-29'],
  2025: ['2025-05-02'],
  2026: ['2026-01-02', '2026-08-31'],
};

describe.each(vietnamHolidays.map((year) => [year.year, year] as const))('%i', (year, entry) => {
  const days = toDaysOff([entry]).map(({ date }) => date);

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
      expect(isWorkingDay(`${year}-${day}`, holidaysOf({}))).toBe(false);
  });

  test('says where its days come from', () => {
    // The control sheet lists the source beside each day and takes no more.
    expect(entry.source.length).toBeLessThanOrEqual(300);
    expect(entry.source).toContain('Bộ luật Lao động 2019');
    expect(entry.source).toMatch(/Tết/);
  });
});

test('covers every year from the first plan to the next without a gap', () => {
  expect(vietnamHolidays.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027]);
});

test.each([
  [2021, 'checked'],
  [2024, 'checked'],
  [2025, 'checked'],
  [2026, 'unchecked'],
  [2027, 'unchecked'],
  [2031, 'missing'],
])('%i is %s', (year, standing) => {
  expect(holidayStanding({}, year)).toBe(standing);
});

test('every day off is listed with what it is kept for', () => {
  const nameOn = (date: string) => daysOff.find((day) => day.date === date)?.name;
  expect(nameOn('2023-01-02')).toBe('Tết Dương lịch');
  expect(nameOn('2025-01-29')).toBe('Tết Nguyên đán');
  expect(nameOn('2025-04-07')).toBe('Giỗ Tổ Hùng Vương');
  expect(nameOn('2025-05-01')).toBe('Ngày Chiến thắng 30/4, Quốc tế Lao động 01/5');
  expect(nameOn('2026-08-31')).toBe('Quốc khánh 02/9');
  expect(daysOff.filter(({ name }) => name === '')).toEqual([]);
});

describe('a plan with days off of its own', () => {
  const own = [
    { date: '2031-01-01', name: 'Tết Dương lịch', source: 'Thông báo năm 2031' },
    ...daysOff.filter(({ date }) => date.startsWith('2027')),
  ];

  test('counts with them alone', () => {
    expect(isWorkingDay('2031-01-01', holidaysOf({ daysOff: own }))).toBe(false);
    expect(isWorkingDay('2025-01-01', holidaysOf({ daysOff: own }))).toBe(true);
  });

  test.each([
    [2031, 'checked'],
    [2027, 'unchecked'],
    [2025, 'missing'],
  ])('%i is %s', (year, standing) => {
    expect(holidayStanding({ daysOff: own }, year)).toBe(standing);
  });

  test('a year is checked once its days name another paper than the unchecked list', () => {
    const checked = own.map((day) => ({ ...day, source: 'Thông báo năm 2027' }));
    expect(holidayStanding({ daysOff: checked }, 2027)).toBe('checked');
  });
});
