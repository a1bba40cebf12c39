/**
 * A lease on a workbook: who works on it now. It saves calls; correctness does not rest on it. Taking it raises the
 * epoch, and every commit made under it checks the epoch, so that a slow worker cannot write over a newer one.
 */
import { randomUUID } from 'node:crypto';
import type { DocumentStore, Write } from './ports.ts';
import { type Lease, paths } from './records.ts';

const leaseMs = 120_000;

export interface HeldLease {
  epoch: number;
  /** To be part of every commit made under the lease. */
  check: Write;
  release(): Promise<void>;
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
    const held = await store.read<Lease>(path);
    if (held?.data.holder !== holder) continue;
    const { version } = held;
    return {
      epoch,
      check: { kind: 'check', path, version },
      release: async () => {
        await store.commit([{ kind: 'replace', path, data: { holder: '', epoch, until: '' }, version }]);
      },
    };
  }
  return undefined;
}
