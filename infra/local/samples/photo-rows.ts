/** Who of the trial's people has a picture: now and then a row that was agreed to, in lists that nobody retypes later. */
import { consentWords } from '../../../functions/domain/forms/exemplar.ts';
import type { UnitScript } from './scenario.ts';

export interface PhotoRow {
  rowIndex: number;
  /** Which picture. */
  number: number;
}

/** One list in so many has one. */
const everyList = 4;

/** By unit. A row that is withdrawn later always has one, to be seen going. */
export function photoRows(scripts: readonly UnitScript[]): Map<string, PhotoRow> {
  const found = new Map<string, PhotoRow>();
  let lists = 0;
  for (const script of scripts) {
    const { unitId, rows, mends, returnRows, withdrawal, outcome } = script;
    if (outcome === 'missing' || mends.length > 0 || returnRows) continue;
    const rowIndex = withdrawal?.rowIndex ?? rows.findIndex(({ consent }) => consent === consentWords.yes);
    if (rowIndex < 0) continue;
    if (withdrawal || lists % everyList === 0) found.set(unitId, { rowIndex, number: found.size });
    lists += 1;
  }
  return found;
}
