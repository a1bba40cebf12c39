/** What somebody who means harm, or a broken paste, puts into a cell; nothing of it may reach a reader as anything but text. */
import fc from 'fast-check';
import type { PublicRow } from '../../functions/domain/public-row.ts';
import { anyText } from '../domain/vietnamese.ts';
import { aPublicRow } from './rows.ts';

export const hostileTexts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></textarea><script src="//xau.vn/x.js"></script>',
  '<!-- ',
  ']]><svg/onload=alert(1)>',
  '&lt;b&gt; &#60;script&#62; &amp',
  'javascript:alert(1)',
  '{{7*7}} `alert(1)` %7B',
  '\u202etxet desrever\u2066',
  'a\u0000b\u0007c',
  `T${'\u0301'.repeat(500)}`,
  '<'.repeat(2000),
];

export const aMegabyte = '<b>Ẩ</b>&"\u202e'.repeat(70_000);

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.tuple(anyText, fc.constantFrom(...hostileTexts), anyText).map((parts) => parts.join('')),
);

/** A row with the same words in every text; the pieces that are no text stay as they are. */
export const rowFullOf = (text: string): PublicRow => {
  const row = aPublicRow({ photo: { id: 'a'.repeat(20), width: 960, height: 720, alt: text } });
  const filled = Object.entries(row).map(([key, value]) =>
    typeof value === 'string' && !['kind', 'approvedOn', 'period', 'planId', 'id', 'unitId'].includes(key)
      ? [key, text]
      : [key, value],
  );
  return {
    ...Object.fromEntries(filled),
    unitPath: [text, text],
    steps: [{ step: 'found', unit: text, on: '2025-01-10' }],
  };
};
