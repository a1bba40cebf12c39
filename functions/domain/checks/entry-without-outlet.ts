/**
 * WHAT: an entry of the press says where and when it was printed.
 * WHY: only works that have appeared count as press works, and the jury looks them up.
 */
import { genres } from '../forms/contest-entry.ts';
import { type Check, fault, textAt } from './rule.ts';

const press: readonly string[] = [genres.print, genres.online];

export const checkEntryOutlet: Check = (rows) =>
  rows
    .filter((row) => press.includes(textAt(row, 'genre')))
    .flatMap((row) =>
      ['outlet', 'publishedOn']
        .filter((key) => textAt(row, key) === '')
        .map((key) => fault('error', 'entry-without-outlet', row, key, { value: textAt(row, 'genre') })),
    );
