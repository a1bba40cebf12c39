/** What is wrong with what a plan asks for and when: days that do not exist, mixed rhythms, leads that never strike. */
import { type DayRule, namedDay } from '../domain/deadline.ts';
import { shippedForm } from '../domain/forms/index.ts';
import { formsOf, rhythmOf } from '../domain/period.ts';
import type { Obligation, Plan } from '../domain/plan.ts';

/** Only forms that ask for the kind of exemplar can be limited to some kinds. */
export function kindFaults({ form, allowedKinds }: Obligation, where: string): string[] {
  const shipped = shippedForm(form);
  const asked = shipped?.kindColumn !== undefined;
  if (!shipped || asked === (allowedKinds !== undefined)) return [];
  return [
    asked
      ? `${where}: biểu mẫu “${form}” cần ghi loại gương được gửi`
      : `${where}: biểu mẫu “${form}” không phân loại gương, hãy bỏ loại gương được gửi`,
  ];
}

/** One form, one rhythm: a workbook is of one period, and units of all kinds stand in it. */
export const mixedRhythms = (plan: Plan): string[] =>
  formsOf(plan).flatMap((form) => {
    const rhythms = new Set(plan.obligations.filter((owed) => owed.form === form).map(rhythmOf));
    return rhythms.size > 1
      ? [`Biểu mẫu “${form}”: các loại đơn vị phải cùng nộp theo tháng, quý, nửa năm hoặc năm`]
      : [];
  });

/** A year without 29/02, so that a day that only leap years have is refused. */
const commonYear = '2023-01';

export function dayFaults({ inForceTo }: Plan, rule: DayRule, what: string): string[] {
  try {
    namedDay(rule, { period: commonYear, inForceTo });
    return [];
  } catch {
    return rule.kind === 'yearly'
      ? [`${what} ${rule.day}/${rule.month} không có trong lịch mọi năm, hãy ghi ngày năm nào cũng có`]
      : [`${what} không có trong lịch`];
  }
}

/** Whoever owes by its tradition day must have told one. */
export function undated({ units }: Plan, { unitKind, deadline }: Obligation): string[] {
  if (deadline.kind !== 'anniversary') return [];
  return units
    .filter(({ kind, anniversary: day }) => kind === unitKind && day === undefined)
    .map(
      ({ id: unit, name }) =>
        `Đơn vị “${unit}” (${name}): nộp theo ngày truyền thống mà chưa có ngày, hãy ghi tháng-ngày, ví dụ 05-19`,
    );
}

/** Leads and steps that could never strike. */
export function rhythmFaults(plan: Plan): string[] {
  const { reminderLeads, headLeads = [], overdueSteps, escalationStep } = plan;
  const list = (numbers: readonly number[]): string => numbers.join(', ') || 'không có mốc nào';
  return [
    ...headLeads
      .filter((lead) => !reminderLeads.includes(lead))
      .map(
        (lead) =>
          `Nhắc thủ trưởng: ${lead} ngày làm việc không phải mốc nhắc hạn, hãy chọn trong: ${list(reminderLeads)}`,
      ),
    ...(escalationStep === undefined || overdueSteps.includes(escalationStep)
      ? []
      : [
          `Báo thủ trưởng cấp trên: ${escalationStep} ngày làm việc không phải mốc quá hạn, hãy chọn trong: ${list(overdueSteps)}`,
        ]),
  ];
}
