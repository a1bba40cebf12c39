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
  /** Body that does the reviewing, in words, when it is not the unit itself. */
  reviewBody?: string;
  /** Its tradition day, "ngày truyền thống", 'MM-dd'; absent when it has not told. */
  anniversary?: string;
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
  return {
    units,
    get: (id) => byId.get(id),
    children: (id) => childrenOf.get(id) ?? [],
    ancestors,
    inForce,
  };
}

export type TreeFault =
  | { kind: 'duplicate-id'; id: string }
  | { kind: 'unknown-parent'; id: string; parent: string }
  | { kind: 'unknown-successor'; id: string; successor: string }
  | { kind: 'own-ancestor'; id: string }
  | { kind: 'own-successor'; id: string }
  | { kind: 'validity-backwards'; id: string };

/** Every fault of a list of units at once; a tree is only built from a list without faults. */
export function checkTree(units: readonly Unit[]): TreeFault[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const seen = new Set<string>();
  const faults: TreeFault[] = [];
  for (const unit of units) {
    const { id, parent, successor } = unit;
    if (seen.has(id)) faults.push({ kind: 'duplicate-id', id });
    seen.add(id);
    if (parent !== null && !byId.has(parent)) faults.push({ kind: 'unknown-parent', id, parent });
    if (successor !== undefined && !byId.has(successor))
      faults.push({ kind: 'unknown-successor', id, successor });
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
