/**
 * WHAT: for somebody who may have been under 16 when agreeing, says whose consent is still to be noted.
 * WHY: a child is made public only with its guardian's consent too, from 7 years with both (child-consent.ts). A warning:
 * the list can be sent without; the row only stays off the public page.
 */
import { consentNeeded, isConsentWhole, wordsNeeded } from '../child-consent.ts';
import { youngest } from './age-out-of-range.ts';
import { hasConsent } from './consent-given.ts';
import { eachRow, fault, numberAt, textAt } from './rule.ts';

export const checkConsentOfChild = eachRow((row, { today }) => {
  const year = numberAt(row, 'birthYear');
  if (row.kind !== 'individual' || year === undefined || !hasConsent(row)) return undefined;
  if (Number(today.slice(0, 4)) - year < youngest) return undefined;
  const date = textAt(row, 'consentDate') || today;
  const needed = consentNeeded(year, date);
  const value = textAt(row, 'guardianConsent');
  if (isConsentWhole(needed, value)) return undefined;
  return fault('warning', 'consent-of-child', row, 'guardianConsent', {
    value,
    birthYear: year,
    age: Number(date.slice(0, 4)) - year,
    wanted: needed === undefined ? '' : wordsNeeded[needed],
  });
});
