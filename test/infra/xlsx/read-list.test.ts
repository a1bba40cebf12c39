/** What comes out of an .xlsx is what the Sheets adapter would give: nothing lost, the same sentences. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoToSerial } from '../../../functions/domain/date.ts';
import { exemplarForm as form } from '../../../functions/domain/forms/exemplar.ts';
import { groupProblems } from '../../../functions/domain/messages.vi.ts';
import type { CellValue } from '../../../functions/domain/row.ts';
import { stampedRowId, stampedRows } from '../../../functions/domain/workbook.ts';
import { fixtureNames, problemsOf, readFixture } from '../../domain/fixtures.ts';
import { aTab, cells, columns } from '../../domain/sheet.ts';
import { sentenceOf } from '../../domain/vietnamese.ts';
import { edited, filled, listIn, trimmed, typeInto, unitId } from './files.ts';

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => isoToSerial(date.toISOString().slice(0, 10)));

/** Text that XML, spreadsheets and Vietnamese keyboards like to spoil. */
const text = fc
  .array(
    fc.oneof(
      sentenceOf(1, 12),
      fc.constantFrom(
        '15/01',
        '09123',
        '1.234,5',
        '<b>&amp;"',
        '“nháy”',
        '\n',
        '  ',
        '🦐',
        'ế'.normalize('NFD'),
        '’',
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(' '));

const line = fc
  .record({
    kind: fc.constantFrom('Cá nhân', 'Tập thể', 'Mô hình'),
    name: text,
    birthYear: fc.integer({ min: 1900, max: 2025 }),
    memberCount: fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true })),
    summary: fc.array(sentenceOf(20, 60), { minLength: 3, maxLength: 12 }).map((parts) => parts.join('.\n')),
    achievedFrom: day,
    achievedTo: fc.oneof(day, fc.constant(''), fc.constant('31/12/2024')),
    priorAwards: text,
  })
  .map((over) => cells(over));

const stamped: CellValue[][] = Array.from({ length: stampedRows }, (_, index) => [
  stampedRowId('2025', unitId, index + 1),
]);

/** What the template holds, with these lines over it. */
const withTemplate = (values: readonly CellValue[][]): CellValue[][] =>
  trimmed([...values, ...stamped.slice(values.length - 2)]);

describe('a filled-in file', () => {
  it('comes back cell by cell: dates, numbers, long Vietnamese text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 5 }), async (lines) => {
        const values = aTab(lines.map((one) => ({ ...one, status: '' })));
        const { values: read, mark, title } = await listIn(await filled(values));
        expect(read).toEqual(withTemplate(values));
        expect({ mark, title }).toEqual({
          mark: { plan: 'kh-113-bac-lieu', period: '2025', unit: unitId, form: 'exemplar' },
          title: 'Phường 2',
        });
      }),
      { numRuns: 25 },
    );
  });

  it.each(fixtureNames)('is told in the same sentences as the tab in Sheets: %s', async (name) => {
    const { values, expected } = readFixture(name);
    const read = (await listIn(await filled(values))).values;
    expect(groupProblems(problemsOf(read), form).join('\n')).toBe(expected);
  });
});

const at = (key: string): number => columns.findIndex((column) => column.key === key) + 1;

async function read(key: string, value: unknown, format?: string): Promise<CellValue | undefined> {
  const bytes = await edited((list) => {
    typeInto(list, aTab([cells()]));
    const cell = list.getCell(3, at(key));
    if (format !== undefined) cell.numFmt = format;
    cell.value = value as string;
  });
  return (await listIn(bytes)).values[2]?.[at(key) - 1];
}

describe('a cell', () => {
  it.each([
    ['a day', 'achievedFrom', new Date('2022-03-01T00:00:00Z'), undefined, isoToSerial('2022-03-01')],
    [
      'a day with hours',
      'achievedFrom',
      new Date('2022-03-01T06:00:00Z'),
      undefined,
      isoToSerial('2022-03-01') + 0.25,
    ],
    ['a number shown as a day', 'name', 45_672, 'dd/mm/yyyy', 45_672],
    ['a year shown as a day', 'birthYear', 1985, '[$-42A]dd mmmm yyyy', 1985],
    ['a day that no calendar has', 'achievedFrom', 1e12, 'dd/mm/yyyy', Number.MAX_SAFE_INTEGER],
    ['a formula', 'name', { formula: 'A1&"x"', result: 'Nguyễn Thị Hoa' }, undefined, '=A1&"x"'],
    ['an error', 'name', { error: '#N/A' }, undefined, '#N/A'],
    ['a truth value', 'name', true, undefined, true],
    [
      'rich text',
      'name',
      { richText: [{ text: 'Nguyễn ' }, { font: { bold: true }, text: 'Thị Hoa' }] },
      undefined,
      'Nguyễn Thị Hoa',
    ],
    [
      'a link',
      'photoUrl',
      { text: 'https://vidu.vn/anh', hyperlink: 'https://vidu.vn/anh' },
      undefined,
      'https://vidu.vn/anh',
    ],
  ])('gives what Sheets would give: %s', async (_what, key, value, format, expected) => {
    expect(await read(key, value, format)).toBe(expected);
  });

  it('of a formula copied down has its own formula', async () => {
    const bytes = await edited((list) => {
      typeInto(list, aTab([cells(), cells()]));
      list.fillFormula('G3:G4', 'YEAR(U3)', [2022, 2022]);
    });
    const { values } = await listIn(bytes);
    expect(values.slice(2, 4).map((one) => one[6])).toEqual(['=YEAR(U3)', '=YEAR(U4)']);
  });

  it('of a file from a Mac, which counts from 1904, is the same day', async () => {
    const bytes = await edited((list, workbook) => {
      workbook.properties.date1904 = true;
      typeInto(list, aTab([cells()]));
      list.getCell(3, at('achievedFrom')).value = new Date('2022-03-01T00:00:00Z');
    });
    expect((await listIn(bytes)).values[2]?.[at('achievedFrom') - 1]).toBe(isoToSerial('2022-03-01'));
  });
});

it('tells which cells are merged, and gives their value once', async () => {
  const bytes = await edited((list) => {
    typeInto(list, aTab([cells()]));
    list.mergeCells('F3:G3');
  });
  const { merges, values } = await listIn(bytes);
  expect(merges).toEqual(['F3:G3']);
  expect(values[2]?.slice(5, 7)).toEqual(['Nguyễn Thị Hoa', '']);
});

it('names the lines that a filter hides, which are read all the same', async () => {
  const bytes = await edited((list) => {
    typeInto(list, aTab([cells(), cells({ name: 'Trần Thị Bé' })]));
    list.getRow(4).hidden = true;
  });
  const { hiddenLines, values } = await listIn(bytes);
  expect(hiddenLines).toEqual([4]);
  expect(values[3]).toContain('Trần Thị Bé');
});

it('finds the list whatever its sheet is called', async () => {
  const bytes = await edited((list, workbook) => {
    typeInto(list, aTab([cells({ birthYear: 85 })]));
    list.name = 'DS nộp';
    workbook.addWorksheet('Nháp').addRow(['ghi chú riêng']);
  });
  expect((await listIn(bytes)).title).toBe('DS nộp');
});
