/**
 * Readers who come one by one, whether or not those before them have been answered: so late is an answer after its
 * reader came, not after a load tool had time to ask. (autocannon asks for all of a second at its beginning, and so
 * measures a queue of its own making.)
 */
import { Worker } from 'node:worker_threads';

export interface Readers {
  url: string;
  /** Asked for in turn, and from the beginning again. */
  paths: readonly string[];
  perSecond: number;
  seconds: number;
  seed: number;
}

export interface Lateness {
  /** Milliseconds from a reader's coming to the last byte. */
  p50: number;
  p99: number;
  /** Answers a second, until the last of them was there. */
  rate: number;
  asked: number;
  failed: number;
}

/** In a thread of their own: the garbage of whoever measures must not make them late. */
export const receive = (readers: Readers): Promise<Lateness> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./readers-thread.ts', import.meta.url), { workerData: readers });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
