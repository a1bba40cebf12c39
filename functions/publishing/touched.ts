/**
 * Which dossiers the public pages owe a look. Whoever saves a dossier that is or was public marks it in the same commit;
 * the publisher takes the mark away once the pages say what the dossier says.
 */
import type { DocumentStore, StoredDocument, Write } from '../ports.ts';
import { paths, type TouchMark } from '../records.ts';

export interface Touched {
  marks: readonly StoredDocument<TouchMark>[];
  /** Somebody asks for all pages to be made anew. */
  whole: StoredDocument<TouchMark> | undefined;
  /** Those that wait for another day are among the marks. */
  isNewDay: boolean;
}

export async function readTouched(store: DocumentStore, today: string): Promise<Touched> {
  const now = await store.list<TouchMark>('touched', { where: { wait: '' } });
  const last = await store.read<{ day: string }>(paths.cursor('photoDay'));
  const isNewDay = last !== undefined && last.data.day !== today;
  const waiting = isNewDay ? await store.list<TouchMark>('touched', { where: { wait: 'day' } }) : [];
  return {
    marks: [...now, ...waiting].filter(({ path }) => path !== paths.touchedAll),
    whole: now.find(({ path }) => path === paths.touchedAll),
    isNewDay,
  };
}

/**
 * Before the pages are flipped: rows that nobody has marked, and whose photo could not be read, are to be looked at again.
 * `waits` are the marks by their path.
 */
export async function keepWaiting(
  store: DocumentStore,
  { marks }: Touched,
  waits: ReadonlyMap<string, TouchMark>,
): Promise<void> {
  const known = new Set(marks.map(({ path }) => path));
  const fresh = [...waits].filter(([path]) => !known.has(path));
  await commitWhatHolds(
    store,
    fresh.map(([path, data]): Write => ({ kind: 'create', path, data })),
  );
}

/**
 * Once the pages in force say what the dossiers say, and not before: a mark that only waits for another day is not looked
 * at when the flip is tried again. One that was put anew meanwhile stays as it is.
 */
export async function settle(
  store: DocumentStore,
  { marks, whole, isNewDay }: Touched,
  waits: ReadonlyMap<string, TouchMark>,
  today: string,
): Promise<void> {
  const writes = [...marks, ...(whole ? [whole] : [])].flatMap(({ path, version, data: before }): Write[] => {
    const data = waits.get(path);
    if (!data) return [{ kind: 'delete', path, version }];
    return data.wait === before.wait ? [] : [{ kind: 'replace', path, data, version }];
  });
  if (isNewDay || [...waits.values()].some(({ wait }) => wait === 'day'))
    writes.push({ kind: 'put', path: paths.cursor('photoDay'), data: { day: today } });
  await commitWhatHolds(store, writes);
}

const perCommit = 100;

/** Each write for itself: one that somebody else has overtaken is left out. */
async function commitWhatHolds(store: DocumentStore, writes: readonly Write[]): Promise<void> {
  for (let start = 0; start < writes.length; start += perCommit) {
    let some = writes.slice(start, start + perCommit);
    while (some.length > 0) {
      const result = await store.commit(some);
      if (result.ok) break;
      const { conflicts } = result;
      some = some.filter(({ path }) => !conflicts.includes(path));
    }
  }
}
