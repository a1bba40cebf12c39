import { lookForAlike } from '../alike/alike.ts';
import { judgedWordsAt } from '../desks/judging-state.ts';
import { type BoardLine, boardOf } from '../domain/board.ts';
import type { CheckedTab } from '../domain/check-tab.ts';
import { localDate } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Form } from '../domain/form.ts';
import type { Citable } from '../domain/references.ts';
import { countTouched } from '../domain/registered-again.ts';
import type { UnitRequest } from '../domain/request.ts';
import { changedRequests, requestVerdict } from '../domain/request-verdict.ts';
import { readReviewTab } from '../domain/review-tab.ts';
import type { Unit } from '../domain/unit.ts';
import type { UnitStanding } from '../domain/unit-standing.ts';
import { unitVerdict, type VerdictLine } from '../domain/verdict.ts';
import { parseReviewKey, reviewTabOf, type Workbook, type WorkbookTab } from '../domain/workbook.ts';
import { readCitable } from '../lists/read-citable.ts';
import { withTold } from '../lists/told-at-sending.ts';
import { duty, judgeTab } from '../lists/unit-list.ts';
import type { TabValues, Write } from '../ports.ts';
import { type LoadedPlan, paths, readPlan, readWorkbook, type Standing, saveOver } from '../records.ts';
import type { Services } from '../services.ts';
import { type DeskState, loadDesk, toStanding } from '../workbooks/desk-state.ts';
import { takeLease } from '../workbooks/lease.ts';
import { toMachineWrite } from '../workbooks/machine-write.ts';
import { knownRequests } from '../workbooks/read-requests.ts';

export interface SyncedUnit {
  unit: Unit;
  tab: WorkbookTab;
  checked: CheckedTab;
  standing: UnitStanding;
  /** What the tab is judged by. */
  form: Form;
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
    const state = await loadDesk(store, workbook, loaded);
    const looked = await lookForAlike(services, state.dossiers, spreadsheetId);
    state.dossiers = looked.dossiers;
    const tabs = await sheets.readTabs(
      spreadsheetId,
      workbook.tabs.map(({ sheetId }) => sheetId),
    );
    const citable = await citableAgain(services, workbook, loaded, state, now);
    const judgedTabs = judge(workbook, loaded, state, tabs, citable, now);
    const decided = await decidedElsewhere(services, workbook, judgedTabs.reviewKeys, state.dossiers);
    const standings = judgedTabs.units.map(({ standing }) => standing);
    const records = state.scores.map(({ data }) => data);
    const board = boardOf({ ...loaded, period: workbook.period, standings, records }, now);
    const judged = await judgedWordsAt(store, loaded, workbook, state.dossiers);
    const asked = knownRequests(workbook, loaded, state, tabs);
    const lines = [...judgedTabs.lines, ...(asked ? requestVerdict(asked) : [])];
    const known = {
      workbook,
      loaded,
      ...judgedTabs,
      judged,
      lines,
      board,
      dossiers: state.dossiers,
      onHold: state.onHold,
      decided,
      tabs,
      listingUrl: services.settings.listingUrl,
    };
    const write = toMachineWrite(known, lease.epoch, now);
    if (write) await sheets.writeMachine(spreadsheetId, write);
    const clearMark: Write[] =
      mark && looked.isDone
        ? [{ kind: 'delete', path: paths.syncMark(spreadsheetId), version: mark.version }]
        : [];
    lastWrites = [
      ...(await standingWrite(services, spreadsheetId, judgedTabs.units)),
      ...scoreWrites(board, state),
      ...(asked ? requestWrites(changedRequests(asked, now), state) : []),
      ...clearMark,
    ];
    return { outcome: write ? 'written' : 'unchanged', units: judgedTabs.units };
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

/** A mark that changed is one entry more in its unit's history; where nothing changed, nothing is written. */
function scoreWrites(board: readonly BoardLine[], { scores }: DeskState): Write[] {
  const before = new Map(scores.map((stored) => [stored.path, stored]));
  return board.flatMap(({ record, isNew }) => {
    if (!record || !isNew) return [];
    const path = paths.score(record.planId, record.unitId, record.period);
    return [saveOver(path, before.get(path), record)];
  });
}

function requestWrites(changed: readonly UnitRequest[], { requests }: DeskState): Write[] {
  const before = new Map(requests.map((stored) => [stored.path, stored]));
  return changed.map((request) => {
    const path = paths.request(request.spreadsheetId, request.key);
    return saveOver(path, before.get(path), request);
  });
}

interface Judged {
  units: SyncedUnit[];
  lines: VerdictLine[];
  reviewKeys: Set<string>;
}

function judge(
  workbook: Workbook,
  loaded: LoadedPlan,
  state: DeskState,
  tabs: readonly TabValues[],
  citable: ReadonlyMap<string, Citable>,
  now: Date,
): Judged {
  const { plan, tree } = loaded;
  const valuesOf = new Map(tabs.map(({ sheetId, values }) => [sheetId, values]));
  const units = workbook.tabs.flatMap((tab): SyncedUnit[] => {
    const unit = tree.get(tab.unitId ?? '');
    const owed = unit && duty(plan, unit, workbook.period);
    const values = valuesOf.get(tab.sheetId);
    if (!owed) return [];
    const existing = ownDossiers(state, unit);
    const checked = values
      ? withTold(
          judgeTab(plan, unit, workbook.period, tab, owed.form, values, now, {
            existing,
            citable: citable.get(unit.id),
          }),
          state.told.get(unit.id),
          tab.title,
        )
      : missingTab(tab, unit);
    const typed = countTouched(checked.raw, existing);
    const standing = toStanding(unit, workbook, state, loaded, typed);
    return standing ? [{ unit, tab, checked, standing, form: owed.form }] : [];
  });
  const lines = units.flatMap(({ unit, checked, form }) =>
    unitVerdict(checked, unit.id, ownDossiers(state, unit), {
      form,
      tree,
      unsigned: state.unsigned.get(unit.id),
    }),
  );
  const reviewTab = reviewTabOf(workbook);
  const review = reviewTab && readReviewTab(valuesOf.get(reviewTab.sheetId) ?? [], reviewTab.title);
  return { units, lines, reviewKeys: review?.keys ?? new Set() };
}

/** What cells may name, of units whose list was refused because of a name: by unit. */
async function citableAgain(
  { store }: Services,
  { period }: Workbook,
  loaded: LoadedPlan,
  { told }: DeskState,
  now: Date,
): Promise<Map<string, Citable>> {
  const { plan, tree } = loaded;
  const refused = [...told.values()].filter(({ namesUnknown }) => namesUnknown);
  const found = await Promise.all(
    refused.map(async ({ unitId }): Promise<[string, Citable][]> => {
      const unit = tree.get(unitId);
      const owed = unit && duty(plan, unit, period);
      if (!owed) return [];
      const today = localDate(now, plan.timeZone);
      return [[unitId, await readCitable(store, loaded, unit, period, owed.form, today)]];
    }),
  );
  return new Map(found.flat());
}

const ownDossiers = ({ dossiers }: DeskState, { id }: Unit): Dossier[] =>
  dossiers.filter(({ unitId }) => unitId === id);

/** Somebody deleted the tab: the others are judged all the same. */
const missingTab = ({ title }: WorkbookTab, { name }: Unit): CheckedTab => ({
  rows: [],
  raw: [],
  columns: new Map(),
  problems: [{ code: 'tab-missing', severity: 'error', tab: title, params: { unit: name } }],
});

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
