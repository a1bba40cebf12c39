/**
 * Takes a mail for sending: the claim and its place in the day's quota are one commit, so that two workers can neither
 * both have it nor together send more than the sender may (reliability C.8).
 */
import { randomUUID } from 'node:crypto';
import { type MailQuota, refundMail, spendMail, spentMails } from '../domain/mail-quota.ts';
import { type MailPriority, shares } from '../mails/kinds.ts';
import type { MailMessage, StoredDocument, Write } from '../ports.ts';
import { type OutboxMail, paths, saveOver, staleMailLog } from '../records.ts';
import type { Services } from '../services.ts';

export type StoredMail = StoredDocument<OutboxMail>;

/** Every worker writes the one document; this many lost races in a row are no race any more. */
const tries = 20;

/** What it takes to know how many mails may still leave. */
export type QuotaView = Pick<Services, 'store' | 'clock'> & {
  mailer: Pick<Services['mailer'], 'sender'>;
  settings: Pick<Services['settings'], 'mailDailyLimit'>;
};

export const readQuota = ({ store, mailer }: QuotaView): Promise<StoredDocument<MailQuota> | undefined> =>
  store.read<MailQuota>(paths.mailQuota(mailer.sender));

/** Mails of this priority that may still leave now. */
export function roomFor(
  priority: MailPriority,
  quota: MailQuota | undefined,
  { clock, settings }: QuotaView,
): number {
  const spent = quota ? spentMails(quota, clock.now()) : 0;
  return Math.max(0, Math.floor(settings.mailDailyLimit * shares[priority]) - spent);
}

/** undefined: another worker was quicker, and its claim counts. */
export async function claimMail(
  services: Services,
  stored: StoredMail,
  message: MailMessage,
): Promise<StoredMail | 'no-room' | undefined> {
  const { store, mailer, clock } = services;
  if (roomFor(stored.data.priority, (await readQuota(services))?.data, services) === 0) return 'no-room';
  const ticket = await mailer.prepare(message);
  const nonce = randomUUID();
  const now = clock.now();
  const { path, version } = stored;
  const data: OutboxMail = {
    ...stored.data,
    state: 'sending',
    transport: mailer.transport,
    ticket,
    nonce,
    claimedAt: now.toISOString(),
  };
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const quota = await readQuota(services);
    if (roomFor(data.priority, quota?.data, services) === 0) {
      await mailer.discard(ticket);
      return 'no-room';
    }
    const spent = spendMail(quota?.data ?? { sender: mailer.sender, spent: [] }, now);
    const saved = await store.commit([
      { kind: 'replace', path, data, version },
      saveOver(paths.mailQuota(mailer.sender), quota, spent),
    ]);
    if (saved.ok) return { path, data, version: saved.versions[path] as string };
    const standing = await store.read<OutboxMail>(path);
    // A commit whose answer was lost is told as a conflict when it is tried again; the nonce knows whose it was.
    if (standing?.data.nonce === nonce) return standing;
    if (standing?.version !== version) {
      await mailer.discard(ticket);
      return undefined;
    }
  }
  await mailer.discard(ticket);
  throw new Error('the quota of mails kept changing under us');
}

/** Saves what became of a claimed mail; one that certainly never left gives its place in the quota back. */
export async function saveMail(
  services: Services,
  { path, data, version }: StoredMail,
  change: Partial<OutboxMail>,
  { refund = false, also = [] }: { refund?: boolean; also?: readonly Write[] } = {},
): Promise<StoredMail | undefined> {
  const { store, mailer } = services;
  const next = { ...data, ...change };
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const quota = refund ? await readQuota(services) : undefined;
    const writes: Write[] = [{ kind: 'replace', path, data: next, version }, staleMailLog, ...also];
    if (quota)
      writes.push(
        saveOver(paths.mailQuota(mailer.sender), quota, refundMail(quota.data, new Date(data.claimedAt))),
      );
    const saved = await store.commit(writes);
    if (saved.ok) return { path, data: next, version: saved.versions[path] as string };
    if (!quota || (await store.read(path))?.version !== version) return undefined;
  }
  return undefined;
}
