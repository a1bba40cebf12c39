/** Loading many documents: each is asked for once, however often it is named. */
import { expect, it } from 'vitest';
import type { DocumentStore, StoredDocument } from '../functions/ports.ts';
import { readAll } from '../functions/records.ts';

it('reads in parts, each document once, and answers in the order asked', async () => {
  const asked: string[][] = [];
  const store = {
    readMany: async (paths: readonly string[]) => {
      asked.push([...paths]);
      return paths.map((path) => (path.endsWith('7') ? undefined : { path, data: { path }, version: '1' }));
    },
  } as unknown as DocumentStore;
  const paths = Array.from({ length: 2000 }, (_, index) => `dossiers/${index % 400}`);
  const read: (StoredDocument<{ path: string }> | undefined)[] = await readAll(store, paths);
  expect(read.map((one) => one?.data.path)).toEqual(
    paths.map((path) => (path.endsWith('7') ? undefined : path)),
  );
  expect(asked.map(({ length }) => length)).toEqual([300, 100]);
});
