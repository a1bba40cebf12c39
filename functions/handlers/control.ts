/**
 * The control sheet of a plan: reads all its tabs, and either puts the new plan, people, days off and lists in force
 * together, or says on Tình trạng what is wrong and where while the last good version stays.
 */
import { type InForce, keepInForce, putInForce } from '../control/control-in-force.ts';
import { controlStatusWrite } from '../control/control-status.ts';
import { endedNotes } from '../control/ended-notes.ts';
import { type FoundTabs, findTabs } from '../control/find-tabs.ts';
import { followStaff } from '../control/follow-staff.ts';
import type { Plan } from '../domain/plan.ts';
import type { Submission } from '../domain/submission.ts';
import type { Workbook } from '../domain/workbook.ts';
import { toChanges } from '../plans/control-sheet/changes.ts';
import { type ControlCells, peopleTabs, readControlTabs } from '../plans/control-sheet/index.ts';
import { machineTabs } from '../plans/control-sheet/machine-tabs.ts';
import { type ControlProblem, removedUnit } from '../plans/control-sheet/problem.ts';
import { toControlState } from '../plans/control-sheet/state.ts';
import type { ControlState } from '../plans/control-sheet/tab.ts';
import type { StoredDocument, TabStructure, TabValues, Write } from '../ports.ts';
import { type ControlRecord, paths, type StaffRecord } from '../records.ts';
import type { Services } from '../services.ts';
import { takeLease } from '../workbooks/lease.ts';

export type ControlOutcome = 'applied' | 'refused' | 'unchanged' | 'busy' | 'retry' | 'unknown-workbook';

export async function control(services: Services, spreadsheetId: string): Promise<ControlOutcome> {
  const { store, sheets, clock } = services;
  const record = await store.read<ControlRecord>(paths.control(spreadsheetId));
  if (!record) return 'unknown-workbook';
  const now = clock.now();
  const mark = await store.read(paths.controlMark(spreadsheetId));
  const lease = await takeLease(store, spreadsheetId, now, { force: false });
  if (!lease) return 'busy';
  let lastWrites: Write[] = [];
  try {
    const structure = await sheets.readStructure(spreadsheetId);
    const found = findTabs(structure, record.data.madeAnew);
    const tabs = await sheets.readTabs(spreadsheetId, [
      ...found.sheetIds.values(),
      ...Object.values(machineTabs).map(({ sheetId }) => sheetId),
    ]);
    const before = { ...(await loadInForce(services, record)), madeAnew: found.madeAnew };
    const judged = await judge(services, toControlCells(tabs, structure, found), before, now);
    const changes = judged.ok
      ? [
          ...toChanges(before.state, judged.state),
          ...endedNotes(before.state.plan, judged.state.plan, judged.periods, now),
        ]
      : [];
    const isApplied = judged.ok && changes.length > 0;
    const saved = isApplied
      ? await putInForce(services, before, judged.state, changes, now)
      : await keepInForce(services, before, judged.ok ? [] : judged.problems, now);
    if (!saved) return 'retry';
    await followStaff(services, spreadsheetId, record.data.planId, now);
    const write = await controlStatusWrite(services, saved, judged.ok ? [] : judged.problems, tabs, now);
    if (write) await sheets.writeMachine(spreadsheetId, write);
    if (mark) lastWrites = [{ kind: 'delete', path: mark.path, version: mark.version }];
    return isApplied ? 'applied' : judged.ok ? 'unchanged' : 'refused';
  } finally {
    await lease.finish(lastWrites);
  }
}

async function loadInForce(
  { store }: Services,
  record: StoredDocument<ControlRecord>,
): Promise<Omit<InForce, 'madeAnew'>> {
  const { planId } = record.data;
  const [plan, staff] = await Promise.all([
    store.read<Plan>(paths.plan(planId)),
    store.list<StaffRecord>('staff', { where: { planId } }),
  ]);
  if (!plan) throw new Error(`plan ${planId} is not in the store`);
  const state = toControlState(
    plan.data,
    staff.map(({ data }) => data),
  );
  return { record, plan, staff, state };
}

function toControlCells(
  tabs: readonly TabValues[],
  structure: readonly TabStructure[],
  { sheetIds }: FoundTabs,
): ControlCells {
  return Object.fromEntries(
    peopleTabs.flatMap(({ id, title }) => {
      const sheetId = sheetIds.get(id);
      const values = tabs.find((tab) => tab.sheetId === sheetId)?.values;
      const shape = structure.find((tab) => tab.sheetId === sheetId);
      return values ? [[id, { title: shape?.title ?? title, values, merges: shape?.merges ?? [] }]] : [];
    }),
  );
}

type Judged =
  | { ok: true; state: ControlState; periods: readonly string[] }
  | { ok: false; problems: ControlProblem[] };

/** The sheet by itself, then against what units have sent. */
async function judge(
  { store }: Services,
  cells: ControlCells,
  { state, record }: InForce,
  now: Date,
): Promise<Judged> {
  const { planId } = record.data;
  const workbooks = await store.list<Workbook>('workbooks', { where: { planId } });
  const periods = [...new Set(workbooks.map(({ data }) => data.period))];
  const read = readControlTabs(cells, state, { now, periods });
  if (!read.ok) return read;
  const left = new Set(read.state.plan.units.map(({ id }) => id));
  const removed = state.plan.units.filter(({ id }) => !left.has(id));
  const sent = await Promise.all(
    removed.flatMap(({ id }) =>
      [{ unitId: id }, { parentId: id }].map((whose) =>
        store.list<Submission>('submissions', { where: { planId, ...whose }, limit: 1 }),
      ),
    ),
  );
  const busy = new Set([
    ...workbooks.map(({ data: { unitId } }) => unitId),
    ...sent.flat().flatMap(({ data: { unitId, parentId } }) => [unitId, parentId]),
  ]);
  const problems = removed
    .filter(({ id }) => busy.has(id))
    .map((unit) => removedUnit(cells.units?.title, unit));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, state: read.state, periods };
}
