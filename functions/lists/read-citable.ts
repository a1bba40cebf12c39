/** What the cells of a unit's list may name: exemplars it has sent or chosen, those recognised above it, its standards. */
import { type Dossier, isOffList } from '../domain/dossier.ts';
import type { Form, Reference } from '../domain/form.ts';
import { exemplarForm } from '../domain/forms/exemplar.ts';
import { standardsForm } from '../domain/forms/standards.ts';
import { formOfPeriod, formsOf, periodsWithin } from '../domain/period.ts';
import type { Citable, Named } from '../domain/references.ts';
import { naturalKey, type Row } from '../domain/row.ts';
import { currentVersion, type Snapshot, type Submission } from '../domain/submission.ts';
import type { Unit } from '../domain/unit.ts';
import type { DocumentStore } from '../ports.ts';
import { type LoadedPlan, paths, readDossiers, readSubmission } from '../records.ts';

export async function readCitable(
  store: DocumentStore,
  { plan, tree }: LoadedPlan,
  unit: Unit,
  period: string,
  form: Form,
  today: string,
): Promise<Citable> {
  const wanted = new Set(form.columns.flatMap(({ references }) => references ?? []));
  const asked = new Set(formsOf(plan));
  const namesExemplars = wanted.has('exemplar') || wanted.has('known-exemplar');
  const desks = [unit, ...tree.ancestors(unit.id)].map(({ id }) => id);
  const [exemplars, criteria] = await Promise.all([
    namesExemplars && asked.has(exemplarForm.id)
      ? readExemplars(store, { plan, tree }, unit, period, desks)
      : undefined,
    wanted.has('criterion') && asked.has(standardsForm.id)
      ? readCriteria(store, plan.id, desks, today)
      : undefined,
  ]);
  const citable: Record<Reference, readonly Named[] | undefined> = {
    exemplar: exemplars?.own,
    'known-exemplar': exemplars && [...exemplars.own, ...exemplars.recognised],
    criterion: criteria,
  };
  return Object.fromEntries(
    Object.entries(citable).filter(([reference, pool]) => pool && wanted.has(reference as Reference)),
  );
}

async function readExemplars(
  store: DocumentStore,
  { plan }: LoadedPlan,
  unit: Unit,
  period: string,
  desks: readonly string[],
): Promise<{ own: Named[]; recognised: Named[] }> {
  const planId = plan.id;
  const lists = periodsWithin(plan, period).filter((each) => formOfPeriod(each) === exemplarForm.id);
  const [written, sent, ...atDesks] = await Promise.all([
    readDossiers(store, { planId, unitId: unit.id }),
    Promise.all(lists.map((list) => readSentRows(store, planId, unit.id, list))),
    ...desks.map((at) => readDossiers(store, { planId, at })),
  ]);
  const isExemplar = (dossier: Dossier): boolean =>
    formOfPeriod(dossier.period) === exemplarForm.id && !isOffList(dossier);
  const mine = written.map(({ data }) => data).filter(isExemplar);
  const others = atDesks
    .flat()
    .map(({ data }) => data)
    .filter((dossier) => dossier.unitId !== unit.id && isExemplar(dossier));
  const chosen = others.filter(({ approvals }) => approvals.includes(unit.id));
  const recognised = others.filter(
    (dossier) => !chosen.includes(dossier) && dossier.approvals.includes(unit.parent ?? ''),
  );
  return {
    own: toNamed([...chosen.map(toEntry), ...mine.map(toEntry), ...sent.flat()]),
    recognised: toNamed(recognised.map(toEntry)),
  };
}

interface Entry {
  unitId: string;
  period: string;
  row: Row;
}

const toEntry = ({ unitId, period, row }: Dossier): Entry => ({ unitId, period, row });

/** Also while the head has not signed yet: the plan that goes with a list is filled in on the same day. */
async function readSentRows(
  store: DocumentStore,
  planId: string,
  unitId: string,
  period: string,
): Promise<Entry[]> {
  const submission = (await readSubmission(store, planId, unitId, period))?.data;
  if (!submission || submission.state === 'sentBack') return [];
  const snapshot = await store.read<Snapshot>(paths.snapshot(currentVersion(submission).snapshotId));
  return (snapshot?.data.rows ?? []).map((row) => ({ unitId, period, row }));
}

/** Whoever is registered anew each year is one exemplar, by the newest Mã hồ sơ. */
function toNamed(entries: readonly Entry[]): Named[] {
  const newest = new Map<string, Entry>();
  for (const entry of entries) {
    const who = `${entry.unitId} ${naturalKey(exemplarForm, entry.row.values)}`;
    const known = newest.get(who);
    if (!known || known.period <= entry.period) newest.set(who, entry);
  }
  return [...newest.values()].map(({ row }) => ({ id: row.id, name: String(row.values.name ?? '') }));
}

/** The latest signed standards of the unit, or of the nearest unit above that has some in force; none: whatever is cited passes. */
async function readCriteria(
  store: DocumentStore,
  planId: string,
  desks: readonly string[],
  today: string,
): Promise<Named[] | undefined> {
  for (const unitId of desks) {
    const submissions = await store.list<Submission>('submissions', { where: { planId, unitId } });
    const signed = submissions
      .filter(({ data }) => formOfPeriod(data.period) === standardsForm.id)
      .flatMap(({ data }) => signedVersion(data) ?? [])
      .sort((a, b) => (a.at < b.at ? 1 : -1));
    for (const { snapshotId } of signed) {
      const snapshot = await store.read<Snapshot>(paths.snapshot(snapshotId));
      const inForce = (snapshot?.data.rows ?? []).filter((row) => isInForce(row, today));
      if (inForce.length > 0) return inForce.map((row) => toCriterion(row, snapshotId));
    }
  }
  return undefined;
}

const signedVersion = ({ state, versions }: Submission): Submission['versions'][number] | undefined =>
  state === 'submitted' ? versions.at(-1) : versions.findLast(({ signedAt }) => signedAt !== undefined);

const isInForce = ({ values }: Row, today: string): boolean =>
  String(values.validFrom ?? '') <= today && today <= String(values.validTo ?? '9999');

const toCriterion = ({ values }: Row, list: string): Named => ({
  id: String(values.code ?? ''),
  name: String(values.name ?? ''),
  list,
});
