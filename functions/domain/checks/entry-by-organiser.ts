/**
 * WHAT: no entry is by somebody who organises or judges the contest.
 * WHY: the rules of the contest ("Thể lệ") leave them out, so that nobody judges in their own cause.
 */
import { echo } from '../text.ts';
import { eachRow, fault, textAt } from './rule.ts';

export const checkEntryByOrganiser = eachRow((row) =>
  textAt(row, 'isOrganiser') === 'Có'
    ? fault('error', 'entry-by-organiser', row, 'isOrganiser', { value: echo(textAt(row, 'title')) })
    : undefined,
);
