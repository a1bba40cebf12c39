/** What papers are made from, read from the store: a list as it was sent, the standings of each period. */
import { readJudged } from '../../functions/desks/judging-state.ts';
import { acceptedVersion } from '../../functions/domain/arrival.ts';
import type { BoardLine } from '../../functions/domain/board.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { contestArchiveForm } from '../../functions/domain/forms/contest-archive.ts';
import { formOf } from '../../functions/domain/forms/index.ts';
import { formOfPeriod, periodLabel } from '../../functions/domain/period.ts';
import { currentVersion, type Snapshot } from '../../functions/domain/submission.ts';
import type { Unit } from '../../functions/domain/unit.ts';
import type { Workbook } from '../../functions/domain/workbook.ts';
import { duty } from '../../functions/lists/unit-list.ts';
import type { Contest } from '../../functions/papers/contest-blocks.ts';
import type { ListedRow, SentList } from '../../functions/papers/sent-list.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { type LoadedPlan, paths, readDossiers, readSubmission } from '../../functions/records.ts';
import { readReport } from '../xlsx/report-lines.ts';

/** Why a paper cannot be made: a Vietnamese sentence. */
export interface Refused {
  refusal: string;
}

export async function readSentList(
  store: DocumentStore,
  { plan, tree }: LoadedPlan,
  unit: Unit,
  period: string,
): Promise<SentList | Refused> {
  const when = periodLabel(period);
  const collecting = tree.get(unit.parent ?? '');
  if (!collecting || !duty(plan, unit, period))
    return { refusal: `${unit.name} không phải nộp danh sách theo kế hoạch ${plan.number}.` };
  const submission = (await readSubmission(store, plan.id, unit.id, period))?.data;
  if (!submission || submission.versions.length === 0)
    return {
      refusal: `${unit.name} chưa nộp danh sách ${when}. Hãy bấm “Nộp danh sách” trong bảng tính trước.`,
    };
  if (submission.state === 'sentBack' && !acceptedVersion(submission))
    return {
      refusal: `Danh sách ${when} của ${unit.name} đã bị thủ trưởng trả lại. Hãy sửa và nộp lại trước.`,
    };
  const version = acceptedVersion(submission) ?? currentVersion(submission);
  const snapshot = (await readSnapshots(store, [version.snapshotId])).get(version.snapshotId);
  if (!snapshot) throw new Error(`snapshot ${version.snapshotId} is not in the store`);
  return {
    plan,
    unit,
    collecting,
    period,
    form: formOf(snapshot.formId),
    snapshot,
    version,
    ordinal: submission.versions.indexOf(version) + 1,
    versions: submission.versions.length,
    rows: [
      ...snapshot.rows.map((row) => ({ row, unit })),
      ...(await readPromoted(store, plan.id, snapshot, tree)),
    ],
  };
}

async function readSnapshots(store: DocumentStore, ids: readonly string[]): Promise<Map<string, Snapshot>> {
  const stored = await store.readMany<Snapshot>([...new Set(ids)].map(paths.snapshot));
  return new Map(stored.flatMap((document) => (document ? [[document.data.id, document.data]] : [])));
}

/** As they were in the round that was chosen: a dossier sent back since may say something else today. */
async function readPromoted(
  store: DocumentStore,
  planId: string,
  { promoted }: Snapshot,
  tree: LoadedPlan['tree'],
): Promise<ListedRow[]> {
  const dossiers = await store.readMany<Dossier>(
    promoted.map(({ dossierId }) => paths.dossier(planId, dossierId)),
  );
  const chosen = promoted.map(({ dossierId, round }, index) => {
    const dossier = dossiers[index]?.data;
    if (!dossier) throw new Error(`dossier ${dossierId} is not in the store`);
    const sent = dossier.history.findLast((event) => event.action === 'submit' && event.round <= round);
    return { dossier, snapshotId: sent?.snapshotId ?? dossier.snapshotId };
  });
  const snapshots = await readSnapshots(
    store,
    chosen.map(({ snapshotId }) => snapshotId),
  );
  return chosen.map(({ dossier, snapshotId }) => {
    const row = snapshots.get(snapshotId)?.rows.find(({ id }) => id === dossier.id);
    const unit = tree.get(dossier.unitId);
    if (!row || !unit) throw new Error(`dossier ${dossier.id} is not in snapshot ${snapshotId}`);
    return { row, unit };
  });
}

/** What the unit's desk judged in these periods, and the archive that it collects. */
export async function readContest(
  store: DocumentStore,
  loaded: LoadedPlan,
  unit: Unit,
  periods: readonly string[],
): Promise<Contest> {
  const archived = periods.filter((period) => formOfPeriod(period) === contestArchiveForm.id);
  const [judged, filed] = await Promise.all([
    Promise.all(periods.map((period) => readJudged(store, loaded, period))),
    Promise.all(
      archived.map((period) =>
        readDossiers(store, { planId: loaded.plan.id, period, parentId: unit.id, status: 'filed' }),
      ),
    ),
  ]);
  return {
    results: judged.flat().filter(({ desk }) => desk.id === unit.id),
    archive: filed.flat().map(({ data }) => data),
  };
}

/** Of all desks; undefined when the plan has no workbooks in the period. */
export async function readLines(
  store: DocumentStore,
  planId: string,
  period: string,
  now: Date,
): Promise<BoardLine[] | undefined> {
  const report = await readReport(store, planId, period, now);
  return report?.lines.map(({ line }) => line);
}

/** Periods in which the plan has workbooks, oldest first. */
export async function readPeriods(store: DocumentStore, planId: string): Promise<string[]> {
  const stored = await store.list<Workbook>('workbooks', { where: { planId } });
  return [...new Set(stored.map(({ data }) => data.period))].sort();
}
