/**
 * A lease on a workbook: who works on it now. It saves calls; correctness does not rest on it. Taking it raises the
 * epoch, and what is written under it lands only while it is still held, so that a slow worker cannot write over a newer one.
 */
import { randomUUID } from 'node:crypto';
import type { DocumentStore, Write } from '../ports.ts';
import { type Lease, paths } from '../records.ts';

const leaseMs = 120_000;

export interface HeldLease {
  epoch: number;
  /** Gives the lease back in the same commit as the work's last writes; nothing is written when another has taken it. */
  finish(writes: readonly Write[]): Promise<void>;
}

/** undefined: somebody else holds it and `force` was not asked. */
export async function takeLease(
  store: DocumentStore,
  spreadsheetId: string,
  now: Date,
  { force }: { force: boolean },
): Promise<HeldLease | undefined> {
  const path = paths.lease(spreadsheetId);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const before = await store.read<Lease>(path);
    if (before && !force && before.data.holder !== '' && before.data.until > now.toISOString())
      return undefined;
    const holder = randomUUID();
    const epoch = (before?.data.epoch ?? 0) + 1;
    const until = new Date(now.getTime() + leaseMs).toISOString();
    const lease: Lease = { holder, epoch, until };
    const saved = await store.commit([
      before
        ? { kind: 'replace', path, data: lease, version: before.version }
        : { kind: 'create', path, data: lease },
    ]);
    if (!saved.ok) continue;
    const version = saved.versions[path] as string;
    return {
      epoch,
      finish: async (writes) => {
        const released: Lease = { holder: '', epoch, until: '' };
        const release: Write = { kind: 'replace', path, data: released, version };
        const saved = await store.commit([...writes, release]);
        // New work came in while this was done: the writes are left to whoever does it, who must find the lease free.
        if (!saved.ok && !saved.conflicts.includes(path)) await store.commit([release]);
      },
    };
  }
  return undefined;
}
