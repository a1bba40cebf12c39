/** Which document store the local trial runs on, and why: Google's emulator where there is one, else the embedded twin. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createFirestore, createFirestoreStore } from '../../../functions/adapters/firestore-store.ts';
import { createSqliteStore } from '../../../functions/adapters/sqlite-store.ts';
import type { DocumentStore } from '../../../functions/ports.ts';
import type { Lease } from '../../../functions/records.ts';
import { findEmulator, startEmulator } from '../firestore-emulator.ts';

export interface OpenedStore {
  store: DocumentStore;
  /** Vietnamese, for the start screen. */
  description: string;
  close(): Promise<void>;
}

const projectId = 'demo-guong-sang';

export interface StoreChoice {
  kind: 'auto' | 'embedded';
  data: string | undefined;
  port: number;
  rulesFile: string;
}

/**
 * A data folder always means the embedded store, unless an emulator was started by the user: the emulator that we start
 * keeps its documents in memory, so a crash would lose them while the workspace's sheets and mails stay.
 */
export async function openStore({ kind, data, port, rulesFile }: StoreChoice): Promise<OpenedStore> {
  const given = process.env.FIRESTORE_EMULATOR_HOST;
  if (kind === 'auto' && given !== undefined && given !== '')
    return overFirestore(given, `Firestore emulator có sẵn ở ${given}`);
  if (kind === 'embedded' || data !== undefined) return embedded(data);
  const emulator = findEmulator(process.env);
  if (!emulator) return embedded(undefined, ' (không thấy Firestore emulator hoặc Java trên máy)');
  const running = await startEmulator({ emulator, port, rulesFile });
  const opened = overFirestore(
    running.host,
    `Firestore emulator của Google ở ${running.host} (trong bộ nhớ)`,
  );
  return { ...opened, close: () => running.stop() };
}

function overFirestore(host: string, description: string): OpenedStore {
  const store = createFirestoreStore(createFirestore({ projectId, emulatorHost: host }));
  return { store, description, close: async () => undefined };
}

async function embedded(data: string | undefined, why = ''): Promise<OpenedStore> {
  if (data !== undefined) await mkdir(data, { recursive: true });
  const store = createSqliteStore(data === undefined ? ':memory:' : join(data, 'firestore.db'));
  await freeLeases(store);
  return {
    store,
    description:
      data === undefined ? `kho nhúng SQLite, trong bộ nhớ${why}` : `kho nhúng SQLite trong ${data}`,
    close: async () => store.close(),
  };
}

/**
 * One process at a time works on a folder, so a lease that is held now was held by a process that was killed. Without
 * this its workbook would stand still for two minutes, longer than the queue tries. The epoch stays, for the next holder.
 */
async function freeLeases(store: DocumentStore): Promise<void> {
  for (const { path, data, version } of await store.list<Lease>('leases'))
    if (data.holder !== '')
      await store.commit([{ kind: 'replace', path, data: { ...data, holder: '', until: '' }, version }]);
}
