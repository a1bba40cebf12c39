/** What a year's mails must keep, each with the cases in which it does not: the mailbox held against the calendar. */
import type { OutboxMail } from '../../../../functions/records.ts';
import type { Arrived } from './arrived.ts';
import type { Expected } from './expected.ts';
import { type Item, itemKey } from './items.ts';

export interface Kept {
  promise: string;
  /** Empty when it is kept. */
  broken: readonly string[];
}

/** Keys that stand more than once, with how often. */
const repeated = (keys: readonly string[]): string[] =>
  [...Map.groupBy(keys, (key) => key)]
    .filter(([, { length }]) => length > 1)
    .map(([key, { length }]) => `${key} (${length} lần)`);

/** What is in the first list and not in the second, each as often as it stands there. */
function without(items: readonly Item[], others: readonly Item[]): string[] {
  const left = new Map<string, number>();
  for (const key of others.map(itemKey)) left.set(key, (left.get(key) ?? 0) + 1);
  return items.map(itemKey).filter((key) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

export function promisesOf(
  { told, spared }: Expected,
  { mails, items }: Arrived,
  outbox: readonly Pick<OutboxMail, 'state' | 'to' | 'subject'>[],
  workingDays: readonly string[],
): Kept[] {
  const pointless = new Set(spared.map(itemKey));
  const isOpen = new Set(workingDays);
  const digests = mails.filter(({ isDigest }) => isDigest).map(({ day, to }) => `${day} ${to}`);
  const unsent = outbox.filter(({ state }) => state !== 'sent');
  const kept = (promise: string, broken: readonly string[]): Kept => ({ promise, broken });
  return [
    kept('không thư nào gửi hai lần', repeated(mails.map(({ key }) => key))),
    kept('không việc nào nói hai lần với một người', repeated(items.map(itemKey))),
    kept('mỗi người nhiều nhất một thư tổng hợp mỗi ngày', repeated(digests)),
    kept(
      'không thư nào gửi khi đã vô ích',
      items.map(itemKey).filter((key) => pointless.has(key)),
    ),
    kept('mọi việc lịch đòi đều đã đến nơi', without(told, items)),
    kept('không việc nào ngoài lịch', without(items, told)),
    kept(
      'không thư tổng hợp nào gửi vào ngày nghỉ',
      digests.filter((key) => !isOpen.has(key.slice(0, 10))),
    ),
    kept(
      'không thư nào còn nợ, hỏng hoặc không rõ',
      unsent.map(({ to, subject, state }) => `${to} ${subject}: ${state}`),
    ),
    kept(
      'thư đã ghi nợ và thư đã đến bằng nhau',
      outbox.length === mails.length ? [] : [`${outbox.length} thư ghi nợ, ${mails.length} thư đã đến`],
    ),
  ];
}
