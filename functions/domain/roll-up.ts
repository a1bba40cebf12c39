/** Rows chosen upward: which dossiers from below stand in a unit's own list. Source ids are kept, so twice changes nothing. */
import { type Dossier, isOffList } from './dossier.ts';
import type { Snapshot } from './submission.ts';
import type { UnitTree } from './unit.ts';

/**
 * Dossiers of units below that belong to this unit's list: chosen and not yet sent, or sent with an earlier version
 * and not sent back. What is `onHold` stays where it is: it is not carried on. The order is that of their ids.
 */
export function rollUp(
  dossiers: readonly Dossier[],
  unitId: string,
  tree: UnitTree,
  onHold: ReadonlySet<string> = new Set(),
): Dossier[] {
  const above = new Set(tree.ancestors(unitId).map((unit) => unit.id));
  const isBelow = ({ unitId: origin }: Dossier): boolean =>
    tree.ancestors(origin).some((unit) => unit.id === unitId);
  return dossiers
    .filter(
      (dossier) =>
        isBelow(dossier) &&
        ((dossier.at === unitId && dossier.status === 'promoted' && !onHold.has(dossier.id)) ||
          (above.has(dossier.at) && !isOffList(dossier))),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What the snapshot says of a chosen dossier: the round in which this unit chose it, which later rounds do not change. */
export function toPromoted(dossier: Dossier, unitId: string): Snapshot['promoted'][number] {
  const chosen = dossier.history.findLast((event) => event.action === 'promote' && event.unitId === unitId);
  return { dossierId: dossier.id, round: chosen?.round ?? dossier.round };
}
