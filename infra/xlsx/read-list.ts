/** The bytes of a filled-in template → whose it is and its cells, in the shape in which tabs come from Sheets; or a refusal. */
import ExcelJS, { type Worksheet } from 'exceljs';
import { shippedForm } from '../../functions/domain/forms/index.ts';
import type { CellValue } from '../../functions/domain/row.ts';
import { readTab } from '../../functions/domain/tab.ts';
import { headerLine, tabTitles } from '../../functions/domain/workbook.ts';
import { inspectArchive } from './archive.ts';
import { toCellValue } from './cell-value.ts';
import { markSheet, parseMark, type TemplateMark } from './mark.ts';
import { type FileFault, fileFaults, tooLong, twoPages } from './refusals.vi.ts';

export interface FilledList {
  mark: TemplateMark;
  /** Title of the file's sheet. */
  title: string;
  /** Ragged, like Google's answers: trailing blanks are left out. */
  values: CellValue[][];
  /** A1 ranges of merged cells. */
  merges: string[];
  /** 1-based lines with content that a filter or a person hid. */
  hiddenLines: number[];
}

export type ReadList = { ok: true; list: FilledList } | { ok: false; message: string };

/** Nobody types so many rows; a grid that grows to Excel's million lines would burst the workbook. */
const maxLine = 2000;

/**
 * Left unread: what the list does not need and what the library is slow or fragile with. It would spread a drop-down
 * over a whole column into a million objects, and it falls over some tables.
 */
const ignoreNodes = [
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'legacyDrawing',
  'picture',
  'tableParts',
];

const refuse = (fault: FileFault): ReadList => ({ ok: false, message: fileFaults[fault] });

export async function readFilledList(bytes: Uint8Array): Promise<ReadList> {
  const fault = inspectArchive(bytes);
  if (fault) return refuse(fault);
  const sheets = await openSheets(bytes);
  if (!sheets) return refuse('broken');
  const marked = sheets.find(({ name }) => name === markSheet);
  const mark = marked && parseMark(toValues(marked));
  const form = mark && shippedForm(mark.form);
  if (!mark || !form) return refuse('unmarked');
  const pages = sheets
    .filter(({ name }) => name !== markSheet && name !== tabTitles.guide)
    .map((sheet) => ({ sheet, ...readPage(sheet) }));
  const long = pages.find(({ lastLine }) => lastLine > maxLine);
  if (long) return { ok: false, message: tooLong(long.lastLine, maxLine) };
  const known = pages.map((page) => ({ ...page, tab: readTab(form, page.values, { headerLine }) }));
  const lists = known.filter(({ tab }) => tab.columns.size > 0);
  const filled = lists.filter(({ tab }) => tab.rows.length > 0);
  if (filled.length > 1) return { ok: false, message: twoPages(filled.map(({ sheet }) => titleOf(sheet))) };
  // With no list at all, the checks say of the first sheet what it lacks.
  const page = filled[0] ?? lists[0] ?? pages.find(({ sheet }) => sheet.state === 'visible');
  if (!page) return refuse('no-page');
  const { sheet, values } = page;
  const hiddenLines = readTab(form, values, { headerLine })
    .rows.map(({ line }) => line)
    .filter((line) => sheet.findRow(line)?.hidden);
  return { ok: true, list: { mark, title: sheet.name, values, merges: mergesOf(sheet), hiddenLines } };
}

async function openSheets(bytes: Uint8Array): Promise<Worksheet[] | undefined> {
  const workbook = new ExcelJS.Workbook();
  try {
    // The library's types predate today's Buffer.
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes });
    return workbook.worksheets;
  } catch {
    return undefined;
  }
}

function readPage(sheet: Worksheet): { values: CellValue[][]; lastLine: number } {
  let lastLine = 0;
  sheet.eachRow((row, line) => {
    if (line > lastLine && row.hasValues) lastLine = line;
  });
  return { values: lastLine > maxLine ? [] : toValues(sheet), lastLine };
}

function toValues(sheet: Worksheet): CellValue[][] {
  const values: CellValue[][] = [];
  sheet.eachRow((row, line) => {
    const cells: CellValue[] = [];
    row.eachCell((cell, column) => {
      const value = toCellValue(cell);
      if (value === '') return;
      while (cells.length < column - 1) cells.push('');
      cells.push(value);
    });
    if (cells.length === 0) return;
    while (values.length < line - 1) values.push([]);
    values.push(cells);
  });
  return values;
}

const mergesOf = (sheet: Worksheet): string[] => (sheet.hasMerges ? sheet.model.merges : []);

const titleOf = ({ name, state }: Worksheet): string => (state === 'visible' ? name : `${name} (đang ẩn)`);
