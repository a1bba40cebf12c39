/** The other public pages of one exemplar, of other years and plans: whoever takes one off, or is asked to, must know of them. */
import { type Dossier, foundAs, foundKeyOf } from '../domain/dossier.ts';
import { periodLabel } from '../domain/period.ts';
import { cleanPublicText } from '../domain/public-row.ts';
import { storyUrl } from '../listing/address.ts';
import type { StoredDocument } from '../ports.ts';
import { type LoadedPlan, paths, readPlan } from '../records.ts';
import type { Services } from '../services.ts';

export interface OtherPage {
  stored: StoredDocument<Dossier>;
  loaded: LoadedPlan;
  name: string;
  unitName: string;
  /** "năm 2024". */
  period: string;
  planNumber: string;
  url: string;
}

/** Nearly always none, at the price of two reads. */
export async function readOtherPages(
  { store, settings }: Pick<Services, 'store'> & { settings: Pick<Services['settings'], 'listingUrl'> },
  dossier: Dossier,
): Promise<OtherPage[]> {
  const first = foundAs(dossier);
  const [found, carried] = await Promise.all([
    store.read<Dossier>(paths.dossier(first.planId, first.dossierId)),
    store.list<Dossier>('dossiers', { where: { foundKey: foundKeyOf(dossier) } }),
  ]);
  const others = [...(found ? [found] : []), ...carried].filter(
    ({ path, data }) => data.public && path !== paths.dossier(dossier.planId, dossier.id),
  );
  return Promise.all(
    others.map(async (stored): Promise<OtherPage> => {
      const { data } = stored;
      const loaded = await readPlan(store, data.planId);
      const name = cleanPublicText(String(data.row.values.name ?? ''));
      return {
        stored,
        loaded,
        name,
        unitName: loaded.tree.get(data.unitId)?.name ?? data.unitId,
        period: periodLabel(data.period),
        planNumber: loaded.plan.number,
        url: storyUrl(settings.listingUrl, { ...data, name }),
      };
    }),
  );
}
