/**
 * WHAT: the key results have at least one number.
 * WHY: councils compare by numbers. A warning: some deeds are told in words.
 */
import { echo } from '../text.ts';
import { eachRow, fault, textAt } from './rule.ts';

export const checkResultsNumber = eachRow((row) => {
  const results = textAt(row, 'keyResults');
  if (results === '' || /\d/.test(results)) return undefined;
  return fault('warning', 'results-without-number', row, 'keyResults', { value: echo(results) });
});
