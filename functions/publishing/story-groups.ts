/**
 * The public rows as the documents of stories hold them, those of a unit and period together: of all public dossiers,
 * or of those that were touched.
 */
import type { Dossier } from '../domain/dossier.ts';
import { toPhotoWish } from '../domain/photo-wish.ts';
import { toPublicRow } from '../domain/public-row.ts';
import { storiesName } from '../listing/manifest.ts';
import type { DocumentStore } from '../ports.ts';
import { type LoadedPlan, paths, readPlan, type TouchMark } from '../records.ts';
import type { Wished } from './publish-photos.ts';

const dossiersPerRead = 300;

export interface StoryGroup {
  /** Of the document of stories. */
  name: string;
  /** Ids of the dossiers that were looked at, public or not. */
  seen: Set<string>;
  rows: Wished[];
}

/** Plans that were met on the way. */
export type MetPlans = Map<string, LoadedPlan>;

/** Dossiers in the order of their ids → groups; few are in memory at a time. */
async function* toGroups(
  store: DocumentStore,
  plans: MetPlans,
  dossiers: AsyncIterable<Pick<Dossier, 'planId' | 'id'> & { dossier: Dossier | undefined }>,
): AsyncGenerator<StoryGroup> {
  let group: StoryGroup | undefined;
  for await (const { planId, id, dossier } of dossiers) {
    const name = storiesName(planId, id);
    if (group && group.name !== name) {
      yield group;
      group = undefined;
    }
    group ??= { name, seen: new Set(), rows: [] };
    group.seen.add(id);
    if (!dossier?.public) continue;
    const loaded = plans.get(planId) ?? (await readPlan(store, planId));
    plans.set(planId, loaded);
    const { plan, tree } = loaded;
    group.rows.push({
      row: toPublicRow(dossier, plan, tree),
      wish: toPhotoWish(dossier),
      timeZone: plan.timeZone,
    });
  }
  if (group) yield group;
}

export const allGroups = (store: DocumentStore, plans: MetPlans): AsyncGenerator<StoryGroup> =>
  toGroups(store, plans, allPublic(store));

async function* allPublic(store: DocumentStore) {
  for (let after = ''; ; ) {
    const page = await store.list<Dossier>('dossiers', {
      where: { public: true },
      limit: dossiersPerRead,
      ...(after === '' ? {} : { after }),
    });
    for (const { data } of page) yield { planId: data.planId, id: data.id, dossier: data };
    const last = page.at(-1);
    if (!last || page.length < dossiersPerRead) return;
    after = last.path.slice('dossiers/'.length);
  }
}

export const touchedGroups = (
  store: DocumentStore,
  plans: MetPlans,
  marks: readonly TouchMark[],
): AsyncGenerator<StoryGroup> => toGroups(store, plans, touchedOnes(store, marks));

async function* touchedOnes(store: DocumentStore, marks: readonly TouchMark[]) {
  const sorted = marks.toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  for (let start = 0; start < sorted.length; start += dossiersPerRead) {
    const some = sorted.slice(start, start + dossiersPerRead);
    const found = await store.readMany<Dossier>(some.map(pathOf));
    for (const [index, { planId, dossierId }] of some.entries())
      yield { planId, id: dossierId, dossier: found[index]?.data };
  }
}

const pathOf = ({ planId, dossierId }: TouchMark): string => paths.dossier(planId, dossierId);
