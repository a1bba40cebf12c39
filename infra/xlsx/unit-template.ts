/** Which template belongs to a unit: from the plan alone, or from the tab of a workbook that stands already. */
import type { Plan } from '../../functions/domain/plan.ts';
import { toUnitTree } from '../../functions/domain/unit.ts';
import { duty } from '../../functions/lists/unit-list.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { readPlan, readWorkbook } from '../../functions/records.ts';
import { planWorkbooks } from '../provision/workbook-plan.ts';
import type { TemplateInput } from './template.ts';

/** Undefined when the unit owes nothing in the period. */
export function toTemplateInput(plan: Plan, period: string, unitId: string): TemplateInput | undefined {
  const planned = planWorkbooks(plan, period)
    .map(({ unit, tabs }) => ({ collecting: unit, tab: tabs.find((tab) => tab.unitId === unitId) }))
    .find(({ tab }) => tab !== undefined);
  const unit = toUnitTree(plan.units).get(unitId);
  const owed = unit && duty(plan, unit, period);
  if (!planned?.tab || !unit || !owed) return undefined;
  const { collecting, tab } = planned;
  return { plan, period, unit, collecting, form: owed.form, title: tab.title };
}

/** Undefined when the sheet is no unit's tab. */
export async function readUnitTemplate(
  store: DocumentStore,
  spreadsheetId: string,
  sheetId: number,
): Promise<Uint8Array | undefined> {
  const workbook = await readWorkbook(store, spreadsheetId);
  const tab = workbook?.tabs.find((one) => one.kind === 'unit' && one.sheetId === sheetId);
  if (!workbook || tab?.unitId === undefined) return undefined;
  const { plan } = await readPlan(store, workbook.planId);
  const input = toTemplateInput(plan, workbook.period, tab.unitId);
  if (!input) return undefined;
  // Only now: the library takes a third of a second to load, and most runs never need it.
  const { writeTemplate } = await import('./template.ts');
  return writeTemplate({ ...input, title: tab.title });
}
