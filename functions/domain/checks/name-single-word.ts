/**
 * WHAT: the name of an individual has at least two words.
 * WHY: "Hoa" cannot be told from the commune's other Hoas, nor printed on a certificate.
 */
import { echo } from '../text.ts';
import { eachRow, fault, textAt } from './rule.ts';

export const checkNameSingleWord = eachRow((row) => {
  const name = textAt(row, 'name');
  if (row.kind !== 'individual' || name === '' || name.includes(' ')) return undefined;
  return fault('error', 'name-single-word', row, 'name', { value: echo(name) });
});
