/** Units of all plans by their slug: who is above, who is below, who took over from whom. */
import { unitSlug } from './address.ts';
import type { PlanTable } from './plan-table.ts';

export interface UnitNode {
  slug: string;
  id: string;
  name: string;
  level: string;
  /** Slugs; the first plan that knows the unit says who is above. */
  parent: string | null;
  /** In any plan: a unit that kept name and code through a merger is still found under the district it was in. */
  children: string[];
  successors: string[];
  predecessors: string[];
}

export interface UnitIndex {
  bySlug: ReadonlyMap<string, UnitNode>;
  slugOf(planId: string, unitId: string): string | undefined;
}

export function toUnitIndex(plans: readonly PlanTable[]): UnitIndex {
  const bySlug = new Map<string, UnitNode>();
  const slugs = new Map<string, string>();
  const idOf = (planId: string, unitId: string): string => `${planId} ${unitId}`;
  for (const { id: planId, units } of plans)
    for (const unit of units) {
      const slug = unitSlug(unit);
      slugs.set(idOf(planId, unit.id), slug);
      if (!bySlug.has(slug))
        bySlug.set(slug, { ...unit, slug, parent: null, children: [], successors: [], predecessors: [] });
    }
  const slugOf = (planId: string, unitId: string) => slugs.get(idOf(planId, unitId));
  for (const { id: planId, units } of plans)
    for (const unit of units) {
      const node = bySlug.get(unitSlug(unit))!;
      const parent = unit.parent === null ? undefined : slugOf(planId, unit.parent);
      if (parent !== undefined && parent !== node.slug) {
        node.parent ??= parent;
        const { children } = bySlug.get(parent)!;
        if (!children.includes(node.slug)) children.push(node.slug);
      }
      succeed(bySlug, node.slug, unit.successor === null ? undefined : slugOf(planId, unit.successor));
    }
  for (const { id: planId, heirs = [] } of plans)
    for (const { plan, from, to } of heirs) succeed(bySlug, slugOf(plan, from), slugOf(planId, to));
  return { bySlug, slugOf };
}

/** A unit that kept name and code is one node, and not its own heir. */
function succeed(
  bySlug: ReadonlyMap<string, UnitNode>,
  from: string | undefined,
  to: string | undefined,
): void {
  const [before, after] = [bySlug.get(from ?? ''), bySlug.get(to ?? '')];
  if (!before || !after || before === after || before.successors.includes(after.slug)) return;
  before.successors.push(after.slug);
  after.predecessors.push(before.slug);
}

/** Nearest first. */
export function unitsAbove({ bySlug }: UnitIndex, slug: string): UnitNode[] {
  const above: UnitNode[] = [];
  for (let at = bySlug.get(slug)?.parent ?? null; at !== null; at = bySlug.get(at)?.parent ?? null) {
    const node = bySlug.get(at);
    if (!node || above.includes(node)) break;
    above.push(node);
  }
  return above;
}

function reach(index: UnitIndex, from: string, next: (node: UnitNode) => readonly string[]): Set<string> {
  const seen = new Set([from]);
  for (const slug of seen) for (const other of next(index.bySlug.get(slug)!)) seen.add(other);
  return seen;
}

/** The unit, whoever took over from it, and whoever it took over from, however many steps away. */
export const lineage = (index: UnitIndex, slug: string): string[] => [
  ...new Set([
    ...reach(index, slug, ({ successors }) => successors),
    ...reach(index, slug, ({ predecessors }) => predecessors),
  ]),
];

/** All units whose rows a reader of this unit's list wants: its lineage, and everything below. */
export function unitsMeant(index: UnitIndex, slug: string): Set<string> {
  const meant = new Set<string>();
  for (const one of lineage(index, slug))
    for (const below of reach(index, one, ({ children }) => children)) meant.add(below);
  return meant;
}
