/** Files as offices send them: the template of Phường 2, typed into by another program, and everything else. */
import ExcelJS, { type Workbook, type Worksheet } from 'exceljs';
import type { CellValue } from '../../../functions/domain/row.ts';
import { kh113BacLieu } from '../../../functions/plans/kh-113-bac-lieu.ts';
import { type FilledList, readFilledList } from '../../../infra/xlsx/read-list.ts';
import { type TemplateInput, writeTemplate } from '../../../infra/xlsx/template.ts';
import { toTemplateInput } from '../../../infra/xlsx/unit-template.ts';

export const unitId = '31813';

export const input = toTemplateInput(kh113BacLieu, '2025', unitId) as TemplateInput;

export const template: Uint8Array = await writeTemplate(input);

export async function open(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

export const save = async (workbook: Workbook): Promise<Uint8Array> =>
  new Uint8Array(await workbook.xlsx.writeBuffer());

export const listOf = (workbook: Workbook): Worksheet => workbook.worksheets[0] as Worksheet;

/** The template after somebody has worked on it. */
export async function edited(work: (list: Worksheet, workbook: Workbook) => void): Promise<Uint8Array> {
  const workbook = await open(template);
  work(listOf(workbook), workbook);
  return save(workbook);
}

/** Excel writes what XML cannot hold as _xHHHH_; this library would leave it out. */
const escaped = (text: string): string =>
  text.replaceAll(
    /[^\P{Cc}\t\n]/gu,
    (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );

export function typeInto(list: Worksheet, values: readonly (readonly CellValue[])[]): void {
  values.forEach((line, row) => {
    line.forEach((value, column) => {
      const cell = list.getCell(row + 1, column + 1);
      if (typeof value !== 'string') cell.value = value;
      else if (value === '') cell.value = null;
      else cell.value = value.startsWith('=') ? { formula: value.slice(1) } : escaped(value);
    });
  });
}

export const filled = (values: readonly (readonly CellValue[])[]): Promise<Uint8Array> =>
  edited((list) => typeInto(list, values));

export async function listIn(bytes: Uint8Array): Promise<FilledList> {
  const read = await readFilledList(bytes);
  if (!read.ok) throw new Error(read.message);
  return read.list;
}

export async function refusalOf(bytes: Uint8Array): Promise<string> {
  const read = await readFilledList(bytes);
  return read.ok ? 'không có lỗi' : read.message;
}

/** As Google answers: no blanks at the end of a line, no blank lines at the end. */
export function trimmed(values: readonly (readonly CellValue[])[]): CellValue[][] {
  const lines = values.map((line) => line.slice(0, line.findLastIndex((value) => value !== '') + 1));
  return lines.slice(0, lines.findLastIndex((line) => line.length > 0) + 1);
}
