/**
 * WHAT: the list reaches the plan's lower number.
 * WHY: "từ 05 đến 06 điển hình" is an obligation. An empty list is told by list-empty.
 */
import { listSize } from './list-size.ts';
import type { Check } from './rule.ts';

export const checkQuotaBelow: Check = (rows, context) => {
  const count = listSize(rows, context);
  const min = context.quota?.min ?? 0;
  return count > 0 && count < min ? [{ code: 'quota-below', severity: 'error', params: { count, min } }] : [];
};
