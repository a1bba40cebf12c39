/**
 * Nearly all text in a sheet is already clean: composed, single spaces, nothing invisible. One pass over its characters
 * tells, so that the careful work of text.ts is done only where there is something to do.
 */

/** What the pass finds out about each character, as bits. */
export const trait = {
  /** Anything that cleaning could change or must refuse; every character is odd unless listed below. */
  odd: 1,
  /** The space and the line feed: two of them side by side, or one at an end, are not clean. */
  gap: 2,
  lineFeed: 4,
  digit: 8,
  /** Letters, digits and the signs that are letters in the old encodings. */
  word: 16,
  /** In words: from U+00A1 to U+00FF, where the old encodings and Unicode meet. */
  latin1: 32,
  /** In words: letters of Vietnamese that no Latin-1 text has. */
  vietnamese: 64,
  /** In words: any other letter. */
  foreign: 128,
  /** Of a whole text: a word of it may be in an old encoding. */
  suspect: 256,
} as const;

type Range = readonly [first: number, last: number];

/** Composed, visible, one UTF-16 unit, no mark: Latin letters, signs of prose, currency, arrows, bullets. */
const plain: readonly Range[] = [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x24f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20bf],
  [0x2190, 0x2265],
  [0x25a0, 0x25ff],
];

const digits: Range = [0x30, 0x39];
const words: readonly Range[] = [digits, [0x41, 0x5a], [0x61, 0x7a]];

const vietnamese: readonly Range[] = [
  [0x102, 0x103],
  [0x110, 0x111],
  [0x128, 0x129],
  [0x168, 0x169],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1ea0, 0x1ef9],
];

/** Every UTF-16 unit has its place: a test for the end of the table would cost more than the bytes. */
export const traits = new Uint8Array(0x10000).fill(trait.odd);

const give = (ranges: readonly Range[], bits: number): void => {
  for (const [first, last] of ranges)
    for (let code = first; code <= last; code++) traits[code] = (traits[code] as number) | bits;
};

for (const [first, last] of plain) traits.fill(0, first, last + 1);
give([[0x20, 0x20]], trait.gap);
traits[0x0a] = trait.gap | trait.lineFeed;
give(words, trait.word);
give([digits], trait.digit);
give([[0xa1, 0xff]], trait.word | trait.latin1);
give(
  [
    [0x100, 0x24f],
    [0x3bc, 0x3bc],
    [0x1e00, 0x1eff],
  ],
  trait.word | trait.foreign,
);
for (const [first, last] of vietnamese)
  for (let code = first; code <= last; code++) traits[code] = trait.word | trait.vietnamese;

/** The traits of all characters together; odd also when gaps are not where a clean text has them. */
function survey(text: string): number {
  let seen = 0;
  let gaps = 0;
  let before: number = trait.gap;
  for (let index = 0; index < text.length; index++) {
    const now = traits[text.charCodeAt(index)] as number;
    seen |= now;
    gaps |= now & before;
    before = now;
  }
  return ((gaps | before) & trait.gap) === 0 ? seen : seen | trait.odd;
}

/** Whether `cleanText` would give it back as it is. False for some clean text too: that costs time, nothing else. */
export const isPlainLine = (text: string): boolean => (survey(text) & (trait.odd | trait.lineFeed)) === 0;

/** Whether `cleanLongText` would give it back as it is; as above. */
export const isPlainText = (text: string): boolean => (survey(text) & trait.odd) === 0;

/** Whether a text begins with a visible character that stays what it is, whatever follows but a mark. */
export const beginsPlain = (text: string): boolean =>
  text.length > 0 && ((traits[text.charCodeAt(0)] as number) & (trait.odd | trait.gap)) === 0;
