/**
 * WHAT: no two entries of a list are the same file, however the link was copied.
 * WHY: a work is entered and scored once; a link pasted a line too far would send scorers the wrong work under a right title.
 */
import { documentId } from '../document-link.ts';
import type { Row } from '../row.ts';
import { type Check, fault, groupRows, lineList, textAt } from './rule.ts';

const fileOf = (row: Row, key: string): string => {
  const link = textAt(row, key);
  return documentId(link) ?? link;
};

export const checkEntryFileTwice: Check = (rows, { form: { countedWords } }) => {
  if (!countedWords) return [];
  const { file } = countedWords;
  return [...groupRows(rows, (row) => fileOf(row, file)).values()]
    .filter((same) => same.length > 1)
    .flatMap((same) =>
      same.map((row) => fault('error', 'entry-file-twice', row, file, { lines: lineList(same) })),
    );
};
