/** What a search found, best first. */
import { searchWords } from '../domain/search-words.ts';
import { compareKey } from '../domain/text.ts';
import type { Lead } from './lead.ts';
import type { Hits } from './search.ts';
import { leadOf, type Shelf } from './shelf.ts';

/** More than anybody reads; with them a reader is asked for another word or a filter. */
export const mostResults = 500;

/** Looked at one by one for the words exactly as written. */
const closeLook = 50;

/**
 * Equals in the order of the roll; names that hold the query as written, marks and all, go before. `positions` are some
 * of the hits', ascending.
 */
export function rank(shelf: Shelf, positions: Uint32Array, hits: Hits, query: string): Uint32Array {
  const byScore: number[][] = [];
  let at = 0;
  for (const position of positions) {
    while (hits.positions[at] !== position) at += 1;
    const score = hits.scores[at]!;
    const equals = byScore[score];
    if (equals) equals.push(position);
    else byScore[score] = [position];
  }
  const ranked: number[] = [];
  for (let score = byScore.length - 1; score > 0 && ranked.length < mostResults; score -= 1)
    for (const position of byScore[score] ?? []) if (ranked.length < mostResults) ranked.push(position);
  const top = ranked.slice(0, closeLook);
  const closenessOf = closenessTo(query);
  const closeness = new Map(top.map((position) => [position, closenessOf(leadOf(shelf, position))]));
  // The sort is stable: equals stay as they are.
  const first = top.toSorted((a, b) => closeness.get(b)! - closeness.get(a)!);
  return Uint32Array.from([...first, ...ranked.slice(closeLook)]);
}

/** 2 for the query as it is written, 1 for its words in a row, in the name or else the title. */
function closenessTo(query: string): (lead: Lead) => 0 | 1 | 2 {
  const words = searchWords(query).join(' ');
  const written = compareKey(query);
  return ({ name, title }) => {
    const within = [name, title].find((text) => searchWords(text).join(' ').includes(words));
    if (within === undefined) return 0;
    return compareKey(within).includes(written) ? 2 : 1;
  };
}
