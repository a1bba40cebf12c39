/**
 * WHAT: the list is longer than what the plan hopes for.
 * WHY: allowed, but often a line left over from copying. Told only where no upper number is broken.
 */
import { listSize } from './list-size.ts';
import type { Check } from './rule.ts';

export const checkQuotaOverTarget: Check = (rows, context) => {
  const count = listSize(rows, context);
  const { target, max } = context.quota ?? {};
  if (target === undefined || count <= target || (max !== undefined && count > max)) return [];
  return [{ code: 'quota-over-target', severity: 'warning', params: { count, target } }];
};
