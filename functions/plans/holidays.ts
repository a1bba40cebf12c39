/** The days off of a plan beside weekends, as sets to count with, and what is known of each year's list. */
import type { DayOff, Plan } from '../domain/plan.ts';
import { daysThrough, type Holidays } from '../domain/working-days.ts';
import { type HolidayYear, vietnamHolidays } from './data/vietnam-holidays.ts';

/** "2025-01-25/2025-02-02" is every day from the first to the last. */
const daysOf = (text: string): string[] => {
  const [first, last = first] = text.split('/') as [string, string?];
  return daysThrough(first, last);
};

/** The first last day, MM-dd, that is not before the date says what the day is kept for. */
const names: readonly (readonly [until: string, name: string])[] = [
  ['01-05', 'Tết Dương lịch'],
  ['03-15', 'Tết Nguyên đán'],
  ['04-27', 'Giỗ Tổ Hùng Vương'],
  ['05-10', 'Ngày Chiến thắng 30/4, Quốc tế Lao động 01/5'],
  ['12-31', 'Quốc khánh 02/9'],
];

const nameOf = (date: string): string => names.find(([until]) => date.slice(5) <= until)?.[1] ?? '';

export const toDaysOff = (years: readonly HolidayYear[]): DayOff[] =>
  years.flatMap(({ days, source }) =>
    days.flatMap(daysOf).map((date) => ({ date, name: nameOf(date), source })),
  );

/** Those that ship with the project, and that a control sheet lists at first. */
export const daysOff: readonly DayOff[] = toDaysOff(vietnamHolidays);

const toHolidays = (days: readonly DayOff[]): Holidays => new Set(days.map(({ date }) => date));

const shipped = toHolidays(daysOff);

const sets = new WeakMap<readonly DayOff[], Holidays>();

/** The one door to a plan's days off: its own list, kept on the control sheet, or else those that ship. */
export function holidaysOf({ daysOff: own }: Pick<Plan, 'daysOff'>): Holidays {
  if (own === undefined) return shipped;
  const known = sets.get(own) ?? toHolidays(own);
  sets.set(own, known);
  return known;
}

/** 'checked': against the notice of the year. 'unchecked': an administrator should. 'missing': only weekends are known. */
export type HolidayStanding = 'checked' | 'unchecked' | 'missing';

const uncheckedSources = new Set(
  vietnamHolidays.filter(({ isChecked }) => !isChecked).map(({ source }) => source),
);

/** A day that still names the paper of an unchecked list has been checked by nobody: a new source says that it was. */
export function holidayStanding(
  { daysOff: own = daysOff }: Pick<Plan, 'daysOff'>,
  year: number,
): HolidayStanding {
  const known = own.filter(({ date }) => date.startsWith(`${year}-`));
  if (known.length === 0) return 'missing';
  return known.some(({ source }) => uncheckedSources.has(source)) ? 'unchecked' : 'checked';
}
