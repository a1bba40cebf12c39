/** `npm run demo -- --year`: a year of the plan by the clock, and every mail of it counted against the calendar. */
import { fileURLToPath } from 'node:url';
import type { Plan, Staff } from '../../../../functions/domain/plan.ts';
import { holidaysOf } from '../../../../functions/plans/holidays.ts';
import { presets } from '../../../../functions/plans/index.ts';
import type { Log } from '../../../../functions/ports.ts';
import type { OutboxMail } from '../../../../functions/records.ts';
import { provision } from '../../../provision/provision.ts';
import { quietLog } from '../../runtime/console-log.ts';
import { type Local, startLocal } from '../../runtime/local.ts';
import type { LocalOptions } from '../../runtime/options.ts';
import { Progress } from '../../runtime/progress.ts';
import { sampleStaff } from '../../samples/people.ts';
import { withFewerUnits, workbooksOf } from '../../trial.ts';
import { openJournal } from '../journal.ts';
import { createPeople } from '../people.ts';
import { type Arrived, toArrived } from './arrived.ts';
import { expectedOf } from './expected.ts';
import { toOfficeDays } from './office-days.ts';
import { playYear, settle } from './play.ts';
import { type Kept, promisesOf } from './promises.ts';
import { toYearScript } from './script.ts';
import { yearTable } from './table.ts';

export interface YearOptions {
  options: LocalOptions;
  /** 5 % of the mail calls fail before their effect, 3 % after it. */
  withFaults: boolean;
  print(line: string): void;
}

export async function runYear({ options, withFaults, print }: YearOptions): Promise<number> {
  const started = performance.now();
  const year = options.period.slice(0, 4);
  const plan = yearPlan(options);
  const staff = sampleStaff(plan.units);
  // The first reminders for January come in December.
  const firstDay = `${Number(year) - 1}-12-16`;
  const lastDay = `${year}-12-31`;
  const days = toOfficeDays(firstDay, lastDay, holidaysOf(plan));
  const acts = toYearScript(plan, year, days);
  const local = await startLocal({
    options: { ...options, empty: true },
    rulesFile: fileURLToPath(new URL('../../../firestore.rules', import.meta.url)),
    startAt: new Date(`${firstDay}T06:00:00+07:00`),
    log: withFaults ? silent : quietLog,
    observe: onFirstFault(() => print('Đang có lệnh gọi thư bị lỗi theo lệnh.')),
  });
  try {
    print(`Kho: ${local.storeDescription}. Người và việc trong bản chạy thử đều là hư cấu.`);
    const people = createPeople(local.urls);
    await setUp(local, plan, options.period, staff);
    if (withFaults) orderFaults(local);
    await settle(local);
    const workbooks = await workbooksOf(people, plan.id, options.period);
    const journal = openJournal(options.data);
    await playYear({ local, people, journal, plan, period: options.period, workbooks, acts }, lastDay);
    local.workspace.faults.clear();

    const heads = new Set(staff.filter(({ role }) => role === 'head').map(({ email }) => email));
    const arrived: Arrived = toArrived(await people.mailbox(), (email) => heads.has(email));
    const outbox = (await local.store.list<OutboxMail>('outbox')).map(({ data }) => data);
    const expected = expectedOf(plan, year, days, acts);
    print(`\n${plan.number}, năm ${year}: ${plan.units.length} đơn vị, ${staff.length} cán bộ.\n`);
    for (const line of yearTable(expected, arrived)) print(line);
    print(`\n${legend}\n`);
    const kept = promisesOf(expected, arrived, outbox, days.mornings);
    for (const line of kept.flatMap(promiseLines)) print(line);
    const isKept = kept.every(({ broken }) => broken.length === 0);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    print(
      `\n${arrived.mails.length} thư. ${isKept ? 'Cả năm đúng lịch' : 'Có điều không đúng'}, hết ${seconds} giây.`,
    );
    return isKept ? 0 : 1;
  } finally {
    await local.queue.idle();
    await local.close();
  }
}

/** Failures that were ordered are no news; what they leave behind is counted at the end. */
const silent: Log = { info: () => undefined, error: () => undefined };

const legend =
  'Đến hạn: theo lịch của kế hoạch, như khi chưa ai nộp. Tránh được: lúc đó danh sách đã đến cấp trên, hoặc thủ trưởng không còn việc phải làm. Gộp: đi chung thư với việc khác.';

function promiseLines({ promise, broken }: Kept): string[] {
  const rest = broken.length - 5;
  return [
    `   ${broken.length === 0 ? '✓' : '✗'} ${promise}`,
    ...broken.slice(0, 5).map((fault) => `       ${fault}`),
    ...(rest > 0 ? [`       … và ${rest} trường hợp nữa`] : []),
  ];
}

/** Given to enterprises only, which are invented; 29/02 is one of them. */
const traditionDays = ['03-26', '02-29', '05-19', '07-27', '08-19', '10-10', '11-20', '12-22'];

function yearPlan({ plan: planId, units }: LocalOptions): Plan {
  const preset = presets[planId] as Plan;
  const plan = units === undefined ? preset : withFewerUnits(preset, units);
  const invented = plan.units.filter(({ kind }) => kind === 'enterprise').map(({ id }) => id);
  const dayOf = (id: string): string | undefined =>
    traditionDays[invented.indexOf(id) % traditionDays.length];
  return {
    ...plan,
    // The year is told by the lists of exemplars alone.
    obligations: plan.obligations.filter(({ form }) => form === 'exemplar'),
    units: plan.units.map((unit) => {
      const anniversary = invented.includes(unit.id) ? dayOf(unit.id) : undefined;
      return anniversary === undefined ? unit : { ...unit, anniversary };
    }),
  };
}

async function setUp(
  { store, google, urls }: Local,
  plan: Plan,
  period: string,
  staff: readonly Staff[],
): Promise<void> {
  const bar = new Progress('Dựng bảng tính');
  const onWorkbook = (done: number, all: number): void => bar.show(done, all);
  const listingUrl = urls.listing;
  await provision({ store, admin: google.admin, plan, period, staff: [...staff], listingUrl, onWorkbook });
  bar.end();
}

/** Another seed in each process, or a killed year would meet the same faults at the same place for ever. */
const orderFaults = ({ workspace }: Local): void =>
  workspace.faults.set({
    seed: process.pid,
    rules: [
      { service: 'gmail', rate: 0.05, when: 'before' },
      { service: 'gmail', rate: 0.03, when: 'after' },
    ],
  });

/** Said once, so that a run with faults can show that they struck. */
function onFirstFault(say: () => void): (exchange: { path: string; status: number }) => void {
  let isSaid = false;
  return ({ path, status }) => {
    if (isSaid || status !== 503 || !path.startsWith('/gmail/')) return;
    isSaid = true;
    say();
  };
}
