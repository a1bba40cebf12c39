/**
 * What a unit found itself, plan by plan: the list of a unit also has what its heirs and forebears found, and a figure
 * that is printed under its name must not.
 */
import { toSlug } from '../domain/public-row.ts';
import { noFilter } from './filter.ts';
import type { Choice } from './filter-links.ts';
import { dictionaryOf } from './lexicon.ts';
import { scan } from './scan.ts';
import { unitDictionary } from './segment.ts';
import type { Shelf } from './shelf.ts';
import { below } from './unit-index.ts';

/** By plan, by slug: rows of exactly this unit. */
type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

const counted = new WeakMap<Shelf, Counts>();

function countsOf(shelf: Shelf): Counts {
  const known = counted.get(shelf);
  if (known) return known;
  const { slugs } = dictionaryOf(shelf.lexicon, unitDictionary);
  const fresh = new Map(
    [...shelf.plans.keys()].map((planId) => {
      const { unitCounts } = scan(shelf, { ...noFilter, values: { 'ke-hoach': toSlug(planId) } });
      return [planId, new Map(slugs.map((slug, code) => [slug, unitCounts[code] ?? 0]))];
    }),
  );
  counted.set(shelf, fresh);
  return fresh;
}

/** Of the unit and those below it in the plan. */
export function countIn(shelf: Shelf, planId: string, slug: string): number {
  const counts = countsOf(shelf).get(planId);
  let sum = 0;
  for (const one of below(shelf.units, planId, slug)) sum += counts?.get(one) ?? 0;
  return sum;
}

export const ownCount = (shelf: Shelf, slug: string): number =>
  [...(shelf.units.bySlug.get(slug)?.stands.keys() ?? [])].reduce(
    (sum, planId) => sum + countIn(shelf, planId, slug),
    0,
  );

/** Units right below a unit, in all plans or one, with what each found under it; most first, none without. */
export function countsBelow(shelf: Shelf, slug: string, onlyPlan?: string): Choice[] {
  const { bySlug } = shelf.units;
  const sums = new Map<string, number>();
  for (const [planId, { children }] of bySlug.get(slug)?.stands ?? [])
    if (onlyPlan === undefined || onlyPlan === planId)
      for (const child of children) sums.set(child, (sums.get(child) ?? 0) + countIn(shelf, planId, child));
  return [...sums]
    .map(([child, count]) => ({ slug: child, label: bySlug.get(child)?.name ?? child, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1));
}
