/** Text → the words it can be found by: without marks, đ as d, any way of writing a tone, each once. */
import { searchKey } from './text.ts';

const word = /[a-z0-9]+/g;

/** "Hoà, Đặng Thị" → hoa, dang, thi. */
export const searchWords = (text: string): string[] => [...new Set(searchKey(text).match(word) ?? [])];
