/** The outcome of judging at each desk, for whoever organises the contest: never what a single scorer gave. Pure. */
import { type Dossier, type DossierEvent, isWaiting } from './dossier.ts';
import { judgingAt, type Scorecard, tallyOf } from './judging.ts';
import { monthsOf } from './period.ts';
import type { Plan } from './plan.ts';
import type { Row } from './row.ts';
import { compareKey } from './text.ts';
import type { Unit, UnitTree } from './unit.ts';

export interface JudgedResult {
  dossier: Dossier;
  desk: Unit;
  /** "Sơ khảo". */
  round: string;
  /** Who have scored, and how many the plan asks for. */
  scored: number;
  scorers: number;
  /** Absent until enough have scored. */
  average?: number;
  apart?: number;
  /** Scorers are so far apart that the desk was asked to look again. */
  isWide: boolean;
  decision: 'return' | 'hold' | 'approve' | 'promote' | undefined;
  /** What the desk wrote beside its decision: at the top, the prize. */
  remark: string;
  /** As the archive of the contest has it, at the last desk of the work; '' while it is not filed there. */
  prize: string;
}

const isDecision = ({ action }: DossierEvent): boolean =>
  action === 'return' || action === 'hold' || action === 'approve' || action === 'promote';

/** Desks a work has come to, with its last round at each: what was scored before it came back speaks of another text. */
function visitsOf(dossier: Dossier, tree: UnitTree): Map<string, number> {
  const visits = new Map<string, number>();
  const comes = (desk: string, round: number): unknown => visits.set(desk, round);
  for (const event of dossier.history) {
    if (event.action === 'submit') comes(dossier.parentId, event.round);
    if (event.action === 'forward') comes(tree.get(event.unitId)?.parent ?? '', event.round);
    if (isDecision(event)) comes(event.unitId, event.round);
  }
  if (isWaiting(dossier)) comes(dossier.at, dossier.round);
  return visits;
}

/** The archive knows no numbers of entries: a work is found by its year, its name and its authors. */
const prizeKey = (year: number, { values }: Row): string =>
  [year, values.name ?? '', values.title ?? ''].map((value) => compareKey(String(value))).join('\n');

/** One for each work and desk that judges, works in the order of their numbers, desks from below. */
export function judgedResults(
  { plan, tree }: { plan: Plan; tree: UnitTree },
  dossiers: readonly Dossier[],
  cards: readonly Scorecard[],
  archive: readonly Row[] = [],
): JudgedResult[] {
  const prizes = new Map(
    archive.map((row) => [prizeKey(Number(row.values.year), row), String(row.values.prize ?? '')]),
  );
  const byWork = Map.groupBy(cards, ({ dossierId, deskId, round }) => `${dossierId} ${deskId} ${round}`);
  return dossiers
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .flatMap((dossier) => {
      const prize = prizes.get(prizeKey(monthsOf(dossier.period).year, dossier.row)) ?? '';
      return [...visitsOf(dossier, tree)].flatMap(([deskId, round], index, visits) => {
        const at = judgingAt(plan, tree, deskId, dossier.period);
        const desk = tree.get(deskId);
        if (!at || !desk) return [];
        const given = byWork.get(`${dossier.id} ${deskId} ${round}`) ?? [];
        const { average, apart, isWide = false } = tallyOf(given, at.judging) ?? {};
        const decided = dossier.history.findLast(
          (event) => isDecision(event) && event.unitId === deskId && event.round === round,
        );
        return {
          dossier,
          desk,
          round: at.name,
          scored: given.length,
          scorers: at.judging.scorers,
          ...(average === undefined || apart === undefined ? {} : { average, apart }),
          isWide,
          decision: decided?.action as JudgedResult['decision'],
          remark: decided?.reason ?? '',
          prize: index === visits.length - 1 ? prize : '',
        };
      });
    });
}
