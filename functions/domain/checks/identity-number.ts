/**
 * WHAT: no identity number (9 or 12 digits) and no telephone in text that may be published.
 * WHY: once on a public page it cannot be called back (Luật 91/2025/QH15). Sums of money look alike and pass.
 */
import type { Problem } from '../problem.ts';
import type { Check } from './rule.ts';
import { fault, textAt } from './rule.ts';

/** 9 or 12 digits on end, or an identity number in groups of three that starts with 0 as province codes do. */
const identityPattern = /(?<![\d.,/])(?:\d{9}|\d{12}|0\d{2}([ .])\d{3}\1\d{3}\1\d{3})(?!\d|[.,]\d)/;

/** Ten digits from 0, or +84 and nine, alone or in groups. */
export const phonePattern = /(?<![\d.,/])(?:0|\+?84[ .-]?)\d(?:[ .-]?\d){8}(?!\d|[.,]\d)/;

const sumOfMoney = /(?<![\d.,])[1-9]\d*(?=\s?(?:đồng|đ(?!\p{L})|vnđ|vnd|usd))/giu;

/** Nine digits with no more than one sign between them: neither pattern is found without, and few texts have them. */
const manyDigits = /\d(?:[ .-]?\d){8}/;

const isPublicText = ({ type, visibility }: { type: string; visibility: string }): boolean =>
  visibility === 'public' && (type === 'text' || type === 'longText');

export const checkIdentityNumber: Check = (rows, { form }) => {
  const columns = form.columns.filter(isPublicText);
  return rows.flatMap((row) =>
    columns.flatMap(({ key }): Problem[] => {
      const written = textAt(row, key);
      if (!manyDigits.test(written)) return [];
      const text = written.replace(sumOfMoney, '');
      const found = identityPattern.exec(text) ?? phonePattern.exec(text);
      return found ? [fault('error', 'identity-number', row, key, { value: found[0] })] : [];
    }),
  );
};
