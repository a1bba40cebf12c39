/**
 * The mails' part of a tick: what the morning owes, what may go again, what is handed out while the day's quota lasts, and
 * what came back. Reads only what is being sent and what fits, never the whole outbox.
 */
import { priorities } from '../mails/kinds.ts';
import type { Bounce, StoredDocument, Write } from '../ports.ts';
import { type OutboxMail, paths, saveOver, staleMailLog } from '../records.ts';
import type { Services } from '../services.ts';
import { releaseChanged, troubleWrites } from './address-trouble.ts';
import { readQuota, roomFor } from './claim-mail.ts';
import { oweMorningMails } from './morning-mails.ts';
import { enqueueMails } from './outbox.ts';

/** Number of mails handed out. */
export async function mailRound(services: Services): Promise<number> {
  await oweMorningMails(services);
  await releaseChanged(services);
  const mails = await handOut(services);
  await readBounces(services);
  return mails;
}

/** What a sender manages in ten minutes, at Gmail's sixty a minute; the rest would only wait in the queue. */
const perRound = 600;

/** Begun ones first, their place in the quota is taken already; then by priority, as many as have room. */
async function handOut(services: Services): Promise<number> {
  const { store, clock } = services;
  // Nearly every tick of the year: one read tells it.
  if ((await store.list('outbox', { where: { owed: true }, limit: 1 })).length === 0) return 0;
  const now = clock.now().toISOString();
  const begun = await store.list<OutboxMail>('outbox', { where: { owed: true, state: 'sending' } });
  const quota = (await readQuota(services))?.data;
  const fresh: StoredDocument<OutboxMail>[] = [];
  for (const priority of priorities) {
    const limit = Math.min(perRound, roomFor(priority, quota, services)) - fresh.length;
    if (limit <= 0) continue;
    const where = { owed: true, state: 'pending', priority };
    fresh.push(...(await store.list<OutboxMail>('outbox', { where, limit })));
  }
  const due = [...begun, ...fresh].filter(({ data }) => data.dueAt <= now);
  await enqueueMails(
    services,
    due.map(({ path }) => path.slice('outbox/'.length)),
  );
  return due.length;
}

interface BounceCursor {
  since: string;
}

/** A mail that came back may be found late by the search; reading an hour or two twice changes nothing. */
const overlapMs = 3_600_000;
const firstLookMs = 86_400_000;

async function readBounces(services: Services): Promise<void> {
  const { store, mailer, clock } = services;
  const now = clock.now();
  const path = paths.cursor('bounces');
  const cursor = await store.read<BounceCursor>(path);
  const since = cursor ? Date.parse(cursor.data.since) - overlapMs : now.getTime() - firstLookMs;
  const bounces = await mailer.bouncesSince(new Date(since).toISOString());
  for (const bounce of bounces) await recordBounce(services, bounce);
  if (cursor && now.getTime() - Date.parse(cursor.data.since) < overlapMs) return;
  const data: BounceCursor = { since: now.toISOString() };
  await store.commit([saveOver(path, cursor, data)]);
}

/** Told once: a mail that is known to have come back is left as a person may have settled it. */
async function recordBounce(services: Services, { key, address, at, status, words }: Bounce): Promise<void> {
  const { store, log } = services;
  if (!/^[a-f0-9]{32}$/.test(key)) return;
  const stored = await store.read<OutboxMail>(paths.outbox(key));
  if (!stored || !['sending', 'sent', 'uncertain'].includes(stored.data.state)) return;
  const { path, version, data } = stored;
  const back: OutboxMail = { ...data, state: 'bounced', owed: false, words };
  // A full mailbox or a forwarding that failed says nothing lasting about the address we wrote to.
  const isLasting = status.startsWith('5') && address === data.to;
  const also: Write[] = isLasting ? await troubleWrites(services, stored, words, new Date(at)) : [];
  await store.commit([{ kind: 'replace', path, data: back, version }, staleMailLog, ...also]);
  log.error('a mail came back', { path, status });
}
