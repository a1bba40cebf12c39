/**
 * Words of written works, counted in their files while the list is sent, for those forms that say so. What was counted stays
 * with the row, since the contest's limit, the scorers and the report go by it and not by what was typed.
 */
import { checkCountedWords } from '../domain/counted-words.ts';
import { documentId, whyNoDocument } from '../domain/document-link.ts';
import type { CountedWords, Form } from '../domain/form.ts';
import type { Problem } from '../domain/problem.ts';
import type { Row } from '../domain/row.ts';
import { echo } from '../domain/text.ts';
import { countWords } from '../domain/word-count.ts';
import type { Files } from '../ports.ts';
import { readWorkText, type WorkText } from './work-text.ts';

export interface CountedRows {
  rows: Row[];
  problems: Problem[];
}

/** Files read at once: fast enough for a list of fifty, and no more of them in memory. */
const lanes = 4;

/** `decided`: rows that nobody can change any more keep the count they were decided with. */
export async function countEntryWords(
  files: Files,
  form: Form,
  rows: readonly Row[],
  decided: ReadonlyMap<string, Row>,
): Promise<CountedRows> {
  const { countedWords } = form;
  if (!countedWords) return { rows: [...rows], problems: [] };
  const counted: CountedRows[] = [];
  // Nobody is kept from sending a list because Drive is away, nor made to wait for every file of it.
  let isAway = false;
  const readText = async (fileId: string): Promise<WorkText | undefined> => {
    if (isAway) return undefined;
    return readWorkText(files, fileId).catch(() => {
      isAway = true;
      return undefined;
    });
  };
  const take = async (first: number): Promise<void> => {
    for (let index = first; index < rows.length; index += lanes) {
      const row = rows[index] as Row;
      const before = decided.get(row.id);
      counted[index] = before
        ? { rows: [withWords(row, before.words)], problems: [] }
        : await countRow(countedWords, row, readText);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => take(lane)));
  return {
    rows: counted.flatMap((one) => one.rows),
    problems: counted.flatMap(({ problems }) => problems),
  };
}

const withWords = (row: Row, words: number | undefined): Row =>
  words === undefined ? row : { ...row, words };

async function countRow(
  rule: CountedWords,
  row: Row,
  readText: (fileId: string) => Promise<WorkText | undefined>,
): Promise<CountedRows> {
  const link = row.values[rule.file];
  if (typeof link !== 'string' || !rule.genres.includes(String(row.values[rule.genre])))
    return { rows: [row], problems: [] };
  const fileId = documentId(link);
  const read = fileId === undefined ? { why: whyNoDocument(link) } : await readText(fileId);
  if (read === undefined) return { rows: [row], problems: [] };
  const told = toCount(read);
  if (typeof told !== 'number') {
    const params = { value: echo(link), ...told };
    const problem = {
      code: 'entry-uncounted',
      severity: 'warning',
      line: row.line,
      column: rule.file,
      params,
    };
    return { rows: [row], problems: [problem as Problem] };
  }
  return { rows: [withWords(row, told)], problems: checkCountedWords(rule, row, told) };
}

function toCount(
  read: WorkText | { why: ReturnType<typeof whyNoDocument> },
): number | { why: string; type?: string } {
  if (!('text' in read)) return read;
  const words = countWords(read.text);
  return words > 0 ? words : { why: 'empty' };
}
