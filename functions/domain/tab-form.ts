/** The form that a unit tab itself says it has, in its hidden key row: all that the add-on knows of the plan while people type. */
import type { Column, Form } from './form.ts';
import { forms, oldestForm, shippedForm } from './forms/index.ts';
import { type KeyCell, readKeyCell, splitKeyCell } from './key-cell.ts';
import type { CellValue } from './row.ts';
import { findKeyRow } from './tab.ts';
import { compareKey } from './text.ts';
import { headerLine, keyLine, systemColumns } from './workbook.ts';

/** A cell that cannot be read leaves the column as it ships; one of the plan's own is then not judged here. */
export function formOfTab(values: readonly CellValue[][]): Form {
  const cells = (keysOf(values) ?? []).flatMap((value) => splitKeyCell(value) ?? []);
  const form = shippedForm(formIdIn(cells)) ?? oldestForm;
  const byKey = new Map([...cells].reverse().map((cell) => [cell.key, cell]));
  const shipped = form.columns.map((column) => {
    const cell = byKey.get(column.key);
    return (cell && readKeyCell(cell, column)) ?? column;
  });
  const columns = withOwn(shipped, cells);
  const isSame = columns.length === shipped.length && columns.every((one, at) => one === form.columns[at]);
  return isSame ? form : { ...form, columns };
}

/** The key row: nearly always right under the headers, where no other line need be looked at. */
function keysOf(values: readonly CellValue[][]): readonly CellValue[] | undefined {
  const all = Object.values(forms);
  const usual = findKeyRow(all, values.slice(0, keyLine), headerLine);
  return values[usual < 0 ? findKeyRow(all, values, headerLine) : usual];
}

const formIdIn = (cells: readonly KeyCell[]): string =>
  cells.find(({ key }) => key === 'rowId')?.rest.split('@')[0] ?? '';

/** Each behind the column that it stands behind in the sheet. No key and no header twice: the first keeps it. */
function withOwn(shipped: readonly Column[], cells: readonly KeyCell[]): readonly Column[] {
  const columns = [...shipped];
  const keys = new Set([...systemColumns, ...columns].map(({ key }) => key));
  const headers = new Set([...systemColumns, ...columns].map(({ header }) => compareKey(header)));
  cells.forEach((cell, at) => {
    const column = keys.has(cell.key) ? undefined : readKeyCell(cell, undefined);
    if (!column || headers.has(compareKey(column.header))) return;
    keys.add(column.key);
    headers.add(compareKey(column.header));
    const before = columns.findIndex(({ key }) => key === cells[at - 1]?.key);
    columns.splice(before < 0 ? columns.length : before + 1, 0, column);
  });
  return columns;
}
