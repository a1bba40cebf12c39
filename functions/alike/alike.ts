/**
 * Looks up who is like the dossiers that are owed a look, and notes it on both sides. What is owed stands in the dossiers
 * themselves: whoever is killed half-way leaves them owing, and the workbook's mark brings the next one here.
 */
import {
  addHolder,
  candidatesOf,
  type Holders,
  keysOf,
  parseShard,
  type Shard,
  shardOf,
  shardText,
  signatureOf,
} from '../domain/alike-index.ts';
import { comparedState, type Dossier, isOffList, isWaiting } from '../domain/dossier.ts';
import { type Alike, compareReadings, type Reading, rankAlike, toReading } from '../domain/near-copies.ts';
import type { DocumentStore, StoredDocument, Write } from '../ports.ts';
import { paths, readWorkbooksOf, saveOver, syncMark } from '../records.ts';
import type { Services } from '../services.ts';

/** What a shard's document holds. */
interface ShardDocument {
  entries: string;
}

export interface Looked {
  /** As handed in, those that changed as they are now. */
  dossiers: Dossier[];
  /** False: others kept changing the same documents; the next look goes on. */
  isDone: boolean;
}

/** Each row brings some twenty shards: a commit stays far below 10 MiB also when the whole country is in them. */
const batchSize = 5;
const attempts = 8;

/** Only exemplars can be the same person or the same deed. */
const isOwed = (dossier: Dossier): boolean =>
  dossier.row.kind !== 'entry' && dossier.compared !== comparedState(dossier);

/** `here`: the workbook that is being looked at, which needs no mark to show what is new. */
export async function lookForAlike(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  dossiers: readonly Dossier[],
  here: string,
): Promise<Looked> {
  const owed = dossiers.filter(isOwed);
  const fresh = new Map<string, Dossier>();
  let isDone = true;
  for (let start = 0; start < owed.length; start += batchSize) {
    const batch = owed.slice(start, start + batchSize);
    const saved = await lookAtBatch(store, batch, here, clock.now());
    isDone &&= saved !== undefined;
    for (const dossier of saved ?? []) fresh.set(dossier.id, dossier);
  }
  return { dossiers: dossiers.map((dossier) => fresh.get(dossier.id) ?? dossier), isDone };
}

/** The dossiers as they are now; undefined when others were faster every time. */
async function lookAtBatch(
  store: DocumentStore,
  batch: readonly Dossier[],
  here: string,
  now: Date,
): Promise<Dossier[] | undefined> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { writes, changed } = await look(store, batch, here, now);
    if (writes.length === 0 || (await store.commit(writes)).ok) return changed;
  }
  return undefined;
}

/** Two lists that are alike have a key in common, so they write the same shard: the later one fails, reads again and finds the earlier. */
async function look(
  store: DocumentStore,
  batch: readonly Dossier[],
  here: string,
  now: Date,
): Promise<{ writes: Write[]; changed: Dossier[] }> {
  const current = await readDossiersById(store, batch);
  const own = current.filter(({ data }) => isOwed(data));
  const planId = batch[0]?.planId ?? '';
  const readings = own.map(({ data }) => (isOffList(data) ? undefined : toReading(data)));
  const shards = await openShards(store, planId, readings);
  const ids = new Set(own.flatMap(({ data }) => (data.alike ?? []).map(({ dossierId }) => dossierId)));
  for (const reading of readings) for (const id of shards.enter(reading)) ids.add(id);
  const ownIds = new Set(own.map(({ data }) => data.id));
  const others = await readDossiersById(
    store,
    [...ids].filter((id) => !ownIds.has(id)).map((id) => ({ planId, id })),
  );
  const saved = pairUp(own, readings, others);
  const marks = await marksFor(store, saved, own, here, now);
  return {
    writes: [
      ...shards.writes(),
      ...saved.map(({ before, after }) => saveOver(before.path, before, after)),
      ...marks,
    ],
    changed: [...current.map(({ data }) => data), ...saved.map(({ after }) => after)],
  };
}

async function readDossiersById(
  store: DocumentStore,
  dossiers: readonly Pick<Dossier, 'planId' | 'id'>[],
): Promise<StoredDocument<Dossier>[]> {
  const stored = await store.readMany<Dossier>(dossiers.map(({ planId, id }) => paths.dossier(planId, id)));
  return stored.flatMap((document) => document ?? []);
}

/** The shards that a batch touches, read once, written where they changed. */
async function openShards(
  store: DocumentStore,
  planId: string,
  readings: readonly (Reading | undefined)[],
): Promise<{ enter(reading: Reading | undefined): string[]; writes(): Write[] }> {
  const signatures = new Map(
    readings.flatMap((one) => (one ? [[one.told.id, signatureOf(one)] as const] : [])),
  );
  const numbers = [...new Set([...signatures.values()].flatMap(keysOf).map(shardOf))];
  const stored = await store.readMany<ShardDocument>(numbers.map((number) => paths.alike(planId, number)));
  const shards = new Map<number, Shard>(
    numbers.map((number, index) => [number, parseShard(stored[index]?.data.entries ?? '[]')]),
  );
  const shardFor = (key: number): Shard => shards.get(shardOf(key)) as Shard;
  const touched = new Set<number>();
  for (const [id, signature] of signatures)
    for (const key of keysOf(signature)) if (addHolder(shardFor(key), key, id)) touched.add(shardOf(key));
  const holdersOf = (key: number): Holders | undefined => shardFor(key).get(key);
  return {
    enter(reading) {
      const signature = reading && signatures.get(reading.told.id);
      return signature ? candidatesOf(signature, reading.told.id, holdersOf) : [];
    },
    writes: () =>
      numbers.flatMap((number, index) => {
        const entries = shardText(shards.get(number) as Shard);
        return touched.has(number)
          ? [saveOver(paths.alike(planId, number), stored[index], { entries } satisfies ShardDocument)]
          : [];
      }),
  };
}

interface Changed {
  before: StoredDocument<Dossier>;
  after: Dossier;
}

/** Compares each of the batch with all that were read, and notes it on both sides; what no longer holds is gone from both. */
function pairUp(
  own: readonly StoredDocument<Dossier>[],
  readings: readonly (Reading | undefined)[],
  others: readonly StoredDocument<Dossier>[],
): Changed[] {
  const ownIds = new Set(own.map(({ data }) => data.id));
  const theirs = others.map(({ data }) => (isOffList(data) ? undefined : toReading(data)));
  const all = [...readings, ...theirs].flatMap((reading) => reading ?? []);
  const likeness = (one: Reading | undefined, among: readonly Reading[]): Alike[] =>
    one ? among.flatMap((other) => compareReadings(one, other) ?? []) : [];
  const looked = own.map((before, index): Changed => {
    const { alike: _, ...dossier } = before.data;
    return {
      before,
      after: withAlike({ ...dossier, compared: comparedState(dossier) }, likeness(readings[index], all)),
    };
  });
  const mine = readings.flatMap((reading) => reading ?? []);
  const mirrored = others.flatMap((before, index): Changed[] => {
    const kept = (before.data.alike ?? []).filter(({ dossierId }) => !ownIds.has(dossierId));
    const after = withAlike(before.data, [...kept, ...likeness(theirs[index], mine)]);
    return isSame(before.data.alike, after.alike) ? [] : [{ before, after }];
  });
  return [...looked, ...mirrored];
}

/** A store keeps no order of fields. */
const isSame = (one: readonly Alike[] = [], other: readonly Alike[] = []): boolean =>
  one.length === other.length &&
  one.every(({ kind, dossierId, share }, index) => {
    const twin = other[index];
    return twin?.kind === kind && twin.dossierId === dossierId && twin.share === share;
  });

/** A field that says nothing is not stored. */
function withAlike({ alike: _, ...dossier }: Dossier, hints: readonly Alike[]): Dossier {
  return hints.length > 0 ? { ...dossier, alike: rankAlike(hints) } : dossier;
}

/** Workbooks in which somebody is about to decide on a dossier that has just become one of two. */
async function marksFor(
  store: DocumentStore,
  saved: readonly Changed[],
  own: readonly StoredDocument<Dossier>[],
  here: string,
  now: Date,
): Promise<Write[]> {
  const ownPaths = new Set(own.map(({ path }) => path));
  const desks = new Map(
    saved
      .filter(({ before, after }) => !ownPaths.has(before.path) && isWaiting(after))
      .map(({ after }) => [`${after.period} ${after.at}`, after]),
  );
  const workbooks = await Promise.all(
    [...desks.values()].map(({ planId, period, at }) => readWorkbooksOf(store, planId, period, at)),
  );
  const spreadsheets = new Set(workbooks.flat().map(({ spreadsheetId }) => spreadsheetId));
  spreadsheets.delete(here);
  return [...spreadsheets].map((spreadsheetId) => syncMark(spreadsheetId, now));
}
