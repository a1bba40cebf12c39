/** What sentences about problems are made of: values quoted safely, numbers, examples, words for the place it is mended in. */
import type { Column, Form } from './form.ts';
import { formatNumber } from './number.ts';
import { pastExample } from './past-day.ts';
import type { Problem } from './problem.ts';
import { echo } from './text.ts';

export interface SentenceParts {
  params: Problem['params'];
  column: Column | undefined;
  form: Form;
}

export type Sentence = (parts: SentenceParts) => string;

/** A parameter as plain text, cut and without characters that turn the line around. */
export const plain = ({ params }: SentenceParts, key: string): string => echo(params[key] ?? '', 160);
export const quoted = (parts: SentenceParts, key = 'value'): string => `“${echo(parts.params[key] ?? '')}”`;
export const count = ({ params }: SentenceParts, key: string): string =>
  formatNumber(Number(params[key] ?? 0));

/** Of private data a cell has what the sentence is about, and what else would have to go with it. */
export const alsoFound = ({ params }: SentenceParts): string =>
  params.also === undefined ? '' : `, cùng với ${echo(params.also, 400)}`;

const todayOf = ({ today }: Problem['params']): string | undefined =>
  today === undefined ? undefined : String(today);

/** Of a paper that goes with a list. */
export const paperDay = ({ params }: SentenceParts): string => pastExample('05/01/2025', todayOf(params));

/** Numbers and dates stand bare, words in quotes. */
export function example({ column, params }: SentenceParts): string {
  if (!column) return '';
  const shown = echo(column.example);
  if (column.type === 'integer') return `, ví dụ ${isYear(column) ? shown : formatNumber(Number(shown))}`;
  return `, ví dụ ${column.type === 'date' ? pastExample(shown, todayOf(params)) : `“${shown}”`}`;
}

export const headerOf = (form: Form, key: string): string =>
  form.columns.find((column) => column.key === key)?.header ?? key;

export const isYear = (column: Column | undefined): boolean =>
  column !== undefined && Number(column.min) >= 1000 && Number(column.max) <= 9999;

/** What is wrong in an Excel file is mended there, where menus have other names. */
export const byPlace =
  (sheet: Sentence, excel: Sentence): Sentence =>
  (parts) =>
    (parts.params.in === 'excel' ? excel : sheet)(parts);
