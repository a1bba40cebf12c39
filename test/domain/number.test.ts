/** Numbers as Vietnamese writers type them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumber, parseNumber } from '../../functions/domain/number.ts';

it.each([
  ['1.234', 1234],
  ['1,5', 1.5],
  ['1.234.567,25', 1234567.25],
  ['12 000', 12000],
  ['-3', -3],
  ['0', 0],
])('%s is %d', (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

it.each(['1.5', '1,234,567', '12.34', '85 tuổi', '', '1e3', '9'.repeat(17), '1.2345', '١'])(
  '%j is not a number',
  (text) => {
    expect(parseNumber(text)).toBeUndefined();
  },
);

it('reads what it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
      const value = Number(`${whole}.${cents}`);
      expect(parseNumber(formatNumber(value))).toBe(value);
    }),
  );
});
