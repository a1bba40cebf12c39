/**
 * The pass of plain-text.ts that also looks at each word: may it be in an old encoding? Most words with à, é or ô are plain
 * Vietnamese and come again and again, so harmless ones are remembered by their letters, without cutting them out.
 */
import { trait, traits } from './plain-text.ts';

type Ask = (word: string) => boolean;

/** No syllable is longer, and so many Latin-1 letters fit in two integers. */
const longest = 8;

/** Harmless words, two to a place: with one, two common words of one place would drive each other out all the time. */
const places = 2048;

/** A word is in doubt by its Latin-1 letters; a letter that only Vietnamese has, or a digit, clears it. */
const doubt = trait.latin1 | trait.foreign;
const isDoubtful = (word: number): boolean =>
  (word & doubt) !== 0 && (word & (trait.vietnamese | trait.digit)) === 0;

/** The upper bits of a product depend on all letters, "Nhân" and "nhân" apart. */
const placeOf = (early: number, late: number): number =>
  (Math.imul(early ^ Math.imul(late, 0x9e3779b1), 0x85ebca6b) >>> 21) * 4;

/** Remembers the words found harmless; whoever comes to a full place drives out the older of the two. */
function rememberWords(isHarmless: Ask): (text: string, from: number, to: number) => boolean {
  const known = new Int32Array(4 * places);
  return (text, from, to) => {
    // The letters, one a byte: the last four, and those before them.
    let early = 0;
    let late = 0;
    for (let index = from; index < to; index++) {
      early = (early << 8) | (late >>> 24);
      late = (late << 8) | text.charCodeAt(index);
    }
    const place = placeOf(early, late);
    if (known[place] === early && known[place + 1] === late) return true;
    if (known[place + 2] === early && known[place + 3] === late) return true;
    if (!isHarmless(text.slice(from, to))) return false;
    known.copyWithin(place + 2, place, place + 2);
    known[place] = early;
    known[place + 1] = late;
    return true;
  };
}

/**
 * Gives the traits of all characters of a text together, `suspect` where a word is not harmless, `odd` where gaps are not
 * as in clean text. Only words of Latin-1 letters are asked about, and rarely twice.
 */
export function createSurvey(isHarmless: Ask): (text: string) => number {
  const isKnown = rememberWords(isHarmless);
  const isFine = (text: string, from: number, to: number, word: number): boolean =>
    to - from > longest || (word & trait.foreign) !== 0
      ? isHarmless(text.slice(from, to))
      : isKnown(text, from, to);
  return (text) => {
    const { length } = text;
    let seen = 0;
    let gaps = 0;
    let before: number = trait.gap;
    let index = 0;
    while (index < length) {
      const from = index;
      let word = 0;
      let now = 0;
      // A loop of its own for the letters of a word: the one branch in it goes the same way till the word ends.
      while (index < length) {
        now = traits[text.charCodeAt(index++)] as number;
        if ((now & trait.word) === 0) break;
        word |= now;
      }
      if (word !== 0) {
        const to = (now & trait.word) === 0 ? index - 1 : index;
        if (isDoubtful(word) && !isFine(text, from, to, word)) return trait.odd | trait.suspect;
        seen |= word;
        before = word;
      }
      seen |= now;
      gaps |= now & before;
      before = now;
    }
    return ((gaps | before) & trait.gap) === 0 ? seen : seen | trait.odd;
  };
}
