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
}

/** "Đã nộp", "Chờ thủ trưởng ký", "Chưa nộp", "Quá hạn, chưa nộp". Empty never counts as on time. */
export function standingLabel({ submission, deadline }: UnitStanding, now: Date): string {
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
