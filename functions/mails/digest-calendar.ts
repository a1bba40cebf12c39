/** Which mornings have something to say by the calendar alone: leads before a deadline, steps after it, days of the plan. */
import { type Deadline, namedDay } from '../domain/deadline.ts';
import type { Plan, PlanEvent } from '../domain/plan.ts';
import type { Unit } from '../domain/unit.ts';
import { daysUntil, type Holidays, isSameWeek, workingDaysUntil } from '../domain/working-days.ts';

export interface DigestDay {
  /** ISO date of the digest. */
  day: string;
  /** ISO date of the digest before, usually yesterday: what fell due in between, while nothing ran, is told now. */
  previousDay: string;
  /** Events after the first instant up to the second are told. */
  since: string;
  until: string;
  holidays: Holidays;
  listingUrl: string;
}

type Days = Pick<DigestDay, 'day' | 'previousDay' | 'holidays'>;

/** The first working morning of its week. */
export const isFirstOfWeek = ({ day, previousDay }: Pick<DigestDay, 'day' | 'previousDay'>): boolean =>
  !isSameWeek(day, previousDay);

/** Whether the working days left have come down to one of the leads since the digest before. */
export function isLead(
  date: string,
  leads: readonly number[],
  { day, previousDay, holidays }: Days,
): boolean {
  const left = workingDaysUntil(day, date, holidays);
  const before = workingDaysUntil(previousDay, date, holidays);
  return leads.some((lead) => left <= lead && lead < before);
}

/** The highest overdue step reached since the digest before. */
function overdueStep(lastDay: string, plan: Plan, { day, previousDay, holidays }: Days): number | undefined {
  const past = workingDaysUntil(lastDay, day, holidays);
  const before = workingDaysUntil(lastDay, previousDay, holidays);
  const reached = plan.overdueSteps.filter((step) => before < step && step <= past);
  return reached.length > 0 ? Math.max(...reached) : undefined;
}

/** What a deadline makes of a morning; at most one of them. */
export type Stage =
  /** A lead: the clerk is reminded; `asksHead`: the head too, if something is missing. */
  | { kind: 'reminder'; workingDaysLeft: number; asksHead: boolean }
  /** The last working day: clerk and head. */
  | { kind: 'lastCall'; workingDaysLeft: number }
  /** Clerk, head and the reviewers above; `escalates`: the head above too. */
  | { kind: 'overdue'; escalates: boolean };

/** undefined: the calendar has nothing to say of this deadline on this morning, or nobody is asked any more. */
export function stageOf({ lastDay }: Deadline, plan: Plan, days: Days): Stage | undefined {
  const { reminderLeads, headLeads = [], lastCall = false, escalationStep, closeAfterDays } = plan;
  if (days.day > lastDay) {
    if (closeAfterDays !== undefined && daysUntil(lastDay, days.day) >= closeAfterDays) return undefined;
    const step = overdueStep(lastDay, plan, days);
    if (step === undefined) return undefined;
    return { kind: 'overdue', escalates: escalationStep !== undefined && step >= escalationStep };
  }
  const workingDaysLeft = workingDaysUntil(days.day, lastDay, days.holidays);
  if (lastCall && isLead(lastDay, [0], days)) return { kind: 'lastCall', workingDaysLeft };
  if (!isLead(lastDay, reminderLeads, days)) return undefined;
  return { kind: 'reminder', workingDaysLeft, asksHead: isLead(lastDay, headLeads, days) };
}

/** The day of an event for a unit; undefined when the unit has not told its anniversary. */
export const eventDate = (event: PlanEvent, plan: Plan, period: string, unit: Unit): string | undefined =>
  namedDay(event.on, { period, inForceTo: plan.inForceTo, anniversary: unit.anniversary });

/** `isNew`: the plan is in its first digest, so that a lead of the days before is told now. */
export const isEventDay = (event: PlanEvent, date: string, days: Days, isNew: boolean): boolean =>
  days.day <= date &&
  (isNew
    ? workingDaysUntil(days.day, date, days.holidays) <= event.leadWorkingDays
    : isLead(date, [event.leadWorkingDays], days));

/** Whether the calendar alone gives something to say on this day: a lead, the last call, an overdue step, an event. */
export function isCalendarDay(
  plan: Plan,
  period: string,
  units: readonly Unit[],
  deadlines: readonly Deadline[],
  days: Days,
): boolean {
  const isNamed = (event: PlanEvent): boolean =>
    units.some((unit) => {
      const date = event.unitKinds.includes(unit.kind) ? eventDate(event, plan, period, unit) : undefined;
      return date !== undefined && isEventDay(event, date, days, false);
    });
  return (
    deadlines.some((deadline) => stageOf(deadline, plan, days) !== undefined) || plan.events.some(isNamed)
  );
}
