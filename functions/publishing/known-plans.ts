/** The plans as the pages in force know them: when one has changed in what the public sees, all its rows may read differently. */
import type { Plan } from '../domain/plan.ts';
import { toUnitTree } from '../domain/unit.ts';
import { hashOf } from '../listing/manifest.ts';
import type { DocumentStore } from '../ports.ts';
import { type LoadedPlan, paths } from '../records.ts';
import { layout, type PagesCursor } from './pages-cursor.ts';

/** Deadlines, quotas and people change often, and no public page with them. */
const publicSideOf = ({
  number,
  title,
  issuer,
  issuedOn,
  timeZone,
  levels,
  unitKinds,
  units,
  publication,
}: Plan): string =>
  JSON.stringify([number, title, issuer, issuedOn, timeZone, levels, unitKinds, units, publication]);

export const hashOfPlan = (plan: Plan): string => hashOf(publicSideOf(plan));

export interface KnownPlans {
  plans: Map<string, LoadedPlan>;
  /** Nothing has changed in how the pages are made. */
  isSame: boolean;
}

export async function readKnownPlans(
  store: DocumentStore,
  before: PagesCursor | undefined,
): Promise<KnownPlans> {
  const ids = Object.keys(before?.plans ?? {});
  const stored = ids.length === 0 ? [] : await store.readMany<Plan>(ids.map(paths.plan));
  const plans = new Map<string, LoadedPlan>();
  for (const one of stored)
    if (one) plans.set(one.data.id, { plan: one.data, tree: toUnitTree(one.data.units) });
  const isSame = ids.every((id) => {
    const loaded = plans.get(id);
    return loaded !== undefined && hashOfPlan(loaded.plan) === before?.plans[id];
  });
  return { plans, isSame: before?.layout === layout && isSame };
}
