/**
 * A hundred thousand published rows behind the bundle of the public pages: memory, and how late the hundredth reader is
 * at a thousand a second, beside a bare server in the same run.
 */
import { loadavg } from 'node:os';
import autocannon from 'autocannon';
import { storyPath } from '../../functions/listing/address.ts';
import { listHref, noFilter } from '../../functions/listing/filter.ts';
import type { Lead } from '../../functions/listing/lead.ts';
import { toPlace } from '../../functions/listing/look.ts';
import { smallHeap } from '../../infra/cli/bundles.ts';
import { type Running, startBare, startListing } from './listing-process.ts';
import { digits, toTable } from './measure.ts';
import { onStage, type Stage } from './stage.ts';

const allRows = 100_000;
const perSecond = 1000;
const seconds = 6;
const rounds = 3;

export const benchOrigin = (): Promise<string> => onStage(allRows, measure);

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
    const mixed = addresses(leads);
    const lateness: Record<'bare' | 'front' | 'mixed', Lateness[]> = { bare: [], front: [], mixed: [] };
    let mixAt = 0;
    for (let round = 0; round < rounds; round += 1) {
      lateness.bare.push(await load(bare, () => '/'));
      lateness.front.push(await load(ours, () => '/'));
      // Every address is asked for once, so nothing comes from the memory of answers.
      lateness.mixed.push(await load(ours, () => mixed[mixAt++ % mixed.length]!));
    }
    const after = await ours.state();
    const line = (name: string, all: readonly Lateness[]): string[] => [
      name,
      ...(['p50', 'p99', 'cpuMs', 'rate', 'failed'] as const).map((key) =>
        digits(medianOf(all.map((one) => one[key]))),
      ),
    ];
    const least = { p50: 1, p99: 1, cpuMs: 0 };
    const ratio = (all: readonly Lateness[], key: keyof typeof least): string =>
      digits(
        medianOf(all.map((one, round) => one[key] / Math.max(least[key], lateness.bare[round]?.[key] ?? 1))),
      );
    const both = (key: keyof typeof least): string =>
      `${key} is ${ratio(lateness.front, key)} (front page) and ${ratio(lateness.mixed, key)} (mixed)`;
    return `${toTable(
      [
        `${perSecond} requests a second, ${rounds} × ${seconds} s`,
        'p50 ms',
        'p99 ms',
        'CPU ms each',
        'answered/s',
        'failed',
      ],
      [
        line('bare http, same bytes', lateness.bare),
        line('front page', lateness.front),
        line('stories, searches, filters, each once', lateness.mixed),
      ],
    )}
  ${both('p50')}, ${both('p99')} times the bare server's, or its 1 ms if less; ${both('cpuMs')} times its; p99 promised: at most 5 ms; load ${loadavg()[0]?.toFixed(1)}
  ${allRows.toLocaleString('en')} rows: ${digits(loaded.megabytes)} MiB resident after loading, ${digits(after.megabytes)} after the load (promised: under 256)`;
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** Two stories for each search and each filtered list; no address comes twice. */
function addresses(leads: readonly Lead[]): string[] {
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

interface Lateness {
  p50: number;
  p99: number;
  /** Of the server, for each answer: what a busy machine changes least. */
  cpuMs: number;
  rate: number;
  failed: number;
}

async function load(server: Running, next: () => string): Promise<Lateness> {
  const before = await server.state();
  const result = await autocannon({
    url: server.url,
    connections: 20,
    duration: seconds,
    overallRate: perSecond,
    requests: [{ method: 'GET', setupRequest: (request) => ({ ...request, path: next() }) }],
  });
  const { latency, requests, non2xx, errors, timeouts } = result;
  const after = await server.state();
  return {
    p50: latency.p50,
    p99: latency.p99,
    cpuMs: (after.cpuMs - before.cpuMs) / Math.max(1, requests.total),
    rate: requests.average,
    failed: non2xx + errors + timeouts,
  };
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
