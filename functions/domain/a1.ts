/** Addresses of cells as people see them in the sheet. */

/** 0 → "A", 26 → "AA". */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** "F4", "F4:G9" or "4:4" → where it begins: column and line from 1, 0 for what is not named. */
export function toPlace(a1: string): { column: number; line: number } {
  const [, letters = '', line = '0'] = /^([A-Z]*)(\d+)/.exec(a1) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, line: Number(line) };
}

/** (5, 4) → "F4": column counted from 0, line from 1. */
export const toA1 = (columnIndex: number, line: number): string => `${columnLetters(columnIndex)}${line}`;
