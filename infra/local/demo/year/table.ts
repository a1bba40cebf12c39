/** The year's mails by kind and month: due by the calendar, spared, sent, and of those sent how many cost no mail of their own. */
import type { Arrived } from './arrived.ts';
import type { Expected } from './expected.ts';
import { type Item, type ItemKind, kinds } from './items.ts';

const columns = ['đến hạn', 'tránh được', 'đã gửi', 'gộp'] as const;

type Counts = [due: number, spared: number, sent: number, merged: number];

const order = Object.keys(kinds) as ItemKind[];

/** Of the things in one mail, all but the first in order. */
const mergedIn = (items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).slice(1);

function add(into: Map<string, Counts>, items: readonly Item[], column: number): void {
  for (const { kind, day } of items) {
    const key = `${kind} ${day.slice(0, 7)}`;
    const counts = into.get(key) ?? [0, 0, 0, 0];
    counts[column] = (counts[column] ?? 0) + 1;
    into.set(key, counts);
  }
}

const line = (cells: readonly (string | number)[]): string =>
  cells
    .map((cell, index) => (index < 2 ? String(cell).padEnd(index === 0 ? 38 : 9) : String(cell).padStart(13)))
    .join('');

export function yearTable({ told, spared }: Expected, { items, mails }: Arrived): string[] {
  const counted = new Map<string, Counts>();
  add(counted, [...told, ...spared], 0);
  add(counted, spared, 1);
  add(counted, items, 2);
  add(
    counted,
    mails.flatMap((mail) => mergedIn(mail.items)),
    3,
  );
  const lines: string[] = [line(['Loại', 'Tháng', ...columns])];
  const total: Counts = [0, 0, 0, 0];
  for (const kind of order) {
    const months = [...counted]
      .filter(([key]) => key.startsWith(`${kind} `))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    months.forEach(([key, counts], index) => {
      const [year, month] = key.slice(kind.length + 1).split('-');
      lines.push(line([index === 0 ? kinds[kind] : '', `${month}/${year}`, ...counts]));
      counts.forEach((count, column) => {
        total[column] = (total[column] ?? 0) + count;
      });
    });
  }
  lines.push(line(['Cộng', '', ...total]));
  return lines;
}
