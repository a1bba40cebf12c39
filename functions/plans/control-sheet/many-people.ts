/** Many people who come or go at once are mostly a slip of pasting: refused, unless the tab says how long it is meant to be. */
import type { Staff } from '../../domain/plan.ts';
import type { ReadLine } from './cells.ts';
import { many, viCount } from './tab.ts';

const emailsOf = (staff: readonly Staff[]): Set<string> => new Set(staff.map(({ email }) => email));

/**
 * The number of lines instead of a plain yes: it holds for this list alone, and does not agree to the next paste too. Any
 * line may say it.
 */
export function faultManyPeople(
  before: readonly Staff[],
  after: readonly Staff[],
  lines: readonly ReadLine[],
): void {
  const [known, wanted] = [emailsOf(before), emailsOf(after)];
  const added = [...wanted].filter((email) => !known.has(email)).length;
  const removed = [...known].filter((email) => !wanted.has(email)).length;
  if (added <= many && removed <= many) return;
  if (lines.some(({ values }) => values.confirm === lines.length)) return;
  const params = { added: viCount(added), removed: viCount(removed), lines: lines.length };
  lines[0]?.fault('confirm', 'people-many', params);
}
