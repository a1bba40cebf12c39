/**
 * A hundred thousand published rows behind the listing function: memory, the first page of a fresh process, and how late
 * the hundredth reader is at a thousand a second, beside a bare server in the same run.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { storyPath } from '../../functions/listing/address.ts';
import type { Lead } from '../../functions/listing/lead.ts';
import { digits, toTable } from './measure.ts';
import { publishInto } from './published-store.ts';

const allRows = 100_000;
const perSecond = 1000;
const seconds = 6;
const rounds = 3;

export async function benchOrigin(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-listing-'));
  const children: ChildProcess[] = [];
  try {
    const file = join(folder, 'store.db');
    const leads = await publishInto(file, allRows);
    const ours = await start(children, 'listing-server.ts', file);
    const pageBytes = (await (await fetch(ours.said.url)).text()).length;
    const bare = await start(children, 'bare-server.ts', String(pageBytes));
    const mixed = addresses(leads);
    const lateness: Record<'bare' | 'front' | 'mixed', Lateness[]> = { bare: [], front: [], mixed: [] };
    let mixAt = 0;
    for (let round = 0; round < rounds; round += 1) {
      lateness.bare.push(await load(bare, () => '/'));
      lateness.front.push(await load(ours, () => '/'));
      // Every address is asked for once, so nothing comes from the memory of answers.
      lateness.mixed.push(await load(ours, () => mixed[mixAt++ % mixed.length]!));
    }
    const after = await ask<{ megabytes: number }>(ours.child);
    const line = (name: string, all: readonly Lateness[]): string[] => [
      name,
      ...(['p50', 'p99', 'cpuMs', 'rate', 'failed'] as const).map((key) =>
        digits(medianOf(all.map((one) => one[key]))),
      ),
    ];
    const ratio = (all: readonly Lateness[]): string =>
      digits(medianOf(all.map(({ p99 }, round) => p99 / Math.max(1, lateness.bare[round]?.p99 ?? 1))));
    return `${toTable(
      [
        `${perSecond} requests a second, ${rounds} × ${seconds} s`,
        'p50 ms',
        'p99 ms',
        'answered/s',
        'failed',
      ],
      [
        line('bare http, same bytes', lateness.bare),
        line('front page', lateness.front),
        line('stories, searches, filters, each once', lateness.mixed),
      ],
    )}
  p99 is ${ratio(lateness.front)} (front page) and ${ratio(lateness.mixed)} (mixed) times the bare server's, or its 1 ms if less
  ${allRows.toLocaleString('en')} rows: ${digits(ours.said.megabytes)} MiB resident after loading, ${digits(after.megabytes)} after the load (promised: under 256); first page of a fresh process ${digits(ours.said.firstPageMs)} ms`;
  } finally {
    for (const child of children) child.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Two stories for each search and each filtered list; no address comes twice. */
function addresses(leads: readonly Lead[]): string[] {
  return leads.flatMap((lead, index) => {
    const story = storyPath(lead);
    if (index % 4 === 1) return [story, `/?q=${encodeURIComponent(lead.name)}&loai=ca-nhan`];
    if (index % 4 === 3) return [story, `/?nam=${lead.period}&sau=${lead.approvedOn}.${lead.key}`];
    return [story];
  });
}

interface Started {
  url: string;
  firstPageMs: number;
  megabytes: number;
}

interface Server {
  child: ChildProcess;
  said: Started;
}

async function start(children: ChildProcess[], name: string, argument: string): Promise<Server> {
  const child = fork(fileURLToPath(new URL(`./${name}`, import.meta.url)), [argument], {
    // As a function of 256 MiB must be started: left alone, V8 lets its heap grow by 100 MiB before it looks for garbage.
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4', '--max-old-space-size=80'],
  });
  children.push(child);
  return { child, said: await heard<Started>(child) };
}

const heard = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('a server of the bench ended'));
    child.once('exit', ended);
    child.once('message', (said) => {
      child.off('exit', ended);
      resolve(said as T);
    });
  });

function ask<T>(child: ChildProcess): Promise<T> {
  const answer = heard<T>(child);
  child.send('');
  return answer;
}

interface Lateness {
  p50: number;
  p99: number;
  /** Of the server, for each answer: what a busy machine changes least. */
  cpuMs: number;
  rate: number;
  failed: number;
}

async function load({ child, said }: Server, next: () => string): Promise<Lateness> {
  const before = await ask<{ cpuMs: number }>(child);
  const result = await autocannon({
    url: said.url,
    connections: 20,
    duration: seconds,
    overallRate: perSecond,
    requests: [{ method: 'GET', setupRequest: (request) => ({ ...request, path: next() }) }],
  });
  const { latency, requests, non2xx, errors, timeouts } = result;
  const after = await ask<{ cpuMs: number }>(child);
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
