/** The embedded twin of the Firestore store: the same promises on one SQLite file, for running without Google. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { CommitResult, DocumentData, DocumentStore, ListQuery, StoredDocument } from '../ports.ts';
import {
  type CheckedWrite,
  checkDocumentPath,
  checkQuery,
  checkWrites,
  isQueryable,
  type PlainDocument,
} from './document-limits.ts';

const SCHEMA_VERSION = 1;
const SQLITE_BUSY = 5;

/**
 * `fields` answers equality queries in the order of ids, as Firestore's own single-field indexes do. Versions come from
 * one counter that never goes back, so a document deleted and made again never shows an old version.
 */
const SCHEMA = `
  CREATE TABLE documents (
    collection TEXT NOT NULL, id TEXT NOT NULL, data TEXT NOT NULL, version INTEGER NOT NULL,
    PRIMARY KEY (collection, id)
  );
  CREATE TABLE fields (
    collection TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (collection, name, value, id)
  ) WITHOUT ROWID;
  CREATE TABLE counter (version INTEGER NOT NULL);
  INSERT INTO counter VALUES (0);
  PRAGMA user_version = ${SCHEMA_VERSION};`;

interface Row {
  id: string;
  data: string;
  version: number;
}

/** ':memory:' or a file, whose folder is made when it is missing. */
export function createSqliteStore(file: string): DocumentStore & { close(): void } {
  const database = openDatabase(file);
  const documents = documentsOf(database);

  function read<T>(path: string): StoredDocument<T> | undefined {
    checkDocumentPath(path);
    const row = documents.get(path);
    return row && { path, data: JSON.parse(row.data) as T, version: String(row.version) };
  }

  function commit(writes: readonly CheckedWrite[]): CommitResult {
    const conflicts = writes.filter((write) => !holds(write, documents.get(write.path)));
    if (conflicts.length > 0) return { ok: false, conflicts: conflicts.map((write) => write.path) };
    const version = documents.nextVersion();
    const versions: Record<string, string> = {};
    for (const write of writes) {
      if (write.kind === 'delete') documents.remove(write.path);
      else if (write.kind !== 'check') {
        documents.put(write.path, write.data, version);
        versions[write.path] = String(version);
      }
    }
    return { ok: true, versions };
  }

  return {
    async read<T = DocumentData>(path: string) {
      return read<T>(path);
    },
    async readMany<T = DocumentData>(paths: readonly string[]) {
      return paths.map((path) => read<T>(path));
    },
    async list<T = DocumentData>(collection: string, query: ListQuery = {}) {
      checkQuery(collection, query);
      return documents.list(collection, query).map((row) => ({
        path: `${collection}/${row.id}`,
        data: JSON.parse(row.data) as T,
        version: String(row.version),
      }));
    },
    async commit(writes) {
      const checked = checkWrites(writes);
      return inTransaction(database, () => commit(checked));
    },
    close() {
      database.close();
    },
  };
}

function openDatabase(file: string): DatabaseSync {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 10_000 });
  useWal(database);
  inTransaction(database, () => {
    const found = database.prepare('PRAGMA user_version').get()?.user_version;
    if (found === 0) database.exec(SCHEMA);
    else if (found !== SCHEMA_VERSION) throw new Error(`${file}: unknown store version ${found}`);
  });
  return database;
}

/** In WAL mode, NORMAL loses nothing when the process is killed; only a power cut may cost the last commits. */
function useWal(database: DatabaseSync): void {
  for (let attempt = 1; ; attempt++) {
    try {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
      return;
    } catch (error) {
      // Two processes that open a new file at once: SQLite does not wait here, whatever the timeout says.
      if ((error as { errcode?: unknown }).errcode !== SQLITE_BUSY || attempt === 200) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10 + Math.random() * 20);
    }
  }
}

/** Immediate: takes the write lock before reading, so what was compared cannot change before it is written. */
function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk may have rolled back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function holds(write: CheckedWrite, current: Row | undefined): boolean {
  if (write.kind === 'put' || (write.kind === 'delete' && write.version === undefined)) return true;
  const expected = write.kind === 'create' ? null : write.version;
  return expected === (current === undefined ? null : String(current.version));
}

function splitPath(path: string): [collection: string, id: string] {
  const slash = path.lastIndexOf('/');
  return [path.slice(0, slash), path.slice(slash + 1)];
}

/** The statements, prepared once. */
function documentsOf(database: DatabaseSync) {
  const select = database.prepare('SELECT id, data, version FROM documents WHERE collection = ? AND id = ?');
  const upsert = database.prepare(
    `INSERT INTO documents (collection, id, data, version) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET data = excluded.data, version = excluded.version`,
  );
  const erase = database.prepare('DELETE FROM documents WHERE collection = ? AND id = ?');
  const addField = database.prepare('INSERT INTO fields (collection, id, name, value) VALUES (?, ?, ?, ?)');
  const dropField = database.prepare(
    'DELETE FROM fields WHERE collection = ? AND id = ? AND name = ? AND value = ?',
  );
  const count = database.prepare('UPDATE counter SET version = version + 1 RETURNING version');

  const get = (path: string) => select.get(...splitPath(path)) as Row | undefined;

  /** Preparing a query costs more than most of them take. */
  const statements = new Map<string, StatementSync>();
  function prepared(sql: string): StatementSync {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  }

  function changeFields(path: string, next: PlainDocument): void {
    const [collection, id] = splitPath(path);
    const old = fieldsOf(JSON.parse(get(path)?.data ?? '{}'));
    const fresh = fieldsOf(next);
    for (const [name, value] of old) {
      if (fresh.get(name) !== value) dropField.run(collection, id, name, value);
    }
    for (const [name, value] of fresh) {
      if (old.get(name) !== value) addField.run(collection, id, name, value);
    }
  }

  return {
    get,
    nextVersion: () => Number(count.get()?.version),
    put(path: string, data: PlainDocument, version: number): void {
      changeFields(path, data);
      upsert.run(...splitPath(path), JSON.stringify(data), version);
    },
    remove(path: string): void {
      changeFields(path, {});
      erase.run(...splitPath(path));
    },
    list(collection: string, { where = {}, after = '', limit = -1 }: ListQuery): Row[] {
      const filter =
        ' AND EXISTS (SELECT 1 FROM fields f WHERE f.collection = s.collection AND f.name = ? AND f.value = ? AND f.id = s.id)';
      const [first, ...others] = Object.entries(where).map(
        ([name, value]) => [name, toIndexed(value)] as const,
      );
      // CROSS JOIN keeps the order of the tables: the first condition gives the ids, already sorted.
      const source = first
        ? 'fields s CROSS JOIN documents d ON d.collection = s.collection AND d.id = s.id WHERE s.name = ? AND s.value = ? AND s.'
        : 'documents d WHERE d.';
      const order = first ? 's.id' : 'd.id';
      const sql = `SELECT d.id, d.data, d.version FROM ${source}collection = ? AND ${order} > ?${filter.repeat(others.length)} ORDER BY ${order} LIMIT ?`;
      const parameters = [...(first ?? []), collection, after, ...others.flat(), limit];
      return prepared(sql).all(...parameters) as unknown as Row[];
    },
  };
}

/** Top-level scalars only: the port asks for no others. */
function fieldsOf(data: PlainDocument): Map<string, string> {
  const fields = Object.entries(data).filter(([, value]) => isQueryable(value));
  return new Map(fields.map(([name, value]) => [name, toIndexed(value)]));
}

/** As JSON, so that 1, "1" and true stay apart; -0 and 0 do not. */
const toIndexed = (value: unknown): string => JSON.stringify(value);
