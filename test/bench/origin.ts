/**
 * A hundred thousand published rows behind the bundle of the public pages: memory, and how late the hundredth reader is,
 * beside a bare server in the same run.
 */
import { loadavg } from 'node:os';
import { storyPath } from '../../functions/listing/address.ts';
import { listHref, noFilter } from '../../functions/listing/filter.ts';
import type { Lead } from '../../functions/listing/lead.ts';
import { toPlace } from '../../functions/listing/look.ts';
import { smallHeap } from '../../infra/cli/bundles.ts';
import { type Running, startBare, startListing } from './listing-process.ts';
import { digits, toTable } from './measure.ts';
import { type Lateness, receive } from './readers.ts';
import { onStage, type Stage } from './stage.ts';

const allRows = 100_000;
const seconds = 6;
const rounds = 3;
const fewSearches = 50;

export const benchOrigin = (): Promise<string> => onStage(allRows, measure);

interface Load {
  name: string;
  server: Running;
  perSecond: number;
  /** What is asked for in a round. */
  paths(round: number): readonly string[];
}

interface Told extends Lateness {
  /** Of the server, for each answer: what a busy machine changes least. */
  cpuMs: number;
}

async function measure({ host, leads }: Stage): Promise<string> {
  const servers: Running[] = [];
  try {
    const ours = await startListing(host, smallHeap);
    servers.push(ours);
    // All leads are asked for: what is measured is a server that has been up for a while.
    await (await fetch(`${ours.url}/don-vi`)).arrayBuffer();
    const loaded = await ours.state();
    const pageBytes = (await (await fetch(ours.url)).arrayBuffer()).byteLength;
    const bare = await startBare(pageBytes);
    servers.push(bare);
    const front = ['/'];
    const all = addresses(leads);
    const searches = all.filter((path) => path.startsWith('/?q=')).slice(-fewSearches);
    const once = (part: number) => (round: number) => partOf(all, 2 * round + part, 2 * rounds);
    const loads: Load[] = [
      { name: 'bare http, bytes of the front page', server: bare, perSecond: 1000, paths: () => front },
      { name: 'front page', server: ours, perSecond: 1000, paths: () => front },
      {
        name: `${fewSearches} searches again and again`,
        server: ours,
        perSecond: 1000,
        paths: () => searches,
      },
      { name: 'any page, each once', server: ours, perSecond: mostMisses, paths: once(0) },
      { name: 'any page, each once', server: ours, perSecond: 1000, paths: once(1) },
    ];
    const told = loads.map((): Told[] => []);
    for (let round = 0; round < rounds; round += 1)
      for (const [index, load] of loads.entries()) told[index]!.push(await play(load, round));
    const after = await ours.state();
    const least = told[0]!;
    const ratio = (mine: readonly Told[], key: 'p99' | 'cpuMs'): string =>
      digits(medianOf(mine.map((one, round) => one[key] / least[round]![key])));
    return `${toTable(
      [
        `readers one by one, ${rounds} × ${seconds} s`,
        'a second',
        'p50 ms',
        'p99 ms',
        '× bare',
        'CPU ms',
        '× bare',
        'answered/s',
        'failed',
      ],
      loads.map(({ name, perSecond }, index) => {
        const mine = told[index]!;
        const median = (key: keyof Told): string => digits(medianOf(mine.map((one) => one[key])));
        return [
          name,
          String(perSecond),
          median('p50'),
          median('p99'),
          ratio(mine, 'p99'),
          median('cpuMs'),
          ratio(mine, 'cpuMs'),
          median('rate'),
          median('failed'),
        ];
      }),
    )}
  p99 promised of a page of 50 rows at a thousand a second: at most 5 ms; 333 a second are all stories in the five minutes that the CDN keeps each; load ${loadavg()[0]?.toFixed(1)}
  ${allRows.toLocaleString('en')} rows: ${digits(loaded.megabytes)} MiB resident after loading, ${digits(after.megabytes)} after the load (promised: under 256)`;
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** No two parts have an address in common, so nothing comes from the memory of answers. */
const partOf = (all: readonly string[], part: number, parts: number): string[] =>
  all.slice((part * all.length) / parts, ((part + 1) * all.length) / parts);

/** All stories there are, in the five minutes that the CDN keeps each: more than these do not come. */
const mostMisses = Math.round(allRows / 300);

/** Two stories for each search and each filtered list; no address comes twice. */
export function addresses(leads: readonly Lead[]): string[] {
  return leads.flatMap((lead, index) => {
    const story = storyPath(lead);
    if (index % 4 === 1) return [story, `/?q=${encodeURIComponent(lead.name)}&loai=ca-nhan`];
    if (index % 4 === 3) {
      const place = toPlace('sau', lead);
      return [story, listHref({ ...noFilter, values: { nam: lead.period.slice(0, 4) }, place })];
    }
    return [story];
  });
}

async function play({ server, perSecond, paths }: Load, round: number): Promise<Told> {
  const before = await server.state();
  const late = await receive({ url: server.url, paths: paths(round), perSecond, seconds, seed: round });
  const after = await server.state();
  return { ...late, cpuMs: (after.cpuMs - before.cpuMs) / late.asked };
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
