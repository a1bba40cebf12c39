/** Optional limits per minute and day as Google counts them, so that a run can prove that it stays under them. */
import { ApiError } from './api.ts';
import type { CalledMethod } from './methods.ts';

/** Everything absent is unlimited. */
export interface Quotas {
  /** Reads and writes are counted apart, each against these. */
  sheets?: { perIdentity?: number; perProject?: number };
  gmail?: { unitsPerMinute?: number; messagesPerDay?: number };
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Gmail's price list, as far as the emulated methods go. */
const mailUnits: Record<string, number> = {
  'users.getProfile': 1,
  'users.labels.list': 1,
  'users.drafts.create': 10,
  'users.drafts.delete': 10,
  'users.drafts.update': 15,
  'users.drafts.send': 100,
  'users.messages.send': 100,
};
const otherMailUnits = 5;

export interface QuotaGate {
  /** Takes from the budget or throws 429; a refused call takes nothing. */
  take(called: CalledMethod, email: string): void;
  /** One more mail of this sender, or 429. */
  takeMail(email: string): void;
}

export function createQuotaGate(quotas: Quotas, now: () => Date): QuotaGate {
  const budgets = new Map<string, { at: number; amount: number }[]>();

  function spent(key: string, period: number): { at: number; amount: number }[] {
    const from = now().getTime() - period;
    const recent = (budgets.get(key) ?? []).filter((one) => one.at > from);
    budgets.set(key, recent);
    return recent;
  }

  function takeAll(
    wanted: { key: string; limit: number | undefined; message: string }[],
    amount: number,
    period: number,
  ) {
    const limited = wanted.filter((one) => one.limit !== undefined);
    for (const { key, limit, message } of limited) {
      const used = spent(key, period).reduce((sum, one) => sum + one.amount, 0);
      if (used + amount > limit!) throw new ApiError(429, message);
    }
    for (const { key } of limited) spent(key, period).push({ at: now().getTime(), amount });
  }

  return {
    take(called, email) {
      if (called.service === 'sheets') {
        const kind = called.write ? 'Write' : 'Read';
        const message = (whose: string) =>
          `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute${whose}' of service 'sheets.googleapis.com'.`;
        const wanted = [
          {
            key: `sheets ${kind} ${email}`,
            limit: quotas.sheets?.perIdentity,
            message: message(' per user'),
          },
          { key: `sheets ${kind}`, limit: quotas.sheets?.perProject, message: message('') },
        ];
        takeAll(wanted, 1, minute);
      }
      if (called.service === 'gmail') {
        const message = "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user'.";
        const wanted = [{ key: `gmail ${email}`, limit: quotas.gmail?.unitsPerMinute, message }];
        takeAll(wanted, mailUnits[called.method] ?? otherMailUnits, minute);
      }
    },
    takeMail(email) {
      const message = 'Daily user sending limit exceeded.';
      takeAll([{ key: `mail ${email}`, limit: quotas.gmail?.messagesPerDay, message }], 1, day);
    },
  };
}
