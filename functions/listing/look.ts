/** One look at the list: the leads of a page, how many there are, what else could be chosen, where to go on. */
import type { Filter, Place } from './filter.ts';
import type { Lead } from './lead.ts';
import { mostResults, rank } from './rank.ts';
import { compareLeads } from './roll.ts';
import { type Scan, scan } from './scan.ts';
import { type Hits, search } from './search.ts';
import { dayAt, keyAt } from './segment.ts';
import { leadOf, placeOf, type Shelf } from './shelf.ts';

export interface Look extends Scan {
  leads: Lead[];
  /** Leads that fit, on this page and others. */
  total: number;
  isNear: boolean;
  /** More fit the search than can be paged through. */
  isTooMany: boolean;
  before: Place | null;
  after: Place | null;
}

export const pageSize = 50;

/** What a search found: the best first, as many as somebody reads; or all of it in the order of the roll, for programs. */
export type Order = 'best' | 'roll';

export function look(shelf: Shelf, filter: Filter, size = pageSize, by: Order = 'best'): Look {
  const { hits, scanned, order, sought } = orderOf(shelf, filter, by);
  const start = sought === null ? 0 : startOf(sought, size);
  const leads = [...order.subarray(start, start + size)].map((position) => leadOf(shelf, position));
  const end = start + leads.length;
  const ranked = isRanked(filter, by);
  const at = (index: number, kind: Place['kind']): Place | null => placeAt(shelf, order, index, kind, ranked);
  return {
    ...scanned,
    leads,
    total: scanned.positions.length,
    isNear: hits?.isNear ?? false,
    isTooMany: ranked && scanned.positions.length > mostResults,
    // Past the end the page before is the last one.
    before: start > 0 ? (at(start, 'truoc') ?? at(order.length - size - 1, 'sau')) : null,
    after: end < order.length ? at(end - 1, 'sau') : null,
  };
}

interface Ordered {
  hits: Hits | null;
  scanned: Scan;
  order: Uint32Array;
  /** Where the filter's place stands in it. */
  sought: Sought | null;
}

/** A request for a further page asks twice: whether its place still stands, and for the page. */
const lately = new WeakMap<Filter, { shelf: Shelf; by: Order; ordered: Ordered }>();

function orderOf(shelf: Shelf, filter: Filter, by: Order): Ordered {
  const known = lately.get(filter);
  if (known?.shelf === shelf && known.by === by) return known.ordered;
  const ordered = putInOrder(shelf, filter, by);
  if (filter.place) lately.set(filter, { shelf, by, ordered });
  return ordered;
}

const isRanked = ({ query }: Filter, by: Order): boolean => query !== '' && by === 'best';

const hitsOf = (shelf: Shelf, { query }: Filter): Hits | null => (query === '' ? null : search(shelf, query));

/** How many leads fit, without putting them in order. */
export const totalOf = (shelf: Shelf, filter: Filter): number =>
  scan(shelf, filter, hitsOf(shelf, filter)?.positions ?? null).positions.length;

function putInOrder(shelf: Shelf, filter: Filter, by: Order): Ordered {
  const hits = hitsOf(shelf, filter);
  const scanned = scan(shelf, filter, hits?.positions ?? null);
  const ranked = isRanked(filter, by);
  const order = hits && ranked ? rank(shelf, scanned.positions, hits, filter.query) : scanned.positions;
  return { hits, scanned, order, sought: filter.place && seek(shelf, order, filter.place, ranked) };
}

export const toPlace = (kind: Place['kind'], { approvedOn, key, name }: Lead, rank = name): Place => ({
  kind,
  day: approvedOn,
  key,
  rank,
});

function placeAt(
  shelf: Shelf,
  order: Uint32Array,
  index: number,
  kind: Place['kind'],
  ranked: boolean,
): Place | null {
  const position = order[index];
  if (position === undefined) return null;
  return toPlace(kind, leadOf(shelf, position), ranked ? String(index + 1) : undefined);
}

/**
 * A page hangs on a lead, not on a number: rows that come in above move nothing. Is that lead gone, the page begins
 * where it stood.
 */
function startOf({ place, index, isThere }: Sought, size: number): number {
  if (place.kind === 'sau') return index + (isThere ? 1 : 0);
  return Math.max(0, index - size);
}

/**
 * The same page by leads that are there, as they are called now: an address must not go on naming whoever was taken
 * down, nor say what nobody is called. Undefined when the place is right, or past the end.
 */
export function mended(shelf: Shelf, filter: Filter, by: Order = 'best'): Filter | undefined {
  if (!filter.place) return undefined;
  const { order, sought } = orderOf(shelf, filter, by);
  if (!sought || sought.index >= order.length) return undefined;
  const { place, index, isThere } = sought;
  const beside = isThere || place.kind === 'truoc' ? index : index - 1;
  const mend = placeAt(shelf, order, beside, place.kind, isRanked(filter, by));
  return isThere && (place.rank === '' || place.rank === mend?.rank) ? undefined : { ...filter, place: mend };
}

interface Sought {
  place: Place;
  /** Of the lead, or of the first that stands behind where it stood. */
  index: number;
  isThere: boolean;
}

function seek(shelf: Shelf, order: Uint32Array, place: Place, ranked: boolean): Sought {
  const isAt = (index: number): boolean => {
    const position = order[index];
    if (position === undefined) return false;
    const { segment, row } = placeOf(shelf, position);
    return keyAt(segment, row) === place.key;
  };
  // The best of a search are in an order of their own, and few.
  if (ranked) {
    const found = order.findIndex((_, at) => isAt(at));
    if (found >= 0) return { place, index: found, isThere: true };
    const before = /^\d{1,3}$/.test(place.rank) ? Number(place.rank) - 1 : 0;
    return { place, index: Math.min(order.length, Math.max(0, before)), isThere: false };
  }
  const fromDay = firstWhere(order, (position) => dayOf(shelf, position) <= place.day);
  const ofDay = order.subarray(fromDay);
  const ends = fromDay + firstWhere(ofDay, (position) => dayOf(shelf, position) < place.day);
  const stood = { approvedOn: place.day, name: place.rank, key: place.key };
  const stands = (position: number): boolean => compareLeads(leadOf(shelf, position), stood) >= 0;
  const index = place.rank === '' ? fromDay : fromDay + firstWhere(order.subarray(fromDay, ends), stands);
  if (isAt(index)) return { place, index, isThere: true };
  // Its name may have been mended; one that has another day now is as good as gone.
  for (let at = fromDay; at < ends; at += 1) if (isAt(at)) return { place, index: at, isThere: true };
  return { place, index, isThere: false };
}

function dayOf(shelf: Shelf, position: number): string {
  const { segment, row } = placeOf(shelf, position);
  return dayAt(segment, row);
}

/** The first of an order for which something holds that holds for all behind it too. */
function firstWhere(order: Uint32Array, holds: (position: number) => boolean): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(order[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
