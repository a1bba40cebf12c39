/** Provisioning looks first and writes only what is missing: twice changes nothing, and what people did to a sheet stays. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Plan, Staff } from '../../functions/domain/plan.ts';
import type { Unit } from '../../functions/domain/unit.ts';
import { sheetIds, stampedRows, type Workbook } from '../../functions/domain/workbook.ts';
import { sampleStaff, staffEmail } from '../../infra/local/samples/people.ts';
import { type ProvisionReport, provision } from '../../infra/provision/provision.ts';
import { planWorkbooks } from '../../infra/provision/workbook-plan.ts';
import { type Office, smallPlan, smallUnits, startOffice } from '../support/office.ts';
import { edit, everything, manyCommunes, workbookOf } from '../support/office-acts.ts';

let office: Office;
const staff = sampleStaff(smallPlan.units);

beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.close());

const again = (plan: Plan = smallPlan, people: readonly Staff[] = sampleStaff(plan.units)) =>
  provision({
    store: office.local.store,
    admin: office.local.google.admin,
    plan,
    period: '2025',
    staff: people,
    listingUrl: office.local.urls.listing,
  });

/** What a run cost in writes to Google, and what it changed in the store. */
async function measured(run: () => Promise<ProvisionReport>) {
  const { counts } = office.local.workspace;
  const before = { sheets: counts.sheets.writes, drive: counts.drive.writes };
  const stored = await everything(office.local.store);
  const report = await run();
  const after = await everything(office.local.store);
  return {
    report,
    writes: counts.sheets.writes - before.sheets + counts.drive.writes - before.drive,
    documents: Object.keys(after).filter((path) => after[path] !== stored[path]),
  };
}

const read = (unit: string, range: string): Promise<unknown[][]> =>
  office.people.read(
    staffEmail('clerk', unit),
    office.tab(unit).spreadsheetId,
    `'${office.tab(unit).title}'!${range}`,
  );

const spreadsheet = (id: string) =>
  office.local.google.admin.get(id, 'properties,sheets(properties,protectedRanges,developerMetadata)');

it('changes nothing the second time: no write to Google, no document, said so', async () => {
  const { report, writes, documents } = await measured(() => again());
  expect({ writes, documents, changes: report.changes }).toEqual({ writes: 0, documents: [], changes: 0 });
  expect(report.workbooks.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
});

it('makes sheets in Vietnamese, of one zone, with every id stamped before anybody types', async () => {
  const { properties } = await spreadsheet(workbookOf(office, '956'));
  expect(properties).toMatchObject({ locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' });
  const ids = (await read('31843', `A3:A${2 + stampedRows}`)).map(([id]) => id);
  expect(new Set(ids).size).toBe(stampedRows);
  expect(ids[0]).toBe('2025-31843-001');
});

it('gives a new unit its tab and touches nobody else’s', async () => {
  const rows = office.rows('31843', 5);
  await office.type('31843', rows);
  const before = await read('31843', 'A1:AH62');
  const others = (await spreadsheet(workbookOf(office, '956'))).sheets;
  const newcomer: Unit = { id: '31849', name: 'Xã Ninh Thạnh Lợi', kind: 'commune', parent: '956' };
  const plan = { ...smallPlan, units: [...smallUnits, newcomer] };
  const { report } = await measured(() => again(plan));
  expect(report.workbooks.map(({ outcome }) => outcome)).toContain('changed');
  expect(await read('31843', 'A1:AH62')).toEqual(before);
  const after = (await spreadsheet(workbookOf(office, '956'))).sheets ?? [];
  const same = new Set(others?.map(({ properties }) => properties?.sheetId));
  expect(after.filter(({ properties }) => same.has(properties?.sheetId))).toEqual(others);
  expect(after).toHaveLength((others?.length ?? 0) + 1);
  Object.assign(office, { workbooks: await office.people.workbooks(), plan });
  await office.send('31849', office.rows('31849', 5));
  expect((await measured(() => again(plan))).writes).toBe(0);
});

it('keeps every unit in its own tab when a new one stands before it in the list', async () => {
  const newcomer: Unit = { id: '31840', name: 'Thị trấn Ngan Dừa', kind: 'commune', parent: '956' };
  const [province, district, ...others] = smallUnits as [Unit, Unit, ...Unit[]];
  await office.type('31843', office.rows('31843', 5));
  await again({ ...smallPlan, units: [province, district, newcomer, ...others] });
  office.workbooks = await office.people.workbooks();
  const { body } = await office.submit('31843');
  expect(body).toMatchObject({ ok: true, rows: 5 });
  const ids = (await read('31840', 'A3:A4')).map(([id]) => id);
  expect(ids).toEqual(['2025-31840-001', '2025-31840-002']);
});

it('keeps the tab of a unit that the plan no longer has', async () => {
  await office.type('31846', office.rows('31846', 5));
  const before = await read('31846', 'A1:AH62');
  await again({ ...smallPlan, units: smallUnits.filter(({ id }) => id !== '31843') });
  expect(await read('31846', 'A1:AH62')).toEqual(before);
  const stored = await office.local.store.read<Workbook>(`workbooks/${workbookOf(office, '956')}`);
  const tab = office.workbooks.flatMap(({ tabs }) => tabs).find(({ unit }) => unit === '31846');
  expect(stored?.data.tabs.find(({ unitId }) => unitId === '31846')?.sheetId).toBe(tab?.sheetId);
});

it.each([
  ['was removed', (id: number) => ({ deleteProtectedRange: { protectedRangeId: id } })],
  [
    'only warns',
    (id: number) => ({
      updateProtectedRange: {
        protectedRange: { protectedRangeId: id, warningOnly: true },
        fields: 'warningOnly',
      },
    }),
  ],
  [
    'lost its editors',
    (id: number) => ({
      updateProtectedRange: {
        protectedRange: { protectedRangeId: id, editors: { users: [] } },
        fields: 'editors',
      },
    }),
  ],
  [
    'lets a stranger in',
    (id: number) => ({
      updateProtectedRange: {
        protectedRange: {
          protectedRangeId: id,
          editors: {
            users: [staffEmail('clerk', '31843'), staffEmail('head', '31843'), 'khach@noi-khac.vn'],
          },
        },
        fields: 'editors',
      },
    }),
  ],
])('mends a protection that %s, and nothing else', async (_what, harm) => {
  const desk = workbookOf(office, '956');
  const guardOf = async () => {
    const { sheets } = await spreadsheet(desk);
    const guard = sheets?.find(({ properties }) => properties?.title === 'Xã Ninh Hòa')?.protectedRanges?.[0];
    return { id: guard?.protectedRangeId ?? 0, editors: guard?.editors?.users, warns: guard?.warningOnly };
  };
  const before = await guardOf();
  await office.local.google.admin.batchUpdate(desk, [harm(before.id)]);
  expect(await guardOf()).not.toEqual(before);
  const { report, writes } = await measured(() => again());
  expect({ changes: report.changes, writes }).toEqual({ changes: 1, writes: 1 });
  const { editors, warns } = await guardOf();
  expect({ editors, warns: warns ?? false }).toEqual({
    editors: before.editors,
    warns: before.warns ?? false,
  });
  const range = { sheetId: 101, startRowIndex: 2, endRowIndex: 3 };
  const wipe = [{ updateCells: { range, fields: 'userEnteredValue' } }];
  await expect(edit(office, staffEmail('clerk', '31846'), desk, wipe)).rejects.toThrow(/protected/);
});

it('lets a new clerk in, by share and by protection, and changes nothing else', async () => {
  const email = 'can.bo.moi@vidu.vn';
  const newcomer: Staff = { email, name: 'Lê Văn Hai', unitId: '31843', role: 'clerk' };
  await again(smallPlan, [...staff, newcomer]);
  const { spreadsheetId, title } = office.tab('31843');
  await office.people.type(email, spreadsheetId, `'${title}'!D3`, [['Cá nhân']]);
  expect(await read('31843', 'D3')).toEqual([['Cá nhân']]);
  await expect(office.people.type(email, spreadsheetId, "'Xã Lộc Ninh'!D3", [['Cá nhân']])).rejects.toThrow();
});

it('puts locale and zone back when somebody changed them', async () => {
  const desk = workbookOf(office, '95');
  const properties = { locale: 'en_US', timeZone: 'America/New_York' };
  await edit(office, staffEmail('reviewer', '95'), desk, [
    { updateSpreadsheetProperties: { properties, fields: 'locale,timeZone' } },
  ]);
  const { writes } = await measured(() => again());
  expect(writes).toBe(1);
  expect((await spreadsheet(desk)).properties).toMatchObject({
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
});

it('makes a tab anew that people deleted, with the same id and its protection', async () => {
  const desk = workbookOf(office, '956');
  const sheetId = office.workbooks.flatMap(({ tabs }) => tabs).find(({ unit }) => unit === '31843')?.sheetId;
  await edit(office, staffEmail('clerk', '31843'), desk, [{ deleteSheet: { sheetId } }]);
  await again();
  office.workbooks = await office.people.workbooks();
  await office.send('31843', office.rows('31843', 5));
});

it('leaves a tab alone that people have renamed', async () => {
  const { spreadsheetId } = office.tab('31843');
  const properties = { sheetId: 101, title: 'Bản của chị Ba' };
  await edit(office, staffEmail('clerk', '31843'), spreadsheetId, [
    { updateSheetProperties: { properties, fields: 'title' } },
  ]);
  expect((await measured(() => again())).writes).toBe(0);
});

it('splits more than sixty units into two workbooks, every unit in exactly one', async () => {
  const plan = manyCommunes(75);
  const planned = planWorkbooks(plan, '2025').filter(({ unit }) => unit.id === '956');
  const tabs = planned.map((one) => one.tabs.filter(({ kind }) => kind === 'unit'));
  expect(tabs.map((one) => one.length)).toEqual([60, 15]);
  expect(new Set(tabs.flat().map(({ unitId }) => unitId)).size).toBe(75);
  expect(planned.map(({ title }) => title)).toEqual([
    '113/KH-UBND – năm 2025 – Huyện Hồng Dân (phần 1/2)',
    '113/KH-UBND – năm 2025 – Huyện Hồng Dân (phần 2/2)',
  ]);
});

it('reviews the lists of both workbooks of a large unit on one desk', async () => {
  const large = await startOffice({ plan: manyCommunes(62) });
  try {
    const [first, last] = ['40001', String(40_001 + 3 * 61)] as const;
    expect(large.tab(first).spreadsheetId).not.toBe(large.tab(last).spreadsheetId);
    for (const unit of [first, last]) await large.send(unit, large.rows(unit, 5));
    await large.settle();
    await large.settle();
    const desk = large.workbooks.find(
      ({ unit, spreadsheetId }) => unit === '956' && spreadsheetId === large.tab(first).spreadsheetId,
    );
    const keys = await large.people.read(
      staffEmail('reviewer', '956'),
      desk?.spreadsheetId ?? '',
      "'Thẩm định'!A3:A40",
    );
    expect(keys).toHaveLength(10);
  } finally {
    await large.close();
  }
});

it('tells two units of one name apart by their codes', () => {
  const twin: Unit = { id: '31999', name: 'Xã Ninh Hòa', kind: 'commune', parent: '956' };
  const [planned] = planWorkbooks({ ...smallPlan, units: [...smallUnits, twin] }, '2025').filter(
    ({ unit }) => unit.id === '956',
  );
  const titles = planned?.tabs.map(({ title }) => title) ?? [];
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).toContain('Xã Ninh Hòa (31999)');
  expect(Object.values(sheetIds)).toEqual([1, 2, 3, 4, 5, 6]);
});
