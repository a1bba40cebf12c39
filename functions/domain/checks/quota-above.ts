/**
 * WHAT: the list keeps within the plan's upper number.
 * WHY: choosing is the unit's duty; a longer list leaves it to the level above.
 */
import { listSize } from './list-size.ts';
import type { Check } from './rule.ts';

export const checkQuotaAbove: Check = (rows, context) => {
  const count = listSize(rows, context);
  const max = context.quota?.max;
  return max !== undefined && count > max
    ? [{ code: 'quota-above', severity: 'error', params: { count, max } }]
    : [];
};
