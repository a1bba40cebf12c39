/** A plan walked by its calendar: what a kind of units owes, how many, until which day, in a line each. */
import { toDeadline } from '../../functions/domain/deadline.ts';
import { formOfPeriod, periodsWithin } from '../../functions/domain/period.ts';
import type { Plan, Quota } from '../../functions/domain/plan.ts';
import { holidaysOf } from '../../functions/plans/holidays.ts';

const countOf = ({ min, max, target }: Quota): string =>
  max !== undefined ? `${min}–${max}` : target === undefined ? `${min}+` : `${min}+ (${target})`;

/** "2025-H1.TD follow-up 1+ until 2025-06-20, signed, or nil, with Kế hoạch …". */
export function owedIn(plan: Plan, unitKind: string, span: string): string[] {
  const { inForceTo, timeZone } = plan;
  return periodsWithin(plan, span).flatMap((period) =>
    plan.obligations
      .filter((owed) => owed.unitKind === unitKind && owed.form === formOfPeriod(period))
      .map((owed) => {
        const terms = { period, inForceTo, timeZone, holidays: holidaysOf(plan) };
        const { lastDay } = toDeadline(owed.deadline, terms);
        const extras = [
          ...(owed.headSignOff ? ['signed'] : []),
          ...(owed.nilReport ? ['or nil'] : []),
          ...(owed.attachment ? [`with ${owed.attachment.label}`] : []),
        ];
        return [`${period} ${owed.form} ${countOf(owed.quota)} until ${lastDay}`, ...extras].join(', ');
      }),
  );
}

/** Numbers of the checklist that some obligation or day of the plan carries. */
export const carriedIds = ({ obligations, events }: Plan): Set<string> =>
  new Set([...obligations.flatMap(({ ids }) => ids), ...events.map(({ id }) => id)]);
