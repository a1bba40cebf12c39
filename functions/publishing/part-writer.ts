/** Writes the parts of a generation in few commits: notes the generation before its first part, skips what stands already. */
import { hashOf, type ListingPointer, type Part } from '../listing/manifest.ts';
import type { DocumentStore, StoredDocument, Write } from '../ports.ts';
import { paths, saveOver } from '../records.ts';
import { noPages, type PagesCursor } from './pages-cursor.ts';

export interface PartWriter {
  /** The part as it stands already when its content stays, else a new one. Undefined: another publisher was quicker. */
  put(name: string, data: object, old: Part | undefined): Promise<Part | undefined>;
  /** A document beside the parts, under the same guard. */
  putBeside(path: string, data: object): Promise<boolean>;
  finish(): Promise<boolean>;
}

/** Far under a commit's 10 MiB, also when every character takes three bytes. */
const charactersPerCommit = 2_500_000;
const partsPerCommit = 100;

export function createPartWriter(
  store: DocumentStore,
  { pointer, generation }: { pointer: StoredDocument<ListingPointer> | undefined; generation: string },
): PartWriter {
  let waiting: Write[] = [];
  let size = 0;
  let isNoted = false;
  // After the pointer has moved on, nobody adds a part to a generation that may have been swept.
  const stillCurrent: Write = { kind: 'check', path: paths.pointer, version: pointer?.version ?? null };

  async function flush(): Promise<boolean> {
    if (waiting.length === 0) return true;
    if (!isNoted && !(await noteBegun(store, generation))) return false;
    isNoted = true;
    const { ok } = await store.commit([stillCurrent, ...waiting]);
    waiting = [];
    size = 0;
    return ok;
  }

  async function add(path: string, data: object, characters: number): Promise<boolean> {
    waiting.push({ kind: 'put', path, data });
    size += characters;
    return size < charactersPerCommit && waiting.length < partsPerCommit ? true : flush();
  }

  return {
    async put(name, data, old) {
      const text = JSON.stringify(data);
      const hash = hashOf(text);
      if (old?.hash === hash) return old;
      const isPut = await add(paths.part(generation, name), data, text.length);
      return isPut ? { name, generation, hash } : undefined;
    },
    putBeside: (path, data) => add(path, data, JSON.stringify(data).length),
    finish: flush,
  };
}

/** A publisher that is stopped half-way must not leave pages behind with somebody who is taken down later. */
async function noteBegun(store: DocumentStore, generation: string): Promise<boolean> {
  const path = paths.cursor('pages');
  const cursor = await store.read<PagesCursor>(path);
  const before = cursor?.data ?? noPages;
  const next: PagesCursor = { ...before, begun: [...before.begun, generation] };
  return (await store.commit([saveOver(path, cursor, next)])).ok;
}
