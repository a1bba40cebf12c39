/**
 * Shares of the workbooks and the editors of their tabs follow the people of the control sheet. Owed by the commit that
 * changes the people, done after it, and done again until it is done: who leaves goes before who comes.
 */
import type { Workbook } from '../domain/workbook.ts';
import { editorsOf, peopleOf, sameEditors, unitsOf } from '../domain/workbook-people.ts';
import type { Share, Write } from '../ports.ts';
import {
  controlMark,
  type OwedProvisioning,
  paths,
  readStaff,
  readWorkbook,
  type StaffRecord,
} from '../records.ts';
import type { Services } from '../services.ts';

/** So many in one go, within the time of one call; the next goes on. */
const perRun = 20;

type Owed = Pick<OwedProvisioning, 'left'> & { staff: readonly StaffRecord[] };

export async function followStaff(
  services: Services,
  controlId: string,
  planId: string,
  now: Date,
): Promise<void> {
  const { store } = services;
  const path = paths.owedProvisioning(planId);
  const stored = await store.read<OwedProvisioning>(path);
  if (!stored || stored.data.workbooks.length === 0) return;
  const { data, version } = stored;
  const staff = await readStaff(store, { planId });
  const refused: string[] = [];
  for (const spreadsheetId of data.workbooks.slice(0, perRun))
    refused.push(...(await followIn(services, controlId, spreadsheetId, { ...data, staff })));
  const emails = new Set(staff.map(({ email }) => email));
  const rest = data.workbooks.slice(perRun);
  const after: OwedProvisioning = {
    ...data,
    workbooks: rest,
    left: rest.length > 0 ? data.left : [],
    refused: [...new Set([...data.refused, ...refused])].filter((email) => emails.has(email)),
  };
  const isDone = rest.length === 0 && after.reasons.length === 0 && after.refused.length === 0;
  const writes: Write[] = [
    isDone ? { kind: 'delete', path, version } : { kind: 'replace', path, data: after, version },
    ...(rest.length > 0 ? [controlMark(controlId, now)] : []),
  ];
  await store.commit(writes);
}

/** Answers whom Google does not take. */
async function followIn(
  services: Services,
  controlId: string,
  spreadsheetId: string,
  owed: Owed,
): Promise<string[]> {
  const shares = await services.access.readShares(spreadsheetId);
  if (spreadsheetId === controlId) {
    const admins = owed.staff.filter(({ role }) => role === 'admin').map(({ email }) => email);
    // Who may change the plan may change everything: administrators and nobody else.
    return shareWith(services, spreadsheetId, shares, { people: new Set(admins), hasLeft: () => true });
  }
  const workbook = await readWorkbook(services.store, spreadsheetId);
  if (!workbook) return [];
  const units = unitsOf(workbook);
  const gone = new Set(owed.left.filter(({ unitId }) => units.has(unitId)).map(({ email }) => email));
  const people = new Set(peopleOf(workbook, owed.staff));
  const hasLeft = (email: string): boolean => gone.has(email);
  const refused = await shareWith(services, spreadsheetId, shares, { people, hasLeft });
  const taken = owed.staff.filter(({ email }) => !refused.includes(email));
  const owners = shares.filter(({ isOwner }) => isOwner).map(({ email }) => email);
  await guardFor(services, workbook, taken, owners);
  return refused;
}

interface Wanted {
  people: ReadonlySet<string>;
  hasLeft(email: string): boolean;
}

/** Whom people let in by hand stays, unless he has left. */
async function shareWith(
  { access, log }: Services,
  spreadsheetId: string,
  shares: readonly Share[],
  { people, hasLeft }: Wanted,
): Promise<string[]> {
  for (const { id, email, isOwner } of shares)
    if (!isOwner && !people.has(email) && hasLeft(email)) await access.unshare(spreadsheetId, id);
  const shared = new Set(shares.map(({ email }) => email));
  const refused: string[] = [];
  for (const email of people)
    if (!shared.has(email) && !(await access.share(spreadsheetId, email))) refused.push(email);
  if (refused.length > 0) log.error('a workbook cannot be shared', { spreadsheetId, count: refused.length });
  return refused;
}

/** A tab without its guard is provisioning's to mend. */
async function guardFor(
  { access }: Services,
  { spreadsheetId, unitId, tabs }: Workbook,
  staff: readonly StaffRecord[],
  owners: readonly string[],
): Promise<void> {
  const guards = await access.readGuards(spreadsheetId);
  const changes = tabs.flatMap((tab) => {
    const wanted = editorsOf(tab, unitId, staff);
    return guards
      .filter(({ sheetId, editors }) => sheetId === tab.sheetId && !sameEditors(editors, wanted, owners))
      .map(({ id }) => ({ id, editors: wanted }));
  });
  if (changes.length > 0) await access.setEditors(spreadsheetId, changes);
}
