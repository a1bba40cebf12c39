/** "Nộp danh sách" on sheets whose shape people have changed: a harmless change passes, any other is refused by its place. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { sheetIds, stampedRowId, unitTabColumns } from '../../functions/domain/workbook.ts';
import { type Office, startOffice } from '../support/office.ts';
import {
  block,
  cellAt,
  columnIndex,
  communeIds,
  editTab,
  expectProblem,
  headerOf,
  manyCommunes,
  nameOf,
  type Said,
  sheetIdOf,
  typeAt,
  writesNothing,
} from '../support/office-acts.ts';

const plan = manyCommunes(14);
const units = communeIds(plan);
let office: Office;
let unit: string;
let tab: string;

beforeAll(async () => {
  office = await startOffice({ plan });
});
afterAll(() => office.close());

/** The next commune with a right list of five in its tab. */
async function aRightList(): Promise<void> {
  unit = units.shift() as string;
  tab = nameOf(office, unit);
  await office.type(unit, office.rows(unit, 5));
}

const press = (): Promise<Said> => office.submit(unit);
const refused = (): Promise<Said> => writesNothing(office, press);
const whole = unitTabColumns(exemplarForm).length;

it('takes a list from a renamed tab, for the sheet is known by its id', async () => {
  await aRightList();
  const properties = { sheetId: sheetIdOf(office, unit), title: 'Danh sách mới (bản sửa)' };
  await editTab(office, unit, [{ updateSheetProperties: { properties, fields: 'title' } }]);
  const { body } = await press();
  expect(body).toMatchObject({ ok: true, rows: 5, repeated: false });
});

it('names a renamed tab by the title that people see', async () => {
  await aRightList();
  await typeAt(office, unit, cellAt('name', 4), [['']]);
  const properties = { sheetId: sheetIdOf(office, unit), title: 'Bản của chị Ba' };
  await editTab(office, unit, [{ updateSheetProperties: { properties, fields: 'title' } }]);
  expectProblem(
    await refused(),
    { code: 'required-blank', tab: 'Bản của chị Ba', line: 4, column: 'name', a1: cellAt('name', 4) },
    ['“Bản của chị Ba”', 'dòng 4', headerOf('name')],
  );
});

it("refuses lines pasted with another unit's hidden ids, each by its line and id", async () => {
  await aRightList();
  const foreign = [1, 2, 3, 4, 5].map((ordinal) => stampedRowId('2025', '31999', ordinal));
  await typeAt(
    office,
    unit,
    'A3',
    foreign.map((id) => [id]),
  );
  const said = await refused();
  foreign.forEach((id, index) => {
    expectProblem(said, { code: 'row-id-foreign', tab, line: index + 3 }, [
      tab,
      `dòng ${index + 3}`,
      id,
      'cột “Loại”',
    ]);
  });
});

it('refuses a tab with the headers of another form, and reads no line of it', async () => {
  await aRightList();
  await typeAt(office, unit, 'A1', [Array.from({ length: whole }, (_, index) => `Cột số ${index + 1}`)]);
  await editTab(office, unit, [{ deleteDimension: { range: lines(2, 2) } }]);
  const said = await refused();
  expectProblem(said, { code: 'tab-wrong', tab }, [tab, exemplarForm.title, 'đúng tab của đơn vị mình']);
});

it('refuses a renamed header, and says what it was and what to write', async () => {
  await aRightList();
  await typeAt(office, unit, cellAt('birthYear', 1), [['Tuổi']]);
  expectProblem(
    await refused(),
    { code: 'header-renamed', tab, line: 1, column: 'birthYear', a1: cellAt('birthYear', 1) },
    [tab, '“Tuổi”', '“Năm sinh”'],
  );
});

it('refuses a list whose column was deleted, once and not for every line', async () => {
  await aRightList();
  const at = columnIndex('title');
  const range = {
    sheetId: sheetIdOf(office, unit),
    dimension: 'COLUMNS',
    startIndex: at,
    endIndex: at + 1,
  };
  await editTab(office, unit, [{ deleteDimension: { range } }]);
  const said = await refused();
  expectProblem(said, { code: 'header-missing', tab, line: 1, column: 'title' }, [tab, '“Tên gương”']);
  expect(said.body.problems.filter(({ column }: { column?: string }) => column === 'title')).toHaveLength(1);
});

it('takes a list whose columns and lines were moved, for columns are known by their headers', async () => {
  await aRightList();
  const sheetId = sheetIdOf(office, unit);
  const columns = { sheetId, dimension: 'COLUMNS', startIndex: columnIndex('consent'), endIndex: whole };
  await editTab(office, unit, [
    { moveDimension: { source: columns, destinationIndex: columnIndex('name') } },
    { insertDimension: { range: lines(5, 6), inheritFromBefore: true } },
  ]);
  expect((await press()).body).toMatchObject({ ok: true, rows: 5 });
});

it('refuses merged cells by their range, whatever is in them', async () => {
  await aRightList();
  const at = columnIndex('movement');
  const range = block(office, unit, [4, 5], [at, at]);
  await editTab(office, unit, [{ mergeCells: { range, mergeType: 'MERGE_ALL' } }]);
  const where = `${cellAt('movement', 4)}:${cellAt('movement', 5)}`;
  expectProblem(await refused(), { code: 'cells-merged', tab, a1: where }, [tab, where, 'Hủy hợp nhất']);
});

it('refuses somebody who stands in the list twice, on both lines, however the name is typed', async () => {
  await aRightList();
  const [first] = office.rows(unit, 5);
  const name = String(first?.name);
  await office.type(unit, [{ ...first, name: `  ${name.normalize('NFD').toUpperCase()} ` }], 5);
  const said = await refused();
  for (const line of [3, 8])
    expectProblem(said, { code: 'row-duplicate', tab, line, column: 'name', a1: cellAt('name', line) }, [
      tab,
      name,
      '3, 8',
    ]);
});

it('refuses a copied hidden id on all its lines, for only people know which is the real one', async () => {
  await aRightList();
  const id = stampedRowId('2025', unit, 2);
  await typeAt(office, unit, 'A6', [[id]]);
  const said = await refused();
  for (const line of [4, 6])
    expectProblem(said, { code: 'row-id-duplicate', tab, line }, [tab, `dòng ${line}`, '4, 6', id]);
});

it('refuses a list whose tab was deleted, by the name the tab had', async () => {
  await aRightList();
  await editTab(office, unit, [{ deleteSheet: { sheetId: sheetIdOf(office, unit) } }]);
  expectProblem(await refused(), { code: 'tab-missing', tab }, [tab, 'Nhật ký phiên bản']);
  const left = units[0] as string;
  await office.type(left, office.rows(left, 5));
  expect((await office.submit(left)).body).toMatchObject({ ok: true });
  units.shift();
});

it('tells everything that is wrong at once, and never touches what people typed', async () => {
  await aRightList();
  await typeAt(office, unit, cellAt('name', 3), [['']]);
  await typeAt(office, unit, cellAt('birthYear', 5), [['85']]);
  await typeAt(office, unit, cellAt('sector', 6), [['Kinh te']]);
  const read = () =>
    office.people.read(`thutruong.${unit}@vidu.vn`, office.tab(unit).spreadsheetId, `'${tab}'!D1:AH60`);
  const before = await read();
  const said = await refused();
  expectProblem(said, { code: 'required-blank', a1: cellAt('name', 3) }, [tab, 'dòng 3']);
  expectProblem(said, { code: 'number-out-of-range', a1: cellAt('birthYear', 5) }, [
    'dòng 5',
    '“85”',
    '1985',
  ]);
  expectProblem(said, { code: 'choice-unknown', a1: cellAt('sector', 6) }, ['“Kinh te”', 'Kinh tế']);
  expect(said.body.message).toContain('3 chỗ cần sửa');
  expect(await read()).toEqual(before);
});

/** Whole lines, ends included. */
function lines(from: number, to: number) {
  return { sheetId: sheetIdOf(office, unit), dimension: 'ROWS', startIndex: from - 1, endIndex: to };
}

it("keeps its own tabs out of people's hands", async () => {
  const range = { sheetId: sheetIds.machine, startRowIndex: 0, endRowIndex: 5 };
  await expect(
    editTab(office, units[0] as string, [{ updateCells: { range, fields: 'userEnteredValue' } }]),
  ).rejects.toThrow(/protected/);
});
