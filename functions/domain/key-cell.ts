/**
 * A cell of the hidden key row: what stands in the tab says by which form it is judged, since the add-on cannot ask while
 * people type. "name"; "sector {"choices":[…]}" where the plan replaced a list; "launchedBy {…}" for a column of the plan's
 * own, whole; "rowId exemplar@1" names the form.
 */
import * as z from 'zod/mini';
import { choicesShape, columnFaults, columnShape, toColumn } from './column-shape.ts';
import { type Column, type Form, withChoices } from './form.ts';
import type { CellValue } from './row.ts';
import { cleanText } from './text.ts';

/** What a cell of Sheets holds at most. */
export const longestCell = 50_000;

const cellPattern = /^([a-z][A-Za-z0-9]*)(?: (\{.*|[\w-]+@\d+))?$/;

export interface KeyCell {
  key: string;
  /** JSON, or "exemplar@1" beside rowId; '' when the key stands alone. */
  rest: string;
}

/** Undefined when the cell is no key: people's words in a line that only looks like the key row. */
export function splitKeyCell(value: CellValue | undefined): KeyCell | undefined {
  if (typeof value !== 'string' || value.length > longestCell) return undefined;
  const match = cellPattern.exec(cleanText(value));
  return match ? { key: match[1] as string, rest: match[2] ?? '' } : undefined;
}

export const rowIdCell = ({ id, version }: Pick<Form, 'id' | 'version'>): string => `rowId ${id}@${version}`;

/** What provisioning writes for a column of the plan's form; `base` is the column as the form ships, if it does. */
export function toKeyCell(column: Column, base: Column | undefined): string {
  if (base === column) return column.key;
  const { key, ...definition } = column;
  return `${key} ${JSON.stringify(base === undefined ? definition : { choices: column.choices })}`;
}

const listShape = z.strictObject({ choices: choicesShape });

/** The column as its cell describes it; undefined when the description is broken or asks what a cell cannot decide. */
export function readKeyCell({ key, rest }: KeyCell, base: Column | undefined): Column | undefined {
  if (rest === '') return base;
  const given = parseJson(rest);
  if (base !== undefined) {
    const list = listShape.safeParse(given);
    return list.success && base.list !== undefined ? withChoices(base, list.data.choices) : undefined;
  }
  if (typeof given !== 'object' || given === null || 'key' in given) return undefined;
  const shape = columnShape.safeParse({ ...given, key });
  if (!shape.success) return undefined;
  const column = toColumn(shape.data);
  return columnFaults(column).length === 0 ? column : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
