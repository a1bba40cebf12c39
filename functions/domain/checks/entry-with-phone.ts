/**
 * WHAT: no telephone stands among the details of authors and subjects of works, this year's or prized ones.
 * WHY: everybody who fills in the sheet of the level can read it; the unit keeps the numbers itself.
 */
import { phoneIn } from '../contact-data.ts';
import { type Check, fault, textAt } from './rule.ts';

const personal = ['title', 'authorUnit', 'subject', 'subjectPlace'];

export const checkEntryPhone: Check = (rows) =>
  rows
    .filter((row) => textAt(row, 'genre') !== '' || textAt(row, 'workGenre') !== '')
    .flatMap((row) =>
      personal.flatMap((key) => {
        const found = phoneIn(textAt(row, key));
        return found === undefined ? [] : [fault('error', 'entry-with-phone', row, key, { value: found })];
      }),
    );
