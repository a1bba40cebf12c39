/** What a reader's process holds: many parts in the order of the manifest, and never half a generation. */
import { expect, test } from 'vitest';
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import { listing } from '../../functions/handlers/listing.ts';
import { toFront } from '../../functions/listing/front.ts';
import { toLead, toLeadLine } from '../../functions/listing/lead.ts';
import { frontName, manifestName, planName, toLines } from '../../functions/listing/manifest.ts';
import { leadOf } from '../../functions/listing/shelf.ts';
import { count, type Tally } from '../../functions/listing/tally.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { readShelf, withPublished } from '../../functions/publishing/published.ts';
import { paths } from '../../functions/records.ts';
import { aPublicRow } from '../listing/rows.ts';

/** A generation in which every part of the roll has one row; it takes the place of the one before. */
async function publish(
  store: DocumentStore,
  generation: string,
  names: readonly string[],
  before = '',
): Promise<void> {
  const leads = names.map((name, index) =>
    toLead(aPublicRow({ id: `2025-31843-${String(index + 1).padStart(3, '0')}`, name })),
  );
  const parts = leads.map((lead, index) => ({
    name: `roll-${generation}-${index}`,
    data: { text: toLeadLine(lead) },
  }));
  const tally: Tally = new Map();
  for (const lead of leads) count(tally, lead, 1);
  const front = { name: frontName, data: toFront(leads.length, leads, tally) };
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
  const all = [...parts, plan, front];
  await store.commit([
    ...all.map(({ name, data }) => ({ kind: 'put' as const, path: paths.part(generation, name), data })),
    {
      kind: 'put',
      path: paths.part(generation, manifestName),
      data: { lines: toLines(all.map(({ name }) => ({ name, generation, hash: 'x' }))), heads: '' },
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
  const shelf = await withPublished(store, (published) => readShelf(store, published));
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
  expect(asked.reduce((sum, count) => sum + count)).toBe(13);
});

test('the first page is there after three calls, none of them for the roll', async () => {
  const store = createSqliteStore(':memory:');
  await publish(store, '1-a', named('Hoa', 60));
  const asked: string[] = [];
  const watched = {
    read: <T>(path: string) => {
      asked.push(path);
      return store.read<T>(path);
    },
    readMany: <T>(some: readonly string[]) => {
      asked.push(some.join(' '));
      return store.readMany<T>(some);
    },
  };
  const { status, body } = await listing(watched, 'https://guong-sang.example', '/', new URLSearchParams());
  expect([status, String(body).match(/href="\/guong\//g)?.length]).toEqual([200, 50]);
  expect(String(body)).toContain('60 gương được công khai');
  expect(asked).toHaveLength(3);
  expect(asked.join(' ')).not.toContain('roll-');
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
