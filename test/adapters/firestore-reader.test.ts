/** The reader by plain REST sits the document store's exam, on the emulator where there is one, and on its stand-in everywhere. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFirestoreReader } from '../../functions/adapters/firestore-reader.ts';
import { createFirestore, createFirestoreStore } from '../../functions/adapters/firestore-store.ts';
import type { AccessTokens } from '../../functions/adapters/metadata-token.ts';
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import type { DocumentStore, Write } from '../../functions/ports.ts';
import { findEmulator, type RunningEmulator, startEmulator } from '../../infra/local/firestore-emulator.ts';
import { firestoreFaults } from '../contract/firestore.ts';
import { documentStoreExam } from './document-store.exam.ts';
import { type RestCall, startFirestoreRest, toReadVersion, toStoreVersion } from './firestore-rest.ts';

const noTokens: AccessTokens = {
  token: () => Promise.reject(new Error('the emulator asks for none')),
  forget: () => undefined,
};

const given = process.env.FIRESTORE_EMULATOR_HOST;
const emulator = given ? null : findEmulator(process.env);
const missing = !given && !emulator;
if (missing)
  console.warn('Bỏ qua phần trên emulator: không tìm thấy Firestore emulator và Java (skipped in part).');

/** The embedded store behind the stand-in, with versions as the reader tells them. */
async function openStandIn(observe?: (call: RestCall) => void) {
  const sqlite = createSqliteStore(':memory:');
  const rest = await startFirestoreRest(sqlite, observe);
  const reader = createFirestoreReader({
    projectId: 'demo-stand-in',
    emulatorHost: rest.host,
    tokens: noTokens,
  });
  const toStored = (write: Write): Write =>
    'version' in write && typeof write.version === 'string'
      ? { ...write, version: toStoreVersion(write.version) }
      : write;
  const store: DocumentStore = {
    ...reader,
    async commit(writes) {
      const done = await sqlite.commit(writes.map(toStored));
      if (!done.ok) return done;
      const versions = Object.entries(done.versions).map(([path, version]) => [path, toReadVersion(version)]);
      return { ok: true, versions: Object.fromEntries(versions) };
    },
  };
  return {
    store,
    rest,
    async close() {
      await rest.close();
      sqlite.close();
    },
  };
}

describe('on the stand-in', () => {
  const faults = new Set<string>();
  documentStoreExam('the reader', () =>
    openStandIn((call) => {
      for (const fault of firestoreFaults(call)) faults.add(fault);
    }),
  );

  test('every call and every answer is as Google describes them', () => {
    expect([...faults]).toEqual([]);
  });
});

describe.skipIf(missing)('on the emulator', () => {
  let running: RunningEmulator | undefined;
  let host = given ?? '';
  const projectId = `demo-reader-${process.pid}-${Date.now()}`;
  const open = async () => {
    const firestore = createFirestore({ projectId, emulatorHost: host });
    const reader = createFirestoreReader({ projectId, emulatorHost: host, tokens: noTokens });
    return { store: { ...createFirestoreStore(firestore), ...reader }, close: () => firestore.terminate() };
  };
  beforeAll(async () => {
    if (emulator) running = await startEmulator({ emulator });
    host = running?.host ?? host;
  });
  afterAll(() => running?.stop());

  documentStoreExam('the reader', open);

  test('answers as the stand-in does, to the letter but for the times', async () => {
    const real = await open();
    const standIn = await openStandIn();
    const at = 'gương';
    for (const { store } of [real, standIn])
      await store.commit([
        { kind: 'put', path: `${at}/a`, data: { n: 1, x: 0.5, big: 2 ** 60, t: 'ế', on: true, no: null } },
        { kind: 'put', path: `${at}/b`, data: { list: [1, { a: [] }], none: [], empty: {}, 'a.b`c': 'x' } },
        { kind: 'put', path: `${at}/b/parts/0001`, data: {} },
      ]);
    const root = (name: string) => `projects/${name}/databases/(default)/documents`;
    const field = (fieldPath: string, value: object) => ({
      fieldFilter: { field: { fieldPath }, op: 'EQUAL', value },
    });
    const query = (more: object) => ({
      structuredQuery: {
        from: [{ collectionId: at }],
        orderBy: [{ field: { fieldPath: '__name__' }, direction: 'ASCENDING' }],
        limit: 300,
        ...more,
      },
    });
    const where = (...filters: object[]) => query({ where: { compositeFilter: { op: 'AND', filters } } });
    const asked: [inside: string, body: (documents: string) => object][] = [
      [':batchGet', (documents) => ({ documents: [`${documents}/${at}/b`] })],
      [':batchGet', (documents) => ({ documents: [`${documents}/${at}/không-có`] })],
      [':runQuery', () => query({})],
      [':runQuery', () => query({ limit: 1 })],
      [':runQuery', () => where(field('`n`', { integerValue: '1' }), field('`t`', { stringValue: 'ế' }))],
      [':runQuery', () => where(field('`a.b\\`c`', { stringValue: 'x' }))],
      [':runQuery', () => where(field('`n`', { integerValue: '2' }))],
      [
        ':runQuery',
        (documents) =>
          query({ startAt: { values: [{ referenceValue: `${documents}/${at}/a` }], before: false } }),
      ],
      [`/${encodeURIComponent(at)}/b:runQuery`, () => ({ ...query({ from: [{ collectionId: 'parts' }] }) })],
    ];
    const answers = async (address: string, project: string) => {
      const all: unknown[] = [];
      for (const [inside, body] of asked) {
        const path = `/v1/${root(project)}${inside}`;
        const response = await fetch(`http://${address}${path}`, {
          method: 'POST',
          headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
          body: JSON.stringify(body(root(project))),
        });
        const answer = (await response.json()) as unknown;
        expect(firestoreFaults({ path, body: body(root(project)), status: response.status, answer })).toEqual(
          [],
        );
        const text = JSON.stringify(answer)
          .replaceAll(project, 'project')
          .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T');
        all.push([response.status, response.headers.get('content-type')?.split(';')[0], JSON.parse(text)]);
      }
      return all;
    };
    try {
      expect(await answers(standIn.rest.host, 'demo-stand-in')).toEqual(await answers(host, projectId));
    } finally {
      await real.close();
      await standIn.close();
    }
  });
});
