/** Mails that did not reach their readers, as an administrator sees them: in the morning's mail and by the command. */
import type { MailTroubleLine, MailTroubles } from '../mails/digest-data.ts';
import { type MailPriority, priorities } from '../mails/kinds.ts';
import type { StoredDocument } from '../ports.ts';
import type { OutboxMail } from '../records.ts';
import { type QuotaView, readQuota, roomFor } from './claim-mail.ts';
import type { MailState } from './mail-states.ts';

type Stored = StoredDocument<OutboxMail>;

const toLine = ({ path, data }: Stored): MailTroubleLine => ({
  key: path.slice('outbox/'.length),
  to: data.to,
  subject: data.subject,
  words: data.words,
  createdAt: data.createdAt,
});

/** Bounded by what is open: settled and sent mails are never read. */
export async function readMailTroubles(view: QuotaView): Promise<MailTroubles> {
  const { store, clock } = view;
  const inState = async (state: MailState): Promise<Stored[]> =>
    (await store.list<OutboxMail>('outbox', { where: { state } })).sort(oldestFirst);
  const [uncertain, failed, bounced, held, pending, quota] = await Promise.all([
    inState('uncertain'),
    inState('failed'),
    inState('bounced'),
    inState('held'),
    inState('pending'),
    readQuota(view),
  ]);
  const room = (priority: MailPriority): number => roomFor(priority, quota?.data, view);
  const waiting = waitingOf(pending, room, clock.now().toISOString()).sort(oldestFirst);
  return {
    uncertain: uncertain.map(toLine),
    failed: failed.map(toLine),
    bounced: bounced.map(toLine),
    held: held.map(toLine),
    waiting: {
      count: waiting.length,
      oldest: waiting[0]?.data.createdAt ?? '',
      words: waiting.findLast(({ data }) => data.words !== '')?.data.words ?? '',
    },
  };
}

/** Beyond the day's room, or put off by the server; what leaves with the next round is only on its way. */
function waitingOf(
  pending: readonly Stored[],
  room: (priority: MailPriority) => number,
  now: string,
): Stored[] {
  const waiting = pending.filter(({ data }) => data.dueAt > now);
  let leaving = 0;
  for (const priority of priorities) {
    const due = pending.filter(({ data }) => data.priority === priority && data.dueAt <= now);
    const places = Math.max(0, room(priority) - leaving);
    waiting.push(...due.slice(places));
    leaving += Math.min(places, due.length);
  }
  return waiting;
}

const oldestFirst = ({ data: a }: Stored, { data: b }: Stored): number =>
  a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0;
