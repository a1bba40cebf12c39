/** What there is to read out on the radio: which months, in how many parts, and what an address asks for. */
import { periodLabel } from '../domain/period.ts';
import { capital, echo } from '../domain/text.ts';
import { facets, unitParameter } from './facets.ts';
import { type Filter, listHref, noFilter, parseFilter } from './filter.ts';
import { formatDate, localDay } from './html.ts';
import type { Lead } from './lead.ts';
import { dictionaryOf } from './lexicon.ts';
import { scan } from './scan.ts';
import { dayAt } from './segment.ts';
import { leadOf, placeOf, type Shelf } from './shelf.ts';
import type { Site } from './site.ts';
import { spokenMonth, toSpoken } from './spoken.ts';

/** About an hour on the air; what is more is in further parts. */
export const mostStories = 30;

export interface RadioMonth {
  /** "2025-03". */
  month: string;
  label: string;
  /** Stories. */
  total: number;
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
    months.push({ month, label: capital(periodLabel(month)), total: firstBefore(shelf, all, month) - at });
  }
  return months;
}

/** Leads of a month, newest first: those of one part, and how many there are in all. */
export function leadsOfMonth(
  shelf: Shelf,
  filter: Filter,
  month: string,
  part = 1,
): { leads: Lead[]; total: number } {
  const { positions } = scan(shelf, filter);
  const end = firstBefore(shelf, positions, month);
  const start = firstBefore(shelf, positions, nextMonth(month));
  const from = Math.min(end, start + (part - 1) * mostStories);
  const mine = positions.subarray(from, Math.min(end, from + mostStories));
  return { leads: [...mine].map((position) => leadOf(shelf, position)), total: end - start };
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

const partParameter = 'phan';

/** An empty month is one part. */
export const partsOf = (total: number): number => Math.max(1, Math.ceil(total / mostStories));

/** "/phat-thanh/2025-02.txt?don-vi=phuong-2-31813&phan=2". */
export function radioHref(month: string, part = 1, filter: Filter = noFilter): string {
  const href = listHref(filter, `/phat-thanh/${month}.txt`);
  return part === 1 ? href : `${href}${href.includes('?') ? '&' : '?'}${partParameter}=${part}`;
}

export interface RadioAsked {
  month: string;
  filter: Filter;
  part: number;
  leads: Lead[];
  total: number;
}

/** What an address asks for, or the sentence that says why there is no such script: it is read by people. */
export function askRadio(
  { url }: Site,
  shelf: Shelf,
  month: string,
  parameters: URLSearchParams,
): RadioAsked | string {
  const filter = { ...parseFilter(parameters), query: '', place: null };
  const unknown = unknownValue(shelf, parameters);
  if (unknown?.name === unitParameter)
    return `Không có đơn vị “${unknown.value}”. Xin mở ${url}/don-vi, chọn đơn vị rồi lấy phần cuối của địa chỉ trang đó.`;
  if (unknown) return `Không có “${unknown.value}” ở điều kiện “${unknown.name}”. Xin chọn lại ở ${url}/loc.`;
  const wanted = parameters.get(partParameter) || '1';
  const part = /^[1-9]\d{0,4}$/.test(wanted) ? Number(wanted) : undefined;
  const { leads, total } = leadsOfMonth(shelf, filter, month, part);
  if (total === 0 && month > localDay(shelf.updatedAt).slice(0, 7)) return notYet(url, shelf, month);
  const parts = partsOf(total);
  if (part === undefined || part > parts)
    return `Không có phần “${echo(wanted)}”: bản tin ${spokenMonth(month)} có ${parts} phần, phần đầu ở ${url}${radioHref(month, 1, filter)}`;
  return { month, filter, part, leads, total };
}

/** The list knows no clock: a month that begins after its last change cannot have anything in it. */
const notYet = (url: string, { updatedAt }: Shelf, month: string): string =>
  updatedAt === ''
    ? `Chưa có bản tin ${spokenMonth(month)}: chưa có gương nào được công khai.`
    : `Chưa có bản tin ${spokenMonth(month)}: danh sách công khai thay đổi lần cuối ngày ${toSpoken(formatDate(localDay(updatedAt)))}. Các tháng đã có bản tin ở ${url}/du-lieu`;

function unknownValue(
  { units, lexicon }: Shelf,
  parameters: URLSearchParams,
): { name: string; value: string } | undefined {
  for (const name of [unitParameter, ...facets.map((facet) => facet.name)]) {
    const value = parameters.get(name) ?? '';
    const isKnown =
      name === unitParameter ? units.bySlug.has(value) : dictionaryOf(lexicon, name).codes.has(value);
    if (value !== '' && !isKnown) return { name, value: echo(value) };
  }
  return undefined;
}
