/**
 * Whether a text has a word that may be in an old encoding, in one pass: most words with à, é or ô are plain Vietnamese
 * and come again and again, so the harmless ones are remembered by their letters, without cutting them out.
 */
import { trait, traits } from './plain-text.ts';

/** No syllable is longer, and so many Latin-1 letters fit in two integers. */
const longest = 8;

/** Places for harmless words; a newcomer takes the place of whoever has it. */
const places = 4096;
const known = new Int32Array(2 * places);

/** Decided by Latin-1 letters alone: a letter that only Vietnamese has, or a digit, clears a word. */
const deciding = trait.latin1 | trait.foreign | trait.vietnamese | trait.digit;
const clearing = trait.vietnamese | trait.digit;

const placeOf = (early: number, late: number): number => {
  const mixed = Math.imul(early ^ Math.imul(late, 0x9e3779b1), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 15)) & (places - 1)) * 2;
};

export function hasSuspect(text: string, isHarmless: (word: string) => boolean): boolean {
  let seen = 0;
  let length = 0;
  // The letters of the word so far, one a byte: the last four, and those before them.
  let late = 0;
  let early = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 0;
    const now = traits[code] as number;
    if ((now & trait.word) !== 0) {
      seen |= now;
      length++;
      early = (early << 8) | (late >>> 24);
      late = (late << 8) | (code & 0xff);
      continue;
    }
    if ((seen & deciding) !== 0 && (seen & clearing) === 0) {
      const isShort = length <= longest && (seen & trait.foreign) === 0;
      const place = placeOf(early, late);
      if (!isShort || known[place] !== early || known[place + 1] !== late) {
        if (!isHarmless(text.slice(index - length, index))) return true;
        if (isShort) {
          known[place] = early;
          known[place + 1] = late;
        }
      }
    }
    seen = 0;
    length = 0;
    late = 0;
    early = 0;
  }
  return false;
}
