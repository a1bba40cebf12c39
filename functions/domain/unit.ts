/** Units, their level and parent: the tree as data, of any depth, with validity and successors. */

export interface Unit {
  /** Official code where there is one (text: leading zeros count). Unique in the plan. */
  id: string;
  /** Full name with its type: "Phường 2", "Huyện Hồng Dân". */
  name: string;
  /** Kind as the plan defines it: 'commune', 'district', 'cluster' … */
  kind: string;
  /** Id of the unit that collects from it; null at the top. */
  parent: string | null;
  /** First day it exists, ISO date; absent = always. */
  validFrom?: string;
  /** Last day it exists, ISO date; absent = still. */
  validTo?: string;
  /** Id of the unit that took over its work when it ended. */
  successor?: string;
  /** Id of the unit it was split from: what that one did is its history too. */
  splitFrom?: string;
  /** Body that does the reviewing, in words, when it is not the unit itself. */
  reviewBody?: string;
  /** Its tradition day, "ngày truyền thống", 'MM-dd'; absent when it has not told. */
  anniversary?: string;
  /** How its office is reached, for everybody to read: address, telephone, mail. */
  contact?: string;
}

export const isValidOn = (unit: Unit, date: string): boolean =>
  (unit.validFrom === undefined || unit.validFrom <= date) &&
  (unit.validTo === undefined || date <= unit.validTo);

/** A tree ready to be asked; build it once per request. */
export interface UnitTree {
  units: readonly Unit[];
  get(id: string): Unit | undefined;
  /** Direct children, in the order of the data. */
  children(id: string): readonly Unit[];
  /** From the unit's parent to the top. */
  ancestors(id: string): readonly Unit[];
  /** The unit itself while it is valid, otherwise whoever took over, however many steps later. */
  inForce(id: string, date: string): Unit | undefined;
  /** Whose work the unit has taken over and who took over its own, however many steps away; nearest first. */
  lineage(id: string): Lineage;
  /** Of the unit and its lineage, those that exist on the day. */
  lineageOn(id: string, date: string): readonly Unit[];
}

/** A merger is many units with one successor; a split is one successor for the main part and units split from it. */
export interface Lineage {
  predecessors: readonly Unit[];
  successors: readonly Unit[];
}

export function toUnitTree(units: readonly Unit[]): UnitTree {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const childrenOf = Map.groupBy(
    units.filter((unit) => unit.parent !== null),
    (unit) => unit.parent as string,
  );
  const ancestors = (id: string): Unit[] => {
    const parent = byId.get(byId.get(id)?.parent ?? '');
    return parent ? [parent, ...ancestors(parent.id)] : [];
  };
  const inForce = (id: string, date: string): Unit | undefined => {
    const unit = byId.get(id);
    if (!unit || isValidOn(unit, date)) return unit;
    return unit.successor === undefined ? undefined : inForce(unit.successor, date);
  };
  const before = linksOf(units, ({ id, successor, splitFrom }) => [
    ...(successor === undefined ? [] : [[successor, id] as const]),
    ...(splitFrom === undefined ? [] : [[id, splitFrom] as const]),
  ]);
  const after = linksOf(units, ({ id, successor, splitFrom }) => [
    ...(successor === undefined ? [] : [[id, successor] as const]),
    ...(splitFrom === undefined ? [] : [[splitFrom, id] as const]),
  ]);
  const follow = (id: string, links: Links): Unit[] =>
    reachable(id, links).flatMap((reached) => byId.get(reached) ?? []);
  const lineage = (id: string): Lineage => ({
    predecessors: follow(id, before),
    successors: follow(id, after),
  });
  return {
    units,
    lineage,
    lineageOn: (id, date) => {
      const { predecessors, successors } = lineage(id);
      return [...predecessors, ...(byId.get(id) ? [byId.get(id) as Unit] : []), ...successors].filter(
        (unit) => isValidOn(unit, date),
      );
    },
    get: (id) => byId.get(id),
    children: (id) => childrenOf.get(id) ?? [],
    ancestors,
    inForce,
  };
}

type Links = ReadonlyMap<string, readonly string[]>;

function linksOf(units: readonly Unit[], pairsOf: (unit: Unit) => (readonly [string, string])[]): Links {
  const links = new Map<string, string[]>();
  for (const [from, to] of units.flatMap(pairsOf)) links.set(from, [...(links.get(from) ?? []), to]);
  return links;
}

/** Step by step, so that the nearest come first; each once, even where two ways lead to it. */
function reachable(start: string, links: Links): string[] {
  const seen = new Set([start]);
  const found: string[] = [];
  for (let step = [start]; step.length > 0; ) {
    step = [...new Set(step.flatMap((id) => links.get(id) ?? []))].filter((id) => !seen.has(id));
    for (const id of step) seen.add(id);
    found.push(...step);
  }
  return found;
}

export type TreeFault =
  | { kind: 'duplicate-id'; id: string }
  | { kind: 'unknown-parent'; id: string; parent: string }
  | { kind: 'unknown-successor'; id: string; successor: string }
  | { kind: 'unknown-split'; id: string; splitFrom: string }
  | { kind: 'parent-ended'; id: string; parent: string; ended: string }
  | { kind: 'own-ancestor'; id: string }
  | { kind: 'own-successor'; id: string }
  | { kind: 'validity-backwards'; id: string };

/** Every fault of a list of units at once; a tree is only built from a list without faults. */
export function checkTree(units: readonly Unit[]): TreeFault[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const seen = new Set<string>();
  const faults: TreeFault[] = [];
  for (const unit of units) {
    const { id, parent, successor, splitFrom } = unit;
    if (seen.has(id)) faults.push({ kind: 'duplicate-id', id });
    seen.add(id);
    if (parent !== null && !byId.has(parent)) faults.push({ kind: 'unknown-parent', id, parent });
    if (successor !== undefined && !byId.has(successor))
      faults.push({ kind: 'unknown-successor', id, successor });
    if (splitFrom !== undefined && !byId.has(splitFrom))
      faults.push({ kind: 'unknown-split', id, splitFrom });
    const ended = byId.get(parent ?? '')?.validTo;
    if (ended !== undefined && (unit.validTo === undefined || unit.validTo > ended))
      faults.push({ kind: 'parent-ended', id, parent: parent as string, ended });
    if (leadsBack(id, (current) => byId.get(current)?.parent ?? undefined))
      faults.push({ kind: 'own-ancestor', id });
    if (leadsBack(id, (current) => byId.get(current)?.successor)) faults.push({ kind: 'own-successor', id });
    if (unit.validFrom !== undefined && unit.validTo !== undefined && unit.validTo < unit.validFrom)
      faults.push({ kind: 'validity-backwards', id });
  }
  return faults;
}

function leadsBack(start: string, next: (id: string) => string | undefined): boolean {
  const seen = new Set<string>();
  for (let id = next(start); id !== undefined && !seen.has(id); id = next(id)) {
    if (id === start) return true;
    seen.add(id);
  }
  return false;
}
