/** Sets a plan up for a trial: provisions it with invented staff and, unless told otherwise, types the clerks' first rows. */

import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import type { Plan, Staff } from '../../functions/domain/plan.ts';
import { toUnitTree, type Unit } from '../../functions/domain/unit.ts';
import { firstDataLine, systemColumns } from '../../functions/domain/workbook.ts';
import { presets } from '../../functions/plans/index.ts';
import { type ProvisionReport, provision } from '../cli/provision/provision.ts';
import { openJournal } from './demo/journal.ts';
import { createPeople, type People, type WorkbookInfo } from './demo/people.ts';
import type { Local } from './runtime/local.ts';
import type { LocalOptions } from './runtime/options.ts';
import { sampleStaff, staffEmail } from './samples/people.ts';
import type { TypedRow } from './samples/rows.ts';
import { scenarioFor } from './samples/scenario.ts';

/** The trial begins on the first working morning of its year. */
export const trialStart = (period: string): Date => new Date(`${period.slice(0, 4)}-01-02T08:00:00+07:00`);

export const trialSeed = 113;

export interface Trial {
  plan: Plan;
  staff: Staff[];
  report: ProvisionReport;
}

export async function provisionTrial(
  local: Local,
  { plan: planId, period, units }: Pick<LocalOptions, 'plan' | 'period' | 'units'>,
  onWorkbook?: (done: number, all: number) => void,
): Promise<Trial> {
  const whole = presets[planId] as Plan;
  const plan = units === undefined ? whole : withFewerUnits(whole, units);
  const staff = sampleStaff(plan.units);
  const report = await provision({
    store: local.store,
    admin: local.google.admin,
    plan,
    period,
    staff,
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
  const { plan, report } = await provisionTrial(local, options, onWorkbook);
  const rows = options.empty ? 0 : await typeFirstRows(local, plan, options);
  return { planNumber: plan.number, workbooks: report.workbooks.length, units: plan.units.length, rows };
}

/** Each list once, also over restarts: what people changed since stays as they left it. */
async function typeFirstRows(
  local: Local,
  plan: Plan,
  { period, data }: Pick<LocalOptions, 'period' | 'data'>,
): Promise<number> {
  const people = createPeople(local.urls);
  const workbooks = await people.workbooks();
  const journal = openJournal(data);
  let count = 0;
  for (const { unitId, rows, outcome } of scenarioFor(plan.units, trialSeed, period)) {
    if (outcome === 'missing' || rows.length === 0) continue;
    await journal.once(`type ${unitId}`, async () => {
      await typeRows(people, tabOf(workbooks, unitId), unitId, rows);
      count += rows.length;
    });
  }
  return count;
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
  const range = `'${title.replaceAll("'", "''")}'!${firstColumn}${firstDataLine + offset}`;
  await people.type(staffEmail('clerk', unitId), spreadsheetId, range, block);
}
