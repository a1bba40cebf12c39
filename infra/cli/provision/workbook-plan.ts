/** Which workbooks a plan needs in a period, and which tabs each has. Pure: the same plan gives the same answer. */
import type { Plan } from '../../../functions/domain/plan.ts';
import { isValidOn, toUnitTree, type Unit } from '../../../functions/domain/unit.ts';
import {
  firstUnitSheetId,
  maxUnitTabs,
  sheetIds,
  tabTitles,
  type WorkbookTab,
} from '../../../functions/domain/workbook.ts';

export interface PlannedWorkbook {
  unit: Unit;
  part: number;
  title: string;
  tabs: WorkbookTab[];
}

/** Sheets refuses longer titles. */
const maxTitle = 100;

/** One workbook for every unit that collects, more when it has more than `maxUnitTabs` children that owe something. */
export function planWorkbooks(plan: Plan, period: string): PlannedWorkbook[] {
  const tree = toUnitTree(plan.units);
  const owing = new Set(plan.obligations.map(({ unitKind }) => unitKind));
  const day = `${period.slice(0, 4)}-${period.slice(5, 7) || '01'}-01`;
  return plan.units.flatMap((unit) => {
    const children = tree.children(unit.id).filter((child) => owing.has(child.kind) && isValidOn(child, day));
    const parts = Math.ceil(children.length / maxUnitTabs);
    return Array.from({ length: parts }, (_, index): PlannedWorkbook => {
      const part = index + 1;
      const suffix = parts > 1 ? ` (phần ${part}/${parts})` : '';
      return {
        unit,
        part,
        title: `${plan.number} – ${period} – ${unit.name}${suffix}`,
        tabs: [...machineTabs, ...toUnitTabs(children.slice(index * maxUnitTabs, part * maxUnitTabs))],
      };
    });
  });
}

const machineTabs: readonly WorkbookTab[] = (['guide', 'review', 'summary', 'machine'] as const).map(
  (kind) => ({
    sheetId: sheetIds[kind],
    title: tabTitles[kind],
    kind,
  }),
);

/** Two units of one name are told apart by their codes. */
function toUnitTabs(units: readonly Unit[]): WorkbookTab[] {
  const taken = new Map<string, number>();
  for (const name of [...Object.values(tabTitles), ...units.map((unit) => unit.name)])
    taken.set(name.toLowerCase(), (taken.get(name.toLowerCase()) ?? 0) + 1);
  return units.map((unit, index) => {
    const isShared = (taken.get(unit.name.toLowerCase()) ?? 0) > 1 || unit.name.length > maxTitle;
    const title = isShared ? `${unit.name.slice(0, maxTitle - unit.id.length - 3)} (${unit.id})` : unit.name;
    return { sheetId: firstUnitSheetId + index, title, kind: 'unit', unitId: unit.id };
  });
}
