/**
 * Finds who may be like a row among all rows of a plan without reading them: a few keys of each row, and for each key the
 * dossiers that have it. Keys that everybody has say nothing and are forgotten. Cut into shards, one document each.
 */
import { fewestPhrases, personName, placeName, type Reading, textOf } from './near-copies.ts';
import type { Row } from './row.ts';

export interface Signature {
  /** Of the text: the smallest hashes of its phrases, so that texts that share phrases share keys. */
  phrases: number[];
  persons: number[];
}

/** Dossiers that have the key, sorted; null when too many have it. */
export type Holders = string[] | null;
export type Shard = Map<number, Holders>;

export const shardCount = 4096;
export const shardOf = (key: number): number => key % shardCount;

/** A phrase that more rows have is a habit of speech. */
const mostHolders = 64;

/** One phrase in eight, so that a part of a text is found as well as the whole; within bounds for short and long texts. */
const phrasesPerKey = 8;
const leastKeys = 8;
const mostKeys = 24;

export function signatureOf({ told, phrases }: Reading): Signature {
  return { phrases: phraseKeys(phrases), persons: personKeys(told.row) };
}

function phraseKeys(phrases: ReadonlySet<string>): number[] {
  if (phrases.size < fewestPhrases) return [];
  const hashes = new Uint32Array(phrases.size);
  let index = 0;
  for (const phrase of phrases) hashes[index++] = hash(phrase);
  const wanted = Math.ceil(phrases.size / phrasesPerKey);
  const kept = hashes.sort().slice(0, Math.min(mostKeys, Math.max(leastKeys, wanted)));
  return [...new Set(kept)];
}

/** By birth year where it is given; where it is not on one side, the place has to tell. */
function personKeys(row: Row): number[] {
  const name = personName(row);
  if (name === '') return [];
  const year = textOf(row, 'birthYear');
  const place = placeName(row);
  return [
    ...(year === '' ? [] : [hash(`${name}|${year}`)]),
    ...(place === '' ? [] : [hash(`${name}|${place}`)]),
  ];
}

export const keysOf = ({ phrases, persons }: Signature): number[] => [...phrases, ...persons];

/** Whether the shard is another one afterwards. Adding twice changes nothing; nothing is ever taken out, because whoever is found is read. */
export function addHolder(shard: Shard, key: number, id: string): boolean {
  const holders = shard.get(key);
  if (holders === null || holders?.includes(id)) return false;
  if (holders === undefined) shard.set(key, [id]);
  else if (holders.length >= mostHolders) shard.set(key, null);
  else {
    holders.push(id);
    holders.sort();
  }
  return true;
}

const mostCandidates = 12;
/** A name and a birth year tell more than any run of words. */
const personWeight = mostKeys;

/** Dossiers that share keys with this one, those that share most first: few enough to read them all. */
export function candidatesOf(
  signature: Signature,
  id: string,
  holdersOf: (key: number) => Holders | undefined,
): string[] {
  const found = new Map<string, number>();
  const count = (keys: readonly number[], weight: number): void => {
    for (const key of keys)
      for (const holder of holdersOf(key) ?? [])
        if (holder !== id) found.set(holder, (found.get(holder) ?? 0) + weight);
  };
  count(signature.phrases, 1);
  count(signature.persons, personWeight);
  return [...found]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostCandidates)
    .map(([holder]) => holder);
}

/** As a document keeps it: one text, because a field for each key would be an index entry for each key. */
export const shardText = (shard: Shard): string =>
  JSON.stringify([...shard].sort(([a], [b]) => a - b).flat());

export function parseShard(text: string): Shard {
  const flat = JSON.parse(text) as (number | Holders)[];
  const shard: Shard = new Map();
  for (let index = 0; index < flat.length; index += 2)
    shard.set(flat[index] as number, flat[index + 1] as Holders);
  return shard;
}

/** FNV-1a, mixed once more so that its smallest values are as good as any. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
