/**
 * WHAT: a name of two words or more is not typed in capitals only.
 * WHY: it stands like that on the public page; a single word in capitals may be an abbreviation.
 */
import { echo } from '../text.ts';
import { eachRow, fault, textAt } from './rule.ts';

export const checkNameAllCapitals = eachRow((row) => {
  const name = textAt(row, 'name');
  if (!name.includes(' ') || name !== name.toUpperCase() || name === name.toLowerCase()) return undefined;
  return fault('warning', 'name-all-capitals', row, 'name', {
    value: echo(name),
    proposed: echo(toTitle(name), 150),
  });
});

const toTitle = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.slice(0, 1) + word.slice(1).toLowerCase())
    .join(' ');
