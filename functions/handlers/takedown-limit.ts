/**
 * How much of requests is taken in, and how much is mailed at once: counters of an hour or a day, many small documents, so
 * that a thousand writers do not wait for one another. Of an address a keyed hash is kept for its hour, and for the day one
 * that is about a single story, so that nobody can be followed from story to story.
 */
import { widerNetwork } from '../caller.ts';
import { contentHash } from '../content-hash.ts';
import { midnightAfter } from '../domain/deadline.ts';
import type { Ticket } from '../domain/ticket.ts';
import { dayOfMail } from '../mailing/outbox.ts';
import type { DocumentStore } from '../ports.ts';
import { officeZone, paths, saveOver } from '../records.ts';
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
  /** So much of it is left to those of whom `from` has counted nothing yet. */
  kept?: { much: number; from: Limit };
}

const hourMs = 3_600_000;
const mostOfOneAddress = 5;
const mostOfNetwork = 25;
/** Only against a store that is filled up: 2,000 an hour in all, half of them for networks that have not asked yet. */
const shards = 40;
const mostOfShard = 50;
const keptOfShard = 25;
/**
 * What may be mailed at once; of all else the digest of the next morning tells. Three things speak for a request: that it
 * wants something taken off, that it comes from the named person or their family, that nobody has asked about the story
 * today. Each opens a step more of what there is, so that no flood of lesser requests leaves nothing to a greater one.
 */
const requestsOfUnit = { most: 12, step: 3 };
const mailsOfHour = { most: 120, step: 30 };
/** Not half of what may leave in a day. */
const mailsOfDay = { most: 700, step: 150 };

/** Counts this request, unless its address or everybody together has asked too often: then says which, and counts nothing. */
export async function takeTurn(
  { store, clock, settings }: Services,
  address: string,
): Promise<'taken' | 'address' | 'all'> {
  const hour = hourOf(clock.now());
  // The key of the hash is ours and the hour is in it: nobody can guess the address from it, or follow it.
  const hashed = (network: string): string =>
    contentHash(settings.linkSecret, hour.name, network).slice(0, 16);
  const who = hashed(address);
  const shard = Number.parseInt(who.slice(0, 8), 16) % shards;
  const own: Limit = { ...counter(hour, `address_${who}`), most: mostOfOneAddress, by: 1 };
  const network: Limit = {
    ...counter(hour, `network_${hashed(widerNetwork(address))}`),
    most: mostOfNetwork,
    by: 1,
  };
  const all: Limit = {
    ...counter(hour, `all_${shard}`),
    most: mostOfShard,
    by: 1,
    kept: { much: keptOfShard, from: network },
  };
  const full = await take(store, [own, network, all]);
  if (full === undefined) return 'taken';
  return full === all ? 'all' : 'address';
}

export type MailedRequest = Pick<Ticket, 'key' | 'planId' | 'unitId' | 'wish' | 'asker'>;

/** Whether this many mails about a request may leave at once. */
export async function takeMails(
  { store, clock, settings }: Services,
  address: string,
  { key, planId, unitId, wish, asker }: MailedRequest,
  mails: number,
): Promise<boolean> {
  const now = clock.now();
  const hour = hourOf(now);
  const day = dayOf(now);
  const who = contentHash(settings.linkSecret, day.name, key, widerNetwork(address)).slice(0, 16);
  const missing = [wish === 'correct', asker === 'other'].filter(Boolean).length;
  const story: Limit = { ...counter(day, `story_${key}`), most: Number.POSITIVE_INFINITY, by: 1 };
  const guard = (path: Timed, { most, step }: { most: number; step: number }, by: number): Limit => ({
    ...path,
    most: most - missing * step,
    by,
    kept: { much: step, from: story },
  });
  const full = await take(store, [
    // Twice, since whoever was refused may ask again, and once more when a named person wants something taken off.
    { ...counter(day, `story_${key}_${who}`), most: missing === 0 ? 3 : 2, by: 1 },
    story,
    guard(counter(hour, `unit_${planId}_${unitId}`), requestsOfUnit, 1),
    guard(counter(hour, 'mails'), mailsOfHour, mails),
    guard(counter(day, 'mails'), mailsOfDay, mails),
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

interface Span {
  name: string;
  until: string;
}

/** "2025-03-05T01", in UTC. */
function hourOf(now: Date): Span {
  const start = now.toISOString().slice(0, 13);
  return { name: start, until: new Date(Date.parse(`${start}:00:00Z`) + hourMs).toISOString() };
}

/** Over at its end, so that in a flood its counters never stand before the hours of the next day in what is swept. */
function dayOf(now: Date): Span {
  const name = dayOfMail(now);
  return { name, until: midnightAfter(name, officeZone).toISOString() };
}

type Timed = Pick<Limit, 'path' | 'until'>;

const counter = ({ name, until }: Span, of: string): Timed => ({ path: paths.limit(name, of), until });

/**
 * Counts in all of them or in none; the first that is full, if one is. Whoever loses a race tries again: somebody else has
 * counted then, so it ends at the latest when one is full, and nobody is refused for having been slower.
 */
async function take(store: DocumentStore, limits: readonly Limit[]): Promise<Limit | undefined> {
  for (;;) {
    const stored = await store.readMany<Counter>(limits.map(({ path }) => path));
    const before = new Map(limits.map((limit, index) => [limit, stored[index]?.data.count ?? 0]));
    const after = (limit: Limit): number => (before.get(limit) ?? 0) + limit.by;
    const roomOf = ({ most, kept }: Limit): number =>
      kept && (before.get(kept.from) ?? 0) > 0 ? most - kept.much : most;
    const full = limits.find((limit) => after(limit) > roomOf(limit));
    if (full) return full;
    const writes = limits.map((limit, index) =>
      saveOver(limit.path, stored[index], { until: limit.until, count: after(limit) } satisfies Counter),
    );
    if ((await store.commit(writes)).ok) return undefined;
  }
}
