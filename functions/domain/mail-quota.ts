/**
 * How many mails a sender has handed over in the last 24 hours: counts by ten minutes, so that one small document tells
 * it exactly enough and nobody counts the outbox. A count leaves only when its last minute is a day old: never over.
 */

export interface MailQuota {
  sender: string;
  /** Oldest first. */
  spent: { from: string; count: number }[];
}

const slotMs = 600_000;
const windowMs = 86_400_000;

const slotOf = (at: Date): string => new Date(Math.floor(at.getTime() / slotMs) * slotMs).toISOString();

const isCounted = (from: string, now: Date): boolean => Date.parse(from) + slotMs + windowMs > now.getTime();

export const spentMails = ({ spent }: MailQuota, now: Date): number =>
  spent.filter(({ from }) => isCounted(from, now)).reduce((sum, { count }) => sum + count, 0);

/** One more mail; what no longer counts is dropped. */
export function spendMail(quota: MailQuota, now: Date): MailQuota {
  const slot = slotOf(now);
  const counted = quota.spent.filter(({ from }) => isCounted(from, now) && from !== slot);
  const count = (quota.spent.find(({ from }) => from === slot)?.count ?? 0) + 1;
  const spent = [...counted, { from: slot, count }].sort((a, b) => (a.from < b.from ? -1 : 1));
  return { ...quota, spent };
}

/** A mail that was counted at `claimedAt` and certainly never left. */
export function refundMail(quota: MailQuota, claimedAt: Date): MailQuota {
  const slot = slotOf(claimedAt);
  const spent = quota.spent
    .map((one) => (one.from === slot ? { ...one, count: one.count - 1 } : one))
    .filter(({ count }) => count > 0);
  return { ...quota, spent };
}
