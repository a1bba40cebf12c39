/**
 * The runs of three words of a text, thrown into 512 bits. Texts that share four fifths of their runs have nearly the
 * same bits, so nearly all pairs of a tab are told apart without looking at a word.
 */
import { isPlainText } from '../plain-text.ts';
import { compareKey } from '../text.ts';

const bits = 512;
const integers = bits / 32;

export interface Sketch {
  bits: Int32Array;
  /** How many bits are 1. */
  ones: number;
  /** Runs, repeated ones too. */
  runs: number;
}

/** What a character is in a word: 0 until it is first met, one of these three, or its letter without case and marks. */
const between = 1;
const mark = 2;
const unknown = 3;
const folded = new Uint16Array(0x10000);

function fold(code: number): number {
  const letter = compareKey(String.fromCharCode(code)).normalize('NFD');
  const bare = letter.replace(/\p{M}/gu, '');
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  const value =
    isHalf || bare.length > 1
      ? unknown
      : bare === '' && letter !== ''
        ? mark
        : /[\p{L}\d]/u.test(bare)
          ? bare.charCodeAt(0)
          : between;
  folded[code] = value;
  return value;
}

const signs = /[^\p{L}\p{M}\d]+/gu;

/** Undefined for text with rare scripts, whose words cannot be told by single characters. */
export function sketchRuns(text: string): Sketch | undefined {
  return isPlainText(text)
    ? sketchWords(text)
    : sketchWords(compareKey(text.replace(/\n/g, ' ')).replace(signs, ' '));
}

function sketchWords(text: string): Sketch | undefined {
  const { length } = text;
  const found = new Int32Array(integers);
  let words = 0;
  let first = 0;
  let second = 0;
  let index = 0;
  while (index < length) {
    let word = 0;
    let letter = between;
    // A loop of its own for the letters of a word: the one branch in it goes the same way till the word ends.
    while (index < length) {
      const code = text.charCodeAt(index++);
      letter = folded[code] || fold(code);
      if (letter > unknown) word = Math.imul(word ^ letter, 0x9e3779b1) | 1;
      else if (letter !== mark || word === 0) break;
    }
    if (letter === unknown || (letter === mark && word === 0)) return undefined;
    if (word === 0) continue;
    words++;
    if (words > 2) {
      const bit = bitOf(first, second, word);
      found[bit >>> 5] = (found[bit >>> 5] as number) | (1 << (bit & 31));
    }
    first = second;
    second = word;
  }
  return {
    bits: found,
    ones: found.reduce((sum, some) => sum + ones(some), 0),
    runs: Math.max(0, words - 2),
  };
}

function bitOf(first: number, second: number, third: number): number {
  const mixed = Math.imul(first, 0x85ebca6b) ^ Math.imul(second, 0xc2b2ae35) ^ Math.imul(third, 0x27d4eb2f);
  return Math.imul(mixed ^ (mixed >>> 15), 0x9e3779b1) >>> 23;
}

function ones(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * False only for texts that share less than four fifths of their runs. Of n + m runs in two such texts at most a ninth
 * is not shared: 1/5 of all different ones, and all different ones are at most 5/9 of n + m. Bits differ by no more.
 */
export function mayBeNearCopies(one: Sketch, other: Sketch): boolean {
  let left = Math.floor((one.runs + other.runs) / 9);
  // Settles most pairs of a long list by two numbers.
  if (Math.abs(one.ones - other.ones) > left) return false;
  for (let index = 0; index < integers && left >= 0; index++)
    left -= ones((one.bits[index] as number) ^ (other.bits[index] as number));
  return left >= 0;
}
