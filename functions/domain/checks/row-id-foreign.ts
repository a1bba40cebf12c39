/**
 * WHAT: a hidden id belongs to this unit and period.
 * WHY: a line pasted from another tab or last year's sheet would overwrite that unit's dossier.
 */
import { echo } from '../text.ts';
import { eachRow, fault } from './rule.ts';

export const checkRowIdForeign = eachRow((row, { expectedIdPrefix }) => {
  const own =
    row.id.startsWith(`${expectedIdPrefix}-`) &&
    /^[0-9A-Za-z]+$/.test(row.id.slice(expectedIdPrefix.length + 1));
  if (own) return undefined;
  return fault('error', 'row-id-foreign', row, undefined, { id: echo(row.id), expected: expectedIdPrefix });
});
