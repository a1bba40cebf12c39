/** Requests of units that nobody has answered: to the reviewers while they wait, to the head of the office when they wait long. */
import { localDate } from '../domain/deadline.ts';
import { periodLabel } from '../domain/period.ts';
import { noAnswerNeeded, requestKindWords, type UnitRequest } from '../domain/request.ts';
import type { Unit } from '../domain/unit.ts';
import { workingDaysUntil } from '../domain/working-days.ts';
import { type DigestDay, isFirstOfWeek, isLead } from './digest-calendar.ts';
import type { DutyLine, RequestDeskLine, WaitingRequest } from './digest-data.ts';
import type { DigestState } from './digest-state.ts';
import { inWindow } from './due-news.ts';

/** Lines that stand in any digest of the morning; `isDue`: they are worth one by themselves. */
export interface Waiting<Line> {
  lines: Line[];
  isDue: boolean;
}

/** Working days after which the head of the office that owes the answer hears of it. */
const headAfter = 3;

/** An extension that is answered later than this many working days before the unit's last day helps little. */
const isNear = (line: WaitingRequest): boolean =>
  line.deadline !== null && line.deadline.workingDaysLeft <= 3;

const isWaiting = ({ state, kind }: UnitRequest): boolean => state === 'open' && !noAnswerNeeded.has(kind);

const askedOn = ({ askedAt }: UnitRequest, { plan }: DigestState): string =>
  localDate(new Date(askedAt), plan.timeZone);

function toWaiting(request: UnitRequest, state: DigestState, { day, holidays }: DigestDay): WaitingRequest {
  const { key, kind, unitId } = request;
  const lastDay = kind === 'extension' ? state.duties.get(unitId)?.deadline.lastDay : undefined;
  return {
    unitName: state.tree.get(unitId)?.name ?? unitId,
    key,
    kind: requestKindWords[kind],
    askedOn: askedOn(request, state),
    deadline:
      lastDay === undefined ? null : { lastDay, workingDaysLeft: workingDaysUntil(day, lastDay, holidays) },
  };
}

const mostUrgentFirst = (a: WaitingRequest, b: WaitingRequest): number =>
  Number(isNear(b)) - Number(isNear(a)) || (a.askedOn < b.askedOn ? -1 : a.askedOn > b.askedOn ? 1 : 0);

/**
 * Reviewers are woken by a new request, by the last working day of a unit that asks for more time, and on the first
 * working morning of a week; the head when one has waited long, and then weekly too.
 */
export function requestLines(
  role: 'reviewer' | 'head',
  unit: Unit,
  state: DigestState,
  day: DigestDay,
): Waiting<RequestDeskLine> {
  const waited = (request: UnitRequest, until: string): number =>
    workingDaysUntil(askedOn(request, state), until, day.holidays);
  const requests = state.requests
    .filter((request) => isWaiting(request) && request.parentId === unit.id)
    .filter((request) => role === 'reviewer' || waited(request, day.day) >= headAfter);
  const wakes = (request: UnitRequest): boolean => {
    if (role === 'head') return waited(request, day.previousDay) < headAfter;
    const lastDay =
      request.kind === 'extension' ? state.duties.get(request.unitId)?.deadline.lastDay : undefined;
    const isLastDay = lastDay !== undefined && day.day <= lastDay && isLead(lastDay, [0], day);
    return isLastDay || request.history.some((event) => inWindow(event, day));
  };
  const byWorkbook = Map.groupBy(requests, ({ spreadsheetId }) => spreadsheetId);
  return {
    isDue: requests.length > 0 && (isFirstOfWeek(day) || requests.some(wakes)),
    lines: [...byWorkbook].map(([spreadsheetId, group]) => ({
      unitName: unit.name,
      plan: state.plan.number,
      period: periodLabel(state.period),
      isForHead: role === 'head',
      requests: group.map((request) => toWaiting(request, state, day)).sort(mostUrgentFirst),
      link: state.requestsLinkOf(spreadsheetId),
    })),
  };
}

export const noRequests: Waiting<RequestDeskLine> = { lines: [], isDue: false };

/** Beside a unit's own deadline: what it has asked and not heard of. */
export const ownRequests = (unit: Unit, state: DigestState): DutyLine['requests'] =>
  state.requests
    .filter((request) => isWaiting(request) && request.unitId === unit.id)
    .map((request) => {
      const collecting = state.tree.get(request.parentId);
      return {
        kind: requestKindWords[request.kind],
        askedOn: askedOn(request, state),
        parentName: collecting?.reviewBody ?? collecting?.name ?? request.parentId,
      };
    });
