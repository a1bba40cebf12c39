/** The list as open data: one schema, version 1, as JSON and as CSV that no spreadsheet runs as formulas. */
import { kindLabels } from '../domain/form.ts';
import { storyPath } from './address.ts';
import { type Filter, listHref } from './filter.ts';
import type { Lead } from './lead.ts';
import { look } from './look.ts';
import type { Shelf } from './shelf.ts';
import type { Site } from './site.ts';

export const schemaVersion = 1;

/** Rows of one answer; the rest is behind `next`. */
const rowsPerAnswer = 500;

export interface DataField {
  /** In JSON. */
  key: string;
  /** Head of the column in CSV, and the name people read. */
  label: string;
  meaning: string;
  read(lead: Lead, url: string, shelf: Shelf): string;
}

export const dataFields: readonly DataField[] = [
  { key: 'id', label: 'Mã trang', meaning: 'Mười ký tự, không đổi', read: ({ key }) => key },
  { key: 'url', label: 'Địa chỉ', meaning: 'Trang của gương', read: (lead, url) => url + storyPath(lead) },
  { key: 'dossier', label: 'Mã hồ sơ', meaning: 'Mã trong kế hoạch', read: ({ id }) => id },
  {
    key: 'kind',
    label: 'Loại',
    meaning: 'Cá nhân, Tập thể hoặc Mô hình',
    read: ({ kind }) => kindLabels[kind] ?? '',
  },
  { key: 'honorific', label: 'Danh xưng', meaning: 'Chỉ với cá nhân', read: ({ honorific }) => honorific },
  { key: 'name', label: 'Tên', meaning: 'Họ tên, tên tập thể hoặc tên mô hình', read: ({ name }) => name },
  {
    key: 'title',
    label: 'Tên gương',
    meaning: 'Một câu nói đúng việc làm nổi bật',
    read: ({ title }) => title,
  },
  {
    key: 'result',
    label: 'Kết quả',
    meaning: 'Một dòng rút gọn; đủ bài ở địa chỉ',
    read: ({ line }) => line,
  },
  {
    key: 'unitCode',
    label: 'Mã đơn vị',
    meaning: 'Mã trong kế hoạch; đơn vị hành chính dùng mã của Tổng cục Thống kê',
    read: ({ unitId }) => unitId,
  },
  {
    key: 'unit',
    label: 'Đơn vị',
    meaning: 'Đơn vị giới thiệu, tên vào thời điểm đó',
    read: ({ unit }) => unit,
  },
  {
    key: 'above',
    label: 'Đơn vị cấp trên',
    meaning: 'Từ gần đến xa, cách nhau bằng dấu phẩy',
    read: ({ above }) => above,
  },
  { key: 'sector', label: 'Lĩnh vực', meaning: 'Theo danh mục của kế hoạch', read: ({ sector }) => sector },
  { key: 'movement', label: 'Phong trào', meaning: 'Có thể trống', read: ({ movement }) => movement },
  {
    key: 'stage',
    label: 'Khâu',
    meaning: 'Phát hiện, Bồi dưỡng, Tổng kết hoặc Nhân rộng',
    read: ({ stage }) => stage,
  },
  { key: 'level', label: 'Cấp công nhận', meaning: 'Cấp cao nhất đã công nhận', read: ({ level }) => level },
  {
    key: 'recognisedBy',
    label: 'Nơi công nhận',
    meaning: 'Đơn vị của cấp đó',
    read: ({ approvedBy }) => approvedBy,
  },
  {
    key: 'recognisedOn',
    label: 'Ngày công nhận',
    meaning: 'Năm-tháng-ngày',
    read: ({ approvedOn }) => approvedOn,
  },
  {
    key: 'plan',
    label: 'Kế hoạch',
    meaning: 'Số của kế hoạch',
    read: ({ planId }, _url, { plans }) => plans.get(planId)?.number ?? planId,
  },
  { key: 'period', label: 'Kỳ', meaning: 'Năm, hoặc năm-tháng', read: ({ period }) => period },
];

const pageOf = (shelf: Shelf, filter: Filter, base: string) => {
  const { leads, total, after } = look(shelf, filter, rowsPerAnswer);
  return { leads, total, next: after === null ? null : listHref({ ...filter, place: after }, base) };
};

export function toJsonData({ url }: Site, shelf: Shelf, filter: Filter): string {
  const { leads, total, next } = pageOf(shelf, filter, '/du-lieu/guong.json');
  const rows = leads.map((lead) =>
    Object.fromEntries(dataFields.map(({ key, read }) => [key, read(lead, url, shelf)])),
  );
  return `${JSON.stringify({
    schema: `${url}/du-lieu#luoc-do`,
    version: schemaVersion,
    updatedAt: shelf.updatedAt,
    total,
    next: next === null ? null : url + next,
    rows,
  })}\n`;
}

/** With a byte order mark, or Excel takes the Vietnamese for something else; CRLF as RFC 4180 has it. */
export function toCsvData(
  { url }: Site,
  shelf: Shelf,
  filter: Filter,
): { text: string; next: string | null } {
  const { leads, next } = pageOf(shelf, filter, '/du-lieu/guong.csv');
  const lines = [
    dataFields.map(({ label }) => label),
    ...leads.map((lead) => dataFields.map(({ read }) => read(lead, url, shelf))),
  ];
  return { text: `\ufeff${lines.map((cells) => cells.map(toCell).join(',')).join('\r\n')}\r\n`, next };
}

/** OWASP "CSV injection": what begins like a formula gets an apostrophe, and every cell its quotes. */
export const toCell = (value: string): string =>
  `"${value.replace(/^(?=[\s]*[=+\-@\t\r＝＋－＠])/, "'").replaceAll('"', '""')}"`;
