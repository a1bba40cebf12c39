/**
 * Rows as clerks would type them, invented from story templates: for the trial, tests and scale runs. All people are
 * invented; names, numbers and deeds are joined by a seeded generator, and the same seed gives the same rows.
 */
import type { ExemplarKind } from '../../../functions/domain/form.ts';
import { choosePlace, fieldsOf, type Place, type SampleUnit, settingsOf } from './places.ts';
import { createRandom, type Random } from './random.ts';
import { similarity } from './similarity.ts';
import { storiesFor } from './stories/index.ts';
import type { Story } from './story.ts';
import { type TypedRow, tellRow } from './tell.ts';

export type { SampleUnit } from './places.ts';
export { blankRow, type TypedRow } from './tell.ts';

export interface SampleOptions {
  count: number;
  kinds: readonly ExemplarKind[];
  /** Begins with the year: "2025". */
  period: string;
  seed: number;
}

/** People first, as in real lists; kinds that are not asked for drop out. */
const rhythm: readonly ExemplarKind[] = [
  'individual',
  'collective',
  'individual',
  'model',
  'individual',
  'individual',
];

function kindsInTurn(kinds: readonly ExemplarKind[], count: number): ExemplarKind[] {
  const wanted = rhythm.filter((kind) => kinds.includes(kind));
  const turn = wanted.length > 0 ? wanted : kinds;
  return Array.from({ length: count }, (_, index) => turn[index % turn.length]!);
}

/** Codes of neighbours lie three apart; neighbours then tell different stories, because their parent compares them. */
function placeInRound(id: string): number {
  const digits = Number(id.replace(/\D/g, '')) || 0;
  return id.length >= 5 ? Math.round(digits / 3) : digits;
}

/** Which stories a unit may tell: a commune by what it is, others by the whole province. */
function storiesOf(unit: SampleUnit, kind: ExemplarKind, seed: number): Story[] {
  const own = unit.kind === 'commune' ? choosePlace(unit, createRandom(seed, unit.id)) : undefined;
  const wish = { kind, settings: settingsOf(unit.kind), coast: own?.coast ?? true, ward: own?.ward ?? false };
  const fields = fieldsOf(unit);
  return storiesFor(fields ? { ...wish, fields } : wish);
}

function chooseStories(unit: SampleUnit, kind: ExemplarKind, count: number, seed: number): Story[] {
  const round = createRandom(seed, 'stories', kind, unit.kind, unit.parentName).shuffle(
    storiesOf(unit, kind, seed),
  );
  const start = placeInRound(unit.id) * count;
  return Array.from({ length: count }, (_, index) => round[(start + index) % round.length]!);
}

/** A story of the sea stays by the sea, also when a district or an agency tells it. */
function placeFor(unit: SampleUnit, story: Story, random: Random): Place {
  const fits = (place: Place): boolean =>
    (story.where !== 'coast' || place.coast) && !(place.ward && story.field === 'farm');
  let place = choosePlace(unit, random);
  for (let tries = 0; tries < 40 && !fits(place); tries += 1) place = choosePlace(unit, random);
  return place;
}

const isFresh = (row: TypedRow, rows: readonly TypedRow[]): boolean =>
  rows.every((other) => other.name !== row.name && similarity(other.summary!, row.summary!) < 0.5);

/** Tells a story in other words until it is unlike the rows before it; ten tries are plenty. */
function freshRow(
  story: Story,
  unit: SampleUnit,
  options: SampleOptions,
  rows: readonly TypedRow[],
): TypedRow {
  const { seed, period } = options;
  const year = Number(period.slice(0, 4));
  for (let attempt = 0; ; attempt += 1) {
    const random = createRandom(seed, unit.id, period, rows.length, attempt);
    const row = tellRow(story, placeFor(unit, story, random), { unit, year, random });
    if (attempt === 9 || isFresh(row, rows)) return row;
  }
}

/** As many rows as asked for; when there are more rows than stories, a story is told again in other words and numbers. */
export function sampleRows(unit: SampleUnit, options: SampleOptions): TypedRow[] {
  const turns = kindsInTurn(options.kinds, options.count);
  const stories = new Map<ExemplarKind, Story[]>();
  for (const kind of new Set(turns)) {
    const times = turns.filter((turn) => turn === kind).length;
    stories.set(kind, chooseStories(unit, kind, times, options.seed));
  }
  const rows: TypedRow[] = [];
  for (const kind of turns) rows.push(freshRow(stories.get(kind)!.shift()!, unit, options, rows));
  return rows;
}
