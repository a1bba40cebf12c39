/** A trial begins when its period does, for every plan and each form, so that no deadline is past before anybody looks. */
import { describe, expect, it } from 'vitest';
import { localDate } from '../../../functions/domain/deadline.ts';
import { firstDayOf, formsOf, monthsOf, periodOn } from '../../../functions/domain/period.ts';
import { daysThrough, isWorkingDay } from '../../../functions/domain/working-days.ts';
import { duty } from '../../../functions/lists/unit-list.ts';
import { holidaysOf } from '../../../functions/plans/holidays.ts';
import { presets } from '../../../functions/plans/index.ts';
import { parseOptions } from '../../../infra/local/runtime/options.ts';
import { trialStart } from '../../../infra/local/trial.ts';

const zone = 'Asia/Ho_Chi_Minh';

describe.each(Object.values(presets).map((plan) => [plan.id, plan] as const))('%s', (id, plan) => {
  it('begins at eight on the first working morning of the period of each form', () => {
    for (const form of formsOf(plan))
      for (const day of [plan.inForceFrom, plan.inForceTo]) {
        const period = periodOn(plan, day, form);
        const start = trialStart(period);
        expect(start.toISOString()).toMatch(/T01:00:00\.000Z$/);
        const date = localDate(start, zone);
        expect(Number(date.slice(0, 4)) * 100 + Number(date.slice(5, 7))).toBe(
          monthsOf(period).year * 100 + monthsOf(period).first,
        );
        const [, ...before] = daysThrough(firstDayOf(period), date).reverse();
        expect(isWorkingDay(date, holidaysOf({}))).toBe(true);
        expect(before.filter((earlier) => isWorkingDay(earlier, holidaysOf({})))).toEqual([]);
      }
  });

  it('begins before every deadline of the period that is taken when none is named', () => {
    const parsed = parseOptions(['--plan', id], {}, 'auto');
    if (!parsed.ok) throw new Error(parsed.faults.join());
    const { period } = parsed.options;
    const start = localDate(trialStart(period), zone);
    const days = plan.units.flatMap((unit) => duty(plan, unit, period)?.deadline.own.lastDay ?? []);
    expect(days.length).toBeGreaterThan(0);
    expect(days.filter((day) => day < start)).toEqual([]);
  });
});
