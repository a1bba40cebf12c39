/**
 * WHAT: the list has only kinds that the plan asks of this unit.
 * WHY: clusters send individuals and collectives, movements send models; the councils are different.
 */
import { type ExemplarKind, kindLabels } from '../form.ts';
import type { Problem } from '../problem.ts';
import { type Check, fault } from './rule.ts';

export const checkKindAllowed: Check = (rows, { form, allowedKinds, promoted = [] }) => {
  if (allowedKinds === undefined) return [];
  const allowed = allowedKinds.map((kind) => kindLabels[kind]).join(', ');
  const isWrong = ({ kind }: { kind: ExemplarKind }): boolean => !allowedKinds.includes(kind);
  const ofRows = rows
    .filter(isWrong)
    .map((row) =>
      fault('error', 'kind-not-allowed', row, form.kindColumn, { value: kindLabels[row.kind], allowed }),
    );
  const kinds = new Set(promoted.filter(isWrong).map(({ kind }) => kind));
  const ofPromoted = [...kinds].map(
    (kind): Problem => ({
      code: 'kind-not-allowed',
      severity: 'error',
      params: {
        value: kindLabels[kind],
        allowed,
        promoted: promoted.filter((row) => row.kind === kind).length,
      },
    }),
  );
  return [...ofRows, ...ofPromoted];
};
