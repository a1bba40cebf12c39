/** What of a dossier the public may see: whether at all, and then field by field, so that nothing slips out by default. */
import { consentNeeded, isConsentWhole } from './child-consent.ts';
import { localDate } from './deadline.ts';
import type { CarriedFrom, Dossier, DossierEvent, Recognition } from './dossier.ts';
import type { Column, ExemplarKind } from './form.ts';
import { consentWords, exemplarForm } from './forms/exemplar.ts';
import type { Plan } from './plan.ts';
import type { Row } from './row.ts';
import { toUnitTree, type Unit, type UnitTree } from './unit.ts';

/** One step of the way to the public page: who found, who recognised, on which day. */
export interface PublicStep {
  step: 'found' | 'approved';
  unit: string;
  /** ISO date in the plan's zone; '' when it is not known. */
  on: string;
}

/** A copy of the photo that the listing serves itself. */
export interface PublicPhoto {
  id: string;
  width: number;
  height: number;
  alt: string;
}

export interface PublicText {
  header: string;
  text: string;
}

/** Plain JSON; '' or null where there is nothing to show. */
export interface PublicRow {
  id: string;
  planId: string;
  kind: ExemplarKind;
  honorific: string;
  name: string;
  birthYear: number | null;
  position: string;
  affiliation: string;
  /** The unit that wrote the row. */
  unitId: string;
  unit: string;
  /** Names of the units above, nearest first. */
  unitPath: string[];
  sector: string;
  movement: string;
  title: string;
  summary: string;
  keyResults: string;
  /** The recipe of a model, so that others can copy it; '' for people and collectives. */
  need: string;
  method: string;
  preconditions: string;
  resources: string;
  replicatedIn: string;
  impactScope: string;
  awardTrack: string;
  priorAwards: string;
  stage: string;
  photo: PublicPhoto | null;
  planNumber: string;
  period: string;
  /** Name of the highest unit that approved it, and of that unit's level. */
  approvedBy: string;
  level: string;
  /** ISO date in the plan's zone. */
  approvedOn: string;
  steps: PublicStep[];
  /** What the plan asks beside the form and shows; absent when there is none. */
  more?: PublicText[];
  /** Some text was longer than the form allows and ends with "…". */
  isCut: boolean;
  /** When its page last came to say something else: an ISO instant at home, once a date alone. Set where pages are published; absent in pages older than this. */
  changedOn?: string;
}

const hiddenStatuses: readonly string[] = ['returned', 'recalled', 'carried', 'held'];

/** Whether it may be on the public page today. Anything unclear counts as no. For many dossiers, hand in the plan's tree. */
export function isPublic(
  dossier: Dossier,
  plan: Plan,
  today: string,
  tree: UnitTree = toUnitTree(plan.units),
): boolean {
  return (
    dossier.row.kind !== 'entry' &&
    dossier.withdrawn === null &&
    !hiddenStatuses.includes(dossier.status) &&
    publishingApprovals(dossier, plan, tree).length > 0 &&
    isConsentedTo(dossier.row, today)
  );
}

/** Whether everybody who has to agree did. */
export const isConsentedTo = (row: Row, today: string): boolean =>
  hasConsent(row, today) && hasEverybodysConsent(row);

function publishingApprovals(dossier: Dossier, plan: Plan, tree: UnitTree): Unit[] {
  return dossier.approvals.flatMap((id) => {
    const unit = tree.get(id);
    const level = unit && plan.unitKinds[unit.kind]?.level;
    return unit && level !== undefined && plan.publication.levels.includes(level) ? [unit] : [];
  });
}

function hasConsent(row: Row, today: string): boolean {
  const { consent, consentDate } = row.values;
  return (
    (consent === consentWords.yes || consent === consentWords.withoutPhoto) &&
    typeof consentDate === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(consentDate) &&
    consentDate <= today
  );
}

/** A child's own consent is not enough, and a person without a year may be a child. */
function hasEverybodysConsent(row: Row): boolean {
  if (row.kind !== 'individual') return true;
  const { birthYear, consentDate, guardianConsent } = row.values;
  return (
    typeof birthYear === 'number' &&
    typeof consentDate === 'string' &&
    isConsentWhole(consentNeeded(birthYear, consentDate), guardianConsent)
  );
}

/** Only for a dossier that isPublic; the photo is put in by whoever has its copy. For many dossiers, hand in the plan's tree. */
export function toPublicRow(
  dossier: Dossier,
  plan: Plan,
  tree: UnitTree = toUnitTree(plan.units),
): PublicRow {
  const { row } = dossier;
  const approvals = approvalsOf(dossier, plan, tree);
  const highest = approvals[0];
  const recipe = (key: string): string => (row.kind === 'model' ? field(dossier, key) : '');
  return {
    id: cleanPublicText(dossier.id, 60),
    planId: plan.id,
    kind: row.kind as ExemplarKind,
    honorific: field(dossier, 'honorific'),
    name: field(dossier, 'name'),
    birthYear: toBirthYear(dossier, plan),
    position: field(dossier, 'position'),
    affiliation: field(dossier, 'affiliation'),
    unitId: dossier.unitId,
    unit: cleanPublicText(tree.get(dossier.unitId)?.name ?? ''),
    unitPath: tree.ancestors(dossier.unitId).map((unit) => cleanPublicText(unit.name)),
    sector: field(dossier, 'sector'),
    movement: field(dossier, 'movement'),
    title: field(dossier, 'title'),
    summary: field(dossier, 'summary'),
    keyResults: field(dossier, 'keyResults'),
    need: recipe('need'),
    method: recipe('method'),
    preconditions: recipe('preconditions'),
    resources: recipe('resources'),
    replicatedIn: recipe('replicatedIn'),
    impactScope: field(dossier, 'impactScope'),
    awardTrack: field(dossier, 'awardTrack'),
    priorAwards: field(dossier, 'priorAwards'),
    stage: field(dossier, 'stage'),
    photo: null,
    ...toMore(dossier, plan),
    planNumber: cleanPublicText(plan.number),
    period: cleanPublicText(dossier.period, 10),
    approvedBy: highest?.unit ?? '',
    level: highest?.level ?? '',
    approvedOn: highest?.on ?? '',
    steps: toSteps(dossier, plan, tree, approvals),
    isCut: exemplarForm.columns.some(({ key }) => isCutField(dossier, key)),
  };
}

interface Approval {
  unit: string;
  level: string;
  on: string;
}

/** Highest level first. */
function approvalsOf(dossier: Dossier, plan: Plan, tree: UnitTree): Approval[] {
  const heightOf = (unit: Unit) => plan.levels.findIndex(({ id }) => id === plan.unitKinds[unit.kind]?.level);
  const found = dossier.approvals.flatMap((id) => {
    const unit = tree.get(id);
    return unit ? [{ unit, height: heightOf(unit), on: dayOf(lastApproval(dossier, id), plan) }] : [];
  });
  return found
    .sort((a, b) => b.height - a.height)
    .map(({ unit, height, on }) => ({
      unit: cleanPublicText(unit.name),
      level: cleanPublicText(plan.levels[height]?.name ?? ''),
      on,
    }));
}

/** Whoever wrote the row found the exemplar; then everybody who recognised it, lowest level of a year first. */
function toSteps(
  { unitId, history, carriedFrom }: Dossier,
  plan: Plan,
  tree: UnitTree,
  approvals: readonly Approval[],
): PublicStep[] {
  const first = history.find(({ action }) => action === 'submit');
  return [
    carriedFrom
      ? { step: 'found', unit: cleanPublicText(carriedFrom.foundBy), on: carriedFrom.foundOn }
      : { step: 'found', unit: cleanPublicText(tree.get(unitId)?.name ?? ''), on: dayOf(first, plan) },
    ...[...recognisedBefore(carriedFrom), ...approvals.toReversed()].map(
      ({ unit, on }): PublicStep => ({ step: 'approved', unit, on }),
    ),
  ];
}

const recognisedBefore = (from: CarriedFrom | undefined): Recognition[] =>
  (from?.recognised ?? []).map(({ unit, on }) => ({ unit: cleanPublicText(unit), on }));

/** Everybody who recognised a dossier, the years before included; lowest level of a year first. */
export const recognitions = (dossier: Dossier, plan: Plan, tree: UnitTree): Recognition[] => [
  ...recognisedBefore(dossier.carriedFrom),
  ...approvalsOf(dossier, plan, tree)
    .toReversed()
    .map(({ unit, on }) => ({ unit, on })),
];

const dayOf = (event: DossierEvent | undefined, plan: Plan): string =>
  event ? localDate(new Date(event.at), plan.timeZone) : '';

const lastApproval = (dossier: Dossier, unitId: string): DossierEvent | undefined =>
  dossier.history.findLast(
    ({ unitId: by, action }) => by === unitId && (action === 'approve' || action === 'promote'),
  );

/** The form is asked again here: a column that it calls internal comes out empty, whatever the list above says. */
const publicColumn = (key: string): Column | undefined =>
  exemplarForm.columns.find((column) => column.key === key && column.visibility === 'public');

function toBirthYear({ row }: Dossier, plan: Plan): number | null {
  const { birthYear } = row.values;
  const isShown = plan.publication.showBirthYear && publicColumn('birthYear') !== undefined;
  return isShown && typeof birthYear === 'number' ? birthYear : null;
}

function field({ row }: Dossier, key: string): string {
  const column = publicColumn(key);
  return column === undefined ? '' : shownText(row, column);
}

/** Columns of the plan's own that it calls public, as text under their headers. */
function toMore({ row }: Dossier, { columns = [] }: Plan): Pick<PublicRow, 'more'> {
  const shown = columns.filter(({ column }) => column.visibility === 'public' && column.type !== 'link');
  const more = shown
    .map(({ column }) => ({ header: cleanPublicText(column.header), text: shownText(row, column) }))
    .filter(({ text }) => text !== '');
  return more.length === 0 ? {} : { more };
}

function shownText(row: Dossier['row'], column: Column): string {
  const value = row.values[column.key];
  if (typeof value !== 'string') return '';
  const max = typeof column.max === 'number' ? column.max : 120;
  return cleanPublicText(value, max, column.type === 'longText');
}

/** A text that is shown and was too long: the form stops this at the door, so it came past it. */
function isCutField({ row }: Dossier, key: string): boolean {
  const { max, type } = publicColumn(key) ?? {};
  const value = row.values[key];
  if (typeof value !== 'string' || typeof max !== 'number' || type === 'link' || value.length <= max)
    return false;
  return cleanPublicText(value, max, true) !== cleanPublicText(value, value.length, true);
}

/** NFC, no control, bidi or other invisible characters, no stacked marks, at most `max` characters; line breaks stay in long text only. */
export function cleanPublicText(value: string, max = 200, isLong = false): string {
  const text = value
    .slice(0, max * 8)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, (found) => keepBreak(found, isLong))
    // Only now: what was taken out may have stood between a letter and its mark.
    .normalize('NFC')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
  const characters = [...text];
  if (characters.length <= max) return text;
  return `${characters
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`;
}

const keepBreak = (found: string, isLong: boolean): string => {
  if (found !== '\n') return '';
  return isLong ? '\n' : ' ';
};

/** Lower-case ASCII with hyphens. */
export const toSlug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
