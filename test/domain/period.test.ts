/** Periods: names, order, what a day falls into, and whose they are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeadlineRule } from '../../functions/domain/deadline.ts';
import { namedDay } from '../../functions/domain/deadline.ts';
import { formCodes } from '../../functions/domain/form-codes.ts';
import { forms } from '../../functions/domain/forms/index.ts';
import {
  formOfPeriod,
  isPeriod,
  isPeriodOf,
  monthsOf,
  periodAdvice,
  periodLabel,
  periodOn,
  periodsSoFar,
  periodsWithin,
} from '../../functions/domain/period.ts';
import type { Obligation, Plan } from '../../functions/domain/plan.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';

const [listed] = kh113BacLieu.obligations as [Obligation];

const withDeadlines = (exemplar: DeadlineRule, nurturing?: DeadlineRule): Plan => ({
  ...kh113BacLieu,
  obligations: [
    { ...listed, deadline: exemplar },
    ...(nurturing ? [{ ...listed, form: 'nurturing-plan', deadline: nurturing }] : []),
  ],
});

const yearly: DeadlineRule = { kind: 'yearly', month: 1, day: 15, strict: true };
const monthly: DeadlineRule = { kind: 'monthly', day: 15, strict: true };
const quarterly: DeadlineRule = { kind: 'quarterly', month: 3, day: 20, strict: true };
const halfYearly: DeadlineRule = { kind: 'halfYearly', month: 7, day: 5, strict: false };
const once: DeadlineRule = { kind: 'once', date: '2023-06-30', strict: true };

it.each([
  ['2025', 'năm 2025'],
  ['2021-04', 'tháng 4/2021'],
  ['2025-Q2', 'quý II/2025'],
  ['2025-H1', '6 tháng đầu năm 2025'],
  ['2025-H2.BD', '6 tháng cuối năm 2025 (kế hoạch bồi dưỡng)'],
])('%s is called %s', (period, label) => {
  expect(periodLabel(period)).toBe(label);
});

it.each([
  '',
  '25',
  '2025-13',
  '2025-Q5',
  '2025-H3',
  '2025.',
  '2025.ZZ',
  '2025.bd',
  '2025-04-01',
  '2025.BD.BD',
])('does not take %j for a period', (text) => {
  expect(isPeriod(text)).toBe(false);
});

describe('with several forms in one plan', () => {
  const plan = withDeadlines(yearly, halfYearly);

  it('each form has periods of its own length', () => {
    expect(periodOn(plan, '2025-08-01')).toBe('2025');
    expect(periodOn(plan, '2025-08-01', 'nurturing-plan')).toBe('2025-H2.BD');
    expect(isPeriodOf(plan, '2025.BD')).toBe(false);
    expect(isPeriodOf(plan, '2025-H1')).toBe(false);
    expect(isPeriodOf(plan, '2026-H1.BD')).toBe(false);
  });

  it('a year brings the periods of all forms, its own first', () => {
    expect(periodsWithin(plan, '2025')).toEqual(['2025', '2025-H1.BD', '2025-H2.BD']);
    expect(periodsWithin(plan, '2025-H2.BD')).toEqual(['2025-H2.BD', '2025']);
  });

  it('tells an administrator how each form runs', () => {
    expect(periodAdvice(plan)).toBe(
      'kế hoạch 113/KH-UBND chạy: theo năm, ghi từ 2022 đến 2025; kế hoạch bồi dưỡng theo nửa năm, ghi từ 2022-H2.BD đến 2025-H2.BD.',
    );
  });
});

it('a list that is due once belongs to the year of its day alone', () => {
  const plan = withDeadlines(yearly, once);
  expect(periodsWithin(plan, '2023')).toEqual(['2023', '2023.BD']);
  expect(periodsWithin(plan, '2024')).toEqual(['2024']);
  expect(periodOn(plan, '2025-05-05', 'nurturing-plan')).toBe('2023.BD');
});

it('the year adds up what came before in the same form', () => {
  expect(periodsSoFar('2021-03')).toEqual(['2021-01', '2021-02', '2021-03']);
  expect(periodsSoFar('2025-H2.BD')).toEqual(['2025-H1.BD', '2025-H2.BD']);
  expect(periodsSoFar('2025')).toEqual(['2025']);
});

it.each([
  [quarterly, '2025-Q1', '2025-03-20'],
  [quarterly, '2025-Q4', '2025-12-20'],
  [{ ...quarterly, month: 4, day: 5 }, '2025-Q4', '2026-01-05'],
  [halfYearly, '2025-H1', '2025-07-05'],
  [halfYearly, '2025-H2', '2026-01-05'],
  [{ ...halfYearly, month: 12 }, '2025-H2', '2026-06-05'],
])('%j in %s falls on %s', (rule, period, day) => {
  expect(namedDay(rule as DeadlineRule, { period, inForceTo: '2025-12-31' })).toBe(day);
});

it('any day falls into one period of each form, which covers the day while the plan is in force', () => {
  const rules = fc.constantFrom(yearly, monthly, quarterly, halfYearly);
  const days = fc
    .date({ min: new Date('2022-08-19'), max: new Date('2025-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  fc.assert(
    fc.property(rules, rules, days, (exemplar, nurturing, day) => {
      const plan = withDeadlines(exemplar, nurturing);
      for (const form of ['exemplar', 'nurturing-plan']) {
        const period = periodOn(plan, day, form);
        const { year, first, last } = monthsOf(period);
        const month = Number(day.slice(5, 7));
        expect(formOfPeriod(period)).toBe(form);
        expect(isPeriodOf(plan, period)).toBe(true);
        expect(year).toBe(Number(day.slice(0, 4)));
        expect(first <= month && month <= last).toBe(true);
        expect(periodsSoFar(period).at(-1)).toBe(period);
        expect(periodsWithin(plan, period)[0]).toBe(period);
      }
    }),
  );
});

it('every form has a code of its own, and a column by which people call its rows', () => {
  const codes = Object.values(formCodes).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(Object.keys(forms).sort()).toEqual(Object.keys(formCodes).sort());
  for (const form of Object.values(forms)) expect(form.columns.map(({ key }) => key)).toContain('name');
});
