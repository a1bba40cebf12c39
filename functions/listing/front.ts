/**
 * What the first page of the list shows, as a part of its own: so a fresh process has that page after three reads,
 * while the roll is still on its way.
 */
import { unitSlug } from './address.ts';
import { facets } from './facets.ts';
import { type Lead, parseLeadLine, toLeadLine } from './lead.ts';
import { dictionaryOf, type Lexicon, valueCode } from './lexicon.ts';
import { type Look, pageSize, toPlace } from './look.ts';
import { unitDictionary } from './segment.ts';
import { parseTally, type Tally, toTallyLines, unitsOf, valuesOfFacet } from './tally.ts';

/** As stored. */
export interface FrontDocument {
  total: number;
  /** The first leads of the roll. */
  leads: string;
  tally: string;
}

export const noFront: FrontDocument = { total: 0, leads: '', tally: '' };

export const toFront = (total: number, first: readonly Lead[], tally: Tally): FrontDocument => ({
  total,
  leads: first.slice(0, pageSize).map(toLeadLine).join('\n'),
  tally: toTallyLines(tally),
});

/** As `look` would find it in the whole list without a filter. */
export function lookAtFront({ total, leads, tally }: FrontDocument, lexicon: Lexicon): Look {
  const found = leads === '' ? [] : leads.split('\n').map(parseLeadLine);
  const counted = parseTally(tally);
  const units = dictionaryOf(lexicon, unitDictionary);
  const ofUnits = unitsOf(counted).map(({ id, name, count }) => ({
    code: valueCode(units, name, `${id} ${name}`, () => unitSlug({ id, name })),
    count,
  }));
  const last = found.at(-1);
  return {
    leads: found,
    total,
    isNear: false,
    isTooMany: false,
    before: null,
    after: last && total > found.length ? toPlace('sau', last) : null,
    positions: new Uint32Array(0),
    counts: facets.map(({ name }) => {
      const dictionary = dictionaryOf(lexicon, name);
      return toCounts(
        valuesOfFacet(counted, name).map(({ label, count }) => ({
          code: valueCode(dictionary, label),
          count,
        })),
      );
    }),
    unitCounts: toCounts(ofUnits),
  };
}

/** By code; two spellings of one value are one. */
function toCounts(counted: readonly { code: number; count: number }[]): Uint32Array {
  const counts = new Uint32Array(Math.max(-1, ...counted.map(({ code }) => code)) + 1);
  for (const { code, count } of counted) if (code >= 0) counts[code]! += count;
  return counts;
}
