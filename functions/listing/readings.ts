/** How the words of a query may be read: as they are written, with slips, without one of them. */
import { type Lexicon, nearWords } from './lexicon.ts';
import type { Candidate } from './match.ts';
import { cutsOf, isNumber, oneSlipFrom, otherSpelling } from './slips.ts';

export interface Query {
  lexicon: Lexicon;
  words: readonly string[];
  /** For each word, what may stand for it without any slip. */
  asWritten: readonly Candidate[][];
  isCalled: boolean;
}

export interface Reading {
  /** For each word all that may stand for it; a word that nothing stands for finds nothing. */
  wanted: readonly (readonly Candidate[])[];
  /** The first word is how people are called: whose name has all others is found too, whatever stands before it. */
  isCalled: boolean;
}

const weights = { exact: 3, begun: 2, slip: 1 };
/** Of a word typed as two: as much as one of them with a slip and the other without. */
const joinedWeight = weights.exact + weights.slip;

const mostCandidates = 40;

/**
 * How people are called before their name, without marks. The row says "Ông" where a neighbour writes "chú"; as words of
 * their own they also stand in "cô giáo" and "chị em".
 */
const honorifics: ReadonlySet<string> = new Set([
  'ong',
  'ba',
  'anh',
  'chi',
  'co',
  'chu',
  'bac',
  'em',
  'cu',
  'thay',
]);

export const toQuery = (lexicon: Lexicon, words: readonly string[]): Query => ({
  lexicon,
  words,
  asWritten: words.map((word, index) => [
    ...known(lexicon, [word, otherSpelling(word) ?? word], weights.exact),
    ...(index === words.length - 1 ? begunBy(lexicon, word) : []),
  ]),
  isCalled: words.length > 1 && honorifics.has(words[0]!),
});

/** Tried in turn until something is found; all but the first find only what is nearly meant. */
export const waysToRead: readonly ((query: Query) => Reading[])[] = [
  ({ asWritten, isCalled }) => [{ wanted: asWritten, isCalled }],
  withOneSlip,
  withSlipsInEach,
  withTwoInUnknown,
  withoutOne,
];

/** The fewer a slip touches, the surer is what is found: all other words stand there as they were typed. */
function withOneSlip(query: Query): Reading[] {
  const { lexicon, words } = query;
  const letters = words.join('').length;
  // Alone or beside another such, a word of two letters could be any other.
  const slipped = words.flatMap((word, at) =>
    Math.max(word.length, letters - word.length) < 3 ? [] : [instead(query, at, 1, [slipsOf(lexicon, word)])],
  );
  const joined = words
    .slice(1)
    .map((word, at) => instead(query, at, 2, [known(lexicon, [words[at]! + word], joinedWeight)]));
  const cut = words.flatMap((word, at) =>
    cutsOf(word).map((parts) =>
      instead(
        query,
        at,
        1,
        parts.map((part) => known(lexicon, [part], weights.slip)),
      ),
    ),
  );
  return [...slipped, ...joined, ...cut];
}

function withSlipsInEach({ lexicon, words, asWritten, isCalled }: Query): Reading[] {
  const wanted = words.map((word, at) =>
    word.length < 3 ? asWritten[at]! : [...asWritten[at]!, ...slipsOf(lexicon, word)],
  );
  return [{ wanted, isCalled }];
}

/** Words that are known stay as they are: where others need two slips, a slip in each would find everybody. */
function withTwoInUnknown({ lexicon, words, asWritten, isCalled }: Query): Reading[] {
  const isUnknown = (word: string): boolean => !lexicon.words.has(word) && !isNumber(word);
  const isFar = (word: string): boolean => isUnknown(word) && word.length >= 4;
  if (!words.some(isFar)) return [];
  const wanted = words.map((word, at) => {
    if (isFar(word)) return twoSlipsFrom(lexicon, word);
    return isUnknown(word) ? slipsOf(lexicon, word) : asWritten[at]!;
  });
  return [{ wanted, isCalled }];
}

/** At least two words stay, not counting what somebody is called. */
function withoutOne(query: Query): Reading[] {
  const from = query.isCalled ? 1 : 0;
  if (query.words.length - from < 3) return [];
  return query.words.slice(from).map((_, at) => instead(query, from + at, 1, []));
}

/** As written, with something else in the place of some words. */
const instead = (
  { asWritten, isCalled }: Query,
  at: number,
  count: number,
  others: readonly Candidate[][],
): Reading => ({ wanted: asWritten.toSpliced(at, count, ...others), isCalled: isCalled && at > 0 });

const slipsOf = (lexicon: Lexicon, word: string): Candidate[] =>
  known(lexicon, oneSlipFrom(word), weights.slip);

const known = ({ words }: Lexicon, spelt: Iterable<string>, weight: number): Candidate[] =>
  [...new Set(spelt)].flatMap((one) => {
    const word = words.get(one);
    return word === undefined ? [] : [{ word, weight }];
  });

const begunBy = (lexicon: Lexicon, word: string): Candidate[] =>
  word.length < 2 ? [] : nearOnes(lexicon, word, { prefix: true }, weights.begun);

const twoSlipsFrom = (lexicon: Lexicon, word: string): Candidate[] =>
  nearOnes(lexicon, word, { fuzzy: 2, maxFuzzy: 2 }, weights.slip);

const nearOnes = (
  lexicon: Lexicon,
  word: string,
  options: { prefix?: boolean; fuzzy?: number; maxFuzzy?: number },
  weight: number,
): Candidate[] =>
  nearWords(lexicon)
    .search(word, options)
    .slice(0, mostCandidates)
    .filter(({ id }) => id !== lexicon.words.get(word))
    .map(({ id }) => ({ word: Number(id), weight }));
