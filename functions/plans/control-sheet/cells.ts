/** Between the cells of a tab and what its lines say, wherever people have moved lines and columns. */
import { toA1 } from '../../domain/a1.ts';
import { isBlank, readCell } from '../../domain/cell.ts';
import { formatDate, isoToSerial, parseDate, serialToIso } from '../../domain/date.ts';
import type { Column } from '../../domain/form.ts';
import type { Problem } from '../../domain/problem.ts';
import type { CellValue, RawRow } from '../../domain/row.ts';
import { readTab } from '../../domain/tab.ts';
import { cleanText, echo } from '../../domain/text.ts';
import { headerLine } from '../../domain/workbook.ts';
import { type ControlCode, type ControlProblem, toMessage } from './problem.ts';
import { type ControlColumn, type ControlTab, fromList, type Reading, toForm, type Values } from './tab.ts';

/** One tab as it was read: its title of today, its cells, its merged ranges. */
export interface TabCells {
  title: string;
  values: CellValue[][];
  merges: readonly string[];
}

/** A line that was read. `fault` complains of one of its cells, unless somebody did so already. */
export interface ReadLine {
  line: number;
  values: Values;
  /** Whether the cell was blank or right: only then rules may speak of it. */
  isRight(column: string): boolean;
  fault(column: string, code: ControlCode, params?: Problem['params']): void;
}

export interface ReadLines {
  lines: ReadLine[];
  /** A fault of the tab as a whole. */
  fault(code: ControlCode, params?: Problem['params']): void;
  /** The columns were found; otherwise rules about missing lines would only repeat it. */
  isReadable: boolean;
}

type Cell =
  | { ok: true; value: string | number }
  | { ok: false; code: ControlProblem['code']; params: Problem['params'] };

const bad = (code: ControlCode, params: Problem['params']): Cell => ({ ok: false, code, params });

const emailPattern = /^[^\s@<>()[\],;:"]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i;
const codePattern = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
const dayMonthPattern = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?\d{4})?$/;

const readings: Record<Reading, (text: string) => Cell> = {
  code: (text) =>
    codePattern.test(text) ? { ok: true, value: text } : bad('code-unreadable', { value: text }),
  email: (text) =>
    emailPattern.test(text) && text.length <= 254
      ? { ok: true, value: text.toLowerCase() }
      : bad('email-unreadable', { value: text }),
  dayMonth: (text) => {
    const match = dayMonthPattern.exec(text);
    if (!match) return bad('day-month-unreadable', { value: text });
    const value = `${match[1]?.padStart(2, '0')}/${match[2]?.padStart(2, '0')}`;
    // 29/02 is kept on 28/02 in common years.
    if (!parseDate(`${value}/2024`).ok) return bad('day-impossible', { value });
    return { ok: true, value };
  },
  numbers: (text) =>
    fromList(text).every((word) => /^\d{1,3}$/.test(word) && Number(word) <= 120)
      ? { ok: true, value: fromList(text).join('; ') }
      : bad('numbers-unreadable', { value: text }),
  zone: (text) =>
    text === 'Asia/Ho_Chi_Minh' || Intl.supportedValuesOf('timeZone').includes(text)
      ? { ok: true, value: text }
      : bad('zone-unknown', { value: text }),
};

/** What Sheets or Excel made of a text of this kind: a number of 31813, a day of 19/08. */
function asText(reading: Reading, value: CellValue): CellValue {
  if (typeof value !== 'number') return value;
  if (reading !== 'dayMonth') return Number.isInteger(value) ? String(value) : value;
  const iso = serialToIso(value);
  return iso === undefined ? value : formatDate(iso).slice(0, 5);
}

export function readControlCell(column: ControlColumn, value: CellValue): Cell {
  const asColumn: Column = { ...column, visibility: 'internal' };
  if (column.reading === undefined) return readCell(asColumn, value);
  const read = readCell(asColumn, asText(column.reading, value));
  return read.ok ? readings[column.reading](String(read.value)) : read;
}

const shown = (column: ControlColumn, value: CellValue): string =>
  column.type === 'date' && typeof value === 'number' && value > 3000
    ? formatDate(serialToIso(value) ?? '')
    : echo(value);

type Report = (problem: ControlProblem) => void;

/** The lines of a tab, and every fault of its shape and its cells reported. */
export function readLines(
  tab: ControlTab,
  cells: TabCells | undefined,
  report: Report,
  mayBeEmpty = false,
): ReadLines {
  const title = cells?.title ?? tab.title;
  const tell = (
    code: ControlProblem['code'],
    params: Problem['params'],
    more: Partial<ControlProblem> = {},
  ) => report({ code, tab: title, found: '', message: toMessage(tab, code, params), ...more });
  const fault: ReadLines['fault'] = (code, params = {}) => tell(code, params);
  if (!cells) {
    tell('control-tab-missing', {});
    return { lines: [], fault, isReadable: false };
  }
  for (const range of cells.merges) tell('cells-merged', { range }, { a1: range });
  const read = readTab(toForm(tab), cells.values, { headerLine });
  const later = new Set(tab.columns.filter(({ isLater }) => isLater).map(({ key }) => key));
  const problems = read.problems.filter(
    ({ code, column = '' }) => code !== 'header-missing' || !later.has(column),
  );
  for (const { code, params, line, column, a1 } of problems) {
    const header = tab.columns.find(({ key }) => key === column)?.header;
    if (code === 'tab-wrong') tell('control-tab-wrong', {});
    else
      tell(code, params, {
        ...(header === undefined ? {} : { header }),
        ...(line === undefined ? {} : { line }),
        ...(a1 === undefined ? {} : { a1 }),
        found: echo(String(params.found ?? '')),
      });
  }
  const isReadable = !problems.some(({ code }) => code === 'tab-wrong' || code === 'header-missing');
  const lines = read.rows.map((raw) => readLine(tab, title, raw, read.columns, report));
  if (isReadable && lines.length === 0 && !mayBeEmpty) tell('control-tab-empty', {});
  return { lines, fault, isReadable };
}

function readLine(
  tab: ControlTab,
  title: string,
  raw: RawRow,
  columns: ReadonlyMap<string, number>,
  report: Report,
): ReadLine {
  const wrong = new Set<string>();
  const values: Record<string, string | number> = {};
  const tell = (column: ControlColumn, code: ControlProblem['code'], params: Problem['params']): void => {
    if (wrong.has(column.key)) return;
    wrong.add(column.key);
    const index = columns.get(column.key);
    const value = raw.cells[column.key];
    report({
      code,
      tab: title,
      line: raw.line,
      header: column.header,
      ...(index === undefined ? {} : { a1: toA1(index, raw.line) }),
      found: value === undefined ? '' : shown(column, value),
      message: toMessage(tab, code, params, column.key),
    });
  };
  for (const column of tab.columns) {
    const value = raw.cells[column.key];
    if (value === undefined || isBlank(value)) {
      if (column.required === 'all' && columns.has(column.key)) tell(column, 'required-blank', {});
      continue;
    }
    const read = readControlCell(column, value);
    if (read.ok) values[column.key] = read.value;
    else tell(column, read.code, read.params);
  }
  return {
    line: raw.line,
    values,
    isRight: (key) => !wrong.has(key),
    fault: (key, code, params = {}) =>
      tell(tab.columns.find((column) => column.key === key) as ControlColumn, code, params),
  };
}

/** Headers, hidden keys, lines: the whole of a new tab. */
export const toCells = (tab: ControlTab, lines: readonly Values[]): CellValue[][] => [
  tab.columns.map(({ header }) => header),
  tab.columns.map(({ key }) => key),
  ...lines.map((values) => tab.columns.map((column) => toCell(column, values[column.key]))),
];

const toCell = (column: ControlColumn, value: string | number | undefined): CellValue =>
  value === undefined ? '' : column.type === 'date' ? isoToSerial(String(value)) : value;

/** Lines of one name: each is told of all. */
export function faultTwins(
  lines: readonly ReadLine[],
  nameOf: (line: ReadLine) => string,
  column: string,
  code: ControlCode,
  value: (line: ReadLine) => string = nameOf,
): void {
  for (const [name, twins] of Map.groupBy(lines, nameOf)) {
    if (name === '' || twins.length < 2) continue;
    const where = twins.map(({ line }) => line).join(', ');
    for (const twin of twins) twin.fault(column, code, { value: value(twin), lines: where });
  }
}

export const clean = (value: string | number | undefined): string => cleanText(String(value ?? ''));
