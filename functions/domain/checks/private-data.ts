/**
 * WHAT: no telephone, identity number, account or e-mail address in text that may be published (errors); a house number
 * and words of illness or crime are asked about (warnings). A cell's complaint names all that was found in it.
 * WHY: once on a public page it cannot be called back (Luật 91/2025/QH15; NĐ 356/2025/NĐ-CP, điều 3 and 4).
 */
import { type Contact, findContacts } from '../contact-data.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { houseNumbers, sensitiveWords } from '../sensitive-words.ts';
import type { Check } from './rule.ts';
import { fault, textAt } from './rule.ts';

const codes: Record<Contact['kind'], ProblemCode> = {
  email: 'email-in-text',
  account: 'account-in-text',
  phone: 'identity-number',
  identity: 'identity-number',
};

const isPublicText = ({ type, visibility }: { type: string; visibility: string }): boolean =>
  visibility === 'public' && (type === 'text' || type === 'longText');

/** What was approved before this was looked for stays: its unit could not change it, and its reviewers can take it off. */
export const checkPrivateData: Check = (rows, { form, approved }) => {
  const columns = form.columns.filter(isPublicText);
  return rows.flatMap((row) =>
    columns.flatMap(({ key }): Problem[] => {
      if (approved?.get(row.id)?.[key] === row.values[key]) return [];
      const [first, ...others] = findPrivate(textAt(row, key));
      if (!first) return [];
      const also = others.map(({ text }) => `“${text}”`).join(', ');
      const params = { value: first.text, ...(also === '' ? {} : { also }) };
      return [fault(first.severity, first.code, row, key, params)];
    }),
  );
};

interface Private {
  code: ProblemCode;
  severity: Problem['severity'];
  text: string;
}

const findPrivate = (text: string): Private[] => [
  ...findContacts(text).map((one): Private => ({ code: codes[one.kind], severity: 'error', text: one.text })),
  ...houseNumbers(text).map((one): Private => ({ code: 'house-in-text', severity: 'warning', text: one })),
  ...sensitiveWords(text).map(
    (one): Private => ({ code: 'sensitive-words', severity: 'warning', text: one }),
  ),
];
