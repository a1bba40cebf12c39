/**
 * WHAT: there is no photo of someone who agreed "không ảnh" or did not agree.
 * WHY: the photo would not be published in any case, but it should not lie in a shared sheet either.
 */
import { consentWords } from '../forms/exemplar.ts';
import { eachRow, fault, textAt } from './rule.ts';

export const checkPhotoConsent = eachRow((row) => {
  const consent = textAt(row, 'consent');
  const against = consent === consentWords.withoutPhoto || consent === consentWords.no;
  if (!against || textAt(row, 'photoUrl') === '') return undefined;
  return fault('warning', 'photo-against-consent', row, 'photoUrl', { consent });
});
