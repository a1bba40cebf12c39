/** Which public exemplars the follow-ups among some dossiers speak against, by what their rows named when they were sent. */
import type { Dossier } from '../domain/dossier.ts';
import { causesOf, type Doubt } from '../domain/doubt.ts';
import type { Snapshot } from '../domain/submission.ts';
import type { DocumentStore } from '../ports.ts';
import { paths } from '../records.ts';

export async function readDoubts(store: DocumentStore, touched: readonly Dossier[]): Promise<Doubt[]> {
  const against = touched.filter((dossier) => causesOf(dossier).length > 0);
  if (against.length === 0) return [];
  const snapshots = await store.readMany<Snapshot>(
    [...new Set(against.map(({ snapshotId }) => snapshotId))].map(paths.snapshot),
  );
  const cites = new Map(snapshots.flatMap((stored) => (stored ? [[stored.data.id, stored.data.cites]] : [])));
  const named = against.flatMap((followUp) =>
    (cites.get(followUp.snapshotId) ?? [])
      .filter(({ row }) => row === followUp.id)
      .flatMap(({ ids }) => ids.map((id) => ({ followUp, id }))),
  );
  const exemplars = await store.readMany<Dossier>(
    named.map(({ followUp, id }) => paths.dossier(followUp.planId, id)),
  );
  return named.flatMap(({ followUp }, at) => {
    const exemplar = exemplars[at]?.data;
    return exemplar?.public ? [{ followUp, exemplar }] : [];
  });
}
