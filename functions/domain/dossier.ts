/** A row with its status and history, on its way through the levels. */
import type { Alike } from './near-copies.ts';
import { reasonFault } from './reason.ts';
import type { Row } from './row.ts';
import type { UnitTree } from './unit.ts';

/**
 * submitted: waits at unit `at`. returned: back with the unit that wrote it. held: kept waiting by `at`.
 * approved: recognised by `at`, stays there. promoted: chosen by `at` for its own list to the level above.
 * recalled: taken off the list by its unit before a decision. filed: on a signed list of a form on which nobody decides.
 * carried: from an earlier plan or period, and not (yet) registered again by its unit.
 */
export type DossierStatus =
  | 'submitted'
  | 'returned'
  | 'held'
  | 'approved'
  | 'promoted'
  | 'recalled'
  | 'filed'
  | 'carried';

/** Stands on no list: its unit took it off, or has not registered it again. */
export const isOffList = ({ status }: Pick<Dossier, 'status'>): boolean =>
  status === 'recalled' || status === 'carried';

/** Ids are unique in a plan. */
export interface DossierName {
  planId: string;
  dossierId: string;
}

/** Where a dossier that was carried over comes from. */
export interface CarriedFrom {
  planId: string;
  period: string;
  dossierId: string;
  /** The unit then, with its name then. */
  unitId: string;
  unit: string;
  /** Under what it was found first, however often it was carried over: what the years of one exemplar share. */
  foundAs: DossierName;
  /** Who found the exemplar first, and when (ISO date; '' when it is not known), however often it was carried over. */
  foundBy: string;
  foundOn: string;
  /** Who recognised it before it was carried over, the first one first; absent in dossiers older than this. */
  recognised?: Recognition[];
}

/** A unit by its name then, and the ISO date; '' when it is not known. */
export interface Recognition {
  unit: string;
  on: string;
}

export const foundAs = ({
  planId,
  id,
  carriedFrom,
}: Pick<Dossier, 'planId' | 'id' | 'carriedFrom'>): DossierName =>
  carriedFrom?.foundAs ?? { planId, dossierId: id };

/** What the years of one exemplar share, as one word. */
export function foundKeyOf(dossier: Pick<Dossier, 'planId' | 'id' | 'carriedFrom'>): string {
  const { planId, dossierId } = foundAs(dossier);
  return `${planId}_${dossierId}`;
}

export interface DossierEvent {
  at: string;
  by: string;
  /** The unit that acted. */
  unitId: string;
  action:
    | 'submit'
    | 'return'
    | 'hold'
    | 'approve'
    | 'promote'
    | 'forward'
    | 'recall'
    | 'withdraw'
    | 'narrow'
    | 'carry';
  reason?: string;
  round: number;
  snapshotId?: string;
  /** Of 'narrow': what is left of the consent, and since which day (ISO). */
  narrowed?: { to: string; on: string };
}

export interface Dossier {
  /** Mã hồ sơ, the row id: "2025-31813-003". */
  id: string;
  planId: string;
  period: string;
  /** The unit that wrote the row, and that unit's parent. */
  unitId: string;
  parentId: string;
  /** The unit whose reviewers hold it now. */
  at: string;
  status: DossierStatus;
  /** Grows each time it lands on a reviewer's desk; a decision names the round it was made in. */
  round: number;
  row: Row;
  snapshotId: string;
  /** Units whose reviewers have approved or promoted it and did not take that back. */
  approvals: string[];
  /** Why it was last returned; '' when it was not. */
  returnReason: string;
  withdrawn: { at: string; by: string; reason: string } | null;
  /** Worked out at each save by isPublic(); what the publisher asks for. */
  public: boolean;
  /** Local date of the last event, ISO: what the morning's digests ask for. */
  touchedOn: string;
  history: DossierEvent[];
  /** Absent when it was found in this plan and period. */
  carriedFrom?: CarriedFrom;
  /** `foundKeyOf` of one that was carried over, set at each save: by it the other years of an exemplar are found. */
  foundKey?: string;
  /** Dossiers of other people, units and years that are like it; absent when there are none. */
  alike?: Alike[];
  /** Of which text `alike` speaks (see `comparedState`); another one is owed a new look. */
  compared?: string;
}

/** Raised when the index of domain/alike-index.ts is made otherwise: every dossier is then looked up again. */
export const comparing = 1;

/** What `compared` says once the hints are those of the dossier as it is: sending anew and taking off the list are new states. */
export const comparedState = (dossier: Pick<Dossier, 'status' | 'snapshotId'>): string =>
  `${comparing}:${isOffList(dossier) ? '' : dossier.snapshotId}`;

/** On a reviewer's desk, undecided. */
export const isWaiting = ({ status }: Dossier): boolean => status === 'submitted' || status === 'held';

export type ReviewAction = 'return' | 'hold' | 'approve' | 'promote';

export interface ReviewCommand {
  action: ReviewAction;
  reason: string;
  /** Round the reviewer saw. */
  round: number;
  /** The unit whose reviewer decides. */
  unitId: string;
  by: string;
  /** Whether a complaint hold stands: then it may be recognised, but not put forward (NĐ 152/2025, art. 4.4). */
  isOnHold?: boolean;
}

/** Why a decision is not taken now; the sentence is made where it is shown. */
export type DossierRefusal = 'not-here' | 'newer-round' | 'reason-missing' | 'top-level' | 'on-hold';

export type Decided =
  | { ok: true; dossier: Dossier; changed: boolean }
  | { ok: false; refusal: DossierRefusal };

const statusAfter = { return: 'returned', hold: 'held', approve: 'approved', promote: 'promoted' } as const;

/** A reviewer's decision. Deciding the same again changes nothing, so that repeating is harmless. */
export function decide(dossier: Dossier, command: ReviewCommand, tree: UnitTree, now: Date): Decided {
  const { action, unitId, round, by } = command;
  const reason = command.reason.trim();
  const isRepeat = dossier.history.some(
    (event) =>
      event.round === round &&
      event.unitId === unitId &&
      event.action === action &&
      (event.reason ?? '') === reason,
  );
  if (dossier.round > round) return isRepeat ? unchanged(dossier) : { ok: false, refusal: 'newer-round' };
  if (action === 'return' && reasonFault(reason) === 'short') return { ok: false, refusal: 'reason-missing' };
  if (dossier.at !== unitId || isOffList(dossier) || dossier.status === 'filed')
    return isRepeat ? unchanged(dossier) : { ok: false, refusal: 'not-here' };
  if (action === 'promote' && tree.get(unitId)?.parent === null) return { ok: false, refusal: 'top-level' };
  if (dossier.status === statusAfter[action] && isRepeat) return unchanged(dossier);
  if (action === 'promote' && command.isOnHold) return { ok: false, refusal: 'on-hold' };
  const event: DossierEvent = { at: now.toISOString(), by, unitId, action, round };
  if (reason !== '') event.reason = reason;
  const history = [...dossier.history, event];
  if (action === 'return') return changed({ ...returned(dossier, unitId, reason, tree), history });
  const approvals =
    action === 'hold'
      ? dossier.approvals.filter((id) => id !== unitId)
      : [...new Set([...dossier.approvals, unitId])];
  return changed({ ...dossier, status: statusAfter[action], approvals, returnReason: '', history });
}

const changed = (dossier: Dossier): Decided => ({ ok: true, dossier, changed: true });
const unchanged = (dossier: Dossier): Decided => ({ ok: true, dossier, changed: false });

/** Back to whoever sent it: the unit that wrote the row, or the reviewers one level below. */
function returned(dossier: Dossier, unitId: string, reason: string, tree: UnitTree): Dossier {
  const approvals = dossier.approvals.filter((id) => id !== unitId);
  if (unitId === dossier.parentId)
    return { ...dossier, at: dossier.unitId, status: 'returned', approvals, returnReason: reason };
  const path = [dossier.unitId, ...tree.ancestors(dossier.unitId).map((unit) => unit.id)];
  const below = path[path.indexOf(unitId) - 1] as string;
  return {
    ...dossier,
    at: below,
    status: 'submitted',
    round: dossier.round + 1,
    approvals: approvals.filter((id) => id !== below),
    returnReason: reason,
  };
}

/** Taken into the list of the unit that chose it, one level up. A dossier that already went is left alone. */
export function forward(
  dossier: Dossier,
  { from, to, by, snapshotId }: { from: string; to: string; by: string; snapshotId: string },
  now: Date,
): Dossier {
  if (dossier.at !== from || dossier.status !== 'promoted') return dossier;
  const round = dossier.round + 1;
  const event: DossierEvent = {
    at: now.toISOString(),
    by,
    unitId: from,
    action: 'forward',
    round,
    snapshotId,
  };
  return { ...dossier, at: to, status: 'submitted', round, history: [...dossier.history, event] };
}

/** Off the public page, now, with a reason; the decisions stand. */
export function withdraw(
  dossier: Dossier,
  { by, unitId, reason }: { by: string; unitId: string; reason: string },
  now: Date,
): Decided {
  if (dossier.withdrawn) return unchanged(dossier);
  if (reasonFault(reason) === 'short') return { ok: false, refusal: 'reason-missing' };
  const at = now.toISOString();
  const event: DossierEvent = {
    at,
    by,
    unitId,
    action: 'withdraw',
    reason: reason.trim(),
    round: dossier.round,
  };
  return changed({
    ...dossier,
    withdrawn: { at, by, reason: reason.trim() },
    history: [...dossier.history, event],
  });
}
