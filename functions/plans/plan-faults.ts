/** What in a plan of the right shape refers to nothing, or contradicts itself: every fault named. */
import { formatDate } from '../domain/date.ts';
import { shippedForm } from '../domain/forms/index.ts';
import type { Plan } from '../domain/plan.ts';
import type { TreeFault } from '../domain/unit.ts';
import { dayFaults, kindFaults, mixedRhythms, rhythmFaults, undated } from './obligation-faults.ts';
import { listFaults, ownColumnFaults } from './own-columns.ts';

export function treeSentence(fault: TreeFault): string {
  switch (fault.kind) {
    case 'duplicate-id':
      return `Đơn vị: mã “${fault.id}” dùng cho hai đơn vị`;
    case 'unknown-parent':
      return `Đơn vị “${fault.id}”: không có đơn vị cấp trên “${fault.parent}”`;
    case 'unknown-successor':
      return `Đơn vị “${fault.id}”: không có đơn vị kế thừa “${fault.successor}”`;
    case 'unknown-split':
      return `Đơn vị “${fault.id}”: không có đơn vị gốc “${fault.splitFrom}” mà nó tách ra`;
    case 'parent-ended':
      return `Đơn vị “${fault.id}”: đơn vị cấp trên “${fault.parent}” kết thúc từ ${formatDate(fault.ended)}`;
    case 'own-ancestor':
      return `Đơn vị “${fault.id}”: là cấp trên của chính mình`;
    case 'own-successor':
      return `Đơn vị “${fault.id}”: kế thừa chính mình`;
    case 'validity-backwards':
      return `Đơn vị “${fault.id}”: ngày kết thúc trước ngày bắt đầu`;
  }
}

export function referenceFaults(plan: Plan): string[] {
  const levels = new Set(plan.levels.map((level) => level.id));
  const kinds = new Set(Object.keys(plan.unitKinds));
  const unknown = (where: string, what: string, value: string): string =>
    `${where}: không có ${what} “${value}”`;
  const faults: string[] = [];
  for (const [kind, { level }] of Object.entries(plan.unitKinds))
    if (!levels.has(level)) faults.push(unknown(`Loại đơn vị “${kind}”`, 'cấp', level));
  for (const unit of plan.units)
    if (!kinds.has(unit.kind)) faults.push(unknown(`Đơn vị “${unit.id}”`, 'loại đơn vị', unit.kind));
  for (const level of plan.publication.levels)
    if (!levels.has(level)) faults.push(unknown('Công khai', 'cấp', level));
  faults.push(...shortlistFaults(plan, levels));
  const owed = new Set<string>();
  for (const obligation of plan.obligations) {
    const where = `Chỉ tiêu của “${obligation.unitKind}”`;
    if (!kinds.has(obligation.unitKind)) faults.push(unknown(where, 'loại đơn vị', obligation.unitKind));
    if (!shippedForm(obligation.form)) faults.push(unknown(where, 'biểu mẫu', obligation.form));
    const key = `${obligation.unitKind} ${obligation.form}`;
    if (owed.has(key)) faults.push(`${where}: biểu mẫu “${obligation.form}” khai hai lần`);
    owed.add(key);
    faults.push(...kindFaults(obligation, where));
    faults.push(...dayFaults(plan, obligation.deadline, `${where}: hạn nộp`), ...undated(plan, obligation));
  }
  faults.push(...mixedRhythms(plan), ...judgingFaults(plan));
  for (const { id: event, on, unitKinds } of plan.events) {
    const where = `Sự kiện “${event}”`;
    for (const kind of unitKinds) if (!kinds.has(kind)) faults.push(unknown(where, 'loại đơn vị', kind));
    faults.push(...dayFaults(plan, on, `${where}: ngày`));
  }
  faults.push(...rhythmFaults(plan), ...ownColumnFaults(plan), ...listFaults(plan));
  if (plan.units.filter((unit) => unit.parent === null).length === 0)
    faults.push('Đơn vị: chưa có đơn vị cao nhất (ô cấp trên để trống)');
  if (plan.inForceTo < plan.inForceFrom) faults.push('Kế hoạch: ngày hết hiệu lực trước ngày có hiệu lực');
  return faults;
}

/** Scorers see columns of the form, at desks of levels there are. */
function judgingFaults({ judging, levels, obligations }: Plan): string[] {
  if (!judging) return [];
  const known = new Set(levels.map((level) => level.id));
  const columns = new Set(shippedForm(judging.form)?.columns.map(({ key }) => key));
  return [
    ...(obligations.some(({ form }) => form === judging.form)
      ? []
      : [`Chấm bài: không đơn vị nào nộp biểu mẫu “${judging.form}”`]),
    ...(shippedForm(judging.form)?.flow === 'filed'
      ? [`Chấm bài: biểu mẫu “${judging.form}” không qua thẩm định từng dòng nên không chấm được`]
      : []),
    ...Object.keys(judging.rounds)
      .filter((level) => !known.has(level))
      .map((level) => `Chấm bài: không có cấp “${level}”`),
    ...judging.shows
      .filter((key) => columns.size > 0 && !columns.has(key))
      .map((key) => `Chấm bài: biểu mẫu “${judging.form}” không có cột “${key}”`),
  ];
}

/** A level that is not there, or at which nobody collects, would get a tab nowhere. */
function shortlistFaults({ shortlist, units, unitKinds }: Plan, levels: ReadonlySet<string>): string[] {
  const collecting = new Set(units.map(({ parent }) => parent));
  const atDesks = units.filter(({ id }) => collecting.has(id)).map(({ kind }) => unitKinds[kind]?.level);
  return (shortlist?.levels ?? []).flatMap((level, index, all) => {
    if (!levels.has(level))
      return [`Gợi ý chọn: không có cấp “${level}”, hãy chọn trong: ${[...levels].join(', ')}`];
    if (all.indexOf(level) < index) return [`Gợi ý chọn: cấp “${level}” ghi hai lần, hãy giữ một`];
    if (!atDesks.includes(level))
      return [
        `Gợi ý chọn: cấp “${level}” không có đơn vị nào nhận danh sách, hãy chọn cấp có đơn vị cấp dưới`,
      ];
    return [];
  });
}
