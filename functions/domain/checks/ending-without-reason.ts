/**
 * WHAT: whoever says that an exemplar no longer holds, or is no longer followed, says why in 20 characters or more.
 * WHY: it may lead to taking the story off the public page, and the unit's head answers for it.
 */
import { conclusions, stillHolds } from '../forms/follow-up.ts';
import { codePointLength } from '../text.ts';
import { eachRow, fault, textAt } from './rule.ts';

const least = 20;

export const checkEndingReason = eachRow((row) => {
  const said = [
    ...(textAt(row, 'holds') === stillHolds.no ? [stillHolds.no] : []),
    ...(textAt(row, 'conclusion') === conclusions.stop ? [conclusions.stop] : []),
  ];
  const length = codePointLength(textAt(row, 'reason'));
  if (said.length === 0 || length >= least) return undefined;
  return fault('error', 'ending-without-reason', row, 'reason', {
    value: said.join('”, “'),
    length,
    min: least,
  });
});
