/** What Firestore refuses, refused before anything is sent: both stores share it, so neither accepts more than the other. */
import type { ListQuery, Write } from '../ports.ts';

const MEBIBYTE = 1_048_576;
const MAX_DOCUMENT_BYTES = MEBIBYTE;
/** Of one text. */
const MAX_TEXT_BYTES = MEBIBYTE - 89;
const MAX_COMMIT_BYTES = 10 * MEBIBYTE;
/** Of an id or a field name; a longer value is not indexed whole, so it cannot be asked for either. */
const MAX_NAME_BYTES = 1500;
const MAX_DEPTH = 20;
const RESERVED = /^__.*__$/s;

type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };
export type PlainDocument = { [key: string]: Plain };

/** A write whose data is a checked copy. */
export type CheckedWrite =
  | { kind: 'create'; path: string; data: PlainDocument }
  | { kind: 'put'; path: string; data: PlainDocument }
  | { kind: 'replace'; path: string; data: PlainDocument; version: string }
  | Extract<Write, { kind: 'delete' | 'check' }>;

const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8');

function refuse(path: string, why: string): never {
  throw new Error(`Document ${JSON.stringify(path)}: ${why}`);
}

/** What is wrong with one segment of a path. */
function idFault(id: string): string | undefined {
  if (id === '' || id === '.' || id === '..') return `"${id}" is not an id`;
  if (id.includes('/')) return 'an id has no slash';
  if (RESERVED.test(id)) return `the id ${id} is reserved`;
  if (!id.isWellFormed()) return 'the id is not valid Unicode';
  if (byteLength(id) > MAX_NAME_BYTES) return `an id has at most ${MAX_NAME_BYTES} bytes`;
  return undefined;
}

function checkSegments(path: string, counts: readonly number[], what: string): void {
  const segments = path.split('/');
  if (!counts.includes(segments.length)) refuse(path, `is not a path of a ${what}`);
  for (const segment of segments) {
    const fault = idFault(segment);
    if (fault) refuse(path, fault);
  }
}

export const checkDocumentPath = (path: string): void => checkSegments(path, [2, 4], 'document');

export function checkQuery(collection: string, { where = {}, after = '', limit = 0 }: ListQuery): void {
  checkSegments(collection, [1, 3], 'collection');
  if (!Number.isInteger(limit) || limit < 0) refuse(collection, `cannot list ${limit} documents`);
  const fault = after === '' ? undefined : idFault(after);
  if (fault) refuse(collection, `cannot list after: ${fault}`);
  for (const [field, value] of Object.entries(where)) {
    checkFieldName(collection, field);
    if (!isQueryable(value)) refuse(collection, `cannot ask for this value of ${field}`);
  }
}

/** Whether equality on the value can be asked for. */
export function isQueryable(value: unknown): value is string | number | boolean {
  if (typeof value === 'string') return value.isWellFormed() && byteLength(value) <= MAX_NAME_BYTES;
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

function checkFieldName(path: string, name: string): void {
  if (name === '') refuse(path, 'a field has an empty name');
  if (RESERVED.test(name)) refuse(path, `the field name ${name} is reserved`);
  if (!name.isWellFormed()) refuse(path, 'a field name is not valid Unicode');
  if (byteLength(name) > MAX_NAME_BYTES) refuse(path, `a field name has over ${MAX_NAME_BYTES} bytes`);
}

/** Copies the value and adds up its size as Firestore counts it ("Storage size calculations"). */
function copier(path: string) {
  let bytes = path.split('/').reduce((sum, segment) => sum + byteLength(segment) + 1, 16 + 32);

  function copy(value: unknown, depth: number, where: string): Plain {
    if (value === null || typeof value === 'boolean') {
      bytes += 1;
      return value;
    }
    if (typeof value === 'number') return copyNumber(value, where);
    if (typeof value === 'string') return copyString(value, where);
    if (depth >= MAX_DEPTH) refuse(path, `${where} is nested more than ${MAX_DEPTH} deep`);
    if (Array.isArray(value)) return copyArray(value, depth, where);
    if (isPlainObject(value)) return copyObject(value, depth, where);
    return refuse(path, `${where} is ${describe(value)}`);
  }

  function copyNumber(value: number, where: string): number {
    if (!Number.isFinite(value)) refuse(path, `${where} is ${value}`);
    bytes += 8;
    // Firestore keeps no sign on an integer zero.
    return value === 0 ? 0 : value;
  }

  function copyString(value: string, where: string): string {
    if (!value.isWellFormed()) refuse(path, `${where} is not valid Unicode`);
    const length = byteLength(value);
    if (length > MAX_TEXT_BYTES) refuse(path, `${where} has ${length} bytes, at most ${MAX_TEXT_BYTES} fit`);
    bytes += length + 1;
    return value;
  }

  function copyArray(value: readonly unknown[], depth: number, where: string): Plain[] {
    // Array.from visits the holes of a sparse array, which map() would leave.
    return Array.from(value, (item, index) => {
      if (Array.isArray(item)) refuse(path, `${where} has an array directly inside an array`);
      return copy(item, depth + 1, `${where}[${index}]`);
    });
  }

  /** Sorted, because Firestore does not keep the order of fields: code that leans on it fails here already. */
  function copyObject(value: object, depth: number, where: string): PlainDocument {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      fields.map(([name, item]) => {
        checkFieldName(path, name);
        bytes += byteLength(name) + 1;
        return [name, copy(item, depth + 1, where === '' ? name : `${where}.${name}`)];
      }),
    );
  }

  return { copyObject, size: () => bytes };
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const describe = (value: unknown): string =>
  typeof value === 'object' ? `a ${value?.constructor?.name ?? 'strange object'}` : typeof value;

function checkData(path: string, data: unknown): { data: PlainDocument; size: number } {
  if (!isPlainObject(data)) refuse(path, 'is not a plain object');
  const { copyObject, size } = copier(path);
  // The document itself is not a level of nesting.
  const copy = copyObject(data, -1, '');
  if (size() > MAX_DOCUMENT_BYTES) refuse(path, `has ${size()} bytes, at most ${MAX_DOCUMENT_BYTES} fit`);
  return { data: copy, size: size() };
}

/** Throws on the first write that Firestore would refuse; the answer shares nothing with what was handed in. */
export function checkWrites(writes: readonly Write[]): CheckedWrite[] {
  const seen = new Set<string>();
  let bytes = 0;
  return writes.map((write) => {
    checkDocumentPath(write.path);
    if (seen.has(write.path)) refuse(write.path, 'is twice in one commit');
    seen.add(write.path);
    if (write.kind === 'delete' || write.kind === 'check') return { ...write };
    const { data, size } = checkData(write.path, write.data);
    bytes += size;
    if (bytes > MAX_COMMIT_BYTES) refuse(write.path, `brings the commit over ${MAX_COMMIT_BYTES} bytes`);
    return { ...write, data };
  });
}
