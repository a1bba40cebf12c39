/**
 * One mail of the outbox: claimed once, handed over, and closed by what the server said. With drafts a claim may be taken
 * up again; without them only its owner hands over, and whatever remains unknown waits for a person (reliability C.8).
 */

import { optOutUrl } from '../links/opt-out-link.ts';
import { troubleWrites } from '../mailing/address-trouble.ts';
import { claimMail, type StoredMail, saveMail } from '../mailing/claim-mail.ts';
import type { MailState } from '../mailing/mail-states.ts';
import { staffMark } from '../mailing/staff-mark.ts';
import { withOptOut } from '../mails/opt-out-foot.ts';
import type { Handover, MailMessage } from '../ports.ts';
import { type AddressTrouble, type OptOut, type OutboxMail, paths } from '../records.ts';
import type { Services } from '../services.ts';

export type DeliverOutcome =
  | Exclude<MailState, 'pending' | 'sending'>
  | 'already'
  | 'waiting'
  | 'unknown'
  | 'retry';

/** After so many calls that ended in an error, a person must look. */
const maxAttempts = 20;
/** The first of them follow one another at once; then the waits double. */
const quickAttempts = 4;
const firstWaitMs = 600_000;
const longestWaitMs = 6 * 3_600_000;

/** A sent mail may be missing from the search for some time, and a worker may be slow; only after that is it uncertain. */
const graceMs = 600_000;

export async function deliver(services: Services, key: string): Promise<DeliverOutcome> {
  const stored = await services.store.read<OutboxMail>(paths.outbox(key));
  if (!stored) return 'unknown';
  const { state, dueAt, transport } = stored.data;
  if (state === 'sent') return 'already';
  if (state !== 'pending' && state !== 'sending') return state;
  if (services.clock.now().toISOString() < dueAt) return 'waiting';
  if (transport !== '' && transport !== services.mailer.transport)
    return close(services, stored, state === 'sending' ? 'uncertain' : 'failed', otherTransport);
  return state === 'sending' ? resume(services, stored, key) : start(services, stored, key);
}

const otherTransport =
  'Cách gửi thư đã đổi từ khi thư này bắt đầu được gửi; máy không gửi lại bằng cách khác.';

async function start(services: Services, stored: StoredMail, key: string): Promise<DeliverOutcome> {
  const objection = await whyNot(services, stored.data);
  if (objection) return close(services, stored, objection.state, objection.words);
  const message = toMessage(services, stored.data, key);
  let claimed: Awaited<ReturnType<typeof claimMail>>;
  try {
    claimed = await claimMail(services, stored, message);
  } catch (error) {
    if (error instanceof Error && error.name === 'MailRefused') {
      services.log.error('a mail must not leave as it is', { path: stored.path, why: error.message });
      return close(services, stored, 'failed', 'Địa chỉ, tiêu đề hoặc mã thư có ký tự không được phép.');
    }
    await tryLater(services, stored, 'failed', {});
    throw error;
  }
  if (claimed === 'no-room') return 'waiting';
  return claimed ? handOver(services, claimed, message, key) : 'retry';
}

async function resume(services: Services, stored: StoredMail, key: string): Promise<DeliverOutcome> {
  const { mailer, clock } = services;
  if (mailer.resumable) return handOver(services, stored, toMessage(services, stored.data, key), key);
  const isOld = clock.now().getTime() - Date.parse(stored.data.claimedAt) >= graceMs;
  // Its owner may still be at it.
  return isOld ? close(services, stored, 'uncertain', 'Máy dừng giữa lúc gửi.') : 'waiting';
}

/** What a person or an earlier mail has to say against this one. */
async function whyNot(
  { store }: Services,
  { to, topic }: OutboxMail,
): Promise<{ state: 'held' | 'stopped'; words: string } | undefined> {
  const [trouble, optOut] = await Promise.all([
    store.read<AddressTrouble>(paths.address(to)),
    topic === '' ? undefined : store.read<OptOut>(paths.optOut(to)),
  ]);
  if (topic !== '' && optOut?.data.stopped[topic]) return { state: 'stopped', words: '' };
  if (trouble?.data.blocked && trouble.data.staff === (await staffMark(store, to)))
    return { state: 'held', words: trouble.data.words };
  return undefined;
}

/** The link to stop is made when the mail leaves, so that it names today's address of the function. */
function toMessage({ settings }: Services, mail: OutboxMail, key: string): MailMessage {
  const { to, subject, text, html, topic } = mail;
  if (topic === '') return { to, subject, text, html, key };
  const url = optOutUrl(settings, { email: to, topic });
  return { to, subject, ...withOptOut({ text, html }, { topic, url }), key, optOutUrl: url };
}

async function handOver(
  services: Services,
  claimed: StoredMail,
  message: MailMessage,
  key: string,
): Promise<DeliverOutcome> {
  const { mailer } = services;
  const handover = await mailer.send(claimed.data.ticket, message);
  switch (handover.outcome) {
    case 'sent':
      return close(services, claimed, 'sent', '');
    case 'refused':
      return refuse(services, claimed, handover);
    case 'later':
      return tryLater(services, claimed, 'failed', { words: handover.words });
    case 'unknown':
      return mailer.resumable
        ? tryLater(services, claimed, 'uncertain', { words: handover.words })
        : close(services, claimed, 'uncertain', handover.words);
    case 'gone':
      return lookFor(services, claimed, key);
  }
}

async function lookFor(services: Services, claimed: StoredMail, key: string): Promise<DeliverOutcome> {
  const { mailer, clock } = services;
  if (await mailer.wasSent(key)) return close(services, claimed, 'sent', '');
  const now = clock.now();
  const { goneAt, words } = claimed.data;
  if (goneAt === '') await saveMail(services, claimed, { goneAt: now.toISOString() });
  if (goneAt === '' || now.getTime() - Date.parse(goneAt) < graceMs) return 'retry';
  return close(services, claimed, 'uncertain', words || 'Không tìm thấy thư trong mục Đã gửi.');
}

/** It never left, so its place is free again; an address that does not exist is remembered. */
async function refuse(
  services: Services,
  claimed: StoredMail,
  { words, recipient }: Extract<Handover, { outcome: 'refused' }>,
): Promise<DeliverOutcome> {
  const { ticket } = claimed.data;
  if (ticket !== '') await services.mailer.discard(ticket);
  const also = recipient ? await troubleWrites(services, claimed, words, services.clock.now()) : [];
  const change = { state: 'failed', owed: false, words, ticket: '' } as const;
  const saved = await saveMail(services, claimed, change, { refund: true, also });
  services.log.error('a mail was refused', { path: claimed.path, words });
  return saved ? 'failed' : 'retry';
}

/** Counts a try that ended without a mail; the last one closes it for a person to look at. */
async function tryLater(
  services: Services,
  stored: StoredMail,
  end: 'failed' | 'uncertain',
  change: Pick<Partial<OutboxMail>, 'words'>,
): Promise<DeliverOutcome> {
  const { data } = stored;
  const attempts = data.attempts + 1;
  const isLast = attempts >= maxAttempts;
  // A draft stays claimed and keeps its place; without one the mail is pending again, and its place is free.
  const isFree = data.state === 'sending' && !services.mailer.resumable;
  const dueAt = new Date(services.clock.now().getTime() + waitMs(attempts)).toISOString();
  const saved = await saveMail(
    services,
    stored,
    {
      ...change,
      attempts,
      dueAt,
      ...(isFree ? { state: 'pending', nonce: '' } : {}),
      ...(isLast ? { state: end, owed: false } : {}),
    },
    { refund: isFree },
  );
  if (!saved || !isLast) return 'retry';
  services.log.error('a mail needs a person', { state: end, path: stored.path });
  // Nobody shall find a draft that looks forgotten, and send it by hand.
  if (data.ticket !== '') await services.mailer.discard(data.ticket);
  return end;
}

const waitMs = (attempts: number): number =>
  attempts <= quickAttempts ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - quickAttempts - 1));

async function close(
  services: Services,
  stored: StoredMail,
  state: Exclude<MailState, 'pending' | 'sending'>,
  words: string,
): Promise<DeliverOutcome> {
  const sentAt = state === 'sent' ? services.clock.now().toISOString() : '';
  const saved = await saveMail(services, stored, { state, sentAt, owed: false, words });
  if (state !== 'sent' && state !== 'stopped')
    services.log.error('a mail needs a person', { state, path: stored.path });
  return saved ? state : 'retry';
}
