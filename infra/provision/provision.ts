/**
 * Sets up a plan for a period: plan and staff into the store, one workbook per collecting unit, shares, protections.
 * Looks first and writes only what is missing or differs, so that running it again changes nothing.
 */
import type {
  Permission,
  WorkbookAdmin,
  WorkbookRequest,
  Workbook as WorkbookResource,
} from '../../functions/adapters/workbook-admin.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { formOf } from '../../functions/domain/forms/index.ts';
import { formOfPeriod } from '../../functions/domain/period.ts';
import type { Plan, Staff } from '../../functions/domain/plan.ts';
import type { Workbook, WorkbookTab } from '../../functions/domain/workbook.ts';
import { editorsOf, peopleOf, sameEditors } from '../../functions/domain/workbook-people.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { paths, readDossiers, type StaffRecord } from '../../functions/records.ts';
import { guideTab } from '../../functions/workbooks/guide-tab.ts';
import {
  protectRequests,
  requestsTabGrid,
  requestsTabRequests,
  shortlistTabGrid,
  shortlistTabRequests,
  summaryTabGrid,
  summaryTabRequests,
} from './board-tabs.ts';
import { carriedRequests, toCarriedRows } from './carried-rows.ts';
import { mendTabs, tabForm } from './mend-tabs.ts';
import { readStanding, type StandingWorkbook, workbookFields } from './standing.ts';
import {
  addTab,
  protectTab,
  reviewTabGrid,
  reviewTabRequests,
  tagTab,
  textTabRequests,
  unitTabGrid,
  unitTabRequests,
} from './tab-requests.ts';
import { type PlannedWorkbook, planWorkbooks } from './workbook-plan.ts';

export interface ProvisionReport {
  workbooks: { spreadsheetId: string; title: string; outcome: 'created' | 'changed' | 'unchanged' }[];
  /** Documents, shares and protections that were written or mended. */
  changes: number;
}

export interface ProvisionInput {
  store: DocumentStore;
  admin: WorkbookAdmin;
  plan: Plan;
  period: string;
  staff: readonly Staff[];
  /** Where the public page is; the Hướng dẫn tab leads to the whole guide there. */
  listingUrl: string | undefined;
  /** Who left before, when the list in the store was changed by the control sheet: their shares end now. */
  departed?: readonly string[];
  onWorkbook?: (done: number, all: number) => void;
}

export async function provision(input: ProvisionInput): Promise<ProvisionReport> {
  const { store, plan, period, staff } = input;
  let changes = await putIfDifferent(store, paths.plan(plan.id), plan);
  const departed = await saveStaff(store, plan.id, staff);
  changes += departed.changes;
  const staying = new Set(staff.map(({ email }) => email.toLowerCase()));
  const gone = new Set([
    ...departed.emails,
    ...(input.departed ?? []).filter((email) => !staying.has(email)),
  ]);
  const standing = await readStanding(input.admin, plan.id, period);
  const planned = planWorkbooks(plan, period, standing);
  const carried = await readCarried(input);
  const workbooks: ProvisionReport['workbooks'] = [];
  for (const [index, workbook] of planned.entries()) {
    const found = standing.find(({ unitId, part }) => unitId === workbook.unit.id && part === workbook.part);
    const result = await provisionWorkbook({ ...input, carried }, workbook, found, gone);
    workbooks.push(result.workbook);
    changes += result.changes;
    input.onWorkbook?.(index + 1, planned.length);
  }
  return { workbooks, changes };
}

/** What waits to be registered again, by unit. */
async function readCarried({ store, plan, period }: ProvisionInput): Promise<Map<string, Dossier[]>> {
  const stored = await readDossiers(store, { planId: plan.id, period, status: 'carried' });
  return Map.groupBy(
    stored.map(({ data }) => data),
    ({ unitId }) => unitId,
  );
}

type ReadyInput = ProvisionInput & { carried: ReadonlyMap<string, readonly Dossier[]> };

/** The list given is the whole list: who is not on it any more may no longer act. `emails` are those who left altogether. */
async function saveStaff(
  store: DocumentStore,
  planId: string,
  staff: readonly Staff[],
): Promise<{ changes: number; emails: ReadonlySet<string> }> {
  const wanted = staff.map(
    (person): StaffRecord => ({ ...person, email: person.email.toLowerCase(), planId }),
  );
  const wantedPaths = new Set(wanted.map(paths.staff));
  const before = await store.list<StaffRecord>('staff', { where: { planId } });
  const leaving = before.filter(({ path }) => !wantedPaths.has(path));
  for (const { path } of leaving) await store.commit([{ kind: 'delete', path }]);
  let changes = leaving.length;
  const known = new Map(before.map(({ path, data }) => [path, data]));
  for (const record of wanted) {
    const path = paths.staff(record);
    if (known.has(path) && sameJson(known.get(path), record)) continue;
    await store.commit([{ kind: 'put', path, data: record }]);
    changes += 1;
  }
  const staying = new Set(wanted.map(({ email }) => email));
  return {
    changes,
    emails: new Set(leaving.map(({ data }) => data.email).filter((email) => !staying.has(email))),
  };
}

export async function putIfDifferent(store: DocumentStore, path: string, data: object): Promise<number> {
  const before = await store.read(path);
  if (before && sameJson(before.data, data)) return 0;
  await store.commit([{ kind: 'put', path, data }]);
  return 1;
}

/** Stores may give keys back in another order. */
const sameJson = (a: unknown, b: unknown): boolean =>
  JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, ordered(inner)]);
}

async function provisionWorkbook(
  input: ReadyInput,
  planned: PlannedWorkbook,
  found: StandingWorkbook | undefined,
  departed: ReadonlySet<string>,
): Promise<{ workbook: ProvisionReport['workbooks'][number]; changes: number }> {
  const { store, admin, plan, period, staff } = input;
  const props = {
    app: 'guong-sang',
    plan: plan.id,
    period,
    unit: planned.unit.id,
    part: String(planned.part),
  };
  const spreadsheetId = found?.spreadsheetId ?? (await admin.createSpreadsheet(planned.title, props));
  const current = found?.resource ?? (await admin.get(spreadsheetId, workbookFields));
  const permissions = await admin.listPermissions(spreadsheetId);
  const requests = [
    ...missingParts(input, planned, current, ownersOf(permissions)),
    ...(await mendTabs(input, planned, spreadsheetId, current)),
  ];
  if (requests.length > 0) await admin.batchUpdate(spreadsheetId, requests);
  let changes = requests.length;
  changes += await shareWith(
    admin,
    spreadsheetId,
    permissions,
    peopleOf({ unitId: planned.unit.id, tabs: planned.tabs }, staff),
  );
  for (const { id } of permissions.filter((one) => departed.has(one.email.toLowerCase()))) {
    await admin.unshare(spreadsheetId, id);
    changes += 1;
  }
  const record: Workbook = {
    spreadsheetId,
    planId: plan.id,
    period,
    unitId: planned.unit.id,
    part: planned.part,
    tabs: planned.tabs,
  };
  changes += await putIfDifferent(store, paths.workbook(spreadsheetId), record);
  const outcome = found === undefined ? 'created' : changes > 0 ? 'changed' : 'unchanged';
  return { workbook: { spreadsheetId, title: planned.title, outcome }, changes };
}

/** The robot: an editor of every protection, because Sheets always counts the owner among them. */
const ownersOf = (permissions: readonly Permission[]): string[] =>
  permissions.filter(({ role }) => role === 'owner').map(({ email }) => email.toLowerCase());

async function shareWith(
  admin: WorkbookAdmin,
  fileId: string,
  permissions: readonly Permission[],
  emails: readonly string[],
): Promise<number> {
  const shared = new Set(permissions.map(({ email }) => email.toLowerCase()));
  const missing = emails.filter((email) => !shared.has(email));
  for (const email of missing) await admin.share(fileId, email, 'writer');
  return missing.length;
}

/** What the spreadsheet does not have yet: everything for a new one, a tab for a new unit, mended protections. */
function missingParts(
  { plan, period, staff, listingUrl, carried }: ReadyInput,
  planned: PlannedWorkbook,
  current: WorkbookResource,
  owners: readonly string[],
): WorkbookRequest[] {
  const sheets = new Map((current.sheets ?? []).map((sheet) => [sheet.properties?.sheetId ?? 0, sheet]));
  const titles = new Set((current.sheets ?? []).map(({ properties }) => properties?.title?.toLowerCase()));
  const requests: WorkbookRequest[] = [];
  if (current.properties?.locale !== 'vi_VN' || current.properties.timeZone !== plan.timeZone)
    requests.push({
      updateSpreadsheetProperties: {
        properties: { locale: 'vi_VN', timeZone: plan.timeZone },
        fields: 'locale,timeZone',
      },
    });
  planned.tabs.forEach((tab, index) => {
    const sheet = sheets.get(tab.sheetId);
    const editors = editorsOf(tab, planned.unit.id, staff);
    if (!sheet) {
      // A tab that people renamed, or that a unit left behind, may have the title already.
      const isTaken = titles.has(tab.title.toLowerCase());
      const titled = isTaken ? { ...tab, title: `${tab.title.slice(0, 80)} (${tab.sheetId})` } : tab;
      requests.push(
        ...tabRequests(titled, index, planned, plan, period, listingUrl),
        ...carriedRequests(
          tab.sheetId,
          toCarriedRows(tabForm(plan, period, tab), carried.get(tab.unitId ?? '') ?? []),
        ),
        protectionOf(tab, editors),
      );
      return;
    }
    const guard = sheet.protectedRanges?.find(
      ({ range }) => range?.startRowIndex == null && range?.startColumnIndex == null,
    );
    if (!guard) requests.push(protectionOf(tab, editors));
    else if (guard.warningOnly || !sameEditors(guard.editors?.users ?? [], editors, owners))
      requests.push({
        updateProtectedRange: {
          protectedRange: {
            protectedRangeId: guard.protectedRangeId ?? 0,
            editors: { users: editors },
            warningOnly: false,
          },
          fields: 'editors,warningOnly',
        },
      });
  });
  // The sheet that every new spreadsheet is born with.
  if (sheets.has(0)) requests.push({ deleteSheet: { sheetId: 0 } });
  return requests;
}

const protectionOf = ({ sheetId, kind }: WorkbookTab, editors: readonly string[]): WorkbookRequest =>
  kind === 'requests' ? protectRequests(sheetId, editors) : protectTab(sheetId, editors);

function tabRequests(
  tab: WorkbookTab,
  index: number,
  { unit, tabs, part }: PlannedWorkbook,
  plan: Plan,
  period: string,
  listingUrl: string | undefined,
): WorkbookRequest[] {
  switch (tab.kind) {
    case 'unit': {
      const form = tabForm(plan, period, tab);
      return [addTab(tab, index, unitTabGrid(form)), ...tagTab(tab), ...unitTabRequests(tab, form, period)];
    }
    case 'review': {
      const form = formOf(formOfPeriod(period));
      return [
        addTab(tab, index, reviewTabGrid(form)),
        ...tagTab(tab),
        ...reviewTabRequests(tab, form, unit.parent !== null),
      ];
    }
    case 'summary':
      return [addTab(tab, index, summaryTabGrid), ...tagTab(tab), ...summaryTabRequests(tab)];
    case 'shortlist':
      return [addTab(tab, index, shortlistTabGrid), ...tagTab(tab), ...shortlistTabRequests(tab)];
    case 'requests':
      return [
        addTab(tab, index, requestsTabGrid),
        ...tagTab(tab),
        ...requestsTabRequests(tab, plan, { tabs, part }),
      ];
    case 'guide':
      return [
        addTab(tab, index, { rows: 100, columns: 3, frozen: 0 }),
        ...tagTab(tab),
        ...textTabRequests(tab, guideTab(plan, period, unit, tabs, listingUrl)),
      ];
    case 'machine':
      return [addTab(tab, index, { rows: 200, columns: 12, frozen: 0 }), ...tagTab(tab)];
  }
}
