/**
 * How a unit's list came: not at all, unsigned, with nothing in it, without cases, or as a list; in time, in the time
 * that was added, or late. Each is told apart, because a year-end mark rests on it.
 */
import { daysLate, isLate } from './deadline.ts';
import type { Submission, SubmissionVersion } from './submission.ts';
import { owesNoMore, type UnitStanding } from './unit-standing.ts';

/** missing: the day has passed. waiting: it has not. unsigned and sentBack: with the head. nil: said; zero: not said. */
export type ArrivalKind = 'waiting' | 'missing' | 'unsigned' | 'sentBack' | 'zero' | 'nil' | 'list';

export interface Arrival {
  kind: ArrivalKind;
  /** Only of what came with an answer in it. */
  when: 'onTime' | 'extended' | 'late' | undefined;
  /** The version that the time rests on: the first of its kind that the head did not send back. */
  version: SubmissionVersion | undefined;
  /** Exemplars that count: once a list came in time, a version sent late can only take some away. */
  rows: number;
  daysLate: number;
  /** Nothing that the unit still may do in time can change it. */
  isDue: boolean;
}

/** The version that reached the level above: signed, or sent where no signature is asked. */
export const acceptedVersion = ({ state, versions }: Submission): SubmissionVersion | undefined =>
  versions.findLast(
    ({ signedAt, sentBackAt }, index) =>
      sentBackAt === undefined &&
      (signedAt !== undefined || (state === 'submitted' && index === versions.length - 1)),
  );

const kindOf = ({ rows, nil }: SubmissionVersion): 'nil' | 'zero' | 'list' =>
  nil ? 'nil' : rows === 0 ? 'zero' : 'list';

export function arrivalOf(standing: UnitStanding, timeZone: string, now: Date): Arrival {
  const { submission, deadline } = standing;
  // The day of a unit that owes nothing any more never comes.
  const isPast = isLate(deadline, now) && !owesNoMore(standing);
  const nothing = { when: undefined, version: submission?.versions.at(-1), rows: 0, daysLate: 0 };
  const accepted = submission && acceptedVersion(submission);
  if (!submission || submission.versions.length === 0)
    return { ...nothing, kind: isPast ? 'missing' : 'waiting', isDue: isPast };
  if (!accepted)
    return { ...nothing, kind: submission.state === 'sentBack' ? 'sentBack' : 'unsigned', isDue: isPast };
  const kind = kindOf(accepted);
  if (kind === 'zero') return { ...nothing, kind, version: accepted, isDue: isPast };
  const same = submission.versions
    .slice(0, submission.versions.indexOf(accepted) + 1)
    .filter((candidate) => candidate.sentBackAt === undefined && kindOf(candidate) === kind);
  const version = same[0] as SubmissionVersion;
  const inTime = same.findLast((candidate) => !isLate(deadline, new Date(candidate.at)));
  const at = new Date(version.at);
  return {
    kind,
    when: isLate(deadline, at) ? 'late' : isLate(deadline.own, at) ? 'extended' : 'onTime',
    version,
    rows: Math.min(inTime?.rows ?? accepted.rows, accepted.rows),
    daysLate: daysLate(deadline, at, timeZone),
    isDue: true,
  };
}
