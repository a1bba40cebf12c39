/** Sets a plan up for a trial: provisions it with invented staff and, unless told otherwise, types the clerks' first rows. */

import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { firstDayOf, formOfPeriod } from '../../functions/domain/period.ts';
import type { Plan, Staff } from '../../functions/domain/plan.ts';
import { toUnitTree, type Unit } from '../../functions/domain/unit.ts';
import { firstDataLine, systemColumns } from '../../functions/domain/workbook.ts';
import { addDays, isWorkingDay } from '../../functions/domain/working-days.ts';
import { holidaysOf } from '../../functions/plans/holidays.ts';
import { presets } from '../../functions/plans/index.ts';
import { readStaff } from '../../functions/records.ts';
import type { ProvisionReport } from '../provision/provision.ts';
import { provisionOffice } from '../provision/provision-office.ts';
import { type Journal, openJournal } from './demo/journal.ts';
import { createPeople, type People, type WorkbookInfo } from './demo/people.ts';
import { type Local, robot } from './runtime/local.ts';
import type { LocalOptions } from './runtime/options.ts';
import { sampleStaff, staffEmail } from './samples/people.ts';
import { type PhotoRow, photoRows } from './samples/photo-rows.ts';
import { drawPicture, pictureAlt } from './samples/pictures.ts';
import type { TypedRow } from './samples/rows.ts';
import { scenarioFor } from './samples/scenario.ts';

/** The trial begins at eight on the first working morning of its year, half, quarter or month. */
export function trialStart(period: string): Date {
  let day = firstDayOf(period);
  while (!isWorkingDay(day, holidaysOf({}))) day = addDays(day, 1);
  return new Date(`${day}T08:00:00+07:00`);
}

export const trialSeed = 113;

export interface Trial {
  plan: Plan;
  staff: Staff[];
  report: ProvisionReport;
}

export function trialPlan(planId: string, units: number | undefined): Plan {
  const whole = presets[planId] as Plan;
  return units === undefined ? whole : withFewerUnits(whole, units);
}

export async function provisionTrial(
  local: Local,
  { plan: planId, period, units }: Pick<LocalOptions, 'plan' | 'period' | 'units'>,
  onWorkbook?: (done: number, all: number) => void,
): Promise<Trial> {
  const plan = trialPlan(planId, units);
  // Whoever was set up with the folder (gs provision --staff) stays; only a new trial gets invented staff.
  const known = await readStaff(local.store, { planId: plan.id });
  const staff =
    known.length > 0 ? known.map(({ planId: _planId, ...person }) => person) : sampleStaff(plan.units, plan);
  const report = await provisionOffice({
    store: local.store,
    admin: local.google.admin,
    plan,
    period,
    staff,
    listingUrl: local.urls.listing,
    now: local.workspace.clock.now(),
    ...(onWorkbook ? { onWorkbook } : {}),
  });
  return { plan, staff, report };
}

/** The same plan with a smaller cast: of each unit's children, the first `most` of every kind. */
export function withFewerUnits(plan: Plan, most: number): Plan {
  const tree = toUnitTree(plan.units);
  const kept = new Set<string>();
  const keep = ({ id }: Unit): void => {
    kept.add(id);
    for (const ofKind of Map.groupBy(tree.children(id), ({ kind }) => kind).values())
      ofKind.slice(0, most).forEach(keep);
  };
  plan.units.filter(({ parent }) => parent === null).forEach(keep);
  return { ...plan, units: plan.units.filter(({ id }) => kept.has(id)) };
}

export interface SetUp {
  planNumber: string;
  workbooks: number;
  units: number;
  rows: number;
}

export async function setUpTrial(
  local: Local,
  options: LocalOptions,
  onWorkbook: (done: number, all: number) => void,
): Promise<SetUp> {
  const journal = openJournal(options.data);
  // Only a trial that began with invented rows gets the rest of them after a kill; a folder of somebody's own never does.
  const isNew = (await local.store.list('workbooks', { limit: 1 })).length === 0;
  if (isNew && !options.empty) await journal.once(begun, async () => undefined);
  const { plan, report } = await provisionTrial(local, options, onWorkbook);
  const rows =
    journal.has(begun) && plan.id === storiesOf && formOfPeriod(options.period) === exemplarForm.id
      ? await typeFirstRows(local, plan, options.period, journal)
      : 0;
  return { planNumber: plan.number, workbooks: report.workbooks.length, units: plan.units.length, rows };
}

const begun = 'invented rows';

/** The invented stories play in one province; the unit tabs of other plans are left blank. */
const storiesOf = 'kh-113-bac-lieu';

/** Each list once, also over restarts, and only into a blank tab: what people typed stays. */
async function typeFirstRows(local: Local, plan: Plan, period: string, journal: Journal): Promise<number> {
  const people = createPeople(local.urls);
  const workbooks = await workbooksOf(people, plan.id, period);
  let count = 0;
  const scripts = scenarioFor(plan.units, trialSeed, period, plan.obligations);
  const photos = photoRows(scripts);
  for (const { unitId, rows, outcome } of scripts) {
    if (outcome === 'missing' || rows.length === 0) continue;
    await journal.once(`type ${unitId}`, async () => {
      const tab = tabOf(workbooks, unitId);
      if (!(await isBlank(people, tab, unitId))) return;
      await typeRows(people, tab, unitId, await withPhoto(people, unitId, rows, photos.get(unitId)));
      count += rows.length;
    });
  }
  return count;
}

/** The clerk puts the picture into Drive, lets the robot see it, and pastes the link beside a description. */
export async function withPhoto(
  people: People,
  unitId: string,
  rows: readonly TypedRow[],
  photo: PhotoRow | undefined,
): Promise<readonly TypedRow[]> {
  const row = photo && rows[photo.rowIndex];
  if (!row) return rows;
  const { number, rowIndex } = photo;
  const name = `Hình minh họa – ${row.name}.jpg`;
  const clerk = staffEmail('clerk', unitId);
  const photoUrl = await people.uploadPhoto(clerk, name, robot, await drawPicture(number));
  return rows.with(rowIndex, { ...row, photoUrl, photoAlt: pictureAlt(number) });
}

const quoted = (title: string): string => `'${title.replaceAll("'", "''")}'`;

async function isBlank(people: People, { spreadsheetId, title }: UnitTab, unitId: string): Promise<boolean> {
  const range = `${quoted(title)}!${firstColumn}${firstDataLine}:ZZ`;
  return (await people.read(staffEmail('clerk', unitId), spreadsheetId, range)).length === 0;
}

/** A workspace may hold other plans and periods too. */
export async function workbooksOf(people: People, planId: string, period: string): Promise<WorkbookInfo[]> {
  return (await people.workbooks()).filter(
    (workbook) => workbook.plan === planId && workbook.period === period,
  );
}

export interface UnitTab {
  spreadsheetId: string;
  title: string;
}

export function tabOf(workbooks: readonly WorkbookInfo[], unitId: Unit['id']): UnitTab {
  for (const { spreadsheetId, tabs } of workbooks) {
    const tab = tabs.find(({ unit }) => unit === unitId);
    if (tab) return { spreadsheetId, title: tab.title };
  }
  throw new Error(`no tab for unit ${unitId}`);
}

const firstColumn = String.fromCharCode(65 + systemColumns.length);

/** Pastes rows as the unit's clerk, from the first data line or further down. */
export async function typeRows(
  people: People,
  { spreadsheetId, title }: UnitTab,
  unitId: string,
  rows: readonly TypedRow[],
  offset = 0,
): Promise<void> {
  const block = rows.map((row) => exemplarForm.columns.map(({ key }) => row[key] ?? ''));
  const range = `${quoted(title)}!${firstColumn}${firstDataLine + offset}`;
  await people.type(staffEmail('clerk', unitId), spreadsheetId, range, block);
}
