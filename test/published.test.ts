/** What a reader's process holds: many parts in the order of the manifest, and never half a generation. */
import { expect, test } from 'vitest';
import { createSqliteStore } from '../functions/adapters/sqlite-store.ts';
import { toLead, toLeadLine } from '../functions/listing/lead.ts';
import { manifestName, planName, toManifest } from '../functions/listing/manifest.ts';
import { leadOf } from '../functions/listing/shelf.ts';
import type { DocumentStore } from '../functions/ports.ts';
import { readPublished } from '../functions/published.ts';
import { paths } from '../functions/records.ts';
import { aPublicRow } from './listing/rows.ts';

/** A generation in which every part of the roll has one row; it takes the place of the one before. */
async function publish(
  store: DocumentStore,
  generation: string,
  names: readonly string[],
  before = '',
): Promise<void> {
  const parts = names.map((name, index) => {
    const id = `2025-31843-${String(index + 1).padStart(3, '0')}`;
    return {
      name: `roll-${generation}-${index}`,
      data: { text: toLeadLine(toLead(aPublicRow({ id, name }))) },
    };
  });
  const { planId } = aPublicRow({});
  const plan = {
    name: planName(planId),
    data: {
      id: planId,
      number: '',
      title: '',
      issuer: '',
      issuedOn: '',
      timeZone: 'Asia/Ho_Chi_Minh',
      levels: [],
      units: [],
    },
  };
  const all = [...parts, plan];
  await store.commit([
    ...all.map(({ name, data }) => ({ kind: 'put' as const, path: paths.part(generation, name), data })),
    {
      kind: 'put',
      path: paths.part(generation, manifestName),
      data: toManifest(all.map(({ name }) => ({ name, generation, hash: 'x' }))),
    },
    {
      kind: 'put',
      path: paths.pointer,
      data: { generation, hash: generation, total: names.length, updatedAt: '2026-01-01T00:00:00.000Z' },
    },
    ...(before === ''
      ? []
      : (await store.list(`pages/${before}/parts`)).map(({ path }) => ({ kind: 'delete' as const, path }))),
  ]);
}

const shown = async (store: Pick<DocumentStore, 'read' | 'readMany'>): Promise<string[]> => {
  const { shelf } = await readPublished(store);
  return Array.from({ length: shelf.total }, (_, index) => leadOf(shelf, index).name);
};

const named = (word: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${word} ${index}`);

test('all parts are read, a few at a time, and stand in the order of the manifest', async () => {
  const store = createSqliteStore(':memory:');
  await publish(store, '1-a', named('Hoa', 11));
  const asked: number[] = [];
  const watched = {
    read: store.read,
    readMany: <T>(some: readonly string[]) => {
      asked.push(some.length);
      return store.readMany<T>(some);
    },
  };
  expect(await shown(watched)).toEqual(named('Hoa', 11));
  expect(Math.max(...asked)).toBeLessThanOrEqual(4);
  expect(asked.reduce((sum, count) => sum + count)).toBe(12);
});

test.each([0, 1, 2])(
  'a generation that is replaced after %i askings for its parts is not shown in part',
  async (turns) => {
    const store = createSqliteStore(':memory:');
    await publish(store, '1-a', named('Hoa', 11));
    let turn = 0;
    const raced = {
      read: store.read,
      async readMany<T>(some: readonly string[]) {
        if (turn === turns) await publish(store, '2-b', named('Bình', 9), '1-a');
        turn += 1;
        return store.readMany<T>(some);
      },
    };
    expect(await shown(raced)).toEqual(named('Bình', 9));
  },
);
