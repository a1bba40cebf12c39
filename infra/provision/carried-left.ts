/**
 * Which carried dossiers a unit has to be given as a file: those that its tab does not hold, or that find no room in the
 * tab it is still to get. Always all of them, whichever order carried them, so that a file that was lost is made again.
 */
import type { Dossier } from '../../functions/domain/dossier.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { exemplarKey } from '../../functions/domain/registered-again.ts';
import { type CellValue, readRow } from '../../functions/domain/row.ts';
import { readTab } from '../../functions/domain/tab.ts';
import { headerLine, stampedRows, type Workbook } from '../../functions/domain/workbook.ts';
import type { DocumentStore, Sheets } from '../../functions/ports.ts';
import { inOrderOfNumbers } from './carried-rows.ts';

export interface LeftRows {
  unitId: string;
  /** Of the unit; otherwise provisioning will make one and type the others into it. */
  hasTab: boolean;
  dossiers: readonly Dossier[];
}

/** `waiting`: what was carried to these units and was not sent again yet. */
export async function readLeftRows(
  { store, sheets }: { store: DocumentStore; sheets: Pick<Sheets, 'readTabs'> },
  planId: string,
  period: string,
  waiting: readonly Dossier[],
): Promise<LeftRows[]> {
  const byUnit = Map.groupBy(waiting, ({ unitId }) => unitId);
  const workbooks = await store.list<Workbook>('workbooks', { where: { planId, period } });
  const tabs = new Map<string, CellValue[][]>();
  for (const { data } of workbooks) {
    const wanted = data.tabs.filter(({ unitId = '' }) => byUnit.has(unitId));
    if (wanted.length === 0) continue;
    const read = await sheets.readTabs(
      data.spreadsheetId,
      wanted.map(({ sheetId }) => sheetId),
    );
    for (const { unitId = '', sheetId } of wanted)
      tabs.set(unitId, read.find((tab) => tab.sheetId === sheetId)?.values ?? []);
  }
  return [...byUnit].map(([unitId, dossiers]) => {
    const values = tabs.get(unitId);
    const ordered = inOrderOfNumbers(dossiers);
    return {
      unitId,
      hasTab: values !== undefined,
      dossiers: values === undefined ? ordered.slice(stampedRows) : notInTab(ordered, values),
    };
  });
}

/** By whom a line is about: one that was copied has a number of its own, one that was typed over is about somebody else. */
export function notInTab(dossiers: readonly Dossier[], values: CellValue[][]): Dossier[] {
  const held = new Set(
    readTab(exemplarForm, values, { headerLine }).rows.flatMap((raw) => {
      const { row } = readRow(exemplarForm, raw, { idPrefix: '' });
      return row ? [exemplarKey(row)] : [];
    }),
  );
  return dossiers.filter(({ row }) => !held.has(exemplarKey(row)));
}
