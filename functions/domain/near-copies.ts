/** Whether two rows tell of the same person or in the same words: what reviewers are shown as a hint, never a decision. */
import { type Dossier, foundAs } from './dossier.ts';
import { countShared, readTexts, type TextNumbers } from './phrases.ts';
import type { Row } from './row.ts';
import { compareKey, searchKey } from './text.ts';

/**
 * same-person: same name and birth year in another unit or period. near-copy: the same name tells it in the same words.
 * other-name: the same words under another name ("chia thành tích", KH 113).
 */
export type AlikeKind = 'same-person' | 'near-copy' | 'other-name';

/** Another dossier that this one is like. Stored with the dossier; nothing of the other's text. */
export interface Alike {
  kind: AlikeKind;
  dossierId: string;
  unitId: string;
  period: string;
  /** Per cent of the shorter text's runs of three words that stand in the other, too. */
  share: number;
}

/** What of a dossier is compared. */
export type Told = Pick<Dossier, 'planId' | 'id' | 'unitId' | 'period' | 'row' | 'carriedFrom'>;

/** A row made ready to be compared with many. */
export interface Reading extends TextNumbers {
  told: Told;
}

/** The columns that tell the story; the others are choices, places and dates that many share. */
export const tellingColumns = ['title', 'summary', 'keyResults'] as const;

export const textOf = (row: Row, key: string): string => String(row.values[key] ?? '');

const textsOf = (row: Row): string[] => tellingColumns.map((key) => textOf(row, key));

export const toReading = (told: Told): Reading => ({ told, ...readTexts(textsOf(told.row)) });

/** Shorter texts are alike by chance. */
export const fewestPhrases = 12;

/** As in the check of a single list: from here on words alone tell. */
const surely = 80;
/** From here on only if the figures are the same, too: who tells of another deed has other numbers. */
const perhaps = 50;
const fewestFigures = 2;
const sameFigures = 2 / 3;

/** `other` as seen from `one`; undefined when there is nothing to say. The same from both sides. */
export function compareReadings(one: Reading, other: Reading): Alike | undefined {
  if (one.told.id === other.told.id || isOneExemplar(one.told, other.told)) return undefined;
  const share = shareOf(one, other);
  const isTextAlike = isAlike(one, other, share);
  const isPerson = isSamePerson(one.told, other.told);
  if (!isTextAlike && !isPerson) return undefined;
  const { id: dossierId, unitId, period } = other.told;
  const hasSameName = nameKey(one.told.row) === nameKey(other.told.row);
  const kind = isPerson ? 'same-person' : hasSameName ? 'near-copy' : 'other-name';
  return { kind, dossierId, unitId, period, share: isTextAlike ? share : 0 };
}

/** Carried from year to year and registered again: that it is the same is known, and asked for. */
function isOneExemplar(one: Told, other: Told): boolean {
  if (!one.carriedFrom && !other.carriedFrom) return false;
  const [first, second] = [foundAs(one), foundAs(other)];
  return first.planId === second.planId && first.dossierId === second.dossierId;
}

/** Of the shorter text, so that a short copy inside a long text counts whole. */
function shareOf({ phrases: one }: Reading, { phrases: other }: Reading): number {
  const fewer = Math.min(one.length, other.length);
  return fewer < fewestPhrases ? 0 : Math.floor((100 * countShared(one, other)) / fewer);
}

function isAlike(one: Reading, other: Reading, share: number): boolean {
  if (share >= surely) return true;
  const fewer = Math.min(one.figures.length, other.figures.length);
  return (
    share >= perhaps &&
    fewer >= fewestFigures &&
    countShared(one.figures, other.figures) >= sameFigures * fewer
  );
}

const nameKey = (row: Row): string => compareKey(textOf(row, 'name'));

/** Names of collectives and models repeat from commune to commune ("Chi hội Phụ nữ ấp 3"), those of people tell. */
function isSamePerson(one: Told, other: Told): boolean {
  if (one.unitId === other.unitId && one.period === other.period) return false;
  if (!hasSamePersonName(one.row, other.row)) return false;
  const [year, otherYear] = [textOf(one.row, 'birthYear'), textOf(other.row, 'birthYear')];
  if (year !== '' && otherYear !== '') return year === otherYear;
  const place = placeName(one.row);
  return place !== '' && place === placeName(other.row);
}

/** Marks count (Hùng is not Hưng), except where one of the two was typed without any. */
function hasSamePersonName(one: Row, other: Row): boolean {
  const name = personName(one);
  if (name === '' || name !== personName(other)) return false;
  const [key, otherKey] = [nameKey(one), nameKey(other)];
  return key === otherKey || key === name || otherKey === name;
}

export const personName = (row: Row): string =>
  row.kind === 'individual' ? searchKey(textOf(row, 'name')) : '';

export const placeName = (row: Row): string => searchKey(textOf(row, 'locality'));

/** As many as a reviewer will look at. */
const mostHints = 10;

/** The same person first, then the closest text; the same set gives the same list in whatever order it was found. */
export const rankAlike = (hints: readonly Alike[]): Alike[] =>
  [...hints]
    .sort(
      (a, b) =>
        Number(b.kind === 'same-person') - Number(a.kind === 'same-person') ||
        b.share - a.share ||
        (a.dossierId < b.dossierId ? -1 : 1),
    )
    .slice(0, mostHints);
