/** Units of all plans by their slug: who is above, who is below, who took over from whom, who has ended. */

import { toSlug } from '../domain/public-row.ts';
import { addDays } from '../domain/working-days.ts';
import { tidied, unitSlug } from './address.ts';
import type { PlanTable } from './plan-table.ts';

export interface UnitNode {
  slug: string;
  id: string;
  name: string;
  level: string;
  /** How its office is reached; '' when no plan says. Of several plans the last one's. */
  contact: string;
  /** Slugs; the first plan that knows the unit says who is above. */
  parent: string | null;
  /** In any plan: a unit that kept name and code through a merger is still found under the district it was in. */
  children: string[];
  successors: string[];
  predecessors: string[];
  /** By the plans that know it: where it stood there. */
  stands: Map<string, UnitStand>;
}

export interface UnitStand {
  /** Slugs. */
  parent: string | null;
  children: string[];
  /** First and last day it exists, when the plan says. */
  from: string | undefined;
  to: string | undefined;
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
        bySlug.set(slug, {
          slug,
          id: unit.id,
          name: unit.name,
          level: unit.level,
          contact: '',
          parent: null,
          children: [],
          successors: [],
          predecessors: [],
          stands: new Map(),
        });
      const { from, to } = unit;
      const node = bySlug.get(slug)!;
      node.stands.set(planId, { parent: null, children: [], from, to });
      node.contact = unit.contact ?? node.contact;
    }
  const slugOf = (planId: string, unitId: string) => slugs.get(idOf(planId, unitId));
  for (const { id: planId, units } of plans)
    for (const unit of units) {
      const node = bySlug.get(unitSlug(unit))!;
      const parent = unit.parent === null ? undefined : slugOf(planId, unit.parent);
      if (parent !== undefined && parent !== node.slug) {
        node.parent ??= parent;
        node.stands.get(planId)!.parent = parent;
        const { children, stands } = bySlug.get(parent)!;
        stands.get(planId)!.children.push(node.slug);
        if (!children.includes(node.slug)) children.push(node.slug);
      }
      succeed(bySlug, node.slug, unit.successor === null ? undefined : slugOf(planId, unit.successor));
    }
  for (const { id: planId, heirs = [] } of plans)
    for (const { plan, from, to } of heirs) succeed(bySlug, slugOf(plan, from), slugOf(planId, to));
  return { bySlug, slugOf };
}

/** By its slug, or by the code at the end of one: a name may have been mended since an address was printed. */
export function unitAsked({ bySlug }: UnitIndex, asked: string): UnitNode | undefined {
  const known = bySlug.get(asked);
  if (known) return known;
  const slug = tidied(asked);
  const ofCode = [...bySlug.values()].filter((node) => {
    const code = toSlug(node.id);
    return node.slug === slug || slug === code || slug.endsWith(`-${code}`);
  });
  return ofCode.length === 1 ? ofCode[0] : undefined;
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

/** Nearest first; of a unit that stood in several plans, where it stands now. */
export function unitsAbove(index: UnitIndex, slug: string): UnitNode[] {
  const above: UnitNode[] = [];
  for (let at = parentNow(index, slug); at !== null; at = parentNow(index, at)) {
    const node = index.bySlug.get(at);
    if (!node || above.includes(node)) break;
    above.push(node);
  }
  return above;
}

function parentNow({ bySlug }: UnitIndex, slug: string): string | null {
  const parents = [...(bySlug.get(slug)?.stands.values() ?? [])].flatMap(({ parent }) => parent ?? []);
  const isReplaced = (parent: string): boolean => (bySlug.get(parent)?.successors.length ?? 0) > 0;
  const isUnderReplaced = (parent: string): boolean =>
    isReplaced(parent) ||
    [...bySlug.get(parent)!.stands.values()].some(({ parent: top }) => top !== null && isReplaced(top));
  return parents.find((parent) => !isUnderReplaced(parent)) ?? parents[0] ?? null;
}

/** The last day of a unit that is no more, '' when no plan says; undefined for one that still is. */
export function lastDayOf(index: UnitIndex, slug: string, seen: readonly string[] = []): string | undefined {
  const node = index.bySlug.get(slug);
  if (!node || seen.includes(slug)) return undefined;
  const stands = [...node.stands.values()];
  const told = stands.map(({ to }) => to);
  if (stands.length > 0 && told.every((day) => day !== undefined)) return told.toSorted().at(-1);
  if (node.successors.length > 0) {
    const days = node.successors.flatMap((heir) => firstDayOf(index, heir) ?? []);
    return days.length > 0 ? addDays(days.toSorted()[0]!, -1) : '';
  }
  // What stood between a unit that ended and units below, such as a district, ended with it; an office or a firm need not.
  const isBetween =
    stands.length > 0 && stands.every(({ parent, children }) => parent !== null && children.length > 0);
  const ends = isBetween
    ? stands.map(({ parent }) => lastDayOf(index, parent!, [...seen, slug]))
    : [undefined];
  return ends.includes(undefined) ? undefined : ends.toSorted().at(-1);
}

export const firstDayOf = ({ bySlug }: UnitIndex, slug: string): string | undefined =>
  [...(bySlug.get(slug)?.stands.values() ?? [])].flatMap(({ from }) => from ?? []).toSorted()[0];

function reach(index: UnitIndex, from: string, next: (node: UnitNode) => readonly string[]): Set<string> {
  const seen = new Set([from]);
  for (const slug of seen) for (const other of next(index.bySlug.get(slug)!)) seen.add(other);
  return seen;
}

/** However many steps away. */
export const heirsOf = (index: UnitIndex, slug: string): string[] =>
  [...reach(index, slug, ({ successors }) => successors)].filter((one) => one !== slug);

export const forebearsOf = (index: UnitIndex, slug: string): string[] =>
  [...reach(index, slug, ({ predecessors }) => predecessors)].filter((one) => one !== slug);

/** Who answers for a unit today: itself, or those that took over from it and are there still. */
export function officesOf(index: UnitIndex, slug: string): UnitNode[] {
  const self = index.bySlug.get(slug);
  if (!self) return [];
  if (lastDayOf(index, slug) === undefined) return [self];
  const heirs = heirsOf(index, slug).flatMap((heir) => index.bySlug.get(heir) ?? []);
  return heirs.filter(({ slug: heir }) => lastDayOf(index, heir) === undefined);
}

/** Who stood below it in a plan, and itself. */
export const below = (index: UnitIndex, planId: string, slug: string): Set<string> =>
  reach(index, slug, ({ stands }) => stands.get(planId)?.children ?? []);

/** The unit, whoever took over from it, and whoever it took over from, however many steps away. */
export const lineage = (index: UnitIndex, slug: string): string[] => [
  ...new Set([slug, ...heirsOf(index, slug), ...forebearsOf(index, slug)]),
];

/** All units whose rows a reader of this unit's list wants: its lineage, and everything below. */
export function unitsMeant(index: UnitIndex, slug: string): Set<string> {
  const meant = new Set<string>();
  for (const one of lineage(index, slug))
    for (const below of reach(index, one, ({ children }) => children)) meant.add(below);
  return meant;
}
