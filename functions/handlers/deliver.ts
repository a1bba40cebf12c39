/**
 * One mail of the outbox. A draft is made, its id stored (the first stored wins), then the draft is sent: sending a
 * consumed draft again does nothing, so neither a crash nor a repeat sends twice (reliability C.8).
 */
import type { StoredDocument, Write } from '../ports.ts';
import { type OutboxMail, paths, staleMailLog } from '../records.ts';
import type { Services } from '../services.ts';

export type DeliverOutcome = 'sent' | 'already' | 'uncertain' | 'failed' | 'unknown' | 'retry';

/** After so many calls that ended in an error, a person must look. */
const maxAttempts = 20;

/** A sent mail may be missing from the search for some time; only after that is it uncertain. */
const searchGraceMs = 600_000;

export async function deliver(services: Services, key: string): Promise<DeliverOutcome> {
  const stored = await services.store.read<OutboxMail>(paths.outbox(key));
  if (!stored) return 'unknown';
  const { state } = stored.data;
  if (state === 'sent') return 'already';
  if (state === 'failed' || state === 'uncertain') return state;
  const drafted = state === 'drafted' ? stored : await draft(services, stored, key);
  return drafted ? send(services, drafted, key) : 'retry';
}

/** undefined: another worker was quicker; its draft counts, ours is taken away. */
async function draft(
  services: Services,
  stored: StoredDocument<OutboxMail>,
  key: string,
): Promise<StoredDocument<OutboxMail> | undefined> {
  const { mailer } = services;
  const { to, subject, text, html } = stored.data;
  let draftId: string;
  try {
    draftId = await mailer.createDraft({ to, subject, text, html, key });
  } catch (error) {
    await failed(services, stored, 'failed');
    throw error;
  }
  const drafted = await save(services, stored, { state: 'drafted', draftId });
  if (!drafted) await mailer.deleteDraft(draftId);
  return drafted;
}

async function send(
  services: Services,
  drafted: StoredDocument<OutboxMail>,
  key: string,
): Promise<DeliverOutcome> {
  const { mailer, clock } = services;
  let outcome: 'sent' | 'gone';
  try {
    outcome = await mailer.sendDraft(drafted.data.draftId);
  } catch (error) {
    await failed(services, drafted, 'uncertain');
    throw error;
  }
  if (outcome === 'sent' || (await mailer.wasSent(key))) return close(services, drafted, 'sent');
  const now = clock.now();
  const { goneAt } = drafted.data;
  if (goneAt === '') {
    await save(services, drafted, { goneAt: now.toISOString() });
    return 'retry';
  }
  if (now.getTime() - Date.parse(goneAt) < searchGraceMs) return 'retry';
  return close(services, drafted, 'uncertain');
}

/** Counts a try that ended in an error; the last one closes the mail for a person to look at. */
async function failed(
  services: Services,
  stored: StoredDocument<OutboxMail>,
  end: 'failed' | 'uncertain',
): Promise<void> {
  const attempts = stored.data.attempts + 1;
  const counted = await save(services, stored, { attempts });
  if (counted && attempts >= maxAttempts) await close(services, counted, end);
}

async function save(
  { store }: Services,
  { path, data, version }: StoredDocument<OutboxMail>,
  change: Partial<OutboxMail>,
  more: readonly Write[] = [],
): Promise<StoredDocument<OutboxMail> | undefined> {
  const next = { ...data, ...change };
  const saved = await store.commit([{ kind: 'replace', path, data: next, version }, ...more]);
  return saved.ok ? { path, data: next, version: saved.versions[path] as string } : undefined;
}

async function close(
  services: Services,
  stored: StoredDocument<OutboxMail>,
  state: 'sent' | 'failed' | 'uncertain',
): Promise<DeliverOutcome> {
  const sentAt = state === 'sent' ? services.clock.now().toISOString() : '';
  const saved = await save(services, stored, { state, sentAt, owed: false }, [staleMailLog]);
  if (state !== 'sent') services.log.error('a mail needs a person', { state, path: stored.path });
  return saved ? state : 'retry';
}
