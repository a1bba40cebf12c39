/** The search beside the plainest way to do it: every lead looked at, every word compared. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchWords } from '../../functions/domain/search-words.ts';
import { type Lead, toLead, toLeadLine } from '../../functions/listing/lead.ts';
import { search } from '../../functions/listing/search.ts';
import { shelfOf } from '../../functions/listing/shelf.ts';
import { aPublicRow } from './rows.ts';

const words = ['Hoa', 'hòa', 'Hoàng', 'an', 'ăn', 'anh', 'rừng', 'tôm', 'lúa', 'xã', '18', 'đất', 'bà'];
/** Of these words; before a name they need not stand in the row. */
const honorifics = new Set(['ba', 'anh']);
const phrase = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 })
  .map((all) => all.join(' '));
const lead = fc
  .record({
    name: phrase,
    title: phrase,
    unit: phrase,
    honorific: fc.constantFrom('Bà', 'Ông', ''),
    position: phrase,
    sector: fc.constantFrom('Đất rừng', ''),
    movement: fc.constantFrom('Xã lúa', 'Tôm an', ''),
  })
  .map((fields): Omit<Lead, 'key'> => toLead(aPublicRow({ ...fields, keyResults: 'x', unitPath: [] })));
/** Parts of the roll, one of them perhaps with a single lead. */
const parts = fc.array(fc.array(lead, { minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 4 });

/** The sum over the words of the query: 3 for the word, 2 for one that begins so where it is the last, double in the name. */
function scoreOf(lead: Omit<Lead, 'key'>, query: readonly string[], inName: boolean): number {
  const { name, honorific, title, line, unit, above, position, sector, movement } = lead;
  const ofName = searchWords(name);
  const others = inName
    ? []
    : searchWords([honorific, title, line, unit, above, position, sector, movement].join(' '));
  let sum = 0;
  for (const [index, wanted] of query.entries()) {
    const worth = (word: string, isInName: boolean): number => {
      const isBegun = index === query.length - 1 && wanted.length > 1 && word.startsWith(wanted);
      return (word === wanted ? 3 : isBegun ? 2 : 0) * (isInName ? 2 : 1);
    };
    const best = Math.max(
      0,
      ...ofName.map((word) => worth(word, true)),
      ...others.map((word) => worth(word, false)),
    );
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
}

it('finds the leads that have every word, and gives each the score of its best ones', () => {
  let found = 0;
  fc.assert(
    fc.property(parts, phrase, (documents, query) => {
      const shelf = shelfOf(
        documents.map((leads) => leads.map((one) => toLeadLine({ ...one, key: '' })).join('\n')),
        [],
        '',
      );
      const asked = searchWords(query);
      const called = asked.length > 1 && honorifics.has(asked[0]!) ? asked.slice(1) : [];
      const expected = documents.flat().flatMap((one, position) => {
        const score = scoreOf(one, asked, false) || (called.length > 0 ? scoreOf(one, called, true) : 0);
        return score > 0 ? [[position, score]] : [];
      });
      const { positions, scores, isNear } = search(shelf, query);
      // Where nobody has these words, words like them are looked for.
      if (expected.length === 0) return isNear || positions.length === 0;
      found += 1;
      expect([...positions].map((position, at) => [position, scores[at]])).toEqual(expected);
      return !isNear;
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(100);
});
