/** Counts the Sheets calls of one look at a workbook, ours beside those of a careful program over google-spreadsheet. */
import { fileURLToPath } from 'node:url';
import { GoogleSpreadsheet, type GoogleSpreadsheetWorksheet } from 'google-spreadsheet';
import type { Plan } from '../../functions/domain/plan.ts';
import type { Unit } from '../../functions/domain/unit.ts';
import { firstDataLine, systemColumns, tabTitles } from '../../functions/domain/workbook.ts';
import { sync } from '../../functions/handlers/sync.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { createPeople, type WorkbookInfo } from '../../infra/local/demo/people.ts';
import { type Local, robot, startLocal } from '../../infra/local/runtime/local.ts';
import { sampleStaff } from '../../infra/local/samples/people.ts';
import { sampleRows } from '../../infra/local/samples/rows.ts';
import { tabOf, typeRows } from '../../infra/local/trial.ts';
import { provision } from '../../infra/provision/provision.ts';
import { toTable } from './measure.ts';

/** The plan asks for every tab there is; the rest are units'. */
const sizes = [11, 60] as const;
const ownTabs = Object.keys(tabTitles).length;

const expected = { unchanged: 1, changed: 2 } as const;

/** A district of as many communes as make a workbook of each size. */
const units: Unit[] = [
  { id: '95', name: 'Tỉnh Bạc Liêu', kind: 'province', parent: null },
  ...sizes.flatMap((size): Unit[] => [
    { id: `H${size}`, name: `Huyện ${size} tab`, kind: 'district', parent: '95' },
    ...Array.from(
      { length: size - ownTabs },
      (_, index): Unit => ({
        id: `${size}${String(index + 1).padStart(3, '0')}`,
        name: `Xã số ${index + 1} của huyện ${size} tab`,
        kind: 'commune',
        parent: `H${size}`,
      }),
    ),
  ]),
];
const plan: Plan = { ...kh113BacLieu, units, shortlist: { levels: ['district'] } };

interface Counted {
  unchanged: number;
  changed: number;
}

export async function benchCalls(): Promise<{ text: string; isKept: boolean }> {
  const local = await startLocal({
    options: {
      plan: plan.id,
      period: '2025',
      empty: true,
      data: undefined,
      store: 'embedded',
      ports: { workspace: 0, functions: 0, listing: 0, firestore: 0 },
    },
    rulesFile: fileURLToPath(new URL('../../infra/firestore.rules', import.meta.url)),
    startAt: new Date('2025-01-08T08:00:00+07:00'),
    log: { info: () => undefined, error: (message, fields) => console.error(message, fields) },
  });
  try {
    const staff = sampleStaff(units);
    const { store, google, urls } = local;
    const listingUrl = urls.listing;
    await provision({ store, admin: google.admin, plan, period: '2025', staff, listingUrl });
    const rows: string[][] = [];
    let isKept = true;
    for (const size of sizes) {
      const ours = await countOurs(local, `H${size}`);
      const theirs = await countTheirs(local, `H${size}`);
      isKept &&= ours.unchanged === expected.unchanged && ours.changed === expected.changed;
      for (const which of ['unchanged', 'changed'] as const)
        rows.push([
          `${size} tabs, ${which === 'unchanged' ? 'nothing changed' : 'something changed'}`,
          String(ours[which]),
          String(theirs[which]),
          `${(theirs[which] / ours[which]).toFixed(0)}×`,
        ]);
    }
    const table = toTable(['one look at a workbook', 'ours', 'google-spreadsheet', 'ratio'], rows);
    const verdict = isKept ? 'exactly 1 and 2, as promised' : 'BROKEN: ours must be exactly 1 and 2';
    return { text: `${table}\n  ${verdict}`, isKept };
  } finally {
    await local.close();
  }
}

const bookOf = async (local: Local, unitId: string): Promise<WorkbookInfo> =>
  (await createPeople(local.urls).workbooks()).find(({ unit }) => unit === unitId) as WorkbookInfo;

async function counted(local: Local, work: () => Promise<unknown>): Promise<number> {
  const before = local.workspace.counts.sheets.total;
  await work();
  return local.workspace.counts.sheets.total - before;
}

async function countOurs(local: Local, unitId: string): Promise<Counted> {
  const people = createPeople(local.urls);
  const book = await bookOf(local, unitId);
  for (const { id, name, kind } of units.filter(({ parent }) => parent === unitId)) {
    const rows = sampleRows(
      { id, name, kind, parentName: unitId },
      { count: 5, kinds: ['individual', 'collective', 'model'], period: '2025', seed: 113 },
    );
    await typeRows(people, tabOf([book], id), id, rows);
  }
  const look = () => sync(local.services, book.spreadsheetId, { force: false });
  const changed = await counted(local, look);
  return { changed, unchanged: await counted(local, look) };
}

/** Reads each tab whole in one call and saves all its changed cells in one: nothing is read or written twice. */
async function countTheirs(local: Local, unitId: string): Promise<Counted> {
  const { spreadsheetId, tabs } = await bookOf(local, unitId);
  const token = await local.workspace.issuer.issue({ email: robot });
  const document = new GoogleSpreadsheet(spreadsheetId, { token });
  const prefix = `${local.workspace.url}/v4/spreadsheets/${spreadsheetId}`;
  Object.assign(document, { sheetsApi: document.sheetsApi.extend({ prefix, retry: 0 }) });
  const look = async (mark: string): Promise<void> => {
    document.resetLocalCache();
    await document.loadInfo();
    for (const { sheetId, kind } of tabs)
      if (kind === 'unit')
        await readAndMark(document.sheetsById[sheetId] as GoogleSpreadsheetWorksheet, mark);
  };
  const changed = await counted(local, () => look('đã xem'));
  return { changed, unchanged: await counted(local, () => look('đã xem')) };
}

/** Says beside each row that it was looked at; a tab that says so already is not written. */
async function readAndMark(tab: GoogleSpreadsheetWorksheet, mark: string): Promise<void> {
  await tab.loadCells();
  const statusColumn = systemColumns.findIndex(({ key }) => key === 'status');
  let isChanged = false;
  for (let row = firstDataLine - 1; row < tab.rowCount; row += 1) {
    const status = tab.getCell(row, statusColumn);
    if (tab.getCell(row, systemColumns.length).value === null || status.value === mark) continue;
    status.value = mark;
    isChanged = true;
  }
  if (isChanged) await tab.saveUpdatedCells();
}
