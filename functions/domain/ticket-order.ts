/** Which request about a public page comes first: what a named person wants gone is never hidden behind what others ask. */
import type { Asker, Ticket, Wish } from './ticket.ts';
import { isAnswered } from './ticket-course.ts';

/** One of the law's two days, while it runs. */
export interface RunningClock {
  of: 'answer' | 'settle';
  /** ISO date. */
  lastDay: string;
}

/**
 * To answer, until somebody has, also when it was ended before: nobody but staff writes to whoever asked. To settle, until
 * it is ended. Nothing once it is forgotten: there is nobody left to answer.
 */
export const runningClocks = (
  ticket: Pick<Ticket, 'answerBy' | 'settleBy' | 'state' | 'history'>,
): RunningClock[] => [
  ...(ticket.state === 'closed' || isAnswered(ticket)
    ? []
    : [{ of: 'answer' as const, lastDay: ticket.answerBy }]),
  ...(ticket.state === 'open' ? [{ of: 'settle' as const, lastDay: ticket.settleBy }] : []),
];

/** Something is still owed: its end, or the answer. */
export const isWaiting = (ticket: Parameters<typeof runningClocks>[0]): boolean =>
  runningClocks(ticket).length > 0;

/** Asked by somebody who is not named and does not speak for who is, and not answered yet. */
export const isOfOthers = (ticket: Ticket): boolean =>
  ticket.asker === 'other' && isWaiting(ticket) && !isAnswered(ticket);

export interface InTurn extends Pick<Ticket, 'code' | 'wish' | 'asker' | 'receivedAt'> {
  clocks: readonly RunningClock[];
}

const wishRanks: Record<Wish, number> = { remove: 0, photo: 0, correct: 1 };
const askerRanks: Record<Asker, number> = { self: 0, relative: 0, other: 1 };

/** What is open before what only owes its answer, removal before correction, the named person and the family before others, then the day that ends first, then arrival. */
const ranksOf = ({ wish, asker, clocks, receivedAt, code }: InTurn): (string | number)[] => [
  clocks.some(({ of }) => of === 'settle') ? 0 : 1,
  wishRanks[wish],
  askerRanks[asker],
  clocks.map(({ lastDay }) => lastDay).toSorted()[0] ?? '',
  receivedAt,
  code,
];

export function inTurn(one: InTurn, other: InTurn): number {
  const theirs = ranksOf(other);
  for (const [index, mine] of ranksOf(one).entries()) {
    const rank = theirs[index] ?? '';
    if (mine !== rank) return mine < rank ? -1 : 1;
  }
  return 0;
}
