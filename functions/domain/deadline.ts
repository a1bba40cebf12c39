/** Deadline rules and what they give in a period: the last valid day, the first late instant, an extension that moves both. */
import { DateTime } from 'luxon';
import { monthsOf } from './period.ts';
import { addDays, daysUntil, type Holidays, workingDayOnOrBefore } from './working-days.ts';

/** Which day of a period a plan names. */
export type DayRule =
  /** "trước ngày 15/01 hằng năm". */
  | { kind: 'yearly'; month: number; day: number }
  /** "trước ngày 15 hằng tháng". */
  | { kind: 'monthly'; day: number }
  /** "trước ngày 20 tháng cuối quý": the month counts from the quarter's first; beyond 3 it is in the next quarter. */
  | { kind: 'quarterly'; month: number; day: number }
  /** The same of a half-year. */
  | { kind: 'halfYearly'; month: number; day: number }
  /** "hoàn thành trước ngày 30/6/2023": the same day in any period. */
  | { kind: 'once'; date: string }
  /** "dịp kỷ niệm ngày truyền thống của đơn vị mình": each unit has its own. */
  | { kind: 'anniversary' }
  /** The day the plan ends. */
  | { kind: 'periodEnd' };

/** Strict is "trước ngày": the date itself is late. */
export type DeadlineRule = DayRule & { strict: boolean };

/** What a rule is read with. */
export interface DayTerms {
  /** "2025" of a yearly list, "2021-04" of a monthly one; see period.ts. */
  period: string;
  /** Last day of the plan, ISO date. */
  inForceTo: string;
  /** 'MM-dd' of the unit; absent when nobody has told it. */
  anniversary?: string | undefined;
}

export interface DeadlineTerms extends DayTerms {
  timeZone: string;
  holidays: Holidays;
  extension?: Extension | undefined;
}

/** More time that the parent gave one unit in one period. */
export interface Extension {
  /** ISO date. */
  lastDay: string;
  reason: string;
}

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
  /** As the plan gives it to everybody: a mark for time that was granted is not one for being in time. */
  own: { lastDay: string; lateFrom: Date };
  /** Present when the last day is the extension's and not the plan's. */
  extended?: Extension;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

function dateText(rule: DayRule, { period, inForceTo, anniversary }: DayTerms): string | undefined {
  const { year, first } = monthsOf(period);
  switch (rule.kind) {
    case 'once':
      return rule.date;
    case 'periodEnd':
      return inForceTo;
    case 'yearly':
      return `${year}-${twoDigits(rule.month)}-${twoDigits(rule.day)}`;
    case 'monthly':
      return `${year}-${twoDigits(first)}-${twoDigits(rule.day)}`;
    case 'quarterly':
    case 'halfYearly':
      return dayAfterMonths(year, first + rule.month - 1, rule.day);
    case 'anniversary':
      return anniversary === undefined ? undefined : anniversaryIn(year, anniversary);
  }
}

/** `month` may pass December. */
const dayAfterMonths = (year: number, month: number, day: number): string =>
  `${year + Math.floor((month - 1) / 12)}-${twoDigits(((month - 1) % 12) + 1)}-${twoDigits(day)}`;

/** A tradition day on 29/02 is kept on 28/02 in common years. */
const anniversaryIn = (year: number, anniversary: string): string =>
  anniversary === '02-29' && !DateTime.utc(year).isInLeapYear ? `${year}-02-28` : `${year}-${anniversary}`;

/** The day a rule names; undefined for the anniversary of a unit that has told none. */
export function namedDay(rule: DayRule, terms: DayTerms): string | undefined {
  const date = dateText(rule, terms);
  if (date === undefined) return undefined;
  const named = DateTime.fromISO(date, { zone: 'utc' });
  if (!named.isValid)
    throw new RangeError(
      `no such day: ${JSON.stringify(rule)} in period ${terms.period} (${named.invalidReason})`,
    );
  return date;
}

export function toDeadline(rule: DeadlineRule, terms: DeadlineTerms): Deadline {
  const { timeZone, holidays, extension } = terms;
  const namedDate = namedDay(rule, terms);
  // parse-plan.ts refuses a plan in which a unit owes by a day it does not have.
  if (namedDate === undefined) throw new RangeError('a deadline by anniversary for a unit without one');
  const ownLastDay = rule.strict ? addDays(namedDate, -1) : namedDate;
  const isExtended = extension !== undefined && extension.lastDay > ownLastDay;
  const lastDay = isExtended ? extension.lastDay : ownLastDay;
  return {
    namedDate,
    lastDay,
    lastWorkingDay: workingDayOnOrBefore(lastDay, holidays),
    lateFrom: midnightAfter(lastDay, timeZone),
    strict: rule.strict,
    own: { lastDay: ownLastDay, lateFrom: midnightAfter(ownLastDay, timeZone) },
    ...(isExtended ? { extended: { lastDay, reason: extension.reason } } : {}),
  };
}

const midnights = new Map<string, number>();

/** The instant a day ends. Worked out once: a plan has a handful of last days, and each morning asks for those of all units. */
export function midnightAfter(day: string, zone: string): Date {
  const key = `${day} ${zone}`;
  const known = midnights.get(key) ?? DateTime.fromISO(addDays(day, 1), { zone }).toMillis();
  midnights.set(key, known);
  return new Date(known);
}

export const isLate = ({ lateFrom }: Pick<Deadline, 'lateFrom'>, at: Date): boolean => at >= lateFrom;

/** Whole days after the last valid day, 1 from the first late instant; 0 when on time. */
export const daysLate = (deadline: Deadline, at: Date, zone: string): number =>
  isLate(deadline, at) ? daysUntil(deadline.lastDay, localDate(at, zone)) : 0;

/** The calendar day of an instant in a zone, ISO. */
export const localDate = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).toISODate() as string;

/** The instant as its clocks show it: "2025-03-05T08:00:00+07:00". */
export const localInstant = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).startOf('second').toISO({ suppressMilliseconds: true }) as string;
