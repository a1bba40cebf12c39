/** The unit's tab as an .xlsx, for units without a Google account: made from the same form, so that it comes back as one. */
import ExcelJS, { type Worksheet } from 'exceljs';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { Column, Form } from '../../functions/domain/form.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import type { Unit } from '../../functions/domain/unit.ts';
import {
  firstDataLine,
  keyLine,
  stampedRowId,
  stampedRows,
  systemColumns,
  tabTitles,
  unitTabColumns,
} from '../../functions/domain/workbook.ts';
import { guideRows, isGuideHeading } from '../../functions/workbooks/guide-tab.ts';
import { toCarriedRows } from '../provision/carried-rows.ts';
import { markRows, markSheet } from './mark.ts';
import { toSheetName } from './sheet-name.ts';

export interface TemplateInput {
  plan: Plan;
  period: string;
  unit: Unit;
  collecting: Unit;
  form: Form;
  /** Title of the unit's tab in the workbook. */
  title: string;
  /** What was carried over to the unit stands in the first lines. */
  carried?: readonly Dossier[];
}

/** As many lines as a new tab of the workbook has, and more where more was carried over. */
const lastLineOf = ({ carried = [] }: TemplateInput): number =>
  firstDataLine - 1 + Math.max(stampedRows, carried.length) + 20;

export async function writeTemplate(input: TemplateInput): Promise<Uint8Array> {
  const { plan, period, unit, form } = input;
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Gương Sáng';
  workbook.title = form.title;
  const list = workbook.addWorksheet(toSheetName(input.title), {
    views: [{ state: 'frozen', xSplit: 0, ySplit: keyLine }],
  });
  addGuide(workbook.addWorksheet(tabTitles.guide), input);
  const hidden = workbook.addWorksheet(markSheet, { state: 'veryHidden' });
  hidden.addRows(markRows({ plan: plan.id, period, unit: unit.id, form: form.id }));
  fillList(list, hidden, input);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** All system columns are here, hidden, so that "ô F5" is the same cell in the file and in the workbook. */
function fillList(list: Worksheet, hidden: Worksheet, input: TemplateInput): void {
  const { form, period, unit, carried = [] } = input;
  const columns = unitTabColumns(form);
  columns.forEach((column, index) => {
    const target = list.getColumn(index + 1);
    target.width = toCharacters(column.width);
    target.hidden = 'hidden' in column;
    if ('type' in column) Object.assign(target, toStyle(column));
  });
  list.getRow(1).values = columns.map(({ header }) => header);
  list.getRow(keyLine).values = columns.map(({ key }) => key);
  list.getRow(keyLine).hidden = true;
  for (let ordinal = 1; ordinal <= stampedRows; ordinal++)
    list.getCell(firstDataLine - 1 + ordinal, 1).value = stampedRowId(period, unit.id, ordinal);
  toCarriedRows(form, carried).forEach(({ id, cells, note }, index) => {
    const line = list.getRow(firstDataLine + index);
    line.getCell(1).value = id;
    cells.forEach((value, column) => {
      if (value !== '') line.getCell(systemColumns.length + 1 + column).value = value;
    });
    line.getCell(systemColumns.length + 1).note = note;
  });
  paintHeaders(list, form);
  form.columns.forEach((column, index) => {
    addControl(list, hidden, column, systemColumns.length + index + 1, lastLineOf(input));
  });
}

function paintHeaders(list: Worksheet, form: Form): void {
  const row = list.getRow(1);
  row.height = 48;
  row.eachCell((cell) => {
    cell.style = {
      font: { bold: true },
      alignment: { wrapText: true, vertical: 'middle' },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDE6D6' } },
    };
  });
  form.columns.forEach(({ help, example }, index) => {
    row.getCell(systemColumns.length + index + 1).note = `${help}\nVí dụ: ${example}`;
  });
}

const formats: Record<Column['type'], string> = {
  text: '@',
  longText: '@',
  choice: '@',
  link: '@',
  integer: '0',
  date: 'dd/mm/yyyy',
};

/** On the whole column, also below the last line: as text, "15/01" stays no date and 09… no number. */
const toStyle = ({ type }: Column) => ({
  numFmt: formats[type],
  alignment: { vertical: 'top', wrapText: type === 'longText' },
});

/** Excel measures columns in digits of about seven pixels. */
const toCharacters = (pixels: number): number => Math.round(pixels / 7);

/** Limits of Excel for the message beside a cell. */
const maxPromptTitle = 32;
const maxPrompt = 255;

/** The help shows beside the cell that is being filled in; choices lie on the hidden sheet, because some contain commas. */
function addControl(
  list: Worksheet,
  hidden: Worksheet,
  column: Column,
  index: number,
  lastLine: number,
): void {
  const { letter } = list.getColumn(index);
  const prompt = {
    showInputMessage: true,
    promptTitle: column.header.slice(0, maxPromptTitle),
    prompt: column.help.slice(0, maxPrompt),
  };
  const choices = column.type === 'choice' ? (column.choices ?? []) : [];
  choices.forEach((word, line) => {
    hidden.getCell(line + 1, index).value = word;
  });
  const control =
    choices.length === 0
      ? { type: 'any', ...prompt }
      : {
          type: 'list',
          allowBlank: true,
          formulae: [`${markSheet}!$${letter}$1:$${letter}$${choices.length}`],
          showErrorMessage: true,
          errorStyle: 'stop',
          errorTitle: 'Chưa đúng lựa chọn',
          error: 'Hãy chọn một trong các mục của danh sách thả xuống.',
          ...prompt,
        };
  // The library's types do not know validations of a whole range.
  const { dataValidations } = list as unknown as {
    dataValidations: { add(range: string, control: object): void };
  };
  dataValidations.add(`${letter}${firstDataLine}:${letter}${lastLine}`, control);
}

const steps: readonly string[] = [
  '1. Mở trang mang tên đơn vị mình. Mỗi dòng là một cá nhân, tập thể hoặc mô hình.',
  '2. Gõ hoặc dán vào các cột; chỉ vào tên cột để xem ghi gì và ví dụ.',
  '3. Xong thì lưu tệp loại .xlsx, không đặt mật khẩu, gửi về nơi nhận ghi ở trên. Nơi nhận nhập vào bảng tính chung; chỗ nào sai sẽ được báo lại từng ô.',
  '4. Danh sách nộp xong, thủ trưởng nhận thư để ký; ký xong danh sách mới đến cấp trên.',
  'Thêm, xóa, sắp xếp dòng thoải mái; đừng đổi tên cột, đừng gộp ô, đừng dán ảnh vào tệp. Tệp này chỉ dùng cho đơn vị và kỳ ghi ở đây.',
];

function addGuide(sheet: Worksheet, { plan, period, unit, collecting, form }: TemplateInput): void {
  sheet.addRows(guideRows(plan, period, collecting, [unit], form, { steps }));
  [220, 420, 320].forEach((width, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = toCharacters(width);
    column.numFmt = '@';
  });
  sheet.eachRow((row) => {
    // A line of one cell may run over its neighbours; in a table the texts stay in their columns.
    if (row.cellCount > 1) row.alignment = { vertical: 'top', wrapText: true };
    const cells = Array.isArray(row.values) ? row.values.slice(1) : [];
    if (row.number === 1 || isGuideHeading(cells))
      row.font = { bold: true, ...(row.number === 1 ? { size: 14 } : {}) };
  });
}
