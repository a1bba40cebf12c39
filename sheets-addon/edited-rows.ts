/** What an edit means for the colours of its lines: a pure answer, so that onEdit itself only reads once and writes once. */
import { type CheckedTab, checkTab } from '../functions/domain/check-tab.ts';
import type { Form } from '../functions/domain/form.ts';
import type { Problem } from '../functions/domain/problem.ts';
import type { CellValue } from '../functions/domain/row.ts';
import { firstDataLine } from '../functions/domain/workbook.ts';

export interface EditedLines {
  /** From line 1 to the last edited one. */
  values: CellValue[][];
  from: number;
  to: number;
  /** ISO date. */
  today: string;
}

export interface JudgedLines {
  /** Cell by cell; what concerns a whole line or the list is left to "Kiểm tra ngay". */
  problems: Problem[];
  columns: ReadonlyMap<string, number>;
}

/** Undefined when this is no unit tab. */
export function judgeLines(form: Form, { values, from, to, today }: EditedLines): JudgedLines | undefined {
  const lines = values.map((row, index) => (index + 1 >= firstDataLine && index + 1 < from ? [] : row));
  const checked = checkTab(form, lines, { form, today, tab: '', expectedIdPrefix: '' });
  if (checked.problems.some(({ code }) => code === 'tab-wrong')) return undefined;
  const isHere = ({ line = 0, column, a1 }: Problem): boolean =>
    line >= from && line <= to && column !== undefined && a1 !== undefined;
  return { problems: checked.problems.filter(isHere), columns: checked.columns };
}

/** A line is typed from left to right: what is blank beyond the last filled cell is still to come, not forgotten. */
export function withoutStillToCome(
  problems: readonly Problem[],
  values: readonly (readonly CellValue[])[],
  columns: CheckedTab['columns'],
): Problem[] {
  const formColumns = [...columns].filter(([key]) => key !== 'rowId').map(([, index]) => index);
  const lastFilled = (line: number): number =>
    Math.max(-1, ...formColumns.filter((index) => (values[line - 1]?.[index] ?? '') !== ''));
  return problems.filter(
    ({ code, column, line }) =>
      code !== 'required-blank' ||
      (columns.get(column ?? '') ?? -1) < lastFilled(line ?? 0) ||
      lastFilled(line ?? 0) < 0,
  );
}

export interface CellEdit {
  line: number;
  /** From 0. */
  column: number;
  /** '' when the cell was blank. */
  oldValue: CellValue;
}

export interface LinePaint {
  problems: Problem[];
  /** Columns from–to, from 0, whose notes and colours are written; undefined: none. */
  span: [number, number] | undefined;
}

/**
 * One typed cell: the line is judged as it was and as it is, and only cells whose judgement changed are written, so that
 * people's notes elsewhere in the line stay without being read.
 */
export function paintOfCell(form: Form, lines: EditedLines, edit: CellEdit): LinePaint | undefined {
  const earlier = withCell(lines.values, edit);
  const now = judgeLines(form, lines);
  const before = judgeLines(form, { ...lines, values: earlier });
  if (!now || !before) return undefined;
  const shown = withoutStillToCome(now.problems, lines.values, now.columns);
  const shownBefore = withoutStillToCome(before.problems, earlier, before.columns);
  const edited = [...now.problems, ...before.problems].flatMap(({ column }) =>
    now.columns.get(column ?? '') === edit.column ? edit.column : [],
  );
  const touched = [
    ...edited,
    ...[...differing(now.problems, before.problems), ...differing(shown, shownBefore)].flatMap(
      (key) => now.columns.get(key) ?? [],
    ),
  ];
  return {
    problems: shown,
    span: touched.length === 0 ? undefined : [Math.min(...touched), Math.max(...touched)],
  };
}

const withCell = (values: CellValue[][], { line, column, oldValue }: CellEdit): CellValue[][] =>
  values.map((row, index) =>
    index + 1 === line ? row.map((value, at) => (at === column ? oldValue : value)) : row,
  );

/** Columns whose complaint is another one, or only on one side. */
function differing(some: readonly Problem[], others: readonly Problem[]): string[] {
  const [a, b] = [complaints(some), complaints(others)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key));
}

const complaints = (problems: readonly Problem[]): Map<string, string> =>
  new Map(problems.map(({ column, code, params }) => [column ?? '', JSON.stringify([code, params])]));
