/** A deadline that a change moves into the past makes every unit late at once: refused, unless its line confirms it. */
import { formatDate } from '../../domain/date.ts';
import { type Deadline, isLate, toDeadline } from '../../domain/deadline.ts';
import { formOfPeriod, periodLabel, rhythmOf, spanRhythm } from '../../domain/period.ts';
import type { Obligation, Plan } from '../../domain/plan.ts';
import { isValidOn, type Unit } from '../../domain/unit.ts';
import type { ReadLine } from './cells.ts';
import { isConfirmed, obligationId } from './deadlines-tab.ts';

export interface Moment {
  now: Date;
  /** Periods that have workbooks: only there can anybody be late. */
  periods: readonly string[];
}

const none: ReadonlySet<string> = new Set();

/** The same rule gives the same day to hundreds of units. */
function dueIn(plan: Plan): (obligation: Obligation, unit: Unit, period: string) => Deadline {
  const known = new Map<string, Deadline>();
  const { timeZone, inForceTo } = plan;
  return ({ deadline }, { anniversary }, period) => {
    const key = JSON.stringify([deadline, anniversary, period]);
    const terms = { period, timeZone, inForceTo, anniversary, holidays: none };
    const due = known.get(key) ?? toDeadline(deadline, terms);
    known.set(key, due);
    return due;
  };
}

const owedBy = (plan: Plan, unit: Unit | undefined, form: string): Obligation | undefined =>
  plan.obligations.find((owed) => owed.unitKind === unit?.kind && owed.form === form);

export function faultPastDeadlines(
  before: Plan,
  after: Plan,
  lineOf: ReadonlyMap<string, ReadLine>,
  { now, periods }: Moment,
): void {
  const [dueBefore, dueAfter] = [dueIn(before), dueIn(after)];
  const today = now.toISOString().slice(0, 10);
  const known = new Map(before.units.map((unit) => [unit.id, unit]));
  for (const owed of after.obligations) {
    const line = lineOf.get(obligationId(owed));
    if (!line) continue;
    const ofForm = periods.filter((period) => formOfPeriod(period) === owed.form);
    const other = ofForm.find((period) => spanRhythm(period) !== rhythmOf(owed));
    if (other !== undefined) {
      line.fault('rule', 'deadline-rhythm', { period: periodLabel(other) });
      continue;
    }
    if (isConfirmed(line)) continue;
    const isNewlyLate = (unit: Unit, period: string): boolean => {
      const old = known.get(unit.id);
      if (!old || !isLate(dueAfter(owed, unit, period), now)) return false;
      const owedBefore = owedBy(before, old, owed.form);
      return !owedBefore || !isLate(dueBefore(owedBefore, old, period), now);
    };
    const late = after.units
      .filter((unit) => unit.kind === owed.unitKind && isValidOn(unit, today))
      .flatMap((unit) =>
        ofForm.filter((period) => isNewlyLate(unit, period)).map((period) => ({ unit, period })),
      );
    const [first] = late;
    if (!first) continue;
    const day = formatDate(dueAfter(owed, first.unit, first.period).lastDay);
    const count = new Set(late.map(({ unit }) => unit.id)).size;
    const place = ['date', 'day', 'rule'].find((column) => line.values[column] !== undefined) ?? 'rule';
    line.fault(place, 'deadline-past', { day, count });
  }
}
