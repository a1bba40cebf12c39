/** Safe HTML by construction: the tag escapes every value, so that no render function can forget to. */

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attributes in quotes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => entities[char] as string);

/** Markup that is already safe. */
export interface Html {
  readonly html: string;
}

type Value = string | number | Html | readonly Html[] | null | false;

const toMarkup = (value: Value): string => {
  if (value === null || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return 'html' in value ? value.html : value.map((part) => part.html).join('');
};

/** html`<p>${name}</p>`: strings are escaped, markup made by this tag goes in as it is, null and false leave nothing. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html => ({
  html: parts.reduce((text, part, index) => text + toMarkup(values[index - 1] ?? null) + part),
});

/** For constants of this code base only. */
export const trusted = (markup: string): Html => ({ html: markup });

/** An address that a link may carry, or undefined: "javascript:", "data:" and the like never get through. */
export function toSafeUrl(url: string): string | undefined {
  const parsed = URL.parse(url);
  const isWeb = parsed?.protocol === 'https:' || parsed?.protocol === 'http:';
  return parsed && isWeb && !parsed.username && !parsed.password ? parsed.href : undefined;
}

/** "2025-01-15" → "15/01/2025". */
export const formatDate = (iso: string): string => iso.replace(/^(\d{4})-(\d{2})-(\d{2}).*$/s, '$3/$2/$1');

/** "1.234": the way Vietnamese groups digits. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

const home = 'Asia/Ho_Chi_Minh';
/** All year, since 1975. */
const homeOffsetMs = 7 * 3_600_000;

/** "2025-01-15", the day of an instant at home; '' of none. */
export const localDay = (instant: string): string =>
  instant === '' ? '' : new Date(Date.parse(instant) + homeOffsetMs).toISOString().slice(0, 10);

/** Making one costs as much as making half a page. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** "08:05 ngày 15/01/2025" in the zone. At home without Intl, which a fresh process takes eight milliseconds to load. */
export function formatInstant(instant: string, timeZone = home): string {
  if (timeZone === home) {
    const local = new Date(Date.parse(instant) + homeOffsetMs).toISOString();
    return `${local.slice(11, 16)} ngày ${formatDate(local)}`;
  }
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  const [date, time] = format.format(new Date(instant)).split(', ');
  return `${time} ngày ${date}`;
}
