/** What a follow-up says against keeping a story public: the achievement did not last, or nobody follows the exemplar any more. */
import type { Dossier } from './dossier.ts';
import { conclusions, followUpForm, stillHolds } from './forms/follow-up.ts';
import { formOfPeriod } from './period.ts';

/** A filed follow-up and the public exemplar that it names. */
export interface Doubt {
  followUp: Dossier;
  exemplar: Dossier;
}

/** The headers and words of the row that give cause, in the order of the form; none: nothing is asked. */
export function causesOf({ status, period, row }: Dossier): { header: string; word: string }[] {
  if (status !== 'filed' || formOfPeriod(period) !== followUpForm.id) return [];
  const against: Readonly<Record<string, string>> = { holds: stillHolds.no, conclusion: conclusions.stop };
  return followUpForm.columns.flatMap(({ key, header }) => {
    const word = against[key];
    return word !== undefined && row.values[key] === word ? [{ header, word }] : [];
  });
}
