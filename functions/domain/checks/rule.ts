/** What every check looks like, and the two or three lines that all of them would repeat. */
import type { ExemplarKind, Form, RowKind } from '../form.ts';
import type { Quota } from '../plan.ts';
import type { Problem, ProblemCode, Severity } from '../problem.ts';
import type { Citable } from '../references.ts';
import type { Row, RowOptions } from '../row.ts';

/** Whatever a rule needs besides the rows, loaded beforehand. */
export interface CheckContext {
  form: Form;
  /** ISO date. */
  today: string;
  /** Title of the tab. */
  tab: string;
  /** Period and unit, "2025-31813". */
  expectedIdPrefix: string;
  /** What was approved before, where it is known: the sheet itself does not say. */
  approved?: RowOptions['approved'];
  /** The period a row was carried over from, where that is known. */
  earlierPeriodOf?: (row: Row) => string | undefined;
  quota?: Quota;
  allowedKinds?: readonly ExemplarKind[] | undefined;
  /** Exemplars chosen from the units below: they count in the quota. */
  promoted?: readonly { kind: RowKind }[];
  /** Lines with content that are not among the rows (wrong cells): they count in the quota, so that one fault is not told twice. */
  unreadRows?: number;
  /** What cells may name, by what they refer to; of what is absent nothing is known, so nothing is said. */
  citable?: Citable | undefined;
}

/** Returns a list, empty when fine; never throws, never stops the others. */
export type Check = (rows: readonly Row[], context: CheckContext) => Problem[];

export const fault = (
  severity: Severity,
  code: ProblemCode,
  row: Row,
  column: string | undefined,
  params: Problem['params'] = {},
): Problem => ({ code, severity, line: row.line, ...(column === undefined ? {} : { column }), params });

/** A check that looks at one row at a time. */
export const eachRow =
  (check: (row: Row, context: CheckContext) => Problem | undefined): Check =>
  (rows, context) => {
    const found: Problem[] = [];
    for (const row of rows) {
      const problem = check(row, context);
      if (problem !== undefined) found.push(problem);
    }
    return found;
  };

/** '' when the cell is blank or could not be read. */
export const textAt = (row: Row, key: string): string => {
  const value = row.values[key];
  return typeof value === 'string' ? value : '';
};

export const numberAt = (row: Row, key: string): number | undefined => {
  const value = row.values[key];
  return typeof value === 'number' ? value : undefined;
};

/** Rows by a key; rows whose key is '' are left out. */
export function groupRows(rows: readonly Row[], toKey: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = toKey(row);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

export const lineList = (rows: readonly Row[]): string => rows.map((row) => row.line).join(', ');
