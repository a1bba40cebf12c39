/** Serial dates as spreadsheets count them: days since 30 December 1899, the time as a fraction. */

export interface DateParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** 0 is Sunday. */
  weekday: number;
}

const dayMs = 86_400_000;
const epochDays = 25_569;

/** undefined when there is no such day. */
export function toSerial(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? time / dayMs + epochDays : undefined;
}

export function toParts(serial: number): DateParts {
  const date = new Date(Math.round((serial - epochDays) * dayMs));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    weekday: date.getUTCDay(),
  };
}

/** The wall clock of a time zone, as a serial with its time of day. */
export function nowSerial(now: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(now);
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const day = toSerial(at('year'), at('month'), at('day')) ?? 0;
  return day + (at('hour') * 3600 + at('minute') * 60 + at('second')) / 86_400;
}

export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
