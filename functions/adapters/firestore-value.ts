/** Firestore's JSON of a document and our plain one: what is read of it, and the few values that can be asked for. */
import type { StoredDocument } from '../ports.ts';

export interface RestValue {
  nullValue?: null;
  booleanValue?: boolean;
  /** 64 bits do not fit a JSON number. */
  integerValue?: string;
  doubleValue?: number | string;
  stringValue?: string;
  arrayValue?: { values?: RestValue[] };
  mapValue?: { fields?: Record<string, RestValue> };
}

export interface RestDocument {
  /** "projects/…/databases/…/documents/collection/id". */
  name: string;
  fields?: Record<string, RestValue>;
  updateTime: string;
}

export function toStored<T>(path: string, { fields = {}, updateTime }: RestDocument): StoredDocument<T> {
  return { path, data: toObject(path, fields) as T, version: toVersion(updateTime) };
}

const toObject = (path: string, fields: Record<string, RestValue>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, toPlain(path, value)]));

function toPlain(path: string, value: RestValue): unknown {
  if (value.stringValue !== undefined) return value.stringValue;
  if (value.integerValue !== undefined) return Number(value.integerValue);
  if (value.doubleValue !== undefined) return Number(value.doubleValue);
  if (value.booleanValue !== undefined) return value.booleanValue;
  if (value.nullValue !== undefined) return null;
  if (value.mapValue) return toObject(path, value.mapValue.fields ?? {});
  if (value.arrayValue) return (value.arrayValue.values ?? []).map((item) => toPlain(path, item));
  // Times, places, bytes: the store never writes them.
  throw new Error(`Document ${JSON.stringify(path)} holds a ${Object.keys(value).join(', ')}`);
}

/** A whole number and the same with a fraction of zero are equal to Firestore. */
export function toRestValue(value: string | number | boolean): RestValue {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  return Number.isSafeInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
}

/** "2025-01-08T01:00:00.123456Z" → "1736298000.123456000": to the nanosecond, as the SDK tells it. */
export function toVersion(updateTime: string): string {
  const [, second = '', fraction = ''] = /^(.*?)(?:\.(\d+))?Z$/.exec(updateTime) ?? [];
  return `${Date.parse(`${second}Z`) / 1000}.${fraction.padEnd(9, '0')}`;
}

/** A name in a query stands in backticks, so that its dots and signs are letters like others. */
export const toFieldPath = (name: string): string => `\`${name.replace(/[\\`]/g, '\\$&')}\``;
