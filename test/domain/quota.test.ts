/** A number beside what is asked, in words that people say. */
import { expect, test } from 'vitest';
import { quotaCounter, quotaLabel } from '../../functions/domain/quota.ts';

test.each([
  [4, { min: 5, max: 6 }, '4, chỉ tiêu 5–6', '05–06'],
  [2, { min: 2, max: 2 }, '2, chỉ tiêu 2', '02'],
  [0, { min: 1 }, '0, cần ít nhất 1', 'từ 01'],
  [12, { min: 10, target: 15 }, '12, cần ít nhất 10, phấn đấu 15', 'ít nhất 10–15'],
])('%i of %o', (count, quota, counter, label) => {
  expect(quotaCounter(count, quota)).toBe(counter);
  expect(quotaLabel(quota)).toBe(label);
});
