/** The exam of the document store: every promise of the port, sat by the Firestore adapter and by its embedded twin. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { DocumentStore } from '../../functions/ports.ts';
import { documentStoreCommits } from './document-store-commits.ts';
import { createDesk } from './document-store-desk.ts';
import { documentStoreLists } from './document-store-lists.ts';
import { documentStoreRefusals } from './document-store-refusals.ts';
import { documentStoreValues } from './document-store-values.ts';

export interface OpenStore {
  store: DocumentStore;
  close: () => Promise<void>;
}

export function documentStoreExam(name: string, open: () => Promise<OpenStore>): void {
  describe(name, () => {
    let opened: OpenStore;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    const desk = createDesk(() => opened.store);
    documentStoreCommits(desk);
    documentStoreLists(desk);
    documentStoreValues(desk);
    documentStoreRefusals(desk);
  });
}
