/**
 * WHAT: no two entries of a list are the same file, however the link was copied.
 * WHY: a work is entered and scored once; a link pasted a line too far would send scorers the wrong work under a right title.
 */
import { workFile } from '../document-link.ts';
import { type Check, fault, groupRows, lineList } from './rule.ts';

export const checkEntryFileTwice: Check = (rows, { form }) =>
  [...groupRows(rows, (row) => workFile(form, row)).values()]
    .filter((same) => same.length > 1)
    .flatMap((same) =>
      same.map((row) =>
        fault('error', 'entry-file-twice', row, form.countedWords?.file, { lines: lineList(same) }),
      ),
    );
