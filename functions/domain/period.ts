/** Periods of a plan and what they are called: "2025" for a year, "2021-04" for a month. */

const periodPattern = /^\d{4}(-(0[1-9]|1[0-2]))?$/;

export const isPeriod = (text: string): boolean => periodPattern.test(text);

/** "năm 2025", "tháng 4/2021". */
export function periodLabel(period: string): string {
  const [year, month] = period.split('-');
  return month === undefined ? `năm ${year}` : `tháng ${Number(month)}/${year}`;
}
