/** One unit's tab with all that is needed to judge it: plan, obligation, deadline, earlier dossiers, promoted rows. */
import { approvedRows } from '../domain/accept-list.ts';
import { type CheckedTab, checkTab } from '../domain/check-tab.ts';
import { type Deadline, type Extension, localDate, toDeadline } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Form } from '../domain/form.ts';
import { formOfPeriod } from '../domain/period.ts';
import type { Obligation, Plan } from '../domain/plan.ts';
import { planForm } from '../domain/plan-form.ts';
import type { Citable } from '../domain/references.ts';
import { toEarlierPeriod } from '../domain/registered-again.ts';
import type { CellValue } from '../domain/row.ts';
import type { Unit } from '../domain/unit.ts';
import { rowIdPrefix, type WorkbookTab } from '../domain/workbook.ts';
import { holidaysOf } from '../plans/holidays.ts';

export interface Duty {
  obligation: Obligation;
  deadline: Deadline;
  form: Form;
}

/** What a unit owes in a period, with its day; undefined when the plan does not ask its kind for the period's form. */
export function duty(plan: Plan, unit: Unit, period: string, extension?: Extension): Duty | undefined {
  const obligation = plan.obligations.find(
    ({ unitKind, form }) => unitKind === unit.kind && form === formOfPeriod(period),
  );
  if (!obligation) return undefined;
  const { timeZone, inForceTo } = plan;
  const { anniversary } = unit;
  const terms = { period, timeZone, inForceTo, anniversary, holidays: holidaysOf(plan), extension };
  const deadline = toDeadline(obligation.deadline, terms);
  return { obligation, deadline, form: planForm(plan, obligation.form, deadline.own.lastDay) };
}

export const contextOf = (
  plan: Plan,
  unit: Unit,
  period: string,
  tab: WorkbookTab,
  form: Form,
  now: Date,
) => ({
  form,
  today: localDate(now, plan.timeZone),
  tab: tab.title,
  expectedIdPrefix: rowIdPrefix(period, unit.id),
});

/** Types and rules of one tab; says nothing of quotas, nor without `citable` of what cells name: both count only at submission. */
export function judgeTab(
  plan: Plan,
  unit: Unit,
  period: string,
  tab: WorkbookTab,
  form: Form,
  values: CellValue[][],
  now: Date,
  { existing = [], citable }: { existing?: readonly Dossier[]; citable?: Citable } = {},
): CheckedTab {
  const context = contextOf(plan, unit, period, tab, form, now);
  return checkTab(form, values, {
    ...context,
    approved: approvedRows(existing),
    earlierPeriodOf: toEarlierPeriod(existing),
    citable,
  });
}
