/** What a signed list writes: dossiers of its own rows, and the chosen ones moved up to the parent's desk. */
import { readHolds } from '../desks/holds.ts';
import { acceptList, narrowedBy } from '../domain/accept-list.ts';
import type { NarrowingAct } from '../domain/consent-narrowing.ts';
import { localDate } from '../domain/deadline.ts';
import { type Dossier, forward, foundKeyOf } from '../domain/dossier.ts';
import { formOf } from '../domain/forms/index.ts';
import { isPublic } from '../domain/public-row.ts';
import type { Row } from '../domain/row.ts';
import type { Snapshot, Submission } from '../domain/submission.ts';
import type { StoredDocument, Write } from '../ports.ts';
import {
  type LoadedPlan,
  paths,
  publishMarks,
  readDossiers,
  readWorkbooksOf,
  saveOver,
  syncMark,
} from '../records.ts';
import type { Services } from '../services.ts';

/** What every save of a dossier works out anew: whether the public may see it, the day it was last touched, whose other years it has. */
export const toSaved = (
  dossier: Dossier,
  isOnHold: boolean,
  { plan, tree }: LoadedPlan,
  now: Date,
): Dossier => {
  const today = localDate(now, plan.timeZone);
  return {
    ...dossier,
    public: !isOnHold && isPublic(dossier, plan, today, tree),
    touchedOn: today,
    ...(dossier.carriedFrom ? { foundKey: foundKeyOf(dossier) } : {}),
  };
};

export async function acceptWrites(
  { store }: Services,
  loaded: LoadedPlan,
  submission: Submission,
  snapshot: Snapshot,
  by: string,
  now: Date,
): Promise<Write[]> {
  const { planId, period, unitId, parentId } = submission;
  const own = await readDossiers(store, { planId, period, unitId });
  const accepted = acceptList(
    snapshot.rows,
    own.map(({ data }) => data),
    { planId, period, unitId, parentId, snapshotId: snapshot.id, by, flow: formOf(snapshot.formId).flow },
    now,
  );
  const chosen = await store.readMany<Dossier>(
    snapshot.promoted.map(({ dossierId }) => paths.dossier(planId, dossierId)),
  );
  const before = new Map<string, StoredDocument<Dossier>>(
    [...own, ...chosen.flatMap((stored) => stored ?? [])].map((stored) => [stored.data.id, stored]),
  );
  const chosenRound = new Map(snapshot.promoted.map(({ dossierId, round }) => [dossierId, round]));
  // Read after the dossiers, and checked in the commit: a hold that is set meanwhile stops what would carry a row on.
  const holds = await readHolds(store, planId, [...before.keys()]);
  const leftBehind = chosen.flatMap((stored) => stored?.data ?? []).filter(({ id }) => holds.isOnHold(id));
  const forwarded = chosen
    .flatMap((stored) => stored?.data ?? [])
    .filter((dossier) => dossier.round === chosenRound.get(dossier.id) && !holds.isOnHold(dossier.id))
    .map((dossier) => forward(dossier, { from: unitId, to: parentId, by, snapshotId: snapshot.id }, now))
    .filter((dossier) => dossier !== before.get(dossier.id)?.data);
  const saved = [...accepted, ...forwarded].map((dossier) =>
    toSaved(dossier, holds.isOnHold(dossier.id), loaded, now),
  );
  const below = forwarded.length > 0 ? await readWorkbooksOf(store, planId, period, unitId) : [];
  return [
    ...dossierWrites(saved, before, holds, now),
    ...leftBehind.map(({ id }) => holds.unchanged(id)),
    ...below.map(({ spreadsheetId }) => syncMark(spreadsheetId, now)),
  ];
}

/** For a list that waits for its signature: a consent that was taken back does not wait. Nothing when there is none. */
export const narrowWrites = async (
  services: Services,
  loaded: LoadedPlan,
  submission: Submission,
  { id, rows }: Snapshot,
  by: string,
  now: Date,
): Promise<Write[]> =>
  (await takeBack(services, loaded, submission, rows, { by, snapshotId: id }, now)).writes;

export interface TakenBack {
  /** Dossiers before and after. */
  changed: { before: Dossier; after: Dossier }[];
  writes: Write[];
}

/** Consents that these rows of a list take back, whatever becomes of the list. */
export async function takeBack(
  { store }: Services,
  loaded: LoadedPlan,
  { planId, period, unitId }: Pick<Submission, 'planId' | 'period' | 'unitId'>,
  rows: readonly Row[],
  act: Omit<NarrowingAct, 'unitId'>,
  now: Date,
): Promise<TakenBack> {
  const own = await readDossiers(store, { planId, period, unitId });
  const before = new Map(own.map((stored) => [stored.data.id, stored]));
  const all = own.map(({ data }) => data);
  const narrowed = narrowedBy(rows, all, { ...act, unitId }, now);
  if (narrowed.length === 0) return { changed: [], writes: [] };
  const holds = await readHolds(
    store,
    planId,
    narrowed.map(({ id }) => id),
  );
  const saved = narrowed.map((dossier) => toSaved(dossier, holds.isOnHold(dossier.id), loaded, now));
  return {
    changed: saved.map((after) => ({ before: before.get(after.id)?.data ?? after, after })),
    writes: dossierWrites(saved, before, holds, now),
  };
}

function dossierWrites(
  saved: readonly Dossier[],
  before: ReadonlyMap<string, StoredDocument<Dossier>>,
  holds: Awaited<ReturnType<typeof readHolds>>,
  now: Date,
): Write[] {
  const writes = saved.flatMap((dossier): Write[] => {
    const known = before.get(dossier.id);
    const write = saveOver(paths.dossier(dossier.planId, dossier.id), known, dossier);
    return known ? [write, holds.unchanged(dossier.id)] : [write];
  });
  const shown = saved.filter((dossier) => dossier.public || before.get(dossier.id)?.data.public);
  return [...writes, ...(shown.length > 0 ? publishMarks(shown, now) : [])];
}
