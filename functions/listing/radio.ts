/** What there is to read out on the radio: which months, in how many parts, and what an address asks for. */
import { periodLabel } from '../domain/period.ts';
import { capital } from '../domain/text.ts';
import { unitParameter } from './facets.ts';
import { type Filter, noFilter } from './filter.ts';
import { formatDate, localDay } from './html.ts';
import type { Lead } from './lead.ts';
import { scan } from './scan.ts';
import { dayAt } from './segment.ts';
import { leadOf, placeOf, type Shelf } from './shelf.ts';
import type { Site } from './site.ts';
import { spokenMonth, toSpoken } from './spoken.ts';
import { ownedBy } from './unit-counts.ts';
import { lastDayOf, lineage, type UnitNode, unitAsked } from './unit-index.ts';

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

/** How many of `positions` come first that are of a later month, or of this one too when it counts; they fall by day. */
function countFrom(
  shelf: Shelf,
  positions: ArrayLike<number>,
  month: string,
  which: 'later' | 'sameOrLater',
): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = monthAt(shelf, positions[middle]!);
    if (other > month || (other === month && which === 'sameOrLater')) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last twelve that have stories. */
export function radioMonths(shelf: Shelf, most = 12): RadioMonth[] {
  const all = Uint32Array.from({ length: shelf.total }, (_, index) => index);
  const months: RadioMonth[] = [];
  for (let at = 0; at < shelf.total && months.length < most; ) {
    const month = monthAt(shelf, at);
    if (month === '') break;
    const end = countFrom(shelf, all, month, 'sameOrLater');
    months.push({ month, label: capital(periodLabel(month)), total: end - at });
    at = end;
  }
  return months;
}

/** Leads of a month, newest first: those of one part, and how many there are in all; of a unit only its own. */
export function leadsOfMonth(
  shelf: Shelf,
  unit: string | undefined,
  month: string,
  part = 1,
): { leads: Lead[]; total: number } {
  const values: Filter['values'] = unit === undefined ? {} : { [unitParameter]: unit };
  const { positions } = scan(shelf, { ...noFilter, values });
  const start = countFrom(shelf, positions, month, 'later');
  const listed = positions.subarray(start, countFrom(shelf, positions, month, 'sameOrLater'));
  const all = unit === undefined ? listed : listed.filter(ownedBy(shelf, unit));
  const mine = all.subarray((part - 1) * mostStories, part * mostStories);
  return { leads: [...mine].map((position) => leadOf(shelf, position)), total: all.length };
}

const partParameter = 'phan';

/** An empty month is one part. */
export const partsOf = (total: number): number => Math.max(1, Math.ceil(total / mostStories));

/** "/phat-thanh/2025-02.txt?don-vi=phuong-2-31813&phan=2". */
export const radioHref = (month: string, part = 1, unit = ''): string =>
  hrefWith(month, { [unitParameter]: unit, [partParameter]: String(part) });

/**
 * What is asked for in its one form: a script knows a unit, by its name of today, and a part, and is no list that could
 * be filtered further.
 */
export function fixedRadioHref({ units }: Shelf, month: string, parameters: URLSearchParams): string {
  const typed = parameters.get(unitParameter) ?? '';
  return hrefWith(month, {
    [unitParameter]: unitAsked(units, typed)?.slug ?? typed,
    [partParameter]: parameters.get(partParameter) ?? '',
  });
}

function hrefWith(month: string, values: Record<string, string>): string {
  const said = Object.entries(values).filter(
    ([name, value]) => value !== '' && !(name === partParameter && value === '1'),
  );
  return `/phat-thanh/${month}.txt${said.length > 0 ? `?${new URLSearchParams(said)}` : ''}`;
}

type Place = Pick<UnitNode, 'slug' | 'name'>;

export interface RadioAsked {
  month: string;
  /** Whose stories; null for all. */
  unit: Place | null;
  /** Units before or after it, by name and code, with stories of their own in this month. */
  kin: Place[];
  part: number;
  leads: Lead[];
  total: number;
  /** Nothing will come any more: what there is not is "không có" and no longer "chưa có". */
  isOver: boolean;
}

/** What an address asks for, or the sentence that says why there is no such script, without a word of who asked. */
export function askRadio(
  { url }: Site,
  shelf: Shelf,
  month: string,
  parameters: URLSearchParams,
): RadioAsked | string {
  const slug = parameters.get(unitParameter) || undefined;
  const unit = slug === undefined ? null : shelf.units.bySlug.get(slug);
  if (unit === undefined)
    return `Không có đơn vị ghi ở “${unitParameter}”. Xin mở ${url}/don-vi, chọn đơn vị rồi lấy phần cuối của địa chỉ trang đó.`;
  const wanted = parameters.get(partParameter) || '1';
  const part = /^[1-9]\d{0,4}$/.test(wanted) ? Number(wanted) : undefined;
  const { leads, total } = leadsOfMonth(shelf, slug, month, part);
  const kin = unit === null ? [] : kinWith(shelf, unit, month);
  const none = total + kin.length === 0 ? outsideOfTime(url, shelf, month) : undefined;
  if (none !== undefined) return none;
  const parts = partsOf(total);
  if (part === undefined || part > parts)
    return `Không có phần ghi ở “${partParameter}”: bản tin ${spokenMonth(month)} có ${parts} phần, phần đầu ở ${url}${radioHref(month, 1, slug)}`;
  return {
    month,
    unit,
    kin,
    part,
    leads,
    total,
    isOver: month < lastMonthOf(shelf) || hasEnded(shelf, slug, month),
  };
}

function hasEnded({ units }: Shelf, slug: string | undefined, month: string): boolean {
  const lastDay = slug === undefined ? undefined : lastDayOf(units, slug);
  return lastDay !== undefined && lastDay < month;
}

const kinWith = (shelf: Shelf, { slug }: Place, month: string): Place[] =>
  lineage(shelf.units, slug)
    .filter((other) => other !== slug && leadsOfMonth(shelf, other, month).total > 0)
    .flatMap((other) => shelf.units.bySlug.get(other) ?? []);

/** The list knows no clock: a month that begins after its last change cannot have anything in it, nor one before all plans. */
function outsideOfTime(url: string, shelf: Shelf, month: string): string | undefined {
  const { updatedAt, plans } = shelf;
  const others = `Các tháng đã có bản tin ở ${url}/du-lieu`;
  if (updatedAt === '') return `Chưa có bản tin ${spokenMonth(month)}: chưa có gương nào được công khai.`;
  if (month > lastMonthOf(shelf))
    return `Chưa có bản tin ${spokenMonth(month)}: danh sách công khai thay đổi lần cuối ngày ${spokenDay(localDay(updatedAt))}. ${others}`;
  const [issued = ''] = [...plans.values()].map(({ issuedOn }) => issuedOn).sort();
  return month.slice(0, 4) < issued.slice(0, 4)
    ? `Không có bản tin ${spokenMonth(month)}: kế hoạch sớm nhất được ban hành ngày ${spokenDay(issued)}. ${others}`
    : undefined;
}

const lastMonthOf = ({ updatedAt }: Shelf): string => localDay(updatedAt).slice(0, 7);

const spokenDay = (iso: string): string => toSpoken(formatDate(iso));
