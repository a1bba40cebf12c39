/**
 * How much of requests is taken in, and how much is mailed at once: counters of an hour or a day, many small documents, so
 * that a thousand writers do not wait for one another; nothing of an address outlives its hour and the next tick.
 */
import { contentHash } from '../content-hash.ts';
import { dayOfMail } from '../mailing/outbox.ts';
import type { DocumentStore } from '../ports.ts';
import { paths, saveOver } from '../records.ts';
import type { Services } from '../services.ts';

interface Counter {
  /** Nobody asks for it after this instant. */
  until: string;
  count: number;
}

interface Limit {
  path: string;
  until: string;
  most: number;
  /** How much is asked for. */
  by: number;
}

const hourMs = 3_600_000;
const mostOfOneAddress = 5;
/** Only against a store that is filled up: 2,000 an hour in all. */
const shards = 40;
const mostOfShard = 50;
/** Requests about one story on one day of which those who answer get a mail at once; of all others their digest tells. */
const mostOfStory = 3;
/** Mails at once in an hour, over all stories: not half of the day's mails even when it goes on all day. */
const mostMails = 30;

/** Counts this request, unless its address or everybody together has asked too often: then says which, and counts nothing. */
export async function takeTurn(
  { store, clock, settings }: Services,
  address: string,
): Promise<'taken' | 'address' | 'all'> {
  const { name, until } = hourOf(clock.now());
  // The key of the hash is ours and the hour is in it: nobody can guess the address from it, or follow it.
  const who = contentHash(settings.linkSecret, name, address).slice(0, 16);
  const shard = Number.parseInt(who.slice(0, 8), 16) % shards;
  const own: Limit = { path: paths.limit(name, `address_${who}`), until, most: mostOfOneAddress, by: 1 };
  const all: Limit = { path: paths.limit(name, `all_${shard}`), until, most: mostOfShard, by: 1 };
  const full = await take(store, [own, all]);
  if (full === undefined) return 'taken';
  return full === own ? 'address' : 'all';
}

/** Whether these mails about a story may leave at once. */
export async function takeMails(
  { store, clock }: Services,
  storyKey: string,
  mails: number,
): Promise<boolean> {
  const now = clock.now();
  const { name, until } = hourOf(now);
  const tomorrow = new Date(now.getTime() + 24 * hourMs).toISOString();
  const story = paths.limit(dayOfMail(now), `story_${storyKey}`);
  const full = await take(store, [
    { path: story, until: tomorrow, most: mostOfStory, by: 1 },
    { path: paths.limit(name, 'mails'), until, most: mostMails, by: mails },
  ]);
  return full === undefined;
}

/** As many as fit into one commit; the rest at the next tick. */
const sweptAtOnce = 300;

/** Counters whose time is over. Of the old single document, which had no time, nothing is kept either. */
export async function sweepLimits({ store, clock }: Pick<Services, 'store' | 'clock'>): Promise<void> {
  const now = clock.now().toISOString();
  const oldest = await store.list<Partial<Counter>>('limits', { limit: sweptAtOnce });
  const over = oldest.filter(({ data: { until = '' } }) => until <= now);
  await store.commit(over.map(({ path }) => ({ kind: 'delete', path })));
}

/** "2025-03-05T01", in UTC. */
function hourOf(now: Date): { name: string; until: string } {
  const start = now.toISOString().slice(0, 13);
  return { name: start, until: new Date(Date.parse(`${start}:00:00Z`) + hourMs).toISOString() };
}

/**
 * Counts in all of them or in none; the first that is full, if one is. Whoever loses a race tries again: somebody else has
 * counted then, so it ends at the latest when one is full, and nobody is refused for having been slower.
 */
async function take(store: DocumentStore, limits: readonly Limit[]): Promise<Limit | undefined> {
  for (;;) {
    const stored = await store.readMany<Counter>(limits.map(({ path }) => path));
    const before = stored.map((counter) => counter?.data.count ?? 0);
    const full = limits.find(({ most, by }, index) => (before[index] ?? 0) + by > most);
    if (full) return full;
    const writes = limits.map(({ path, until, by }, index) =>
      saveOver(path, stored[index], { until, count: (before[index] ?? 0) + by } satisfies Counter),
    );
    if ((await store.commit(writes)).ok) return undefined;
  }
}
