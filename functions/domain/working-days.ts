/** Working days between two dates: Monday to Friday without the holidays that are handed in. Dates are ISO text. */

/** Days off beside Saturday and Sunday, as a set of ISO dates. */
export type Holidays = ReadonlySet<string>;

const dayMs = 86_400_000;

const utcMidnight = (date: string): number => Date.parse(`${date}T00:00:00Z`);

const isoDay = (midnight: number): string => new Date(midnight).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => isoDay(utcMidnight(date) + days * dayMs);

/** 1970-01-01 was a Thursday; weeks begin on Monday. */
export const isSameWeek = (a: string, b: string): boolean => weekOf(a) === weekOf(b);

const weekOf = (date: string): number => Math.floor((utcMidnight(date) / dayMs + 3) / 7);

/** Every day from one date to another, both included. */
export const daysThrough = (from: string, to: string): string[] =>
  Array.from({ length: daysUntil(from, to) + 1 }, (_, index) => addDays(from, index));

/** Calendar days from one date to another; negative when the second is earlier. */
export const daysUntil = (from: string, to: string): number => (utcMidnight(to) - utcMidnight(from)) / dayMs;

export function isWorkingDay(date: string, holidays: Holidays): boolean {
  const weekday = new Date(utcMidnight(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

export function workingDayOnOrBefore(date: string, holidays: Holidays): string {
  let day = date;
  while (!isWorkingDay(day, holidays)) day = addDays(day, -1);
  return day;
}

/** Working days from `from` (not counted) to `to` (counted); 0 on the day itself, negative once it is past. */
export function workingDaysUntil(from: string, to: string, holidays: Holidays): number {
  if (to < from) return -workingDaysUntil(to, from, holidays);
  const off = weekdaysOff(holidays).filter((day) => from < day && day <= to).length;
  return weekdaysUpTo(to) - weekdaysUpTo(from) - off;
}

/** Mondays to Fridays from a Monday long ago up to and with the date: whole weeks, then the days of the last one. */
function weekdaysUpTo(date: string): number {
  const days = utcMidnight(date) / dayMs - aMonday + 1;
  return Math.floor(days / 7) * 5 + Math.min(5, days % 7);
}

/** 5 January 1970, in days of the epoch; no date here is earlier. */
const aMonday = 4;

const known = new WeakMap<Holidays, string[]>();

/** The holidays that would have been working days; a digest asks hundreds of times. */
function weekdaysOff(holidays: Holidays): string[] {
  const found = known.get(holidays) ?? [...holidays].filter((day) => isWorkingDay(day, new Set()));
  known.set(holidays, found);
  return found;
}

/** The working day so many working days before a date; with 0, the last working day that is not after it. */
export function workingDaysBefore(date: string, count: number, holidays: Holidays): string {
  let day = workingDayOnOrBefore(date, holidays);
  for (let left = count; left > 0; left -= 1) day = workingDayOnOrBefore(addDays(day, -1), holidays);
  return day;
}
