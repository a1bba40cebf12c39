/** The tabs of a workbook that stand already: reads their first lines and asks for what has to be mended. */
import type {
  WorkbookAdmin,
  WorkbookRequest,
  Workbook as WorkbookResource,
} from '../../functions/adapters/workbook-admin.ts';
import type { Form } from '../../functions/domain/form.ts';
import { formOf, oldestForm } from '../../functions/domain/forms/index.ts';
import { formOfPeriod } from '../../functions/domain/period.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import type { WorkbookTab } from '../../functions/domain/workbook.ts';
import { duty } from '../../functions/lists/unit-list.ts';
import { mendReviewTab } from './mend-review-tab.ts';
import { mendFields, mendLines, mendTab, type StandingSheet } from './mend-tab.ts';
import type { PlannedWorkbook } from './workbook-plan.ts';

/** A tab stands only for a unit that owes something. */
export function tabForm(plan: Plan, period: string, { unitId }: Pick<WorkbookTab, 'unitId'>): Form {
  const unit = plan.units.find(({ id }) => id === unitId);
  return (unit && duty(plan, unit, period)?.form) ?? oldestForm;
}

/** Tabs of units and reviewers that stand already, by the form as it is now. The keys lie among the first lines unless a sort carried them away. */
export async function mendTabs(
  { admin, plan, period }: { admin: WorkbookAdmin; plan: Plan; period: string },
  { tabs }: PlannedWorkbook,
  spreadsheetId: string,
  { sheets = [] }: WorkbookResource,
): Promise<WorkbookRequest[]> {
  const forms = new Map(
    tabs
      .filter(({ kind }) => kind === 'unit')
      .map((tab) => [tab.sheetId, tabForm(plan, period, tab)] as const),
  );
  const review = tabs.find(({ kind }) => kind === 'review');
  const titles = sheets.flatMap(({ properties }) => {
    const id = properties?.sheetId ?? 0;
    return forms.has(id) || id === review?.sheetId ? [properties?.title ?? ''] : [];
  });
  const read = async (ranges: readonly string[]): Promise<readonly StandingSheet[]> =>
    ranges.length === 0 ? [] : ((await admin.get(spreadsheetId, mendFields, ranges)).sheets ?? []);
  const requests: WorkbookRequest[] = [];
  const mend = (sheet: StandingSheet): WorkbookRequest[] | undefined => {
    const id = sheet.properties?.sheetId ?? 0;
    if (id === review?.sheetId) return mendReviewTab(sheet, formOf(formOfPeriod(period)));
    const form = forms.get(id);
    return form && mendTab(sheet, form);
  };
  const sorted: string[] = [];
  for (const sheet of await read(titles.map((title) => `${quoted(title)}!1:${mendLines}`))) {
    const mended = mend(sheet);
    if (mended) requests.push(...mended);
    else sorted.push(quoted(sheet.properties?.title ?? ''));
  }
  for (const sheet of await read(sorted)) requests.push(...(mend(sheet) ?? []));
  return requests;
}

const quoted = (title: string): string => `'${title.replaceAll("'", "''")}'`;
