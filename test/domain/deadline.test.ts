/** The worked calendar of the seed rules (12/2026–6/2027), every kind of rule, extensions, and promises over twenty years. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Deadline,
  type DeadlineRule,
  type DeadlineTerms,
  daysLate,
  isLate,
  localDate,
  namedDay,
  toDeadline,
} from '../../functions/domain/deadline.ts';
import { extensionLabel, ownDayLabel } from '../../functions/domain/deadline-label.ts';
import { addDays, isSameWeek, isWorkingDay } from '../../functions/domain/working-days.ts';
import { holidaysOf } from '../../functions/plans/holidays.ts';
import { firstYear, lastYear, twentyYears } from './tet.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const terms = (period: string, more: Partial<DeadlineTerms> = {}): DeadlineTerms => ({
  period,
  timeZone,
  holidays: holidaysOf({}),
  inForceTo: '2025-12-31',
  ...more,
});

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
    [
      'BL-13, an event',
      { kind: 'yearly', month: 6, day: 11, strict: false },
      '2027',
      '2027-06-11',
      '2027-06-11',
    ],
    [
      'HN-02 in its year',
      { kind: 'once', date: '2023-06-30', strict: true },
      '2023',
      '2023-06-29',
      '2023-06-29',
    ],
    [
      'HN-02 type in 2027',
      { kind: 'yearly', month: 6, day: 30, strict: true },
      '2027',
      '2027-06-29',
      '2027-06-29',
    ],
    [
      'the day a decree runs out',
      { kind: 'once', date: '2027-03-01', strict: true },
      '2027',
      '2027-02-28',
      '2027-02-26',
    ],
  ];
  test.each(cases)('%s', (_name, rule, period, lastDay, lastWorkingDay) => {
    expect(toDeadline(rule, terms(period))).toMatchObject({ lastDay, lastWorkingDay });
  });

  test('a list at 00:00 of the named day is late, a second before it is not', () => {
    const deadline = toDeadline({ kind: 'monthly', day: 15, strict: true }, terms('2026-12'));
    const midnight = new Date('2026-12-15T00:00:00+07:00');
    expect(isLate(deadline, midnight)).toBe(true);
    expect(isLate(deadline, new Date(midnight.getTime() - 1))).toBe(false);
    expect(daysLate(deadline, midnight, timeZone)).toBe(1);
    expect(daysLate(deadline, new Date('2026-12-17T23:00:00+07:00'), timeZone)).toBe(3);
  });

  test('refuses a day that the calendar does not have', () => {
    const rule: DeadlineRule = { kind: 'yearly', month: 2, day: 31, strict: true };
    expect(() => toDeadline(rule, terms('2027'))).toThrow(/no such day/);
  });
});

describe('a unit’s tradition day', () => {
  const rule: DeadlineRule = { kind: 'anniversary', strict: true };
  test.each([
    ['05-19', '2025', '2025-05-19'],
    ['02-29', '2024', '2024-02-29'],
    ['02-29', '2025', '2025-02-28'],
    ['02-29', '2100', '2100-02-28'],
    ['02-28', '2024', '2024-02-28'],
    ['12-31', '2025-04', '2025-12-31'],
  ])('%s in %s is %s', (anniversary, period, namedDate) => {
    expect(toDeadline(rule, terms(period, { anniversary }))).toMatchObject({
      namedDate,
      lastDay: addDays(namedDate, -1),
    });
  });

  test('names no day for a unit that has told none, and cannot be its deadline', () => {
    expect(namedDay({ kind: 'anniversary' }, terms('2025'))).toBeUndefined();
    expect(() => toDeadline(rule, terms('2025'))).toThrow(/without one/);
  });
});

test('the end of the plan is one day in every period', () => {
  for (const period of ['2023', '2025', '2025-04'])
    expect(toDeadline({ kind: 'periodEnd', strict: false }, terms(period))).toMatchObject({
      namedDate: '2025-12-31',
      lastDay: '2025-12-31',
    });
});

describe('an extension', () => {
  const rule: DeadlineRule = { kind: 'yearly', month: 1, day: 15, strict: true };
  const until = (lastDay: string): Deadline =>
    toDeadline(rule, terms('2025', { extension: { lastDay, reason: 'Mưa lũ, mất điện' } }));

  test('moves the last day, the last working day and the first late instant', () => {
    const deadline = until('2025-01-19');
    expect(deadline).toMatchObject({
      namedDate: '2025-01-15',
      lastDay: '2025-01-19',
      lastWorkingDay: '2025-01-17',
      lateFrom: new Date('2025-01-20T00:00:00+07:00'),
      extended: { lastDay: '2025-01-19', reason: 'Mưa lũ, mất điện' },
    });
    expect(ownDayLabel(deadline)).toBe('trước ngày 15/01/2025');
    expect(extensionLabel(deadline.extended!)).toBe('được gia hạn đến hết ngày 19/01/2025: Mưa lũ, mất điện');
  });

  test('leaves the plan’s own day to be seen', () => {
    expect(until('2025-01-19').own).toEqual(toDeadline(rule, terms('2025')).own);
    expect(until('2025-01-19').own).toEqual({
      lastDay: '2025-01-14',
      lateFrom: new Date('2025-01-15T00:00:00+07:00'),
    });
  });

  test.each(['2025-01-10', '2025-01-14'])('to %s, not after the plan’s own day, changes nothing', (day) => {
    expect(until(day)).toEqual(toDeadline(rule, terms('2025')));
  });
});

describe('over twenty years', () => {
  const aYear = fc.integer({ min: firstYear, max: lastYear });
  const aMonth = fc.integer({ min: 1, max: 12 });
  const anyDay = fc
    .integer({ min: 0, max: (lastYear - firstYear + 1) * 365 })
    .map((offset) => addDays(`${firstYear}-01-01`, offset));
  const anAnniversary = anyDay.map((day) => day.slice(5));
  const aRule: fc.Arbitrary<DeadlineRule> = fc
    .record({
      strict: fc.boolean(),
      rule: fc.oneof(
        fc.record({
          kind: fc.constant('yearly' as const),
          month: aMonth,
          day: fc.integer({ min: 1, max: 28 }),
        }),
        fc.record({ kind: fc.constant('monthly' as const), day: fc.integer({ min: 1, max: 28 }) }),
        fc.record({ kind: fc.constant('once' as const), date: anyDay }),
        fc.constant({ kind: 'anniversary' as const }),
        fc.constant({ kind: 'periodEnd' as const }),
      ),
    })
    .map(({ strict, rule }) => ({ ...rule, strict }));
  const someTerms = fc
    .record({ year: aYear, month: aMonth, anniversary: anAnniversary, inForceTo: anyDay })
    .map(({ year, month, ...more }) =>
      terms(`${year}-${String(month).padStart(2, '0')}`, { ...more, holidays: twentyYears }),
    );
  const anInstant = fc
    .tuple(anyDay, fc.integer({ min: -86_400_000, max: 2 * 86_400_000 }))
    .map(([day, milliseconds]) => new Date(Date.parse(`${day}T00:00:00+07:00`) + milliseconds));

  test('nothing is late before 00:00 of the day after the last day, and all is from then on', () => {
    fc.assert(
      fc.property(aRule, someTerms, fc.integer({ min: -90_000_000, max: 90_000_000 }), (rule, given, off) => {
        const deadline = toDeadline(rule, given);
        const midnight = Date.parse(`${addDays(deadline.lastDay, 1)}T00:00:00+07:00`);
        const at = new Date(midnight + off);
        expect(isLate(deadline, at)).toBe(off >= 0);
        expect(isLate(deadline, at)).toBe(localDate(at, timeZone) > deadline.lastDay);
        expect(daysLate(deadline, at, timeZone) > 0).toBe(off >= 0);
      }),
    );
  });

  test('“trước ngày” ends exactly one day before the day itself', () => {
    fc.assert(
      fc.property(aRule, someTerms, (rule, given) => {
        const strict = toDeadline({ ...rule, strict: true }, given);
        const inclusive = toDeadline({ ...rule, strict: false }, given);
        expect(inclusive.lastDay).toBe(strict.namedDate);
        expect(addDays(strict.lastDay, 1)).toBe(inclusive.lastDay);
        expect(inclusive.lateFrom.getTime() - strict.lateFrom.getTime()).toBe(86_400_000);
      }),
    );
  });

  test('the last safe day is the last working day of those in time', () => {
    fc.assert(
      fc.property(aRule, someTerms, (rule, given) => {
        const { lastDay, lastWorkingDay } = toDeadline(rule, given);
        expect(isWorkingDay(lastWorkingDay, twentyYears)).toBe(true);
        expect(lastWorkingDay <= lastDay).toBe(true);
        for (let day = addDays(lastWorkingDay, 1); day <= lastDay; day = addDays(day, 1))
          expect(isWorkingDay(day, twentyYears)).toBe(false);
      }),
    );
  });

  test('an extension never shortens, and who was in time stays in time', () => {
    fc.assert(
      fc.property(aRule, someTerms, anyDay, anInstant, (rule, given, lastDay, at) => {
        const own = toDeadline(rule, given);
        const extended = toDeadline(rule, { ...given, extension: { lastDay, reason: 'Lý do' } });
        expect(extended.lastDay).toBe(lastDay > own.lastDay ? lastDay : own.lastDay);
        expect(extended.lateFrom >= own.lateFrom).toBe(true);
        expect(extended.extended !== undefined).toBe(extended.lastDay > own.lastDay);
        if (!isLate(own, at)) expect(isLate(extended, at)).toBe(false);
      }),
    );
  });
});

test.each([
  ['2024-12-30', '2025-01-05', true],
  ['2025-01-05', '2025-01-06', false],
  ['2025-01-06', '2025-01-12', true],
  ['2025-01-10', '2025-01-13', false],
])('%s and %s are in one week: %s', (a, b, same) => {
  expect(isSameWeek(a, b)).toBe(same);
});
