/** Whether the person named has agreed to be made public. No answer is no consent. */
import { consentWords } from '../forms/exemplar.ts';
import type { Row } from '../row.ts';
import { textAt } from './rule.ts';

export const hasConsent = (row: Row): boolean => {
  const word = textAt(row, 'consent');
  return word === consentWords.yes || word === consentWords.withoutPhoto;
};
