/** Typed blocks carried from where their cells were when the person saw them to where those cells are now. */
import type { MoveLog } from '../workspace/sheets/moves.ts';

/** Texts as typed, row by row; '' empties a cell. Row and column count from 0. */
export interface Block {
  row: number;
  column: number;
  values: string[][];
}

export interface CarriedBlocks {
  blocks: Block[];
  /** Texts whose row somebody deleted meanwhile. */
  lost: string[];
  /** The revision is older than what is remembered. */
  isUnknown: boolean;
}

export function carryBlocks(
  moves: MoveLog,
  { bookId, sheetId, seen }: { bookId: string; sheetId: number; seen: string },
  blocks: readonly Block[],
): CarriedBlocks {
  const carried: CarriedBlocks = { blocks: [], lost: [], isUnknown: false };
  for (const { row, column, values } of blocks)
    for (const [down, texts] of values.entries())
      for (const [across, text] of texts.entries()) {
        const place = moves.follow(bookId, seen, { sheetId, row: row + down, column: column + across });
        if (place === 'unknown') return { blocks: [], lost: [], isUnknown: true };
        if (place === 'gone') {
          if (text !== '') carried.lost.push(text);
        } else put(carried.blocks, place, text);
      }
  return { ...carried, blocks: joinRows(carried.blocks) };
}

/** Cells come left to right: each goes on with the row before it, or begins one. */
function put(blocks: Block[], { row, column }: { row: number; column: number }, text: string): void {
  const last = blocks.at(-1);
  const line = last?.values[0];
  if (last && line && last.row === row && last.column + line.length === column) line.push(text);
  else blocks.push({ row, column, values: [[text]] });
}

/** Rows of one width below one another become one block: one write, one check. */
export function joinRows(rows: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const { row, column, values } of rows) {
    const last = joined.at(-1);
    const isNext =
      last &&
      last.row + last.values.length === row &&
      last.column === column &&
      last.values[0]?.length === values[0]?.length;
    if (isNext) last.values.push(...values);
    else joined.push({ row, column, values: [...values] });
  }
  return joined;
}
