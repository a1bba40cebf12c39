/** How many exemplars a list has: the unit's own rows, those still to be mended, and those chosen from below. */
import type { Row } from '../row.ts';
import type { CheckContext } from './rule.ts';

export const listSize = (rows: readonly Row[], { promoted = [], unreadRows = 0 }: CheckContext): number =>
  rows.length + unreadRows + promoted.length;
