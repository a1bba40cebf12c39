/** A small province on the real local stack: workspace, embedded store, functions over HTTP, with contract checks on every call. */
import { fileURLToPath } from 'node:url';
import { periodsWithin } from '../../functions/domain/period.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import type { Unit } from '../../functions/domain/unit.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { createPeople, type People, type WorkbookInfo } from '../../infra/local/demo/people.ts';
import { type Local, startLocal } from '../../infra/local/runtime/local.ts';
import { sampleStaff, staffEmail } from '../../infra/local/samples/people.ts';
import { sampleRows, type TypedRow } from '../../infra/local/samples/rows.ts';
import { tabOf, typeRows, type UnitTab } from '../../infra/local/trial.ts';
import { provision } from '../../infra/provision/provision.ts';
import { createContractChecker } from '../contract/discovery.ts';

/** An invented tradition day for all, far from the days of most tests: units without one are mailed about it. */
export const traditionDay = '08-19';

/** KH 113 with one district of two communes, one cluster, one agency. */
export const smallUnits: Unit[] = [
  { id: '95', name: 'Tỉnh Bạc Liêu', kind: 'province', parent: null },
  { id: '956', name: 'Huyện Hồng Dân', kind: 'district', parent: '95', anniversary: traditionDay },
  { id: '31843', name: 'Xã Ninh Hòa', kind: 'commune', parent: '956', anniversary: traditionDay },
  { id: '31846', name: 'Xã Lộc Ninh', kind: 'commune', parent: '956', anniversary: traditionDay },
  { id: 'CK01', name: 'Khối thi đua số 1', kind: 'cluster', parent: '95', anniversary: traditionDay },
  { id: 'CQ01', name: 'Sở Y tế', kind: 'agency', parent: '95', anniversary: traditionDay },
];

/** Only the lists of exemplars: what else KH 113 asks would bring twice as many workbooks and mails into every test. */
export const smallPlan: Plan = {
  ...kh113BacLieu,
  obligations: kh113BacLieu.obligations.filter(({ form }) => form === 'exemplar'),
  units: smallUnits,
};

export interface Office {
  local: Local;
  people: People;
  plan: Plan;
  workbooks: WorkbookInfo[];
  /** Of another form: its period, "2025.BD". */
  tab(unitId: string, period?: string): UnitTab;
  /** Right rows for a unit, as a person types them. */
  rows(unitId: string, count: number, kinds?: TypedRow['kind'][]): TypedRow[];
  /** Pastes rows as the unit's clerk. */
  type(unitId: string, rows: readonly TypedRow[], offset?: number): Promise<void>;
  /** The clerk's "Nộp danh sách". */
  submit(unitId: string, extra?: object): ReturnType<People['press']>;
  /** The head signs by the link of the newest mail. */
  sign(unitId: string): Promise<string>;
  /** Type, submit, sign; throws when refused. */
  send(unitId: string, rows: readonly TypedRow[], extra?: object): Promise<void>;
  /** All queued work done, and one tick. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const kindOf = { 'Cá nhân': 'individual', 'Tập thể': 'collective', 'Mô hình': 'model' } as const;

export interface OfficeOptions {
  plan?: Plan;
  /** Whose workbooks are set up: all periods that fall into it. */
  period?: string;
  /** A folder keeps the state; absent keeps it in memory. */
  data?: string;
  startAt?: Date;
  /** Sees every call to Google's services, from before provisioning on. */
  observe?: Parameters<typeof startLocal>[0]['observe'];
  /** Look at a workbook soon after a person edits it, as `npm start` does. */
  push?: boolean;
  /** Where a test orders failures, it says so: they are not printed, and the queue does not wait long to meet the next. */
  failuresExpected?: boolean;
}

/** One for all offices: reading the descriptions takes longer than a day in a small office. */
const checker = createContractChecker();

export async function startOffice({
  plan = smallPlan,
  period = '2025',
  data,
  startAt = new Date('2025-01-08T08:00:00+07:00'),
  observe,
  push = false,
  failuresExpected = false,
}: OfficeOptions = {}): Promise<Office> {
  const violations = new Set<string>();
  const local = await startLocal({
    options: {
      plan: plan.id,
      period,
      empty: true,
      data,
      store: 'embedded',
      ports: { workspace: 0, functions: 0, listing: 0, firestore: 0 },
    },
    rulesFile: fileURLToPath(new URL('../../infra/firestore.rules', import.meta.url)),
    startAt,
    push,
    ...(failuresExpected ? { firstPauseMs: 5 } : {}),
    log: {
      info: () => undefined,
      error: (message, fields) => (failuresExpected ? undefined : console.error(message, fields)),
    },
    observe(exchange) {
      observe?.(exchange);
      for (const violation of checker.check(exchange)) violations.add(violation);
    },
  });
  for (const each of periodsWithin(plan, period))
    await provision({
      store: local.store,
      admin: local.google.admin,
      plan,
      period: each,
      staff: sampleStaff(plan.units, plan),
      listingUrl: local.urls.listing,
    });
  await local.tickAndSettle();
  const people = createPeople(local.urls);
  const workbooks = await people.workbooks();
  const unitOf = (id: string): Unit => office.plan.units.find((unit) => unit.id === id) as Unit;
  const office: Office = {
    local,
    people,
    plan,
    workbooks,
    tab: (unitId, wanted = period) =>
      tabOf(
        office.workbooks.filter((book) => book.period === wanted),
        unitId,
      ),
    rows(unitId, count, kinds = ['Cá nhân', 'Tập thể', 'Mô hình']) {
      const { id, name, kind } = unitOf(unitId);
      return sampleRows(
        { id, name, kind, parentName: 'Huyện Hồng Dân' },
        {
          count,
          kinds: kinds.map((word) => kindOf[word as keyof typeof kindOf]),
          period,
          seed: 7,
        },
      );
    },
    type: (unitId, rows, offset = 0) => typeRows(people, office.tab(unitId), unitId, rows, offset),
    submit: (unitId, extra = {}) =>
      people.press(staffEmail('clerk', unitId), 'submit', {
        spreadsheetId: office.tab(unitId).spreadsheetId,
        unit: unitId,
        ...extra,
      }),
    sign: (unitId) => people.answerSignOff(staffEmail('head', unitId), unitOf(unitId).name, 'sign', ''),
    async send(unitId, rows, extra) {
      await office.type(unitId, rows);
      const { body } = await office.submit(unitId, extra);
      if (!body.ok) throw new Error(JSON.stringify(body, null, 1));
      await local.queue.idle();
      await office.sign(unitId);
      await local.queue.idle();
    },
    settle: () => local.tickAndSettle(),
    async close() {
      await local.queue.idle();
      await local.close();
      if (violations.size > 0) throw new Error(`Google would not know this:\n${[...violations].join('\n')}`);
    },
  };
  return office;
}
