/** What is wrong with the columns that a plan adds to its forms, and with lists too long for a sheet, in sentences for an administrator. */
import { readCell } from '../domain/cell.ts';
import { columnFaults, mostChoices } from '../domain/column-shape.ts';
import type { Column, Form } from '../domain/form.ts';
import { forms, shippedForm } from '../domain/forms/index.ts';
import { longestCell, toKeyCell } from '../domain/key-cell.ts';
import { sentence } from '../domain/messages.vi.ts';
import type { Plan, PlanColumn } from '../domain/plan.ts';
import { withOwnColumns } from '../domain/plan-form.ts';
import { compareKey } from '../domain/text.ts';
import { systemColumns } from '../domain/workbook.ts';

export function ownColumnFaults({ columns = [] }: Plan): string[] {
  return Object.entries(Object.groupBy(columns, ({ form }) => form)).flatMap(([id, own = []]) => {
    const form = shippedForm(id);
    if (form)
      return own.flatMap((one, at) => faultsOf(form, own, at).map((fault) => `${nameOf(one)}: ${fault}`));
    const known = Object.keys(forms).join(', ');
    return own.map((one) => `${nameOf(one)}: không có biểu mẫu “${id}”, hãy ghi một trong: ${known}`);
  });
}

const nameOf = ({ form, column }: PlanColumn): string => `Cột “${column.key}” thêm vào biểu mẫu “${form}”`;

function faultsOf(form: Form, own: readonly PlanColumn[], at: number): string[] {
  const { after, column } = own[at] as PlanColumn;
  const others = own.slice(0, at).map((one) => one.column);
  const before = [...systemColumns, ...form.columns, ...others];
  const sameHeader = before.find(({ header }) => compareKey(header) === compareKey(column.header));
  return [
    ...(before.some(({ key }) => key === column.key) ? ['mã cột đã dùng, hãy đặt mã khác'] : []),
    ...(sameHeader
      ? [`tiêu đề “${column.header}” đã là của cột “${sameHeader.key}”, hãy đặt tiêu đề khác`]
      : []),
    ...placeFaults(form, own, after, column),
    ...columnFaults(column),
    ...visibilityFaults(column),
    ...exampleFaults(form, column),
  ];
}

function placeFaults(form: Form, own: readonly PlanColumn[], after: string, column: Column): string[] {
  if (withOwnColumns(form.columns, placeable(own)).some(({ key }) => key === column.key)) return [];
  const example = form.columns.at(-1)?.key;
  return own.some((one) => one.column.key === after)
    ? [
        `đứng sau cột “${after}” mà không tới cột nào của biểu mẫu, hãy ghi mã một cột có sẵn, ví dụ ${example}`,
      ]
    : [`đứng sau cột “${after}” không có trong biểu mẫu, hãy ghi mã một cột có sẵn, ví dụ ${example}`];
}

/** A key given twice is told as such; it must not send the search for places around in circles. */
const placeable = (own: readonly PlanColumn[]): PlanColumn[] =>
  own.filter(
    ({ after, column }, at) =>
      after !== column.key && own.findIndex((one) => one.column.key === column.key) === at,
  );

/** The public page shows it as text under its header, and nothing else. */
const visibilityFaults = ({ visibility, type }: Column): string[] =>
  visibility === 'public' && type !== 'text' && type !== 'longText' && type !== 'choice'
    ? [
        `chỉ cột chữ (text, longText, choice) mới công khai được, cột này là ${type}; hãy ghi visibility là internal`,
      ]
    : [];

/** The guide and every refusal quote the example. */
function exampleFaults(form: Form, column: Column): string[] {
  if (columnFaults(column).length > 0) return [];
  const read = readCell(column, column.example);
  if (read.ok) return [];
  const { code, params } = read;
  const whole = { ...form, columns: [...form.columns, column] };
  const said = sentence({ code, params, severity: 'error', column: column.key }, whole);
  return [`ví dụ “${column.example}” trái với chính quy định của cột. ${said}`];
}

/** A drop-down and the cell that tells the add-on of it hold only so much. */
export function listFaults({ catalogues = [] }: Plan): string[] {
  const columns = Object.values(forms).flatMap((form) => form.columns);
  const lists = new Map(
    columns.flatMap((column) => (column.list === undefined ? [] : [[column.list, column]])),
  );
  return [...lists].flatMap(([list, column]) => {
    const words = catalogues.filter((entry) => entry.list === list).map(({ value }) => value);
    const isLong = toKeyCell({ ...column, choices: words }, column).length > longestCell;
    return words.length > mostChoices || isLong
      ? [
          `Danh mục “${column.header}”: có ${words.length} giá trị, danh sách thả xuống chỉ chứa được ${mostChoices} giá trị và ${longestCell} ký tự; hãy bớt đi`,
        ]
      : [];
  });
}
