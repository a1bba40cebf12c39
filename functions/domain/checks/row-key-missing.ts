/**
 * WHAT: a line has the hidden id it was given beforehand.
 * WHY: a line that people inserted goes by name and birth year; when those are mended it counts as another one.
 */
import { isNaturalId } from '../row.ts';
import { eachRow, fault } from './rule.ts';

export const checkRowKeyMissing = eachRow((row) =>
  isNaturalId(row.id) ? fault('warning', 'row-key-missing', row, undefined) : undefined,
);
