/** Administrators hear of mails that did not arrive in the one digest of their morning, whether or not it has more to tell. */
import type { PlanInfo } from './data.ts';
import type { DailyDigestData, MailTroubles } from './digest-data.ts';

export interface Administrator {
  email: string;
  name: string;
  plans: PlanInfo[];
}

export function withMailTroubles(
  digests: ReadonlyMap<string, DailyDigestData>,
  mailTroubles: MailTroubles,
  administrators: readonly Administrator[],
  day: string,
): Map<string, DailyDigestData> {
  const all = new Map(digests);
  for (const { email, name, plans } of administrators) {
    const digest = all.get(email) ?? quietDigest(name, day, plans);
    all.set(email, { ...digest, mailTroubles });
  }
  return all;
}

/** Of somebody whom nothing else concerns this morning. */
export const quietDigest = (recipientName: string, day: string, plans: PlanInfo[]): DailyDigestData => ({
  recipientName,
  day,
  plans,
  tickets: [],
  returned: [],
  overdue: [],
  coming: [],
  signings: [],
  desks: [],
  requests: [],
  asked: [],
  scorings: [],
  doubts: [],
  escalations: [],
  results: [],
  events: [],
  undated: [],
  holidayGaps: [],
  endings: [],
  controlFaults: [],
  mailTroubles: null,
});
