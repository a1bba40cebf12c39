/** Calendar dates in cells: serial numbers of Sheets, dd/mm/yyyy as people type, ISO as we keep them. No clock, no zone. */

const dayLength = 86_400_000;

/** Day 0 of Sheets' serial numbers. */
const epoch = Date.UTC(1899, 11, 30);

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Undefined outside the years 1900–9999. The time of day is left out. */
export function serialToIso(serial: number): string | undefined {
  const date = new Date(epoch + Math.floor(serial) * dayLength);
  const year = date.getUTCFullYear();
  if (!(year >= 1900 && year <= 9999)) return undefined;
  return `${year}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`;
}

export function isoToSerial(iso: string): number {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return (Date.UTC(year, month - 1, day) - epoch) / dayLength;
}

/** "2025-01-15" → "15/01/2025". */
export const formatDate = (iso: string): string => iso.split('-').reverse().join('/');

/** Years in which a number found among words is more likely a date that Sheets made of "15/01". */
export function plausibleDate(serial: number): string | undefined {
  const iso = serialToIso(serial);
  return iso !== undefined && iso >= '1990' && iso < '2061' ? iso : undefined;
}

export type ParsedDate = { ok: true; iso: string } | { ok: false; reason: 'unreadable' | 'impossible' };

const dayFirst = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})$/;
const yearFirst = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A month alone or a year of two digits is refused, not guessed: "01/02/03" has three readings. The ISO form has one,
 * so it is taken.
 */
export function parseDate(text: string): ParsedDate {
  const vietnamese = dayFirst.exec(text);
  if (vietnamese) return toDate(vietnamese[3], vietnamese[2], vietnamese[1]);
  const iso = yearFirst.exec(text);
  return iso ? toDate(iso[1], iso[2], iso[3]) : { ok: false, reason: 'unreadable' };
}

/** "15/01/2025" → "2025-01-15"; undefined when it is no date. */
export function isoFromVi(text: string): string | undefined {
  const parsed = parseDate(text);
  return parsed.ok ? parsed.iso : undefined;
}

function toDate(year = '', month = '', day = ''): ParsedDate {
  const exists = year >= '1900' && isDay(Number(year), Number(month), Number(day));
  return exists
    ? { ok: true, iso: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
    : { ok: false, reason: 'impossible' };
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0);
  return day >= 1 && day <= length;
}
