/** The control sheet of a small office: an administrator's eyes and hands over the REST API. */
import { toA1 } from '../../functions/domain/a1.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import type { CellValue } from '../../functions/domain/row.ts';
import { peopleTabs } from '../../functions/plans/control-sheet/index.ts';
import { machineTabs } from '../../functions/plans/control-sheet/machine-tabs.ts';
import { planLayout } from '../../functions/plans/control-sheet/plan-tab.ts';
import type { PeopleTabId } from '../../functions/plans/control-sheet/tab.ts';
import { paths } from '../../functions/records.ts';
import { sampleStaff, staffEmail } from '../../infra/local/samples/people.ts';
import type { ProvisionReport } from '../../infra/provision/provision.ts';
import { provisionOffice } from '../../infra/provision/provision-office.ts';
import type { Office } from './office.ts';

export const admin = staffEmail('admin', '95');

/** Provisions once more, control sheet and all. */
export const provisionAgain = ({ local, plan }: Office): Promise<ProvisionReport> =>
  provisionOffice({
    store: local.store,
    admin: local.google.admin,
    plan,
    period: '2025',
    staff: sampleStaff(plan.units),
    listingUrl: local.urls.listing,
    now: local.workspace.clock.now(),
  });

export interface ControlSheet {
  id: string;
  read(title: string): Promise<CellValue[][]>;
  /** Types into the line that shows the word, as the administrator; answers the cell's address. */
  type(tab: PeopleTabId, word: string, column: string, value: CellValue): Promise<string>;
  /** Types a whole line under the last one. */
  add(tab: PeopleTabId, values: Record<string, CellValue>): Promise<void>;
  /** Empties the line that shows the word. */
  clear(tab: PeopleTabId, word: string): Promise<void>;
  /** What Tình trạng says, as one text. */
  status(): Promise<string>;
  /** The plan in force. */
  plan(): Promise<Plan>;
  /** Two ticks: one that reads the sheet, one that does what follows. */
  settle(): Promise<void>;
}

export async function openControl(office: Office): Promise<ControlSheet> {
  const { people, local, plan } = office;
  const found = (await people.workbooks()).find(({ kind }) => kind === 'control');
  const id = found?.spreadsheetId ?? '';
  const titleOf = (tab: PeopleTabId): string => peopleTabs.find((one) => one.id === tab)?.title ?? '';
  const keysOf = (tab: PeopleTabId): string[] =>
    (tab === 'plan' ? planLayout : (peopleTabs.find((one) => one.id === tab)?.columns ?? [])).map(
      ({ key }) => key,
    );
  const read = (title: string): Promise<CellValue[][]> => people.read(admin, id, `'${title}'!A1:Z600`);
  const lineOf = async (tab: PeopleTabId, word: string): Promise<number> =>
    (await read(titleOf(tab))).findIndex((row) => row.includes(word)) + 1;
  const put = (tab: PeopleTabId, a1: string, values: CellValue[]): Promise<void> =>
    people.type(admin, id, `'${titleOf(tab)}'!${a1}`, [values]);
  return {
    id,
    read,
    async type(tab, word, column, value) {
      const a1 = toA1(keysOf(tab).indexOf(column), await lineOf(tab, word));
      await put(tab, a1, [value]);
      return a1;
    },
    async add(tab, values) {
      const line = (await read(titleOf(tab))).length + 1;
      await put(
        tab,
        toA1(0, line),
        keysOf(tab).map((key) => values[key] ?? ''),
      );
    },
    async clear(tab, word) {
      await put(
        tab,
        toA1(0, await lineOf(tab, word)),
        keysOf(tab).map(() => ''),
      );
    },
    status: async () => (await read(machineTabs.status.title)).map((row) => row.join(' | ')).join('\n'),
    plan: async () => (await local.store.read<Plan>(paths.plan(plan.id)))?.data as Plan,
    async settle() {
      await office.settle();
      await office.settle();
    },
  };
}
