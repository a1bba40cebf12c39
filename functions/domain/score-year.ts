/** A year's score of a unit: its periods added up, with those of the units whose work it took over. */
import { formatDate } from './date.ts';
import { currentEntry, type ScoreRecord } from './scoreboard.ts';
import type { Unit, UnitTree } from './unit.ts';

export interface YearScore {
  unit: Unit;
  points: number;
  of: number;
  /** Periods that count: the time to send is over, or the list has come. */
  periods: number;
  /** "gồm điểm của Xã A (đến 30/06/2025)"; '' for most. */
  note: string;
}

const yearOf = (period: string): string => period.slice(0, 4);

/** One line for the unit that stands on `day`: what a unit did before it ended goes to its successor, once. */
export function yearScore(
  unit: Unit,
  records: readonly ScoreRecord[],
  tree: UnitTree,
  year: string,
  day: string,
): YearScore {
  // Of a split, whoever took over the main part has the marks: the other units would count them twice.
  const ended = tree.lineage(unit.id).predecessors.filter(({ id }) => tree.inForce(id, day)?.id === unit.id);
  const ids = new Set([unit.id, ...ended.map(({ id }) => id)]);
  const mine = records.filter(
    (record) => ids.has(record.unitId) && yearOf(record.period) === year && currentEntry(record).isDue,
  );
  const entries = mine.map(currentEntry);
  const inherited = ended.filter(({ id }) => mine.some(({ unitId }) => unitId === id));
  return {
    unit,
    points: entries.reduce((sum, { total }) => sum + total, 0),
    of: entries.reduce((sum, { of }) => sum + of, 0),
    periods: entries.length,
    note: inherited
      .map(({ name, validTo }) => `gồm điểm của ${name}${validTo ? ` (đến ${formatDate(validTo)})` : ''}`)
      .join('; '),
  };
}

/** Where a unit's marks go when it has ended; '' while it stands. */
export function heirNote(unit: Unit, tree: UnitTree, day: string): string {
  if (unit.validTo === undefined || day <= unit.validTo) return '';
  const heir = tree.inForce(unit.id, day);
  const ended = `kết thúc ${formatDate(unit.validTo)}`;
  return heir ? `${ended}, điểm chuyển sang ${heir.name}` : `${ended}, chưa có đơn vị kế thừa`;
}

/** Every unit that stands on the day and has something to count, in the plan's order; nobody's marks are lost. */
export function yearBoard(
  records: readonly ScoreRecord[],
  tree: UnitTree,
  year: string,
  day: string,
): YearScore[] {
  const owners = new Set(
    records
      .filter(({ period }) => yearOf(period) === year)
      .map(({ unitId }) => tree.inForce(unitId, day)?.id ?? unitId),
  );
  return tree.units
    .filter(({ id }) => owners.has(id))
    .map((unit) => yearScore(unit, records, tree, year, day));
}
