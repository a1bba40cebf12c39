/** Working mornings as places in a list. Written apart from the product's own arithmetic, which the simulated year checks. */

export interface OfficeDays {
  /** ISO dates in order. */
  mornings: readonly string[];
  /** Place of the last working day that is not after the date. */
  place(date: string): number;
  /** The working day so many places from the date's own; negative is before. */
  from(date: string, places: number): string;
}

export function toOfficeDays(first: string, last: string, daysOff: ReadonlySet<string>): OfficeDays {
  const mornings: string[] = [];
  const date = new Date(`${first}T12:00:00Z`);
  for (; date.toISOString().slice(0, 10) <= last; date.setUTCDate(date.getUTCDate() + 1)) {
    const text = date.toISOString().slice(0, 10);
    const isWeekend = ['Sat', 'Sun'].includes(date.toUTCString().slice(0, 3));
    if (!isWeekend && !daysOff.has(text)) mornings.push(text);
  }
  const place = (day: string): number => mornings.findLastIndex((morning) => morning <= day);
  return { mornings, place, from: (day, places) => mornings[place(day) + places] as string };
}
