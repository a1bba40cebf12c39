/** Each criterion's mark for one unit in one period, with the sentence that says what it rests on. */
import { type Arrival, arrivalOf } from './arrival.ts';
import { formatDate } from './date.ts';
import type { Dossier } from './dossier.ts';
import { viDateTime } from './format.vi.ts';
import { quotaAsked } from './quota.ts';
import type { UnitRequest } from './request.ts';
import type { ScoreRule, ScoreWeight } from './scoring.ts';
import type { SubmissionVersion } from './submission.ts';
import type { UnitStanding } from './unit-standing.ts';

export interface Mark {
  id: string;
  label: string;
  /** Negative where points are taken away. */
  points: number;
  /** The most that can be had; 0 for what only adds or takes away, and where the criterion does not count. */
  of: number;
  /** Vietnamese, one sentence without a full stop. */
  evidence: string;
}

interface Facts {
  standing: UnitStanding;
  arrival: Arrival;
  timeZone: string;
}

type Marked = Pick<Mark, 'points' | 'of' | 'evidence'>;

/** "20:15 14/01/2025". */
const moment = (instant: string, zone: string): string =>
  viDateTime(new Date(instant), zone).split(' ').reverse().join(' ');

/** Enough of the snapshot's id to find it by. */
const shortId = (snapshotId: string): string => snapshotId.slice(0, 8);

function sent({ at, snapshotId, signedAt }: SubmissionVersion, { timeZone }: Facts): string {
  const code = signedAt === undefined ? 'mã nội dung' : 'mã nội dung đã ký';
  return `nộp ${moment(at, timeZone)}, ${code} ${shortId(snapshotId)}`;
}

/** The sentence on which time rests; it says nothing of the present moment, so that it changes only with its facts. */
export function arrivalEvidence(facts: Facts): string {
  const { standing, arrival, timeZone } = facts;
  const { version, kind } = arrival;
  const { own, extended } = standing.deadline;
  const due = `hạn hết ngày ${formatDate(own.lastDay)}`;
  const more = extended ? `${due}, gia hạn đến hết ngày ${formatDate(extended.lastDay)}` : due;
  if (!version) return `chưa nộp, ${more}${kind === 'missing' ? ' đã qua' : ''}`;
  const how = sent(version, facts);
  if (kind === 'unsigned') return `${how}, thủ trưởng chưa ký nên danh sách chưa đến cấp trên, ${more}`;
  if (kind === 'sentBack')
    return `${how}, thủ trưởng trả lại ${moment(version.sentBackAt ?? version.at, timeZone)}, chưa nộp lại, ${more}`;
  if (kind === 'zero')
    return `${how}, danh sách trống và không báo “Không có trường hợp” nên không tính là đã nộp, ${more}`;
  const what = kind === 'nil' ? `báo không có trường hợp, ${how}` : how;
  if (arrival.when === 'late') return `${what}, trễ ${arrival.daysLate} ngày, ${more}`;
  return arrival.when === 'extended' ? `${what}, trong thời gian gia hạn, ${more}` : `${what}, ${due}`;
}

const hasCome = ({ kind }: Arrival): boolean => kind === 'nil' || kind === 'list';

/** Decided by the collecting unit and still so: sent back from above, it has to be chosen again. */
function isChosen({ approvals, history }: Dossier, { collecting }: UnitStanding): boolean {
  const last = history.findLast(
    ({ unitId, action }) =>
      unitId === collecting.id && ['return', 'hold', 'approve', 'promote'].includes(action),
  );
  const isTop = collecting.parent === null;
  return (
    approvals.includes(collecting.id) && (last?.action === 'promote' || (isTop && last?.action === 'approve'))
  );
}

export const chosenOf = (standing: UnitStanding): Dossier[] =>
  standing.dossiers.filter((dossier) => isChosen(dossier, standing));

/** Sent back by the unit that collects this list; what its own reviewers sent back below is not its fault. */
export const returnedOf = ({ dossiers, collecting }: UnitStanding): Dossier[] =>
  dossiers.filter(({ history }) =>
    history.some(({ action, unitId }) => action === 'return' && unitId === collecting.id),
  );

export const publishedOf = ({ dossiers }: UnitStanding): Dossier[] =>
  dossiers.filter((dossier) => dossier.public);

/** Ids in one order whatever order they were read in. */
const idsOf = (dossiers: readonly Dossier[]): string =>
  dossiers
    .map(({ id }) => id)
    .sort()
    .join(', ');

const notCounted: Marked = { points: 0, of: 0, evidence: 'không có trường hợp nên không tính tiêu chí này' };

function perExemplar(
  { arrival }: Facts,
  { points, each }: { points: number; each: number },
  found: readonly Dossier[],
  words: string,
): Marked {
  if (arrival.kind === 'nil') return notCounted;
  if (arrival.kind !== 'list') return { points: 0, of: points, evidence: 'chưa có danh sách' };
  const evidence =
    found.length === 0 ? `chưa có gương ${words}` : `${found.length} gương ${words}: ${idsOf(found)}`;
  return { points: Math.min(points, each * found.length), of: points, evidence };
}

type Rule<R extends ScoreRule> = (facts: Facts, weight: Extract<ScoreWeight, { rule: R }>) => Marked;

const rules: { [R in ScoreRule]: Rule<R> } = {
  onTime: (facts, { points }) => {
    const { arrival } = facts;
    const isInTime = hasCome(arrival) && arrival.when !== 'late';
    return { points: isInTime ? points : 0, of: points, evidence: arrivalEvidence(facts) };
  },
  quota: ({ arrival, standing: { obligation } }, { points }) => {
    if (arrival.kind === 'nil') return notCounted;
    const { min } = obligation.quota;
    const got = min === 0 ? points : Math.floor((points * Math.min(arrival.rows, min)) / min);
    const asked = quotaAsked(obligation.quota);
    return arrival.kind === 'list'
      ? { points: got, of: points, evidence: `${arrival.rows} gương, ${asked}` }
      : { points: 0, of: points, evidence: `chưa có danh sách, ${asked}` };
  },
  chosen: (facts, weight) => perExemplar(facts, weight, chosenOf(facts.standing), 'được cấp trên chọn'),
  published: (facts, weight) => perExemplar(facts, weight, publishedOf(facts.standing), 'đang công khai'),
  late: ({ arrival }, { points, each, days }) => {
    const steps = hasCome(arrival) ? Math.ceil(arrival.daysLate / days) : 0;
    const evidence = steps === 0 ? 'không trễ' : `trễ ${arrival.daysLate} ngày`;
    return {
      points: -Math.min(points, each * steps),
      of: 0,
      evidence: hasCome(arrival) ? evidence : 'chưa có danh sách',
    };
  },
  returned: ({ standing }, { points, each }) => {
    const found = returnedOf(standing);
    return {
      points: -Math.min(points, each * found.length),
      of: 0,
      evidence:
        found.length === 0
          ? 'không gương nào bị trả lại'
          : `${found.length} gương bị trả lại: ${idsOf(found)}`,
    };
  },
};

const markOf = (facts: Facts, weight: ScoreWeight): Marked =>
  (rules[weight.rule] as (facts: Facts, weight: ScoreWeight) => Marked)(facts, weight);

/** A decided objection stands beside the marks it objects to; nothing is written over. -0 has no place in a document. */
const adjustment = ({ key, answer }: UnitRequest, zone: string): Mark[] =>
  answer?.decision === 'agree' && answer.points !== 0
    ? [
        {
          id: `adjust-${key}`,
          label: 'Điều chỉnh theo phản hồi',
          points: answer.points,
          of: 0,
          evidence: `phản hồi ${key}: ${answer.points > 0 ? '+' : ''}${answer.points}, ${answer.text} (${answer.by}, ${moment(answer.at, zone)})`,
        },
      ]
    : [];

export function marksOf(
  standing: UnitStanding,
  weights: readonly ScoreWeight[],
  timeZone: string,
  now: Date,
): { arrival: Arrival; marks: Mark[] } {
  const arrival = arrivalOf(standing, timeZone, now);
  const facts: Facts = { standing, arrival, timeZone };
  const given = weights.map((weight): Mark => {
    const { points, of, evidence } = markOf(facts, weight);
    return { id: weight.id, label: weight.label, points: points + 0, of, evidence };
  });
  const adjusted = standing.requests
    .filter(({ kind }) => kind === 'objection')
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap((request) => adjustment(request, timeZone));
  return { arrival, marks: [...given, ...adjusted] };
}
