/** One tab, whole: its columns, its cells, its rows together. What the add-on shows and the functions decide by. */
import { toA1 } from './a1.ts';
import { type CheckContext, checkRows, oneComplaintPerCell } from './checks/index.ts';
import { formatDate } from './date.ts';
import { columnOf, type Form } from './form.ts';
import { liesAhead } from './past-day.ts';
import { inSheetOrder, type Problem } from './problem.ts';
import { type CellValue, type RawRow, type ReadRow, type Row, readRow } from './row.ts';
import { readTab } from './tab.ts';
import { headerLine } from './workbook.ts';

export interface CheckedTab {
  /** Rows whose every cell could be read; a rule may still have found an error in them. */
  rows: Row[];
  /** Every line with content. */
  raw: RawRow[];
  /** Rows held back because another line has their hidden id: which is the real one only people know. Absent: none. */
  copies?: Row[];
  problems: Problem[];
  /** Where each column stands, from 0: for problems found later. */
  columns: ReadonlyMap<string, number>;
}

/**
 * Rules look at rows with wrong cells too, so that everything wrong shows at once; those rows are not given on, nor are
 * copies of a hidden id. Every line with content is in `rows` or named in `problems`.
 */
export function checkTab(form: Form, values: CellValue[][], context: CheckContext): CheckedTab {
  const tab = readTab(form, values, { headerLine });
  const readable = withColumns(form, tab.columns);
  const { expectedIdPrefix: idPrefix, approved } = context;
  const options = { idPrefix, ...(approved ? { approved } : {}) };
  const read = tab.rows.map((raw) => readRow(readable, raw, options));
  const considered = read.flatMap((one, index) => one.row ?? idOnly(tab.rows[index] as RawRow));
  const found = [...read.flatMap(({ problems }) => problems), ...checkRows(considered, context)];
  const problems = [...tab.problems, ...oneComplaintPerCell(found)];
  const copies = new Set(found.filter(({ code }) => code === 'row-id-duplicate').map(({ line }) => line));
  const whole = read.filter(isWhole).map(({ row }) => row);
  return {
    rows: whole.filter(({ line }) => !copies.has(line)),
    copies: whole.filter(({ line }) => copies.has(line)),
    raw: tab.rows,
    problems: inSheetOrder(
      problems.map((problem) => withPlace(withToday(problem, context), context.tab, tab.columns)),
    ),
    columns: tab.columns,
  };
}

const isWhole = (read: ReadRow): read is ReadRow & { row: Row } =>
  read.row !== undefined && read.problems.length === 0;

/** A missing header is told once, not again as a blank cell of every line. Without its kind no row can be read. */
const withColumns = (form: Form, columns: ReadonlyMap<string, number>): Form => ({
  ...form,
  columns: form.columns.filter(({ key }) => key === form.kindColumn || columns.has(key)),
});

/** A line whose kind is unknown still holds its id, which another line may have copied. */
const idOnly = ({ rowId, line }: RawRow): Row[] =>
  rowId === '' ? [] : [{ id: rowId, line, kind: 'model', values: {} }];

/** Where the form's example of a past day lies ahead, the sentence needs to know today. */
function withToday(problem: Problem, { form, today }: CheckContext): Problem {
  const column = columnOf(form, problem.column);
  return column && liesAhead(column, today)
    ? { ...problem, params: { ...problem.params, today: formatDate(today) } }
    : problem;
}

export function withPlace(problem: Problem, tab: string, columns: ReadonlyMap<string, number>): Problem {
  const index = problem.column === undefined ? undefined : columns.get(problem.column);
  const a1 =
    problem.a1 ?? (index === undefined || problem.line === undefined ? undefined : toA1(index, problem.line));
  return { ...problem, tab, ...(a1 === undefined ? {} : { a1 }) };
}
