/** The only door in: cells of a tab → rows, or the problems that stop them. */
import { isBlank, type ReadCell, readCell } from './cell.ts';
import { type Column, type Form, isAllowed, isRequired, type RowKind, toKind } from './form.ts';
import type { Problem } from './problem.ts';
import { compareKey, echo } from './text.ts';
import { textHash } from './text-hash.ts';

/** A cell as Sheets answers it (formula text, unformatted, dates as serial numbers); '' or absent when blank. */
export type CellValue = string | number | boolean;

export interface RawRow {
  /** Row number as the sheet shows it, 1-based. */
  line: number;
  /** By column key; blank cells are absent. */
  cells: Record<string, CellValue>;
  /** Hidden id of the row (Mã hồ sơ), '' when the row has none. */
  rowId: string;
}

/** A row that has passed every type check. Dates are ISO `yyyy-MM-dd`, text is NFC with single spaces. */
export interface Row {
  /** Hidden id, or an id made from the natural key when the row has none. Unique in plan and period. */
  id: string;
  line: number;
  kind: RowKind;
  values: Record<string, string | number>;
  /** Words of the row's work, as the server counted them in its file; absent where nobody could. */
  words?: number;
}

/** What could be read of a line: with problems, the row holds the good cells only; without a kind there is no row. */
export interface ReadRow {
  row: Row | undefined;
  problems: Problem[];
}

export interface RowOptions {
  /** Period and unit, "2025-31813": what an id made here begins with. */
  idPrefix: string;
  /** By row id what a reviewer has approved: it may stand as it is, whatever the form has become since. */
  approved?: ReadonlyMap<string, Row['values']>;
}

/** One complaint a cell: blank wins over wrong type, "not for this kind" over both. */
export function readRow(form: Form, raw: RawRow, options: RowOptions): ReadRow {
  const kind = readKind(form, raw);
  const values: Row['values'] = {};
  const problems: Problem[] = [];
  const approved = options.approved?.get(raw.rowId);
  for (const column of form.columns) {
    const cell = raw.cells[column.key];
    const result = asApproved(readColumn(column, cell, kind), cell, approved, column.key);
    if (result === undefined) continue;
    if (result.ok) values[column.key] = result.value;
    else
      problems.push({
        code: result.code,
        severity: 'error',
        line: raw.line,
        column: column.key,
        params: result.params,
      });
  }
  if (kind === undefined) return { row: undefined, problems };
  const id = raw.rowId === '' ? rowIdFromNaturalKey(options.idPrefix, form, values) : raw.rowId;
  return { row: { id, line: raw.line, kind, values }, problems };
}

export function parseRow(
  form: Form,
  raw: RawRow,
  options: RowOptions,
): { row: Row } | { problems: Problem[] } {
  const { row, problems } = readRow(form, raw, options);
  return row !== undefined && problems.length === 0 ? { row } : { problems };
}

function readKind(form: Form, raw: RawRow): RowKind | undefined {
  if (form.kindColumn === undefined) return 'entry';
  const value = raw.cells[form.kindColumn];
  return typeof value === 'string' ? toKind(value) : undefined;
}

/** Undefined: blank, and that is fine. */
function readColumn(
  column: Column,
  value: CellValue | undefined,
  kind: RowKind | undefined,
): ReadCell | undefined {
  if (value === undefined || isBlank(value))
    return isRequired(column, kind) ? { ok: false, code: 'required-blank', params: {} } : undefined;
  if (kind !== undefined && !isAllowed(column, kind))
    return { ok: false, code: 'column-not-for-kind', params: { value: echo(value), kind } };
  return readCell(column, value);
}

/** A word of a list that has ended since, a blank in a column that is new: nobody can mend what is decided. */
function asApproved(
  read: ReadCell | undefined,
  cell: CellValue | undefined,
  approved: Row['values'] | undefined,
  key: string,
): ReadCell | undefined {
  if (read === undefined || read.ok || approved === undefined) return read;
  const value = approved[key];
  if (value === undefined) return read.code === 'required-blank' ? undefined : read;
  return compareKey(String(cell ?? '')) === compareKey(String(value)) ? { ok: true, value } : read;
}

/** Separates the parts of a key; no cell can hold it. */
const separator = '\u001f';

/** Equal for rows that mean the same exemplar; '' when nothing of the key is filled in. */
export function naturalKey(form: Form, values: Row['values']): string {
  const parts = form.naturalKey.map((key) => compareKey(String(values[key] ?? '')));
  return parts.every((part) => part === '') ? '' : parts.join(separator);
}

/**
 * For rows that people inserted themselves, which have no stamped id. The same name typed in NFC, NFD or Windows-1258
 * gives the same id; "k" tells it from a stamped one.
 */
export const rowIdFromNaturalKey = (prefix: string, form: Form, values: Row['values']): string =>
  `${prefix}-k${textHash(naturalKey(form, values))}`;

export const isNaturalId = (id: string): boolean => /-k[0-9a-z]{8}$/.test(id);
