/** What a clerk sees while typing: colour and note at the faulty cell, gone when it is mended, within a few calls. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { sheetIds } from '../../functions/domain/workbook.ts';
import { buildBundle } from '../../infra/local/apps-script/bundle.ts';
import type { AppsScript, Calls, ScriptSession } from '../../infra/local/apps-script/start.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { lookAt, looksAt, openAsClerk, startAddon } from '../support/addon.ts';
import { type Office, startOffice } from '../support/office.ts';
import { cellAt, columnIndex, communeIds, editTab, manyCommunes, sheetIdOf } from '../support/office-acts.ts';

const plan = manyCommunes(9);
const units = communeIds(plan);
let office: Office;
let script: AppsScript;
let unit: string;
let clerk: ScriptSession;
let sheetId: number;

beforeAll(async () => {
  office = await startOffice({ plan });
  script = await startAddon(office, await buildBundle());
});
afterAll(async () => {
  await script.close();
  await office.close();
});

/** The next commune's clerk at the own tab. */
async function sitDown(rows = 0): Promise<void> {
  unit = units.shift() as string;
  if (rows > 0) await office.type(unit, office.rows(unit, rows));
  clerk = await openAsClerk(script, office, unit);
  sheetId = sheetIdOf(office, unit);
}

const total = (calls: Calls): number => Object.values(calls).reduce((sum, one) => sum + one, 0);

const type = (key: string, line: number, value: unknown) =>
  script.edit(clerk, sheetId, cellAt(key, line), [[value]]);

const block = (lines: Record<string, unknown>[]) =>
  lines.map((row) => exemplarForm.columns.map(({ key }) => row[key] ?? ''));

const colourless = { note: '', background: '' };

it('marks a wrong birth year where it stands, says what to type, and clears it when it is mended', async () => {
  await sitDown(5);
  const wrong = await type('birthYear', 3, '85');
  const marked = await lookAt(office, unit, cellAt('birthYear', 3));
  expect(marked.note).toBe('Gương Sáng: Đang ghi “85”, hãy ghi đủ bốn chữ số, ví dụ 1985.');
  expect(marked.background).not.toBe('');
  expect(total(wrong.calls)).toBeLessThanOrEqual(3);
  const mended = await type('birthYear', 3, '1985');
  expect(await lookAt(office, unit, cellAt('birthYear', 3))).toEqual(colourless);
  expect(total(mended.calls)).toBeLessThanOrEqual(3);
});

it('reads once and writes nothing when all is well', async () => {
  await sitDown(5);
  const { calls } = await type('title', 4, 'Giữ sạch dòng kênh, cả ấp cùng làm theo');
  expect(calls).toEqual({ getValues: 1 });
});

it('does not scold for cells that are still to be typed, only for those left out', async () => {
  await sitDown();
  await type('kind', 3, 'Cá nhân');
  await type('honorific', 3, 'Bà');
  expect((await looksAt(office, unit, 'D3:AH3')).flat().filter(({ note }) => note !== '')).toEqual([]);
  await type('birthYear', 3, 1985);
  expect((await lookAt(office, unit, cellAt('name', 3))).note).toContain('Đang để trống');
  await type('name', 3, 'Nguyễn Thị Hoa');
  expect(await lookAt(office, unit, cellAt('name', 3))).toEqual(colourless);
});

it('marks and clears the cells that a changed kind concerns', async () => {
  await sitDown(5);
  const { calls } = await type('kind', 3, 'Mô hình');
  expect((await lookAt(office, unit, cellAt('birthYear', 3))).note).toContain(
    'chỉ dùng cho cá nhân'.slice(4),
  );
  expect((await lookAt(office, unit, cellAt('method', 3))).note).toContain('Đang để trống');
  expect(total(calls)).toBeLessThanOrEqual(3);
  await type('kind', 3, 'Cá nhân');
  expect((await looksAt(office, unit, 'D3:AH3')).flat().filter(({ note }) => note !== '')).toEqual([]);
});

it('takes a paste of 200 rows with at most six calls, and marks each faulty cell', async () => {
  await sitDown();
  const [row] = office.rows(unit, 1, ['Cá nhân']);
  await editTab(office, unit, [{ appendDimension: { sheetId, dimension: 'ROWS', length: 200 } }]);
  const rows = Array.from({ length: 200 }, (_, index) => ({
    ...row,
    name: `Nguyễn Thị ${String.fromCharCode(65 + (index % 26))}${'abcdefgh'[index >> 5]}`,
    birthYear: index % 10 === 0 ? '85' : '1985',
  }));
  const { calls } = await script.edit(clerk, sheetId, 'D3', block(rows));
  expect(total(calls)).toBeLessThanOrEqual(6);
  expect(calls).toMatchObject({ getValues: 1, setNotes: 1, setBackgrounds: 1 });
  const letters = cellAt('birthYear', 3).replace(/\d/g, '');
  const marks = await looksAt(office, unit, `${letters}3:${letters}202`);
  const marked = marks.flatMap(([look], index) => (look?.note.includes('“85”') ? index : []));
  expect(marked).toEqual(rows.flatMap((one, index) => (one.birthYear === '85' ? index : [])));
});

it('keeps the notes and colours that people gave to cells of a pasted block', async () => {
  await sitDown(5);
  const at = { sheetId, startRowIndex: 3, startColumnIndex: columnIndex('movement') };
  const own = {
    note: 'Hỏi lại chị Ba',
    userEnteredFormat: { backgroundColor: { red: 0, green: 1, blue: 1 } },
  };
  const range = { ...at, endRowIndex: 4, endColumnIndex: columnIndex('movement') + 1 };
  await editTab(office, unit, [
    { updateCells: { range, rows: [{ values: [own] }], fields: 'note,userEnteredFormat.backgroundColor' } },
  ]);
  await script.edit(clerk, sheetId, cellAt('birthYear', 3), [['85'], ['86']]);
  expect((await lookAt(office, unit, cellAt('birthYear', 4))).background).not.toBe('');
  const kept = await lookAt(office, unit, cellAt('movement', 4));
  expect(kept.note).toBe('Hỏi lại chị Ba');
  expect(kept.background).toContain('"green":1');
});

it('leaves headers, other tabs and what people typed alone', async () => {
  await sitDown(5);
  const read = () =>
    office.people.read(
      staffEmail('clerk', unit),
      office.tab(unit).spreadsheetId,
      `'${office.tab(unit).title}'!A1:AH60`,
    );
  const headers = await looksAt(office, unit, 'A1:AH2');
  await type('birthYear', 3, '85');
  const before = await read();
  const { calls } = await script.edit(clerk, sheetId, cellAt('birthYear', 1), [['Năm sinh']]);
  expect(calls).toEqual({});
  await type('sector', 4, 'Kinh te');
  expect(await looksAt(office, unit, 'A1:AH2')).toEqual(headers);
  const after = await read();
  expect(after.map((row) => row.filter((_, at) => at !== columnIndex('sector')))).toEqual(
    before.map((row) => row.filter((_, at) => at !== columnIndex('sector'))),
  );
  const reviewer = await script.open(
    staffEmail('reviewer', '956'),
    office.tab(unit).spreadsheetId,
    sheetIds.review,
  );
  expect((await script.edit(reviewer, sheetIds.review, 'L3', [['85']])).calls).toEqual({});
});
