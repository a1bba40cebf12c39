/** A plan that changes its forms changes the tabs that stand: headers, hidden keys, drop-downs; never a line of people's. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { splitKeyCell } from '../../functions/domain/key-cell.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { unitTabColumns } from '../../functions/domain/workbook.ts';
import { sampleStaff, staffEmail } from '../../infra/local/samples/people.ts';
import { provision } from '../../infra/provision/provision.ts';
import { withOwnForm } from '../domain/plan-columns.ts';
import { type Office, smallPlan, startOffice } from '../support/office.ts';
import { columnIndex, editTab, sheetIdOf } from '../support/office-acts.ts';

const changed = withOwnForm(smallPlan);
const unit = '31843';
let office: Office;

beforeEach(async () => {
  office = await startOffice();
  await office.type(unit, office.rows(unit, 5));
});
afterEach(() => office.close());

const again = (plan: Plan) =>
  provision({
    store: office.local.store,
    admin: office.local.google.admin,
    plan,
    period: '2025',
    staff: sampleStaff(plan.units),
    listingUrl: office.local.urls.listing,
  });

const read = (range = 'A1:AZ62'): Promise<unknown[][]> => {
  const { spreadsheetId, title } = office.tab(unit);
  return office.people.read(staffEmail('clerk', unit), spreadsheetId, `'${title}'!${range}`);
};

/** Every line below the headers but that of the keys, its cells by key: what people typed, wherever the columns stand. */
async function lines(): Promise<Record<string, unknown>[]> {
  const [, ...rest] = await read();
  const keys = (
    rest.find((line) => line.some((cell) => splitKeyCell(cell as string)?.key === 'name')) ?? []
  ).map((cell) => splitKeyCell(cell as string)?.key ?? '');
  return rest
    .filter((line) => !line.some((cell) => splitKeyCell(cell as string)?.key === 'name'))
    .map((line) =>
      Object.fromEntries(keys.map((key, at) => [key, line[at] ?? ''] as const).filter(([key]) => key)),
    );
}

const without = (line: Record<string, unknown>, ...keys: string[]) =>
  Object.fromEntries(Object.entries(line).filter(([key]) => !keys.includes(key)));

async function validations(line: number): Promise<Record<string, string[]>> {
  const { title, spreadsheetId } = office.tab(unit);
  const { sheets } = await office.local.google.admin.get(
    spreadsheetId,
    'sheets(data(rowData(values(userEnteredValue,dataValidation))))',
    [`'${title}'!1:${line}`],
  );
  const rows = sheets?.[0]?.data?.[0]?.rowData ?? [];
  const keys = (rows[1]?.values ?? []).map(
    ({ userEnteredValue }) => splitKeyCell(userEnteredValue?.stringValue ?? '')?.key,
  );
  return Object.fromEntries(
    (rows[line - 1]?.values ?? []).flatMap(({ dataValidation }, at) => {
      const words = dataValidation?.condition?.values?.map(({ userEnteredValue }) => userEnteredValue ?? '');
      return words ? [[keys[at] ?? '', words]] : [];
    }),
  );
}

const sort = (from: number, key: string) => {
  const range = {
    sheetId: sheetIdOf(office, unit),
    startRowIndex: from,
    endRowIndex: 62,
    startColumnIndex: 0,
    endColumnIndex: unitTabColumns(exemplarForm).length,
  };
  return { sortRange: { range, sortSpecs: [{ dimensionIndex: columnIndex(key), sortOrder: 'DESCENDING' }] } };
};

const insert = (dimension: 'ROWS' | 'COLUMNS', startIndex: number) => ({
  insertDimension: {
    range: { sheetId: sheetIdOf(office, unit), dimension, startIndex, endIndex: startIndex + 1 },
    inheritFromBefore: true,
  },
});

it('rewrites headers, keys and drop-downs, and says the second time that nothing changed', async () => {
  const before = await lines();
  expect((await again(changed)).workbooks.map(({ outcome }) => outcome)).toEqual(['changed', 'changed']);
  const [headers = [], keys = []] = await read();
  const at = headers.indexOf('Phong trào thi đua');
  expect(headers.slice(at, at + 4)).toEqual([
    'Phong trào thi đua',
    'Đã phát động thi đua',
    'Văn bản phát động',
    'Tên gương',
  ]);
  expect(keys[0]).toBe(`rowId exemplar@${exemplarForm.version}`);
  expect(keys[headers.indexOf('Lĩnh vực')]).toBe(
    'sector {"choices":["Kinh tế số","Kinh tế xanh","Quốc phòng – an ninh"]}',
  );
  expect(keys[at + 1]).toMatch(/^hasLaunched \{"header":"Đã phát động thi đua",/);
  for (const line of [3, 40, 62]) {
    const found = await validations(line);
    expect(found.sector).toEqual(['Kinh tế số', 'Kinh tế xanh', 'Quốc phòng – an ninh']);
    expect(found.hasLaunched).toEqual(['Đã phát động', 'Chưa phát động']);
    expect(found.launchPaper).toBeUndefined();
    expect(found.stage).toHaveLength(4);
  }
  expect((await lines()).map((line) => without(line, 'hasLaunched', 'launchPaper'))).toEqual(before);
  expect((await again(changed)).changes).toBe(0);
});

it.each([
  ['sorted', () => [sort(2, 'name')]],
  ['sorted with the keys among them', () => [sort(1, 'name')]],
  ['with lines inserted among them, and one above the keys', () => [insert('ROWS', 4), insert('ROWS', 1)]],
  ['beside a column of people’s own', () => [insert('COLUMNS', columnIndex('title'))]],
])('leaves the lines of people as they are: %s', async (_what, edits) => {
  await editTab(office, unit, edits());
  const before = await lines();
  expect(before.filter(({ name }) => name !== '')).toHaveLength(5);
  await again(changed);
  const after = await lines();
  expect(after.map((line) => without(line, 'hasLaunched', 'launchPaper'))).toEqual(before);
  expect(after.every(({ hasLaunched, launchPaper }) => hasLaunched === '' && launchPaper === '')).toBe(true);
  expect((await again(changed)).changes).toBe(0);
});

it('leaves a tab alone whose keys are gone', async () => {
  const range = { sheetId: sheetIdOf(office, unit), dimension: 'ROWS', startIndex: 1, endIndex: 2 };
  await editTab(office, unit, [{ deleteDimension: { range } }]);
  const before = await read();
  await again(changed);
  expect(await read()).toEqual(before);
});

it('asks the new columns and words of a list, and takes it once they are typed', async () => {
  await again(changed);
  const { body } = await office.submit(unit);
  const said = (body.problems as { code: string; column: string; message: string }[]) ?? [];
  expect(new Set(said.map(({ code, column }) => `${code} ${column}`))).toEqual(
    new Set(['choice-unknown sector', 'required-blank hasLaunched']),
  );
  expect(said.find(({ column }) => column === 'sector')?.message).toContain(
    'hãy chọn một trong: Kinh tế số; Kinh tế xanh; Quốc phòng – an ninh.',
  );
  const [headers = []] = await read();
  const letter = (header: string): string => {
    const at = headers.indexOf(header);
    return (
      (at >= 26 ? String.fromCharCode(64 + Math.floor(at / 26)) : '') + String.fromCharCode(65 + (at % 26))
    );
  };
  const { spreadsheetId, title } = office.tab(unit);
  const type = (header: string, value: string) =>
    office.people.type(
      staffEmail('clerk', unit),
      spreadsheetId,
      `'${title}'!${letter(header)}3:${letter(header)}7`,
      Array.from({ length: 5 }, () => [value]),
    );
  await type('Lĩnh vực', 'Kinh tế số');
  await type('Đã phát động thi đua', 'Chưa phát động');
  expect((await office.submit(unit)).body).toMatchObject({ ok: true, rows: 5 });
});

it('no longer judges by a column that the plan gave up, and keeps what was typed in it', async () => {
  await again(changed);
  await again({ ...smallPlan, catalogues: [] });
  const [headers = [], keys = []] = await read();
  expect(keys[headers.indexOf('Văn bản phát động')]).toBe('');
  expect(keys[headers.indexOf('Lĩnh vực')]).toBe('sector');
  expect((await validations(3)).sector).toHaveLength(4);
  expect((await office.submit(unit)).body).toMatchObject({ ok: true, rows: 5 });
});
