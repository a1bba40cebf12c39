/** The title of a tab as Excel allows it for a sheet: at most 31 characters, none of them []:*?/\, no apostrophe at the ends. */
import { markSheet } from './mark.ts';

const maxLength = 31;

/** Titles that Excel keeps for itself or that the template needs. */
const taken = new Set(['history', 'hướng dẫn', markSheet.toLowerCase()]);

export function toSheetName(title: string): string {
  const allowed = title
    .normalize('NFC')
    .replaceAll(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ');
  // Excel counts UTF-16 units; a pair must not be cut in two.
  const cut = [...allowed.trim()].reduce(
    (text, sign) => (text.length + sign.length > maxLength ? text : text + sign),
    '',
  );
  const name = cut.replaceAll(/^['\s]+|['\s]+$/gu, '');
  return name === '' || taken.has(name.toLowerCase()) ? 'Danh sách' : name;
}
