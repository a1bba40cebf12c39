/** Who owes what, by when and to whom, in words: the same in the guide and on the Hướng dẫn tab of every workbook. */
import { formatDate } from '../domain/date.ts';
import { kindWords } from '../domain/form.ts';
import { formOf } from '../domain/forms/index.ts';
import type { Plan } from '../domain/plan.ts';
import { quotaLabel } from '../domain/quota.ts';
import type { Owed } from './guide.ts';

/**
 * "trước ngày 15/01/2025 (muộn nhất hết ngày 14/01/2025)". Each unit keeps its own tradition day, so no date can stand
 * for all of a kind.
 */
export function dayWords({ obligation, deadline }: Owed): string {
  const { strict, namedDate, lastDay } = deadline;
  if (obligation.deadline.kind === 'anniversary')
    return `${strict ? 'trước' : 'hết'} ngày truyền thống của đơn vị`;
  return strict
    ? `trước ngày ${formatDate(namedDate)} (muộn nhất hết ngày ${formatDate(lastDay)})`
    : `hết ngày ${formatDate(lastDay)}`;
}

export const unitKindName = (plan: Plan, unitKind: string): string =>
  plan.unitKinds[unitKind]?.name ?? unitKind;

export const amountWords = ({ obligation }: Owed): string => {
  const { allowedKinds, form } = obligation;
  const attachment = obligation.attachment ? `; kèm ${obligation.attachment.label}` : '';
  return `${quotaLabel(obligation.quota)} ${allowedKinds ? kindWords(allowedKinds) : formOf(form).rowWord}${attachment}`;
};

/** "cấp huyện hoặc cấp tỉnh". */
export const oneOf = (names: readonly string[]): string =>
  new Intl.ListFormat('vi', { type: 'disjunction' }).format(names);

/** "14, 7, 3 và 1". */
export const allOf = (names: readonly string[]): string =>
  new Intl.ListFormat('vi', { type: 'conjunction' }).format(names);

/** The one unit or body that collects from all units of a kind, or what such units are called. */
export function receiverOf(plan: Plan, unitKind: string): string {
  const parents = new Set(plan.units.filter(({ kind }) => kind === unitKind).map(({ parent }) => parent));
  const receivers = plan.units.filter(({ id }) => parents.has(id));
  const [first] = receivers;
  if (receivers.length === 1 && first) return first.reviewBody ?? first.name;
  return [...new Set(receivers.map(({ kind }) => unitKindName(plan, kind)))].join('; ');
}
