/** One generation of the public pages as the listing holds it in memory: all leads, ready to be filtered and searched. */

import { memo } from '../domain/memo.ts';
import type { Lead } from './lead.ts';
import { createLexicon, dictionaryOf, type Lexicon } from './lexicon.ts';
import type { PlanTable } from './plan-table.ts';
import { leadAt, type Segment, toSegment, unitDictionary } from './segment.ts';
import { toUnitIndex, type UnitIndex, unitsMeant } from './unit-index.ts';

export interface Shelf {
  generation: string;
  /** ISO instant. */
  updatedAt: string;
  total: number;
  /** In the order of the roll. */
  segments: readonly Segment[];
  /** Position of each segment's first lead; one more for the end. */
  firsts: readonly number[];
  lexicon: Lexicon;
  plans: ReadonlyMap<string, PlanTable>;
  units: UnitIndex;
  /** Numbers of all units that a unit's list is about; of nobody for a unit that is not known. */
  unitCodes(slug: string): Uint32Array;
}

export interface ShelfContent {
  generation: string;
  updatedAt: string;
  segments: readonly Segment[];
  lexicon: Lexicon;
  plans: readonly PlanTable[];
  /** Of these plans. */
  units: UnitIndex;
  /** Without segments: how many leads there are all the same. */
  total?: number;
}

export function toShelf({ segments, plans, units, total, ...rest }: ShelfContent): Shelf {
  const { codes } = dictionaryOf(rest.lexicon, unitDictionary);
  const firsts = [0];
  for (const segment of segments) firsts.push((firsts.at(-1) ?? 0) + segment.total);
  return {
    ...rest,
    segments,
    firsts,
    total: total ?? firsts.at(-1) ?? 0,
    plans: new Map(plans.map((plan) => [plan.id, plan])),
    units,
    unitCodes: memo(5000, (slug) =>
      units.bySlug.has(slug)
        ? Uint32Array.from([...unitsMeant(units, slug)].flatMap((one) => codes.get(one) ?? []))
        : new Uint32Array(0),
    ),
  };
}

/** Before anything was published. */
export const emptyShelf = (): Shelf =>
  toShelf({
    generation: '',
    updatedAt: '',
    segments: [],
    lexicon: createLexicon(),
    plans: [],
    units: toUnitIndex([]),
  });

/** From documents of the roll: for tests and figures, and for whoever has them all at hand. */
export function shelfOf(documents: readonly string[], plans: readonly PlanTable[], updatedAt: string): Shelf {
  const lexicon = createLexicon();
  const segments = documents.map((text) => toSegment(text, lexicon));
  return toShelf({ generation: '1', updatedAt, segments, lexicon, plans, units: toUnitIndex(plans) });
}

/** Where a position stands: which segment, which row of it. */
export function placeOf({ firsts, segments }: Shelf, position: number): { segment: Segment; row: number } {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firsts[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return { segment: segments[low]!, row: position - firsts[low]! };
}

export function leadOf(shelf: Shelf, position: number): Lead {
  const { segment, row } = placeOf(shelf, position);
  return leadAt(segment, row);
}
