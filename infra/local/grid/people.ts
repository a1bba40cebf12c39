/** Who is who at a workbook: the staff of its units, whom the person at the screen may act as; at a control sheet its administrators. */
import type { StaffRole } from '../../../functions/domain/plan.ts';
import type { Workbook } from '../../../functions/domain/workbook.ts';
import { planTab } from '../../../functions/plans/control-sheet/plan-tab.ts';
import type { DocumentStore } from '../../../functions/ports.ts';
import { type ControlRecord, paths, readPlan, readStaff, readWorkbook } from '../../../functions/records.ts';

export interface PersonAtWorkbook {
  email: string;
  name: string;
  role: StaffRole;
  unitName: string;
  /** Where their work is: the own tab of a unit's people, the review tab of reviewers, the plan of administrators. */
  sheetId: number;
}

/** Empty for a spreadsheet that is no workbook of a plan. Reviewers first, then the units in the order of their tabs. */
export async function peopleAt(store: DocumentStore, spreadsheetId: string): Promise<PersonAtWorkbook[]> {
  const workbook = await readWorkbook(store, spreadsheetId);
  if (workbook) return peopleOf(store, workbook.planId, (role, unit) => placeAt(workbook, role, unit));
  const control = await store.read<ControlRecord>(paths.control(spreadsheetId));
  return control
    ? peopleOf(store, control.data.planId, (role) => (role === 'admin' ? planTab.sheetId : undefined))
    : [];
}

type Place = (role: StaffRole, unitId: string) => number | undefined;

async function peopleOf(store: DocumentStore, planId: string, place: Place): Promise<PersonAtWorkbook[]> {
  const [{ tree }, staff] = await Promise.all([readPlan(store, planId), readStaff(store, { planId })]);
  return staff
    .flatMap(({ email, name, role, unitId }) => {
      const sheetId = place(role, unitId);
      const unitName = tree.get(unitId)?.name ?? unitId;
      return sheetId === undefined ? [] : [{ email, name, role, unitName, sheetId }];
    })
    .sort((a, b) => a.sheetId - b.sheetId || order.indexOf(a.role) - order.indexOf(b.role));
}

function placeAt({ tabs, unitId }: Workbook, role: StaffRole, own: string): number | undefined {
  if (role === 'admin' || (role === 'reviewer' && own === unitId))
    return (tabs.find(({ kind }) => kind === 'review') ?? tabs.find(({ kind }) => kind === 'summary'))
      ?.sheetId;
  // Scorers have a page of their own: in the sheet they would see each other.
  if (role === 'reviewer' || role === 'scorer') return undefined;
  return tabs.find((tab) => tab.unitId === own)?.sheetId;
}

const order: readonly StaffRole[] = ['reviewer', 'admin', 'clerk', 'head'];
