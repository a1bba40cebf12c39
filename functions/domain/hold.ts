/**
 * The complaint hold: while discipline, an inspection, a complaint or wrongdoing told by the press is being examined, a
 * dossier is neither put forward nor shown (NĐ 152/2025/NĐ-CP, art. 4.4). It stands apart from the dossier, because whoever
 * may see the row must not see this.
 */
import type { Dossier } from './dossier.ts';
import { cleanText } from './text.ts';
import type { UnitTree } from './unit.ts';

export interface HoldEvent {
  at: string;
  by: string;
  /** The unit whose desk, or whose administrator, acted. */
  unitId: string;
  action: 'set' | 'lift';
  reason: string;
  /** Number of the paper it rests on; '' when there is none. */
  paper: string;
}

export interface IntegrityHold {
  planId: string;
  period: string;
  dossierId: string;
  stands: boolean;
  /** Only ever longer. */
  history: HoldEvent[];
}

/** The reviewers in whose hands the dossier is; of one that went back to its unit, those who collect it. */
export const deskOf = ({ at, unitId, parentId }: Pick<Dossier, 'at' | 'unitId' | 'parentId'>): string =>
  at === unitId ? parentId : at;

const setBy = (hold: IntegrityHold | undefined): string | undefined =>
  hold?.stands ? hold.history.findLast(({ action }) => action === 'set')?.unitId : undefined;

/** Who had it before knows no more of it, unless it set what stands. */
export const isTheirs = (dossier: Dossier, hold: IntegrityHold | undefined, unitId: string): boolean =>
  deskOf(dossier) === unitId || setBy(hold) === unitId;

/** What a higher level set is not lifted by a lower one to which it sent the dossier back. */
export const isSetAbove = (hold: IntegrityHold | undefined, unitId: string, tree: UnitTree): boolean =>
  tree.ancestors(unitId).some(({ id }) => id === setBy(hold));

export type HoldCommand = Omit<HoldEvent, 'at'>;

export type HoldFault = 'reason-short' | 'reason-long' | 'paper-unreadable';

export type HeldOrNot =
  | { ok: true; hold: IntegrityHold | undefined; changed: boolean }
  | { ok: false; faults: HoldFault[] };

export const holdLimits = { minReason: 10, maxReason: 1000, maxPaper: 80 } as const;

/** Setting and lifting. The same again changes nothing; another reason while it stands is one entry more. */
export function decideHold(
  before: IntegrityHold | undefined,
  about: Pick<IntegrityHold, 'planId' | 'period' | 'dossierId'>,
  command: HoldCommand,
  now: Date,
): HeldOrNot {
  const reason = cleanText(command.reason);
  const paper = cleanText(command.paper);
  const faults = faultsOf(reason, paper);
  if (faults.length > 0) return { ok: false, faults };
  const stands = command.action === 'set';
  const last = before?.history.at(-1);
  const isRepeat = last?.action === command.action && last.reason === reason && last.paper === paper;
  if (isRepeat || (!stands && !before?.stands)) return { ok: true, hold: before, changed: false };
  const event: HoldEvent = { ...command, at: now.toISOString(), reason, paper };
  const history = [...(before?.history ?? []), event];
  return { ok: true, hold: { ...about, stands, history }, changed: true };
}

function faultsOf(reason: string, paper: string): HoldFault[] {
  const length = [...reason].length;
  return [
    ...(length < holdLimits.minReason ? (['reason-short'] as const) : []),
    ...(length > holdLimits.maxReason ? (['reason-long'] as const) : []),
    ...(paper !== '' && (!/\d/.test(paper) || [...paper].length > holdLimits.maxPaper)
      ? (['paper-unreadable'] as const)
      : []),
  ];
}
