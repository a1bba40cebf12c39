/** A lease is one worker's; what a worker writes after it lost the lease does not land (I7). */
import { expect, test } from 'vitest';
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import { takeLease } from '../../functions/workbooks/lease.ts';

const now = new Date('2025-01-08T08:00:00+07:00');

test('a second worker stands back until the lease is given back or runs out', async () => {
  const store = createSqliteStore(':memory:');
  const first = await takeLease(store, 'book', now, { force: false });
  expect(first?.epoch).toBe(1);
  expect(await takeLease(store, 'book', now, { force: false })).toBeUndefined();
  const later = new Date(now.getTime() + 121_000);
  expect((await takeLease(store, 'book', later, { force: false }))?.epoch).toBe(2);
  await first?.finish([]);
  expect(await takeLease(store, 'book', later, { force: false })).toBeUndefined();
  store.close();
});

test('writes land while the lease is held, and not after a person took it over', async () => {
  const store = createSqliteStore(':memory:');
  const slow = await takeLease(store, 'book', now, { force: false });
  const person = await takeLease(store, 'book', now, { force: true });
  await slow?.finish([{ kind: 'put', path: 'standings/book', data: { from: 'slow' } }]);
  expect(await store.read('standings/book')).toBeUndefined();
  await person?.finish([{ kind: 'put', path: 'standings/book', data: { from: 'person' } }]);
  expect((await store.read('standings/book'))?.data).toEqual({ from: 'person' });
  expect((await takeLease(store, 'book', now, { force: false }))?.epoch).toBe(3);
  store.close();
});
