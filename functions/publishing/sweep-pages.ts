/**
 * Takes away what no generation in force names. At once, not after a while: anybody may read pages straight from the
 * store, and a reader who finds a document gone asks for the pointer again.
 */
import { numberOf } from '../listing/manifest.ts';
import type { DocumentStore, StoredDocument } from '../ports.ts';
import { paths, saveOver } from '../records.ts';
import type { DroppedDocument, PagesCursor } from './pages-cursor.ts';
import { photosInForce } from './standing.ts';

const pathsPerCommit = 100;

/** The mark goes last, so that `tick` asks again for a sweep that was cut short. */
export async function sweep(
  store: DocumentStore,
  current: string,
  mark: StoredDocument<unknown> | undefined,
): Promise<void> {
  const path = paths.cursor('pages');
  const cursor = await store.read<PagesCursor>(path);
  // A higher number is another publisher's, who has begun after us.
  const isOver = (generation: string): boolean => numberOf(generation) <= numberOf(current);
  const over = cursor?.data.begun.filter((generation) => generation !== current && isOver(generation)) ?? [];
  for (const generation of over) {
    await removeAll(store, generation);
    // The pages were flipped meanwhile: whoever did that sweeps.
    if (!(await removePhotos(store, generation, current))) return;
  }
  for (const { path: list, data } of await store.list<DroppedDocument>('dropped')) {
    await remove(store, data.paths);
    await remove(store, [list]);
  }
  if (cursor && over.length > 0) {
    const begun = cursor.data.begun.filter((generation) => !over.includes(generation));
    await store.commit([saveOver(path, cursor, { ...cursor.data, begun } satisfies PagesCursor)]);
  }
  if (mark) await store.commit([{ kind: 'delete', path: paths.publishMark, version: mark.version }]);
}

/** A few at a time: the store hands out documents whole. */
async function removeAll(store: DocumentStore, generation: string): Promise<void> {
  for (;;) {
    const parts = await store.list(`pages/${generation}/parts`, { limit: 20 });
    if (parts.length === 0) return;
    await remove(
      store,
      parts.map(({ path }) => path),
    );
  }
}

/** Of a publisher who did not come to the end; one that another has written too and shows stays. False: nobody can say which. */
async function removePhotos(store: DocumentStore, generation: string, current: string): Promise<boolean> {
  let kept: ReadonlySet<string> | undefined;
  for (let after = ''; ; ) {
    const page = await store.list('photos', {
      where: { generation },
      limit: 20,
      ...(after === '' ? {} : { after }),
    });
    // Asked only now: all photos of the country are asked for, and hardly ever is one left behind.
    if (page.length > 0) kept ??= await photosInForce(store, current);
    if (page.length > 0 && !kept) return false;
    const ids = page.map(({ path }) => path.slice('photos/'.length));
    await remove(store, ids.filter((id) => !kept?.has(id)).map(paths.photo));
    after = ids.at(-1) ?? '';
    if (page.length < 20) return true;
  }
}

async function remove(store: DocumentStore, all: readonly string[]): Promise<void> {
  for (let start = 0; start < all.length; start += pathsPerCommit)
    await store.commit(all.slice(start, start + pathsPerCommit).map((path) => ({ kind: 'delete', path })));
}
