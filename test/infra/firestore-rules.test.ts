/** What a stranger can do at Firestore's own door: read published pages and their pointer, and nothing else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFirestore, createFirestoreStore } from '../../functions/adapters/firestore-store.ts';
import { findEmulator, type RunningEmulator, startEmulator } from '../../infra/local/firestore-emulator.ts';

const emulator = findEmulator(process.env);
if (!emulator) {
  console.warn(
    'Bỏ qua: không tìm thấy Firestore emulator và Java (skipped: no Firestore emulator with Java).',
  );
}

const PROJECT = 'demo-rules';
const published = ['listing/current', 'pages/g1/parts/0001'];
const closed = [
  'plans/kh-113',
  'units/31813',
  'submissions/kh-113_31813_2025',
  'extensions/kh-113_31813_2025',
  'requests/s1_DN1-001',
  'scores/kh-113_31813_2025',
  'snapshots/s1',
  'dossiers/2025-31813-003',
  'holds/kh-113_2025-31813-003',
  'outbox/o1',
  'leases/w1',
  'cursors/drive',
  'tickets/DN-1',
  'limits/2025-03-05T01_all_7',
  'photos/0123456789abcdef0123',
  'publications/1-a-added-1',
  'pages/g1',
  'pages/g1/secrets/0001',
  'listing/current/history/1',
];

describe.skipIf(!emulator)('the Firestore rules', () => {
  let running: RunningEmulator;
  let root: string;
  beforeAll(async () => {
    if (!emulator) return;
    const rulesFile = new URL('../../infra/firestore.rules', import.meta.url).pathname;
    running = await startEmulator({ emulator, rulesFile });
    root = `http://${running.host}/v1/projects/${PROJECT}/databases/(default)/documents`;
    const firestore = createFirestore({ projectId: PROJECT, emulatorHost: running.host });
    const store = createFirestoreStore(firestore);
    const writes = [...published, ...closed].map((path) => ({
      kind: 'create' as const,
      path,
      data: { n: 1 },
    }));
    expect(await store.commit(writes)).toMatchObject({ ok: true });
    await firestore.terminate();
  });
  afterAll(() => running?.stop());

  const status = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`${root}${path}`, {
      ...init,
      headers: { 'content-type': 'application/json' },
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  const post = (path: string, body: object) => status(path, { method: 'POST', body: JSON.stringify(body) });
  const ask = (parent: string, collectionId: string, allDescendants = false) =>
    post(`${parent}:runQuery`, { structuredQuery: { from: [{ collectionId, allDescendants }] } });

  test.each(published)('let anybody get %s', async (path) => {
    expect(await status(`/${path}`)).toBe(200);
  });

  test.each(['listing', 'pages/g1/parts'])('let anybody list %s', async (collection) => {
    expect(await status(`/${collection}`)).toBe(200);
  });

  test('let anybody query the parts of one generation', async () => {
    expect(await ask('/pages/g1', 'parts')).toBe(200);
  });

  test.each(closed)('let nobody get %s, list or query around it', async (path) => {
    const segments = path.split('/');
    const id = segments.pop();
    const collection = segments.pop() as string;
    expect(await status(`/${path}`)).toBe(403);
    expect(await status(`/${path}-không-có`)).toBe(403);
    expect(id).toBeTruthy();
    expect(await status(`/${[...segments, collection].join('/')}`)).toBe(403);
    expect(await ask(segments.length ? `/${segments.join('/')}` : '', collection)).toBe(403);
  });

  test('let nobody query the parts of all generations at once, nor name the collections', async () => {
    expect(await ask('', 'parts', true)).toBe(403);
    expect(await ask('', 'dossiers', true)).toBe(403);
    expect(await post(':listCollectionIds', {})).toBe(403);
  });

  test.each([...published, ...closed])('let nobody create, change or delete %s', async (path) => {
    const fields = JSON.stringify({ fields: { n: { integerValue: '2' } } });
    expect(await status(`/${path}`, { method: 'PATCH', body: fields })).toBe(403);
    expect(await status(`/${path}`, { method: 'DELETE' })).toBe(403);
    const collection = path.slice(0, path.lastIndexOf('/'));
    expect(await status(`/${collection}?documentId=mới`, { method: 'POST', body: fields })).toBe(403);
    const name = `projects/${PROJECT}/databases/(default)/documents/${path}`;
    expect(await post(':commit', { writes: [{ delete: name }] })).toBe(403);
  });
});
