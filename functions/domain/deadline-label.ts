/** A deadline in words, as the plan says it, and what an extension made of it: one wording for sheet, panel and mails. */
import { formatDate } from './date.ts';
import type { Deadline, Extension } from './deadline.ts';

/** "được gia hạn đến hết ngày 20/01/2025: lý do". */
export const extensionLabel = ({ lastDay, reason }: Extension): string =>
  `được gia hạn đến hết ngày ${formatDate(lastDay)}: ${reason}`;

/** "trước ngày 15/01/2025", "hết ngày 15/12/2026": as the plan says it. */
export const ownDayLabel = ({ strict, namedDate }: Pick<Deadline, 'strict' | 'namedDate'>): string =>
  `${strict ? 'trước ngày' : 'hết ngày'} ${formatDate(namedDate)}`;
