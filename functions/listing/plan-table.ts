/** What the public pages know of a plan: its name, its levels, and those of its units that have something to do with a public row. */
import { medianDays } from '../domain/life-line.ts';
import type { Plan } from '../domain/plan.ts';
import { cleanPublicText } from '../domain/public-row.ts';
import type { Unit } from '../domain/unit.ts';

export interface TableUnit {
  id: string;
  name: string;
  parent: string | null;
  successor: string | null;
  level: string;
  /** First and last day it exists, when the plan says. */
  from?: string;
  to?: string;
  /** How its office is reached, when the plan says. */
  contact?: string;
}

export interface PlanTable {
  id: string;
  number: string;
  title: string;
  issuer: string;
  issuedOn: string;
  timeZone: string;
  /** From bottom to top. */
  levels: string[];
  units: TableUnit[];
  /** Units of earlier plans with who carries on their work here; absent when the plan names none. */
  heirs?: { plan: string; from: string; to: string }[];
  /** Within how many days half of its public exemplars were recognised; absent when no dates are known. */
  medianDays?: number;
}

/**
 * Units with rows, those above them, those they became, those they came from, and the units above these; whoever took
 * over from an earlier plan is there without rows too: the earlier rows are found there.
 */
export function toPlanTable(
  plan: Plan,
  unitsWithRows: ReadonlySet<string>,
  days: ReadonlyMap<number, number> = new Map(),
): PlanTable {
  const median = medianDays(days);
  const byId = new Map(plan.units.map((unit) => [unit.id, unit]));
  const sources = Map.groupBy(
    plan.units.filter(({ successor }) => successor !== undefined),
    ({ successor }) => successor,
  );
  const wanted = new Set<string>();
  const take = (unit: Unit | undefined): void => {
    if (!unit || wanted.has(unit.id)) return;
    wanted.add(unit.id);
    take(byId.get(unit.parent ?? ''));
    take(byId.get(unit.successor ?? ''));
    for (const source of sources.get(unit.id) ?? []) take(source);
  };
  const heirs = (plan.takesOver ?? []).flatMap(({ plan: earlier, heirs }) =>
    heirs.map(({ from, to }) => ({ plan: earlier, from, to })),
  );
  for (const id of [...unitsWithRows, ...heirs.map(({ to }) => to)]) take(byId.get(id));
  return {
    id: plan.id,
    number: cleanPublicText(plan.number),
    title: cleanPublicText(plan.title, 400),
    issuer: cleanPublicText(plan.issuer),
    issuedOn: plan.issuedOn,
    timeZone: plan.timeZone,
    levels: plan.levels.map(({ name }) => cleanPublicText(name)),
    units: plan.units
      .filter(({ id }) => wanted.has(id))
      .map((unit) => ({
        id: unit.id,
        name: cleanPublicText(unit.name),
        parent: unit.parent,
        successor: unit.successor ?? null,
        level: cleanPublicText(
          plan.levels.find(({ id }) => id === plan.unitKinds[unit.kind]?.level)?.name ?? '',
        ),
        ...(unit.validFrom === undefined ? {} : { from: unit.validFrom }),
        ...(unit.validTo === undefined ? {} : { to: unit.validTo }),
        ...(unit.contact === undefined ? {} : { contact: cleanPublicText(unit.contact) }),
      })),
    ...(heirs.length > 0 ? { heirs } : {}),
    ...(median === undefined ? {} : { medianDays: median }),
  };
}
