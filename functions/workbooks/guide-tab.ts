/** The Hướng dẫn tab: how to fill in, the day, whom to ask, and every column with an example, all from plan and form. */
import type { Form } from '../domain/form.ts';
import { oldestForm } from '../domain/forms/index.ts';
import { periodLabel } from '../domain/period.ts';
import type { Obligation, Plan } from '../domain/plan.ts';
import type { Unit } from '../domain/unit.ts';
import type { WorkbookTab } from '../domain/workbook.ts';
import { amountWords, dayWords, unitKindName } from '../guide/duties.ts';
import { requiredWords } from '../guide/limits.ts';
import { guideHref } from '../guide/render.ts';
import { duty } from '../lists/unit-list.ts';

const sheetSteps = (form: Form): readonly string[] => [
  `1. Mở tab mang tên đơn vị mình. Mỗi dòng là một ${form.kindColumn ? 'cá nhân, tập thể hoặc mô hình' : form.rowWord}.`,
  '2. Gõ hoặc dán vào các cột. Ô đỏ nhạt phải sửa; ô vàng nhạt nên xem lại; đưa chuột vào ô để đọc ghi chú.',
  '3. Muốn xem mọi chỗ cần sửa một lượt: bấm Gương sáng › Xem lỗi. Cột “Trạng thái” và “Cần sửa” cũng cho biết.',
  '4. Xong thì bấm Gương sáng › Nộp danh sách. Thủ trưởng nhận thư để ký; ký xong danh sách mới đến cấp trên.',
  form.flow === 'reviewed'
    ? '5. Dòng nào bị trả lại sẽ có lý do ở cột “Cần sửa”: sửa ngay tại dòng đó rồi nộp lại.'
    : '5. Cần bổ sung thì sửa ngay tại đây rồi nộp lại: lần nộp sau thay lần trước, các lần trước vẫn được giữ.',
  '6. Cần thêm thời gian, chưa đồng ý với điểm, hoặc có vướng mắc: ghi một dòng ở tab Đề nghị; trả lời hiện ở cột “Kết quả” và gửi qua thư.',
  'Thêm, xóa, sắp xếp dòng thoải mái; đừng đổi tên cột và đừng gộp ô. Chèn hoặc chép dòng thì bấm Gương sáng › Cấp mã cho dòng mới.',
];

const headings = {
  steps: ['Cách làm'],
  duties: ['Ai nộp', 'Bao nhiêu', 'Hạn'],
  columns: ['Cột', 'Ghi gì', 'Ví dụ'],
};

const headingKeys = new Set(Object.values(headings).map((cells) => cells.join('\n')));

/** A line over a part of the tab; a column of a form may be called as one of its cells. */
export const isGuideHeading = (cells: readonly unknown[]): boolean => headingKeys.has(cells.join('\n'));

export interface GuideTabWords {
  steps?: readonly string[];
  /** Where the whole guide is, below it. */
  listingUrl?: string | undefined;
}

export function guideRows(
  plan: Plan,
  period: string,
  collecting: Unit,
  children: readonly Unit[],
  form: Form,
  { steps = sheetSteps(form), listingUrl }: GuideTabWords = {},
): string[][] {
  const duties = plan.obligations.filter(
    (owed) => owed.form === form.id && children.some((child) => child.kind === owed.unitKind),
  );
  return [
    [`Hướng dẫn: Kế hoạch ${plan.number}, ${periodLabel(period)}`],
    [plan.title],
    [`Nơi nhận: ${collecting.reviewBody ?? collecting.name}`],
    ...(listingUrl === undefined
      ? []
      : [['Hướng dẫn đầy đủ:', `${listingUrl}${guideHref(plan.id, period)}`]]),
    [''],
    headings.steps,
    ...steps.map((step) => [step]),
    [''],
    headings.duties,
    ...duties.map((obligation) => dutyRow(plan, period, obligation, children)),
    [''],
    headings.columns,
    ...form.columns.map((column) => [
      column.required === undefined
        ? column.header
        : `${column.header} (${requiredWords(column).toLowerCase()})`,
      column.help,
      column.example,
    ]),
  ];
}

function dutyRow(plan: Plan, period: string, obligation: Obligation, children: readonly Unit[]): string[] {
  const unit = children.find((child) => child.kind === obligation.unitKind) as Unit;
  const owed = duty(plan, unit, period)!;
  return [unitKindName(plan, obligation.unitKind), amountWords(owed), dayWords(owed)];
}

/** The guide of a level workbook: for the units that have a tab in it, whose form it explains. */
export function guideTab(
  plan: Plan,
  period: string,
  collecting: Unit,
  tabs: readonly WorkbookTab[],
  listingUrl: string | undefined,
): string[][] {
  const ids = new Set(tabs.flatMap(({ unitId }) => unitId ?? []));
  const children = plan.units.filter(({ id }) => ids.has(id));
  const form = children[0] && duty(plan, children[0], period)?.form;
  return guideRows(plan, period, collecting, children, form ?? oldestForm, { listingUrl });
}
