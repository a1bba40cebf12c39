/** A memo answers as the function does, works it out once, and never grows past its limit. */
import { expect, it } from 'vitest';
import { memo } from '../../functions/domain/memo.ts';

it('works a thing out once, until it is full', () => {
  const asked: string[] = [];
  const length = memo(2, (text) => asked.push(text) && text.length);
  expect(['a', 'bb', 'a', 'bb', 'ccc', 'a', 'ccc'].map(length)).toEqual([1, 2, 1, 2, 3, 1, 3]);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
});
