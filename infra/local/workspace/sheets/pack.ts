/** A tab as it is stored: formats and validation rules once each, because hundreds of cells share the same few. */
import type { Cell, Row, Tab } from './model.ts';

interface PackedCell {
  v?: Cell['value'];
  f?: string;
  n?: string;
  r?: unknown[];
  /** Places in the pool: format and validation. */
  s?: number;
  d?: number;
}

export type PackedTab = Omit<Tab, 'rows'> & { pool: unknown[]; cells: ((PackedCell | 0)[] | 0)[] };

export function packTab({ rows, ...tab }: Tab): PackedTab {
  const pool: unknown[] = [];
  const byObject = new Map<object, number>();
  const byText = new Map<string, number>();
  const place = (item: object): number => {
    const known = byObject.get(item);
    if (known !== undefined) return known;
    const text = JSON.stringify(item);
    const index = byText.get(text) ?? pool.push(item) - 1;
    byText.set(text, index);
    byObject.set(item, index);
    return index;
  };
  return {
    ...tab,
    pool,
    cells: rows.map((row) => (row ? Array.from(row, (cell) => (cell ? packCell(cell, place) : 0)) : 0)),
  };
}

function packCell(cell: Cell, place: (item: object) => number): PackedCell {
  const packed: PackedCell = {};
  if (cell.value !== undefined) packed.v = cell.value;
  if (cell.formula !== undefined) packed.f = cell.formula;
  if (cell.note !== undefined) packed.n = cell.note;
  if (cell.runs) packed.r = cell.runs;
  if (cell.format) packed.s = place(cell.format);
  if (cell.validation) packed.d = place(cell.validation);
  return packed;
}

export function unpackTab({ pool, cells, ...tab }: PackedTab): Tab {
  const unpack = (cell: PackedCell | 0): Cell | undefined =>
    cell === 0 ? undefined : unpackCell(cell, pool);
  return {
    ...tab,
    // JSON turned the gaps of these lists into null.
    rowProps: tab.rowProps.map((props) => props ?? undefined),
    columnProps: tab.columnProps.map((props) => props ?? undefined),
    rows: cells.map((row): Row | undefined => (row === 0 ? undefined : row.map(unpack))),
  };
}

function unpackCell(packed: PackedCell, pool: unknown[]): Cell {
  const cell: Cell = {};
  if (packed.v !== undefined) cell.value = packed.v;
  if (packed.f !== undefined) cell.formula = packed.f;
  if (packed.n !== undefined) cell.note = packed.n;
  if (packed.r) cell.runs = packed.r;
  if (packed.s !== undefined) cell.format = pool[packed.s] as NonNullable<Cell['format']>;
  if (packed.d !== undefined) cell.validation = pool[packed.d] as NonNullable<Cell['validation']>;
  return cell;
}
