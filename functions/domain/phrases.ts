/** Words of a text and their runs of three, as numbers: what texts are compared by, however they were typed. */
import { memo } from './memo.ts';
import { cleanLongText, compareKey } from './text.ts';

/** Each once, ascending. Of two texts in a million one phrase would be taken for another. */
export type Numbers = Uint32Array;

const wordPattern = /[\p{L}\p{M}\d]+/gu;

/** FNV-1a, mixed once more so that its smallest values are as good as any. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return mix(value);
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/** Equal for words that a reader would call the same. A text has few words that no other text has. */
const numberOf = memo(16_384, (word) => hash(compareKey(word)));

const phraseOf = (first: number, second: number, third: number): number =>
  mix(Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x27d4eb2f) ^ third);

const runLength = 3;

export interface TextNumbers {
  /** Runs of three words, none across two of the texts. */
  phrases: Numbers;
  /** Words with digits in them. */
  figures: Numbers;
}

export function readTexts(texts: readonly string[]): TextNumbers {
  const phrases: number[] = [];
  const figures: number[] = [];
  for (const text of texts) {
    const words = cleanLongText(text).match(wordPattern) ?? [];
    let first = 0;
    let second = 0;
    words.forEach((word, index) => {
      const third = numberOf(word);
      if (index >= runLength - 1) phrases.push(phraseOf(first, second, third));
      if (/\d/.test(word)) figures.push(third);
      first = second;
      second = third;
    });
  }
  return { phrases: toNumbers(phrases), figures: toNumbers(figures) };
}

function toNumbers(values: readonly number[]): Numbers {
  const sorted = Uint32Array.from(values).sort();
  let count = 0;
  for (const value of sorted) if (count === 0 || value !== sorted[count - 1]) sorted[count++] = value;
  return sorted.slice(0, count);
}

/** How many numbers are in both. */
export function countShared(one: Numbers, other: Numbers): number {
  let shared = 0;
  let at = 0;
  for (const value of one) {
    while (at < other.length && (other[at] as number) < value) at += 1;
    if (other[at] === value) shared += 1;
  }
  return shared;
}

export interface Part {
  text: string;
  /** Whether each of the words stands in a run that the other text has, too. */
  shared: boolean;
}

/** The text cut where what it shares with another one begins and ends; the parts joined are the text. */
export function sharedParts(text: string, others: Numbers): Part[] {
  const clean = cleanLongText(text);
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end } of sharedSpans(clean, new Set(others))) {
    parts.push(
      { text: clean.slice(at, start), shared: false },
      { text: clean.slice(start, end), shared: true },
    );
    at = end;
  }
  parts.push({ text: clean.slice(at), shared: false });
  return parts.filter((part) => part.text !== '');
}

interface Span {
  start: number;
  end: number;
}

/** From the first to the last letter of what is shared; words that follow one another are one span, with what is between them. */
function sharedSpans(clean: string, others: ReadonlySet<number>): Span[] {
  const words = Array.from(clean.matchAll(wordPattern), ({ 0: word, index }) => ({
    number: numberOf(word),
    start: index,
    end: index + word.length,
  }));
  const isShared = new Uint8Array(words.length);
  words.forEach(({ number }, index) => {
    const [first, second] = [words[index - 2], words[index - 1]];
    if (first && second && others.has(phraseOf(first.number, second.number, number)))
      isShared.fill(1, index - 2, index + 1);
  });
  const spans: Span[] = [];
  words.forEach(({ start, end }, index) => {
    if (isShared[index] === 0) return;
    const last = spans.at(-1);
    if (last && isShared[index - 1] === 1) last.end = end;
    else spans.push({ start, end });
  });
  return spans;
}
