/** What of complaint holds other work must know: whether one stands, and that this is still so when the work is saved. */
import type { IntegrityHold } from '../domain/hold.ts';
import type { DocumentStore, Write } from '../ports.ts';
import { paths } from '../records.ts';

export interface KnownHolds {
  isOnHold(dossierId: string): boolean;
  /** Goes into the commit: a hold that was set or lifted meanwhile lets it fail. */
  unchanged(dossierId: string): Write;
}

export async function readHolds(
  store: DocumentStore,
  planId: string,
  dossierIds: readonly string[],
): Promise<KnownHolds> {
  const pathOf = (dossierId: string): string => paths.hold(planId, dossierId);
  const stored = await store.readMany<IntegrityHold>(dossierIds.map(pathOf));
  const known = new Map(stored.flatMap((document) => (document ? [[document.path, document]] : [])));
  return {
    isOnHold: (dossierId) => known.get(pathOf(dossierId))?.data.stands === true,
    unchanged: (dossierId) => ({
      kind: 'check',
      path: pathOf(dossierId),
      version: known.get(pathOf(dossierId))?.version ?? null,
    }),
  };
}

/** Ids of the dossiers of a plan's period on which a hold stands. */
export async function readHeldIds(
  store: DocumentStore,
  { planId, period }: { planId: string; period: string },
): Promise<ReadonlySet<string>> {
  const stored = await store.list<IntegrityHold>('holds', { where: { planId, period, stands: true } });
  return new Set(stored.map(({ data }) => data.dossierId));
}
