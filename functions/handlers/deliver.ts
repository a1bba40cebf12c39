/**
 * One mail of the outbox. A draft is made, its id stored (the first stored wins), then the draft is sent: sending a
 * consumed draft again does nothing, so neither a crash nor a repeat sends twice (reliability C.8).
 */
import type { StoredDocument } from '../ports.ts';
import { type OutboxMail, paths } from '../records.ts';
import type { Services } from '../services.ts';

export type DeliverOutcome = 'sent' | 'already' | 'uncertain' | 'failed' | 'unknown' | 'retry';

/** After so many tries that ended in an error, a person must look. */
const maxAttempts = 20;

export async function deliver(services: Services, key: string): Promise<DeliverOutcome> {
  const { store, mailer } = services;
  let stored = await store.read<OutboxMail>(paths.outbox(key));
  if (!stored) return 'unknown';
  if (stored.data.state === 'sent') return 'already';
  if (stored.data.state === 'failed' || stored.data.state === 'uncertain') return stored.data.state;
  if (stored.data.state === 'pending') {
    const { to, subject, text, html, attempts } = stored.data;
    if (attempts >= maxAttempts) return close(services, stored, 'failed');
    const counted = await save(services, stored, { attempts: attempts + 1 });
    if (!counted) return 'retry';
    const draftId = await mailer.createDraft({ to, subject, text, html, key });
    const drafted = await save(services, counted, { state: 'drafted', draftId });
    if (!drafted) {
      await mailer.deleteDraft(draftId);
      return 'retry';
    }
    stored = drafted;
  }
  const outcome = await mailer.sendDraft(stored.data.draftId);
  if (outcome === 'sent' || (await mailer.wasSent(key))) return close(services, stored, 'sent');
  return close(services, stored, 'uncertain');
}

async function save(
  { store }: Services,
  before: StoredDocument<OutboxMail>,
  change: Partial<OutboxMail>,
): Promise<StoredDocument<OutboxMail> | undefined> {
  const saved = await store.commit([
    { kind: 'replace', path: before.path, data: { ...before.data, ...change }, version: before.version },
  ]);
  return saved.ok ? store.read<OutboxMail>(before.path) : undefined;
}

async function close(
  services: Services,
  stored: StoredDocument<OutboxMail>,
  state: 'sent' | 'failed' | 'uncertain',
): Promise<DeliverOutcome> {
  const sentAt = state === 'sent' ? services.clock.now().toISOString() : '';
  const saved = await save(services, stored, { state, sentAt });
  if (state !== 'sent') services.log.error('a mail needs a person', { state, path: stored.path });
  return saved ? state : 'retry';
}
