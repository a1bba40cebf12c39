/** Quotas in words, as the plans write them: "05–06", "ít nhất 10–15". */
import type { Quota } from './plan.ts';

const two = (count: number): string => String(count).padStart(2, '0');

/** "05–06", "ít nhất 10–15", "từ 03": as the plans write. */
export function quotaLabel({ min, max, target }: Quota): string {
  if (max !== undefined) return min === max ? two(min) : `${two(min)}–${two(max)}`;
  return target === undefined ? `từ ${two(min)}` : `ít nhất ${two(min)}–${two(target)}`;
}

/** "chỉ tiêu 5–6", "cần ít nhất 10, phấn đấu 15", "cần ít nhất 3": what is asked, behind a number that is there. */
export function quotaAsked({ min, max, target }: Quota): string {
  if (max !== undefined) return `chỉ tiêu ${min === max ? min : `${min}–${max}`}`;
  return `cần ít nhất ${min}${target === undefined ? '' : `, phấn đấu ${target}`}`;
}

/** "4, chỉ tiêu 5–6", as clerks and reviewers see it in mails, Tổng hợp and the sidebar. */
export const quotaCounter = (count: number, quota: Quota): string => `${count}, ${quotaAsked(quota)}`;
