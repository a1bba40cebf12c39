/**
 * Finds who may be like a row among all rows of a plan without reading them: a few keys of each row, and for each key the
 * dossiers that have it. Keys that everybody has say nothing and are forgotten. Cut into shards, one document each.
 */
import { fewestPhrases, personName, placeName, type Reading, textOf } from './near-copies.ts';
import { hash, type Numbers } from './phrases.ts';
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
const mostHolders = 256;

/** One phrase in eight, so that a part of a text is found as well as the whole; within bounds for short and long texts. */
const phrasesPerKey = 8;
const leastKeys = 8;
const mostKeys = 24;

export function signatureOf({ told, phrases }: Reading): Signature {
  return { phrases: phraseKeys(phrases), persons: personKeys(told.row) };
}

function phraseKeys(phrases: Numbers): number[] {
  if (phrases.length < fewestPhrases) return [];
  const wanted = Math.ceil(phrases.length / phrasesPerKey);
  return [...phrases.subarray(0, Math.min(mostKeys, Math.max(leastKeys, wanted)))];
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
  if (holders === undefined) {
    shard.set(key, [id]);
    return true;
  }
  const at = holders === null ? 0 : placeOf(holders, id);
  if (holders === null || holders[at] === id) return false;
  if (holders.length >= mostHolders) shard.set(key, null);
  else holders.splice(at, 0, id);
  return true;
}

/** Where the id stands, or belongs, in the sorted list. */
function placeOf(holders: readonly string[], id: string): number {
  let from = 0;
  let to = holders.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((holders[middle] as string) < id) from = middle + 1;
    else to = middle;
  }
  return from;
}

const mostCandidates = 12;
/** What few say tells more than what many say; a name with its birth year more than any run of words. */
const few = 16;
const weights = { many: 1, few: 2, person: 2 * mostKeys };
/** Of a longer text one habit of speech is in common by chance. */
const leastWeight = ({ phrases }: Signature): number => (phrases.length > leastKeys ? 2 : 1);

/** What few say is looked at first; beyond this the rest is habit. */
const mostLooked = 1000;
const byLength = (a: readonly string[], b: readonly string[]): number => a.length - b.length;

/** Dossiers that share keys with this one, those that share most first: few enough to read them all. */
export function candidatesOf(
  signature: Signature,
  id: string,
  holdersOf: (key: number) => Holders | undefined,
): string[] {
  const found = new Map<string, number>();
  const weigh = (holders: readonly string[], weight: number): void => {
    for (const holder of holders) found.set(holder, (found.get(holder) ?? 0) + weight);
  };
  let looked = 0;
  for (const holders of signature.phrases.map((key) => holdersOf(key) ?? []).sort(byLength)) {
    weigh(holders, holders.length <= few ? weights.few : weights.many);
    looked += holders.length;
    if (looked > mostLooked) break;
  }
  for (const key of signature.persons) weigh(holdersOf(key) ?? [], weights.person);
  found.delete(id);
  return [...found]
    .filter(([, weight]) => weight >= leastWeight(signature))
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
