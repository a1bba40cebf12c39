/** A machine tab that shall have a content: the write that gives it, or none when it says so already. */
import type { MachineWrite, TabValues } from '../ports.ts';

/** Nothing for a tab that somebody took away. */
export function replaceTab(
  tabs: readonly TabValues[],
  sheetId: number,
  values: (string | number)[][],
): MachineWrite['replace'] {
  const read = tabs.find((tab) => tab.sheetId === sheetId)?.values;
  if (!read || JSON.stringify(trimmed(read)) === JSON.stringify(trimmed(values))) return [];
  return [{ sheetId, values, clearRows: Math.max(0, read.length - values.length) }];
}

/** Sheets leaves trailing blanks out; compare without them. */
const trimmed = (values: readonly (readonly unknown[])[]): unknown[][] =>
  values.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
