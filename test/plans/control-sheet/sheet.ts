/** A control sheet in memory: the tabs of a small plan, and the edits that people make to them. */
import { toA1 } from '../../../functions/domain/a1.ts';
import type { Plan } from '../../../functions/domain/plan.ts';
import type { CellValue } from '../../../functions/domain/row.ts';
import {
  type ControlCells,
  peopleTabs,
  readControlTabs,
  toControlTabs,
} from '../../../functions/plans/control-sheet/index.ts';
import { firstCatalogues } from '../../../functions/plans/control-sheet/lists.ts';
import { planLayout } from '../../../functions/plans/control-sheet/plan-tab.ts';
import type { ControlProblem } from '../../../functions/plans/control-sheet/problem.ts';
import type { ControlState, PeopleTabId } from '../../../functions/plans/control-sheet/tab.ts';
import { daysOff } from '../../../functions/plans/holidays.ts';
import { sampleStaff } from '../../../infra/local/samples/people.ts';
import { smallPlan } from '../../support/office.ts';

export const stateOf = (plan: Plan): ControlState => ({
  plan,
  staff: sampleStaff(plan.units),
  daysOff,
  catalogues: firstCatalogues,
});

export const smallState = stateOf(smallPlan);

/** As Sheets gives them back: the title, the cells, no merges. */
export const cellsOf = (state: ControlState): Required<ControlCells> => {
  const tabs = toControlTabs(state);
  return Object.fromEntries(
    peopleTabs.map(({ id, title }) => [id, { title, values: structuredClone(tabs[id]), merges: [] }]),
  ) as unknown as Required<ControlCells>;
};

export const columnOf = (tab: PeopleTabId, key: string): number =>
  (tab === 'plan' ? planLayout : (peopleTabs.find(({ id }) => id === tab)?.columns ?? [])).findIndex(
    (column) => column.key === key,
  );

/** Line of the first row whose cells hold the word, counted as people do. */
export const lineWith = (cells: ControlCells, tab: PeopleTabId, word: CellValue): number =>
  (cells[tab]?.values ?? []).findIndex((row) => row.includes(word)) + 1;

export interface Edit {
  cells: Required<ControlCells>;
  /** Types into the line that has the word; answers the cell's address. */
  type(tab: PeopleTabId, word: CellValue, column: string, value: CellValue): string;
  /** Adds a line under the last. */
  add(tab: PeopleTabId, values: Record<string, CellValue>): number;
}

export function edited(state: ControlState = smallState): Edit {
  const cells = cellsOf(state);
  return {
    cells,
    type(tab, word, column, value) {
      const line = lineWith(cells, tab, word);
      const index = columnOf(tab, column);
      const row = cells[tab].values[line - 1] as CellValue[];
      row[index] = value;
      return toA1(index, line);
    },
    add(tab, values) {
      const width = cells[tab].values[0]?.length ?? 0;
      const row = Array<CellValue>(width).fill('');
      for (const [key, value] of Object.entries(values)) row[columnOf(tab, key)] = value;
      return cells[tab].values.push(row);
    },
  };
}

export function problemsOf(cells: ControlCells, base: ControlState = smallState): ControlProblem[] {
  const read = readControlTabs(cells, base);
  return read.ok ? [] : read.problems;
}

export function readBack(cells: ControlCells, base: ControlState = smallState): ControlState {
  const read = readControlTabs(cells, base);
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
  return read.state;
}
