/** What reviewers decided since the last digest, for the unit that wrote the rows: returned, approved, chosen, taken down. */

import type { Dossier, DossierEvent } from '../domain/dossier.ts';
import type { Unit } from '../domain/unit.ts';
import { storyUrl } from '../listing/address.ts';
import type { DigestDay } from './digest-calendar.ts';
import type { DailyDigestData } from './digest-data.ts';
import type { DigestState } from './digest-state.ts';

export const inWindow = ({ at }: Pick<DossierEvent, 'at'>, { since, until }: DigestDay): boolean =>
  at > since && at <= until;

/** Rows that wait for a mend. The head hears of a row only when it comes back a second time. */
export const returnedLines = (
  role: 'clerk' | 'head',
  unit: Unit,
  state: DigestState,
  day: DigestDay,
): DailyDigestData['returned'] =>
  state.touched
    .filter(({ unitId, status }) => unitId === unit.id && status === 'returned')
    .flatMap((dossier) => {
      const returns = dossier.history.filter(({ action }) => action === 'return');
      const last = returns.at(-1);
      if (!last || !inWindow(last, day) || (role === 'head' && returns.length < 2)) return [];
      return [
        {
          unitName: unit.name,
          id: dossier.id,
          name: nameOf(dossier),
          reason: dossier.returnReason,
          by: state.tree.get(last.unitId)?.name ?? last.unitId,
          link: state.linkOf(unit.id),
        },
      ];
    });

const nameOf = (dossier: Dossier): string => String(dossier.row.values.name ?? '');

export const resultLines = (unit: Unit, state: DigestState, day: DigestDay): DailyDigestData['results'] =>
  state.touched
    .filter(({ unitId, status }) => unitId === unit.id && status !== 'returned')
    .flatMap((dossier) => {
      const last = dossier.history.findLast(
        (event) => inWindow(event, day) && ['approve', 'promote', 'withdraw'].includes(event.action),
      );
      if (!last) return [];
      const outcome =
        last.action === 'withdraw'
          ? ('withdrawn' as const)
          : dossier.public
            ? ('published' as const)
            : last.action === 'promote'
              ? ('promoted' as const)
              : ('approved' as const);
      return [
        {
          unitName: unit.name,
          id: dossier.id,
          name: nameOf(dossier),
          outcome,
          by: state.tree.get(last.unitId)?.name ?? last.unitId,
          link:
            outcome === 'published' ? storyUrl(day.listingUrl, { ...dossier, name: nameOf(dossier) }) : '',
        },
      ];
    });
