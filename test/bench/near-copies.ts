/** How many planted copies the index finds among the rows of a country, how many it makes up, and what a row costs as rows grow. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import { lookForAlike } from '../../functions/alike/alike.ts';
import {
  addHolder,
  candidatesOf,
  keysOf,
  type Shard,
  shardCount,
  shardOf,
  signatureOf,
} from '../../functions/domain/alike-index.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { compareReadings, type Reading, type Told, toReading } from '../../functions/domain/near-copies.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { paths } from '../../functions/records.ts';
import { allStories } from '../../infra/local/samples/stories/index.ts';
import { inventedRows } from '../domain/telling.ts';
import { inventCountry, type Planted } from './invented-country.ts';
import { digits, toTable } from './measure.ts';

const sizes = [25_000, 50_000, 100_000];
const copiesPerWay = 100;
const storedRows = 1500;
const rowsPerList = 5;

export async function benchNearCopies(): Promise<string> {
  const { rows, planted } = inventCountry(sizes.at(-1) as number, copiesPerWay);
  const { steps, pairs } = searchAll(rows);
  const ways = [...new Set(planted.map(({ way }) => way))];
  const found = toTable(
    ['100,000 rows', 'planted', 'found', 'missed'],
    ways.map((way) => {
      const all = planted.filter((one) => one.way === way);
      const missed = all.filter(({ original, copy }) => !pairs.has(pairKey(original, copy))).length;
      return [way, ...[all.length, all.length - missed, missed].map(String)];
    }),
  );
  const growth = toTable(
    ['rows so far', 'µs a row', '× JSON.parse + NFC', 'candidates a row', 'heap, MB'],
    steps,
  );
  const { texts, persons } = unplanted(pairs, planted);
  return [
    found,
    `  pairs told that nobody planted: ${texts} by their words, ${persons} by name and birth year (namesakes: the trial has few names)`,
    growth,
    '  CPU time since the line before, every row entered, looked up and compared; heap holds rows, index and readings',
    `  ${tellings()}`,
    `  ${await storedCost(rows.slice(0, storedRows))}`,
  ].join('\n');
}

const pairKey = (one: string, other: string): string => [one, other].sort().join(' ');

/** Each row once, in the order of coming, as lists are accepted. Pairs with whether their words are alike. */
function searchAll(rows: readonly Told[]): { steps: string[][]; pairs: Map<string, boolean> } {
  const shards = Array.from({ length: shardCount }, (): Shard => new Map());
  const readings = new Map<string, Reading>();
  const pairs = new Map<string, boolean>();
  let candidates = 0;
  const enter = (told: Told): void => {
    const reading = toReading(told);
    const signature = signatureOf(reading);
    readings.set(told.id, reading);
    for (const key of keysOf(signature)) addHolder(shards[shardOf(key)] as Shard, key, told.id);
    for (const id of candidatesOf(signature, told.id, (key) => shards[shardOf(key)]?.get(key))) {
      candidates += 1;
      const hint = compareReadings(reading, readings.get(id) as Reading);
      if (hint) pairs.set(pairKey(told.id, id), hint.share > 0);
    }
  };
  let begun = 0;
  const steps = sizes.map((size) => {
    const part = rows.slice(begun, size);
    const json = part.map(({ row }) => JSON.stringify(row.values));
    const before = candidates;
    const floor = cpu(() => json.reduce((sum, text) => sum + lengthOf(text), 0));
    const ours = cpu(() => part.forEach(enter));
    begun = size;
    return [
      size.toLocaleString('en'),
      digits((1000 * ours) / part.length),
      `${digits(ours / floor)}×`,
      digits((candidates - before) / part.length),
      heap().toFixed(0),
    ];
  });
  return { steps, pairs };
}

/** The least that anybody does who reads a row. */
const lengthOf = (text: string): number =>
  Object.values(JSON.parse(text) as Record<string, string>).reduce(
    (sum, value) => sum + value.normalize('NFC').length,
    0,
  );

/** Milliseconds of the processor: others on the machine do not count. */
function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** Two copies of one original are copies of each other. */
function unplanted(
  pairs: ReadonlyMap<string, boolean>,
  planted: readonly Planted[],
): { texts: number; persons: number } {
  const origin = new Map(planted.map(({ copy, original }) => [copy, original]));
  const originOf = (id = ''): string => origin.get(id) ?? id;
  const others = [...pairs].filter(([pair]) => {
    const [one, other] = pair.split(' ');
    return originOf(one) !== originOf(other);
  });
  const texts = others.filter(([, isText]) => isText).length;
  return { texts, persons: others.length - texts };
}

/** The trial's stories are told by many communes with other words and numbers: not planted, but not all unlike either. */
function tellings(): string {
  const readings = inventedRows(200, 6).map(toReading);
  const pairs = readings.flatMap((one, index) =>
    readings.slice(index + 1).filter((other) => (compareReadings(one, other)?.share ?? 0) > 0),
  ).length;
  return `the trial's ${readings.length} rows of 200 communes, each of ${allStories.length} stories told many times: ${pairs} pairs told as near-copies`;
}

/** What a list costs in a store, where whatever is read is paid for. */
async function storedCost(rows: readonly Told[]): Promise<string> {
  const inner = createSqliteStore(':memory:');
  let reads = 0;
  const store: DocumentStore = {
    ...inner,
    readMany: (all) => {
      reads += all.length;
      return inner.readMany(all);
    },
  };
  const counts: number[] = [];
  const clock = { now: () => new Date('2025-01-08T08:00:00+07:00') };
  for (let start = 0; start < rows.length; start += rowsPerList) {
    const list = rows.slice(start, start + rowsPerList).map(toDossier);
    await inner.commit(
      list.map((data) => ({ kind: 'create', path: paths.dossier(data.planId, data.id), data })),
    );
    reads = 0;
    await lookForAlike({ store, clock }, list, '');
    counts.push(reads);
  }
  inner.close();
  const late = counts.slice(-50);
  const mean = late.reduce((sum, count) => sum + count, 0) / late.length;
  return `documents read for a list of ${rowsPerList} among ${rows.length} stored rows: ${digits(mean)}, at most ${Math.max(...counts)}; never more than ${rowsPerList * 49} whatever is stored`;
}

const toDossier = ({ id, unitId, period, row }: Told): Dossier => ({
  id,
  planId: 'bench',
  period,
  unitId,
  parentId: '01',
  at: '01',
  status: 'submitted',
  round: 1,
  row,
  snapshotId: id,
  approvals: [],
  returnReason: '',
  withdrawn: null,
  public: false,
  touchedOn: '2025-01-08',
  history: [],
});
