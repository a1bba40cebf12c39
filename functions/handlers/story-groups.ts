/** The public rows as the documents of stories hold them: those of a unit and period together, few at a time. */
import type { Dossier } from '../domain/dossier.ts';
import { toPhotoWish } from '../domain/photo-wish.ts';
import { toPublicRow } from '../domain/public-row.ts';
import { storiesName } from '../listing/manifest.ts';
import type { DocumentStore } from '../ports.ts';
import { type LoadedPlan, readPlan } from '../records.ts';
import type { Wished } from './publish-photos.ts';

const dossiersPerRead = 300;

export interface StoryGroup {
  /** Of the document of stories. */
  name: string;
  rows: Wished[];
}

/** Plans that have public rows, and the units that wrote them: filled in on the way. */
export type ShownPlans = Map<string, { loaded: LoadedPlan; units: Set<string> }>;

/** Dossiers come in the order of their ids, so the rows of one document come together; few are in memory at a time. */
export async function* storyGroups(store: DocumentStore, plans: ShownPlans): AsyncGenerator<StoryGroup> {
  let group: StoryGroup | undefined;
  let after = '';
  for (;;) {
    const page = await store.list<Dossier>('dossiers', {
      where: { public: true },
      limit: dossiersPerRead,
      ...(after === '' ? {} : { after }),
    });
    for (const { data } of page) {
      const known = plans.get(data.planId) ?? {
        loaded: await readPlan(store, data.planId),
        units: new Set(),
      };
      plans.set(data.planId, known);
      known.units.add(data.unitId);
      const name = storiesName(data.planId, data.id);
      if (group && group.name !== name) {
        yield group;
        group = undefined;
      }
      group ??= { name, rows: [] };
      const { plan, tree } = known.loaded;
      group.rows.push({
        row: toPublicRow(data, plan, tree),
        wish: toPhotoWish(data),
        timeZone: plan.timeZone,
      });
    }
    const last = page.at(-1);
    if (!last || page.length < dossiersPerRead) break;
    after = last.path.slice('dossiers/'.length);
  }
  if (group) yield group;
}
