/** Which columns of a form stand on paper and how they share the page: A4 has room for seven columns, a form may have thirty. */
import { formatDate } from '../domain/date.ts';
import { type Column, columnOf, type Form } from '../domain/form.ts';
import { formatNumber } from '../domain/number.ts';
import type { Row } from '../domain/row.ts';

/** A value of the row on a line of its own, with words before it where the value alone says too little. */
interface Part {
  keys: readonly string[];
  label?: string;
}

export interface LayoutColumn {
  header: string;
  /** In millimetres. */
  width: number;
  parts: readonly Part[];
}

export interface ListLayout {
  columns: readonly LayoutColumn[];
  /** Values that together name the row in other lists. */
  name: readonly string[];
  /** The value that says what it is about; '' where no column does. */
  about: string;
}

/** Of a page in landscape, less the margins and the column of running numbers. */
export const listWidth = 252;
export const ordinalWidth = 11;

/** By form; one that is not here is laid out by its own columns. */
const layouts: Record<string, ListLayout> = {
  exemplar: {
    columns: [
      {
        header: 'Họ tên cá nhân, tên tập thể, mô hình',
        width: 42,
        parts: [
          { keys: ['honorific', 'name'] },
          { keys: ['birthYear'], label: 'Sinh năm' },
          { keys: ['memberCount'], label: 'Số thành viên:' },
          { keys: ['femaleCount'], label: 'Trong đó nữ:' },
        ],
      },
      {
        header: 'Chức vụ, nghề nghiệp; đơn vị',
        width: 40,
        parts: [{ keys: ['position'] }, { keys: ['collectiveType'] }, { keys: ['affiliation'] }],
      },
      {
        header: 'Lĩnh vực, phong trào',
        width: 29,
        parts: [{ keys: ['sector'] }, { keys: ['movement'] }],
      },
      {
        header: 'Tên gương, tóm tắt thành tích',
        width: 80,
        parts: [
          { keys: ['title'] },
          { keys: ['summary'] },
          { keys: ['method'], label: 'Cách làm:' },
          { keys: ['keyResults'], label: 'Kết quả:' },
        ],
      },
      { header: 'Khen thưởng đã nhận', width: 26, parts: [{ keys: ['priorAwards'] }] },
      { header: 'Khâu; đề xuất', width: 24, parts: [{ keys: ['stage'] }, { keys: ['proposal'] }] },
    ],
    name: ['honorific', 'name'],
    about: 'title',
  },
};

/** What no paper shows, whatever a layout says: consent and its papers, telephones, complaints, addresses of files. */
const privateWords =
  /consent|phone|mobile|contact|e-?mail|complain|accus|identity|photo|đồng ý|điện thoại|thư điện tử|khiếu nại|tố cáo|căn cước/iu;

export const isPrintable = ({ key, header, type }: Column): boolean =>
  type !== 'link' && !privateWords.test(key) && !privateWords.test(header);

const maxColumns = 7;

/** Of a form that nobody has laid out: its first columns side by side, the rest below each other in the last. */
function plainLayout({ columns, naturalKey, kindColumn }: Form): ListLayout {
  const printed = columns.filter((column) => isPrintable(column) && column.key !== kindColumn);
  const beside = printed.length > maxColumns ? printed.slice(0, maxColumns - 1) : printed;
  const below = printed.slice(beside.length);
  const weights = [...beside.map(({ width }) => Math.min(width, 240)), ...(below.length > 0 ? [300] : [])];
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const widthAt = (index: number): number => ((listWidth - ordinalWidth) * (weights[index] ?? 0)) / sum;
  return {
    columns: [
      ...beside.map(({ key, header }, index) => ({
        header,
        width: widthAt(index),
        parts: [{ keys: [key] }],
      })),
      ...(below.length > 0
        ? [
            {
              header: 'Nội dung khác',
              width: widthAt(beside.length),
              parts: below.map(({ key, header }) => ({ keys: [key], label: `${header}:` })),
            },
          ]
        : []),
    ],
    name: naturalKey.filter((key) => key !== kindColumn),
    about: '',
  };
}

export const layoutOf = (form: Form): ListLayout =>
  (Object.hasOwn(layouts, form.id) ? layouts[form.id] : undefined) ?? plainLayout(form);

/** Years stand without the dot between thousands. */
const isYear = ({ min, max }: Column): boolean =>
  typeof min === 'number' && min >= 1000 && Number(max) < 10_000;

/** A value as people write it; '' where there is none, or where no paper may show it. */
export function printedValue(form: Form, { values }: Row, key: string): string {
  const column = columnOf(form, key);
  const value = values[key];
  if (!column || !isPrintable(column) || value === undefined) return '';
  if (column.type === 'date') return formatDate(String(value));
  return typeof value === 'number' && !isYear(column) ? formatNumber(value) : String(value);
}

const joined = (form: Form, row: Row, keys: readonly string[]): string =>
  keys
    .map((key) => printedValue(form, row, key))
    .filter((value) => value !== '')
    .join(' ');

/** One line for each part that the row has. */
export const cellOf = (form: Form, row: Row, { parts }: LayoutColumn): string =>
  parts
    .map(({ keys, label }) => ({ label, value: joined(form, row, keys) }))
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => (label === undefined ? value : `${label} ${value}`))
    .join('\n');

/** "Bà Nguyễn Thị Hoa". */
export const rowName = (form: Form, row: Row): string => joined(form, row, layoutOf(form).name);

export const rowAbout = (form: Form, row: Row): string => joined(form, row, [layoutOf(form).about]);
