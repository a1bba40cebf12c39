/** The other public pages of an exemplar as one person may reach them: whoever takes this one off need not be anybody in another plan. */
import type { Dossier } from '../domain/dossier.ts';
import { type OtherPage, readOtherPages } from '../publishing/other-pages.ts';
import { readStaff, type StaffRecord } from '../records.ts';
import type { Services } from '../services.ts';
import { handlerOf } from './roles.ts';

export interface ReachablePage extends OtherPage {
  /** As whom it is taken off; undefined: others answer for it. */
  role: StaffRecord | undefined;
}

export async function readReachable(
  services: Pick<Services, 'store' | 'settings'>,
  dossier: Dossier,
  email: string,
): Promise<ReachablePage[]> {
  const pages = await readOtherPages(services, dossier);
  return Promise.all(
    pages.map(async (page): Promise<ReachablePage> => {
      const { planId, unitId } = page.stored.data;
      const roles = await readStaff(services.store, { planId, email });
      return { ...page, role: handlerOf(roles, unitId, page.loaded.tree) };
    }),
  );
}
