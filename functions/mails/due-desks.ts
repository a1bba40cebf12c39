/** What those above hear on a morning: reviewers of rows and of missing lists, heads of long delays, administrators of holidays. */
import { periodLabel } from '../domain/period.ts';
import type { Unit } from '../domain/unit.ts';
import { daysUntil } from '../domain/working-days.ts';
import { type DigestDay, isFirstOfWeek, type Stage, stageOf } from './digest-calendar.ts';
import type { DailyDigestData } from './digest-data.ts';
import type { DigestPerson, DigestState } from './digest-state.ts';
import { inWindow } from './due-news.ts';

interface Missing {
  lastDay: string;
  stage: Extract<Stage, { kind: 'overdue' }>;
  units: Unit[];
}

/** Units below whose list has not arrived and whose overdue step is today, by the day they missed. */
function missingBelow(unit: Unit, state: DigestState, day: DigestDay): Missing[] {
  const byDay = new Map<string, Missing>();
  for (const child of state.tree.children(unit.id)) {
    const duty = state.duties.get(child.id);
    if (!duty || state.submissions.get(child.id)?.state === 'submitted') continue;
    const stage = stageOf(duty.deadline, state.plan, day);
    if (stage?.kind !== 'overdue') continue;
    const { lastDay } = duty.deadline;
    const found = byDay.get(lastDay);
    if (found) found.units.push(child);
    else byDay.set(lastDay, { lastDay, stage, units: [child] });
  }
  return [...byDay.values()];
}

const namesOf = (units: readonly Unit[], { submissions }: DigestState): string[] =>
  units.map(({ id, name }) =>
    submissions.get(id)?.state === 'awaitingSignature' ? `${name} (chờ thủ trưởng ký)` : name,
  );

/** A desk is told when rows have come since the last digest, or on the overdue steps of units that are missing. */
export function deskLines(unit: Unit, state: DigestState, day: DigestDay): DailyDigestData['desks'] {
  const hasNew = state.touched.some(
    ({ at, status, history }) =>
      at === unit.id && status === 'submitted' && history.some((event) => inWindow(event, day)),
  );
  const line = (missing: string[], lastDay: string) => ({
    unitName: unit.name,
    plan: state.plan.number,
    period: periodLabel(state.period),
    waiting: state.waiting.get(unit.id) ?? 0,
    missing,
    lastDay,
    link: state.reviewLinkOf(unit.id),
  });
  const missing = missingBelow(unit, state, day);
  if (missing.length > 0) return missing.map(({ units, lastDay }) => line(namesOf(units, state), lastDay));
  return hasNew ? [line([], '')] : [];
}

/** Told when works have come since the last digest, and on the first working morning of a week while any waits. */
export const scoringLines = (
  { email }: Pick<DigestPerson, 'email'>,
  unit: Unit,
  { scores, plan, period, scoreLinkOf }: DigestState,
  day: DigestDay,
): DailyDigestData['scorings'] =>
  scores
    .filter((owed) => owed.unitId === unit.id && owed.email === email.toLowerCase())
    .filter(({ newest }) => inWindow({ at: newest }, day) || isFirstOfWeek(day))
    .map(({ open }) => ({
      unitName: unit.name,
      plan: plan.number,
      period: periodLabel(period),
      open,
      link: scoreLinkOf(unit.id, email.toLowerCase()),
    }));

export const escalationLines = (
  unit: Unit,
  state: DigestState,
  day: DigestDay,
): DailyDigestData['escalations'] =>
  missingBelow(unit, state, day)
    .filter(({ stage }) => stage.escalates)
    .map(({ units, lastDay }) => ({
      unitName: unit.name,
      plan: state.plan.number,
      period: periodLabel(state.period),
      missing: namesOf(units, state),
      lastDay,
      daysLate: daysUntil(lastDay, day.day),
      link: state.reviewLinkOf(unit.id),
    }));

/** At the start; where the list of holidays is missing, also whenever somebody is reminded of a day in that year. */
export function holidayGapLines(
  { plan, duties, holidayYears, isNew, opensYear }: DigestState,
  day: DigestDay,
): DailyDigestData['holidayGaps'] {
  const deadlines = [...duties.values()].map(({ deadline }) => deadline);
  const isReminding = (year: number): boolean =>
    deadlines.some(
      (deadline) => deadline.lastDay.startsWith(`${year}-`) && stageOf(deadline, plan, day) !== undefined,
    );
  return [...holidayYears]
    .filter(
      ([year, standing]) =>
        standing !== 'checked' && (isNew || opensYear || (standing === 'missing' && isReminding(year))),
    )
    .map(([year, standing]) => ({ plan: plan.number, year, isMissing: standing === 'missing' }));
}
