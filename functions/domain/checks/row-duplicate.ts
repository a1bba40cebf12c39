/**
 * WHAT: nobody stands in the list twice: same kind, name and birth year, however typed.
 * WHY: a list of five with one person twice has four; all copies are named, people choose (I11).
 */
import type { Form } from '../form.ts';
import type { Row } from '../row.ts';
import { naturalKey } from '../row.ts';
import { echo } from '../text.ts';
import { type Check, fault, groupRows, lineList, textAt } from './rule.ts';

const keyOf = (form: Form, row: Row): string =>
  textAt(row, 'name') === '' ? '' : naturalKey(form, row.values);

export const checkRowDuplicate: Check = (rows, { form }) =>
  [...groupRows(rows, (row) => keyOf(form, row)).values()]
    .filter((copies) => copies.length > 1)
    .flatMap((copies) =>
      copies.map((row) =>
        fault('error', 'row-duplicate', row, 'name', {
          value: echo(textAt(copies[0] as Row, 'name')),
          lines: lineList(copies),
        }),
      ),
    );
