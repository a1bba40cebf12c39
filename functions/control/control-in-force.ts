/** Puts a new version of a plan in force: everything in one commit, with its history and the work that follows. */
import { isDeepStrictEqual } from 'node:util';
import type { Plan } from '../domain/plan.ts';
import type { Workbook } from '../domain/workbook.ts';
import { unitsOf } from '../domain/workbook-people.ts';
import { enqueuePublish, enqueueSync } from '../mailing/outbox.ts';
import { changedLists } from '../plans/control-sheet/lists.ts';
import { type ControlProblem, problemLine } from '../plans/control-sheet/problem.ts';
import { toStoredPlan } from '../plans/control-sheet/state.ts';
import type { ControlState } from '../plans/control-sheet/tab.ts';
import type { StoredDocument, Write } from '../ports.ts';
import {
  type ControlRecord,
  type OwedProvisioning,
  type PlanVersion,
  paths,
  publishMark,
  type StaffRecord,
  staffWrites,
  syncMark,
} from '../records.ts';
import type { Services } from '../services.ts';

export interface InForce {
  record: StoredDocument<ControlRecord>;
  plan: StoredDocument<Plan>;
  staff: readonly StoredDocument<StaffRecord>[];
  state: ControlState;
  /** Tabs of the sheet that were found by their name. */
  madeAnew: Record<string, number>;
}

/** More sentences than anybody reads; the version keeps the plan itself too. */
const mostChanges = 200;

/** All of it in one commit, with the work that follows from it; undefined when somebody else was quicker. */
export async function putInForce(
  services: Services,
  { record, plan, staff, state, madeAnew }: InForce,
  after: ControlState,
  changes: readonly string[],
  now: Date,
): Promise<ControlRecord | undefined> {
  const { store } = services;
  const { planId } = record.data;
  const at = now.toISOString();
  const version = record.data.version + 1;
  const workbooks = await store.list<Workbook>('workbooks', { where: { planId } });
  const books = workbooks.map(({ data }) => data);
  const spreadsheetIds = books.map(({ spreadsheetId }) => spreadsheetId);
  const stored = toStoredPlan(after);
  const more = changes.length - mostChanges;
  const history: PlanVersion = {
    planId,
    version,
    at,
    changes: [...changes.slice(0, mostChanges), ...(more > 0 ? [`… và ${more} thay đổi khác`] : [])],
    plan: stored,
  };
  const next: ControlRecord = {
    ...record.data,
    version,
    since: at,
    wrongSince: '',
    madeAnew,
    faults: toFaults([]),
  };
  const owed = await owedWrite(services, record.data, books, state, after, now);
  const saved = await store.commit([
    { kind: 'replace', path: plan.path, data: stored, version: plan.version },
    { kind: 'replace', path: record.path, data: next, version: record.version },
    { kind: 'create', path: paths.planVersion(planId, version), data: history },
    ...staffWrites(staff, planId, after.staff),
    ...owed,
    ...spreadsheetIds.map((id) => syncMark(id, now)),
    publishMark(now),
  ]);
  if (!saved.ok) return undefined;
  for (const id of spreadsheetIds) await enqueueSync(services, id, `${planId}-${version}`);
  await enqueuePublish(services, `${planId}-${version}`);
  return next;
}

/**
 * Rights in the functions change with the commit; shares of the sheets follow it (`follow-staff.ts`). Tabs for new units
 * are provisioning's work: the functions never make or shape a workbook.
 */
async function owedWrite(
  { store }: Services,
  { planId, spreadsheetId: controlId }: ControlRecord,
  workbooks: readonly Workbook[],
  before: ControlState,
  after: ControlState,
  now: Date,
): Promise<Write[]> {
  const changed = staffChange(before, after);
  const concerned = workbooks.filter((workbook) =>
    [...unitsOf(workbook)].some((unitId) => changed.units.has(unitId)),
  );
  const spreadsheetIds = concerned.map(({ spreadsheetId }) => spreadsheetId);
  if (changed.isAboutAdmins) spreadsheetIds.push(controlId);
  const reasons = reasonsOf(before, after);
  if (reasons.length === 0 && spreadsheetIds.length === 0) return [];
  const path = paths.owedProvisioning(planId);
  const owed = (await store.read<OwedProvisioning>(path))?.data;
  const data: OwedProvisioning = {
    planId,
    at: now.toISOString(),
    reasons: [...new Set([...(owed?.reasons ?? []), ...reasons])],
    workbooks: [...new Set([...(owed?.workbooks ?? []), ...spreadsheetIds])],
    left: [...(owed?.left ?? []), ...changed.left],
    refused: owed?.refused ?? [],
  };
  return [{ kind: 'put', path, data }];
}

type Post = ControlState['staff'][number];

const postKey = ({ email, unitId, role }: Post): string => `${email.toLowerCase()} ${unitId} ${role}`;

function postsMissingIn(known: readonly Post[], wanted: readonly Post[]): Post[] {
  const keys = new Set(known.map(postKey));
  return wanted.filter((post) => !keys.has(postKey(post)));
}

function staffChange(before: ControlState, after: ControlState) {
  const taken = postsMissingIn(after.staff, before.staff);
  const given = postsMissingIn(before.staff, after.staff);
  const changed = [...taken, ...given];
  return {
    units: new Set(changed.map(({ unitId }) => unitId)),
    left: taken.map(({ email, unitId }) => ({ email: email.toLowerCase(), unitId })),
    isAboutAdmins: changed.some(({ role }) => role === 'admin'),
  };
}

/** What only provisioning can do. */
function reasonsOf(before: ControlState, after: ControlState): string[] {
  const known = new Set(before.plan.units.map(({ id }) => id));
  const added = after.plan.units.filter(({ id }) => !known.has(id)).map(({ name }) => name);
  const lists = changedLists(before.catalogues, after.catalogues);
  return [
    ...(added.length > 0 ? [`Thêm tab cho ${added.join(', ')}`] : []),
    ...(lists.length > 0 ? [`Đổi ô chọn trong bảng của đơn vị: ${lists.join(', ')}`] : []),
  ];
}

/** More are read on the Tình trạng tab. */
const toldFaults = 5;

const toFaults = (problems: readonly ControlProblem[]): ControlRecord['faults'] => ({
  count: problems.length,
  first: problems.slice(0, toldFaults).map(problemLine),
});

/** Nothing new is in force; only since when the sheet is wrong, or that it is right again, and where its tabs are. */
export async function keepInForce(
  { store }: Services,
  { record, madeAnew }: InForce,
  problems: readonly ControlProblem[],
  now: Date,
): Promise<ControlRecord | undefined> {
  const { wrongSince: was } = record.data;
  const since = was === '' ? now.toISOString() : was;
  const wrongSince = problems.length === 0 ? '' : since;
  const next: ControlRecord = { ...record.data, wrongSince, madeAnew, faults: toFaults(problems) };
  if (isDeepStrictEqual(next, { madeAnew: {}, ...record.data })) return record.data;
  const saved = await store.commit([
    { kind: 'replace', path: record.path, data: next, version: record.version },
  ]);
  return saved.ok ? next : undefined;
}
