/** The morning's digests: read the state of every plan, owe one mail a person, and remember the day as done. */
import { owedScores } from '../desks/judging-state.ts';
import { readDoubts } from '../desks/read-doubts.ts';
import { type Deadline, isLate, localDate } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import { formOfPeriod, mainForm } from '../domain/period.ts';
import type { Plan } from '../domain/plan.ts';
import type { UnitRequest } from '../domain/request.ts';
import { currentVersion, type Submission } from '../domain/submission.ts';
import { owesNoMore } from '../domain/unit-standing.ts';
import { reviewTabOf, tabOfKind, unitTabOf, type Workbook, type WorkbookTab } from '../domain/workbook.ts';
import { daysThrough } from '../domain/working-days.ts';
import { scoreUrl } from '../links/score-link.ts';
import { signOffLink } from '../links/sign-off-link.ts';
import { type Duty, duty } from '../lists/unit-list.ts';
import { hasTroubles } from '../mails/administrator-blocks.ts';
import { type DigestDay, isCalendarDay, isFirstOfWeek } from '../mails/digest-calendar.ts';
import type { DigestState } from '../mails/digest-state.ts';
import { withControlFaults } from '../mails/due-control.ts';
import { dueDigests } from '../mails/due-digests.ts';
import { endingsOn } from '../mails/due-endings.ts';
import { withTickets } from '../mails/due-tickets.ts';
import { withMailTroubles } from '../mails/due-troubles.ts';
import { listNames } from '../plans/control-sheet/lists.ts';
import { holidayStanding } from '../plans/holidays.ts';
import {
  type LoadedPlan,
  officeZone,
  paths,
  readDossiers,
  readExtensions,
  readPlan,
  readRequests,
  readStaff,
  type Standing,
  saveOver,
  syncMark,
} from '../records.ts';
import type { Services } from '../services.ts';
import { readAdministrators } from './administrators.ts';
import { readControlFaults } from './control-faults.ts';
import { readMailTroubles } from './mail-troubles.ts';
import { type MorningCursor, readMorning } from './morning.ts';
import { forgetWrites, readTicketStates } from './open-tickets.ts';
import { oweMail, saveNew } from './outbox.ts';
import { areLinksOver, unitLink } from './submission-mails.ts';

interface DigestCursor extends MorningCursor {
  /** Plans and periods that were in a digest. */
  seen?: string[];
}

/** Number of digests owed now; 0 when the day is done, is no working day, or it is too early. */
export async function makeDigests(services: Services): Promise<number> {
  const morning = await readMorning<DigestCursor>(services, 'digest');
  if (!morning) return 0;
  const { store, clock, settings } = services;
  const { day, since, until, holidays, cursor } = morning;
  const now = clock.now();
  const previousDay = localDate(new Date(since), officeZone);
  const today: DigestDay = { day, previousDay, since, until, holidays, listingUrl: settings.listingUrl };
  const seen = new Set(cursor?.data.seen ?? []);
  const { states, plans, passed } = await loadStates(services, today, seen);
  const due = withTickets(dueDigests(states, today), await readTicketStates(services, today), today);
  const told = withControlFaults(due, await readControlFaults(services), today);
  const digests = await withTroubles(services, told, day);
  const owed = [...digests].map(([email, data]) => oweMail('dailyDigest', email, [day], data, now));
  if (!(await saveNew(store, owed))) return 0;
  const done = saveOver(paths.cursor('digest'), cursor, { until, day, seen: plans } satisfies DigestCursor);
  const marks = passed.map((spreadsheetId) => syncMark(spreadsheetId, now));
  const forgotten = await forgetWrites(services);
  return (await store.commit([done, ...marks, ...forgotten])).ok ? owed.length : 0;
}

async function withTroubles(services: Services, digests: ReturnType<typeof dueDigests>, day: string) {
  const troubles = await readMailTroubles(services);
  if (!hasTroubles(troubles)) return digests;
  const administrators = await readAdministrators(services);
  if (administrators.length === 0)
    services.log.error('mails need a person, and no plan names an administrator', {});
  return withMailTroubles(digests, troubles, administrators, day);
}

async function loadStates(services: Services, today: DigestDay, seen: ReadonlySet<string>) {
  const workbooks = (await services.store.list<Workbook>('workbooks')).map(({ data }) => data);
  const groups = [...Map.groupBy(workbooks, ({ planId, period }) => `${planId} ${period}`)];
  const loaded = await Promise.all(
    groups.map(([name, group]) => loadState(services, group, today, !seen.has(name))),
  );
  return {
    states: loaded.flatMap(({ state }) => state ?? []),
    passed: loaded.flatMap(({ passed }) => passed),
    plans: groups.map(([name]) => name),
  };
}

/** Nobody edits a workbook because a day is over; its Tổng hợp says that a list is late only if it is synced. */
const passedIn = (
  workbooks: readonly Workbook[],
  duties: ReadonlyMap<string, Duty>,
  { since, until }: DigestDay,
): string[] => {
  const hasPassed = ({ lateFrom }: Pick<Deadline, 'lateFrom'>): boolean =>
    isLate({ lateFrom }, new Date(until)) && !isLate({ lateFrom }, new Date(since));
  const isConcerned = ({ unitId = '' }: WorkbookTab): boolean => {
    const deadline = duties.get(unitId)?.deadline;
    return deadline !== undefined && (hasPassed(deadline) || hasPassed(deadline.own));
  };
  return workbooks.filter(({ tabs }) => tabs.some(isConcerned)).map(({ spreadsheetId }) => spreadsheetId);
};

/** No state when neither the calendar nor any dossier has anything to tell: the usual morning, at the price of a few reads. */
async function loadState(
  services: Services,
  workbooks: readonly Workbook[],
  today: DigestDay,
  isNew: boolean,
): Promise<{ state?: DigestState; passed: string[] }> {
  const { store } = services;
  const { planId, period } = workbooks[0] as Workbook;
  const loaded = await readPlan(store, planId);
  // Days of the plan are told once, beside its main form.
  const events = formOfPeriod(period) === mainForm(loaded.plan) ? loaded.plan.events : [];
  const plan: Plan = { ...loaded.plan, events };
  const duties = await dutiesOf(services, loaded, workbooks, period);
  // A digest late by weeks still finds everything.
  const days = daysThrough(localDate(new Date(today.since), officeZone), today.day);
  const touched = (
    await Promise.all(days.map((touchedOn) => readDossiers(store, { touchedOn, planId, period })))
  ).flatMap((stored) => stored.map(({ data }) => data));
  const deadlines = [...duties.values()].map(({ deadline }) => deadline);
  const opensYear = isFirstOfYear(period, today, isNew);
  const hasDay = isCalendarDay(plan, period, loaded.tree.units, deadlines, today);
  const passed = passedIn(workbooks, duties, today);
  const judges = plan.judging?.form === formOfPeriod(period) && isFirstOfWeek(today);
  const ends = endingsOn(plan.catalogues ?? [], today, isNew).length > 0;
  const requests = await requestsOf(store, planId, period, today);
  const isQuiet = touched.length === 0 && !hasDay && !isNew && !opensYear && !judges && !ends;
  const isUnsigned = isFirstOfWeek(today) && (await hasUnsigned(store, planId, period));
  if (isQuiet && requests.length === 0 && !isUnsigned) return { passed };
  const [staff, submissions, waiting, standings] = await Promise.all([
    readStaff(store, { planId }),
    store.list<Submission>('submissions', { where: { planId, period } }),
    readDossiers(store, { status: 'submitted', planId, period }),
    store.readMany<Standing>(workbooks.map(({ spreadsheetId }) => paths.standing(spreadsheetId))),
  ]);
  const state: DigestState = {
    plan,
    period,
    tree: loaded.tree,
    staff,
    submissions: new Map(submissions.map(({ data }) => [data.unitId, data])),
    touched,
    doubts: await readDoubts(store, touched),
    requests,
    waiting: countByDesk(waiting.map(({ data }) => data)),
    scores: await owedScores(
      store,
      loaded,
      period,
      waiting.map(({ data }) => data),
    ),
    typedRows: new Map(standings.flatMap((stored) => Object.entries(stored?.data.typedRows ?? {}))),
    duties: stillOwed(duties, loaded, new Map(submissions.map(({ data }) => [data.unitId, data]))),
    listNames,
    isNew,
    opensYear,
    holidayYears: new Map(yearsOf(deadlines).map((year) => [year, holidayStanding(plan, year)])),
    ...links(services, workbooks),
    scoreLinkOf: (unitId, email) =>
      scoreUrl(services.settings, { planId, unitId, email }, services.clock.now()),
    signLinkOf: (submission, email) => {
      const { snapshotId } = currentVersion(submission);
      const about = { planId, period, unitId: submission.unitId, snapshotId, email };
      const now = services.clock.now();
      return {
        ...signOffLink(services.settings, about, now),
        isFirstLinkOver: areLinksOver(submission, now),
      };
    },
  };
  return { passed, state };
}

/** Open ones, and those that were taken back since the last digest. */
async function requestsOf(
  store: Services['store'],
  planId: string,
  period: string,
  { since }: DigestDay,
): Promise<UnitRequest[]> {
  const [open, dropped] = await Promise.all(
    (['open', 'dropped'] as const).map((state) => readRequests(store, { planId, period, state })),
  );
  const all = [...(open ?? []), ...(dropped ?? [])].map(({ data }) => data);
  return all.filter(({ state, history }) => state === 'open' || (history.at(-1)?.at ?? '') > since);
}

async function hasUnsigned(store: Services['store'], planId: string, period: string): Promise<boolean> {
  const where = { planId, period, state: 'awaitingSignature' };
  return (await store.list<Submission>('submissions', { where, limit: 1 })).length > 0;
}

/** In a year before or after the period's own, nothing opens. */
function isFirstOfYear(period: string, { day, previousDay }: DigestDay, isNew: boolean): boolean {
  const year = period.slice(0, 4);
  return day.startsWith(year) && (isNew || !previousDay.startsWith(year));
}

const yearsOf = (deadlines: readonly Deadline[]): number[] => [
  ...new Set(deadlines.map(({ lastDay }) => Number(lastDay.slice(0, 4)))),
];

async function dutiesOf(
  { store }: Services,
  { plan, tree }: LoadedPlan,
  workbooks: readonly Workbook[],
  period: string,
) {
  const extensions = await readExtensions(store, { planId: plan.id, period });
  const owing = workbooks.flatMap(({ tabs }) => tabs.flatMap(({ unitId }) => unitId ?? []));
  return new Map(
    owing.flatMap((id) => {
      const unit = tree.get(id);
      const owed = unit && duty(plan, unit, period, extensions.get(id));
      return owed ? [[id, owed] as const] : [];
    }),
  );
}

/** Nobody is told of the list of a unit that ended before its day. */
const stillOwed = (
  duties: ReadonlyMap<string, Duty>,
  { tree }: LoadedPlan,
  submissions: ReadonlyMap<string, Submission>,
): DigestState['duties'] =>
  new Map(
    [...duties].filter(([id, { deadline }]) => {
      const unit = tree.get(id);
      return unit && !owesNoMore({ unit, deadline, submission: submissions.get(id) });
    }),
  );

function countByDesk(waiting: readonly Dossier[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { at } of waiting) counts.set(at, (counts.get(at) ?? 0) + 1);
  return counts;
}

function links(
  services: Services,
  workbooks: readonly Workbook[],
): Pick<DigestState, 'linkOf' | 'reviewLinkOf' | 'requestsLinkOf'> {
  return {
    linkOf: (unitId) => {
      const workbook = workbooks.find((candidate) => unitTabOf(candidate, unitId));
      return workbook ? unitLink(services, workbook, unitId) : '';
    },
    reviewLinkOf: (unitId) => {
      const workbook = workbooks.find((candidate) => candidate.unitId === unitId);
      if (!workbook) return '';
      const { sheetId } = reviewTabOf(workbook) ?? tabOfKind(workbook, 'summary');
      return services.settings.workbookUrl(workbook.spreadsheetId, sheetId);
    },
    requestsLinkOf: (spreadsheetId) => {
      const workbook = workbooks.find((candidate) => candidate.spreadsheetId === spreadsheetId);
      return workbook
        ? services.settings.workbookUrl(spreadsheetId, tabOfKind(workbook, 'requests').sheetId)
        : '';
    },
  };
}
