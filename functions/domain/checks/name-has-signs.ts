/**
 * WHAT: the name of an individual has no signs that no name has: emoji, angle brackets, stars …
 * WHY: it is printed on certificates and on the public page as it stands. Brackets and quotation marks hold by-names;
 * commas and "&" are for name-is-group to speak of.
 */
import { echo } from '../text.ts';
import { eachRow, fault, textAt } from './rule.ts';

const oddSign = /[^\p{L}\p{M}\d\s.,;&/()'’‘“”"–-]/u;

export const checkNameHasSigns = eachRow((row) => {
  const name = textAt(row, 'name');
  const sign = row.kind === 'individual' ? oddSign.exec(name)?.[0] : undefined;
  return sign === undefined
    ? undefined
    : fault('error', 'name-has-signs', row, 'name', { value: echo(name), sign });
});
