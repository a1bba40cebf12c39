/** The Hướng dẫn tab: how to fill in, the day, whom to ask, and every column with an example, all from plan and form. */

import { formatDate } from '../../functions/domain/date.ts';
import { type Form, kindLabels } from '../../functions/domain/form.ts';
import { periodLabel } from '../../functions/domain/period.ts';
import type { Obligation, Plan } from '../../functions/domain/plan.ts';
import { quotaLabel } from '../../functions/domain/quota.ts';
import type { Unit } from '../../functions/domain/unit.ts';
import { duty } from '../../functions/unit-list.ts';

const sheetSteps: readonly string[] = [
  '1. Mở tab mang tên đơn vị mình. Mỗi dòng là một cá nhân, tập thể hoặc mô hình.',
  '2. Gõ hoặc dán vào các cột; cột “Trạng thái” và “Cần sửa” cho biết chỗ nào cần sửa và gõ thế nào.',
  '3. Xong thì bấm menu Gương sáng › Nộp danh sách. Thủ trưởng nhận thư để ký; ký xong danh sách mới đến cấp trên.',
  '4. Dòng nào bị trả lại sẽ có lý do ở cột “Cần sửa”: sửa ngay tại dòng đó rồi nộp lại.',
  'Thêm, xóa, sắp xếp dòng thoải mái; đừng đổi tên cột và đừng gộp ô.',
];

export function guideRows(
  plan: Plan,
  period: string,
  collecting: Unit,
  children: readonly Unit[],
  form: Form,
  steps: readonly string[] = sheetSteps,
): string[][] {
  const duties = plan.obligations.filter(({ unitKind }) => children.some((child) => child.kind === unitKind));
  return [
    [`Hướng dẫn: Kế hoạch ${plan.number}, ${periodLabel(period)}`],
    [plan.title],
    [`Nơi nhận: ${collecting.reviewBody ?? collecting.name}`],
    [''],
    ['Cách làm'],
    ...steps.map((step) => [step]),
    [''],
    ['Ai nộp', 'Bao nhiêu', 'Hạn'],
    ...duties.map((obligation) => dutyRow(plan, period, obligation, children)),
    [''],
    ['Cột', 'Ghi gì', 'Ví dụ'],
    ...form.columns.map((column) => [
      column.header + (column.required === undefined ? '' : ' (bắt buộc)'),
      column.help,
      column.example,
    ]),
  ];
}

function dutyRow(plan: Plan, period: string, obligation: Obligation, children: readonly Unit[]): string[] {
  const unit = children.find((child) => child.kind === obligation.unitKind) as Unit;
  const { deadline } = duty(plan, unit, period)!;
  const kinds = obligation.allowedKinds.map((kind) => kindLabels[kind].toLowerCase()).join(', ');
  const attachment = obligation.attachment ? `; kèm ${obligation.attachment.label}` : '';
  const day = deadline.strict
    ? `trước ngày ${formatDate(deadline.namedDate)} (muộn nhất hết ngày ${formatDate(deadline.lastDay)})`
    : `hết ngày ${formatDate(deadline.lastDay)}`;
  return [
    plan.unitKinds[obligation.unitKind]?.name ?? obligation.unitKind,
    `${quotaLabel(obligation.quota)} ${kinds}${attachment}`,
    day,
  ];
}
