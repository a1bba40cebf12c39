/**
 * WHAT: a photo has a description in words.
 * WHY: the public page is read by people who do not see it (WCAG 1.1.1).
 */
import { eachRow, fault, textAt } from './rule.ts';

export const checkPhotoAlt = eachRow((row) =>
  textAt(row, 'photoUrl') !== '' && textAt(row, 'photoAlt') === ''
    ? fault('error', 'photo-without-alt', row, 'photoAlt')
    : undefined,
);
