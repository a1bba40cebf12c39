/** Addresses of cells as people see them in the sheet. */

/** 0 → "A", 26 → "AA". */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** (5, 4) → "F4": column counted from 0, line from 1. */
export const toA1 = (columnIndex: number, line: number): string => `${columnLetters(columnIndex)}${line}`;
