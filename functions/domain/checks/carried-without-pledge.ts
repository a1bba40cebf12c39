/**
 * WHAT: an exemplar that was carried over from an earlier year says what it registers for this one.
 * WHY: exemplars register anew each year (KH 113, II.3). A warning: whom the plan does not make pledge may stay listed.
 */
import { periodLabel } from '../period.ts';
import { eachRow, fault, textAt } from './rule.ts';

export const checkCarriedPledge = eachRow((row, { form, earlierPeriodOf, approved }) => {
  const earlier = earlierPeriodOf?.(row);
  if (earlier === undefined || approved?.has(row.id) || textAt(row, 'pledge') !== '') return undefined;
  if (!form.columns.some(({ key }) => key === 'pledge')) return undefined;
  return fault('warning', 'carried-without-pledge', row, 'pledge', { from: periodLabel(earlier) });
});
