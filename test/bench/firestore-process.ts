/** Firestore's REST interface over a local store, in a process of its own: `node firestore-process.ts FILE`. */
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import { startFirestoreRest } from '../adapters/firestore-rest.ts';

const { host } = await startFirestoreRest(createSqliteStore(process.argv[2] ?? ''));
process.send?.({ host });
