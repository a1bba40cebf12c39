/** Consent is the person's: what an approved row says of it may become less at any time, without anybody's decision; never more. */
import type { Dossier, DossierEvent } from './dossier.ts';
import { consentWords, guardianConsentWords } from './forms/exemplar.ts';
import type { Problem, ProblemCode } from './problem.ts';
import type { Row } from './row.ts';
import { isSameRow } from './submission.ts';

/** The more it allows, the higher; a blank says as much as "not asked". */
const ranks: Record<string, Record<string, number>> = {
  consent: {
    [consentWords.no]: 0,
    [consentWords.notAsked]: 1,
    [consentWords.withoutPhoto]: 2,
    [consentWords.yes]: 3,
  },
  guardianConsent: {
    [guardianConsentWords.no]: 0,
    [guardianConsentWords.notAsked]: 1,
    [guardianConsentWords.guardian]: 2,
    [guardianConsentWords.both]: 3,
  },
};

const words = ['consent', 'guardianConsent'] as const;
type ConsentKey = (typeof words)[number];

const rankOf = (key: ConsentKey, value: unknown): number => ranks[key]?.[String(value ?? '')] ?? 1;

/** Whether one of the two words allows less than the approved one; a word that nobody knows allows no more than a blank. */
export const saysLess = (values: Partial<Row['values']>, approved: Row['values']): boolean =>
  words.some((key) => rankOf(key, values[key]) < rankOf(key, approved[key]));

/** Cells that belong to the consent and may be emptied: another date could make a child's consent look like an adult's. */
const emptied = new Set(['consentDate', 'photoUrl', 'photoAlt']);

/** Whether the row says what was approved, but for a consent or a photo that is taken back. */
export function isNarrower(row: Row, approved: Row): boolean {
  if (row.kind !== approved.kind || isSameRow(row, approved)) return false;
  return [...new Set([...Object.keys(row.values), ...Object.keys(approved.values)])].every((key) => {
    const [now, before] = [row.values[key], approved.values[key]];
    if (now === before) return true;
    if (key === 'consent' || key === 'guardianConsent') return rankOf(key, now) <= rankOf(key, before);
    return emptied.has(key) && now === undefined;
  });
}

const consentKeys: readonly (string | undefined)[] = ['consent', 'consentDate', 'guardianConsent'];

/** Under these a cell can be read as empty although nobody emptied it. */
const hiding: ReadonlySet<ProblemCode> = new Set(['cells-merged', 'header-missing', 'header-twice']);

/** The approved word that the row widens, when it changes nothing but the consent and what belongs to it. */
export function widened(row: Row, approved: Row): string | undefined {
  const keys = [...new Set([...Object.keys(row.values), ...Object.keys(approved.values)])];
  const isElsewhere = (key: string) => !consentKeys.includes(key) && !emptied.has(key);
  const changed = keys.filter((key) => row.values[key] !== approved.values[key]);
  if (row.kind !== approved.kind || changed.some(isElsewhere)) return undefined;
  const wider = words.find((key) => rankOf(key, row.values[key]) > rankOf(key, approved.values[key]));
  return wider && String(approved.values[wider] ?? consentWords.notAsked);
}

/**
 * Rows of a list that is refused whose consent is clear all the same: what is wrong elsewhere holds up nobody's. A cell of
 * the consent that is wrong says nothing yet, and an empty one that may only be hidden counts as it was approved. Of lines
 * with one hidden id one is heard that is as approved but for a no: whichever the others are, it was typed of this person.
 */
export function withClearConsent(
  { rows, copies = [] }: { rows: readonly Row[]; copies?: readonly Row[] | undefined },
  problems: readonly Problem[],
  approved: ReadonlyMap<string, Row>,
): Row[] {
  const isWrong = ({ severity, column }: Problem) => severity === 'error' && consentKeys.includes(column);
  const wrong = new Set(problems.filter(isWrong).map(({ line }) => line));
  const isHidden = problems.some(({ code }) => hiding.has(code));
  const clear = [...rows, ...copies]
    .filter(({ line }) => !wrong.has(line))
    .map((row) => (isHidden ? unhidden(row, approved.get(row.id)) : row));
  const held = new Set(copies.map(({ id }) => id));
  const isHeard = (row: Row): boolean => {
    const before = approved.get(row.id);
    return before !== undefined && row.values.consent === consentWords.no && isNarrower(row, before);
  };
  return clear.filter((row) => !held.has(row.id) || isHeard(row));
}

function unhidden(row: Row, approved: Row | undefined): Row {
  const before = Object.entries(approved?.values ?? {});
  const hidden = before.filter(([key]) => consentKeys.includes(key) || emptied.has(key));
  return { ...row, values: { ...Object.fromEntries(hidden), ...row.values } };
}

/**
 * A row of a sheet as it counts: a consent that was taken back elsewhere stays taken back while the cell still says the old
 * one, also when the row is sent anew; a wider one counts again with a day of consent that is not before that.
 */
export function heedNarrowing(
  row: Row,
  { history }: Pick<Dossier, 'history'>,
): { row: Row; isHeld: boolean } {
  const last = history.findLast(({ narrowed }) => narrowed !== undefined)?.narrowed;
  const { consent, consentDate } = row.values;
  const isGivenAnew = typeof consentDate === 'string' && last !== undefined && consentDate >= last.on;
  if (!last || isGivenAnew || rankOf('consent', consent) <= rankOf('consent', last.to))
    return { row, isHeld: false };
  return { row: { ...row, values: { ...row.values, consent: last.to } }, isHeld: true };
}

export interface NarrowingAct {
  by: string;
  unitId: string;
  snapshotId?: string;
  reason?: string;
}

/** The decisions stand; undefined when the row does not only take something back. */
export function narrow(
  dossier: Dossier,
  { kind, values }: Pick<Row, 'kind' | 'values'>,
  act: NarrowingAct,
  now: Date,
): Dossier | undefined {
  const row = { ...dossier.row, kind, values };
  if (!isNarrower(row, dossier.row)) return undefined;
  const [from, to] = [String(dossier.row.values.consent ?? ''), String(values.consent ?? '')];
  const event: DossierEvent = {
    ...act,
    at: now.toISOString(),
    action: 'narrow',
    round: dossier.round,
    // The day by UTC is never later than the day here: who agrees anew on the same day is heard.
    ...(from === to ? {} : { narrowed: { to, on: now.toISOString().slice(0, 10) } }),
  };
  return { ...dossier, row, history: [...dossier.history, event] };
}

const onlyText = ({ kind, values }: Row): Pick<Row, 'kind' | 'values'> => ({
  kind,
  values: { ...values, consent: consentWords.withoutPhoto },
});

/** Without the photo, if there was consent to it; the text stays as it is. */
export const withoutPhoto = (dossier: Dossier, act: NarrowingAct, now: Date): Dossier | undefined =>
  dossier.row.values.consent === consentWords.yes
    ? narrow(dossier, onlyText(dossier.row), act, now)
    : undefined;
