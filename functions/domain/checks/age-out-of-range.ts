/**
 * WHAT: by the year of birth, an individual is 6 to 110 years old.
 * WHY: outside these ages the year is a slip of the hand.
 */
import { eachRow, fault, numberAt } from './rule.ts';

/** Shared with the checks that go by age, so that a wrong year is told once. */
export const youngest = 6;
const oldest = 110;

export const checkAge = eachRow((row, { today }) => {
  const year = numberAt(row, 'birthYear');
  if (row.kind !== 'individual' || year === undefined) return undefined;
  const thisYear = Number(today.slice(0, 4));
  const age = thisYear - year;
  if (age >= youngest && age <= oldest) return undefined;
  return fault('error', 'age-out-of-range', row, 'birthYear', {
    value: year,
    age,
    min: thisYear - oldest,
    max: thisYear - youngest,
  });
});
