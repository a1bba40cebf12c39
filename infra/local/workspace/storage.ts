/** The workspace's memory: tables of JSON values in one SQLite file, so that a killed process goes on where it stopped. */
import { DatabaseSync } from 'node:sqlite';
import type { Table, WorkspaceStorage } from './api.ts';

export function openStorage(dataFile: string): WorkspaceStorage {
  const database = new DatabaseSync(dataFile);
  // WAL with NORMAL: a commit is in the file before the call returns, so kill -9 loses nothing (a power cut may).
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000');
  const tables = new Map<string, Table<unknown>>();
  return {
    table<T>(name: string): Table<T> {
      const known = tables.get(name) ?? createTable(database, name);
      tables.set(name, known);
      return known as Table<T>;
    },
    ...createTransaction(database),
    close: () => database.close(),
  };
}

function createTable(database: DatabaseSync, name: string): Table<unknown> {
  const quoted = `"t_${name.replaceAll('"', '""')}"`;
  database.exec(
    `CREATE TABLE IF NOT EXISTS ${quoted} (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`,
  );
  const read = database.prepare(`SELECT value FROM ${quoted} WHERE key = ?`);
  const write = database.prepare(
    `INSERT INTO ${quoted} (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
  const remove = database.prepare(`DELETE FROM ${quoted} WHERE key = ?`);
  const readKeys = database.prepare(`SELECT key FROM ${quoted} ORDER BY key`);
  const readAll = database.prepare(`SELECT key, value FROM ${quoted} ORDER BY key`);
  return {
    get(key) {
      const row = read.get(key);
      return row === undefined ? undefined : JSON.parse(String(row.value));
    },
    put: (key, value) => void write.run(key, toJson(name, value)),
    delete: (key) => void remove.run(key),
    keys: () => readKeys.all().map((row) => String(row.key)),
    entries: () => readAll.all().map((row) => [String(row.key), JSON.parse(String(row.value))]),
  };
}

function toJson(table: string, value: unknown): string {
  const json = JSON.stringify(value);
  if (json === undefined) throw new Error(`nothing to store in table ${table}`);
  return json;
}

/** An inner call joins the outer one; when it fails and the outer catches that, only the inner writes are undone. */
function createTransaction(database: DatabaseSync): Pick<WorkspaceStorage, 'transaction' | 'undone'> {
  let depth = 0;
  let undone = 0;
  const transaction: WorkspaceStorage['transaction'] = (work) => {
    const mark = `level_${depth}`;
    database.exec(depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${mark}`);
    depth += 1;
    try {
      const result = work();
      if (result instanceof Promise) throw new Error('a transaction cannot wait for a promise');
      depth -= 1;
      database.exec(depth === 0 ? 'COMMIT' : `RELEASE ${mark}`);
      return result;
    } catch (error) {
      depth = Number(mark.slice('level_'.length));
      undone += 1;
      if (depth > 0) database.exec(`ROLLBACK TO ${mark}; RELEASE ${mark}`);
      else if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
  return { transaction, undone: () => undone };
}
