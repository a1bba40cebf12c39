/**
 * The control workbook of a plan: made once with what the plan says, then people's. Looks first and adds what is
 * missing; a tab that people own is never written again.
 */
import type {
  WorkbookAdmin,
  WorkbookRequest,
  Workbook as WorkbookResource,
} from '../../functions/adapters/workbook-admin.ts';
import type { Plan, Staff } from '../../functions/domain/plan.ts';
import { compareKey } from '../../functions/domain/text.ts';
import { peopleTabs, toControlTabs } from '../../functions/plans/control-sheet/index.ts';
import { machineTabs } from '../../functions/plans/control-sheet/machine-tabs.ts';
import { toControlState } from '../../functions/plans/control-sheet/state.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { type ControlRecord, controlMark, type PlanVersion, paths } from '../../functions/records.ts';
import { machineTabRequests, peopleTabRequests } from './control-requests.ts';
import { workbookFields } from './standing.ts';
import { protectTab } from './tab-requests.ts';

export interface ControlInput {
  store: DocumentStore;
  admin: WorkbookAdmin;
  plan: Plan;
  staff: readonly Staff[];
  now: Date;
}

export interface ControlReport {
  spreadsheetId: string;
  title: string;
  outcome: 'created' | 'changed' | 'unchanged';
  changes: number;
}

export async function provisionControl(input: ControlInput): Promise<ControlReport> {
  const { admin, plan } = input;
  const props = { app: 'guong-sang', plan: plan.id, kind: 'control' };
  const [found] = await admin.findByAppProperties(props);
  const title = found?.name ?? `${plan.number} – Sổ điều hành`;
  const spreadsheetId = found?.id ?? (await admin.createSpreadsheet(title, props));
  const requests = missingParts(input, await admin.get(spreadsheetId, workbookFields));
  if (requests.length > 0) await admin.batchUpdate(spreadsheetId, requests);
  const changes =
    requests.length + (await share(input, spreadsheetId)) + (await register(input, spreadsheetId));
  const outcome = found === undefined ? 'created' : changes > 0 ? 'changed' : 'unchanged';
  return { spreadsheetId, title, outcome, changes };
}

const machineWidths = {
  status: [200, 260, 420, 80, 240, 480],
  mails: [130, 260, 160, 420, 260],
} as const;

function missingParts({ plan, staff }: ControlInput, current: WorkbookResource): WorkbookRequest[] {
  const sheets = new Map((current.sheets ?? []).map((sheet) => [sheet.properties?.sheetId ?? 0, sheet]));
  const titles = new Set((current.sheets ?? []).map(({ properties }) => compareKey(properties?.title ?? '')));
  const isMissing = ({ sheetId }: { sheetId: number }): boolean => !sheets.has(sheetId);
  // One that people deleted and made anew under its name stays theirs (functions/control/find-tabs.ts).
  const isMadeAnew = ({ title }: { title: string }): boolean => titles.has(compareKey(title));
  const state = toControlState(plan, staff);
  const cells = toControlTabs(state);
  const { locale, timeZone } = current.properties ?? {};
  const properties = { locale: 'vi_VN', timeZone: plan.timeZone };
  // What is wrong stands first, the mails last.
  const order = [machineTabs.status, ...peopleTabs, machineTabs.mails].map(({ sheetId }) => sheetId);
  const seat = (tab: { sheetId: number; title: string }) => ({ ...tab, index: order.indexOf(tab.sheetId) });
  const isGuarded = ({ sheetId }: { sheetId: number }): boolean =>
    sheets
      .get(sheetId)
      ?.protectedRanges?.some(
        ({ range, warningOnly }) =>
          range?.startRowIndex == null && range?.startColumnIndex == null && !warningOnly,
      ) ?? false;
  return [
    ...(locale === properties.locale && timeZone === properties.timeZone
      ? []
      : [{ updateSpreadsheetProperties: { properties, fields: 'locale,timeZone' } }]),
    ...peopleTabs
      .filter((tab) => isMissing(tab) && !isMadeAnew(tab))
      .flatMap((tab) => peopleTabRequests(tab, seat(tab).index, cells[tab.id], state)),
    ...(['status', 'mails'] as const)
      .filter((id) => isMissing(machineTabs[id]))
      .flatMap((id) => machineTabRequests(seat(machineTabs[id]), machineWidths[id], id === 'mails')),
    ...Object.values(machineTabs)
      .filter((tab) => !isGuarded(tab))
      .map(({ sheetId }) => protectTab(sheetId, [])),
    // The sheet that every new spreadsheet is born with.
    ...(sheets.has(0) ? [{ deleteSheet: { sheetId: 0 } }] : []),
  ];
}

/** Administrators and nobody else: who may change the plan may change everything. */
async function share({ admin, staff }: ControlInput, spreadsheetId: string): Promise<number> {
  const admins = new Set(
    staff.filter(({ role }) => role === 'admin').map(({ email }) => email.toLowerCase()),
  );
  const permissions = await admin.listPermissions(spreadsheetId);
  const others = permissions.filter(
    ({ email, role }) => role !== 'owner' && !admins.has(email.toLowerCase()),
  );
  const shared = new Set(permissions.map(({ email }) => email.toLowerCase()));
  const missing = [...admins].filter((email) => !shared.has(email));
  for (const email of missing) await admin.share(spreadsheetId, email, 'writer');
  for (const { id } of others) await admin.unshare(spreadsheetId, id);
  return missing.length + others.length;
}

/** From now on the sheet is where the plan is changed; its first version is what it was made with. */
async function register({ store, plan, now }: ControlInput, spreadsheetId: string): Promise<number> {
  if (await store.read(paths.control(spreadsheetId))) return 0;
  const at = now.toISOString();
  const record: ControlRecord = {
    spreadsheetId,
    planId: plan.id,
    version: 1,
    since: at,
    wrongSince: '',
    faults: { count: 0, first: [] },
  };
  const first: PlanVersion = {
    planId: plan.id,
    version: 1,
    at,
    changes: [`Lập Sổ điều hành của kế hoạch ${plan.number}`],
    plan,
  };
  await store.commit([
    { kind: 'create', path: paths.control(spreadsheetId), data: record },
    { kind: 'put', path: paths.planVersion(plan.id, 1), data: first },
    controlMark(spreadsheetId, now),
  ]);
  return 1;
}
