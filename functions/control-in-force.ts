/** Puts a new version of a plan in force: everything in one commit, with its history and the work that follows. */
import type { Plan } from './domain/plan.ts';
import type { Workbook } from './domain/workbook.ts';
import { enqueuePublish, enqueueSync } from './outbox.ts';
import { changedLists } from './plans/control-sheet/lists.ts';
import { toStoredPlan } from './plans/control-sheet/state.ts';
import type { ControlState } from './plans/control-sheet/tab.ts';
import type { StoredDocument, Write } from './ports.ts';
import {
  type ControlRecord,
  type OwedProvisioning,
  type PlanVersion,
  paths,
  publishMark,
  type StaffRecord,
  staffWrites,
  syncMark,
} from './records.ts';
import type { Services } from './services.ts';

export interface InForce {
  record: StoredDocument<ControlRecord>;
  plan: StoredDocument<Plan>;
  staff: readonly StoredDocument<StaffRecord>[];
  state: ControlState;
}

/** More sentences than anybody reads; the version keeps the plan itself too. */
const mostChanges = 200;

/** All of it in one commit, with the work that follows from it; undefined when somebody else was quicker. */
export async function putInForce(
  services: Services,
  { record, plan, staff, state }: InForce,
  after: ControlState,
  changes: readonly string[],
  now: Date,
): Promise<ControlRecord | undefined> {
  const { store } = services;
  const { planId } = record.data;
  const at = now.toISOString();
  const version = record.data.version + 1;
  const workbooks = await store.list<Workbook>('workbooks', { where: { planId } });
  const spreadsheetIds = workbooks.map(({ data }) => data.spreadsheetId);
  const stored = toStoredPlan(after);
  const more = changes.length - mostChanges;
  const history: PlanVersion = {
    planId,
    version,
    at,
    changes: [...changes.slice(0, mostChanges), ...(more > 0 ? [`… và ${more} thay đổi khác`] : [])],
    plan: stored,
  };
  const next: ControlRecord = { ...record.data, version, since: at, wrongSince: '' };
  const owed = await owedWrite(services, planId, state, after, now);
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
 * Rights in the functions change with the commit. Tabs for new units and shares of the sheets are provisioning's work:
 * the functions cannot change workbooks, so that they need no such right.
 */
async function owedWrite(
  { store }: Services,
  planId: string,
  before: ControlState,
  after: ControlState,
  now: Date,
): Promise<Write[]> {
  const { reasons, gone } = owedBy(before, after);
  if (reasons.length === 0) return [];
  const path = paths.owedProvisioning(planId);
  const owed = (await store.read<OwedProvisioning>(path))?.data;
  const data: OwedProvisioning = {
    planId,
    at: now.toISOString(),
    reasons: [...new Set([...(owed?.reasons ?? []), ...reasons])],
    gone: [...new Set([...(owed?.gone ?? []), ...gone])],
  };
  return [{ kind: 'put', path, data }];
}

const emailsOf = ({ staff }: ControlState): string[] => [...new Set(staff.map(({ email }) => email))];

const rolesOf = ({ staff }: ControlState): string[] =>
  staff.map(({ email, unitId, role }) => `${email} ${unitId} ${role}`);

const missingIn = (known: readonly string[], wanted: readonly string[]): string[] => {
  const all = new Set(known);
  return wanted.filter((one) => !all.has(one));
};

function owedBy(before: ControlState, after: ControlState): { reasons: string[]; gone: string[] } {
  const come = missingIn(emailsOf(before), emailsOf(after));
  const gone = missingIn(emailsOf(after), emailsOf(before));
  const isMoved =
    missingIn(rolesOf(before), rolesOf(after)).length + missingIn(rolesOf(after), rolesOf(before)).length;
  const known = new Set(before.plan.units.map(({ id }) => id));
  const added = after.plan.units.filter(({ id }) => !known.has(id)).map(({ name }) => name);
  const lists = changedLists(before.catalogues, after.catalogues);
  const reasons = [
    ...(come.length > 0 ? [`Chia sẻ bảng tính cho ${come.join(', ')}`] : []),
    ...(gone.length > 0 ? [`Bỏ chia sẻ bảng tính với ${gone.join(', ')}`] : []),
    ...(isMoved > 0 && come.length + gone.length === 0 ? ['Đổi quyền sửa tab theo vai trò mới'] : []),
    ...(added.length > 0 ? [`Thêm tab cho ${added.join(', ')}`] : []),
    ...(lists.length > 0 ? [`Đổi ô chọn trong bảng của đơn vị: ${lists.join(', ')}`] : []),
  ];
  return { reasons, gone };
}

/** Nothing new is in force; only since when the sheet is wrong, or that it is right again. */
export async function keepInForce(
  { store }: Services,
  { record }: InForce,
  isRight: boolean,
  now: Date,
): Promise<ControlRecord | undefined> {
  const { wrongSince: was } = record.data;
  const wrongSince = isRight ? '' : was === '' ? now.toISOString() : was;
  if (wrongSince === was) return record.data;
  const next = { ...record.data, wrongSince };
  const saved = await store.commit([
    { kind: 'replace', path: record.path, data: next, version: record.version },
  ]);
  return saved.ok ? next : undefined;
}
