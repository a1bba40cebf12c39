/**
 * WHAT: the day of consent is today or earlier.
 * WHY: a promise to agree is not consent.
 */
import { formatDate } from '../date.ts';
import { eachRow, fault, textAt } from './rule.ts';

export const checkConsentInFuture = eachRow((row, { today }) => {
  const date = textAt(row, 'consentDate');
  if (date <= today) return undefined;
  return fault('error', 'consent-in-future', row, 'consentDate', {
    value: formatDate(date),
    today: formatDate(today),
  });
});
