/** All that is known of a unit's duty in a period, gathered in one place, and its state in three words. */
import { formatDate } from './date.ts';
import { type Deadline, isLate } from './deadline.ts';
import type { Dossier } from './dossier.ts';
import type { Obligation } from './plan.ts';
import type { UnitRequest } from './request.ts';
import { currentVersion, type Submission } from './submission.ts';
import type { Unit } from './unit.ts';

export interface UnitStanding {
  unit: Unit;
  /** Who collects the list. */
  collecting: Unit;
  obligation: Obligation;
  /** As it binds this unit, with the time it was granted. */
  deadline: Deadline;
  submission: Submission | undefined;
  /** Rows in the tab now, without errors or with, but for those carried over that nobody has touched. */
  typedRows: number;
  dossiers: readonly Dossier[];
  /** What the unit asked on the Đề nghị tab. */
  requests: readonly UnitRequest[];
  /** Units that ended before their day and left their list to this one; absent: none. */
  absorbed?: readonly Unit[];
}

/**
 * A unit that ends before the plan's day owes nothing any more: whoever takes over its work registers its exemplars too.
 * What it sent before stays its own, and goes its way.
 */
export const owesNoMore = ({
  unit,
  deadline,
  submission,
}: Pick<UnitStanding, 'unit' | 'submission'> & { deadline: Pick<Deadline, 'own'> }): boolean =>
  unit.validTo !== undefined &&
  unit.validTo < deadline.own.lastDay &&
  (submission === undefined || submission.versions.length === 0);

/** "Đã nộp", "Chờ thủ trưởng ký", "Chưa nộp", "Quá hạn, chưa nộp", "Kết thúc ngày …". Empty never counts as on time. */
export function standingLabel(standing: UnitStanding, now: Date): string {
  const { submission, deadline, unit } = standing;
  if (owesNoMore(standing)) return `Kết thúc ngày ${formatDate(unit.validTo ?? '')}, không phải nộp`;
  if (submission?.state === 'submitted') {
    const { rows, nil } = currentVersion(submission);
    return nil ? 'Không có trường hợp' : rows === 0 ? 'Nộp danh sách trống' : 'Đã nộp';
  }
  if (submission?.state === 'awaitingSignature') return 'Chờ thủ trưởng ký';
  if (submission?.state === 'sentBack') return 'Thủ trưởng trả lại';
  if (isLate(deadline, now)) return 'Quá hạn, chưa nộp';
  return isLate(deadline.own, now)
    ? `Chưa nộp, được gia hạn đến ${formatDate(deadline.lastDay)}`
    : 'Chưa nộp';
}
