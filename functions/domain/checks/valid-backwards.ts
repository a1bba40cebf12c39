/**
 * WHAT: a criterion does not end before it begins to hold.
 * WHY: it would never be in force, and nobody could cite it.
 */
import { formatDate } from '../date.ts';
import { eachRow, fault, textAt } from './rule.ts';

export const checkValidBackwards = eachRow((row) => {
  const [from, to] = [textAt(row, 'validFrom'), textAt(row, 'validTo')];
  if (from === '' || to === '' || from <= to) return undefined;
  return fault('error', 'valid-backwards', row, 'validTo', { value: formatDate(to), from: formatDate(from) });
});
