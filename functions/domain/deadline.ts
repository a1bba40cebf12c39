/** Deadline rules and what they give in a period: the last valid day, the first late instant, working days left. */
import { DateTime } from 'luxon';

export type DeadlineRule =
  /** "trước ngày 15/01 hằng năm": strict means the date itself is late. */
  | { kind: 'yearly'; month: number; day: number; strict: boolean }
  /** "trước ngày 15 hằng tháng". */
  | { kind: 'monthly'; day: number; strict: boolean }
  /** "hoàn thành trước ngày 30/6/2023". */
  | { kind: 'once'; date: string; strict: boolean };

export interface Deadline {
  /** The date the plan names, ISO. */
  namedDate: string;
  /** Last day on which a list is on time, ISO. */
  lastDay: string;
  /** Last working day among the days on which a list is on time, ISO. */
  lastWorkingDay: string;
  /** First instant at which a list is late: 00:00 in the plan's zone. */
  lateFrom: Date;
  strict: boolean;
}

/** Days off beside Saturday and Sunday, as a set of ISO dates. */
export type Holidays = ReadonlySet<string>;

const iso = (date: DateTime): string => date.toISODate() as string;

/** A period is "2025" for a yearly plan, "2021-04" for a monthly one; a one-off rule has the same day in any period. */
function namedDate(rule: DeadlineRule, period: string, zone: string): DateTime {
  if (rule.kind === 'once') return DateTime.fromISO(rule.date, { zone });
  const [year, month] = period.split('-').map(Number);
  return DateTime.fromObject(
    { year: year as number, month: rule.kind === 'yearly' ? rule.month : (month as number), day: rule.day },
    { zone },
  );
}

export function toDeadline(rule: DeadlineRule, period: string, zone: string, holidays: Holidays): Deadline {
  const named = namedDate(rule, period, zone).startOf('day');
  if (!named.isValid)
    throw new RangeError(`no such day: ${JSON.stringify(rule)} in period ${period} (${named.invalidReason})`);
  const lastDay = rule.strict ? named.minus({ days: 1 }) : named;
  return {
    namedDate: iso(named),
    lastDay: iso(lastDay),
    lastWorkingDay: workingDayOnOrBefore(iso(lastDay), holidays),
    lateFrom: lastDay.plus({ days: 1 }).toJSDate(),
    strict: rule.strict,
  };
}

export const isLate = (deadline: Deadline, at: Date): boolean => at >= deadline.lateFrom;

/** Whole days after the last valid day, 1 from the first late instant; 0 when on time. */
export function daysLate(deadline: Deadline, at: Date, zone: string): number {
  if (!isLate(deadline, at)) return 0;
  const day = DateTime.fromJSDate(at, { zone }).startOf('day');
  return Math.round(day.diff(DateTime.fromISO(deadline.lastDay, { zone }), 'days').days);
}

const dayMs = 86_400_000;

const isoDay = (utcMidnight: number): string => new Date(utcMidnight).toISOString().slice(0, 10);

export function isWorkingDay(date: string, holidays: Holidays): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

function workingDayOnOrBefore(date: string, holidays: Holidays): string {
  let day = Date.parse(`${date}T00:00:00Z`);
  while (!isWorkingDay(isoDay(day), holidays)) day -= dayMs;
  return isoDay(day);
}

/** Working days from `from` (not counted) to `to` (counted); 0 on the day itself, negative once it is past. */
export function workingDaysUntil(from: string, to: string, holidays: Holidays): number {
  if (to < from) return -workingDaysUntil(to, from, holidays);
  const last = Date.parse(`${to}T00:00:00Z`);
  let count = 0;
  for (let day = Date.parse(`${from}T00:00:00Z`) + dayMs; day <= last; day += dayMs)
    if (isWorkingDay(isoDay(day), holidays)) count += 1;
  return count;
}

/** The calendar day of an instant in a zone, ISO. */
export const localDate = (at: Date, zone: string): string => iso(DateTime.fromJSDate(at, { zone }));
