/**
 * WHAT: no two criteria of a list have the same code, however typed.
 * WHY: nurturing plans cite a criterion by its code, and must mean one.
 */
import { compareKey, echo } from '../text.ts';
import { type Check, fault, groupRows, lineList, textAt } from './rule.ts';

export const checkCodeDuplicate: Check = (rows) =>
  [...groupRows(rows, (row) => compareKey(textAt(row, 'code'))).values()]
    .filter((same) => same.length > 1)
    .flatMap((same) =>
      same.map((row) =>
        fault('error', 'code-duplicate', row, 'code', {
          value: echo(textAt(row, 'code')),
          lines: lineList(same),
        }),
      ),
    );
