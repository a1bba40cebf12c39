/** A unit's score in a period, and its history: each change is one more entry that says when, why and on what it rests. */
import type { Arrival } from './arrival.ts';
import { type Mark, marksOf } from './marks.ts';
import type { Scoring } from './scoring.ts';
import type { UnitStanding } from './unit-standing.ts';

export interface UnitScore {
  arrival: Arrival;
  marks: Mark[];
  /** From 0 to `of`. */
  total: number;
  of: number;
}

export function scoreOf(standing: UnitStanding, scoring: Scoring, timeZone: string, now: Date): UnitScore {
  const { arrival, marks } = marksOf(standing, scoring.weights, timeZone, now);
  const of = marks.reduce((sum, mark) => sum + mark.of, 0);
  const sum = marks.reduce((total, { points }) => total + points, 0);
  return { arrival, marks, of, total: Math.min(of, Math.max(0, sum)) };
}

export interface ScoreEntry {
  /** ISO instant at which the change was seen. */
  at: string;
  /** Vietnamese: which marks changed, from what to what. */
  cause: string;
  total: number;
  of: number;
  /** False while the unit still has time: such a period does not count in the year. */
  isDue: boolean;
  marks: Mark[];
}

export interface ScoreRecord {
  planId: string;
  unitId: string;
  period: string;
  /** The collecting unit. */
  parentId: string;
  /** Oldest first; only ever longer. */
  history: ScoreEntry[];
}

export const currentEntry = ({ history }: ScoreRecord): ScoreEntry => history.at(-1) as ScoreEntry;

const signed = (points: number): string => (points < 0 ? `−${-points}` : String(points));

/** "Nộp đúng hạn: 0 → 40, nộp 09:00 16/01/2025 …; Đủ chỉ tiêu: …". */
function causeOf(before: readonly Mark[], after: readonly Mark[]): string {
  const old = new Map(before.map((mark) => [mark.id, mark]));
  const present = new Set(after.map(({ id }) => id));
  const changed = after
    .filter((mark) => JSON.stringify(inOrder(mark)) !== JSON.stringify(inOrder(old.get(mark.id))))
    .map((mark) => {
      const was = old.get(mark.id);
      const points = was && was.points !== mark.points ? `${signed(was.points)} → ` : '';
      return `${mark.label}: ${points}${signed(mark.points)}, ${mark.evidence}`;
    });
  const gone = before.filter(({ id }) => !present.has(id)).map(({ label }) => `${label}: không còn chấm`);
  return [...changed, ...gone].join('; ');
}

/** Stores may give keys back in another order. */
const inOrder = (mark: Mark | undefined) =>
  mark && [mark.id, mark.label, mark.points, mark.of, mark.evidence];

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  JSON.stringify(a.map(inOrder)) === JSON.stringify(b.map(inOrder));

/**
 * The record with one entry more, or undefined when there is nothing new to say: the state is as it was, or the unit has
 * sent nothing and still has time.
 */
export function withScore(
  before: ScoreRecord | undefined,
  score: UnitScore,
  about: Omit<ScoreRecord, 'history'>,
  now: Date,
): ScoreRecord | undefined {
  const { marks, total, of, arrival } = score;
  const last = before && currentEntry(before);
  if (!last && arrival.kind === 'waiting') return undefined;
  if (last && last.isDue === arrival.isDue && sameMarks(last.marks, marks)) return undefined;
  const changes = causeOf(last?.marks ?? [], marks);
  const entry: ScoreEntry = {
    at: now.toISOString(),
    cause: changes === '' ? 'Hạn nộp đã qua' : changes,
    total,
    of,
    isDue: arrival.isDue,
    marks,
  };
  return { ...about, history: [...(before?.history ?? []), entry] };
}
