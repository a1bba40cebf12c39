/** The scoreboard of one collecting unit in one period: a line a unit, with the entries that its history is still owed. */

import { type Arrival, arrivalOf } from './arrival.ts';
import { localDate } from './deadline.ts';
import type { Plan } from './plan.ts';
import { heirNote, type YearScore, yearScore } from './score-year.ts';
import { type ScoreRecord, scoreOf, type UnitScore, withScore } from './scoreboard.ts';
import { scoringFor } from './scoring.ts';
import type { UnitTree } from './unit.ts';
import type { UnitStanding } from './unit-standing.ts';

export interface BoardLine {
  standing: UnitStanding;
  arrival: Arrival;
  /** Absent when the plan keeps no score. */
  score: UnitScore | undefined;
  /** With the entry of this look, if there was anything new. */
  record: ScoreRecord | undefined;
  /** To be saved. */
  isNew: boolean;
  /** Absent for a unit that has ended: its marks stand with its successor. */
  year: YearScore | undefined;
  /** "kết thúc 30/06/2025, điểm chuyển sang Phường 1"; '' for most. */
  heir: string;
}

export interface BoardState {
  plan: Plan;
  tree: UnitTree;
  period: string;
  standings: readonly UnitStanding[];
  /** Of these units and those they took over from, for all periods of the year. */
  records: readonly ScoreRecord[];
}

export function boardOf({ plan, tree, period, standings, records }: BoardState, now: Date): BoardLine[] {
  const today = localDate(now, plan.timeZone);
  const scoring = scoringFor(plan, period);
  const scored = standings.map((standing) => {
    const { unit, collecting } = standing;
    const before = records.find((record) => record.unitId === unit.id && record.period === period);
    const score = scoring && scoreOf(standing, scoring, plan.timeZone, now);
    const about = { planId: plan.id, unitId: unit.id, period, parentId: collecting.id };
    const after = score && withScore(before, score, about, now);
    const arrival = score?.arrival ?? arrivalOf(standing, plan.timeZone, now);
    return { standing, arrival, score, record: after ?? before, isNew: after !== undefined };
  });
  const fresh = new Map(scored.map(({ record }) => [record && `${record.unitId} ${record.period}`, record]));
  const current = [
    ...records.filter(({ unitId, period: other }) => !fresh.has(`${unitId} ${other}`)),
    ...scored.flatMap(({ record }) => record ?? []),
  ];
  return scored.map((line) => {
    const { unit } = line.standing;
    const heir = heirNote(unit, tree, today);
    const year =
      scoring && heir === '' ? yearScore(unit, current, tree, period.slice(0, 4), today) : undefined;
    return { ...line, year, heir };
  });
}
