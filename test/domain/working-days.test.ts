/** Working-day arithmetic: adds up, there and back, over twenty years with Tết. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  daysUntil,
  isWorkingDay,
  workingDayOnOrBefore,
  workingDaysBefore,
  workingDaysUntil,
} from '../../functions/domain/working-days.ts';
import { holidaysOf } from '../../functions/plans/holidays.ts';
import { firstYear, twentyYears } from './tet.ts';

const aDay = fc.integer({ min: 0, max: 20 * 365 }).map((offset) => addDays(`${firstYear}-01-01`, offset));
const aCount = fc.integer({ min: 0, max: 60 });

const holidays = holidaysOf({});

test('14 working days before 14/02/2025 is before Tết', () => {
  expect(workingDaysUntil('2025-01-20', '2025-02-14', holidays)).toBe(14);
  expect(workingDaysBefore('2025-02-14', 14, holidays)).toBe('2025-01-20');
});

test('working days add up over any day in between', () => {
  fc.assert(
    fc.property(aDay, aDay, aDay, (a, b, c) => {
      const [from, between, to] = [a, b, c].sort() as [string, string, string];
      expect(workingDaysUntil(from, to, twentyYears)).toBe(
        workingDaysUntil(from, between, twentyYears) + workingDaysUntil(between, to, twentyYears),
      );
    }),
    { numRuns: 60 },
  );
});

test('so many working days back and then forth is the same day, for a working day', () => {
  fc.assert(
    fc.property(aDay, aCount, (day, count) => {
      const working = workingDayOnOrBefore(day, twentyYears);
      const before = workingDaysBefore(day, count, twentyYears);
      expect(isWorkingDay(before, twentyYears)).toBe(true);
      expect(workingDaysUntil(before, working, twentyYears)).toBe(count);
      expect(workingDaysUntil(working, before, twentyYears)).toBe(-count || 0);
    }),
  );
});

test('more working days before a date is never a later day', () => {
  fc.assert(
    fc.property(aDay, aCount, aCount, (day, a, b) => {
      const [fewer, more] = [Math.min(a, b), Math.max(a, b)];
      const [later, earlier] = [fewer, more].map((count) => workingDaysBefore(day, count, twentyYears));
      expect((earlier as string) <= (later as string)).toBe(true);
      expect(fewer === more).toBe(earlier === later);
    }),
  );
});

test('counting by weeks is counting day by day', () => {
  fc.assert(
    fc.property(aDay, aDay, (a, b) => {
      const [from, to] = [a, b].sort() as [string, string];
      let count = 0;
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
        if (isWorkingDay(day, twentyYears)) count += 1;
      expect(workingDaysUntil(from, to, twentyYears)).toBe(count);
    }),
    { numRuns: 60 },
  );
});

test('there are never more working days than days', () => {
  fc.assert(
    fc.property(aDay, aDay, (a, b) => {
      expect(Math.abs(workingDaysUntil(a, b, twentyYears))).toBeLessThanOrEqual(Math.abs(daysUntil(a, b)));
      expect(addDays(a, daysUntil(a, b))).toBe(b);
    }),
    { numRuns: 60 },
  );
});
