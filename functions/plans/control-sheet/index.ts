/**
 * The control sheet (Sổ điều hành) as a whole: a plan with its people, days off and lists → cells, and cells → the same,
 * or every fault with its place. What the tabs have no column for stays as the version in force has it.
 */

import type { Obligation, Plan, PlanEvent } from '../../domain/plan.ts';
import type { CellValue } from '../../domain/row.ts';
import type { Unit } from '../../domain/unit.ts';
import { parsePlan } from '../parse-plan.ts';
import { cataloguesTab, findNamed, type ReadCatalogues, readCatalogues } from './catalogues-tab.ts';
import { clean, type ReadLine, readLines, type TabCells, toCells } from './cells.ts';
import { daysOffTab, readDaysOff } from './days-off-tab.ts';
import { deadlinesTab, eventKeys, obligationId, type ReadDeadlines, readDeadlines } from './deadlines-tab.ts';
import { faultManyPeople } from './many-people.ts';
import { faultPastDeadlines, type Moment } from './past-deadlines.ts';
import { planTab, readPlanTab, toPlanCells } from './plan-tab.ts';
import { type ControlProblem, toMessage } from './problem.ts';
import { obligationKeys, quotasTab, readQuotas } from './quotas-tab.ts';
import { readStaffTab, staffTab } from './staff-tab.ts';
import { type ControlState, type ControlTab, fromList, type PeopleTabId, yesNo } from './tab.ts';
import { readUnits, unitKeys, unitsTab } from './units-tab.ts';

/** In the order of the sheet. */
export const peopleTabs: readonly ControlTab[] = [
  planTab,
  unitsTab,
  quotasTab,
  deadlinesTab,
  staffTab,
  daysOffTab,
  cataloguesTab,
];

export type ControlCells = Partial<Record<PeopleTabId, TabCells>>;

/** The whole of every tab as it is first written. */
export const toControlTabs = (state: ControlState): Record<PeopleTabId, CellValue[][]> =>
  Object.fromEntries(
    peopleTabs.map((tab) => [
      tab.id,
      tab === planTab ? toPlanCells(tab.linesOf(state)) : toCells(tab, tab.linesOf(state)),
    ]),
  ) as Record<PeopleTabId, CellValue[][]>;

export type ReadControl = { ok: true; state: ControlState } | { ok: false; problems: ControlProblem[] };

/** `base` is what is in force; with a `moment`, deadlines that would be past and crowds of people must be confirmed. */
export function readControlTabs(cells: ControlCells, base: ControlState, moment?: Moment): ReadControl {
  const problems: ControlProblem[] = [];
  const report = (problem: ControlProblem): void => void problems.push(problem);
  const read = (tab: ControlTab) => readLines(tab, cells[tab.id], report, tab.linesOf(base).length === 0);
  const entry = readPlanTab(cells.plan, report);
  const words = readCatalogues(read(cataloguesTab));
  const { units, lineOf } = readUnits(read(unitsTab), words.unitKinds);
  const quotas = readQuotas(read(quotasTab), words.unitKinds);
  const due = readDeadlines(read(deadlinesTab), quotas, words.unitKinds);
  const people = read(staffTab);
  const staff = readStaffTab(people, new Set(units.map(({ id }) => id)));
  const daysOff = readDaysOff(read(daysOffTab));
  faultAnniversaries(due, units, lineOf, words);
  const plan = entry && toPlan(entry, base.plan, { words, units, due });
  if (problems.length > 0 || plan === undefined) return { ok: false, problems: inOrder(problems, cells) };
  const parsed = parsePlan({ ...plan, catalogues: words.catalogues });
  if (!parsed.ok) return { ok: false, problems: parsed.faults.map(toPlanProblem) };
  if (moment) {
    faultPastDeadlines(base.plan, plan, due.lineOf, moment);
    faultManyPeople(base.staff, staff, people.lines);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, state: { plan, staff, daysOff, catalogues: words.catalogues } };
}

/** Tab by tab as the sheet has them, line by line. */
function inOrder(problems: readonly ControlProblem[], cells: ControlCells): ControlProblem[] {
  const titles = peopleTabs.map(({ id, title }) => cells[id]?.title ?? title);
  return [...problems].sort(
    (a, b) => titles.indexOf(a.tab) - titles.indexOf(b.tab) || (a.line ?? 0) - (b.line ?? 0),
  );
}

const toPlanProblem = (sentence: string): ControlProblem => ({
  code: 'plan-fault',
  tab: planTab.title,
  found: '',
  message: toMessage(planTab, 'plan-fault', { sentence }),
});

function faultAnniversaries(
  { obligations }: ReadDeadlines,
  units: readonly Unit[],
  lineOf: ReadonlyMap<string, ReadLine>,
  { unitKinds }: ReadCatalogues,
): void {
  const kinds = new Set(
    obligations.filter(({ deadline }) => deadline.kind === 'anniversary').map(({ unitKind }) => unitKind),
  );
  for (const { id, kind, anniversary } of units)
    if (kinds.has(kind) && anniversary === undefined)
      lineOf
        .get(id)
        ?.fault('anniversary', 'unit-anniversary-missing', { kind: unitKinds[kind]?.name ?? kind });
}

interface ReadParts {
  words: ReadCatalogues;
  units: readonly Unit[];
  due: ReadDeadlines;
}

function toPlan({ values, fault }: ReadLine, base: Plan, { words, units, due }: ReadParts): Plan {
  const text = (key: string): string => clean(values[key]);
  const named = words.levels.map((level) => [level.id, level] as const);
  const levelIds = (key: string): string[] =>
    fromList(values[key]).flatMap((word) => {
      const id = findNamed(named, word);
      if (id === undefined) {
        const choices = words.levels.map(({ name }) => name).join('; ');
        fault(key, 'word-unknown', { what: 'cấp', value: word, choices });
      }
      return id ?? [];
    });
  const order = levelIds('levels');
  const twice = order.find((id, index) => order.indexOf(id) < index);
  if (twice !== undefined) fault('levels', 'word-twice', { value: twice });
  const left = words.levels.find(({ id }) => !order.includes(id));
  if (left !== undefined && values.levels !== undefined)
    fault('levels', 'levels-incomplete', { value: left.name });
  if (values.id !== undefined && values.id !== base.id)
    fault('id', 'plan-id-changed', { value: values.id, id: base.id });
  if (text('inForceTo') !== '' && text('inForceTo') < text('inForceFrom')) {
    const shown = (iso: string): string => iso.split('-').reverse().join('/');
    fault('inForceTo', 'dates-backwards', {
      value: shown(text('inForceTo')),
      from: shown(text('inForceFrom')),
    });
  }
  const { headLeads: _head, lastCall: _call, escalationStep: _step, closeAfterDays: _close, ...kept } = base;
  return {
    ...kept,
    id: text('id'),
    number: text('number'),
    title: String(values.title ?? ''),
    issuer: text('issuer'),
    signer: text('signer'),
    issuedOn: text('issuedOn'),
    inForceFrom: text('inForceFrom'),
    inForceTo: text('inForceTo'),
    timeZone: text('timeZone'),
    levels: order.flatMap((id) => words.levels.find((level) => level.id === id) ?? []),
    unitKinds: words.unitKinds,
    obligations: due.obligations.map((owed) => carry(owed, base.obligations, obligationId, obligationKeys)),
    events: due.events.map((event): PlanEvent => carry(event, base.events, ({ id }) => id, eventKeys)),
    publication: {
      ...base.publication,
      levels: levelIds('publicLevels'),
      showBirthYear: values.showBirthYear === yesNo.yes,
      channels: fromList(values.channels),
    },
    ...toRhythm({ values, fault }),
    units: units.map((unit) => carry(unit, base.units, ({ id }) => id, unitKeys)),
  };
}

type Rhythm = Pick<
  Plan,
  'reminderLeads' | 'headLeads' | 'lastCall' | 'overdueSteps' | 'escalationStep' | 'closeAfterDays'
>;

/** When who is told. What is only a part of the leads or steps must be one of them, or it would never strike. */
function toRhythm({ values, fault }: Pick<ReadLine, 'values' | 'fault'>): Rhythm {
  const numbers = (key: string): number[] => fromList(values[key]).map(Number);
  const [reminderLeads, headLeads, overdueSteps] = ['reminderLeads', 'headLeads', 'overdueSteps'].map(
    numbers,
  ) as [number[], number[], number[]];
  if (overdueSteps.includes(0)) fault('overdueSteps', 'numbers-zero', { value: values.overdueSteps ?? '' });
  const { lastCall, escalationStep, closeAfterDays } = values;
  const mustBeIn = (key: string, value: number | undefined, all: string, known: readonly number[]): void => {
    if (value === undefined || known.includes(value)) return;
    const field = planTab.columns.find((column) => column.key === all)?.header ?? all;
    fault(key, 'lead-unknown', { value, field, choices: known.join('; ') });
  };
  for (const lead of headLeads) mustBeIn('headLeads', lead, 'reminderLeads', reminderLeads);
  if (escalationStep !== undefined)
    mustBeIn('escalationStep', Number(escalationStep), 'overdueSteps', overdueSteps);
  return {
    reminderLeads,
    ...(headLeads.length === 0 ? {} : { headLeads }),
    ...(lastCall === undefined ? {} : { lastCall: lastCall === yesNo.yes }),
    overdueSteps,
    ...(escalationStep === undefined ? {} : { escalationStep: Number(escalationStep) }),
    ...(closeAfterDays === undefined ? {} : { closeAfterDays: Number(closeAfterDays) }),
  };
}

/** What the sheet says of a thing, over what it has no column for and the version in force has. */
function carry<T extends Unit | Obligation | PlanEvent>(
  read: T,
  before: readonly T[],
  idOf: (thing: T) => string,
  keys: readonly (keyof T)[],
): T {
  const known = before.find((one) => idOf(one) === idOf(read));
  if (!known) return read;
  const kept = { ...known };
  for (const key of keys) delete kept[key];
  return { ...kept, ...read };
}
