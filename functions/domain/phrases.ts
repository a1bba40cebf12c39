/** Words of a text and their runs of three: what texts are compared by, however they were typed. */
import { memo } from './memo.ts';
import { cleanLongText, compareKey } from './text.ts';

export interface Word {
  /** Equal for words that a reader would call the same. */
  key: string;
  /** Where it stands in the text. */
  start: number;
  end: number;
}

const wordPattern = /[\p{L}\p{M}\d]+/gu;

/** A text has few words that no other text has. */
const keyOf = memo(16_384, compareKey);

/** Of a text as `cleanLongText` gives it. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    key: keyOf(word),
    start: index,
    end: index + word.length,
  }));

export const runLength = 3;

/** Runs of three words, none across two of the texts. */
export function phrasesOf(texts: readonly string[]): Set<string> {
  const phrases = new Set<string>();
  for (const text of texts) {
    const words = cleanLongText(text).match(wordPattern) ?? [];
    let first = '';
    let second = '';
    for (const word of words) {
      const third = keyOf(word);
      if (first !== '') phrases.add(`${first} ${second} ${third}`);
      first = second;
      second = third;
    }
  }
  return phrases;
}

/** Numbers in the texts, without their units. */
export const figuresOf = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap((text) => cleanLongText(text).match(/\d+/g) ?? []));

/** How many of the smaller set are in the larger one. */
export function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const phrase of few) if (many.has(phrase)) shared += 1;
  return shared;
}

export interface Part {
  text: string;
  /** Whether the other text has these words in this order, too. */
  shared: boolean;
}

/** The text cut where what it shares with another one begins and ends; the parts joined are the text. */
export function sharedParts(text: string, others: ReadonlySet<string>): Part[] {
  const clean = cleanLongText(text);
  const words = wordsOf(clean);
  const spans: { start: number; end: number }[] = [];
  for (let index = 0; index + runLength <= words.length; index += 1) {
    const run = words.slice(index, index + runLength);
    if (!others.has(run.map(({ key }) => key).join(' '))) continue;
    const [start, end] = [(run[0] as Word).start, (run[runLength - 1] as Word).end];
    const last = spans.at(-1);
    // The next word continues what is shared, with the space and the comma between them.
    if (last && index > 0 && last.end >= (words[index - 1] as Word).end) last.end = end;
    else spans.push({ start, end });
  }
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(
      { text: clean.slice(at, start), shared: false },
      { text: clean.slice(start, end), shared: true },
    );
    at = end;
  }
  parts.push({ text: clean.slice(at), shared: false });
  return parts.filter((part) => part.text !== '');
}
