/**
 * WHAT: for a child under 16, the parents' or guardian's consent is asked for too.
 * WHY: a child under 16 is made public only with it, from 7 years also with the child's own (Luật Trẻ em 2016, điều 21; NĐ 56/2017, điều 36).
 */
import { youngest } from './age-out-of-range.ts';
import { hasConsent } from './consent-given.ts';
import { eachRow, fault, numberAt } from './rule.ts';

const adultForConsent = 16;

export const checkConsentOfChild = eachRow((row, { today }) => {
  const year = numberAt(row, 'birthYear');
  if (row.kind !== 'individual' || year === undefined || !hasConsent(row)) return undefined;
  const age = Number(today.slice(0, 4)) - year;
  if (age < youngest || age >= adultForConsent) return undefined;
  return fault('warning', 'consent-of-child', row, 'consent', { age });
});
