/** How a unit's rows go wrong and are mended in the trial's script. */
import { fitsRow, type Mistake } from './mistakes.ts';
import type { Random } from './random.ts';
import { blankRow, type TypedRow } from './rows.ts';

/** Cells to retype in a row; index from 0, counted as the rows stand in the tab. */
export interface Mend {
  rowIndex: number;
  cells: TypedRow;
}

export interface ReturnedRow {
  rowIndex: number;
  reason: string;
  mend: TypedRow;
}

const changedCells = (from: TypedRow, to: TypedRow): TypedRow =>
  Object.fromEntries(Object.entries(to).filter(([key, value]) => from[key] !== value));

/** Each mistake goes into a row of its own; one that fits no row left is not made. */
export function makeMistakes(
  right: readonly TypedRow[],
  made: readonly Mistake[],
): { rows: TypedRow[]; mends: Mend[] } {
  const rows = [...right];
  const mends: Mend[] = [];
  for (const mistake of made) {
    const rowIndex = right.findIndex(
      (row, index) => fitsRow(mistake, row) && !mends.some((mend) => mend.rowIndex === index),
    );
    if (rowIndex < 0) continue;
    rows[rowIndex] = mistake.apply(right[rowIndex]!);
    mends.push({ rowIndex, cells: changedCells(rows[rowIndex]!, right[rowIndex]!) });
  }
  return { rows, mends };
}

interface Weakness {
  reason: string;
  /** What the clerk typed first: right by the form, poor in a reviewer's eyes. */
  weaken(row: TypedRow): TypedRow;
}

const weaknesses: readonly Weakness[] = [
  {
    reason: 'Tên gương còn chung chung, đề nghị nêu đúng việc làm nổi bật nhất.',
    weaken: () => ({ title: 'Gương tiêu biểu trong phong trào thi đua yêu nước' }),
  },
  {
    reason:
      'Kết quả chưa rõ, đề nghị ghi số liệu cụ thể: bao nhiêu hộ, bao nhiêu tiền, so với trước thế nào.',
    weaken: () => ({ keyResults: 'Hoàn thành 100% chỉ tiêu được giao' }),
  },
  {
    reason: 'Phần khen thưởng thiếu số, ngày quyết định và nơi ký; nếu không có thì ghi “Chưa có”.',
    weaken: () => ({ priorAwards: 'Có giấy khen các năm' }),
  },
  {
    reason:
      'Phong trào và nội dung đăng ký thi đua còn ghi chung chung, đề nghị ghi tên phong trào và việc cụ thể.',
    weaken: () => ({ movement: 'Các phong trào của địa phương', pledge: 'Hoàn thành tốt nhiệm vụ' }),
  },
];

/** Rows that the reviewers return; the right row is the mend. */
export function weakenRows(
  right: readonly TypedRow[],
  count: number,
  random: Random,
): { rows: TypedRow[]; returnRows: ReturnedRow[] } {
  const rows = [...right];
  const chosen = random.shuffle(right.map((_, index) => index)).slice(0, count);
  const order = random.shuffle(weaknesses);
  const returnRows = chosen.map((rowIndex, turn) => {
    const { reason, weaken } = order[turn % order.length]!;
    rows[rowIndex] = { ...right[rowIndex]!, ...weaken(right[rowIndex]!) };
    return { rowIndex, reason, mend: changedCells(rows[rowIndex]!, right[rowIndex]!) };
  });
  return { rows, returnRows };
}

export const isBlankRow = (row: TypedRow): boolean => Object.values(row).every((value) => value === '');

/** The rows as they stand after mends; cleared rows stay as blank lines, so that indexes still hold. */
export function mended(rows: readonly TypedRow[], mends: readonly Mend[]): TypedRow[] {
  const after = [...rows];
  for (const { rowIndex, cells } of mends) after[rowIndex] = { ...(after[rowIndex] ?? blankRow()), ...cells };
  return after;
}
