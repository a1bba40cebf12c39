/** A unit tab as values → its columns and raw rows: finds the columns wherever people have moved them. */
import { toA1 } from './a1.ts';
import { isBlank } from './cell.ts';
import { columnOf, type Form } from './form.ts';
import { shippedForm } from './forms/index.ts';
import { readKeyCell, splitKeyCell } from './key-cell.ts';
import type { Problem } from './problem.ts';
import type { CellValue, RawRow } from './row.ts';
import { cleanText, compareKey, echo } from './text.ts';
import { systemColumns } from './workbook.ts';

export interface ReadTab {
  rows: RawRow[];
  problems: Problem[];
  /** Index in the sheet, from 0, of every column that was found. */
  columns: Map<string, number>;
}

interface Wanted {
  key: string;
  header: string;
}

interface HeaderCell {
  index: number;
  header: string;
  /** The header as compared. */
  folded: string;
  key: string;
  /** What stands behind the key in its cell. */
  rest: string;
}

type Found = { index?: number; problem?: Problem };

const textOf = (value: CellValue | undefined): string =>
  value === undefined ? '' : cleanText(String(value));

export function readTab(form: Form, values: CellValue[][], options: { headerLine: number }): ReadTab {
  const { headerLine } = options;
  const keyIndex = findKeyRow([form], values, headerLine);
  const { columns, rowId, status, problems } = readLayout(form, values, keyIndex, headerLine);
  if (columns.size * 2 < form.columns.length) return wrongTab(form, values, columns.size);
  const rows: RawRow[] = [];
  const typedOver: Problem[] = [];
  const [keys, indexes] = [[...columns.keys()], [...columns.values()]];
  for (let index = headerLine; index < values.length; index++) {
    if (index === keyIndex) continue;
    const line = values[index] as CellValue[];
    const cells = readCells(line, keys, indexes);
    if (!cells) continue;
    typedOver.push(...statusTypedOver(line, status, index + 1));
    rows.push({ line: index + 1, cells, rowId: rowId === undefined ? '' : textOf(line[rowId]) });
  }
  const found = new Map(columns);
  if (rowId !== undefined) found.set('rowId', rowId);
  return { rows, problems: [...problems, ...typedOver], columns: found };
}

/** The status is a formula; a word typed over it would stand there for ever, whatever becomes of the row. */
function statusTypedOver(line: readonly CellValue[], status: number | undefined, number: number): Problem[] {
  const value = status === undefined ? undefined : line[status];
  if (value === undefined || isBlank(value) || String(value).startsWith('=')) return [];
  const a1 = toA1(status as number, number);
  return [
    { code: 'status-typed-over', severity: 'warning', line: number, a1, params: { value: echo(value) } },
  ];
}

interface Layout {
  columns: ReadonlyMap<string, number>;
  rowId: number | undefined;
  status: number | undefined;
  problems: readonly Problem[];
}

/** Nearly all tabs of a form have the same headers: those of the last one, and where its columns were. */
const lastLayouts = new WeakMap<Form, { headers: CellValue[]; keys: CellValue[]; layout: Layout }>();

function readLayout(form: Form, values: CellValue[][], keyIndex: number, headerLine: number): Layout {
  const [headers, keys] = [values[headerLine - 1] ?? [], values[keyIndex] ?? []];
  const last = lastLayouts.get(form);
  if (last && isSame(last.headers, headers) && isSame(last.keys, keys)) return last.layout;
  const cells = readHeaders(headers, keys);
  const found = findLayout(form, cells, headerLine);
  const problems = [...found.problems, ...unreadableKeys(form, cells, keyIndex + 1)];
  const layout = { ...found, problems };
  // Problems name the line, so only a layout without any is as good for another tab.
  if (layout.problems.length === 0) lastLayouts.set(form, { headers: [...headers], keys: [...keys], layout });
  return layout;
}

const isSame = (some: readonly CellValue[], others: readonly CellValue[]): boolean =>
  some.length === others.length && some.every((value, index) => value === others[index]);

function findLayout(form: Form, cells: readonly HeaderCell[], headerLine: number): Layout {
  const found = new Map(form.columns.map((column) => [column.key, find(column, cells, headerLine)] as const));
  const columns = toColumns(found);
  const problems = [...found.values()].flatMap(({ problem }) => problem ?? []);
  return { columns, rowId: findSystem('rowId', cells), status: findSystem('status', cells), problems };
}

/** The add-on judges such a column as the form ships it, or not at all: the server says so, and judges by the plan. */
const unreadableKeys = (form: Form, cells: readonly HeaderCell[], line: number): Problem[] =>
  cells.flatMap((cell): Problem[] => {
    const { key, rest, index } = cell;
    if (!rest.startsWith('{') || columnOf(form, key) === undefined) return [];
    if (readKeyCell(cell, columnOf(shippedForm(form.id), key)) !== undefined) return [];
    return [
      {
        code: 'key-cell-unreadable',
        severity: 'warning',
        line,
        column: key,
        a1: toA1(index, line),
        params: {},
      },
    ];
  });

/**
 * The hidden row of keys: right under the headers, unless someone sorted the sheet with it or deleted it. -1 when there
 * is none; then the line under the headers is data like any other.
 */
export function findKeyRow(
  forms: readonly Pick<Form, 'columns'>[],
  values: readonly CellValue[][],
  headerLine: number,
): number {
  const keys = new Set([systemColumns, ...forms.map(({ columns }) => columns)].flat().map(({ key }) => key));
  return values.findIndex((line, index) => index >= headerLine && isKeyRow(line, keys));
}

/** Half of what is filled in is a key. A line of data is known by its first cells, before its long texts are read. */
function isKeyRow(line: readonly CellValue[], keys: ReadonlySet<string>): boolean {
  const filled = line.filter((value) => !isBlank(value));
  let others = 0;
  for (const value of filled) {
    if (!keys.has(splitKeyCell(value)?.key ?? '')) others++;
    if (others * 2 > filled.length) return false;
  }
  return filled.length - others >= 2;
}

function readHeaders(headers: CellValue[], keys: CellValue[]): HeaderCell[] {
  return Array.from({ length: Math.max(headers.length, keys.length) }, (_, index) => ({
    index,
    header: textOf(headers[index]),
    folded: compareKey(textOf(headers[index])),
    key: '',
    rest: '',
    ...splitKeyCell(keys[index]),
  }));
}

/** A key that agrees with its header decides. Otherwise what people read in the header does, then the key alone. */
function find(wanted: Wanted, cells: readonly HeaderCell[], headerLine: number): Found {
  const sameHeader = compareKey(wanted.header);
  const byHeader = cells.filter((cell) => cell.folded === sameHeader);
  const byKey = cells.filter((cell) => cell.key === wanted.key);
  const both = byHeader.filter((cell) => cell.key === wanted.key);
  const chosen = both[0] ?? byHeader[0] ?? byKey[0];
  if (!chosen) return { problem: fault('header-missing', wanted, headerLine, {}) };
  if (byHeader.length > 1) {
    const where = byHeader.map((cell) => toA1(cell.index, headerLine)).join(', ');
    return {
      index: chosen.index,
      problem: fault('header-twice', wanted, headerLine, { cells: where }, chosen.index),
    };
  }
  if (byHeader.length === 0) {
    const params = { found: echo(chosen.header) };
    return {
      index: chosen.index,
      problem: fault('header-renamed', wanted, headerLine, params, chosen.index),
    };
  }
  return { index: chosen.index };
}

const fault = (
  code: 'header-missing' | 'header-twice' | 'header-renamed',
  wanted: Wanted,
  line: number,
  params: Problem['params'],
  index?: number,
): Problem => ({
  code,
  severity: 'error',
  line,
  column: wanted.key,
  ...(index === undefined ? {} : { a1: toA1(index, line) }),
  params: { expected: wanted.header, ...params },
});

/** No two columns of the form read the same cells: a key left behind under another column's header is no match. */
function toColumns(found: Map<string, Found>): Map<string, number> {
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  const certainFirst = [...found].sort((a, b) => rank(a[1]) - rank(b[1]));
  for (const [key, match] of certainFirst) {
    if (match.index === undefined) continue;
    if (taken.has(match.index)) {
      const { line, params } = match.problem as Problem;
      const expected = params.expected as string;
      found.set(key, { problem: fault('header-missing', { key, header: expected }, line as number, {}) });
      continue;
    }
    taken.add(match.index);
    columns.set(key, match.index);
  }
  return columns;
}

const rank = ({ problem }: Found): number => (problem?.code === 'header-renamed' ? 1 : 0);

/** The hidden column of ids: by its key first, since nobody reads its header. */
function findSystem(key: string, cells: readonly HeaderCell[]): number | undefined {
  const header = systemColumns.find((column) => column.key === key)?.header ?? '';
  const match =
    cells.find((cell) => cell.key === key) ?? cells.find((cell) => cell.folded === compareKey(header));
  return match?.index;
}

/** Undefined when nothing of the form's columns is filled in: a pre-stamped id alone is an empty line. */
function readCells(
  line: readonly CellValue[],
  keys: readonly string[],
  indexes: readonly number[],
): RawRow['cells'] | undefined {
  let cells: RawRow['cells'] | undefined;
  for (let at = 0; at < keys.length; at++) {
    const value = line[indexes[at] as number];
    if (value === undefined || isBlank(value)) continue;
    cells ??= {};
    cells[keys[at] as string] = value;
  }
  return cells;
}

const wrongTab = (form: Form, values: CellValue[][], found: number): ReadTab => ({
  rows: [],
  problems: [
    {
      code: 'tab-wrong',
      severity: 'error',
      params: {
        found,
        columns: form.columns.length,
        title: form.title,
        lines: values.filter((line) => line.some((value) => !isBlank(value))).length,
      },
    },
  ],
  columns: new Map(),
});
