/** The days off of a year beside weekends, as sets to count with, and what is known of each year's list. */
import type { Holidays } from '../domain/working-days.ts';
import { addDays } from '../domain/working-days.ts';
import { type HolidayYear, vietnamHolidays } from './data/vietnam-holidays.ts';

/** "2025-01-25/2025-02-02" is every day from the first to the last. */
function daysOf(text: string): string[] {
  const [first, last = first] = text.split('/') as [string, string?];
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

export const toHolidays = (years: readonly HolidayYear[]): Holidays =>
  new Set(years.flatMap(({ days }) => days.flatMap(daysOf)));

export const holidays: Holidays = toHolidays(vietnamHolidays);

/** 'checked': against the notice of the year. 'unchecked': an administrator should. 'missing': only weekends are known. */
export type HolidayStanding = 'checked' | 'unchecked' | 'missing';

export function holidayStanding(year: number): HolidayStanding {
  const known = vietnamHolidays.find((candidate) => candidate.year === year);
  if (!known) return 'missing';
  return known.isChecked ? 'checked' : 'unchecked';
}
