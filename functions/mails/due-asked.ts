/**
 * What was noted in a unit's name on the Đề nghị tab, told to its clerks the next morning: everybody who opens the sheet can
 * type there, and Sheets does not tell who did.
 */
import { periodLabel } from '../domain/period.ts';
import { askedWords, type RequestEvent, requestKindWords, type UnitRequest } from '../domain/request.ts';
import type { Unit } from '../domain/unit.ts';
import type { DigestDay } from './digest-calendar.ts';
import type { AskedLine } from './digest-data.ts';
import type { DigestState } from './digest-state.ts';
import { inWindow } from './due-news.ts';

/** The last of the morning; nothing when it was asked and taken back within one day. */
function toldOf({ history }: UnitRequest, day: DigestDay): RequestEvent | undefined {
  const events = history.filter((event) => inWindow(event, day));
  const last = events.at(-1);
  return last?.action === 'dropped' && events.some(({ action }) => action === 'asked') ? undefined : last;
}

export const askedLines = (unit: Unit, state: DigestState, day: DigestDay): AskedLine[] =>
  state.requests
    .filter(({ unitId, state: standing }) => unitId === unit.id && standing !== 'answered')
    .flatMap((request) => {
      const event = toldOf(request, day);
      if (!event) return [];
      return [
        {
          unitName: unit.name,
          plan: state.plan.number,
          timeZone: state.plan.timeZone,
          period: periodLabel(state.period),
          key: request.key,
          kind: requestKindWords[request.kind],
          text: askedWords(request),
          isDropped: event.action === 'dropped',
          at: event.at,
          link: state.requestsLinkOf(request.spreadsheetId),
        },
      ];
    });
