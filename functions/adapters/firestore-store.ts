/** The document store on Firestore: every commit is one atomic request whose preconditions are the compare-and-set. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { initializeApp } from 'firebase-admin/app';
import {
  type DocumentSnapshot,
  FieldPath,
  FieldValue,
  type Firestore,
  initializeFirestore,
  Timestamp,
  type WriteBatch,
  type WriteResult,
} from 'firebase-admin/firestore';
import { PassThroughClient } from 'google-auth-library';
import type { CommitResult, DocumentData, DocumentStore, ListQuery, StoredDocument } from '../ports.ts';
import { type CheckedWrite, checkDocumentPath, checkQuery, checkWrites } from './document-limits.ts';

const PAGE_SIZE = 300;
const MAX_ATTEMPTS = 6;
/** NOT_FOUND, ALREADY_EXISTS, FAILED_PRECONDITION, ABORTED, and HTTP 409, which stands for two of them over REST. */
const MAYBE_CONFLICT = new Set<unknown>([5, 6, 9, 10, 409]);

/** REST: no gRPC channel to open at a cold start. The emulator takes anybody as its owner, so no credentials are looked for. */
export function createFirestore(config: { projectId: string; emulatorHost?: string }): Firestore {
  const app = initializeApp({ projectId: config.projectId }, `document-store-${randomUUID()}`);
  const firestore = initializeFirestore(app, { preferRest: true });
  if (config.emulatorHost !== undefined) {
    firestore.settings({ host: config.emulatorHost, ssl: false, auth: new PassThroughClient() });
  }
  return firestore;
}

export function createFirestoreStore(firestore: Firestore): DocumentStore {
  async function readMany<T = DocumentData>(paths: readonly string[]) {
    for (const path of paths) checkDocumentPath(path);
    const found: (StoredDocument<T> | undefined)[] = [];
    for (let start = 0; start < paths.length; start += PAGE_SIZE) {
      const page = paths.slice(start, start + PAGE_SIZE).map((path) => firestore.doc(path));
      for (const snapshot of await firestore.getAll(...page)) found.push(toStored<T>(snapshot));
    }
    return found;
  }

  async function conflictsOf(writes: readonly CheckedWrite[]): Promise<string[]> {
    const conditional = writes.filter((write) => expectedVersion(write) !== undefined);
    const current = await readMany(conditional.map((write) => write.path));
    return conditional
      .filter((write, index) => expectedVersion(write) !== (current[index]?.version ?? null))
      .map((write) => write.path);
  }

  async function commit(writes: readonly CheckedWrite[]): Promise<CommitResult> {
    for (let attempt = 1; ; attempt++) {
      try {
        const batch = firestore.batch();
        for (const write of writes) addTo(batch, firestore, write);
        return { ok: true, versions: versionsOf(writes, await batch.commit()) };
      } catch (error) {
        if (!MAYBE_CONFLICT.has((error as { code?: unknown }).code)) throw error;
        // Firestore names at most one document, so the others are found by reading.
        const conflicts = await conflictsOf(writes);
        if (conflicts.length > 0) return { ok: false, conflicts };
        // Contention, or what stood in the way is gone again.
        if (attempt === MAX_ATTEMPTS) throw error;
        await sleep(2 ** attempt * 20 * (0.5 + Math.random()));
      }
    }
  }

  async function list<T>(collection: string, query: ListQuery): Promise<StoredDocument<T>[]> {
    const limit = query.limit ?? Number.POSITIVE_INFINITY;
    const found: StoredDocument<T>[] = [];
    let after = query.after ?? '';
    while (found.length < limit) {
      const size = Math.min(PAGE_SIZE, limit - found.length);
      const page = await pageOf(firestore, collection, query.where ?? {}, after, size).get();
      for (const snapshot of page.docs) found.push(toStored<T>(snapshot) as StoredDocument<T>);
      if (page.size < size) break;
      after = page.docs[page.size - 1]?.id ?? '';
    }
    return found;
  }

  return {
    async read<T = DocumentData>(path: string) {
      checkDocumentPath(path);
      return toStored<T>(await firestore.doc(path).get());
    },
    readMany,
    async list<T = DocumentData>(collection: string, query: ListQuery = {}) {
      checkQuery(collection, query);
      return list<T>(collection, query);
    },
    async commit(writes) {
      const checked = checkWrites(writes);
      return checked.length === 0 ? { ok: true, versions: {} } : commit(checked);
    },
  };
}

/** Equality and the order of ids: served by the indexes Firestore keeps by itself. */
function pageOf(firestore: Firestore, collection: string, where: object, after: string, size: number) {
  let query = firestore.collection(collection).orderBy(FieldPath.documentId()).limit(size);
  for (const [field, value] of Object.entries(where)) query = query.where(new FieldPath(field), '==', value);
  return after === '' ? query : query.startAfter(after);
}

/** undefined: no precondition. null: must not exist. */
function expectedVersion(write: CheckedWrite): string | null | undefined {
  if (write.kind === 'create') return null;
  return write.kind === 'put' ? undefined : write.version;
}

function addTo(batch: WriteBatch, firestore: Firestore, write: CheckedWrite): void {
  const ref = firestore.doc(write.path);
  if (write.kind === 'create') batch.create(ref, write.data);
  else if (write.kind === 'put') batch.set(ref, write.data);
  else if (write.kind === 'replace') {
    // The SDK's set() takes no precondition and update() keeps the fields it does not name; a commit is applied in
    // order, so a guarded delete and then set() is a guarded replacement.
    batch.delete(ref, { lastUpdateTime: toTimestamp(write.version) });
    batch.set(ref, write.data);
  } else if (write.kind === 'delete') {
    if (write.version === undefined) batch.delete(ref);
    else batch.delete(ref, { lastUpdateTime: toTimestamp(write.version) });
  } else if (write.version === null) batch.delete(ref, { exists: false });
  else {
    // Takes away a field that is not there: the precondition is checked, the document and its update time stay
    // ("if the write did not actually change the document, this will be the previous update_time").
    batch.update(
      ref,
      { nothingToRemove: FieldValue.delete() },
      { lastUpdateTime: toTimestamp(write.version) },
    );
  }
}

function toStored<T>(snapshot: DocumentSnapshot): StoredDocument<T> | undefined {
  if (!snapshot.exists || !snapshot.updateTime) return undefined;
  const version = toVersion(snapshot.updateTime);
  return { path: snapshot.ref.path, data: snapshot.data() as T, version };
}

const toVersion = ({ seconds, nanoseconds }: Timestamp): string =>
  `${seconds}.${String(nanoseconds).padStart(9, '0')}`;

/** A replacement took two steps of the batch; the second one's time is the document's. */
function versionsOf(
  writes: readonly CheckedWrite[],
  results: readonly WriteResult[],
): Record<string, string> {
  const versions: Record<string, string> = {};
  let step = -1;
  for (const write of writes) {
    step += write.kind === 'replace' ? 2 : 1;
    const time = results[step]?.writeTime;
    if (time && write.kind !== 'delete' && write.kind !== 'check') versions[write.path] = toVersion(time);
  }
  return versions;
}

/** A version that was never ours becomes a time at which nothing was written: a conflict like any other. */
function toTimestamp(version: string): Timestamp {
  const [, seconds, nanoseconds] = /^(\d{1,11})\.(\d{9})$/.exec(version) ?? ['', '0', '0'];
  return new Timestamp(Number(seconds), Number(nanoseconds));
}
