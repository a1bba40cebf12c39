/** What a form asks of each kind. */
import { expect, it } from 'vitest';
import { columnOf, isAllowed, isRequired, toKind } from '../../functions/domain/form.ts';
import { exemplarForm as form } from '../../functions/domain/forms/exemplar.ts';

it('asks the birth year of individuals only', () => {
  const column = columnOf(form, 'birthYear')!;
  expect([
    isRequired(column, 'individual'),
    isRequired(column, 'model'),
    isRequired(column, undefined),
  ]).toEqual([true, false, false]);
  expect([isAllowed(column, 'individual'), isAllowed(column, 'collective')]).toEqual([true, false]);
  expect(columnOf(form, 'nothing')).toBeUndefined();
});

it('asks the name of all, even while the kind is unknown', () => {
  expect(isRequired(columnOf(form, 'name')!, undefined)).toBe(true);
});

it('knows a kind however it is typed', () => {
  expect(toKind(' cá nhân'.normalize('NFD'))).toBe('individual');
  expect(toKind('TẬP THỂ')).toBe('collective');
  expect(toKind('Người')).toBeUndefined();
});
