/** What the first reader of a fresh process waits for: the bundle against a bare server and in the functions framework. */
import { loadavg } from 'node:os';
import { storyPath } from '../../functions/listing/address.ts';
import type { Lead } from '../../functions/listing/lead.ts';
import { buildBundle, listingBundle, smallHeap } from '../../infra/cli/bundles.ts';
import { type Running, startBare, startInFramework, startListing } from './listing-process.ts';
import { digits, inWords, milliseconds, pairRatios, toSpread, toTable } from './measure.ts';
import { onStage } from './stage.ts';

const pairs = 15;
const starts = 5;
const fewRows = 50;
const manyRows = 100_000;

export async function benchStart(): Promise<string> {
  const { bytes } = await buildBundle(listingBundle);
  const few = await onStage(fewRows, ({ host }) => compare(host));
  const many = await onStage(manyRows, async ({ host, leads }) => {
    const all: Way[] = [];
    for (let turn = 0; turn < starts; turn += 1) all.push(await walk(host, leads[turn]!));
    return all;
  });
  const times = { one: few.ours.map(({ ms }) => ms), other: few.bare.map(({ ms }) => ms) };
  const ratios = pairRatios(times);
  const cpu = pairRatios({
    one: few.ours.map(({ cpuMs }) => cpuMs),
    other: few.bare.map(({ cpuMs }) => cpuMs),
  });
  const line = (name: string, all: readonly Seen[]): string[] => [
    name,
    inWords(toSpread(all.map(({ ms }) => ms))),
    inWords(toSpread(all.map(({ cpuMs }) => cpuMs))),
    inWords(toSpread(all.map(({ megabytes }) => megabytes))),
  ];
  return `${toTable(
    ['from spawning to the first page', 'ms', 'ms of CPU', 'MiB resident'],
    [
      line('bare http, same bytes', few.bare),
      line(`bundle of ${digits(bytes / 1024)} KiB, ${fewRows} rows`, few.ours),
      line('the same in the functions framework', few.framework),
    ],
  )}
  first page in ${digits(ratios.median)} times a bare server's time (median of ${pairs} pairs, ${digits(ratios.least)}–${digits(ratios.most)}, upper quartile ${digits(upperQuartile(times))}; promised: at most 2.5), ${digits(cpu.median)} times its CPU; load ${loadavg()[0]?.toFixed(1)}
${toTable(
  [
    `a fresh process with ${manyRows.toLocaleString('en')} rows, ${starts} times`,
    'ms',
    'CPU ms in all',
    'MiB resident',
  ],
  (['page', 'story', 'filter'] as const).map((step) => [
    ways[step],
    ...(['ms', 'cpuMs', 'megabytes'] as const).map((key) =>
      inWords(toSpread(many.map((way) => way[step][key]))),
    ),
  ]),
)}`;
}

const ways = {
  page: 'first page, from spawning (promised: 300 ms)',
  story: 'then a first story (promised: 300 ms)',
  filter: 'then a first filter, for which all leads must be there',
} as const;

type Way = Record<keyof typeof ways, Seen>;

async function walk(host: string, lead: Lead): Promise<Way> {
  const running = await startListing(host, smallHeap);
  const page = { ms: running.firstPageMs, ...(await running.state()) };
  const step = async (path: string): Promise<Seen> => {
    const ms = await milliseconds(async () => {
      const response = await fetch(running.url + path);
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    });
    return { ms, ...(await running.state()) };
  };
  const story = await step(storyPath(lead));
  const filter = await step(`/?nam=${lead.period}`);
  await running.stop();
  return { page, story, filter };
}

interface Seen {
  ms: number;
  cpuMs: number;
  megabytes: number;
}

async function seen(start: () => Promise<Running>): Promise<Seen> {
  const running = await start();
  const { cpuMs, megabytes } = await running.state();
  await running.stop();
  return { ms: running.firstPageMs, cpuMs, megabytes };
}

/** A, B, A, B …; the first pair warms the file cache and the store and is not counted. */
async function compare(host: string): Promise<Record<'bare' | 'ours' | 'framework', Seen[]>> {
  const first = await startListing(host);
  const pageBytes = (await (await fetch(first.url)).arrayBuffer()).byteLength;
  await first.stop();
  const all = { bare: [] as Seen[], ours: [] as Seen[], framework: [] as Seen[] };
  for (let turn = 0; turn <= pairs; turn += 1) {
    const bare = await seen(() => startBare(pageBytes));
    const ours = await seen(() => startListing(host));
    const framework = await seen(() => startInFramework(host));
    if (turn === 0) continue;
    all.bare.push(bare);
    all.ours.push(ours);
    all.framework.push(framework);
  }
  return all;
}

function upperQuartile({ one, other }: { one: number[]; other: number[] }): number {
  const sorted = one.map((value, index) => value / other[index]!).sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.75) - 1] ?? 0;
}
