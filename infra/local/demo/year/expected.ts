/**
 * What the calendar says of the year: who is due which word on which morning, and which of it is spared because the list
 * is there. Worked out from the plan's figures and the script alone, without the code that makes the mails.
 */
import type { Obligation, Plan, StaffRole } from '../../../../functions/domain/plan.ts';
import type { Unit } from '../../../../functions/domain/unit.ts';
import { staffEmail } from '../../samples/people.ts';
import type { Item, ItemKind } from './items.ts';
import type { OfficeDays } from './office-days.ts';
import { type Act, chosenFor, lastDayOf, reviewDaysOf } from './script.ts';

export interface Expected {
  /** Comes in the mail. */
  told: Item[];
  /** Was due, but would have been pointless: the list had come, or the head had nothing to do. */
  spared: Item[];
}

interface World {
  plan: Plan;
  year: string;
  days: OfficeDays;
  acts: readonly Act[];
  told: Item[];
  spared: Item[];
}

/** 07:00, when digests are made: what people did on earlier days counts. */
const isBefore = (act: { at: string } | undefined, morning: string): boolean =>
  act !== undefined && act.at.slice(0, 10) < morning;

export function expectedOf(plan: Plan, year: string, days: OfficeDays, acts: readonly Act[]): Expected {
  const world: World = { plan, year, days, acts, told: [], spared: [] };
  for (const unit of plan.units) {
    tellUnit(world, unit);
    tellUnsigned(world, unit);
    tellAbove(world, unit);
    tellDesk(world, unit);
    tellDays(world, unit);
    tellActs(world, unit);
  }
  return { told: world.told, spared: world.spared };
}

const obligationOf = ({ plan }: World, { kind }: Unit): Obligation | undefined =>
  plan.obligations.find(({ unitKind }) => unitKind === kind);

const actOf = <K extends Act['kind']>({ acts }: World, { id }: Unit, kind: K) =>
  acts.find((act): act is Extract<Act, { kind: K }> => act.kind === kind && act.unitId === id);

const childrenOf = ({ plan }: World, { id }: Unit): Unit[] =>
  plan.units.filter(({ parent }) => parent === id);

function lastDayAt(world: World, unit: Unit, obligation: Obligation, morning: string): string {
  const extension = actOf(world, unit, 'extend');
  return extension && isBefore(extension, morning) ? extension.lastDay : lastDayOf(obligation, world.year);
}

/** Places to the last day, negative after it; undefined once the plan has closed the list. */
function placesLeft(world: World, unit: Unit, obligation: Obligation, morning: string): number | undefined {
  const { plan, days } = world;
  const lastDay = lastDayAt(world, unit, obligation, morning);
  const past = (Date.parse(morning) - Date.parse(lastDay)) / 86_400_000;
  if (plan.closeAfterDays !== undefined && past >= plan.closeAfterDays) return undefined;
  return days.place(lastDay) - days.place(morning);
}

const daysPast = (lastDay: string, morning: string): number =>
  Math.round((Date.parse(morning) - Date.parse(lastDay)) / 86_400_000);

function rowsAt(world: World, unit: Unit, morning: string): number {
  const { acts, plan, year, days } = world;
  const typed = actOf(world, unit, 'type');
  const own = typed && isBefore(typed, morning) ? typed.rows : 0;
  const [firstReview] = reviewDaysOf(unit, plan, year, days);
  const chosen =
    firstReview !== undefined && firstReview < morning ? chosenFor(unit, acts, plan, year, days) : 0;
  return own + chosen;
}

function tellUnit(world: World, unit: Unit): void {
  const obligation = obligationOf(world, unit);
  if (!obligation) return;
  const { plan, days } = world;
  const [clerk, head] = [staffEmail('clerk', unit.id), staffEmail('head', unit.id)];
  const signed = actOf(world, unit, 'sign');
  const submitted = actOf(world, unit, 'submit');
  for (const day of days.mornings) {
    const left = placesLeft(world, unit, obligation, day);
    if (left === undefined) continue;
    const hasArrived = isBefore(signed, day);
    const tell = (kind: ItemKind, to: string, about: string, isSpared = hasArrived): void =>
      void (isSpared ? world.spared : world.told).push({ day, to, kind, about });
    const lastDay = lastDayAt(world, unit, obligation, day);
    if (day <= lastDay) {
      if (plan.lastCall && left === 0) for (const to of [clerk, head]) tell('lastCall', to, '');
      if (!plan.reminderLeads.includes(left)) continue;
      tell('reminder', clerk, `còn ${left}`);
      const isShort = isBefore(submitted, day) || rowsAt(world, unit, day) < obligation.quota.min;
      if (plan.headLeads?.includes(left)) tell('headReminder', head, `còn ${left}`, hasArrived || !isShort);
    } else if (plan.overdueSteps.includes(-left)) {
      const wasInTime = isBefore(submitted, day) && (submitted?.at.slice(0, 10) ?? '') <= lastDay;
      const about = wasInTime ? 'chưa ký' : `trễ ${daysPast(lastDay, day)}`;
      for (const to of [clerk, head]) tell('overdue', to, about);
    }
  }
}

/** The last thing that happened to the unit's list before the morning is that its clerk sent it. */
function waitsSince({ acts }: World, { id }: Unit, morning: string): string | undefined {
  const steps = acts.filter(
    (act) => act.unitId === id && ['submit', 'sign', 'sendBack'].includes(act.kind) && isBefore(act, morning),
  );
  const last = steps.at(-1);
  return last?.kind === 'submit' ? last.at.slice(0, 10) : undefined;
}

/** Head and clerk on the first morning of a week, from the second working day on; the head beside each word of the deadline too. */
function tellUnsigned(world: World, unit: Unit): void {
  const { days, told } = world;
  const [clerk, head] = [staffEmail('clerk', unit.id), staffEmail('head', unit.id)];
  days.mornings.forEach((day, index) => {
    const since = waitsSince(world, unit, day);
    if (since === undefined) return;
    const isWeekly =
      isNewWeek(days.mornings[index - 1] ?? '', day) && days.place(day) - days.place(since) >= 2;
    const isBeside = told.some(
      (item) =>
        item.day === day && item.to === head && ['lastCall', 'headReminder', 'overdue'].includes(item.kind),
    );
    for (const to of [...(isWeekly ? [clerk] : []), ...(isWeekly || isBeside ? [head] : [])])
      told.push({ day, to, kind: 'signing', about: '' });
  });
}

/** Of two mornings that follow each other: the later one stands no further in its week, or a week lies between. */
function isNewWeek(before: string, morning: string): boolean {
  const weekday = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday(morning) <= weekday(before) || daysPast(before, morning) >= 7;
}

/** Reviewers and the head above, on the overdue steps of the units below. */
function tellAbove(world: World, unit: Unit): void {
  const { plan, days } = world;
  for (const day of days.mornings) {
    const steps = childrenOf(world, unit).flatMap((child) => {
      const obligation = obligationOf(world, child);
      const left = obligation && placesLeft(world, child, obligation, day);
      if (!obligation || left === undefined || !plan.overdueSteps.includes(-left)) return [];
      const lastDay = lastDayAt(world, child, obligation, day);
      return [{ lastDay, step: -left, isMissing: !isBefore(actOf(world, child, 'sign'), day) }];
    });
    if (steps.length === 0) continue;
    const about = (of: typeof steps): string =>
      [
        ...Map.groupBy(
          of.filter(({ isMissing }) => isMissing),
          ({ lastDay }) => lastDay,
        ).values(),
      ]
        .map(({ length }) => length)
        .sort((a, b) => a - b)
        .join('+');
    const tell = (kind: ItemKind, to: string, of: typeof steps): void => {
      if (of.length > 0)
        (about(of) === '' ? world.spared : world.told).push({ day, to, kind, about: about(of) });
    };
    tell('missing', staffEmail('reviewer', unit.id), steps);
    const long = steps.filter(({ step }) => step >= (plan.escalationStep ?? Number.POSITIVE_INFINITY));
    tell('escalation', staffEmail('head', unit.id), long);
  }
}

/** Lists that arrive at a desk are told the next morning; on mornings that name the missing, also what still waits. */
function tellDesk(world: World, unit: Unit): void {
  const { plan, year, days, acts, told } = world;
  const children = new Set(childrenOf(world, unit).map(({ id }) => id));
  if (children.size === 0) return;
  const to = staffEmail('reviewer', unit.id);
  const arrivals = acts.filter(({ kind, unitId }) => kind === 'sign' && children.has(unitId));
  const reviews = reviewDaysOf(unit, plan, year, days);
  days.mornings.forEach((day, index) => {
    const before = days.mornings[index - 1] ?? '';
    const isFresh = arrivals.some((act) => isBefore(act, day) && !isBefore(act, before));
    const waits = arrivals.some(
      (act) => isBefore(act, day) && !reviews.some((review) => act.at < `${review}T08:30` && review < day),
    );
    const namesMissing = told.some((item) => item.kind === 'missing' && item.day === day && item.to === to);
    if (isFresh || (namesMissing && waits)) told.push({ day, to, kind: 'newRows', about: '' });
  });
  for (const review of reviews) tellDecisions(world, unit, review);
}

/** The morning after a desk decided, the clerks whose rows it had, and their heads what is good of it. */
function tellDecisions(world: World, desk: Unit, review: string): void {
  const { plan, year, days, acts, told } = world;
  const day = days.from(review, 1);
  const earlier =
    reviewDaysOf(desk, plan, year, days)
      .filter((date) => date < review)
      .at(-1) ?? '';
  const arrived = ({ id }: Unit): boolean =>
    acts.some(
      ({ kind, unitId, at }) => kind === 'sign' && unitId === id && at < `${review}T08:30` && at >= earlier,
    );
  const isFirst = earlier === '';
  const tell = (unitId: string): void =>
    void told.push(
      { day, to: staffEmail('clerk', unitId), kind: 'result', about: '' },
      { day, to: staffEmail('head', unitId), kind: 'news', about: '' },
    );
  for (const child of childrenOf(world, desk).filter(arrived)) {
    tell(child.id);
    if (isFirst && actOf(world, child, 'mend'))
      told.push({ day, to: staffEmail('clerk', child.id), kind: 'returned', about: '' });
    // Rows that the child itself had chosen from below.
    const [chosenOn = ''] = reviewDaysOf(child, plan, year, days);
    for (const grandchild of childrenOf(world, child))
      if (acts.some(({ kind, unitId, at }) => kind === 'sign' && unitId === grandchild.id && at < chosenOn))
        tell(grandchild.id);
  }
}

/** The date as JavaScript reads it; what rolls over into March is 28/02. */
function dayInYear(year: string, monthAndDay: string): string {
  const date = new Date(`${year}-${monthAndDay}T12:00:00Z`);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  return text.slice(5) === monthAndDay ? text : `${year}-02-28`;
}

const writers: readonly StaffRole[] = ['clerk', 'head'];

/** 11/6, tradition days, the end of the plan; and units that have told no tradition day. */
function tellDays({ plan, year, days, told }: World, unit: Unit): void {
  for (const { on, leadWorkingDays, unitKinds, roles = writers } of plan.events) {
    if (!unitKinds.includes(unit.kind)) continue;
    const two = (number: number): string => String(number).padStart(2, '0');
    const date =
      on.kind === 'yearly'
        ? `${year}-${two(on.month)}-${two(on.day)}`
        : on.kind === 'periodEnd'
          ? plan.inForceTo
          : on.kind === 'anniversary'
            ? unit.anniversary && dayInYear(year, unit.anniversary)
            : on.date;
    const newYear = days.mornings.find((morning) => morning.startsWith(year)) ?? '';
    const lead = date === undefined ? '' : days.from(date, -leadWorkingDays);
    if (date === undefined)
      told.push({ day: newYear, to: staffEmail('clerk', unit.id), kind: 'undated', about: '' });
    else if (date <= (days.mornings.at(-1) ?? ''))
      for (const role of roles)
        told.push({ day: lead, to: staffEmail(role, unit.id), kind: 'event', about: date });
  }
}

/** Mails that answer what somebody did. */
function tellActs({ acts, told }: World, unit: Unit): void {
  for (const { kind, unitId, at } of acts) {
    if (unitId !== unit.id) continue;
    const day = at.slice(0, 10);
    const [clerk, head] = [staffEmail('clerk', unitId), staffEmail('head', unitId)];
    if (kind === 'submit')
      told.push(
        { day, to: clerk, kind: 'receipt', about: '' },
        { day, to: head, kind: 'signature', about: '' },
      );
    if (kind === 'sign') told.push({ day, to: clerk, kind: 'signed', about: '' });
    if (kind === 'sendBack') told.push({ day, to: clerk, kind: 'sentBack', about: '' });
  }
}
