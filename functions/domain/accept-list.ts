/** A signed list becomes dossiers: new ones, changed ones in a new round, recalled ones; decided rows stay as decided. */

import { heedNarrowing, isNarrower, type NarrowingAct, narrow, widened } from './consent-narrowing.ts';
import { type Dossier, type DossierEvent, isOffList } from './dossier.ts';
import type { Form } from './form.ts';
import type { Problem } from './problem.ts';
import { exemplarKey } from './registered-again.ts';
import type { Row } from './row.ts';
import { isSameRow } from './submission.ts';

export interface ListOrigin {
  planId: string;
  period: string;
  unitId: string;
  parentId: string;
  snapshotId: string;
  by: string;
  /** What becomes of the rows: see Form. */
  flow: Form['flow'];
}

/** A row is locked once a reviewer has approved it or it went further up. */
const isLocked = (dossier: Dossier): boolean =>
  dossier.status === 'approved' ||
  dossier.status === 'promoted' ||
  (dossier.at !== dossier.parentId && dossier.at !== dossier.unitId);

/** Rows that nobody can change any more, as they were decided. */
export const lockedRows = (existing: readonly Dossier[]): ReadonlyMap<string, Row> =>
  new Map(existing.filter(isLocked).map(({ id, row }) => [id, row]));

export const approvedRows = (existing: readonly Dossier[]): ReadonlyMap<string, Row['values']> =>
  new Map([...lockedRows(existing)].map(([id, { values }]) => [id, values]));

/** What the new list would change in rows that are already decided; empty when it may be sent. */
export function checkLocked(rows: readonly Row[], existing: readonly Dossier[], tab: string): Problem[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return existing.filter(isLocked).flatMap((dossier): Problem[] => {
    const row = byId.get(dossier.id);
    const params = { id: dossier.id, name: String(dossier.row.values.name ?? '') };
    const shown = dossier.public ? { ...params, shown: 1 } : params;
    if (!row) return [{ code: 'row-locked-missing', severity: 'error', tab, params: shown }];
    const { row: counted } = heedNarrowing(row, dossier);
    if (isSameRow(counted, dossier.row) || isNarrower(counted, dossier.row)) return [];
    const consent = widened(counted, dossier.row);
    const why = consent === undefined ? params : { ...params, consent };
    return [{ code: 'row-locked', severity: 'error', tab, line: row.line, params: why }];
  });
}

/** Cells that still say the consent which its person has taken back; the list may be sent, the page follows the person. */
export function checkTakenBack(rows: readonly Row[], existing: readonly Dossier[], tab: string): Problem[] {
  const byId = new Map(existing.map((dossier) => [dossier.id, dossier]));
  return rows.flatMap((row): Problem[] => {
    const dossier = byId.get(row.id);
    const { row: counted, isHeld } = dossier ? heedNarrowing(row, dossier) : { row, isHeld: false };
    if (!dossier || !isHeld) return [];
    const params = {
      value: String(row.values.consent ?? ''),
      wanted: String(counted.values.consent ?? ''),
      way: isLocked(dossier) ? 'return' : 'date',
    };
    return [
      { code: 'consent-taken-back', severity: 'warning', tab, line: row.line, column: 'consent', params },
    ];
  });
}

/** Approved rows whose consent the list narrows: they follow the person at once, whoever has still to sign the list. */
export const narrowedBy = (
  rows: readonly Row[],
  existing: readonly Dossier[],
  act: NarrowingAct,
  now: Date,
): Dossier[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return existing.filter(isLocked).flatMap((dossier) => {
    const row = byId.get(dossier.id);
    const counted = row && heedNarrowing(row, dossier).row;
    return (counted && narrow(dossier, counted, act, now)) ?? [];
  });
};

/** Dossiers to save. Accepting the same list twice gives nothing the second time. */
export function acceptList(
  rows: readonly Row[],
  existing: readonly Dossier[],
  origin: ListOrigin,
  now: Date,
): Dossier[] {
  const byId = new Map(existing.map((dossier) => [dossier.id, dossier]));
  const inList = new Set(rows.map((row) => row.id));
  const carried = new Map(
    existing
      .filter(({ id, status }) => status === 'carried' && !inList.has(id))
      .map((dossier) => [exemplarKey(dossier.row), dossier]),
  );
  const kept = rows.flatMap((row) => {
    const before = byId.get(row.id);
    return acceptRow(before ? heedNarrowing(row, before).row : row, before, origin, now, carried) ?? [];
  });
  const recalled = existing
    .filter((dossier) => !inList.has(dossier.id) && !isLocked(dossier) && !isOffList(dossier))
    .map((dossier) => recall(dossier, origin, now));
  const { by, unitId, snapshotId } = origin;
  return [...kept, ...narrowedBy(rows, existing, { by, unitId, snapshotId }, now), ...recalled];
}

function acceptRow(
  row: Row,
  before: Dossier | undefined,
  origin: ListOrigin,
  now: Date,
  carried: ReadonlyMap<string, Dossier>,
): Dossier | undefined {
  if (!before || isAnotherThanCarried(row, before))
    return withPast(newDossier(row, origin, now), carried.get(exemplarKey(row)));
  if (isLocked(before)) return undefined;
  if (isSameRow(row, before.row) && !isOffList(before)) return recount(before, row.words);
  const round = before.round + 1;
  return {
    ...before,
    at: before.parentId,
    status: arrived(origin),
    round,
    row,
    snapshotId: origin.snapshotId,
    returnReason: '',
    history: [...before.history, submitEvent(origin, round, now)],
  };
}

/** The same row of a file that has changed, or could be read only now: what is judged is as long as it is, in the same round. */
const recount = (before: Dossier, words: number | undefined): Dossier | undefined =>
  words === undefined || words === before.row.words
    ? undefined
    : { ...before, row: { ...before.row, words } };

const arrived = ({ flow }: ListOrigin): Dossier['status'] => (flow === 'filed' ? 'filed' : 'submitted');
/** Somebody else was typed over a carried row: what is known of the first one's past is not about this one. */
const isAnotherThanCarried = (row: Row, before: Dossier): boolean =>
  before.status === 'carried' && exemplarKey(row) !== exemplarKey(before.row);

/** Copied from a file or another line, so that it has a number of its own: it is the one that was carried over all the same. */
const withPast = (dossier: Dossier, past: Dossier | undefined): Dossier =>
  past?.carriedFrom
    ? { ...dossier, carriedFrom: past.carriedFrom, history: [...past.history, ...dossier.history] }
    : dossier;

const submitEvent = ({ by, unitId, snapshotId }: ListOrigin, round: number, now: Date): DossierEvent => ({
  at: now.toISOString(),
  by,
  unitId,
  action: 'submit',
  round,
  snapshotId,
});

function newDossier(row: Row, origin: ListOrigin, now: Date): Dossier {
  const { planId, period, unitId, parentId, snapshotId } = origin;
  return {
    id: row.id,
    planId,
    period,
    unitId,
    parentId,
    at: parentId,
    status: arrived(origin),
    round: 1,
    row,
    snapshotId,
    approvals: [],
    returnReason: '',
    withdrawn: null,
    public: false,
    touchedOn: '',
    history: [submitEvent(origin, 1, now)],
  };
}

function recall(dossier: Dossier, { by, unitId }: ListOrigin, now: Date): Dossier {
  const event: DossierEvent = {
    at: now.toISOString(),
    by,
    unitId,
    action: 'recall',
    round: dossier.round,
  };
  return { ...dossier, status: 'recalled', at: dossier.unitId, history: [...dossier.history, event] };
}
