/**
 * Which sheet each tab of the control workbook is: the one it was made as, one that was taken for it before, or, where it
 * was deleted, one that people made anew under its name.
 */
import { compareKey } from '../domain/text.ts';
import { peopleTabs } from '../plans/control-sheet/index.ts';
import type { PeopleTabId } from '../plans/control-sheet/tab.ts';
import type { TabStructure } from '../ports.ts';

export interface FoundTabs {
  sheetIds: ReadonlyMap<PeopleTabId, number>;
  /** What of it has to be remembered, because its title may change tomorrow. */
  madeAnew: Record<string, number>;
}

export function findTabs(
  structure: readonly Pick<TabStructure, 'sheetId' | 'title'>[],
  known: Readonly<Record<string, number>> = {},
): FoundTabs {
  const standing = new Set(structure.map(({ sheetId }) => sheetId));
  const sheetIds = new Map<PeopleTabId, number>();
  const madeAnew: Record<string, number> = {};
  for (const { id, sheetId, title } of peopleTabs) {
    const remembered = known[id];
    const named = structure.find((tab) => compareKey(tab.title) === compareKey(title))?.sheetId;
    const found = standing.has(sheetId)
      ? sheetId
      : remembered !== undefined && standing.has(remembered)
        ? remembered
        : named;
    if (found === undefined) continue;
    sheetIds.set(id, found);
    if (found !== sheetId) madeAnew[id] = found;
  }
  return { sheetIds, madeAnew };
}
