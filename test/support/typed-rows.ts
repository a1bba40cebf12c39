/** Rows as typed → rows as the product reads them: what a sheet with text-formatted cells would answer. */
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import type { Problem } from '../../functions/domain/problem.ts';
import { type CellValue, type Row, readRow } from '../../functions/domain/row.ts';
import type { TypedRow } from '../../infra/local/samples/rows.ts';

/** `plain` says what Sheets made of a cell without text format. */
export function readTyped(
  typed: readonly TypedRow[],
  plain: Record<string, CellValue> = {},
): { rows: Row[]; problems: Problem[] } {
  const read = typed.map((cells, index) => {
    const line = index + 3;
    const filled = Object.entries({ ...cells, ...plain }).filter(([, value]) => value !== '');
    const rowId = `x-${String(index + 1).padStart(3, '0')}`;
    return readRow(exemplarForm, { line, cells: Object.fromEntries(filled), rowId }, { idPrefix: 'x' });
  });
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    problems: read.flatMap(({ problems }) => problems),
  };
}
