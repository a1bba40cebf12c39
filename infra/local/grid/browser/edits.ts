/** What people put into cells, as blocks of typed texts. Pure. */
import Papa from 'papaparse';
import { type Block, joinRows } from '../blocks.ts';

/** A cell of Univer after an edit; every part may be absent. */
export interface EditedCell {
  v?: unknown;
  f?: string | null;
  p?: { body?: { dataStream?: string } } | null;
}

export type EditedCells = Record<string, Record<string, EditedCell | null> | undefined>;

/** Undefined when the content of the cell is untouched, as when only its looks change. */
export function typedText(cell: EditedCell | null): string | undefined {
  if (cell === null) return '';
  if (cell.p?.body?.dataStream !== undefined) return fromRichText(cell.p.body.dataStream);
  if (cell.f) return cell.f;
  if (!('v' in cell)) return undefined;
  return cell.v === null || cell.v === undefined ? '' : String(cell.v);
}

/** Ends in a paragraph and a section mark; paragraphs within are line breaks typed with Alt+Enter. */
const fromRichText = (stream: string): string => stream.replace(/\r\n$/, '').replaceAll('\r', '\n');

export function toBlocks(cells: EditedCells): Block[] {
  const rows: Block[] = [];
  for (const [row, line] of Object.entries(cells))
    for (const [column, cell] of Object.entries(line ?? {})) {
      const text = typedText(cell);
      if (text === undefined) continue;
      const last = rows.at(-1);
      const values = last?.values[0];
      if (last && values && last.row === Number(row) && last.column + values.length === Number(column))
        values.push(text);
      else rows.push({ row: Number(row), column: Number(column), values: [[text]] });
    }
  return joinRows(rows);
}

export interface Selection {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/**
 * A block copied in Excel or Sheets: tabs between cells, quotes around cells with line breaks. It is laid at the
 * selection's corner, and again and again when the selection is a multiple of it, as in Sheets.
 */
export function toPaste(text: string, { row, column, rows, columns }: Selection): Block | undefined {
  const { data } = Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' });
  const width = Math.max(0, ...data.map((line) => line.length));
  if (data.length === 0 || width === 0) return undefined;
  const clip = data.map((line) => Array.from({ length: width }, (_, index) => line[index] ?? ''));
  const height = rows % clip.length === 0 ? rows : clip.length;
  const across = columns % width === 0 ? columns : width;
  const values = Array.from({ length: height }, (_, down) =>
    Array.from({ length: across }, (_cell, index) => clip[down % clip.length]?.[index % width] ?? ''),
  );
  return { row, column, values };
}
