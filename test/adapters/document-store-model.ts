/** The document store as one would write it without thinking of files or networks: what the twin is compared with. */
import type { DocumentStore, StoredDocument, Write } from '../../functions/ports.ts';

export function createModelStore(): DocumentStore {
  const documents = new Map<string, { data: string; version: string }>();
  let version = 0;

  function read<T>(path: string): StoredDocument<T> | undefined {
    const found = documents.get(path);
    return found && { path, data: JSON.parse(found.data), version: found.version };
  }

  function holds(write: Write): boolean {
    const current = documents.get(write.path)?.version ?? null;
    if (write.kind === 'put') return true;
    if (write.kind === 'create') return current === null;
    return (write.kind === 'delete' && write.version === undefined) || current === write.version;
  }

  return {
    read: async (path) => read(path),
    readMany: async (paths) => paths.map((path) => read(path)),
    async list<T>(collection: string, { where = {}, after = '', limit = Number.POSITIVE_INFINITY } = {}) {
      return [...documents.keys()]
        .filter((path) => path.slice(0, path.lastIndexOf('/')) === collection)
        .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        .map((path) => read<T>(path)!)
        .filter(({ data }) => Object.entries(where).every(([key, value]) => data[key as keyof T] === value))
        .filter(({ path }) => path.slice(collection.length + 1) > after)
        .slice(0, limit);
    },
    async commit(writes) {
      const conflicts = writes.filter((write) => !holds(write)).map((write) => write.path);
      if (conflicts.length > 0) return { ok: false, conflicts };
      const versions: Record<string, string> = {};
      version += 1;
      for (const write of writes) {
        if (write.kind === 'delete') documents.delete(write.path);
        else if (write.kind !== 'check') {
          versions[write.path] = String(version);
          documents.set(write.path, { data: JSON.stringify(write.data), version: String(version) });
        }
      }
      return { ok: true, versions };
    },
  };
}
