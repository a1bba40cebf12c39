/**
 * Keeps every attempt, retries included, under Google's per-minute quotas, and lets what people wait for go first.
 * One queue for all buckets, not one p-queue inside another: a place taken in one bucket while waiting for the next
 * would let more than the quota leave in one minute.
 */

/** From what people wait for to what nobody waits for. All but `submit` are paced. */
export const priorities = ['submit', 'push', 'sweep', 'scan'] as const;
export type Priority = (typeof priorities)[number];

export interface Limit {
  perMinute: number;
  /** Places of a minute that only `submit` may take; also how many paced calls may start at once. */
  reserve: number;
}

/** Reads and writes count apart, each with these numbers. */
export interface Limits {
  identity: Limit;
  project: Limit;
}

/** A little under Google's 60 and 300, since our minute and theirs differ (reliability: quota). */
export const sheetsLimits: Limits = {
  identity: { perMinute: 57, reserve: 3 },
  project: { perMinute: 285, reserve: 15 },
};

/** drafts.create and drafts.send cost 110 units of 6,000 a minute and sender: 54 mails, two calls each. */
export const gmailLimits: Limits = {
  identity: { perMinute: 108, reserve: 20 },
  project: { perMinute: 10_000, reserve: 1_000 },
};

/** Drive allows far more than the product asks; the cap only stops a loop that runs away. */
export const driveLimits: Limits = {
  identity: { perMinute: 600, reserve: 100 },
  project: { perMinute: 3_000, reserve: 500 },
};

export interface Place {
  kind: 'read' | 'write';
  /** The account that calls: Google counts by it. */
  identity: string;
  priority: Priority;
}

export interface Timer {
  now(): number;
  after(ms: number, wake: () => void): void;
}

export interface Limiter {
  run<T>(place: Place, work: () => Promise<T>): Promise<T>;
}

interface Bucket {
  limit: Limit;
  running: number;
  /** When answered calls stop counting, in order. */
  leaving: number[];
  /** Token bucket of the paced priorities. */
  tokens: number;
  toppedUpAt: number;
}

interface Waiting {
  buckets: Bucket[];
  rank: number;
  start: () => void;
}

const minute = 60_000;

/** Cloud Tasks takes 500 a second; this only stops a loop that runs away. */
export const taskLimits: Limits = {
  identity: { perMinute: 6_000, reserve: 1_000 },
  project: { perMinute: 6_000, reserve: 1_000 },
};

const systemTimer: Timer = {
  now: () => performance.now(),
  after: (ms, wake) => {
    setTimeout(wake, ms);
  },
};

/** Evenly spread, so that places come free evenly too and `submit` finds one within seconds. */
const paceOf = ({ perMinute, reserve }: Limit): number => (perMinute - reserve) / minute;

function checkLimit({ perMinute, reserve }: Limit): void {
  if (!(reserve >= 1 && reserve < perMinute))
    throw new Error(`limiter: reserve ${reserve} of ${perMinute} a minute`);
}

/** Milliseconds until the bucket has room; Infinity when only an answer can make room. */
function waitFor(bucket: Bucket, paced: boolean, now: number): number {
  const { limit, leaving } = bucket;
  while (leaving[0] !== undefined && leaving[0] <= now) leaving.shift();
  const places = limit.perMinute - (paced ? limit.reserve : 0);
  const tooMany = bucket.running + leaving.length - places;
  if (tooMany >= 0) return (leaving[tooMany] ?? Number.POSITIVE_INFINITY) - now;
  bucket.tokens = Math.min(limit.reserve, bucket.tokens + (now - bucket.toppedUpAt) * paceOf(limit));
  bucket.toppedUpAt = now;
  return paced && bucket.tokens < 1 ? (1 - bucket.tokens) / paceOf(limit) : 0;
}

function take(bucket: Bucket, paced: boolean): void {
  bucket.running += 1;
  if (paced) bucket.tokens -= 1;
}

/**
 * A call counts from its start until a minute after its answer: Google counts it somewhere in between, so no minute
 * of Google's holds more than the quota, however slow the network is.
 */
function giveBack(bucket: Bucket, now: number): void {
  bucket.running -= 1;
  bucket.leaving.push(now + minute);
}

export function createLimiter(limits: Limits, timer: Timer = systemTimer): Limiter {
  checkLimit(limits.identity);
  checkLimit(limits.project);
  const buckets = new Map<string, Bucket>();
  const queue: Waiting[] = [];
  let wakeAt = Number.POSITIVE_INFINITY;

  const bucketOf = (key: string, limit: Limit): Bucket => {
    const known = buckets.get(key);
    if (known) return known;
    const fresh = { limit, running: 0, leaving: [], tokens: limit.reserve, toppedUpAt: timer.now() };
    buckets.set(key, fresh);
    return fresh;
  };

  const startAllowed = (): number => {
    const now = timer.now();
    let shortest = Number.POSITIVE_INFINITY;
    for (let index = 0; index < queue.length; ) {
      const waiting = queue[index]!;
      const paced = waiting.rank > 0;
      const wait = Math.max(...waiting.buckets.map((bucket) => waitFor(bucket, paced, now)));
      if (wait > 0) {
        shortest = Math.min(shortest, wait);
        index += 1;
        continue;
      }
      queue.splice(index, 1);
      for (const bucket of waiting.buckets) take(bucket, paced);
      waiting.start();
    }
    return shortest;
  };

  const pump = (): void => {
    const wait = startAllowed();
    if (!Number.isFinite(wait)) return;
    const at = timer.now() + Math.max(1, Math.ceil(wait));
    if (at >= wakeAt) return;
    wakeAt = at;
    timer.after(at - timer.now(), () => {
      if (wakeAt === at) wakeAt = Number.POSITIVE_INFINITY;
      pump();
    });
  };

  const enqueue = (waiting: Waiting): void => {
    const behind = queue.findIndex((other) => other.rank > waiting.rank);
    queue.splice(behind < 0 ? queue.length : behind, 0, waiting);
    pump();
  };

  return {
    async run({ kind, identity, priority }, work) {
      const own = [
        bucketOf(`${kind}:identity:${identity}`, limits.identity),
        bucketOf(`${kind}:project`, limits.project),
      ];
      const rank = priorities.indexOf(priority);
      await new Promise<void>((start) => enqueue({ buckets: own, rank, start }));
      try {
        return await work();
      } finally {
        for (const bucket of own) giveBack(bucket, timer.now());
        pump();
      }
    },
  };
}
