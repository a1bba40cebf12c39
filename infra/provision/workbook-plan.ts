/** Which workbooks a plan needs in a period, and which tabs each has. Pure: the same plan gives the same answer. */
import { formOf } from '../../functions/domain/forms/index.ts';
import { firstDayOf, formOfPeriod, mainForm, periodLabel } from '../../functions/domain/period.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { hasShortlist } from '../../functions/domain/shortlist.ts';
import { isValidOn, toUnitTree, type Unit } from '../../functions/domain/unit.ts';
import {
  firstUnitSheetId,
  maxUnitTabs,
  sheetIds,
  tabTitles,
  type WorkbookTab,
} from '../../functions/domain/workbook.ts';
import type { StandingWorkbook } from './standing.ts';

export interface PlannedWorkbook {
  unit: Unit;
  part: number;
  title: string;
  tabs: WorkbookTab[];
}

/** Sheets refuses longer titles. */
const maxTitle = 100;

/** Where a unit's tab is: part of its parent's workbooks and id of the sheet. */
interface Seat {
  part: number;
  sheetId: number;
}

/**
 * One workbook for every unit that collects, more when it has more than `maxUnitTabs` children that owe something. A
 * unit that has a tab keeps it, whatever units came or went around it: rows belong to the sheet they were typed in.
 */
export function planWorkbooks(
  plan: Plan,
  period: string,
  standing: readonly Pick<StandingWorkbook, 'unitId' | 'part' | 'tabs'>[] = [],
): PlannedWorkbook[] {
  const tree = toUnitTree(plan.units);
  const form = formOf(formOfPeriod(period));
  const owing = new Set(
    plan.obligations.filter((owed) => owed.form === form.id).map(({ unitKind }) => unitKind),
  );
  const day = firstDayOf(period);
  return plan.units.flatMap((unit) => {
    const children = tree.children(unit.id).filter((child) => owing.has(child.kind) && isValidOn(child, day));
    const seats = seatsOf(
      children,
      standing.filter(({ unitId }) => unitId === unit.id),
    );
    const parts = Math.max(0, ...[...seats.values()].map(({ part }) => part));
    return Array.from({ length: parts }, (_, index): PlannedWorkbook => {
      const part = index + 1;
      const suffix = parts > 1 ? ` (phần ${part}/${parts})` : '';
      const inPart = children.filter(({ id }) => seats.get(id)?.part === part);
      return {
        unit,
        part,
        title: workbookTitle(plan, period, `${unit.name}${suffix}`),
        tabs: [
          ...fixedTabs(
            form.flow === 'reviewed',
            part === 1 && form.id === mainForm(plan) && hasShortlist(plan, unit),
          ),
          ...toUnitTabs(inPart, (id) => seats.get(id)?.sheetId ?? 0).sort((a, b) => a.sheetId - b.sheetId),
        ],
      };
    });
  });
}

/** "113/KH-UBND – năm 2025 – Tỉnh Bạc Liêu", "… – 6 tháng đầu năm 2025 (đánh giá tiếp theo) – …". */
const workbookTitle = (plan: Plan, period: string, unit: string): string =>
  `${plan.number} – ${periodLabel(period)} – ${unit}`.slice(0, maxTitle);

/** Those who have a seat keep it; the others take the next free ones, in the plan's order. An id is never given again. */
function seatsOf(
  children: readonly Unit[],
  standing: readonly Pick<StandingWorkbook, 'part' | 'tabs'>[],
): Map<string, Seat> {
  const wanted = new Set(children.map(({ id }) => id));
  const seats = new Map<string, Seat>();
  const lastId = new Map<number, number>();
  for (const { part, tabs } of standing)
    for (const { sheetId, unitId } of tabs) {
      lastId.set(part, Math.max(sheetId, lastId.get(part) ?? firstUnitSheetId - 1));
      if (wanted.has(unitId) && !seats.has(unitId)) seats.set(unitId, { part, sheetId });
    }
  for (const { id } of children) {
    if (seats.has(id)) continue;
    const part = firstPartWithRoom([...seats.values()]);
    const sheetId = (lastId.get(part) ?? firstUnitSheetId - 1) + 1;
    lastId.set(part, sheetId);
    seats.set(id, { part, sheetId });
  }
  return seats;
}

function firstPartWithRoom(seats: readonly Seat[]): number {
  const taken = Map.groupBy(seats, ({ part }) => part);
  let part = 1;
  while ((taken.get(part)?.length ?? 0) >= maxUnitTabs) part += 1;
  return part;
}

/** What is to be reviewed stands in the first workbook of a unit, and so do the aids to it. */
const fixedTabs = (withReview: boolean, withShortlist: boolean): WorkbookTab[] =>
  (['guide', 'review', 'summary', 'shortlist', 'requests', 'machine'] as const)
    .filter((kind) => (kind === 'review' ? withReview : kind !== 'shortlist' || withShortlist))
    .map((kind) => ({ sheetId: sheetIds[kind], title: tabTitles[kind], kind }));

/** Two units of one name are told apart by their codes. */
function toUnitTabs(units: readonly Unit[], sheetIdOf: (unitId: string) => number): WorkbookTab[] {
  const taken = new Map<string, number>();
  for (const name of [...Object.values(tabTitles), ...units.map((unit) => unit.name)])
    taken.set(name.toLowerCase(), (taken.get(name.toLowerCase()) ?? 0) + 1);
  return units.map((unit) => {
    const isShared = (taken.get(unit.name.toLowerCase()) ?? 0) > 1 || unit.name.length > maxTitle;
    const title = isShared ? `${unit.name.slice(0, maxTitle - unit.id.length - 3)} (${unit.id})` : unit.name;
    return { sheetId: sheetIdOf(unit.id), title, kind: 'unit', unitId: unit.id };
  });
}
