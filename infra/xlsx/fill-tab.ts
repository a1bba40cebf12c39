/**
 * Where the rows of a file go in the unit's tab: each on the line that holds its id, the others below on lines without
 * one. Pure: one block over all lines, the same for the same file, so that importing twice changes nothing.
 */
import { toA1 } from '../../functions/domain/a1.ts';
import type { Form } from '../../functions/domain/form.ts';
import { splitKeyCell } from '../../functions/domain/key-cell.ts';
import type { Problem } from '../../functions/domain/problem.ts';
import { type CellValue, naturalKey, type RawRow, readRow } from '../../functions/domain/row.ts';
import { type ReadTab, readTab } from '../../functions/domain/tab.ts';
import { headerLine } from '../../functions/domain/workbook.ts';

/** null leaves a cell as it is: columns and lines that are not the form's. */
export type Block = (CellValue | null)[][];

export interface Filling {
  ok: true;
  /** A1 range of the block, without the tab. */
  range: string;
  block: Block;
  /** The grid must have so many lines. */
  lastLine: number;
  /** The tab holds all this already. */
  isSame: boolean;
  /** Rows of the tab that the file does not have: the block empties them. */
  lost: { line: number; name: string }[];
}

export type Filled = Filling | { ok: false; problems: Problem[] };

const textOf = (value: CellValue | undefined): string => String(value ?? '').trim();

export function fillTab(
  form: Form,
  values: readonly CellValue[][],
  rows: readonly RawRow[],
  idPrefix: string,
): Filled {
  const tab = readTab(form, [...values], { headerLine });
  if (tab.problems.length > 0) return { ok: false, problems: tab.problems };
  const lines = linesOf(form, values, tab);
  const placed = place(rows, lines);
  const lastLine = Math.max(values.length, headerLine + 1, ...placed.keys());
  const columns = form.columns.map(({ key }) => ({ key, index: tab.columns.get(key) as number }));
  const first = Math.min(...columns.map(({ index }) => index));
  const last = Math.max(...columns.map(({ index }) => index));
  const block = Array.from({ length: lastLine - headerLine }, (_, offset) => {
    const line = headerLine + 1 + offset;
    const cells: (CellValue | null)[] = Array.from({ length: last - first + 1 }, () => null);
    if (line === lines.keyLine) return cells;
    for (const { key, index } of columns) cells[index - first] = placed.get(line)?.cells[key] ?? '';
    return cells;
  });
  return {
    ok: true,
    range: `${toA1(first, headerLine + 1)}:${toA1(last, lastLine)}`,
    block,
    lastLine,
    isSame: block.every((cells, offset) =>
      cells.every((cell, at) => cell === null || cell === (values[headerLine + offset]?.[first + at] ?? '')),
    ),
    lost: lostRows(form, tab, rows, idPrefix),
  };
}

interface Lines {
  /** Line of the hidden keys, wherever a sort has carried it. */
  keyLine: number | undefined;
  byId: Map<string, number>;
  lastWithId: number;
}

function linesOf(form: Form, values: readonly CellValue[][], { columns }: ReadTab): Lines {
  const id = columns.get('rowId');
  const [mark] = form.columns.filter(({ key }) => columns.has(key));
  const place = columns.get(mark?.key ?? '');
  const byId = new Map<string, number>();
  let [keyLine, lastWithId]: [number | undefined, number] = [undefined, headerLine];
  values.forEach((cells, index) => {
    const line = index + 1;
    if (line <= headerLine) return;
    const rowId = id === undefined ? '' : textOf(cells[id]);
    const isKeys = place !== undefined && splitKeyCell(cells[place])?.key === mark?.key;
    if (isKeys) keyLine ??= line;
    else if (rowId !== '' && !byId.has(rowId)) byId.set(rowId, line);
    if (isKeys || rowId !== '') lastWithId = line;
  });
  return { keyLine, byId, lastWithId };
}

/** A row without an id stays without one: a free stamped line would give it another identity at every import. */
function place(rows: readonly RawRow[], { byId, lastWithId }: Lines): Map<number, RawRow> {
  const placed = new Map<number, RawRow>();
  let next = lastWithId + 1;
  for (const row of rows) {
    const own = row.rowId === '' ? undefined : byId.get(row.rowId);
    placed.set(own !== undefined && !placed.has(own) ? own : next++, row);
  }
  return placed;
}

/** A changed row is no loss; one whose id and whose natural key are both gone is. */
function lostRows(form: Form, tab: ReadTab, rows: readonly RawRow[], idPrefix: string): Filling['lost'] {
  const keyOf = (raw: RawRow): string => naturalKey(form, readRow(form, raw, { idPrefix }).row?.values ?? {});
  const ids = new Set(rows.map(({ rowId }) => rowId));
  const keys = new Set(rows.map(keyOf));
  return tab.rows
    .filter((raw) => {
      const key = keyOf(raw);
      return !(raw.rowId !== '' && ids.has(raw.rowId)) && !(key !== '' && keys.has(key));
    })
    .map((raw) => ({ line: raw.line, name: textOf(raw.cells[form.naturalKey[1] ?? '']) }));
}
