/** The worked calendar of the seed rules (12/2026–6/2027), and the arithmetic of days over twenty years. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DeadlineRule,
  daysLate,
  isLate,
  isWorkingDay,
  localDate,
  toDeadline,
  workingDaysUntil,
} from '../../functions/domain/deadline.ts';
import { holidays } from '../../functions/plans/holidays.ts';

const zone = 'Asia/Ho_Chi_Minh';

describe('the worked calendar', () => {
  const cases: [string, DeadlineRule, string, string, string][] = [
    [
      'Ninh Hà type, 12/2026',
      { kind: 'monthly', day: 15, strict: true },
      '2026-12',
      '2026-12-14',
      '2026-12-14',
    ],
    [
      'biểu thống kê, 15/12 inclusive',
      { kind: 'yearly', month: 12, day: 15, strict: false },
      '2026',
      '2026-12-15',
      '2026-12-15',
    ],
    ['BL-01', { kind: 'yearly', month: 1, day: 15, strict: true }, '2027', '2027-01-14', '2027-01-14'],
    [
      'BL-06, behind Tết and a Sunday',
      { kind: 'yearly', month: 2, day: 15, strict: true },
      '2027',
      '2027-02-14',
      '2027-02-12',
    ],
    ['HN-02', { kind: 'once', date: '2023-06-30', strict: true }, '2023', '2023-06-29', '2023-06-29'],
  ];
  test.each(cases)('%s', (_name, rule, period, lastDay, lastWorkingDay) => {
    expect(toDeadline(rule, period, zone, holidays)).toMatchObject({ lastDay, lastWorkingDay });
  });

  test('a list at 00:00 of the named day is late, a second before it is not', () => {
    const deadline = toDeadline({ kind: 'monthly', day: 15, strict: true }, '2026-12', zone, holidays);
    const midnight = new Date('2026-12-15T00:00:00+07:00');
    expect(isLate(deadline, midnight)).toBe(true);
    expect(isLate(deadline, new Date(midnight.getTime() - 1))).toBe(false);
    expect(daysLate(deadline, midnight, zone)).toBe(1);
    expect(daysLate(deadline, new Date('2026-12-17T23:00:00+07:00'), zone)).toBe(3);
  });

  test('refuses a day that the calendar does not have', () => {
    expect(() =>
      toDeadline({ kind: 'yearly', month: 2, day: 31, strict: true }, '2027', zone, holidays),
    ).toThrow(/no such day/);
  });

  test('14 working days before 14/02/2025 is before Tết', () => {
    expect(workingDaysUntil('2025-01-20', '2025-02-14', holidays)).toBe(14);
  });
});

const day = fc
  .integer({ min: 0, max: 20 * 365 })
  .map((offset) => new Date(Date.UTC(2020, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10));

test('working days add up over any day in between', () => {
  fc.assert(
    fc.property(day, day, day, (a, b, c) => {
      const [from, between, to] = [a, b, c].sort() as [string, string, string];
      expect(workingDaysUntil(from, to, holidays)).toBe(
        workingDaysUntil(from, between, holidays) + workingDaysUntil(between, to, holidays),
      );
    }),
    { numRuns: 100 },
  );
});

test('the last safe day is a working day on or before the last day, in any year', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2020, max: 2040 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.boolean(),
      (year, month, dayOfMonth, strict) => {
        const deadline = toDeadline(
          { kind: 'yearly', month, day: dayOfMonth, strict },
          String(year),
          zone,
          holidays,
        );
        expect(isWorkingDay(deadline.lastWorkingDay, holidays)).toBe(true);
        expect(deadline.lastWorkingDay <= deadline.lastDay).toBe(true);
        expect(localDate(new Date(deadline.lateFrom.getTime() - 1), zone)).toBe(deadline.lastDay);
        expect(localDate(deadline.lateFrom, zone) > deadline.lastDay).toBe(true);
      },
    ),
  );
});
