/** What every part of the exam works with: the open store and a fresh place in it for each test. */
import type { DocumentStore, StoredDocument } from '../../functions/ports.ts';

export interface Desk {
  store: () => DocumentStore;
  /** A collection of its own for each test, so that one open store serves them all. */
  aCollection: () => string;
  aPath: () => string;
  /** The document, which must be there. */
  saved: (path: string) => Promise<StoredDocument>;
  put: (path: string, data: object) => Promise<unknown>;
}

export function createDesk(store: () => DocumentStore): Desk {
  let collections = 0;
  const aCollection = () => `thử-${++collections}`;
  return {
    store,
    aCollection,
    aPath: () => `${aCollection()}/hồ-sơ`,
    async saved(path) {
      const document = await store().read(path);
      if (!document) throw new Error(`${path} is not there`);
      return document;
    },
    put: (path, data) => store().commit([{ kind: 'put', path, data }]),
  };
}
