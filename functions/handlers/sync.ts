import type { CheckedTab } from '../domain/check-tab.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import { formOf } from '../domain/forms/index.ts';
import type { Obligation } from '../domain/plan.ts';
import { readReviewTab } from '../domain/review-tab.ts';
import { rollUp } from '../domain/roll-up.ts';
import type { Submission } from '../domain/submission.ts';
import type { UnitStanding } from '../domain/summary.ts';
import type { Unit } from '../domain/unit.ts';
import { unitVerdict, type VerdictLine } from '../domain/verdict.ts';
import { parseReviewKey, tabOfKind, type Workbook, type WorkbookTab } from '../domain/workbook.ts';
import { takeLease } from '../lease.ts';
import { toMachineWrite } from '../machine-write.ts';
import type { TabValues, Write } from '../ports.ts';
import {
  type ExtensionRecord,
  type LoadedPlan,
  paths,
  readDossiers,
  readExtensions,
  readPlan,
  readWorkbook,
  type Standing,
} from '../records.ts';
import type { Services } from '../services.ts';
import { duty, judgeTab } from '../unit-list.ts';

export interface SyncedUnit {
  unit: Unit;
  tab: WorkbookTab;
  checked: CheckedTab;
  standing: UnitStanding;
}

export interface SyncResult {
  outcome: 'unchanged' | 'written' | 'busy' | 'unknown-workbook';
  units: SyncedUnit[];
}

/** `force`: a person waits for the answer, so do not stand back for another worker. */
export async function sync(
  services: Services,
  spreadsheetId: string,
  { force }: { force: boolean },
): Promise<SyncResult> {
  const { store, sheets, clock } = services;
  const workbook = await readWorkbook(store, spreadsheetId);
  if (!workbook) return { outcome: 'unknown-workbook', units: [] };
  const now = clock.now();
  const mark = await store.read(paths.syncMark(spreadsheetId));
  const lease = await takeLease(store, spreadsheetId, now, { force });
  if (!lease) return { outcome: 'busy', units: [] };
  let lastWrites: Write[] = [];
  try {
    const loaded = await readPlan(store, workbook.planId);
    const state = await loadState(services, workbook, loaded);
    const tabs = await sheets.readTabs(
      spreadsheetId,
      workbook.tabs.map(({ sheetId }) => sheetId),
    );
    const judged = judge(workbook, loaded, state, tabs, now);
    const decided = await decidedElsewhere(services, workbook, judged.reviewKeys, state.dossiers);
    const standings = judged.units.map(({ standing }) => standing);
    const { listingUrl } = services.settings;
    const known = {
      workbook,
      loaded,
      ...judged,
      standings,
      dossiers: state.dossiers,
      decided,
      tabs,
      listingUrl,
    };
    const write = toMachineWrite(known, lease.epoch, now);
    if (write) await sheets.writeMachine(spreadsheetId, write);
    const clearMark: Write[] = mark
      ? [{ kind: 'delete', path: paths.syncMark(spreadsheetId), version: mark.version }]
      : [];
    lastWrites = [...(await standingWrite(services, spreadsheetId, judged.units)), ...clearMark];
    return { outcome: write ? 'written' : 'unchanged', units: judged.units };
  } finally {
    await lease.finish(lastWrites);
  }
}

/** What reminders count; written only when it differs. */
async function standingWrite(
  { store }: Services,
  spreadsheetId: string,
  units: readonly SyncedUnit[],
): Promise<Write[]> {
  const path = paths.standing(spreadsheetId);
  const typedRows = Object.fromEntries(units.map(({ unit, standing }) => [unit.id, standing.typedRows]));
  const before = await store.read<Standing>(path);
  const same =
    before !== undefined &&
    Object.keys(before.data.typedRows).length === units.length &&
    units.every(({ unit }) => before.data.typedRows[unit.id] === typedRows[unit.id]);
  return same ? [] : [{ kind: 'put', path, data: { typedRows } satisfies Standing }];
}

interface State {
  submissions: Map<string, Submission>;
  extensions: Map<string, ExtensionRecord>;
  /** Of the child units, at this desk, and chosen by child units for their own lists. */
  dossiers: Dossier[];
}

async function loadState(
  { store }: Services,
  { planId, period, unitId, tabs }: Workbook,
  { tree }: LoadedPlan,
): Promise<State> {
  const unitIds = tabs.flatMap((tab) => tab.unitId ?? []);
  const collectsFromCollectors = unitIds.some((id) => tree.children(id).length > 0);
  const [extensions, submissions, ofChildren, here, promoted] = await Promise.all([
    readExtensions(store, { planId, period }),
    store.readMany<Submission>(unitIds.map((id) => paths.submission(planId, id, period))),
    readDossiers(store, { planId, period, parentId: unitId }),
    readDossiers(store, { planId, period, at: unitId }),
    collectsFromCollectors ? readDossiers(store, { planId, period, status: 'promoted' }) : [],
  ]);
  const dossiers = new Map([...ofChildren, ...here, ...promoted].map(({ data }) => [data.id, data]));
  return {
    extensions,
    submissions: new Map(
      submissions.flatMap((stored) => (stored ? [[stored.data.unitId, stored.data]] : [])),
    ),
    dossiers: [...dossiers.values()],
  };
}

interface Judged {
  units: SyncedUnit[];
  lines: VerdictLine[];
  reviewKeys: Set<string>;
}

function judge(
  workbook: Workbook,
  { plan, tree }: LoadedPlan,
  { submissions, extensions, dossiers }: State,
  tabs: readonly TabValues[],
  now: Date,
): Judged {
  const valuesOf = new Map(tabs.map(({ sheetId, values }) => [sheetId, values]));
  const units = workbook.tabs.flatMap((tab): SyncedUnit[] => {
    const unit = tree.get(tab.unitId ?? '');
    const owed = unit && duty(plan, unit, workbook.period, extensions.get(unit.id));
    const values = valuesOf.get(tab.sheetId);
    if (!owed) return [];
    const checked = values
      ? judgeTab(plan, unit, workbook.period, tab, owed.form, values, now)
      : missingTab(tab, unit);
    const standing = toStanding(unit, owed, checked, submissions.get(unit.id), dossiers, { plan, tree });
    return [{ unit, tab, checked, standing }];
  });
  const lines = units.flatMap(({ unit, checked, standing }) =>
    unitVerdict(
      checked,
      unit.id,
      dossiers.filter((dossier) => dossier.unitId === unit.id),
      formOf(standing.obligation.form),
      tree,
    ),
  );
  const reviewTabId = tabOfKind(workbook, 'review');
  const review = readReviewTab(valuesOf.get(reviewTabId.sheetId) ?? [], reviewTabId.title);
  return { units, lines, reviewKeys: review.keys };
}

/** Somebody deleted the tab: the others are judged all the same. */
const missingTab = ({ title }: WorkbookTab, { name }: Unit): CheckedTab => ({
  rows: [],
  raw: [],
  columns: new Map(),
  problems: [{ code: 'tab-missing', severity: 'error', tab: title, params: { unit: name } }],
});

function toStanding(
  unit: Unit,
  { obligation, deadline }: { obligation: Obligation; deadline: Deadline },
  checked: CheckedTab,
  submission: Submission | undefined,
  dossiers: readonly Dossier[],
  { tree }: LoadedPlan,
): UnitStanding {
  const chosen = rollUp(dossiers, unit.id, tree);
  const own = dossiers.filter((dossier) => dossier.unitId === unit.id);
  return {
    unit,
    obligation,
    deadline,
    submission,
    typedRows: checked.raw.length + chosen.length,
    dossiers: [...own, ...chosen],
  };
}

/** Dossiers named in the review tab that have meanwhile gone to other desks. */
async function decidedElsewhere(
  { store }: Services,
  workbook: Workbook,
  keys: ReadonlySet<string>,
  known: readonly Dossier[],
): Promise<Dossier[]> {
  const knownIds = new Set(known.map(({ id }) => id));
  const ids = new Set([...keys].flatMap((key) => parseReviewKey(key)?.dossierId ?? []));
  const missing = [...ids].filter((id) => !knownIds.has(id) && !id.includes('/'));
  const stored = await store.readMany<Dossier>(missing.map((id) => paths.dossier(workbook.planId, id)));
  return stored.flatMap((document) => document?.data ?? []);
}
