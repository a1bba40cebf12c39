/** How long a person's reason may be who sends a list back or takes a story off: long enough to help, short enough for a mail. */
import { formatNumber } from './number.ts';

export const reasonLimits = { least: 10, most: 2000 } as const;

/** In characters as people count them. */
export const reasonFault = (reason: string): 'short' | 'long' | undefined => {
  const length = lengthOf(reason);
  return length < reasonLimits.least ? 'short' : length > reasonLimits.most ? 'long' : undefined;
};

/** A browser counts a new line as one and sends it as two. */
const lengthOf = (reason: string): number => [...reason.trim().replaceAll('\r\n', '\n')].length;

/** "Lý do trả lại dài 400.000 ký tự; …": `name` is what the reason is for. */
export const longReason = (name: string, reason: string): string =>
  `${name} dài ${formatNumber(lengthOf(reason))} ký tự; hãy ghi gọn trong ${formatNumber(reasonLimits.most)} ký tự, chi tiết gửi kèm bằng văn bản riêng.`;
