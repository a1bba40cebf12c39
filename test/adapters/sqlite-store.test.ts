/** The embedded twin sits the document store's exam, agrees with a model, and keeps its file through everything. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import type { DocumentStore, Write } from '../../functions/ports.ts';
import { documentStoreExam } from './document-store.exam.ts';
import { createModelStore } from './document-store-model.ts';

const writer = new URL('./sqlite-store-writer.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'guong-sang-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function open(file: string) {
  const store = createSqliteStore(file);
  return { store, close: async () => store.close() };
}

documentStoreExam('the embedded store in memory', () => open(':memory:'));
documentStoreExam('the embedded store in a file', () => open(join(folder, 'mới', 'tệp.sqlite')));
documentStoreExam('the embedded store, opened anew before each call', async () => {
  const file = join(folder, 'reopened.sqlite');
  async function once<T>(work: (store: DocumentStore) => Promise<T>): Promise<T> {
    const store = createSqliteStore(file);
    try {
      return await work(store);
    } finally {
      store.close();
    }
  }
  const store: DocumentStore = {
    read: (path) => once((opened) => opened.read(path)),
    readMany: (paths) => once((opened) => opened.readMany(paths)),
    list: (collection, query) => once((opened) => opened.list(collection, query)),
    commit: (writes) => once((opened) => opened.commit(writes)),
  };
  return { store, close: async () => {} };
});

describe('the embedded store and a model', () => {
  const aPath = fc.constantFrom('a/1', 'a/2', 'a/ế', 'a/1/b/1', 'b/1');
  const aDocument = fc.record(
    { n: fc.constantFrom(1, '1', true), s: fc.constantFrom('x', 'ế') },
    { requiredKeys: [] },
  );
  /** `version` picks one of the versions seen so far, so that right, stale and foreign ones all come up. */
  const aWrite = fc.record({
    kind: fc.constantFrom('create', 'replace', 'put', 'delete', 'check'),
    path: aPath,
    data: aDocument,
    version: fc.constantFrom('current', 'stale', 'none'),
  });
  const aQuery = fc.record(
    { where: aDocument, after: fc.constantFrom('', '1', '2'), limit: fc.integer({ min: 0, max: 3 }) },
    { requiredKeys: [] },
  );
  const aStep = fc.oneof(
    fc.record({ commit: fc.uniqueArray(aWrite, { selector: ({ path }) => path, maxLength: 4 }) }),
    fc.record({ list: fc.constantFrom('a', 'b', 'a/1/b'), query: aQuery }),
  );

  test('give the same answers to any sequence of operations', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { maxLength: 30 }), async (steps) => {
        const store = createSqliteStore(':memory:');
        const model = createModelStore();
        const seen = new Map<DocumentStore, Map<string, string[]>>([
          [store, new Map()],
          [model, new Map()],
        ]);
        for (const step of steps) {
          const [real, expected] = await Promise.all(
            [store, model].map((each) => run(each, step, seen.get(each)!)),
          );
          expect(real).toEqual(expected);
        }
        store.close();
      }),
      { numRuns: 200 },
    );
  });

  type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never;

  async function run(store: DocumentStore, step: Step, seen: Map<string, string[]>): Promise<unknown> {
    if (!('commit' in step)) {
      return (await store.list(step.list, step.query)).map(({ path, data }) => [path, data]);
    }
    const writes = step.commit.map(({ kind, path, data, version }): Write => {
      const versions = seen.get(path) ?? [];
      const named = { current: versions.at(-1), stale: versions.at(-2), none: undefined }[version];
      if (kind === 'create' || kind === 'put') return { kind, path, data };
      if (kind === 'delete') return named === undefined ? { kind, path } : { kind, path, version: named };
      if (kind === 'check') return { kind, path, version: named ?? null };
      return { kind: 'replace', path, data, version: named ?? 'x' };
    });
    const answer = await store.commit(writes);
    const found = await store.readMany(writes.map(({ path }) => path));
    for (const document of found) {
      if (document)
        seen.set(document.path, [...new Set([...(seen.get(document.path) ?? []), document.version])]);
    }
    return [answer, found.map((document) => document && [document.path, document.data])];
  }
});

describe('the file of the embedded store', () => {
  test('is read again after closing, with the same versions', async () => {
    const file = join(folder, 'again.sqlite');
    const first = createSqliteStore(file);
    await first.commit([{ kind: 'create', path: 'đơn-vị/a', data: { tên: 'Xã A' } }]);
    const before = await first.read('đơn-vị/a');
    first.close();
    const second = createSqliteStore(file);
    expect(await second.read('đơn-vị/a')).toEqual(before);
    second.close();
  });

  test('serves two openers at once', async () => {
    const file = join(folder, 'two.sqlite');
    const [one, two] = [createSqliteStore(file), createSqliteStore(file)];
    await one.commit([{ kind: 'create', path: 'a/b', data: { n: 1 } }]);
    const again = await two.commit([{ kind: 'create', path: 'a/b', data: { n: 2 } }]);
    expect(again).toEqual({ ok: false, conflicts: ['a/b'] });
    one.close();
    two.close();
  });

  test('loses nothing when two processes count in it by compare-and-set', async () => {
    const file = join(folder, 'processes.sqlite');
    const counters = [1, 2].map(() => spawn(process.execPath, [writer, file, '300'], { stdio: 'inherit' }));
    const codes = await Promise.all(counters.map(async (counter) => (await once(counter, 'exit'))[0]));
    expect(codes).toEqual([0, 0]);
    const store = createSqliteStore(file);
    expect((await store.read('số/đếm'))?.data).toEqual({ n: 600 });
    store.close();
  });

  test('does not keep the order of fields, as Firestore does not', async () => {
    const store = createSqliteStore(':memory:');
    await store.commit([{ kind: 'put', path: 'a/b', data: { z: { d: 1, c: 2 }, a: 3 } }]);
    expect(JSON.stringify((await store.read('a/b'))?.data)).toBe('{"a":3,"z":{"c":2,"d":1}}');
    store.close();
  });

  test('of another version is left alone', () => {
    const file = join(folder, 'other.sqlite');
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => createSqliteStore(file)).toThrow(file);
  });

  test('holds whole commits only, and all that were answered, after its writer is killed', async () => {
    const file = join(folder, 'killed.sqlite');
    let answered = 0;
    for (let round = 0; round < 4; round++) {
      const child = spawn(process.execPath, [writer, file], { stdio: ['ignore', 'pipe', 'inherit'] });
      let heard = 0;
      for await (const chunk of child.stdout) {
        const numbers = String(chunk).trim().split('\n').map(Number);
        answered = Math.max(answered, ...numbers);
        if (++heard > 5 + round) break;
      }
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      const store = createSqliteStore(file);
      const [one, two] = await store.readMany<{ n: number }>(['cặp/một', 'cặp/hai']);
      expect(one?.data).toEqual(two?.data);
      expect(one?.data.n).toBeGreaterThanOrEqual(answered);
      expect(await store.list('cặp', { where: { n: one?.data.n ?? -1 } })).toHaveLength(2);
      store.close();
    }
  });
});
