/**
 * WHAT: for somebody who may still be under 16, says that the representative's consent is needed too.
 * WHY: a child from 7 years is made public only with its own and its representative's consent (Luật 91/2025/QH15, art. 24,
 * as reported); only the year of birth is known, so whoever turns 16 this year may still be a child (public-row.ts).
 */
import { youngest } from './age-out-of-range.ts';
import { hasConsent } from './consent-given.ts';
import { eachRow, fault, numberAt } from './rule.ts';

const adultForConsent = 16;

export const checkConsentOfChild = eachRow((row, { today }) => {
  const year = numberAt(row, 'birthYear');
  if (row.kind !== 'individual' || year === undefined || !hasConsent(row)) return undefined;
  const age = Number(today.slice(0, 4)) - year;
  if (age < youngest || age > adultForConsent) return undefined;
  return fault('warning', 'consent-of-child', row, 'consent', { age });
});
