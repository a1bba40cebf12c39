/** The Đề nghị tab of a workbook beside what is stored of its requests: what sync shows and what reviewers answer. */
import { requestForm, unitChoices } from '../domain/forms/request.ts';
import type { KnownRequests } from '../domain/request-verdict.ts';
import { readRequestsTab } from '../domain/requests-tab.ts';
import type { Workbook } from '../domain/workbook.ts';
import { addDays } from '../domain/working-days.ts';
import { duty } from '../lists/unit-list.ts';
import type { TabValues } from '../ports.ts';
import type { LoadedPlan } from '../records.ts';
import type { DeskState } from './desk-state.ts';

/** Undefined when the workbook has no such tab, or somebody took it away: then nothing is known of its lines. */
export function knownRequests(
  workbook: Workbook,
  { plan, tree }: LoadedPlan,
  { requests }: Pick<DeskState, 'requests'>,
  tabs: readonly TabValues[],
): KnownRequests | undefined {
  const { spreadsheetId, planId, period, unitId } = workbook;
  const tab = workbook.tabs.find(({ kind }) => kind === 'requests');
  const values = tabs.find(({ sheetId }) => sheetId === tab?.sheetId)?.values;
  if (!tab || !values) return undefined;
  const form = requestForm(plan, workbook);
  const lines = readRequestsTab(values, {
    form,
    tab: tab.title,
    unitIds: unitChoices(workbook),
    daysFor: (id) => {
      const unit = tree.get(id);
      const owed = unit && duty(plan, unit, period);
      return { min: owed ? addDays(owed.deadline.lastDay, 1) : plan.inForceFrom, max: plan.inForceTo };
    },
  });
  return {
    lines,
    stored: requests.map(({ data }) => data).filter((request) => request.spreadsheetId === spreadsheetId),
    place: { planId, period, parentId: unitId, spreadsheetId },
    collecting: tree.get(unitId)?.name ?? unitId,
    nameOf: (id) => tree.get(id)?.name ?? id,
    form,
    timeZone: plan.timeZone,
  };
}
