/**
 * WHAT: no two lines have the same hidden id.
 * WHY: copying a whole line copies its id; which line is the real one only people know, so all copies are held back (I11).
 */
import type { Row } from '../row.ts';
import { isNaturalId } from '../row.ts';
import { type Check, fault, groupRows, lineList } from './rule.ts';

/** Ids made of the natural key are equal when the rows are: that is row-duplicate. */
const stampedId = (row: Row): string => (isNaturalId(row.id) ? '' : row.id);

export const checkRowIdDuplicate: Check = (rows) =>
  [...groupRows(rows, stampedId).values()]
    .filter((copies) => copies.length > 1)
    .flatMap((copies) =>
      copies.map((row) =>
        fault('error', 'row-id-duplicate', row, undefined, { id: row.id, lines: lineList(copies) }),
      ),
    );
