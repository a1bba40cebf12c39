/** The Tổng hợp tab: per unit how many of how many, sent when, late, missing, returned, chosen, published. */

import { type Deadline, daysLate } from './deadline.ts';
import { deadlineLabel } from './deadline-label.ts';
import type { Dossier } from './dossier.ts';
import { viDateTime } from './format.vi.ts';
import { periodLabel } from './period.ts';
import type { Obligation, Plan } from './plan.ts';
import { quotaCounter } from './quota.ts';
import { currentVersion, type Submission } from './submission.ts';
import type { Unit } from './unit.ts';

export interface UnitStanding {
  unit: Unit;
  obligation: Obligation;
  deadline: Deadline;
  submission: Submission | undefined;
  /** Rows in the tab now, without errors or with. */
  typedRows: number;
  dossiers: readonly Dossier[];
}

export const summaryHeaders = [
  'Đơn vị',
  'Hạn',
  'Số gương/chỉ tiêu',
  'Tình trạng',
  'Nộp lúc',
  'Trễ',
  'Trả lại',
  'Đã duyệt',
  'Chọn lên trên',
  'Công khai',
] as const;

/** "Đã nộp", "Chờ thủ trưởng ký", "Chưa nộp", "Quá hạn, chưa nộp". Empty never counts as on time. */
export function standingLabel({ submission, deadline }: UnitStanding, now: Date): string {
  if (submission?.state === 'submitted')
    return currentVersion(submission).rows === 0 ? 'Không có trường hợp' : 'Đã nộp';
  if (submission?.state === 'awaitingSignature') return 'Chờ thủ trưởng ký';
  if (submission?.state === 'sentBack') return 'Thủ trưởng trả lại';
  return now >= deadline.lateFrom ? 'Quá hạn, chưa nộp' : 'Chưa nộp';
}

const count = (dossiers: readonly Dossier[], test: (dossier: Dossier) => boolean): number =>
  dossiers.filter(test).length;

function standingRow(standing: UnitStanding, plan: Plan, now: Date): (string | number)[] {
  const { unit, obligation, deadline, submission, dossiers } = standing;
  const first = submission?.versions[0];
  const rows = submission ? currentVersion(submission).rows : standing.typedRows;
  const late = first ? daysLate(deadline, new Date(first.at), plan.timeZone) : 0;
  return [
    unit.name,
    deadlineLabel(deadline),
    quotaCounter(rows, obligation.quota),
    standingLabel(standing, now),
    first ? viDateTime(new Date(first.at), plan.timeZone) : '',
    late > 0 ? `${late} ngày` : '',
    count(dossiers, ({ history }) => history.some(({ action }) => action === 'return')),
    count(dossiers, ({ approvals }) => approvals.length > 0),
    count(dossiers, ({ history }) => history.some(({ action }) => action === 'promote')),
    count(dossiers, (dossier) => dossier.public),
  ];
}

/** Whole content of the tab. Says nothing of the time it was made, so that an unchanged state gives the same cells. */
export function summaryTab(
  plan: Plan,
  collecting: Unit,
  period: string,
  standings: readonly UnitStanding[],
  now: Date,
): (string | number)[][] {
  const sent = standings.filter(({ submission }) => submission?.state === 'submitted').length;
  return [
    [`Tổng hợp ${periodLabel(period)}: ${collecting.name} (Kế hoạch ${plan.number})`],
    [`Đã nộp ${sent}/${standings.length} đơn vị`],
    [...summaryHeaders],
    ...standings.map((standing) => standingRow(standing, plan, now)),
  ];
}
