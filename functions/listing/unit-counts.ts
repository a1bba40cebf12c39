/**
 * What a unit found itself, plan by plan: the list of a unit also has what its heirs and forebears found, and a figure
 * that is printed under its name must not.
 */
import { toSlug } from '../domain/public-row.ts';
import { facets } from './facets.ts';
import type { Choice } from './filter-links.ts';
import { dictionaryOf } from './lexicon.ts';
import { unitDictionary } from './segment.ts';
import { placeOf, type Shelf } from './shelf.ts';
import { below } from './unit-index.ts';

/** By code of the plan, by code of the unit: rows of exactly this unit. */
type Counts = readonly Uint32Array[];

const counted = new WeakMap<Shelf, Counts>();

const planFacet = 'ke-hoach';
const planColumn = facets.findIndex(({ name }) => name === planFacet);

/** One pass over all rows, once a generation. */
function countsOf(shelf: Shelf): Counts {
  const known = counted.get(shelf);
  if (known) return known;
  const size = dictionaryOf(shelf.lexicon, unitDictionary).slugs.length;
  const counts = dictionaryOf(shelf.lexicon, planFacet).slugs.map(() => new Uint32Array(size));
  for (const { total, values, units } of shelf.segments)
    for (let row = 0; row < total; row += 1) {
      const ofPlan = counts[values[planColumn]![row]! - 1];
      const unit = units[row]! - 1;
      if (ofPlan && unit >= 0) ofPlan[unit]! += 1;
    }
  counted.set(shelf, counts);
  return counts;
}

/** Of the unit and those below it in the plan. */
export function countIn(shelf: Shelf, planId: string, slug: string): number {
  const { lexicon, units } = shelf;
  const counts = countsOf(shelf)[dictionaryOf(lexicon, planFacet).codes.get(toSlug(planId)) ?? -1];
  const { codes } = dictionaryOf(lexicon, unitDictionary);
  let sum = 0;
  if (counts) for (const one of below(units, planId, slug)) sum += counts[codes.get(one) ?? -1] ?? 0;
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

/** Whether the lead at a position of the roll is the unit's own: of the unit or of those below it in the lead's plan. */
export function ownedBy(shelf: Shelf, slug: string): (position: number) => boolean {
  const { lexicon, units, plans } = shelf;
  const { codes } = dictionaryOf(lexicon, unitDictionary);
  const ofPlans = dictionaryOf(lexicon, planFacet);
  const own = new Map<number, Set<number>>();
  for (const planId of plans.keys())
    if (units.bySlug.get(slug)?.stands.has(planId))
      own.set(
        ofPlans.codes.get(toSlug(planId)) ?? -1,
        new Set([...below(units, planId, slug)].flatMap((one) => codes.get(one) ?? [])),
      );
  return (position) => {
    const { segment, row } = placeOf(shelf, position);
    return own.get(segment.values[planColumn]![row]! - 1)?.has(segment.units[row]! - 1) === true;
  };
}
