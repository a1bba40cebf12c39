/**
 * WHAT: the name of an individual has no digits.
 * WHY: digits there are a birth year or an identity number in the wrong cell; names of collectives may have them ("Tổ 5").
 */
import { echo } from '../text.ts';
import { eachRow, fault, textAt } from './rule.ts';

export const checkNameHasDigits = eachRow((row) => {
  const name = textAt(row, 'name');
  if (row.kind !== 'individual' || !/\d/.test(name)) return undefined;
  return fault('error', 'name-has-digits', row, 'name', { value: echo(name) });
});
