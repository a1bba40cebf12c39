/** The morning's digests: read the state of every plan, owe one mail a person, and remember the day as done. */
import { type Deadline, isLate, localDate } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Submission } from '../domain/submission.ts';
import { tabOfKind, unitTabOf, type Workbook, type WorkbookTab } from '../domain/workbook.ts';
import { isWorkingDay } from '../domain/working-days.ts';
import { type DigestDay, isCalendarDay } from '../mails/digest-calendar.ts';
import { type DigestState, dueDigests } from '../mails/due-digests.ts';
import { oweMail } from '../outbox.ts';
import { holidayStanding } from '../plans/holidays.ts';
import type { Write } from '../ports.ts';
import {
  type LoadedPlan,
  paths,
  readDossiers,
  readExtensions,
  readHolidays,
  readPlan,
  readStaff,
  type Standing,
  syncMark,
} from '../records.ts';
import type { Services } from '../services.ts';
import { unitLink } from '../submission-mails.ts';
import { type Duty, duty } from '../unit-list.ts';

interface DigestCursor {
  /** Events up to this instant have been told. */
  until: string;
  day: string;
  /** Plans and periods that were in a digest. */
  seen?: string[];
}

const zone = 'Asia/Ho_Chi_Minh';
const perCommit = 20;

/** Number of digests owed now; 0 when the day is done, is no working day, or it is too early. */
export async function makeDigests(services: Services): Promise<number> {
  const { store, clock, settings } = services;
  const now = clock.now();
  const day = localDate(now, zone);
  const hour = Number(now.toLocaleString('en-GB', { timeZone: zone, hour: '2-digit', hour12: false }));
  const holidays = await readHolidays(store);
  if (hour < settings.digestHour || !isWorkingDay(day, holidays)) return 0;
  const cursor = await store.read<DigestCursor>(paths.cursor('digest'));
  if (cursor && cursor.data.day >= day) return 0;
  // A fixed instant, not "now": a second try after a crash must make the same mails.
  const until = new Date(`${day}T${String(settings.digestHour).padStart(2, '0')}:00:00+07:00`).toISOString();
  const since = cursor?.data.until ?? new Date(Date.parse(until) - 86_400_000).toISOString();
  const previousDay = localDate(new Date(since), zone);
  const today: DigestDay = { day, previousDay, since, until, holidays, listingUrl: settings.listingUrl };
  const seen = new Set(cursor?.data.seen ?? []);
  const { states, plans, passed } = await loadStates(services, today, seen);
  const digests = dueDigests(states, today);
  const owed = [...digests].map(([email, data]) => oweMail('dailyDigest', email, [day], data, now));
  for (let start = 0; start < owed.length; start += perCommit) {
    const batch = owed.slice(start, start + perCommit);
    const known = await store.readMany(batch.map(({ write }) => write.path));
    const fresh = batch.filter((_, index) => !known[index]).map(({ write }) => write);
    if (fresh.length > 0 && !(await store.commit(fresh)).ok) return 0;
  }
  const path = paths.cursor('digest');
  const data: DigestCursor = { until, day, seen: plans };
  const done: Write = cursor
    ? { kind: 'replace', path, data, version: cursor.version }
    : { kind: 'create', path, data };
  const marks = passed.map((spreadsheetId) => syncMark(spreadsheetId, now));
  return (await store.commit([done, ...marks])).ok ? owed.length : 0;
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
  const duties = await dutiesOf(services, loaded, workbooks, period);
  const days = daysBetween(localDate(new Date(today.since), zone), today.day);
  const touched = (
    await Promise.all(days.map((touchedOn) => readDossiers(store, { touchedOn, planId, period })))
  ).flatMap((stored) => stored.map(({ data }) => data));
  const deadlines = [...duties.values()].map(({ deadline }) => deadline);
  const opensYear = isFirstOfYear(period, today, isNew);
  const hasDay = isCalendarDay(loaded.plan, period, loaded.tree.units, deadlines, today);
  const passed = passedIn(workbooks, duties, today);
  if (touched.length === 0 && !hasDay && !isNew && !opensYear) return { passed };
  const [staff, submissions, waiting, standings] = await Promise.all([
    readStaff(store, { planId }),
    store.list<Submission>('submissions', { where: { planId, period } }),
    readDossiers(store, { status: 'submitted', planId, period }),
    store.readMany<Standing>(workbooks.map(({ spreadsheetId }) => paths.standing(spreadsheetId))),
  ]);
  const state: DigestState = {
    plan: loaded.plan,
    period,
    tree: loaded.tree,
    staff,
    submissions: new Map(submissions.map(({ data }) => [data.unitId, data])),
    touched,
    waiting: countByDesk(waiting.map(({ data }) => data)),
    typedRows: new Map(standings.flatMap((stored) => Object.entries(stored?.data.typedRows ?? {}))),
    duties,
    isNew,
    opensYear,
    holidayYears: new Map(yearsOf(deadlines).map((year) => [year, holidayStanding(loaded.plan, year)])),
    ...links(services, workbooks),
  };
  return { passed, state };
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

/** Both ends included; a digest late by weeks still finds everything. */
function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000)
    days.push(new Date(day).toISOString().slice(0, 10));
  return days;
}

function countByDesk(waiting: readonly Dossier[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { at } of waiting) counts.set(at, (counts.get(at) ?? 0) + 1);
  return counts;
}

function links(
  services: Services,
  workbooks: readonly Workbook[],
): Pick<DigestState, 'linkOf' | 'reviewLinkOf'> {
  return {
    linkOf: (unitId) => {
      const workbook = workbooks.find((candidate) => unitTabOf(candidate, unitId));
      return workbook ? unitLink(services, workbook, unitId) : '';
    },
    reviewLinkOf: (unitId) => {
      const workbook = workbooks.find((candidate) => candidate.unitId === unitId);
      return workbook
        ? services.settings.workbookUrl(workbook.spreadsheetId, tabOfKind(workbook, 'review').sheetId)
        : '';
    },
  };
}
