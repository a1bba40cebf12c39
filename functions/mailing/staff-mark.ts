/** What the staff lists say of an address, as one word: another word means that somebody has changed its entry. */
import { contentHash } from '../content-hash.ts';
import type { DocumentStore } from '../ports.ts';
import type { StaffRecord } from '../records.ts';

export async function staffMark(store: DocumentStore, email: string): Promise<string> {
  const entries = await store.list<StaffRecord>('staff', { where: { email: email.toLowerCase() } });
  return contentHash(
    ...entries.map(({ data: { planId, unitId, role, name } }) => [planId, unitId, role, name].join('\n')),
  );
}
