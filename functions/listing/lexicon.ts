/**
 * Numbers for words and for the values of filters, shared by all documents of the roll. It only grows: a number once
 * given stays, so a document that did not change need not be read again.
 */
import MiniSearch from 'minisearch';
import { toSlug } from '../domain/public-row.ts';

/** Values of one filter; two spellings with one slug are one value. */
export interface Dictionary {
  codes: Map<string, number>;
  slugs: string[];
  labels: string[];
}

export interface Lexicon {
  words: Map<string, number>;
  byNumber: string[];
  /** Finds words that begin like, or are nearly, another. */
  near: MiniSearch<{ id: number; word: string }>;
  dictionaries: Map<string, Dictionary>;
}

export const createLexicon = (): Lexicon => ({
  words: new Map(),
  byNumber: [],
  near: new MiniSearch({ fields: ['word'], tokenize: (text) => [text], processTerm: (term) => term }),
  dictionaries: new Map(),
});

export function wordNumber(lexicon: Lexicon, word: string): number {
  const known = lexicon.words.get(word);
  if (known !== undefined) return known;
  const fresh = lexicon.byNumber.length;
  lexicon.words.set(word, fresh);
  lexicon.byNumber.push(word);
  lexicon.near.add({ id: fresh, word });
  return fresh;
}

export function dictionaryOf({ dictionaries }: Lexicon, name: string): Dictionary {
  const known = dictionaries.get(name);
  if (known) return known;
  const fresh: Dictionary = { codes: new Map(), slugs: [], labels: [] };
  dictionaries.set(name, fresh);
  return fresh;
}

/** Undefined for a value that leaves nothing to write in an address. */
export function valueCode(dictionary: Dictionary, label: string, slug = toSlug(label)): number | undefined {
  if (slug === '') return undefined;
  const known = dictionary.codes.get(slug);
  if (known !== undefined) return known;
  const fresh = dictionary.slugs.length;
  dictionary.codes.set(slug, fresh);
  dictionary.slugs.push(slug);
  dictionary.labels.push(label);
  return fresh;
}
