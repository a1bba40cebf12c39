/** Field masks: "sheets(properties.title,data/rowData),spreadsheetId" → what of an answer is wanted, what of a cell is written. */
import { ApiError } from '../api.ts';

/** No parts: everything below. */
export type Mask = Map<string, Mask>;

export function parseMask(text: string): Mask {
  const cursor = { text: text.replace(/\s+/g, ''), at: 0 };
  const mask: Mask = new Map();
  parseList(cursor, mask);
  if (cursor.at < cursor.text.length) throw invalid(text);
  return mask;
}

interface Cursor {
  text: string;
  at: number;
}

function invalid(text: string): ApiError {
  return new ApiError(400, `Invalid field selection ${text}`);
}

function parseList(cursor: Cursor, into: Mask): void {
  while (true) {
    parsePath(cursor, into);
    if (cursor.text[cursor.at] !== ',') return;
    cursor.at += 1;
  }
}

function parsePath(cursor: Cursor, into: Mask): void {
  const name = /[\w*$-]+/y;
  name.lastIndex = cursor.at;
  const part = name.exec(cursor.text)?.[0];
  if (!part) throw invalid(cursor.text);
  cursor.at += part.length;
  const next = cursor.text[cursor.at];
  const existing = into.get(part);
  const deeper = next === '.' || next === '/' || next === '(';
  // "a,a.b" asks for the whole of a.
  const isWhole = existing !== undefined && existing.size === 0;
  const below: Mask = deeper && existing ? existing : new Map();
  into.set(part, isWhole ? new Map() : below);
  if (!deeper) return;
  cursor.at += 1;
  const inner: Mask = isWhole ? new Map() : below;
  if (next !== '(') parsePath(cursor, inner);
  else {
    parseList(cursor, inner);
    if (cursor.text[cursor.at] !== ')') throw invalid(cursor.text);
    cursor.at += 1;
  }
}

/** Part of a mask below a key; undefined when it is not asked for. Without a mask everything is. */
export function below(mask: Mask, key: string): Mask | undefined {
  if (mask.size === 0) return mask;
  return mask.get(key) ?? mask.get('*');
}

export function wants(mask: Mask, ...path: string[]): boolean {
  let part: Mask | undefined = mask;
  for (const key of path) part = part && below(part, key);
  return part !== undefined;
}

export const everything: Mask = new Map();

/** The asked-for parts of an answer; lists are looked through item by item. */
export function pick(value: unknown, mask: Mask): unknown {
  if (mask.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, mask));
  const picked: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const part = below(mask, key);
    if (part && item !== undefined) picked[key] = pick(item, part);
  }
  return picked;
}

/** A copy of `before` with the masked parts taken from `from`, or removed where `from` has none. */
export function merge<T extends object>(before: T, from: object | undefined, mask: Mask): T {
  if (mask.size === 0 || mask.has('*')) return (from ?? {}) as T;
  const source = (from ?? {}) as Record<string, unknown>;
  const merged = { ...before } as Record<string, unknown>;
  for (const [key, part] of mask) {
    const value = source[key];
    const whole = part.size === 0 || Array.isArray(value);
    const child = whole ? value : merge((merged[key] ?? {}) as object, value as object | undefined, part);
    if (child === undefined || (!whole && Object.keys(child as object).length === 0)) delete merged[key];
    else merged[key] = child;
  }
  return merged as T;
}

/** The mask of a write, which Google insists on. */
export function writeMask(fields: string | undefined): Mask {
  if (!fields) {
    throw new ApiError(
      400,
      "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    );
  }
  const mask = parseMask(fields);
  return mask.has('*') ? everything : mask;
}
