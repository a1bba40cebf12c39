/** The search beside the plainest way to do it: every lead looked at, every word compared. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchWords } from '../../functions/domain/search-words.ts';
import { type Lead, toLead, toLeadLine } from '../../functions/listing/lead.ts';
import { search } from '../../functions/listing/search.ts';
import { shelfOf } from '../../functions/listing/shelf.ts';
import { aPublicRow } from './rows.ts';
import { slipsBetween } from './slips-between.ts';

const words = [
  'Hoa',
  'hòa',
  'Hoàng',
  'an',
  'ăn',
  'anh',
  'rừng',
  'tôm',
  'lúa',
  'xã',
  '18',
  'đất',
  'bà',
  'mỹ',
  'Minh',
];
/** As they may be typed. */
const typed = [
  ...words,
  'mĩ',
  'mi',
  'hoan',
  'hoaan',
  'rugn',
  'tômlúa',
  'ma',
  't',
  'r',
  'ừng',
  'ho',
  '17',
  'zzz',
];
const typedPhrase = fc
  .array(fc.constantFrom(...typed), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(' '));
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

const wordsIn = (lead: Omit<Lead, 'key'>, inName: boolean): string[] => {
  const { name, honorific, title, line, unit, above, position, sector, movement } = lead;
  return searchWords(
    inName ? name : [name, honorific, title, line, unit, above, position, sector, movement].join(' '),
  );
};

/** The one word here that is written in two ways. */
const isSpelt = (word: string, wanted: string): boolean =>
  word === wanted || (wanted === 'my' && word === 'mi') || (wanted === 'mi' && word === 'my');

/** The sum over the words of the query: 3 for the word, 2 for one that begins so where it is the last, double in the name. */
function scoreOf(lead: Omit<Lead, 'key'>, query: readonly string[], inName: boolean): number {
  const ofName = wordsIn(lead, true);
  const others = inName ? [] : wordsIn(lead, false);
  let sum = 0;
  for (const [index, wanted] of query.entries()) {
    const worth = (word: string, isInName: boolean): number => {
      const isBegun = index === query.length - 1 && wanted.length > 1 && word.startsWith(wanted);
      return (isSpelt(word, wanted) ? 3 : isBegun ? 2 : 0) * (isInName ? 2 : 1);
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

const calledBy = (asked: readonly string[]): readonly string[] =>
  asked.length > 1 && honorifics.has(asked[0]!) ? asked.slice(1) : [];

const shelfFrom = (documents: readonly Omit<Lead, 'key'>[][]) =>
  shelfOf(
    documents.map((leads) => leads.map((one) => toLeadLine({ ...one, key: '' })).join('\n')),
    [],
    '',
  );

it('finds the leads that have every word, and gives each the score of its best ones', () => {
  let found = 0;
  fc.assert(
    fc.property(parts, fc.oneof(phrase, typedPhrase), (documents, query) => {
      const shelf = shelfFrom(documents);
      const asked = searchWords(query);
      const called = calledBy(asked);
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

type Fits = (word: string) => boolean;

/** The query with one slip in it, in all ways: for each of its words, what a word of the lead must be. */
function withOneSlip(asked: readonly string[]): { fits: Fits[]; isFirstKept: boolean }[] {
  const written = asked.map(
    (wanted, index): Fits =>
      (word) =>
        isSpelt(word, wanted) || (index === asked.length - 1 && wanted.length > 1 && word.startsWith(wanted)),
  );
  const instead = (at: number, count: number, ...fits: Fits[]) => ({
    fits: written.toSpliced(at, count, ...fits),
    isFirstKept: at > 0,
  });
  const isWord =
    (wanted: string): Fits =>
    (word) =>
      word === wanted;
  return asked.flatMap((wanted, at) => {
    const isVague = /^\d+$/.test(wanted) || (wanted.length < 3 && asked.join('').length - wanted.length < 3);
    const slipped: Fits = (word) => !isVague && slipsBetween(word, wanted) === 1;
    const next = asked[at + 1];
    return [
      instead(at, 1, slipped),
      ...(next === undefined ? [] : [instead(at, 2, isWord(wanted + next))]),
      ...[...wanted]
        .slice(1)
        .map((_, end) => instead(at, 1, isWord(wanted.slice(0, end + 1)), isWord(wanted.slice(end + 1)))),
    ];
  });
}

it('finds those that have every word but for one slip, where nobody has them as they are written', () => {
  let found = 0;
  fc.assert(
    fc.property(parts, typedPhrase, (documents, query) => {
      const asked = searchWords(query);
      const called = calledBy(asked);
      const leads = documents.flat();
      const isExact = (one: Omit<Lead, 'key'>): boolean =>
        scoreOf(one, asked, false) > 0 || (called.length > 0 && scoreOf(one, called, true) > 0);
      fc.pre(!leads.some(isExact));
      const has = (of: readonly string[], fits: readonly Fits[]): boolean =>
        fits.every((fit) => of.some(fit));
      const ways = withOneSlip(asked);
      const expected = leads.flatMap((one, position) =>
        ways.some(
          ({ fits, isFirstKept }) =>
            has(wordsIn(one, false), fits) ||
            (isFirstKept && called.length > 0 && has(wordsIn(one, true), fits.slice(1))),
        )
          ? [position]
          : [],
      );
      const { positions, isNear } = search(shelfFrom(documents), query);
      if (expected.length === 0) return isNear || positions.length === 0;
      found += 1;
      expect([...positions]).toEqual(expected);
      return isNear;
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(80);
});
