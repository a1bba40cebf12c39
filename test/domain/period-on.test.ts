/** The period a day falls into is always one of the plan's. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPeriodOf, periodOn } from '../../functions/domain/period.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { kh113BacLieu as yearly } from '../../functions/plans/kh-113-bac-lieu.ts';

const monthly: Plan = {
  ...yearly,
  obligations: yearly.obligations.map((obligation) => ({
    ...obligation,
    deadline: { kind: 'monthly', day: 15, strict: true },
  })),
};

it.each([
  [yearly, '2025-03-05', '2025'],
  [yearly, '2019-03-05', '2022'],
  [yearly, '2031-03-05', '2025'],
  [monthly, '2025-03-05', '2025-03'],
  [monthly, '2031-03-05', '2025-12'],
])('%#: on %s it is %s', (plan, day, period) => {
  expect(periodOn(plan, day)).toBe(period);
});

it('is a period of the plan on any day', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(yearly, monthly), days, (plan, day) => {
      expect(isPeriodOf(plan, periodOn(plan, day.toISOString().slice(0, 10)))).toBe(true);
    }),
  );
});
