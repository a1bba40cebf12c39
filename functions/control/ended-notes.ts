/** What it means for the lists of today that a unit is given an end: told on Tình trạng beside the change itself. */
import { formatDate } from '../domain/date.ts';
import { isLate } from '../domain/deadline.ts';
import { periodLabel } from '../domain/period.ts';
import type { Plan } from '../domain/plan.ts';
import { toUnitTree, type Unit } from '../domain/unit.ts';
import { owesNoMore } from '../domain/unit-standing.ts';
import { addDays } from '../domain/working-days.ts';
import { duty } from '../lists/unit-list.ts';

/** `periods`: those that have workbooks. A list whose day is over stays what it was. */
export function endedNotes(before: Plan, after: Plan, periods: readonly string[], now: Date): string[] {
  const known = new Map(before.units.map((unit) => [unit.id, unit]));
  const tree = toUnitTree(after.units);
  const isNew = ({ id, validTo }: Unit): boolean =>
    validTo !== undefined && known.has(id) && known.get(id)?.validTo !== validTo;
  return after.units.filter(isNew).flatMap((unit) => {
    const heir = tree.inForce(unit.id, addDays(unit.validTo ?? '', 1));
    const lists = periods.flatMap((period) => {
      const owed = duty(after, unit, period);
      return owed && !isLate(owed.deadline.own, now) ? [{ period, deadline: owed.deadline }] : [];
    });
    const free = lists.filter(({ deadline }) => owesNoMore({ unit, deadline, submission: undefined }));
    const still = lists.filter((list) => !free.includes(list));
    const name = `Đơn vị ${unit.name} (${unit.id})`;
    const next = heir ? `${heir.name} (${heir.id}) đăng ký thay` : 'chưa có đơn vị kế thừa đăng ký thay';
    return [
      ...(free.length > 0
        ? [`${name}: kết thúc trước hạn nên không phải nộp ${named(free)} nếu chưa nộp; ${next}`]
        : []),
      ...(still.length > 0 ? [`${name}: vẫn phải nộp ${named(still)}`] : []),
    ];
  });
}

const named = (lists: readonly { period: string; deadline: { own: { lastDay: string } } }[]): string =>
  lists
    .map(
      ({ period, deadline }) => `${periodLabel(period)} (hạn hết ngày ${formatDate(deadline.own.lastDay)})`,
    )
    .join(', ');
