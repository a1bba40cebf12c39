/** The thread of `readers.ts`. */
import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { createRandom } from '../../infra/local/samples/random.ts';
import type { Lateness, Readers } from './readers.ts';

/** Connections are opened and the thread's own code is compiled before anything counts. */
const warmMs = 1000;

const { url, paths, perSecond, seconds, seed } = workerData as Readers;
const random = createRandom(seed);
const agent = new Agent({ keepAlive: true, maxSockets: 128 });
const late: number[] = [];
const answers: Promise<void>[] = [];
let turn = 0;
let failed = 0;

const begun = performance.now();
const counts = begun + warmMs;
const ends = counts + seconds * 1000;
let comesAt = begun;
for (;;) {
  // Poisson arrivals: the gaps are exponential, so some readers come together.
  comesAt -= (Math.log(1 - random.next()) * 1000) / perSecond;
  if (comesAt > ends) break;
  // A timer's millisecond counts as lateness too: to wait more exactly would keep a core busy that the server needs.
  while (performance.now() < comesAt) await new Promise((resolve) => setTimeout(resolve, 1));
  answers.push(ask(comesAt));
}
await Promise.all(answers);
const took = performance.now() - counts;
agent.destroy();
late.sort((a, b) => a - b);
const at = (share: number): number => late[Math.ceil(late.length * share) - 1] ?? 0;
const told: Lateness = {
  p50: at(0.5),
  p99: at(0.99),
  rate: (late.length * 1000) / took,
  asked: answers.length,
  failed,
};
parentPort?.postMessage(told);

async function ask(cameAt: number): Promise<void> {
  const path = paths[turn++ % paths.length]!;
  if (!(await isAnswered(url + path))) failed += 1;
  if (cameAt >= counts) late.push(performance.now() - cameAt);
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(address, { agent }, (response) => {
      response.on('end', () => resolve(response.statusCode === 200));
      response.on('error', () => resolve(false));
      response.resume();
    }).on('error', () => resolve(false));
  });
}
