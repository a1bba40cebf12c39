/**
 * What of an ended period goes on in a new one: each recognised dossier to whoever carries on its unit's work, and why
 * the others stay. Nothing goes on by itself: a carried dossier stands on no list until its new unit sends it again.
 */
import { localDate } from './deadline.ts';
import { type CarriedFrom, comparedState, type Dossier, foundAs } from './dossier.ts';
import { firstDayOf, formOfPeriod, monthsOf, periodOn } from './period.ts';
import type { Plan } from './plan.ts';
import { recognitions } from './public-row.ts';
import { askedAnew } from './registered-again.ts';
import type { Unit, UnitTree } from './unit.ts';
import { rowIdPrefix } from './workbook.ts';

export interface Realm {
  plan: Plan;
  tree: UnitTree;
}

export interface CarryOrder {
  from: Realm;
  to: Realm & { period: string };
  /** Exemplars of the period that has ended (`endedWith`). */
  dossiers: readonly Dossier[];
  /** All of the plan that they go to. */
  existing: readonly Dossier[];
  /** Earlier unit → heir, as the administrator names them: where no paper does, or where a unit was split. */
  named: ReadonlyMap<string, string>;
  by: string;
}

/**
 * undecided: still on a desk. not-approved: sent back, taken off, never registered. no-heir: nobody is named for its
 * unit. several-heirs: its unit was split, so a person must choose. heir-ended, heir-owes-nothing: whoever is named does
 * not stand any more, or sends no list. id-taken: another dossier has its new number.
 */
export type StayReason =
  | 'withdrawn'
  | 'held'
  | 'undecided'
  | 'not-approved'
  | 'no-heir'
  | 'several-heirs'
  | 'heir-ended'
  | 'heir-owes-nothing'
  | 'id-taken';

export type Carry =
  | { outcome: 'carried'; source: Dossier; heir: Unit; dossier: Dossier }
  | { outcome: 'already'; source: Dossier; dossier: Dossier }
  | { outcome: 'stays'; source: Dossier; reason: StayReason };

/** One answer a dossier, in their order. What was carried before is not carried again, whatever became of it. */
export function carryOver(order: CarryOrder, now: Date): Carry[] {
  const { from, to, dossiers, existing } = order;
  const bySource = new Map(
    existing.flatMap((dossier) => {
      const { carriedFrom } = dossier;
      return carriedFrom ? [[`${carriedFrom.planId} ${carriedFrom.dossierId}`, dossier] as const] : [];
    }),
  );
  const taken = new Set(existing.map(({ id }) => id));
  return dossiers.map((source): Carry => {
    const known = bySource.get(`${source.planId} ${source.id}`);
    if (known) return { outcome: 'already', source, dossier: known };
    const reason = whyItStays(source);
    if (reason) return { outcome: 'stays', source, reason };
    const heir = findHeir(source.unitId, order);
    if (typeof heir === 'string') return { outcome: 'stays', source, reason: heir };
    const dossier = toCarried(source, from, to, heir, order.by, now);
    if (taken.has(dossier.id)) return { outcome: 'stays', source, reason: 'id-taken' };
    taken.add(dossier.id);
    return { outcome: 'carried', source, heir, dossier };
  });
}

/** Whether a period is of exemplars and is the one that has ended, or falls into a year that has. */
export const endedWith = (ended: string, period: string): boolean =>
  formOfPeriod(period) === 'exemplar' && (period === ended || period.startsWith(`${ended}-`));

/** ISO, the first day on which a period is over. */
function dayAfter(period: string): string {
  const { year, last } = monthsOf(period);
  return last === 12 ? `${year + 1}-01-01` : `${year}-${String(last + 1).padStart(2, '0')}-01`;
}

/** Exemplars go on in time only: a period takes from what was over when it began. */
export const beginsAfter = (period: string, ended: string): boolean => firstDayOf(period) >= dayAfter(ended);

/** The plan's first period of exemplars after one that has ended, of whichever plan; undefined when none is left. */
export function periodAfter(plan: Plan, ended: string): string | undefined {
  const next = periodOn(plan, dayAfter(ended), 'exemplar');
  if (beginsAfter(next, ended)) return next;
  return dayAfter(next) > dayAfter(ended) ? periodAfter(plan, next) : undefined;
}

function whyItStays({ withdrawn, status, approvals }: Dossier): StayReason | undefined {
  if (withdrawn) return 'withdrawn';
  if (status === 'held') return 'held';
  if (status === 'submitted') return 'undecided';
  const isRecognised = (status === 'approved' || status === 'promoted') && approvals.length > 0;
  return isRecognised ? undefined : 'not-approved';
}

/** Who carries on the unit's work on the first day of the new period. */
export function findHeir(unitId: string, { from, to, named }: CarryOrder): Unit | StayReason {
  const ids = named.has(unitId) ? [named.get(unitId) as string] : heirIds(unitId, from, to);
  const [id, ...others] = new Set(ids);
  if (id === undefined) return 'no-heir';
  if (others.length > 0) return 'several-heirs';
  const heir = to.tree.inForce(id, firstDayOf(to.period));
  if (!heir) return 'heir-ended';
  const owes = to.plan.obligations.some(
    ({ unitKind, form }) => unitKind === heir.kind && form === 'exemplar',
  );
  return owes ? heir : 'heir-owes-nothing';
}

/** By the paper that the plan names; without one, a unit goes on where code and name are the same. */
function heirIds(unitId: string, from: Realm, to: Realm): string[] {
  if (from.plan.id === to.plan.id) return [unitId];
  const papers = (to.plan.takesOver ?? []).filter(({ plan }) => plan === from.plan.id);
  const path = [unitId, ...from.tree.lineage(unitId).successors.map(({ id }) => id)];
  if (papers.length === 0) {
    const same = path.find((id) => isSameUnit(from.tree.get(id), to.tree.get(id)));
    return same === undefined ? [] : [same];
  }
  for (const id of path) {
    const heirs = papers.flatMap((paper) => paper.heirs.filter((line) => line.from === id));
    if (heirs.length > 0) return heirs.map((line) => line.to);
  }
  return [];
}

const isSameUnit = (one: Unit | undefined, other: Unit | undefined): boolean =>
  one !== undefined && one.name === other?.name;

function toCarried(
  source: Dossier,
  from: Realm,
  to: Realm & { period: string },
  heir: Unit,
  by: string,
  now: Date,
): Dossier {
  const { plan, period } = to;
  const id = `${rowIdPrefix(period, heir.id)}-${ownNumber(source)}`;
  const values = Object.fromEntries(Object.entries(source.row.values).filter(([key]) => !askedAnew.has(key)));
  const carriedFrom = toOrigin(source, from);
  const dossier: Dossier = {
    id,
    planId: plan.id,
    period,
    unitId: heir.id,
    parentId: heir.parent ?? '',
    at: heir.id,
    status: 'carried',
    round: 0,
    row: { id, line: 0, kind: source.row.kind, values },
    snapshotId: '',
    approvals: [],
    returnReason: '',
    withdrawn: null,
    public: false,
    touchedOn: '',
    history: [
      {
        at: now.toISOString(),
        by,
        unitId: heir.id,
        action: 'carry',
        reason: `Mang sang từ ${from.plan.number}, kỳ ${source.period}: ${carriedFrom.unit}, hồ sơ ${source.id}; nay là ${heir.name}`,
        round: 0,
      },
    ],
    carriedFrom,
  };
  return { ...dossier, compared: comparedState(dossier) };
}

/**
 * "c202531813003": says where it was found first, however often it is carried on; "c" tells it from a stamped number,
 * which a line copied from a file has although it was carried over.
 */
const ownNumber = (source: Dossier): string => `c${foundAs(source).dossierId.replace(/[^0-9A-Za-z]/g, '')}`;

function toOrigin(source: Dossier, { plan, tree }: Realm): CarriedFrom {
  const unit = tree.get(source.unitId)?.name ?? source.unitId;
  const first = source.history.find(({ action }) => action === 'submit');
  return {
    planId: source.planId,
    period: source.period,
    dossierId: source.id,
    unitId: source.unitId,
    unit,
    foundAs: foundAs(source),
    foundBy: source.carriedFrom?.foundBy ?? unit,
    foundOn: source.carriedFrom?.foundOn ?? (first ? localDate(new Date(first.at), plan.timeZone) : ''),
    recognised: recognitions(source, plan, tree),
  };
}
