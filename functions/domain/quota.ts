/** Quotas in words, as the plans write them: "05–06", "ít nhất 10–15". */
import type { Quota } from './plan.ts';

const two = (count: number): string => String(count).padStart(2, '0');

/** "05–06", "từ 10, phấn đấu 15", "từ 03". */
export function quotaLabel({ min, max, target }: Quota): string {
  if (max !== undefined) return min === max ? two(min) : `${two(min)}–${two(max)}`;
  return target === undefined ? `từ ${two(min)}` : `ít nhất ${two(min)}–${two(target)}`;
}

/** "4/05–06", the counter that clerks and reviewers see. */
export const quotaCounter = (count: number, quota: Quota): string => `${count}/${quotaLabel(quota)}`;
