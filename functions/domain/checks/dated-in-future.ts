/**
 * WHAT: a paper is not dated, a piece not published and an exemplar not assessed after today.
 * WHY: these forms tell what has been done; a later day is a slip in the year, or a plan for later.
 */
import { formatDate } from '../date.ts';
import { recordColumns } from '../past-day.ts';
import { type Check, fault, textAt } from './rule.ts';

export const checkDatedInFuture: Check = (rows, { today }) =>
  rows.flatMap((row) =>
    recordColumns
      .filter((key) => textAt(row, key) > today)
      .map((key) =>
        fault('error', 'dated-in-future', row, key, {
          value: formatDate(textAt(row, key)),
          today: formatDate(today),
        }),
      ),
  );
