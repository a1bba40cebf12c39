/**
 * WHAT: the points of the criteria for individuals, for collectives and for models each add up to 100.
 * WHY: scores of different units can be laid side by side only on one scale. A warning: a unit may have its own.
 */
import type { Problem } from '../problem.ts';
import { type Check, groupRows, numberAt, textAt } from './rule.ts';

const wanted = 100;

export const checkPointsSum: Check = (rows) => {
  const scored = rows.filter((row) => numberAt(row, 'points') !== undefined);
  return [...groupRows(scored, (row) => textAt(row, 'subject'))].flatMap(([subject, same]): Problem[] => {
    const sum = same.reduce((total, row) => total + (numberAt(row, 'points') ?? 0), 0);
    return sum === wanted
      ? []
      : [{ code: 'points-not-hundred', severity: 'warning', params: { subject, sum, wanted } }];
  });
};
