/** Carries an ended period over in the store: load, decide (domain/carry-over.ts), save; a repeat saves nothing. */
import { type Carry, type CarryOrder, carryOver, endedWith } from '../../functions/domain/carry-over.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { DocumentStore, Write } from '../../functions/ports.ts';
import { paths, readDossiers } from '../../functions/records.ts';

export interface CarryRequest extends Omit<CarryOrder, 'dossiers' | 'existing'> {
  /** Of the source: a period, or a year with all its months. */
  period: string;
  /** Only what these units of the source wrote; absent: all. */
  units?: ReadonlySet<string>;
}

export async function decideCarry(store: DocumentStore, request: CarryRequest, now: Date): Promise<Carry[]> {
  const { from, to, period, units } = request;
  const dossiers = await readPlanDossiers(store, from.plan.id);
  const existing = from.plan.id === to.plan.id ? dossiers : await readPlanDossiers(store, to.plan.id);
  const ended = dossiers.filter(
    (dossier) => endedWith(period, dossier.period) && (units === undefined || units.has(dossier.unitId)),
  );
  return carryOver({ ...request, dossiers: ended, existing }, now);
}

const readPlanDossiers = async (store: DocumentStore, planId: string): Promise<Dossier[]> =>
  (await readDossiers(store, { planId })).map(({ data }) => data);

/** Firestore takes 10 MiB at once; a dossier has some four kB. */
const batchSize = 200;

/** False: somebody else carried some of them meanwhile; deciding again finds them. */
export async function saveCarried(store: DocumentStore, carries: readonly Carry[]): Promise<boolean> {
  const writes = carries.flatMap((one): Write[] =>
    one.outcome === 'carried'
      ? [{ kind: 'create', path: paths.dossier(one.dossier.planId, one.dossier.id), data: one.dossier }]
      : [],
  );
  for (let start = 0; start < writes.length; start += batchSize)
    if (!(await store.commit(writes.slice(start, start + batchSize))).ok) return false;
  return true;
}
