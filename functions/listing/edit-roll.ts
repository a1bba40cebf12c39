/** Leads that come and go in a roll whose parts stand in the store: only the parts they fall into are read and cut anew. */
import type { Lead } from './lead.ts';
import { compareLeads, cut, type Head, type Piece, type Place } from './roll.ts';

/** A part that stays, by its number in the old roll, or a piece to be written. */
export type Edited = { kept: number } | { piece: Piece };

export interface RollEdits {
  gone: readonly Place[];
  come: readonly Lead[];
}

/** The new roll in its order: the same pieces as if all leads were cut together. */
export async function editRoll(
  heads: readonly Head[],
  read: (part: number) => Promise<Lead[]>,
  { gone, come }: RollEdits,
): Promise<Edited[]> {
  if (heads.length === 0) return cut([...come].sort(compareLeads)).map((piece) => ({ piece }));
  const goneOf = byPart(heads, gone);
  const comeOf = byPart(heads, come);
  const isTouched = (part: number): boolean => goneOf.has(part) || comeOf.has(part);
  /** Ends where it does only because of what follows. */
  const hangsOnNext = (part: number): boolean => heads[part]?.isClosed === false && part < heads.length - 1;
  const edited: Edited[] = [];
  const now = async (part: number): Promise<Lead[]> => {
    const away = new Set(goneOf.get(part)?.map(({ key }) => key));
    const left = (await read(part)).filter(({ key }) => !away.has(key));
    return [...left, ...(comeOf.get(part) ?? [])].sort(compareLeads);
  };
  const begins = (part: number): boolean => {
    for (let at = part; at < heads.length; at += 1) {
      if (isTouched(at)) return true;
      if (!hangsOnNext(at)) return false;
    }
    return false;
  };
  for (let part = 0; part < heads.length; part += 1) {
    if (!begins(part)) {
      edited.push({ kept: part });
      continue;
    }
    let pieces = cut(await now(part));
    // Where the old part ended, what follows begins anew; a piece that is still open takes in the next part.
    while (part < heads.length - 1 && pieces.at(-1)?.isClosed === false) {
      const open = pieces.pop()!;
      edited.push(...pieces.map((piece) => ({ piece })));
      part += 1;
      pieces = cut([...open.leads, ...(await now(part))]);
    }
    edited.push(...pieces.map((piece) => ({ piece })));
  }
  return edited;
}

/** The last part that begins at or before a place; what stands before all falls into the first. */
function byPart<T extends Place>(heads: readonly Head[], places: readonly T[]): Map<number, T[]> {
  const parts = new Map<number, T[]>();
  for (const place of places) {
    let low = 0;
    let high = heads.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (compareLeads(heads[middle]!, place) <= 0) low = middle;
      else high = middle - 1;
    }
    const known = parts.get(low);
    if (known) known.push(place);
    else parts.set(low, [place]);
  }
  return parts;
}
