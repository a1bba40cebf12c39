/** A plan written to the tabs and read back is the same plan, whatever people's sheets do to cells on the way. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate, serialToIso } from '../../../functions/domain/date.ts';
import type { DeadlineRule } from '../../../functions/domain/deadline.ts';
import type { EventDay, Obligation, Plan, StaffRole } from '../../../functions/domain/plan.ts';
import type { CellValue } from '../../../functions/domain/row.ts';
import { toChanges } from '../../../functions/plans/control-sheet/changes.ts';
import { type ControlCells, peopleTabs } from '../../../functions/plans/control-sheet/index.ts';
import type { ControlState } from '../../../functions/plans/control-sheet/tab.ts';
import { presets } from '../../../functions/plans/index.ts';
import { kh113BacLieu } from '../../../functions/plans/kh-113-bac-lieu.ts';
import { parsePlan } from '../../../functions/plans/parse-plan.ts';
import { smallPlan } from '../../support/office.ts';
import { cellsOf, edited, readBack, smallState, stateOf } from './sheet.ts';

/** Another plan under the same id: whatever is not read from the sheet would show. */
const stranger = (state: ControlState): ControlState => ({
  plan: { ...smallPlan, id: state.plan.id, number: '1/X', units: [], obligations: [], events: [] },
  staff: [],
  daysOff: [],
  catalogues: [],
});

test.each(Object.values(presets))('$number comes back from its tabs as it was', (plan) => {
  const state = stateOf(plan);
  expect(readBack(cellsOf(state), state)).toEqual(state);
});

test('what the tabs say does not come from the version in force', () => {
  expect(readBack(cellsOf(smallState), stranger(smallState))).toEqual(smallState);
});

test('what the tabs have no column for stays as it is in force', () => {
  const plan: Plan = { ...smallPlan, scoring: kh113BacLieu.scoring! };
  const [commune, ...others] = plan.obligations as [Obligation, ...Obligation[]];
  const rich = stateOf({ ...plan, obligations: [{ ...commune, weight: 2 } as Obligation, ...others] });
  expect(readBack(cellsOf(rich), rich)).toEqual(rich);
});

const name = fc
  .array(fc.constantFrom('Xã', 'Phường', 'Ninh Hòa', 'Đông', 'Bạc', 'số 1', '(mới)', 'Ủy ban'), {
    minLength: 2,
    maxLength: 4,
  })
  .map((words) => words.join(' '));
const isoDay = fc
  .date({ min: new Date('2021-01-01'), max: new Date('2030-12-28'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const yearlyRule: fc.Arbitrary<DeadlineRule> = fc.oneof(
  fc.record({
    kind: fc.constant('yearly' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    strict: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('once' as const), date: isoDay, strict: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('anniversary' as const, 'periodEnd' as const), strict: fc.boolean() }),
);

const monthlyRule: fc.Arbitrary<DeadlineRule> = fc.record({
  kind: fc.constant('monthly' as const),
  day: fc.integer({ min: 1, max: 28 }),
  strict: fc.boolean(),
});

const partRule = (kind: 'quarterly' | 'halfYearly'): fc.Arbitrary<DeadlineRule> =>
  fc.record({
    kind: fc.constant(kind),
    month: fc.integer({ min: 1, max: 6 }),
    day: fc.integer({ min: 1, max: 28 }),
    strict: fc.boolean(),
  });

/** Of one form: all in one rhythm. */
const fiveRules = fc
  .constantFrom(yearlyRule, monthlyRule, partRule('quarterly'), partRule('halfYearly'))
  .chain((rule) => fc.array(rule, { minLength: 5, maxLength: 5 }));

const eventDay: fc.Arbitrary<EventDay> = yearlyRule.map(({ strict: _strict, ...day }) => day as EventDay);

const withoutBlanks = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;

const anyState: fc.Arbitrary<ControlState> = fc
  .record({
    title: name,
    deadlines: fiveRules,
    min: fc.integer({ min: 0, max: 9 }),
    over: maybe(fc.integer({ min: 0, max: 9 })),
    units: fc.array(
      fc.record({
        name,
        anniversary: isoDay,
        validFrom: maybe(isoDay),
        reviewBody: maybe(name),
        contact: maybe(name),
      }),
      { maxLength: 5 },
    ),
    leads: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }),
    heads: fc.nat({ max: 4 }),
    steps: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
    escalates: fc.boolean(),
    lastCall: maybe(fc.boolean()),
    closeAfterDays: maybe(fc.integer({ min: 1, max: 400 })),
    events: fc.array(
      fc.record({
        on: eventDay,
        roles: fc.subarray(['clerk', 'head', 'reviewer', 'admin'] as StaffRole[]),
      }),
      { maxLength: 4 },
    ),
    days: fc.uniqueArray(isoDay, { minLength: 1, maxLength: 5 }),
    showBirthYear: fc.boolean(),
  })
  .map(
    ({ title, deadlines, min, over, units, leads, heads, steps, events, days, showBirthYear, ...more }) => {
      const { escalates, lastCall, closeAfterDays } = more;
      const {
        headLeads: _heads,
        lastCall: _call,
        escalationStep: _step,
        closeAfterDays: _close,
        ...kept
      } = smallPlan;
      const day = (iso: string): string => (iso.endsWith('02-29') ? '02-28' : iso.slice(5));
      const plan: Plan = {
        ...kept,
        title,
        publication: { ...smallPlan.publication, showBirthYear },
        reminderLeads: leads,
        overdueSteps: steps,
        ...(withoutBlanks({
          headLeads: heads > 0 && leads.length > 0 ? leads.slice(0, heads) : undefined,
          escalationStep: escalates ? steps[0] : undefined,
          lastCall,
          closeAfterDays,
        }) as Partial<Pick<Plan, 'headLeads' | 'lastCall' | 'escalationStep' | 'closeAfterDays'>>),
        events: events.map(({ on, roles }, index) => ({
          id: `SK-${index}`,
          name: `Sự kiện ${index}`,
          on,
          leadWorkingDays: index,
          unitKinds: ['commune'],
          ...(roles.length > 0 ? { roles } : {}),
        })),
        obligations: smallPlan.obligations.map((owed, index) => ({
          ...owed,
          deadline: deadlines[index] as DeadlineRule,
          quota: over === undefined ? { min } : { min, max: min + over },
        })),
        units: [
          ...smallPlan.units.map((unit) => ({ ...unit, anniversary: '06-11' })),
          ...units.map((unit, index) => ({
            ...withoutBlanks(unit),
            id: `0${index}-X`,
            kind: 'commune',
            parent: '956',
            anniversary: day(unit.anniversary),
          })),
        ] as Plan['units'],
      };
      return { ...stateOf(plan), daysOff: days.map((date) => ({ date, name: 'Nghỉ bù', source: '' })) };
    },
  );

test('any plan that the parser takes comes back from its tabs as it was, and no change is seen', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(parsePlan(state.plan).ok).toBe(true);
      const back = readBack(cellsOf(state), stranger(state));
      expect(back).toEqual(state);
      expect(toChanges(state, back)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

type Cell = (value: CellValue, column: { type: string } | undefined) => CellValue;

const everyCell = (cells: Required<ControlCells>, change: Cell): ControlCells =>
  Object.fromEntries(
    peopleTabs.map((tab) => {
      const { title, merges, values } = cells[tab.id];
      const columns = tab.id === 'plan' ? [] : tab.columns;
      const changed = values.map((row, index) =>
        index < 2 ? row : row.map((value, at) => (value === '' ? '' : change(value, columns[at]))),
      );
      return [tab.id, { title, merges, values: changed }];
    }),
  );

const realities: [string, (cells: Required<ControlCells>) => ControlCells][] = [
  [
    'text in NFD',
    (cells) => everyCell(cells, (value) => (typeof value === 'string' ? value.normalize('NFD') : value)),
  ],
  [
    'no-break spaces and ends',
    (cells) =>
      everyCell(cells, (value) =>
        typeof value === 'string' ? ` ${value.replaceAll(' ', '\u00a0')}\u00a0` : value,
      ),
  ],
  [
    'dates as text',
    (cells) =>
      everyCell(cells, (value, column) =>
        column?.type === 'date' ? formatDate(serialToIso(Number(value)) ?? '') : value,
      ),
  ],
  [
    'whole numbers as text',
    (cells) => everyCell(cells, (value, column) => (column?.type === 'integer' ? String(value) : value)),
  ],
  [
    'codes as numbers',
    (cells) =>
      everyCell(cells, (value) =>
        typeof value === 'string' && /^[1-9]\d*$/.test(value) ? Number(value) : value,
      ),
  ],
  ['blank lines between', (cells) => eachTab(cells, (rows) => rows.flatMap((row) => [[], row, ['', ' ']]))],
  [
    'columns moved',
    (cells) =>
      eachTab(
        cells,
        (rows) => rows,
        (row) => [...row].reverse(),
      ),
  ],
];

function eachTab(
  cells: Required<ControlCells>,
  lines: (rows: CellValue[][]) => CellValue[][],
  row: (row: CellValue[]) => CellValue[] = (same) => same,
): ControlCells {
  return Object.fromEntries(
    peopleTabs.map(({ id }) => {
      const [headers = [], keys = [], ...rest] = cells[id].values.map(row);
      return [id, { ...cells[id], values: [headers, keys, ...lines(rest)] }];
    }),
  );
}

test.each(realities)('reads the same plan with %s', (_what, change) => {
  expect(readBack(change(cellsOf(smallState)))).toEqual(smallState);
});

test('lines sorted otherwise are no change', () => {
  const sorted = eachTab(cellsOf(smallState), (rows) =>
    [...rows].sort((a, b) => (String(a) < String(b) ? 1 : -1)),
  );
  const back = readBack(sorted);
  expect(back.plan.units.map(({ id }) => id)).not.toEqual(smallState.plan.units.map(({ id }) => id));
  expect(toChanges(smallState, back)).toEqual([]);
});

test('a cell that is emptied takes away what is in force', () => {
  const units = smallPlan.units.map((unit) => ({ ...unit, reviewBody: 'Hội đồng', anniversary: '06-11' }));
  const base = stateOf({ ...smallPlan, units });
  const sheet = edited(base);
  sheet.type('units', 'Xã Ninh Hòa', 'reviewBody', '');
  sheet.type('quotas', 'Xã, phường, thị trấn', 'max', '');
  sheet.type('quotas', 'Huyện, thị xã, thành phố', 'attachment', '');
  sheet.type('quotas', 'Huyện, thị xã, thành phố', 'attachmentId', '');
  const { plan } = readBack(sheet.cells, base);
  expect(plan.units.find(({ id }) => id === '31843')).toEqual({
    id: '31843',
    name: 'Xã Ninh Hòa',
    kind: 'commune',
    parent: '956',
    anniversary: '06-11',
  });
  expect(plan.obligations[0]?.quota).toEqual({ min: 5 });
  expect(plan.obligations[1]).not.toHaveProperty('attachment');
});
