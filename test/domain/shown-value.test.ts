/** Cells as they are read away from the unit's tab. */
import { expect, it } from 'vitest';
import { columnOf, type Form } from '../../functions/domain/form.ts';
import { contestEntryForm } from '../../functions/domain/forms/contest-entry.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import type { Row } from '../../functions/domain/row.ts';
import { shownValue } from '../../functions/domain/shown-value.ts';

const shown = (form: Form, key: string, row: Partial<Row>): string => {
  const column = columnOf(form, key);
  if (!column) throw new Error(`no column ${key}`);
  return shownValue(form, column, { id: 'a', line: 3, kind: 'entry', values: {}, ...row });
};

it.each([
  ['a date as people write it', 'publishedOn', { publishedOn: '2024-04-20' }, '20/04/2024'],
  ['a number with its dots', 'durationSeconds', { durationSeconds: 1200 }, '1.200'],
  ['words as they are', 'name', { name: 'Bếp ăn 2024-04-20' }, 'Bếp ăn 2024-04-20'],
  ['a blank date as a blank', 'publishedOn', {}, ''],
])('shows %s', (_, key, values, text) => {
  expect(shown(contestEntryForm, key, { values })).toBe(text);
});

it('shows the kind in words, and who counted the words of a work', () => {
  expect(shown(exemplarForm, 'kind', { kind: 'collective' })).toBe('Tập thể');
  expect(shown(contestEntryForm, 'wordCount', { values: { wordCount: 1500 }, words: 1650 })).toBe(
    '1.650 (máy đếm trong tệp)',
  );
});
