/** How works of a contest are judged: at each desk by a few scorers who do not see each other. Pure. */
import { type Dossier, isWaiting } from './dossier.ts';
import { formOfPeriod } from './period.ts';
import type { Judging, Plan } from './plan.ts';
import { textHash } from './text-hash.ts';
import type { UnitTree } from './unit.ts';

/** What one scorer gave one work, as it was sent to one desk. */
export interface Scorecard {
  planId: string;
  period: string;
  dossierId: string;
  deskId: string;
  round: number;
  /** E-mail, lower case. */
  scorer: string;
  /** 0 to 100, in halves. */
  points: number;
  remark: string;
  /** Oldest first, the last one in force: points are never overwritten without a trace. */
  history: { at: string; points: number; remark: string }[];
}

/** What judging at a desk is called; undefined where its works are not judged. */
export function judgingAt(
  { judging, unitKinds }: Plan,
  tree: UnitTree,
  deskId: string,
  period: string,
): { judging: Judging; name: string } | undefined {
  const kind = tree.get(deskId)?.kind ?? '';
  const name = judging?.rounds[unitKinds[kind]?.level ?? ''];
  return judging && name !== undefined && formOfPeriod(period) === judging.form
    ? { judging, name }
    : undefined;
}

/** Works that wait at a desk and may be scored. */
export const isToJudge = (dossier: Dossier, deskId: string): boolean =>
  dossier.at === deskId && isWaiting(dossier);

export const cardsOf = (cards: readonly Scorecard[], { id, at, round }: Dossier): Scorecard[] =>
  cards.filter((card) => card.dossierId === id && card.deskId === at && card.round === round);

/**
 * Who scores a work: those who have, then so many others that there are enough. The choice depends on the work and the
 * address alone, so it is the same every time, spreads the works evenly, and moves little when people come and go.
 */
export function scorersFor(
  dossier: Pick<Dossier, 'id'>,
  people: readonly string[],
  cards: readonly Scorecard[],
  { scorers }: Pick<Judging, 'scorers'>,
): string[] {
  const done = cards.map(({ scorer }) => scorer);
  const rest = people
    .filter((email) => !done.includes(email))
    .map((email) => ({ email, rank: textHash(`${dossier.id} ${email}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return [...done, ...rest.slice(0, Math.max(0, scorers - done.length)).map(({ email }) => email)];
}

export const isJudged = (cards: readonly Scorecard[], { scorers }: Judging): boolean =>
  cards.length >= scorers;

/** What all scorers together gave; undefined before there are enough of them, so that nobody is led by the first. */
export function tallyOf(
  cards: readonly Scorecard[],
  judging: Judging,
): { average: number; apart: number; isWide: boolean } | undefined {
  if (!isJudged(cards, judging)) return undefined;
  const points = cards.map((card) => card.points);
  const apart = Math.max(...points) - Math.min(...points);
  const average = points.reduce((sum, one) => sum + one, 0) / points.length;
  return { average, apart, isWide: apart >= judging.spread };
}

const inVietnamese = (points: number): string => points.toLocaleString('vi', { maximumFractionDigits: 2 });

/** For the desk: "Sơ khảo: 2/2 giám khảo đã chấm, trung bình 84,5 điểm; chênh 22 điểm, nên xem lại". No points before all have scored. */
export function judgedWords(name: string, cards: readonly Scorecard[], judging: Judging): string {
  const count = `${name}: ${cards.length}/${judging.scorers} giám khảo đã chấm`;
  const tally = tallyOf(cards, judging);
  if (!tally) return count;
  const { average, apart, isWide } = tally;
  const hint = isWide ? `; chênh ${inVietnamese(apart)} điểm, nên xem lại` : '';
  return `${count}, trung bình ${inVietnamese(average)} điểm${hint}`;
}

/** "84,5" → 84.5; undefined for anything but 0 to 100 in halves. */
export function parsePoints(text: string): number | undefined {
  const match = /^(\d{1,3})(?:[.,]([05]))?$/.exec(text.trim());
  if (!match) return undefined;
  const points = Number(`${match[1]}.${match[2] ?? 0}`);
  return points <= 100 ? points : undefined;
}

export const pointsWords = inVietnamese;
