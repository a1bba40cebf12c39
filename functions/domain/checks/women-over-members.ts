/**
 * WHAT: a collective has no more women than members.
 * WHY: the share of women decides between equals (NĐ 152/2025, điều 4.6).
 */
import { eachRow, fault, numberAt } from './rule.ts';

export const checkWomen = eachRow((row) => {
  const women = numberAt(row, 'femaleCount');
  const members = numberAt(row, 'memberCount');
  if (women === undefined || members === undefined || women <= members) return undefined;
  return fault('error', 'women-over-members', row, 'femaleCount', { value: women, members });
});
