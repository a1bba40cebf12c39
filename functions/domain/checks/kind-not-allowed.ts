/**
 * WHAT: the list has only kinds that the plan asks of this unit.
 * WHY: clusters send individuals and collectives, movements send models; the councils are different.
 */
import { kindLabel, type RowKind } from '../form.ts';
import type { Problem } from '../problem.ts';
import { type Check, fault } from './rule.ts';

export const checkKindAllowed: Check = (rows, { form, allowedKinds, promoted = [] }) => {
  if (allowedKinds === undefined) return [];
  const allowed = allowedKinds.map(kindLabel).join(', ');
  const isWrong = ({ kind }: { kind: RowKind }): boolean => !allowedKinds.some((one) => one === kind);
  const ofRows = rows
    .filter(isWrong)
    .map((row) =>
      fault('error', 'kind-not-allowed', row, form.kindColumn, { value: kindLabel(row.kind), allowed }),
    );
  const kinds = new Set(promoted.filter(isWrong).map(({ kind }) => kind));
  const ofPromoted = [...kinds].map(
    (kind): Problem => ({
      code: 'kind-not-allowed',
      severity: 'error',
      params: {
        value: kindLabel(kind),
        allowed,
        promoted: promoted.filter((row) => row.kind === kind).length,
      },
    }),
  );
  return [...ofRows, ...ofPromoted];
};
