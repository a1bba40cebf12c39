/** Which mornings have something to say by the calendar alone: leads before a deadline, steps after it, days of the plan. */
import { type Deadline, type Holidays, workingDaysUntil } from '../domain/deadline.ts';
import type { Plan, PlanEvent } from '../domain/plan.ts';

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

/** Heads are asked only when it is close. */
export const headLead = 3;

/** Whether the working days left have come down to one of the leads since the digest before. */
export function isLead(
  date: string,
  leads: readonly number[],
  { day, previousDay, holidays }: DigestDay,
): boolean {
  const left = workingDaysUntil(day, date, holidays);
  const before = workingDaysUntil(previousDay, date, holidays);
  return leads.some((lead) => left <= lead && lead < before);
}

export function isOverdueStep(
  lastDay: string,
  plan: Plan,
  { day, previousDay, holidays }: DigestDay,
): boolean {
  const past = workingDaysUntil(lastDay, day, holidays);
  const before = workingDaysUntil(lastDay, previousDay, holidays);
  return plan.overdueSteps.some((step) => before < step && step <= past);
}

export function isNear(lastDay: string, plan: Plan, day: DigestDay): boolean {
  if (day.day > lastDay) return isOverdueStep(lastDay, plan, day);
  const leads = plan.reminderLeads.filter((lead) => lead <= headLead);
  return isLead(lastDay, leads, day);
}

export const eventDate = ({ month, day }: PlanEvent, period: string): string =>
  `${period.slice(0, 4)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export const isEventDay = (event: PlanEvent, period: string, day: DigestDay): boolean =>
  day.day <= eventDate(event, period) && isLead(eventDate(event, period), [event.leadWorkingDays], day);

/** Whether the calendar alone gives something to say on this day: a lead, an overdue step, an event. */
export function isCalendarDay(
  plan: Plan,
  period: string,
  deadlines: readonly Deadline[],
  day: DigestDay,
): boolean {
  const isStep = ({ lastDay }: Deadline): boolean =>
    day.day > lastDay ? isOverdueStep(lastDay, plan, day) : isLead(lastDay, plan.reminderLeads, day);
  return deadlines.some(isStep) || plan.events.some((event) => isEventDay(event, period, day));
}
