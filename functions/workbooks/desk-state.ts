/** What is stored of a workbook's units: lists, dossiers, more time, requests, scores; and each unit's standing from it. */
import { readHeldIds } from '../desks/holds.ts';
import type { Dossier } from '../domain/dossier.ts';
import { periodsSoFar } from '../domain/period.ts';
import type { UnitRequest } from '../domain/request.ts';
import { rollUp } from '../domain/roll-up.ts';
import type { ScoreRecord } from '../domain/scoreboard.ts';
import { scoringFor } from '../domain/scoring.ts';
import { currentVersion, type Snapshot, type Submission } from '../domain/submission.ts';
import type { Unit } from '../domain/unit.ts';
import { owesNoMore, type UnitStanding } from '../domain/unit-standing.ts';
import type { UnsignedList } from '../domain/verdict.ts';
import type { Workbook } from '../domain/workbook.ts';
import { readTold, type ToldAtSending } from '../lists/told-at-sending.ts';
import { duty } from '../lists/unit-list.ts';
import type { DocumentStore, StoredDocument } from '../ports.ts';
import {
  type ExtensionRecord,
  type LoadedPlan,
  paths,
  readDossiers,
  readExtensions,
  readRequests,
} from '../records.ts';

export interface DeskState {
  submissions: Map<string, Submission>;
  /** Lists that wait for a signature, or that the head sent back, by unit. */
  unsigned: Map<string, UnsignedList>;
  /** Of the child units, at this desk, and chosen by child units for their own lists. */
  dossiers: Dossier[];
  /** By unit. */
  extensions: Map<string, ExtensionRecord>;
  /** Of the collecting unit, all its workbooks. */
  requests: StoredDocument<UnitRequest>[];
  /** Of the units and those they took over from, for the periods of the year so far. */
  scores: StoredDocument<ScoreRecord>[];
  /** Ids of dossiers on which a complaint hold stands; nothing that is shown may name them. */
  onHold: ReadonlySet<string>;
  /** What submissions told that the sheet cannot see, by unit. */
  told: ReadonlyMap<string, ToldAtSending>;
}

export async function loadDesk(
  store: DocumentStore,
  { planId, period, unitId, tabs }: Workbook,
  { plan, tree }: LoadedPlan,
): Promise<DeskState> {
  const unitIds = tabs.flatMap((tab) => tab.unitId ?? []);
  const collectors = unitIds.filter((id) => tree.children(id).length > 0);
  const [submissions, ofChildren, here, promoted, sentBackDown, extensions, requests, scores, onHold, told] =
    await Promise.all([
      store.readMany<Submission>(unitIds.map((id) => paths.submission(planId, id, period))),
      readDossiers(store, { planId, period, parentId: unitId }),
      readDossiers(store, { planId, period, at: unitId }),
      collectors.length > 0 ? readDossiers(store, { planId, period, status: 'promoted' }) : [],
      readSentBackDown(store, { planId, period }, unitId, collectors),
      readExtensions(store, { planId, period }),
      readRequests(store, { planId, period, parentId: unitId }),
      scoringFor(plan, period) ? store.readMany<ScoreRecord>(scorePaths(planId, period, unitIds, tree)) : [],
      readHeldIds(store, { planId, period }),
      readTold(store, { planId, period, parentId: unitId }),
    ]);
  const dossiers = new Map(
    [...ofChildren, ...here, ...promoted, ...sentBackDown].map(({ data }) => [data.id, data]),
  );
  return {
    submissions: byUnit(submissions),
    unsigned: await readUnsigned(store, submissions),
    dossiers: [...dossiers.values()],
    extensions,
    requests,
    scores: scores.flatMap((stored) => stored ?? []),
    onHold,
    told,
  };
}

async function readUnsigned(
  store: DocumentStore,
  submissions: readonly (StoredDocument<Submission> | undefined)[],
): Promise<Map<string, UnsignedList>> {
  const open = submissions
    .flatMap((stored) => stored?.data ?? [])
    .filter(({ state }) => state !== 'submitted');
  const snapshots = await store.readMany<Snapshot>(
    open.map((submission) => paths.snapshot(currentVersion(submission).snapshotId)),
  );
  return new Map(
    open.map(({ unitId, state }, index) => [
      unitId,
      { rows: snapshots[index]?.data.rows ?? [], isSentBack: state === 'sentBack' },
    ]),
  );
}

/** What this desk sent back to the reviewers below has left it, but their unit's score still tells of it. */
async function readSentBackDown(
  store: DocumentStore,
  where: { planId: string; period: string },
  unitId: string,
  collectors: readonly string[],
): Promise<StoredDocument<Dossier>[]> {
  const below = await Promise.all(collectors.map((at) => readDossiers(store, { ...where, at })));
  return below
    .flat()
    .filter(({ data }) => data.history.some((event) => event.unitId === unitId && event.action === 'return'));
}

const byUnit = <T extends { unitId: string }>(
  stored: readonly (StoredDocument<T> | undefined)[],
): Map<string, T> =>
  new Map(stored.flatMap((document) => (document ? [[document.data.unitId, document.data]] : [])));

/** The year's score adds its periods up. */
function scorePaths(
  planId: string,
  period: string,
  unitIds: readonly string[],
  tree: LoadedPlan['tree'],
): string[] {
  const periods = periodsSoFar(period);
  const units = unitIds.flatMap((id) => {
    const unit = tree.get(id);
    return unit ? [unit, ...tree.lineage(id).predecessors] : [];
  });
  const ids = [...new Set(units.map(({ id }) => id))];
  return ids.flatMap((id) => periods.map((each) => paths.score(planId, id, each)));
}

/** Undefined when the plan asks nothing of the unit. */
export function toStanding(
  unit: Unit,
  workbook: Workbook,
  state: DeskState,
  { plan, tree }: LoadedPlan,
  ownRows: number,
): UnitStanding | undefined {
  const owed = duty(plan, unit, workbook.period, state.extensions.get(unit.id));
  const collecting = tree.get(workbook.unitId);
  if (!owed || !collecting) return undefined;
  const chosen = rollUp(state.dossiers, unit.id, tree, state.onHold);
  const known = new Set(chosen.map(({ id }) => id));
  const others = state.dossiers.filter(
    (dossier) =>
      !known.has(dossier.id) && (dossier.unitId === unit.id || isBackAt(dossier, unit, collecting)),
  );
  return {
    unit,
    collecting,
    obligation: owed.obligation,
    deadline: owed.deadline,
    submission: state.submissions.get(unit.id),
    typedRows: ownRows + chosen.length,
    dossiers: [...others, ...chosen],
    requests: state.requests.map(({ data }) => data).filter(({ unitId }) => unitId === unit.id),
    absorbed: absorbedBy(unit, workbook, state, { plan, tree }),
  };
}

/** Who ended before the day without a list, and whose work this unit carries on, in the same workbook. */
const absorbedBy = (
  { id }: Unit,
  { tabs, period }: Workbook,
  state: DeskState,
  { plan, tree }: Pick<LoadedPlan, 'plan' | 'tree'>,
): Unit[] => {
  const beside = new Set(tabs.map(({ unitId }) => unitId));
  return tree.lineage(id).predecessors.filter((unit) => {
    const owed = beside.has(unit.id) && duty(plan, unit, period);
    return owed && owesNoMore({ unit, deadline: owed.deadline, submission: state.submissions.get(unit.id) });
  });
};

/** From a unit further down, and sent back to this one by who collects from it. */
const isBackAt = ({ at, history }: Dossier, unit: Unit, collecting: Unit): boolean =>
  at === unit.id && history.some(({ unitId, action }) => unitId === collecting.id && action === 'return');
