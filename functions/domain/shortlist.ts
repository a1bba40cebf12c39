/**
 * Aids for a council that chooses a few out of many, where no level in between has chosen before it: what each dossier at
 * the desk shows, one fact a column. Nothing here adds facts up to a rank: the council decides (NĐ 152/2025, art. 4).
 */
import type { Dossier } from './dossier.ts';
import { isAllowed } from './form.ts';
import { directWorkers, exemplarForm } from './forms/exemplar.ts';
import type { Plan } from './plan.ts';
import { compareKey } from './text.ts';
import type { Unit, UnitTree } from './unit.ts';

/** What the desk has done with it so far. */
export type Standing = 'waiting' | 'approved' | 'chosen';

/** Of individuals by their form of address, of collectives by their numbers; models have no sex. */
export type Women = 'woman' | 'man' | 'mostly' | 'fewer' | 'unknown' | 'none';

export interface ShortlistLine {
  dossier: Dossier;
  standing: Standing;
  /** The unit right below the desk through which it came; the one that wrote it, or one above that. */
  via: string;
  /** Headers of columns that nobody must fill in but that help to judge, by whether this dossier has them. */
  supporting: { filled: string[]; missing: string[] };
  hasFigures: boolean;
  /** As typed; '' when it says that there are none. */
  priorAwards: string;
  women: Women;
  /** Per cent of a collective's members; undefined where it is not known. */
  womenShare: number | undefined;
  isDirectWorker: boolean;
  timesReturned: number;
}

export interface Desk {
  dossiers: readonly Dossier[];
  /** The collecting unit. */
  unitId: string;
  tree: UnitTree;
  /** Left out without a word. */
  onHold: ReadonlySet<string>;
}

export const hasShortlist = (plan: Plan, unit: Unit): boolean =>
  plan.shortlist?.levels.includes(plan.unitKinds[unit.kind]?.level ?? '') ?? false;

/** In the order of the units, then of the ids, whatever order they were read in; each dossier once. */
export function shortlistOf({ dossiers, unitId, tree, onHold }: Desk): ShortlistLine[] {
  const place = new Map(tree.units.map(({ id }, index) => [id, index]));
  const unique = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
  return [...unique.values()]
    .flatMap((dossier): ShortlistLine[] => {
      const standing = onHold.has(dossier.id) ? undefined : standingAt(dossier, unitId, tree);
      return standing ? [toLine(dossier, standing, viaOf(dossier, unitId, tree))] : [];
    })
    .sort(
      (a, b) =>
        (place.get(a.via) ?? 0) - (place.get(b.via) ?? 0) ||
        (place.get(a.dossier.unitId) ?? 0) - (place.get(b.dossier.unitId) ?? 0) ||
        (a.dossier.id < b.dossier.id ? -1 : 1),
    );
}

/** Undefined for what is not, or no longer, a matter of this desk. */
function standingAt(
  { at, unitId: origin, status }: Dossier,
  unitId: string,
  tree: UnitTree,
): Standing | undefined {
  if (status === 'recalled' || !tree.ancestors(origin).some(({ id }) => id === unitId)) return undefined;
  if (tree.ancestors(unitId).some(({ id }) => id === at)) return 'chosen';
  if (at !== unitId || status === 'returned') return undefined;
  if (status === 'promoted') return 'chosen';
  return status === 'approved' ? 'approved' : 'waiting';
}

function viaOf({ unitId: origin }: Dossier, unitId: string, tree: UnitTree): string {
  const path = [origin, ...tree.ancestors(origin).map(({ id }) => id)];
  return path[path.indexOf(unitId) - 1] ?? origin;
}

/** Nobody must fill these in, and a council asks for them; in the form's order. */
const supportingKeys: ReadonlySet<string> = new Set([
  'femaleCount',
  'movement',
  'priorAwards',
  'pledge',
  'photoUrl',
]);

function toLine(dossier: Dossier, standing: Standing, via: string): ShortlistLine {
  const { row, history } = dossier;
  const text = (key: string): string => String(row.values[key] ?? '').trim();
  const priorAwards = saysNone(text('priorAwards')) ? '' : text('priorAwards');
  const columns = exemplarForm.columns.filter(
    (column) => supportingKeys.has(column.key) && isAllowed(column, row.kind),
  );
  const isFilled = (key: string): boolean => (key === 'priorAwards' ? priorAwards : text(key)) !== '';
  const headersOf = (filled: boolean): string[] =>
    columns.filter(({ key }) => isFilled(key) === filled).map(({ header }) => header);
  const womenShare =
    row.kind === 'collective' ? shareOf(row.values.femaleCount, row.values.memberCount) : undefined;
  return {
    dossier,
    standing,
    via,
    supporting: { filled: headersOf(true), missing: headersOf(false) },
    hasFigures: /\d/.test(text('keyResults')),
    priorAwards,
    women: womenOf(dossier, womenShare),
    womenShare,
    isDirectWorker: compareKey(text('subjectClass')) === compareKey(directWorkers),
    timesReturned: history.filter(({ action }) => action === 'return').length,
  };
}

/** "Chưa có", "Chưa", "Không" are answers, not awards. */
const saysNone = (text: string): boolean => /^(chưa( có)?|không( có)?)[.!]?$/i.test(text);

const shareOf = (part: unknown, whole: unknown): number | undefined =>
  typeof part === 'number' && typeof whole === 'number' && whole > 0 ? (100 * part) / whole : undefined;

/** From this share on a collective is preferred where two are equal, as a woman is (NĐ 152/2025/NĐ-CP, art. 4.6). */
export const mostlyWomen = 70;

function womenOf({ row }: Dossier, share: number | undefined): Women {
  switch (row.kind) {
    case 'model':
    case 'entry':
      return 'none';
    case 'collective':
      return share === undefined ? 'unknown' : share >= mostlyWomen ? 'mostly' : 'fewer';
    case 'individual':
      return row.values.honorific === 'Bà' ? 'woman' : row.values.honorific === 'Ông' ? 'man' : 'unknown';
  }
}

/** Whether it goes before an equal one; which one is equal, people say. */
export const isPreferred = ({ women }: ShortlistLine): boolean => women === 'woman' || women === 'mostly';
