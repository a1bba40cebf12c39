/** Periods of a plan and what they are called: "2025" for a year, "2021-04" for a month. */

import type { Plan } from './plan.ts';

const periodPattern = /^\d{4}(-(0[1-9]|1[0-2]))?$/;

export const isPeriod = (text: string): boolean => periodPattern.test(text);

const isMonthly = ({ obligations }: Plan): boolean =>
  obligations.some(({ deadline }) => deadline.kind === 'monthly');

/** Whether the plan runs in this period: a year, or a month where lists are monthly, while it is in force. */
export function isPeriodOf(plan: Plan, period: string): boolean {
  if (!isPeriod(period) || period.includes('-') !== isMonthly(plan)) return false;
  const length = period.length;
  return plan.inForceFrom.slice(0, length) <= period && period <= plan.inForceTo.slice(0, length);
}

/** The period that a day falls into; before the plan its first, after it its last. */
export function periodOn(plan: Plan, day: string): string {
  const within = day < plan.inForceFrom ? plan.inForceFrom : day > plan.inForceTo ? plan.inForceTo : day;
  return within.slice(0, isMonthly(plan) ? 7 : 4);
}

/** What to write instead, for an administrator. */
export function periodAdvice(plan: Plan): string {
  const length = isMonthly(plan) ? 7 : 4;
  const from = plan.inForceFrom.slice(0, length);
  const to = plan.inForceTo.slice(0, length);
  return `kế hoạch ${plan.number} chạy theo ${isMonthly(plan) ? 'tháng' : 'năm'}, hãy ghi từ ${from} đến ${to}.`;
}

/** "năm 2025", "tháng 4/2021". */
export function periodLabel(period: string): string {
  const [year, month] = period.split('-');
  return month === undefined ? `năm ${year}` : `tháng ${Number(month)}/${year}`;
}
