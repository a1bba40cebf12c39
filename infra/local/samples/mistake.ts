/** What a mistake is: one change of a right row, and what the checks must say to it. */
import type { ExemplarKind } from '../../../functions/domain/form.ts';
import type { ProblemCode, Severity } from '../../../functions/domain/problem.ts';
import type { TypedRow } from './rows.ts';

export interface Mistake {
  id: string;
  /** What the clerk did. */
  says: string;
  /** Kinds of row it can be made in; absent: any. */
  onlyFor?: readonly ExemplarKind[];
  apply(cells: TypedRow): TypedRow;
  /** null: must be accepted. */
  expects: ProblemCode | null;
  severity?: Severity;
  /** The cell has lost its text format (a paste from elsewhere), so Sheets makes something else of what is typed. */
  inPlainCell?: { column: string; becomes: number | boolean };
}

/** The commonest mistake: one or more cells typed wrongly. */
export const typed =
  (cells: TypedRow) =>
  (row: TypedRow): TypedRow => ({ ...row, ...cells });

/** A mistake that takes two rows: the second is typed with an eye on the first. */
export interface PairMistake {
  id: string;
  says: string;
  apply(first: TypedRow, second: TypedRow): TypedRow;
  expects: ProblemCode;
  severity?: Severity;
}
