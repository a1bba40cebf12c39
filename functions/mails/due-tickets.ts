/** Who is told on a morning of requests about public pages: from the working day before the law's two days on, each working morning. */
import type { Plan } from '../domain/plan.ts';
import type { Ticket } from '../domain/ticket.ts';
import { endWords, wishTitles } from '../domain/ticket-course.ts';
import { inTurn, runningClocks } from '../domain/ticket-order.ts';
import type { UnitTree } from '../domain/unit.ts';
import { daysUntil, workingDaysUntil } from '../domain/working-days.ts';
import type { DigestDay } from './digest-calendar.ts';
import type { DailyDigestData, TicketClock, TicketLine } from './digest-data.ts';
import { type DigestPerson, toPlanInfo } from './digest-state.ts';
import { inWindow } from './due-news.ts';
import { quietDigest } from './due-troubles.ts';

/** A request of a plan of which the end or the answer is owed. */
export interface OpenTicket {
  ticket: Ticket;
  /** Of the exemplar. */
  name: string;
  /** Its page is public. */
  isPublic: boolean;
  /** Lower case: whom a mail of its own told of it. */
  told: ReadonlySet<string>;
}

export interface TicketState {
  plan: Plan;
  tree: UnitTree;
  staff: readonly DigestPerson[];
  tickets: readonly OpenTicket[];
  linksOf(code: string, email: string): Pick<TicketLine, 'link' | 'lists'>;
}

/** Each person's digest with the lines of the requests that concern them; a digest of its own where there is none. */
export function withTickets(
  digests: ReadonlyMap<string, DailyDigestData>,
  states: readonly TicketState[],
  day: DigestDay,
): Map<string, DailyDigestData> {
  const all = new Map(digests);
  for (const state of states)
    for (const person of state.staff) {
      const email = person.email.toLowerCase();
      const plan = toPlanInfo(state.plan);
      const digest = all.get(email) ?? quietDigest(person.name, day.day, [plan]);
      const known = new Set(digest.tickets.map(({ code }) => code));
      const lines = ticketLines(person, state, day).filter(({ code }) => !known.has(code));
      if (lines.length === 0) continue;
      const plans = digest.plans.some(({ number }) => number === plan.number)
        ? digest.plans
        : [...digest.plans, plan];
      all.set(email, { ...digest, plans, tickets: [...digest.tickets, ...lines].toSorted(inTurn) });
    }
  return all;
}

const ticketLines = (person: DigestPerson, state: TicketState, day: DigestDay): TicketLine[] =>
  state.tickets
    .filter((open) => isTold(person, open, state, day))
    .map(({ ticket, name, isPublic }) => ({
      code: ticket.code,
      wish: ticket.wish,
      asker: ticket.asker,
      receivedAt: ticket.receivedAt,
      isOff: !isPublic,
      ended: endWords(ticket),
      asked: wishTitles[ticket.wish],
      story: ticket.key,
      name,
      unitName: state.tree.get(ticket.unitId)?.name ?? ticket.unitId,
      plan: state.plan.number,
      clocks: clocksOf(ticket, day),
      ...state.linksOf(ticket.code, person.email.toLowerCase()),
    }));

const clocksOf = (ticket: Ticket, { day }: DigestDay): TicketClock[] =>
  runningClocks(ticket).map((clock) => ({ ...clock, daysLeft: daysUntil(day, clock.lastDay) }));

const isOverdue = ({ daysLeft }: TicketClock): boolean => daysLeft < 0;

/**
 * The clerk keeps the clocks (where there is none, the head); head, reviewers of the desk and administrators are told once
 * one has run out. Whoever would have had a mail of its own and had none is told the morning after.
 */
function isTold(
  person: DigestPerson,
  { ticket, told }: OpenTicket,
  { staff }: TicketState,
  day: DigestDay,
): boolean {
  const clocks = clocksOf(ticket, day);
  const isLate = clocks.some(isOverdue);
  const isDue = clocks.some(({ lastDay }) => workingDaysUntil(day.day, lastDay, day.holidays) <= 1);
  const isUntold = inWindow({ at: ticket.receivedAt }, day) && !told.has(person.email.toLowerCase());
  const isOfUnit = person.unitId === ticket.unitId;
  switch (person.role) {
    case 'clerk':
      return isOfUnit && (isDue || isUntold);
    case 'head': {
      const isAlone = !staff.some(({ role, unitId }) => role === 'clerk' && unitId === ticket.unitId);
      return isOfUnit && (isLate || isUntold || (isAlone && isDue));
    }
    case 'reviewer':
      return person.unitId === ticket.parentId && (isLate || isUntold);
    case 'admin':
      return isLate;
    default:
      return false;
  }
}
