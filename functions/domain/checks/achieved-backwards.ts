/**
 * WHAT: the deed begins before it ends.
 * WHY: the two dates are easily typed into each other's cells.
 */
import { formatDate } from '../date.ts';
import { eachRow, fault, textAt } from './rule.ts';

export const checkAchievedBackwards = eachRow((row) => {
  const from = textAt(row, 'achievedFrom');
  const to = textAt(row, 'achievedTo');
  if (from === '' || to === '' || from <= to) return undefined;
  return fault('error', 'achieved-backwards', row, 'achievedTo', {
    value: formatDate(to),
    from: formatDate(from),
  });
});
