/** The Firestore adapter sits the document store's exam on the emulator, when this machine has one. */
import { afterAll, beforeAll, describe } from 'vitest';
import { createFirestore, createFirestoreStore } from '../../functions/adapters/firestore-store.ts';
import { findEmulator, type RunningEmulator, startEmulator } from '../../infra/local/firestore-emulator.ts';
import { documentStoreExam } from './document-store.exam.ts';

const given = process.env.FIRESTORE_EMULATOR_HOST;
const emulator = given ? null : findEmulator(process.env);
const missing = !given && !emulator;
if (missing) {
  console.warn(
    'Bỏ qua: không tìm thấy Firestore emulator và Java (skipped: no Firestore emulator with Java).',
  );
}

describe.skipIf(missing)('Firestore', () => {
  let running: RunningEmulator | undefined;
  beforeAll(async () => {
    if (emulator) running = await startEmulator({ emulator });
  });
  afterAll(() => running?.stop());

  documentStoreExam('the Firestore store', async () => {
    // A project of its own: an emulator that was there before may hold other documents.
    const projectId = `demo-exam-${process.pid}-${Date.now()}`;
    const firestore = createFirestore({ projectId, emulatorHost: given ?? running?.host ?? '' });
    return { store: createFirestoreStore(firestore), close: () => firestore.terminate() };
  });
});
