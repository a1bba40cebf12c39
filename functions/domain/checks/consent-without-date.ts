/**
 * WHAT: consent has its date.
 * WHY: who publishes must be able to show when the person agreed (Luật 91/2025/QH15). A date that is wrong is told elsewhere.
 */
import { hasConsent } from './consent-given.ts';
import { eachRow, fault, textAt } from './rule.ts';

export const checkConsentDate = eachRow((row) =>
  hasConsent(row) && textAt(row, 'consentDate') === ''
    ? fault('error', 'consent-without-date', row, 'consentDate', { consent: textAt(row, 'consent') })
    : undefined,
);
