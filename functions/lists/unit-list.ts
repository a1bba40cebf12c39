/** One unit's tab with all that is needed to judge it: plan, obligation, deadline, earlier dossiers, promoted rows. */
import { approvedRows, checkLocked, checkTakenBack } from '../domain/accept-list.ts';
import { type CheckedTab, checkTab, withPlace } from '../domain/check-tab.ts';
import { type Deadline, type Extension, localDate, toDeadline } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Form } from '../domain/form.ts';
import { formOfPeriod } from '../domain/period.ts';
import type { Obligation, Plan } from '../domain/plan.ts';
import { planForm } from '../domain/plan-form.ts';
import { inSheetOrder, type Problem } from '../domain/problem.ts';
import type { Citable } from '../domain/references.ts';
import { toEarlierPeriod } from '../domain/registered-again.ts';
import type { CellValue } from '../domain/row.ts';
import { checkStillPublic } from '../domain/still-public.ts';
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

/** Types and rules of one tab, and what in it was decided before; says nothing of quotas, nor without `citable` of what cells name: both count only at submission. */
export function judgeTab(
  plan: Plan,
  unit: Unit,
  period: string,
  tab: WorkbookTab,
  form: Form,
  values: CellValue[][],
  now: Date,
  { existing = [], citable }: { existing?: readonly Dossier[]; citable?: Citable | undefined } = {},
): CheckedTab {
  const context = contextOf(plan, unit, period, tab, form, now);
  const checked = checkTab(form, values, {
    ...context,
    approved: approvedRows(existing),
    earlierPeriodOf: toEarlierPeriod(existing),
    citable,
  });
  const decided = checkDecided(checked, existing, tab.title);
  const still = isUnreadable(checked) ? [] : checkStillPublic(checked, existing, context);
  const problems = inSheetOrder([...checked.problems, ...decided, ...still]);
  return { ...checked, problems };
}

/** A tab whose rows cannot be read: what stands in it is not known. */
export const isUnreadable = ({ problems }: Pick<CheckedTab, 'problems'>): boolean =>
  problems.some(({ code }) => code === 'tab-wrong' || code === 'header-missing');

/** Rows that are decided and not as they were decided. One with a wrong cell is changed too, and no row is missing that stands there. */
function checkDecided(checked: CheckedTab, existing: readonly Dossier[], tab: string): Problem[] {
  if (isUnreadable(checked)) return [];
  const linesOf = Map.groupBy(checked.raw, ({ rowId }) => rowId);
  const locked = checkLocked(checked.rows, existing, tab).flatMap((problem): Problem[] => {
    if (problem.code !== 'row-locked-missing') return [problem];
    const [raw, ...copies] = linesOf.get(String(problem.params.id)) ?? [];
    if (!raw) return [problem];
    return copies.length > 0 ? [] : [{ ...problem, code: 'row-locked', line: raw.line }];
  });
  const takenBack = checkTakenBack(checked.rows, existing, tab);
  return [...locked, ...takenBack.map((problem) => withPlace(problem, tab, checked.columns))];
}
