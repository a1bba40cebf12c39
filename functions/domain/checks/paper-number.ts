/**
 * WHAT: a paper is named by number and sign, "27/KH-UBND".
 * WHY: it is found again by it; NĐ 30/2020/NĐ-CP gives every paper both.
 */
import { isPaperNumber } from '../paper-number.ts';
import { echo } from '../text.ts';
import { eachRow, fault, textAt } from './rule.ts';

export const checkPaperNumber = eachRow((row) => {
  const number = textAt(row, 'documentNumber');
  if (number === '' || isPaperNumber(number)) return undefined;
  return fault('error', 'paper-number-odd', row, 'documentNumber', { value: echo(number) });
});
