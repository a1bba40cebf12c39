/** Who gets which digest on a day: from the state of all plans to one mail's data a person. Pure; the same state gives the same mails. */
import { type Deadline, workingDaysUntil } from '../domain/deadline.ts';
import type { Dossier, DossierEvent } from '../domain/dossier.ts';
import { periodLabel } from '../domain/period.ts';
import type { Obligation, Plan, StaffRole } from '../domain/plan.ts';
import { quotaCounter } from '../domain/quota.ts';
import type { Submission } from '../domain/submission.ts';
import type { Unit, UnitTree } from '../domain/unit.ts';
import type { DailyDigestData, DutyLine, PlanInfo } from './data.ts';
import {
  type DigestDay,
  eventDate,
  headLead,
  isEventDay,
  isLead,
  isNear,
  isOverdueStep,
} from './digest-calendar.ts';

export interface DigestPerson {
  email: string;
  name: string;
  unitId: string;
  role: StaffRole;
}

/** One plan in one period. */
export interface DigestState {
  plan: Plan;
  period: string;
  tree: UnitTree;
  staff: readonly DigestPerson[];
  submissions: ReadonlyMap<string, Submission>;
  /** Dossiers with an event since the last digest; others have nothing to tell. */
  touched: readonly Dossier[];
  /** Rows that wait at each desk. */
  waiting: ReadonlyMap<string, number>;
  /** Rows that stand in each unit's tab, chosen ones from below included. */
  typedRows: ReadonlyMap<string, number>;
  duties: ReadonlyMap<string, { obligation: Obligation; deadline: Deadline }>;
  linkOf(unitId: string): string;
  reviewLinkOf(unitId: string): string;
}

export const toPlanInfo = ({ number, issuer, timeZone }: Plan): PlanInfo => ({ number, issuer, timeZone });

/** By e-mail; people without anything to hear are not in it. */
export function dueDigests(states: readonly DigestState[], day: DigestDay): Map<string, DailyDigestData> {
  const digests = new Map<string, DailyDigestData>();
  for (const state of states) {
    for (const person of state.staff) {
      const part = partFor(person, state, day);
      if (isSilent(part)) continue;
      const email = person.email.toLowerCase();
      digests.set(email, merged(digests.get(email), part));
    }
  }
  return digests;
}

type Part = DailyDigestData;

const isSilent = ({ returned, overdue, coming, desks, results, events }: Part): boolean =>
  [returned, overdue, coming, desks, results, events].every((section) => section.length === 0);

const merged = (before: Part | undefined, part: Part): Part =>
  before
    ? {
        ...before,
        plans: unique([...before.plans, ...part.plans]),
        returned: unique([...before.returned, ...part.returned]),
        overdue: unique([...before.overdue, ...part.overdue]),
        coming: unique([...before.coming, ...part.coming]),
        desks: unique([...before.desks, ...part.desks]),
        results: unique([...before.results, ...part.results]),
        events: unique([...before.events, ...part.events]),
      }
    : part;

/** A person with two roles in a unit hears a thing once. */
const unique = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

function partFor(person: DigestPerson, state: DigestState, day: DigestDay): Part {
  const unit = state.tree.get(person.unitId);
  const writes = person.role === 'clerk' || person.role === 'head';
  const duty = unit && writes ? dutyPart(person, unit, state, day) : { overdue: [], coming: [] };
  return {
    recipientName: person.name,
    day: day.day,
    plans: [toPlanInfo(state.plan)],
    ...duty,
    returned: unit && writes ? returnedLines(person, unit, state, day) : [],
    desks: unit && person.role === 'reviewer' ? deskLines(unit, state, day) : [],
    results: unit && person.role === 'clerk' ? resultLines(unit, state, day) : [],
    events: unit && writes ? eventLines(unit, state, day) : [],
  };
}

function dutyPart(
  { role }: DigestPerson,
  unit: Unit,
  state: DigestState,
  day: DigestDay,
): Pick<Part, 'overdue' | 'coming'> {
  const duty = state.duties.get(unit.id);
  const submission = state.submissions.get(unit.id);
  if (!duty || submission?.state === 'submitted') return { overdue: [], coming: [] };
  const { lastDay } = duty.deadline;
  if (day.day > lastDay)
    return {
      overdue: isOverdueStep(lastDay, state.plan, day) ? [dutyLine(unit, state, 0, day.day)] : [],
      coming: [],
    };
  const left = workingDaysUntil(day.day, lastDay, day.holidays);
  const isTold = isLead(lastDay, state.plan.reminderLeads, day) && (role === 'clerk' || left <= headLead);
  return { overdue: [], coming: isTold ? [dutyLine(unit, state, left, day.day)] : [] };
}

function dutyLine(unit: Unit, state: DigestState, workingDaysLeft: number, day: string): DutyLine {
  const { obligation, deadline } = state.duties.get(unit.id)!;
  const submission = state.submissions.get(unit.id);
  return {
    unitName: unit.name,
    plan: state.plan.number,
    period: periodLabel(state.period),
    workingDaysLeft,
    daysLate: day > deadline.lastDay ? calendarDays(deadline.lastDay, day) : 0,
    namedDate: deadline.namedDate,
    strict: deadline.strict,
    lastDay: deadline.lastDay,
    counter: quotaCounter(state.typedRows.get(unit.id) ?? 0, obligation.quota),
    papers: obligation.attachment ? [obligation.attachment.label] : [],
    awaitsSignature: submission?.state === 'awaitingSignature',
    link: state.linkOf(unit.id),
  };
}

const calendarDays = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const inWindow = ({ at }: Pick<DossierEvent, 'at'>, { since, until }: DigestDay): boolean =>
  at > since && at <= until;

/** Rows that wait for a mend. The head hears of a row only when it comes back a second time. */
function returnedLines({ role }: DigestPerson, unit: Unit, state: DigestState, day: DigestDay) {
  return state.touched
    .filter(({ unitId, status }) => unitId === unit.id && status === 'returned')
    .flatMap((dossier) => {
      const returns = dossier.history.filter(({ action }) => action === 'return');
      const last = returns.at(-1);
      if (!last || !inWindow(last, day) || (role === 'head' && returns.length < 2)) return [];
      return [
        {
          unitName: unit.name,
          id: dossier.id,
          name: nameOf(dossier),
          reason: dossier.returnReason,
          by: state.tree.get(last.unitId)?.name ?? last.unitId,
          link: state.linkOf(unit.id),
        },
      ];
    });
}

const nameOf = (dossier: Dossier): string => String(dossier.row.values.name ?? '');

function resultLines(unit: Unit, state: DigestState, day: DigestDay): Part['results'] {
  return state.touched
    .filter(({ unitId, status }) => unitId === unit.id && status !== 'returned')
    .flatMap((dossier) => {
      const last = dossier.history.findLast(
        (event) => inWindow(event, day) && ['approve', 'promote', 'withdraw'].includes(event.action),
      );
      if (!last) return [];
      const outcome =
        last.action === 'withdraw'
          ? ('withdrawn' as const)
          : dossier.public
            ? ('published' as const)
            : last.action === 'promote'
              ? ('promoted' as const)
              : ('approved' as const);
      return [
        {
          unitName: unit.name,
          id: dossier.id,
          name: nameOf(dossier),
          outcome,
          by: state.tree.get(last.unitId)?.name ?? last.unitId,
          link: outcome === 'published' ? `${day.listingUrl}/` : '',
        },
      ];
    });
}

/** A desk is told when rows have come since the last digest, or when units are missing and a deadline is near or just past. */
function deskLines(unit: Unit, state: DigestState, day: DigestDay): Part['desks'] {
  const hasNew = state.touched.some(
    ({ at, status, history }) =>
      at === unit.id && status === 'submitted' && history.some((event) => inWindow(event, day)),
  );
  const byDay = Map.groupBy(
    state.tree
      .children(unit.id)
      .filter(({ id }) => state.duties.has(id) && state.submissions.get(id)?.state !== 'submitted'),
    ({ id }) => state.duties.get(id)!.deadline.lastDay,
  );
  const near = [...byDay].filter(([lastDay]) => isNear(lastDay, state.plan, day));
  const line = (missing: readonly Unit[], lastDay: string) => ({
    unitName: unit.name,
    plan: state.plan.number,
    period: periodLabel(state.period),
    waiting: state.waiting.get(unit.id) ?? 0,
    missing: missing.map(({ name }) => name),
    lastDay,
    isPast: day.day > lastDay,
    link: state.reviewLinkOf(unit.id),
  });
  if (near.length > 0) return near.map(([lastDay, missing]) => line(missing, lastDay));
  return hasNew ? [{ ...line([], ''), isPast: false }] : [];
}

const eventLines = (unit: Unit, { plan, period }: DigestState, day: DigestDay): Part['events'] =>
  plan.events
    .filter((event) => event.unitKinds.includes(unit.kind) && isEventDay(event, period, day))
    .map((event) => ({
      name: event.name,
      date: eventDate(event, period),
      workingDaysLeft: workingDaysUntil(day.day, eventDate(event, period), day.holidays),
    }));
