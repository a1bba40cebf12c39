/** Lists that wait for the head's signature: each reminder brings the head a new link, so that none dies while a list waits. */
import { localDate } from '../domain/deadline.ts';
import { periodLabel } from '../domain/period.ts';
import { currentVersion } from '../domain/submission.ts';
import type { Unit } from '../domain/unit.ts';
import { workingDaysUntil } from '../domain/working-days.ts';
import { type DigestDay, isFirstOfWeek } from './digest-calendar.ts';
import type { DailyDigestData, SigningLine } from './digest-data.ts';
import type { DigestPerson, DigestState } from './digest-state.ts';

/** A list that was sent on the working day before is in the head's mailbox already. */
const leastWait = 2;

/** Head and clerk on the first working morning of each week; the head also when the calendar speaks of the list. */
export function signingLines(
  { role, email }: DigestPerson,
  unit: Unit,
  state: DigestState,
  day: DigestDay,
  { overdue, coming }: Pick<DailyDigestData, 'overdue' | 'coming'>,
): SigningLine[] {
  const { plan } = state;
  const submission = state.submissions.get(unit.id);
  if (submission?.state !== 'awaitingSignature' || day.day > plan.inForceTo) return [];
  const { at, by } = currentVersion(submission);
  const sentOn = localDate(new Date(at), plan.timeZone);
  const waited = workingDaysUntil(sentOn, day.day, day.holidays);
  const isWeekly = isFirstOfWeek(day) && waited >= leastWait;
  const isBeside = role === 'head' && overdue.length + coming.length > 0;
  if (!isWeekly && !isBeside) return [];
  const isForHead = role === 'head';
  const heads = state.staff.filter((person) => person.unitId === unit.id && person.role === 'head');
  const fresh = state.signLinkOf(submission, email);
  return [
    {
      unitName: unit.name,
      plan: plan.number,
      timeZone: plan.timeZone,
      period: periodLabel(state.period),
      isForHead,
      submittedAt: at,
      workingDaysWaited: waited,
      clerkName: state.staff.find((person) => person.email === by)?.name ?? by,
      headNames: heads.map(({ name }) => name),
      isFirstLinkOver: fresh.isFirstLinkOver,
      expiresAt: fresh.expiresAt,
      link: isForHead ? fresh.link : state.linkOf(unit.id),
    },
  ];
}
