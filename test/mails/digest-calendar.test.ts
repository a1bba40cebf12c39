/** Which mornings the calendar speaks on, over twenty years of random plans: each thing once, in its time, on working days. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeadlineRule, toDeadline } from '../../functions/domain/deadline.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { addDays, isWorkingDay, workingDaysUntil } from '../../functions/domain/working-days.ts';
import { eventDate, isEventDay, type Stage, stageOf } from '../../functions/mails/digest-calendar.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { firstYear, lastYear, twentyYears } from '../domain/tet.ts';

interface Spoken {
  day: string;
  stage: Stage;
}

const rule: DeadlineRule = { kind: 'yearly', month: 2, day: 15, strict: true };

const deadlineIn = (year: number, extension?: { lastDay: string; reason: string }) =>
  toDeadline(rule, {
    period: String(year),
    inForceTo: `${year}-12-31`,
    timeZone: 'Asia/Ho_Chi_Minh',
    holidays: twentyYears,
    extension,
  });

/** Every morning on which digests are made from autumn to summer; `skips` says on which working days nothing runs. */
function spokenIn(year: number, plan: Plan, skips: (day: string) => boolean = () => false): Spoken[] {
  const spoken: Spoken[] = [];
  let previousDay = `${year - 1}-10-01`;
  for (let day = addDays(previousDay, 1); day < `${year}-07-01`; day = addDays(day, 1)) {
    if (!isWorkingDay(day, twentyYears) || skips(day)) continue;
    const stage = stageOf(deadlineIn(year), plan, { day, previousDay, holidays: twentyYears });
    if (stage) spoken.push({ day, stage });
    previousDay = day;
  }
  return spoken;
}

const someSteps = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

const somePlan = fc
  .record({ reminderLeads: someSteps, overdueSteps: someSteps, lastCall: fc.boolean() })
  .chain((plan) =>
    fc.record({
      reminderLeads: fc.constant(plan.reminderLeads),
      overdueSteps: fc.constant(plan.overdueSteps),
      lastCall: fc.constant(plan.lastCall),
      headLeads: fc.subarray(plan.reminderLeads),
      escalationStep: fc.constantFrom(...plan.overdueSteps),
      closeAfterDays: fc.integer({ min: 1, max: 90 }),
    }),
  )
  .map((rhythm): Plan => ({ ...kh113BacLieu, ...rhythm }));

const aYear = fc.integer({ min: firstYear + 1, max: lastYear });
const runs = { numRuns: 40 };

describe('a plan whose digests run every working day', () => {
  test('reminds on each lead once, exactly so many working days before, and on no day off', () => {
    fc.assert(
      fc.property(somePlan, aYear, (plan, year) => {
        const { lastDay } = deadlineIn(year);
        const reminders = spokenIn(year, plan).filter(({ stage }) => stage.kind === 'reminder');
        const told = reminders.map(({ day }) => workingDaysUntil(day, lastDay, twentyYears));
        expect(told).toEqual([...plan.reminderLeads].sort((a, b) => b - a));
        for (const { day } of reminders) {
          expect(day < lastDay).toBe(true);
          expect(isWorkingDay(day, twentyYears)).toBe(true);
        }
        const asked = reminders.filter(({ stage }) => stage.kind === 'reminder' && stage.asksHead);
        expect(asked.map(({ day }) => workingDaysUntil(day, lastDay, twentyYears)).sort()).toEqual(
          [...(plan.headLeads ?? [])].sort(),
        );
      }),
      runs,
    );
  });

  test('calls for the last time on the last working day, if at all', () => {
    fc.assert(
      fc.property(somePlan, aYear, (plan, year) => {
        const calls = spokenIn(year, plan).filter(({ stage }) => stage.kind === 'lastCall');
        expect(calls.map(({ day }) => day)).toEqual(plan.lastCall ? [deadlineIn(year).lastWorkingDay] : []);
      }),
      runs,
    );
  });

  test('tells of a delay on each step once until the list is closed, and escalates from its step on', () => {
    fc.assert(
      fc.property(somePlan, aYear, (plan, year) => {
        const { lastDay } = deadlineIn(year);
        const late = spokenIn(year, plan).filter(({ stage }) => stage.kind === 'overdue');
        const closes = addDays(lastDay, plan.closeAfterDays ?? 0);
        const steps = late.map(({ day }) => workingDaysUntil(lastDay, day, twentyYears));
        for (const { day } of late) expect(lastDay < day && day < closes).toBe(true);
        const open = plan.overdueSteps.filter((step) => steps.includes(step)).sort((a, b) => a - b);
        expect(steps).toEqual(open);
        // A step that is missing would have come after the close.
        const missing = plan.overdueSteps.filter((step) => !steps.includes(step));
        for (const step of missing)
          expect(workingDaysUntil(lastDay, addDays(closes, -1), twentyYears)).toBeLessThan(step);
        for (const { stage, day } of late)
          expect(stage.kind === 'overdue' && stage.escalates).toBe(
            workingDaysUntil(lastDay, day, twentyYears) >= (plan.escalationStep ?? 0),
          );
      }),
      runs,
    );
  });
});

test('with mornings left out nothing is said twice and nothing after it is pointless', () => {
  fc.assert(
    fc.property(somePlan, aYear, fc.integer({ min: 2, max: 9 }), (plan, year, every) => {
      const { lastDay } = deadlineIn(year);
      const spoken = spokenIn(year, plan, (day) => Number(day.slice(8)) % every === 0);
      const reminders = spoken.filter(({ stage }) => stage.kind !== 'overdue');
      expect(reminders.length).toBeLessThanOrEqual(plan.reminderLeads.length + (plan.lastCall ? 1 : 0));
      expect(spoken.length - reminders.length).toBeLessThanOrEqual(plan.overdueSteps.length);
      expect(new Set(spoken.map(({ day }) => day)).size).toBe(spoken.length);
      for (const { day } of reminders) expect(day <= lastDay).toBe(true);
    }),
    runs,
  );
});

test('KH 113 in 2025, by name', () => {
  const plan = kh113BacLieu;
  const said = spokenIn(2025, plan).map(({ day, stage }) => [
    day,
    stage.kind === 'reminder'
      ? `còn ${stage.workingDaysLeft}${stage.asksHead ? ', thủ trưởng' : ''}`
      : stage.kind === 'overdue'
        ? `trễ${stage.escalates ? ', thủ trưởng cấp trên' : ''}`
        : 'lần cuối',
  ]);
  // Over twenty years' fixture Tết 2025 is 28/01–03/02.
  expect(said).toEqual([
    ['2025-01-20', 'còn 14'],
    ['2025-02-05', 'còn 7'],
    ['2025-02-11', 'còn 3, thủ trưởng'],
    ['2025-02-13', 'còn 1, thủ trưởng'],
    ['2025-02-14', 'lần cuối'],
    ['2025-02-17', 'trễ'],
    ['2025-02-21', 'trễ, thủ trưởng cấp trên'],
    ['2025-02-28', 'trễ, thủ trưởng cấp trên'],
  ]);
});

describe('a day of the plan', () => {
  const [tradition, anniversary, end] = kh113BacLieu.events;
  const unit = { id: 'CQ07', name: 'Sở Y tế', kind: 'agency', parent: '95' };
  const at = (day: string, previousDay: string) => ({ day, previousDay, holidays: twentyYears });

  test('is its own for each unit that has told one', () => {
    const dated = { ...unit, anniversary: '02-27' };
    expect(eventDate(anniversary!, kh113BacLieu, '2025', dated)).toBe('2025-02-27');
    expect(eventDate(anniversary!, kh113BacLieu, '2025', unit)).toBeUndefined();
    expect(eventDate(end!, kh113BacLieu, '2023', unit)).toBe('2025-12-31');
  });

  test('is told once, and not when it is past', () => {
    const date = '2025-06-11';
    expect(isEventDay(tradition!, date, at('2025-05-28', '2025-05-27'), false)).toBe(true);
    expect(isEventDay(tradition!, date, at('2025-05-29', '2025-05-28'), false)).toBe(false);
    expect(isEventDay(tradition!, date, at('2025-06-12', '2025-05-27'), false)).toBe(false);
  });

  test('is told at the start of a plan that began after its lead', () => {
    const date = '2025-06-11';
    expect(isEventDay(tradition!, date, at('2025-06-05', '2025-06-04'), true)).toBe(true);
    expect(isEventDay(tradition!, date, at('2025-05-20', '2025-05-19'), true)).toBe(false);
    expect(isEventDay(tradition!, date, at('2025-06-12', '2025-06-11'), true)).toBe(false);
  });
});
