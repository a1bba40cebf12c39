/**
 * WHAT: the deed lies in the past.
 * WHY: what is recognised has been done; a later date is a slip in the year. An open end is a blank cell.
 */
import { formatDate } from '../date.ts';
import { deedColumns } from '../past-day.ts';
import { type Check, fault, textAt } from './rule.ts';

export const checkAchievedInFuture: Check = (rows, { today }) =>
  rows.flatMap((row) =>
    deedColumns
      .filter((key) => textAt(row, key) > today)
      .map((key) =>
        fault('error', 'achieved-in-future', row, key, {
          value: formatDate(textAt(row, key)),
          today: formatDate(today),
        }),
      ),
  );
