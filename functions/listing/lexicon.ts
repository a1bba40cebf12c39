/**
 * Numbers for words and for the values of filters, shared by all documents of the roll. It only grows: a number once
 * given stays, so a document that did not change need not be read again.
 */
import MiniSearch from 'minisearch';
import { toSlug } from '../domain/public-row.ts';
import { wordsOfWritten } from '../domain/search-words.ts';

/** Values of one filter; two spellings with one slug are one value. */
export interface Dictionary {
  codes: Map<string, number>;
  slugs: string[];
  labels: string[];
  /** Values as they were met, so that each is made a slug once; -1 for one that leaves nothing of itself in an address. */
  met: Map<string, number>;
}

export interface Lexicon {
  words: Map<string, number>;
  byNumber: string[];
  /** Numbers of the words that stand between two blanks, as they were met. */
  written: Map<string, readonly number[]>;
  /** Finds words that begin like, or are nearly, another: made when somebody searches. */
  near: MiniSearch<{ id: number; word: string }>;
  dictionaries: Map<string, Dictionary>;
}

export const createLexicon = (): Lexicon => ({
  words: new Map(),
  byNumber: [],
  written: new Map(),
  near: new MiniSearch({ fields: ['word'], tokenize: (text) => [text], processTerm: (term) => term }),
  dictionaries: new Map(),
});

export function wordNumber(lexicon: Lexicon, word: string): number {
  const known = lexicon.words.get(word);
  if (known !== undefined) return known;
  const fresh = lexicon.byNumber.length;
  lexicon.words.set(word, fresh);
  lexicon.byNumber.push(word);
  return fresh;
}

/** Misspelt, a word is written in many ways; those met last are kept. */
const mostWritten = 50_000;

export function numbersOfWritten(lexicon: Lexicon, written: string): readonly number[] {
  const known = lexicon.written.get(written);
  if (known) return known;
  if (lexicon.written.size >= mostWritten) lexicon.written.clear();
  const fresh = wordsOfWritten(written).map((word) => wordNumber(lexicon, word));
  lexicon.written.set(copied(written), fresh);
  return fresh;
}

/** With all words that have a number. */
export function nearWords({ near, byNumber }: Lexicon): Lexicon['near'] {
  for (let id = near.documentCount; id < byNumber.length; id += 1) near.add({ id, word: byNumber[id]! });
  return near;
}

export function dictionaryOf({ dictionaries }: Lexicon, name: string): Dictionary {
  const known = dictionaries.get(name);
  if (known) return known;
  const fresh: Dictionary = { codes: new Map(), slugs: [], labels: [], met: new Map() };
  dictionaries.set(name, fresh);
  return fresh;
}

/** A piece of a text keeps the whole text in memory; a copy does not. */
const copied = (text: string): string => Buffer.from(text).toString();

/** -1 for a value that leaves nothing to write in an address. `met` tells values of one label apart. */
export function valueCode(
  dictionary: Dictionary,
  label: string,
  met = label,
  toOwnSlug: () => string = () => toSlug(label),
): number {
  const known = dictionary.met.get(met);
  if (known !== undefined) return known;
  const slug = toOwnSlug();
  let code = slug === '' ? -1 : dictionary.codes.get(slug);
  if (code === undefined) {
    code = dictionary.slugs.length;
    dictionary.codes.set(slug, code);
    dictionary.slugs.push(slug);
    dictionary.labels.push(copied(label));
  }
  dictionary.met.set(copied(met), code);
  return code;
}
