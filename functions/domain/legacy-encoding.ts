/**
 * Text in the pre-Unicode encodings TCVN3 (ABC, fonts ".Vn…") and VNI, pasted into a Unicode cell: found out, and the
 * right text proposed. State offices still keep such files. Nothing is converted without being asked.
 */
import { createSurvey } from './legacy-suspects.ts';
import { tcvn3Letters, vniLetters } from './legacy-tables.ts';
import { trait } from './plain-text.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

export type LegacyEncoding = 'tcvn3' | 'vni';

const encodings = ['tcvn3', 'vni'] as const;

const letters: Record<LegacyEncoding, readonly (readonly [string, string])[]> = {
  tcvn3: tcvn3Letters,
  vni: vniLetters,
};

/** Some typing programs put a small mark after a capital: "Aán" for "Ấn". */
const smallMark = ([unicode, legacy]: readonly [string, string]): [string, string][] =>
  legacy.length === 2 ? [[unicode, legacy.charAt(0) + legacy.charAt(1).toLowerCase()]] : [];

const invert = (pairs: readonly (readonly [string, string])[]): Map<string, string> =>
  new Map([...pairs.flatMap(smallMark), ...pairs].map(([unicode, legacy]) => [legacy, unicode]));

const toUnicode: Record<LegacyEncoding, Map<string, string>> = {
  tcvn3: invert(tcvn3Letters),
  vni: invert(vniLetters),
};

/** Pairs before single characters: VNI writes most letters as a base letter and a mark. */
const piecesOf = (table: Map<string, string>): RegExp =>
  new RegExp([...table.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

const pieces: Record<LegacyEncoding, RegExp> = {
  tcvn3: piecesOf(toUnicode.tcvn3),
  vni: piecesOf(toUnicode.vni),
};

/** Unicode → old encoding. TCVN3 has no capitals with tones: fonts of capitals show the small ones. */
export function toLegacy(text: string, encoding: LegacyEncoding): string {
  const table = new Map(letters[encoding]);
  return [...text.normalize('NFC')]
    .map((letter) => table.get(letter) ?? table.get(letter.toLowerCase()) ?? letter)
    .join('');
}

/** Old encoding → Unicode, blindly: what is not in the table stays. */
export const fromLegacy = (text: string, encoding: LegacyEncoding): string =>
  text
    .normalize('NFC')
    .replace(/\u03bc/g, '\u00b5')
    .replace(pieces[encoding], (piece) => toUnicode[encoding].get(piece) ?? piece);

/** Letters of Vietnamese that no Latin-1 text has: their presence means that a part, at least, is Unicode. */
const unicodeOnly = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/;

const notAscii = /[^\u0020-\u007e]/;

/** Signs of prose that the old encodings also use as letters: alone, or beside a digit, they are what they seem. */
const unitWords = new Set(['µm', '\u03bcm']);

/** Words: letters, digits and the Latin-1 signs that are letters in TCVN3; the soft hyphen is its ư. */
const words = /[A-Za-z0-9\u00a1-\u024f\u03bc\u1e00-\u1eff]+/g;

const withoutQuotes = (word: string): string => word.replace(/^[«»·]+|[«»·©®]+$/g, '');

/** "NGUYễN" → "NGUYỄN": in fonts of capitals every letter is a capital. */
function inCapitals(word: string, decoded: string): string {
  const ascii = word.replace(/[^A-Za-z]/g, '');
  return ascii.length > 1 && ascii === ascii.toUpperCase() ? decoded.toUpperCase() : decoded;
}

interface Word {
  text: string;
  decoded: string;
  /** Spelled as Vietnamese as it stands. */
  reads: boolean;
  /** Spelled as Vietnamese only once decoded. */
  suspect: boolean;
}

const readsAsItIs = (text: string): boolean => isVietnameseSyllable(withoutQuotes(text), true);

/** May be in an old encoding: letters of Latin-1 and no Vietnamese syllable. */
const isOdd = (text: string): boolean =>
  text.length > 1 &&
  notAscii.test(text) &&
  !unicodeOnly.test(text) &&
  !/\d/.test(text) &&
  !unitWords.has(text) &&
  !readsAsItIs(text);

function toWord(text: string, encoding: LegacyEncoding): Word {
  const decoded = inCapitals(text, fromLegacy(text, encoding));
  const suspect = isOdd(text) && decoded !== text && isVietnameseSyllable(decoded);
  return { text, decoded, reads: readsAsItIs(text), suspect };
}

/** Words that speak for the encoding, less those that speak against; 0 or less is no finding. */
function weigh(list: readonly Word[], mixed: boolean): number {
  const suspects = list.filter((word) => word.suspect).length;
  const foreign = list.filter((word) => !word.reads && !word.suspect && /[^\d]/.test(word.text)).length;
  if (suspects === 0 || foreign > suspects) return 0;
  if (suspects === 1 && (mixed || foreign > 0 || list.length === 1)) return 0;
  return suspects * 2 - foreign;
}

/**
 * A word that reads well decoded is decoded; one that only reads well as it stands is kept. Where both do, the rest of
 * the text decides: in a text that is partly Unicode it is kept.
 */
function choose(word: Word, mixed: boolean): string {
  if (word.suspect) return word.decoded;
  if (word.reads && (mixed || !isVietnameseSyllable(word.decoded))) return word.text;
  return mixed ? word.text : word.decoded;
}

/** No text is found in an old encoding without a word that reads well in it and not as it stands. */
const isHarmless = (text: string): boolean =>
  !isOdd(text) || !encodings.some((encoding) => toWord(text, encoding).suspect);

/** What kinds of characters the text has, and whether a word is suspect: what most cells need, in one pass. */
export const surveyText = createSurvey(isHarmless);

export function detectLegacyEncoding(text: string): { encoding: LegacyEncoding; proposed: string } | null {
  const composed = text.normalize('NFC');
  if ((surveyText(composed) & trait.suspect) === 0) return null;
  const found = composed.match(words) ?? [];
  const mixed = unicodeOnly.test(composed);
  const readings = encodings.map((encoding) => {
    const list = found.map((word) => toWord(word, encoding));
    return { encoding, list, weight: weigh(list, mixed) };
  });
  const best = readings.reduce((a, b) => (b.weight > a.weight ? b : a));
  if (best.weight <= 0) return null;
  const chosen = best.list.map((word) => choose(word, mixed));
  let next = 0;
  return {
    encoding: best.encoding,
    proposed: composed.replace(words, () => chosen[next++] as string).normalize('NFC'),
  };
}
