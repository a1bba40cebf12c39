/** How a locale writes numbers and dates, taken from Intl so that vi_VN, en_US and the rest need no table. */

export interface LocaleRules {
  decimal: string;
  group: string;
  /** Order of day, month and year in a short date. */
  dateOrder: 'dmy' | 'mdy' | 'ymd';
  compare(a: string, b: string): number;
  monthName(month: number, style: 'short' | 'long'): string;
  weekdayName(weekday: number, style: 'short' | 'long'): string;
}

const known = new Map<string, LocaleRules>();

export function localeRules(locale: string): LocaleRules {
  const rules = known.get(locale) ?? readRules(locale);
  known.set(locale, rules);
  return rules;
}

/** Whether a spreadsheet may be given this locale. */
export function isLocale(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(toTag(locale)).length > 0;
  } catch {
    return false;
  }
}

function toTag(locale: string): string {
  return locale.replaceAll('_', '-');
}

function readRules(locale: string): LocaleRules {
  const tag = toTag(locale);
  const numbers = new Intl.NumberFormat(tag).formatToParts(1_234_567.5);
  const dates = new Intl.DateTimeFormat(tag).formatToParts(new Date(0));
  const order = dates
    .flatMap(({ type }) => (['day', 'month', 'year'].includes(type) ? [type[0]] : []))
    .join('');
  const name = (date: Date, part: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...part, timeZone: 'UTC' }).format(date);
  return {
    decimal: numbers.find((part) => part.type === 'decimal')?.value ?? '.',
    group: numbers.find((part) => part.type === 'group')?.value ?? ',',
    dateOrder: order === 'mdy' || order === 'ymd' ? order : 'dmy',
    compare: new Intl.Collator(tag).compare,
    monthName: (month, style) => name(new Date(Date.UTC(2024, month - 1, 1)), { month: style }),
    // 7 January 2024 was a Sunday.
    weekdayName: (weekday, style) => name(new Date(Date.UTC(2024, 0, 7 + weekday)), { weekday: style }),
  };
}
