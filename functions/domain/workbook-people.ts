/** Who opens a workbook and who types on which tab of it, by the list of staff: one answer for provisioning and for changes since. */
import type { Staff } from './plan.ts';
import type { TabKind, Workbook, WorkbookTab } from './workbook.ts';

type Person = Pick<Staff, 'email' | 'unitId' | 'role'>;

/** The collecting unit, and the units whose tabs it has. */
export const unitsOf = ({ unitId, tabs }: Pick<Workbook, 'unitId' | 'tabs'>): Set<string> =>
  new Set([unitId, ...tabs.flatMap((tab) => tab.unitId ?? [])]);

/** Those who fill in a tab and those who review. Scorers must not see each other: they have a page of their own. */
export function peopleOf(workbook: Pick<Workbook, 'unitId' | 'tabs'>, staff: readonly Person[]): string[] {
  const units = unitsOf(workbook);
  return [
    ...new Set(
      staff
        .filter(({ unitId, role }) => units.has(unitId) && role !== 'scorer')
        .map(({ email }) => email.toLowerCase()),
    ),
  ];
}

/** On these the reviewers of the collecting unit type. */
const reviewersTabs: ReadonlySet<TabKind> = new Set(['review', 'requests']);

export const editorsOf = (tab: WorkbookTab, collectingId: string, staff: readonly Person[]): string[] =>
  staff
    .filter(({ unitId, role }) =>
      tab.kind === 'unit'
        ? unitId === tab.unitId && role !== 'reviewer' && role !== 'scorer'
        : reviewersTabs.has(tab.kind) && unitId === collectingId && role === 'reviewer',
    )
    .map(({ email }) => email.toLowerCase());

/** `owners`: the robot, whom Sheets counts among the editors of every protection. */
export function sameEditors(
  found: readonly string[],
  wanted: readonly string[],
  owners: readonly string[],
): boolean {
  const present = new Set(found.map((email) => email.toLowerCase()));
  const allowed = new Set([...wanted, ...owners]);
  return wanted.every((email) => present.has(email)) && [...present].every((email) => allowed.has(email));
}
