/** What the count of a work says beside the number that was typed. */
import { expect, it } from 'vitest';
import { checkCountedWords, lengthWords } from '../../functions/domain/counted-words.ts';
import type { CountedWords } from '../../functions/domain/form.ts';
import { contestEntryForm, genres } from '../../functions/domain/forms/contest-entry.ts';

const rule = contestEntryForm.countedWords as CountedWords;

const told = (typed: number | undefined, counted: number) => {
  const values = typed === undefined ? {} : { wordCount: typed };
  return checkCountedWords(rule, { id: 'a', line: 3, kind: 'entry', values }, counted).map(
    ({ code, severity, column, params }) => [code, severity, column, params],
  );
};

it.each([
  ['too long though less was typed', 1650, 2300, { value: 1650, counted: 2300, max: 2000 }],
  ['too long by one word', 2001, 2001, { value: 2001, counted: 2001, max: 2000 }],
  ['too long where nothing was typed', undefined, 2300, { counted: 2300, max: 2000 }],
])('is an error: %s', (_, typed, counted, params) => {
  expect(told(typed, counted)).toEqual([['entry-too-long', 'error', 'wordCount', params]]);
});

it.each([
  ['more than five per cent too few', 1899, 2000],
  ['more than five per cent too many', 1051, 1000],
])('is a warning: %s', (_, value, counted) => {
  expect(told(value, counted)).toEqual([['entry-words-differ', 'warning', 'wordCount', { value, counted }]]);
});

it('what is too many as typed is to be typed right, not shortened', () => {
  expect(told(2050, 2000)).toEqual([
    ['entry-words-differ', 'error', 'wordCount', { value: 2050, counted: 2000 }],
  ]);
});

it.each([
  [2000, 2000],
  [1900, 2000],
  [1050, 1000],
  [undefined, 1000],
])('says nothing of %s typed where %i were counted', (typed, counted) => {
  expect(told(typed, counted)).toEqual([]);
});

it.each([
  ['1.650 (máy đếm trong tệp)', { genre: genres.print, wordCount: 1500 }, 1650],
  ['1.500 (đơn vị ghi, máy chưa đếm được)', { genre: genres.print, wordCount: 1500 }, undefined],
  ['', { genre: genres.print }, undefined],
  ['', { genre: genres.video, wordCount: 1500 }, undefined],
])('says whose number it is: “%s”', (text, values, words) => {
  const row = { id: 'a', line: 3, kind: 'entry', values, ...(words === undefined ? {} : { words }) } as const;
  expect(lengthWords(rule, row)).toBe(text);
});
