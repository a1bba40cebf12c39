/** Text → the words it can be found by: without marks, đ as d, any way of writing a tone, each once. */
import { memo } from './memo.ts';
import { searchKey } from './text.ts';

/** Of what stands between two blanks. A few thousand written words make up all lists. */
export const wordsOfWritten = memo(
  8192,
  (written): readonly string[] => searchKey(written).match(/[a-z0-9]+/g) ?? [],
);

/** "Hoà, Đặng Thị" → hoa, dang, thi. */
export const searchWords = (text: string): string[] => [
  ...new Set(text.split(/\s+/).flatMap(wordsOfWritten)),
];
