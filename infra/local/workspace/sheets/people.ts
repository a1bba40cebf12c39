/** What the hub shows of a spreadsheet: its tabs with values as a person sees them. */
import type { WorkspaceContext } from '../api.ts';
import { toArea } from './a1.ts';
import { calculationOf } from './formula/calculate.ts';
import { renderRows } from './render.ts';
import { storeOf } from './store.ts';

export interface TabForPeople {
  title: string;
  sheetId: number;
  hidden: boolean;
  values: string[][];
}

export function readTabsForPeople(context: WorkspaceContext, spreadsheetId: string): TabForPeople[] {
  const book = storeOf(context).load(spreadsheetId);
  const calculation = calculationOf(book);
  return book.tabs.map((tab) => ({
    title: tab.title,
    sheetId: tab.sheetId,
    hidden: tab.hidden,
    values: renderRows(calculation, tab, toArea(tab, {}), {
      value: 'FORMATTED_VALUE',
      date: 'SERIAL_NUMBER',
      columns: false,
    }).map((row) => row.map(String)),
  }));
}
