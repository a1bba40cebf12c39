/** A month's stories as a script to read out: whole sentences, numbers and measures as they are spoken. */
import { periodLabel } from '../domain/period.ts';
import type { PublicRow } from '../domain/public-row.ts';
import { compareKey } from '../domain/text.ts';
import type { Filter } from './filter.ts';
import { formatCount } from './html.ts';
import type { Lead } from './lead.ts';
import { scan } from './scan.ts';
import { dayAt } from './segment.ts';
import { leadOf, placeOf, type Shelf } from './shelf.ts';

/** About an hour on the air. */
export const mostStories = 30;

export interface RadioMonth {
  /** "2025-03". */
  month: string;
  label: string;
}

const monthAt = (shelf: Shelf, position: number): string => {
  const { segment, row } = placeOf(shelf, position);
  return dayAt(segment, row).slice(0, 7);
};

/** First of `positions` whose month is earlier than this one; they fall by day. */
function firstBefore(shelf: Shelf, positions: ArrayLike<number>, month: string): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (monthAt(shelf, positions[middle]!) >= month) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last twelve that have stories. */
export function radioMonths(shelf: Shelf, most = 12): RadioMonth[] {
  const all = Uint32Array.from({ length: shelf.total }, (_, index) => index);
  const months: RadioMonth[] = [];
  for (
    let at = 0;
    at < shelf.total && months.length < most;
    at = firstBefore(shelf, all, months.at(-1)!.month)
  ) {
    const month = monthAt(shelf, at);
    if (month === '') break;
    const label = periodLabel(month);
    months.push({ month, label: label.charAt(0).toUpperCase() + label.slice(1) });
  }
  return months;
}

/** The leads of a month, newest first, and how many there are in all. */
export function leadsOfMonth(shelf: Shelf, filter: Filter, month: string): { leads: Lead[]; total: number } {
  const { positions } = scan(shelf, filter);
  const end = firstBefore(shelf, positions, month);
  const from = firstBefore(shelf, positions, nextMonth(month));
  const mine = positions.subarray(from, Math.min(end, from + mostStories));
  return { leads: [...mine].map((position) => leadOf(shelf, position)), total: end - from };
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

export function renderRadio(month: string, place: string, rows: readonly PublicRow[], total: number): string {
  const where = place === '' ? '' : ` của ${place}`;
  const head = `CHUYÊN MỤC GƯƠNG NGƯỜI TỐT, VIỆC TỐT\n${periodLabel(month)}${where}\n\nKính thưa quý vị và bà con!\n`;
  if (rows.length === 0)
    return `${head}\n${periodLabel(month).replace(/^t/, 'T')} chưa có gương nào${where} được công khai.\n`;
  const most =
    total > rows.length
      ? ` Trong ${formatCount(total)} gương của tháng, xin giới thiệu ${rows.length} gương.`
      : '';
  const stories = rows.map((row, index) => `${index + 1}. ${renderStory(row)}`);
  return `${head}Sau đây là những gương được công nhận trong ${periodLabel(month)}${where}.${most}\n\n${stories.join('\n\n')}\n\nXin cảm ơn quý vị và bà con đã lắng nghe.\n`;
}

function renderStory(row: PublicRow): string {
  const who = [row.honorific, row.name].filter(Boolean).join(' ');
  const parts = [
    sentence(listOnce([who, row.position, row.unit, ...row.unitPath])),
    sentence(row.title),
    ...row.summary.split('\n').map(sentence),
    row.keyResults === '' ? '' : sentence(`Kết quả: ${row.keyResults.replace(/\n/g, '; ')}`),
  ];
  return parts
    .filter((part) => part !== '')
    .map(toSpoken)
    .join('\n');
}

/** A model's name often ends with its unit, and a unit may stand above itself: nobody says a name twice in one breath. */
function listOnce(parts: readonly string[]): string {
  const said: string[] = [];
  for (const part of parts) {
    const key = compareKey(part);
    const isSaid = said.map(compareKey).some((one) => one === key || one.endsWith(`, ${key}`));
    if (key !== '' && !isSaid) said.push(part);
  }
  return said.join(', ');
}

const sentence = (text: string): string => (text === '' || /[.!?…]$/.test(text) ? text : `${text}.`);

const measures: Record<string, string> = {
  '%': ' phần trăm',
  km: ' ki-lô-mét',
  'm²': ' mét vuông',
  m2: ' mét vuông',
  'm³': ' mét khối',
  ha: ' héc-ta',
  kg: ' ki-lô-gam',
};

/** "320 triệu đồng/ha/năm, ngày 05/03/2025" → "320 triệu đồng trên héc-ta trên năm, ngày 5 tháng 3 năm 2025". */
export const toSpoken = (text: string): string =>
  text
    .replace(
      /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g,
      (_, day, month, year) => `${Number(day)} tháng ${Number(month)} năm ${year}`,
    )
    .replace(
      /(\p{L})\s?\/\s?(ha|km|kg|m²|m2|m³)(?![\p{L}\p{N}])/gu,
      (_, before, unit) => `${before} trên${measures[unit]}`,
    )
    .replace(
      /(\d)\s?(%|km|m²|m2|m³|ha|kg)(?![\p{L}\p{N}])/gu,
      (_, digit, unit) => `${digit}${measures[unit]}`,
    )
    .replace(/(\p{L})\s?\/\s?(năm|tháng|ngày|vụ|người|hộ)(?!\p{L})/gu, '$1 trên $2');
