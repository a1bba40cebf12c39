/**
 * Mistakes that clerks really make, each as one change of a right row: for the trial's script, for tests and for
 * teaching. Those that expect null look like mistakes and are none.
 */
import { kindLabels } from '../../../functions/domain/form.ts';
import type { Severity } from '../../../functions/domain/problem.ts';
import type { Mistake, PairMistake } from './mistake.ts';
import { deedMistakes } from './mistakes-in-deed.ts';
import { personMistakes } from './mistakes-in-person.ts';
import type { TypedRow } from './rows.ts';

export type { Mistake, PairMistake } from './mistake.ts';

export const mistakes: readonly Mistake[] = [...personMistakes, ...deedMistakes];

export const pairMistakes: readonly PairMistake[] = [
  {
    id: 'same-row-twice',
    says: 'copies a row and forgets to change it',
    apply: (first) => ({ ...first }),
    expects: 'row-duplicate',
  },
  {
    id: 'copied-summary',
    says: 'uses the summary of a neighbour',
    apply: (first, second) => ({ ...second, summary: `${first.summary} Được tập thể tín nhiệm.` }),
    expects: 'summary-near-copy',
    severity: 'warning',
  },
];

export const severityOf = ({ expects, severity }: Pick<Mistake, 'expects' | 'severity'>): Severity | null =>
  expects === null ? null : (severity ?? 'error');

export function fitsRow(mistake: Mistake, row: TypedRow): boolean {
  return mistake.onlyFor?.some((kind) => kindLabels[kind] === row.kind) ?? true;
}
