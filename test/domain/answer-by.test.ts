/** The clock of two working days, over weekends and Tết. */
import { expect, it } from 'vitest';
import { answerBy } from '../../functions/domain/answer-by.ts';
import { holidaysOf } from '../../functions/plans/holidays.ts';

it.each([
  ['a Monday', '2025-03-03', '2025-03-05'],
  ['a Friday', '2025-03-07', '2025-03-11'],
  ['a Sunday', '2025-03-02', '2025-03-04'],
  ['the last working day before Tết', '2025-01-24', '2025-02-04'],
])('ends on the second working day after %s', (_what, from, to) => {
  expect(answerBy(from, 2, holidaysOf({}))).toBe(to);
});
