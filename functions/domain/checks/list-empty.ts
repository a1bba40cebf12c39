/**
 * WHAT: a list that is sent has somebody in it.
 * WHY: zero is not silence; "Không có trường hợp" is its own answer.
 */

import { listSize } from './list-size.ts';
import type { Check } from './rule.ts';

export const checkListEmpty: Check = (rows, context) =>
  listSize(rows, context) === 0
    ? [{ code: 'list-empty', severity: 'error', params: { min: context.quota?.min ?? 0 } }]
    : [];
