/** The period before another: a year, or a month where lists are monthly. */
export function periodBefore(period: string): string {
  const [year = 0, month] = period.split('-').map(Number);
  if (month === undefined) return String(year - 1).padStart(4, '0');
  const [before, number] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return `${String(before).padStart(4, '0')}-${String(number).padStart(2, '0')}`;
}
