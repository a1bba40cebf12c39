/** What the calendar tells a unit on a morning: its own list coming or overdue, and days of the plan. */
import { isLate } from '../domain/deadline.ts';
import { periodLabel } from '../domain/period.ts';
import type { PlanEvent, StaffRole } from '../domain/plan.ts';
import { quotaCounter } from '../domain/quota.ts';
import type { Unit } from '../domain/unit.ts';
import { daysUntil, workingDaysUntil } from '../domain/working-days.ts';
import { type DigestDay, eventDate, isEventDay, stageOf } from './digest-calendar.ts';
import type { DailyDigestData, DutyLine } from './digest-data.ts';
import type { DigestState } from './digest-state.ts';
import { ownRequests } from './due-requests.ts';

const none: Pick<DailyDigestData, 'overdue' | 'coming'> = { overdue: [], coming: [] };

/** Nobody is told of a list that has arrived. */
export function dutyLines(
  role: 'clerk' | 'head',
  unit: Unit,
  state: DigestState,
  day: DigestDay,
): typeof none {
  const duty = state.duties.get(unit.id);
  if (!duty || state.submissions.get(unit.id)?.state === 'submitted') return none;
  const stage = stageOf(duty.deadline, state.plan, day);
  if (!stage) return none;
  if (stage.kind === 'overdue') return { overdue: [dutyLine(unit, state, 0, day.day)], coming: [] };
  if (stage.kind === 'reminder' && role === 'head' && !(stage.asksHead && isShort(unit, state))) return none;
  return { overdue: [], coming: [dutyLine(unit, state, stage.workingDaysLeft, day.day)] };
}

/** Too few rows in the tab, or a list that waits for the signature: what a head can do something about. */
function isShort({ id }: Unit, { duties, submissions, typedRows }: DigestState): boolean {
  const isUnsigned = submissions.get(id)?.state === 'awaitingSignature';
  return isUnsigned || (typedRows.get(id) ?? 0) < (duties.get(id)?.obligation.quota.min ?? 0);
}

function dutyLine(unit: Unit, state: DigestState, workingDaysLeft: number, day: string): DutyLine {
  const { obligation, deadline } = state.duties.get(unit.id)!;
  const submission = state.submissions.get(unit.id);
  const awaitsSignature = submission?.state === 'awaitingSignature';
  const first = submission?.versions[0];
  return {
    unitName: unit.name,
    plan: state.plan.number,
    period: periodLabel(state.period),
    workingDaysLeft,
    daysLate: day > deadline.lastDay ? daysUntil(deadline.lastDay, day) : 0,
    namedDate: deadline.namedDate,
    strict: deadline.strict,
    lastDay: deadline.lastDay,
    extended: deadline.extended ?? null,
    counter: quotaCounter(state.typedRows.get(unit.id) ?? 0, obligation.quota),
    papers: obligation.attachment ? [obligation.attachment.label] : [],
    awaitsSignature,
    sentInTime: awaitsSignature && first !== undefined && !isLate(deadline, new Date(first.at)),
    requests: ownRequests(unit, state),
    link: state.linkOf(unit.id),
  };
}

const concerns = (event: PlanEvent, role: StaffRole, unit: Unit): boolean =>
  event.unitKinds.includes(unit.kind) && (event.roles ?? ['clerk', 'head']).includes(role);

export const eventLines = (
  role: StaffRole,
  unit: Unit,
  { plan, period, isNew }: DigestState,
  day: DigestDay,
): DailyDigestData['events'] =>
  plan.events.flatMap((event) => {
    const date = concerns(event, role, unit) ? eventDate(event, plan, period, unit) : undefined;
    if (date === undefined || !isEventDay(event, date, day, isNew)) return [];
    return [{ name: event.name, date, workingDaysLeft: workingDaysUntil(day.day, date, day.holidays) }];
  });

/** Once a year: a unit that has told no tradition day cannot be reminded of it. */
export const undatedLines = (
  unit: Unit,
  { plan, period, opensYear }: DigestState,
): DailyDigestData['undated'] =>
  plan.events
    .filter((event) => opensYear && concerns(event, 'clerk', unit) && !eventDate(event, plan, period, unit))
    .map(({ name }) => ({ unitName: unit.name, eventName: name }));
