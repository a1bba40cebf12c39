/** Which leads a filter leaves, and how many each other value would leave: one pass over numbers. */
import { facets, unitParameter } from './facets.ts';
import { type Filter, toQuery } from './filter.ts';
import { dictionaryOf } from './lexicon.ts';
import { unitDictionary } from './segment.ts';
import type { Shelf } from './shelf.ts';

export interface Scan {
  /** In the order of the roll. */
  positions: Uint32Array;
  /** Per facet, by code: leads left if this value were chosen instead. */
  counts: Uint32Array[];
  /** By code of the unit: leads of exactly this unit, were no unit chosen. */
  unitCounts: Uint32Array;
}

/** Columns of numbers that are compared: the facets, then the unit. */
const unitColumn = facets.length;

const mostKept = 12;

/** Without a search: readers turn pages of the same few lists. */
const kept = new WeakMap<Shelf, Map<string, Scan>>();

/** `hits`: positions that a search found, ascending; null without a search. */
export function scan(shelf: Shelf, filter: Filter, hits: Uint32Array | null = null): Scan {
  if (hits !== null) return scanAll(shelf, filter, hits);
  const ofShelf = kept.get(shelf) ?? new Map<string, Scan>();
  kept.set(shelf, ofShelf);
  const asked = toQuery({ ...filter, query: '', place: null });
  const found = ofShelf.get(asked) ?? scanAll(shelf, filter, null);
  ofShelf.delete(asked);
  ofShelf.set(asked, found);
  for (const oldest of ofShelf.keys()) if (ofShelf.size > mostKept) ofShelf.delete(oldest);
  return found;
}

/** Used over and over: half a megabyte for every reader would keep the collector busy. */
let scratch = new Uint32Array(0);

function scanAll(shelf: Shelf, filter: Filter, hits: Uint32Array | null): Scan {
  const masks = toMasks(shelf, filter);
  const sizes = [...facets.map(({ name }) => name), unitDictionary].map(
    (name) => dictionaryOf(shelf.lexicon, name).slugs.length + 1,
  );
  const counts = sizes.map((size) => new Uint32Array(size));
  if (scratch.length < shelf.total) scratch = new Uint32Array(shelf.total);
  const positions = scratch;
  let found = 0;
  let hit = 0;
  for (const [index, { total, values, units }] of shelf.segments.entries()) {
    const columns = [...values, units];
    const first = shelf.firsts[index]!;
    const from = hits === null ? 0 : hit;
    while (hits !== null && hit < hits.length && hits[hit]! < first + total) hit += 1;
    const to = hits === null ? total : hit;
    for (let at = from; at < to; at += 1) {
      const row = hits === null ? at : hits[at]! - first;
      // The only filter that leaves this lead out; -1 for none, -2 for more than one.
      let failed = -1;
      for (const { column, mask } of masks)
        if (mask[columns[column]![row]!] === 0) {
          failed = failed === -1 ? column : -2;
          if (failed === -2) break;
        }
      if (failed === -2) continue;
      if (failed === -1) {
        positions[found] = first + row;
        found += 1;
        for (let column = 0; column <= unitColumn; column += 1) counts[column]![columns[column]![row]!]! += 1;
      } else counts[failed]![columns[failed]![row]!]! += 1;
    }
  }
  return {
    positions: positions.slice(0, found),
    counts: counts.slice(0, unitColumn).map((all) => all.subarray(1)),
    unitCounts: counts[unitColumn]!.subarray(1),
  };
}

interface Mask {
  column: number;
  /** By code plus one: 1 for what may stay. */
  mask: Uint8Array;
}

/** A value that nobody has leaves nothing. */
function toMasks(shelf: Shelf, { values }: Filter): Mask[] {
  const masks: Mask[] = [];
  facets.forEach(({ name }, column) => {
    const slug = values[name];
    if (slug === undefined) return;
    const { codes, slugs } = dictionaryOf(shelf.lexicon, name);
    const mask = new Uint8Array(slugs.length + 1);
    const code = codes.get(slug);
    if (code !== undefined) mask[code + 1] = 1;
    masks.push({ column, mask });
  });
  const unit = values[unitParameter];
  if (unit === undefined) return masks;
  const mask = new Uint8Array(dictionaryOf(shelf.lexicon, unitDictionary).slugs.length + 1);
  for (const code of shelf.unitCodes(unit)) mask[code + 1] = 1;
  return [...masks, { column: unitColumn, mask }];
}
