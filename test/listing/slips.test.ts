import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutsOf, oneSlipFrom, otherSpelling } from '../../functions/listing/slips.ts';
import { slipsBetween } from './slips-between.ts';

const word = fc.string({ unit: fc.constantFrom(...'abhint'), minLength: 1, maxLength: 5 });

describe('a word', () => {
  it('is one slip from exactly the words that the textbook calls so', () => {
    fc.assert(
      fc.property(word, word, (typed, meant) => {
        expect(oneSlipFrom(typed).has(meant)).toBe(slipsBetween(typed, meant) === 1);
      }),
      { numRuns: 2000 },
    );
    for (const meant of ['thi', 'to', 't', 'it', 'tis']) expect(oneSlipFrom('ti')).toContain(meant);
  });

  it('that is a number is no other number', () => {
    expect([...oneSlipFrom('2025')]).toEqual([]);
  });

  it('is cut wherever a blank can stand', () => {
    expect(cutsOf('tom')).toEqual([
      ['t', 'om'],
      ['to', 'm'],
    ]);
    expect(cutsOf('o')).toEqual([]);
  });

  it.each([
    ['sy', 'si'],
    ['my', 'mi'],
    ['ly', 'li'],
    ['ky', 'ki'],
    ['hi', 'hy'],
    ['vi', 'vy'],
    ['quy', 'qui'],
  ])('%s is %s in the other spelling, and the other way about', (one, other) => {
    expect(otherSpelling(one)).toBe(other);
    expect(otherSpelling(other)).toBe(one);
  });

  it.each(['thuy', 'thui', 'thi', 'thy', 'may', 'mai', 'minh', 'ti', 'ty', 'y', 'nhi', 'gi', 'huy', 'quynh'])(
    '%s has one spelling',
    (one) => expect(otherSpelling(one)).toBeUndefined(),
  );
});
