/** How many leads each value of each filter has, and each unit: kept as a generation goes on, so that the first page need not count. */
import { facets } from './facets.ts';
import type { Lead } from './lead.ts';

/** By "facet ⇥ value", "don-vi ⇥ plan ⇥ unit ⇥ name" and "ngay ⇥ plan ⇥ days"; none is 0. */
export type Tally = Map<string, number>;

const unitMark = 'don-vi';
const daysMark = 'ngay';

const valuesOf = (lead: Lead): string[] => [
  ...facets.flatMap(({ name, read }) => {
    const value = read(lead);
    return value === '' ? [] : [`${name}\t${value}`];
  }),
  `${unitMark}\t${lead.planId}\t${lead.unitId}\t${lead.unit}`,
  ...(lead.days === '' ? [] : [`${daysMark}\t${lead.planId}\t${lead.days}`]),
];

/** `by` is 1 for a lead that came, -1 for one that went. */
export function count(tally: Tally, lead: Lead, by: 1 | -1): void {
  for (const value of valuesOf(lead)) {
    const next = (tally.get(value) ?? 0) + by;
    if (next === 0) tally.delete(value);
    else tally.set(value, next);
  }
}

export const toTallyLines = (tally: Tally): string =>
  [...tally]
    .map(([value, times]) => `${value}\t${times}`)
    .sort()
    .join('\n');

export const parseTally = (lines: string): Tally =>
  new Map(
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const end = line.lastIndexOf('\t');
        return [line.slice(0, end), Number(line.slice(end + 1))];
      }),
  );

export interface CountedUnit {
  planId: string;
  id: string;
  name: string;
  count: number;
}

export const unitsOf = (tally: Tally): CountedUnit[] =>
  [...tally].flatMap(([value, times]) => {
    const [mark, planId = '', id = '', name = ''] = value.split('\t');
    return mark === unitMark ? [{ planId, id, name, count: times }] : [];
  });

/** How many of a plan's leads were recognised after so many days. */
export const daysOf = (tally: Tally, planId: string): Map<number, number> => {
  const mine = `${daysMark}\t${planId}\t`;
  return new Map(
    [...tally].flatMap(([value, times]) =>
      value.startsWith(mine) ? [[Number(value.slice(mine.length)), times]] : [],
    ),
  );
};

/** Values of one facet. */
export const valuesOfFacet = (tally: Tally, facet: string): { label: string; count: number }[] =>
  [...tally].flatMap(([value, times]) =>
    value.startsWith(`${facet}\t`) ? [{ label: value.slice(facet.length + 1), count: times }] : [],
  );
