/** Who does what on which day of the simulated year: every unit gets a way to be early, punctual, late, excused or silent. */
import type { Obligation, Plan } from '../../../../functions/domain/plan.ts';
import type { Unit } from '../../../../functions/domain/unit.ts';
import type { OfficeDays } from './office-days.ts';

export type Act = {
  /** Local time: "2025-01-14T09:00". */
  at: string;
  unitId: string;
} & (
  | { kind: 'type'; rows: number }
  | { kind: 'submit' }
  | { kind: 'sign' }
  | { kind: 'sendBack' }
  | { kind: 'mend' }
  | { kind: 'extend'; lastDay: string }
  | { kind: 'review' }
);

type Fate =
  | 'early'
  | 'afterFirst'
  | 'steady'
  | 'ready'
  | 'lastMinute'
  | 'unsigned'
  | 'late'
  | 'veryLate'
  | 'never'
  | 'extended'
  | 'sentBack'
  | 'returned';

/** Working days from the last day of the plan on which rows are typed, the list is sent, and the head signs. */
const ways: Record<Fate, { typed: number; sent: number; signed: number } | undefined> = {
  early: { typed: -16, sent: -16, signed: -16 },
  afterFirst: { typed: -10, sent: -10, signed: -10 },
  steady: { typed: -5, sent: -5, signed: -5 },
  ready: { typed: -4, sent: -2, signed: -2 },
  lastMinute: { typed: 0, sent: 0, signed: 0 },
  unsigned: { typed: -1, sent: -1, signed: 3 },
  late: { typed: 2, sent: 2, signed: 2 },
  veryLate: { typed: 7, sent: 7, signed: 7 },
  never: undefined,
  extended: { typed: 4, sent: 4, signed: 4 },
  sentBack: { typed: -6, sent: -6, signed: -5 },
  returned: { typed: -5, sent: -5, signed: -5 },
};

/** Dealt in turn. Units that collect wait for the rows of those below, so they are never early. */
const dealt: Record<'collects' | 'lists', readonly Fate[]> = {
  lists: [
    'lastMinute',
    'returned',
    'never',
    'extended',
    'steady',
    'late',
    'early',
    'unsigned',
    'ready',
    'sentBack',
    'afterFirst',
    'veryLate',
    'steady',
    'ready',
    'lastMinute',
    'afterFirst',
  ],
  collects: ['steady', 'unsigned', 'lastMinute', 'extended', 'ready', 'late', 'sentBack'],
};

/** Working days after its children's last day on which a desk decides; the second time what came late. */
const reviewDays = [6, 11] as const;
const topReviewDays = [8] as const;
const mendDay = 7;
const extensionDays = 4;

/** The last day of the plan's own text, worked out by hand: the simulated plan has yearly days only. */
export function lastDayOf({ deadline }: Obligation, year: string): string {
  if (deadline.kind !== 'yearly') throw new Error('the simulated year knows yearly deadlines only');
  const day = new Date(Date.UTC(Number(year), deadline.month - 1, deadline.day - (deadline.strict ? 1 : 0)));
  return day.toISOString().slice(0, 10);
}

/** Rows that a desk chooses upward from each list it sees at its first review. */
export const chosenPerList = 1;

export function toYearScript(plan: Plan, year: string, days: OfficeDays): Act[] {
  const obligationOf = ({ kind }: Unit) => plan.obligations.find(({ unitKind }) => unitKind === kind);
  const parents = new Set(plan.units.map(({ parent }) => parent));
  const tops = new Set(plan.units.filter(({ parent }) => parent === null).map(({ id }) => id));
  const turn = { collects: 0, lists: 0 };
  const acts: Act[] = [];
  const listing = plan.units.filter((unit) => obligationOf(unit) !== undefined);
  // Those who list before those who collect: how much a collecting unit types itself depends on what it can choose.
  const inOrder = [
    ...listing.filter(({ id }) => !parents.has(id)),
    ...listing.filter(({ id }) => parents.has(id)),
  ];
  for (const unit of inOrder) {
    const obligation = obligationOf(unit) as Obligation;
    const group = parents.has(unit.id) ? 'collects' : 'lists';
    const next = dealt[group][turn[group]++ % dealt[group].length] as Fate;
    // The top decides once, so nothing comes back from it in time to be mended.
    const fate = next === 'returned' && tops.has(unit.parent ?? '') ? 'steady' : next;
    const chosen = group === 'collects' ? chosenFor(unit, acts, plan, year, days) : 0;
    acts.push(...listActs(unit, obligation, fate, Math.max(1, obligation.quota.min - chosen), year, days));
  }
  for (const unit of plan.units.filter(({ id }) => parents.has(id)))
    acts.push(...deskActs(unit, plan, year, days));
  return acts.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function listActs(
  { id: unitId }: Unit,
  obligation: Obligation,
  fate: Fate,
  rows: number,
  year: string,
  days: OfficeDays,
): Act[] {
  const lastDay = lastDayOf(obligation, year);
  const on = (places: number, time: string): string => `${days.from(lastDay, places)}T${time}`;
  const way = ways[fate];
  if (!way) return [];
  const late = fate === 'lastMinute' || fate === 'extended';
  const acts: Act[] = [
    { kind: 'type', unitId, at: on(way.typed, '09:00'), rows },
    { kind: 'submit', unitId, at: on(way.sent, late ? '23:30' : '10:00') },
    { kind: 'sign', unitId, at: on(way.signed, late ? '23:40' : '11:00') },
  ];
  if (fate === 'extended')
    acts.push({ kind: 'extend', unitId, at: on(-2, '14:00'), lastDay: days.from(lastDay, extensionDays) });
  if (fate === 'sentBack')
    acts.push(
      { kind: 'sendBack', unitId, at: on(way.sent, '14:00') },
      { kind: 'submit', unitId, at: on(way.signed, '10:00') },
    );
  if (fate === 'returned')
    acts.push(
      { kind: 'mend', unitId, at: on(mendDay, '09:00') },
      { kind: 'submit', unitId, at: on(mendDay, '10:00') },
      { kind: 'sign', unitId, at: on(mendDay, '11:00') },
    );
  return acts;
}

/** Days on which a collecting unit's reviewers decide, in order. */
export function reviewDaysOf(unit: Unit, plan: Plan, year: string, days: OfficeDays): string[] {
  const child = plan.units.find(({ parent }) => parent === unit.id);
  const obligation = plan.obligations.find(({ unitKind }) => unitKind === child?.kind);
  if (!obligation) return [];
  const places = unit.parent === null ? topReviewDays : reviewDays;
  return places.map((place) => days.from(lastDayOf(obligation, year), place));
}

const deskActs = (unit: Unit, plan: Plan, year: string, days: OfficeDays): Act[] =>
  reviewDaysOf(unit, plan, year, days).map((day) => ({
    kind: 'review',
    unitId: unit.id,
    at: `${day}T08:30`,
  }));

/** Rows a unit can choose: from every list that is signed before its first review. */
export function chosenFor(
  unit: Unit,
  acts: readonly Act[],
  plan: Plan,
  year: string,
  days: OfficeDays,
): number {
  const [first = ''] = reviewDaysOf(unit, plan, year, days);
  const children = new Set(plan.units.filter(({ parent }) => parent === unit.id).map(({ id }) => id));
  const signed = acts.filter(({ kind, unitId, at }) => kind === 'sign' && children.has(unitId) && at < first);
  return new Set(signed.map(({ unitId }) => unitId)).size * chosenPerList;
}
