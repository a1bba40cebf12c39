/**
 * WHAT: Ông, Bà or Em agrees with the name (Thị is a woman's middle name, Văn a man's) and with the age.
 * WHY: certificates and mails address people by it. A warning: names know exceptions.
 */
import { compareKey, echo } from '../text.ts';
import { youngest } from './age-out-of-range.ts';
import { eachRow, fault, numberAt, textAt } from './rule.ts';

const adultFrom = 18;
const childUntil = 15;

export const checkHonorific = eachRow((row, { today }) => {
  const honorific = textAt(row, 'honorific');
  if (row.kind !== 'individual' || honorific === '') return undefined;
  const name = textAt(row, 'name');
  const year = numberAt(row, 'birthYear');
  const age = year === undefined ? undefined : Number(today.slice(0, 4)) - year;
  const proposed = proposal(honorific, compareKey(name).split(' '), age);
  return proposed === undefined
    ? undefined
    : fault('warning', 'honorific-mismatch', row, 'honorific', {
        value: honorific,
        proposed,
        name: echo(name),
      });
});

const [woman, man] = [compareKey('Thị'), compareKey('Văn')];

function proposal(honorific: string, words: readonly string[], age: number | undefined): string | undefined {
  const middle = words.slice(1, -1);
  if (honorific === 'Ông' && middle.includes(woman as string)) return 'Bà';
  if (honorific === 'Bà' && middle[0] === man && !middle.includes(woman as string)) return 'Ông';
  if (age === undefined) return undefined;
  if (honorific === 'Em' && age > adultFrom) return middle.includes(woman as string) ? 'Bà' : 'Ông hoặc Bà';
  return honorific !== 'Em' && age <= childUntil && age >= youngest ? 'Em' : undefined;
}
