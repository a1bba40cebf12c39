/** One look at the list: the leads of a page, how many there are, what else could be chosen, where to go on. */
import type { Filter } from './filter.ts';
import type { Lead } from './lead.ts';
import { type Scan, scan } from './scan.ts';
import { mostResults, rank, search } from './search.ts';
import { dayAt, keyAt } from './segment.ts';
import { leadOf, placeOf, type Shelf } from './shelf.ts';

export interface Look extends Scan {
  leads: Lead[];
  /** Leads that fit, on this page and others. */
  total: number;
  isNear: boolean;
  /** More fit the search than can be paged through. */
  isTooMany: boolean;
  before: Filter['place'];
  after: Filter['place'];
}

export const pageSize = 50;

export function look(shelf: Shelf, filter: Filter, size = pageSize): Look {
  const hits = filter.query === '' ? null : search(shelf, filter.query);
  const scanned = scan(shelf, filter, hits?.scores ?? null);
  const order = hits ? rank(shelf, scanned.positions, hits, filter.query) : scanned.positions;
  const start = startOf(shelf, order, filter, size);
  const leads = [...order.subarray(start, start + size)].map((position) => leadOf(shelf, position));
  const end = start + leads.length;
  return {
    ...scanned,
    leads,
    total: scanned.positions.length,
    isNear: hits?.isNear ?? false,
    isTooMany: hits !== null && scanned.positions.length > mostResults,
    before: start > 0 ? toPlace('truoc', leads[0] ?? leadOf(shelf, order[start - 1]!)) : null,
    after: end < order.length ? toPlace('sau', leads.at(-1)!) : null,
  };
}

export const toPlace = (kind: 'sau' | 'truoc', { approvedOn, key }: Lead): Filter['place'] => ({
  kind,
  day: approvedOn,
  key,
});

/**
 * A page hangs on a lead, not on a number: rows that come in above move nothing. Is that lead gone, the page begins
 * with its day, so that nobody is passed over.
 */
function startOf(shelf: Shelf, order: Uint32Array, { place, query }: Filter, size: number): number {
  if (!place) return 0;
  const index = query === '' ? indexByDay(shelf, order, place) : indexOfKey(shelf, order, place.key);
  if (place.kind === 'sau') {
    if (index >= 0) return index + 1;
    return query === '' ? firstOnOrBefore(shelf, order, place.day) : 0;
  }
  const end = index >= 0 ? index : query === '' ? firstOnOrBefore(shelf, order, place.day) : 0;
  return Math.max(0, end - size);
}

/** A search is in its own order, and short. */
const indexOfKey = (shelf: Shelf, order: Uint32Array, key: string): number =>
  order.findIndex((position) => {
    const { segment, row } = placeOf(shelf, position);
    return keyAt(segment, row) === key;
  });

/** Among the leads of its day; one that has another day now is as good as gone. */
function indexByDay(shelf: Shelf, order: Uint32Array, { day, key }: NonNullable<Filter['place']>): number {
  for (let index = firstOnOrBefore(shelf, order, day); index < order.length; index += 1) {
    const { segment, row } = placeOf(shelf, order[index]!);
    if (keyAt(segment, row) === key) return index;
    if (dayAt(segment, row) < day) return -1;
  }
  return -1;
}

/** The order of the roll falls by day. */
function firstOnOrBefore(shelf: Shelf, order: Uint32Array, day: string): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { segment, row } = placeOf(shelf, order[middle]!);
    if (dayAt(segment, row) > day) low = middle + 1;
    else high = middle;
  }
  return low;
}
