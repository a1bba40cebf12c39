/** A whole tab: nothing is lost on the way, copies are held back, everything wrong shows at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank } from '../../functions/domain/cell.ts';
import { checkTab } from '../../functions/domain/check-tab.ts';
import { exemplarForm as form } from '../../functions/domain/forms/exemplar.ts';
import type { CellValue } from '../../functions/domain/row.ts';
import { aTab, cells, columns, context } from './sheet.ts';
import { anyText, toWindows1258 } from './vietnamese.ts';

const check = (values: CellValue[][]) => checkTab(form, values, context);
const otherSummary =
  'Mười năm nay ông dậy từ bốn giờ sáng quét con hẻm dài, vớt rác dưới kênh, trồng hoa hai bên bờ. Bà con thấy vậy cùng góp tiền mua thùng rác, lắp đèn, giờ cả xóm sạch và sáng.';

const shortCell: fc.Arbitrary<CellValue> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<CellValue>('', 'Cá nhân', 'Tập thể', 'x', 1985, '2025-31813-001', '=1+1'),
  },
  { weight: 1, arbitrary: anyText },
  { weight: 1, arbitrary: fc.oneof(fc.double(), fc.boolean()) },
);
const keys = columns.map(({ key }) => key);
const lines = fc.array(
  fc.oneof(
    fc.dictionary(fc.constantFrom(...keys), shortCell).map((over) => cells(over)),
    fc.dictionary(fc.constantFrom(...keys), shortCell, { maxKeys: 3 }),
  ),
  { maxLength: 8 },
);

/** What people do to a sheet: move and empty headers, delete lines, sort. */
const editedTab = fc
  .record({
    lines,
    deletedLines: fc.array(fc.nat(9), { maxLength: 1 }),
    lostHeaders: fc.array(fc.nat(40), { maxLength: 3 }),
    rotate: fc.nat(40),
  })
  .map(({ lines: typed, deletedLines, lostHeaders, rotate }) => {
    const values = aTab(typed);
    for (const index of lostHeaders)
      for (const line of values.slice(0, 2)) if (index < line.length) line[index] = '';
    for (const line of values) line.push(...line.splice(0, rotate % columns.length));
    for (const line of deletedLines) if (line > 0) values.splice(line, 1);
    return values;
  });

describe('every line with content', () => {
  it('is a row or is named in a problem, whatever people do to the sheet', () => {
    fc.assert(
      fc.property(editedTab, (values) => {
        const { rows, raw, problems } = check(values);
        if (problems.some(({ code }) => code === 'tab-wrong')) return;
        const named = new Set([...rows, ...problems].map(({ line }) => line));
        expect(raw.filter(({ line }) => !named.has(line))).toEqual([]);
        const read = new Set(raw.map(({ line }) => line));
        const formColumns = new Set(
          values[0]?.flatMap((header, index) =>
            form.columns.some((column) => column.header === header) ? [index] : [],
          ),
        );
        values.forEach((line, index) => {
          const isKeys = line.filter((cell) => keys.includes(String(cell))).length >= 2;
          const hasContent = line.some((cell, column) => formColumns.has(column) && !isBlank(cell));
          if (index > 0 && hasContent && !isKeys) expect(read).toContain(index + 1);
        });
      }),
    );
  });

  it('gives the same verdict in NFC, NFD and Windows-1258', () => {
    fc.assert(
      fc.property(lines, (typed) => {
        const inForm = (change: (text: string) => string) =>
          check(
            aTab(typed).map((line, i) => line.map((c) => (i > 1 && typeof c === 'string' ? change(c) : c))),
          );
        const nfc = inForm((text) => text.normalize('NFC'));
        for (const other of [inForm((text) => text.normalize('NFD')), inForm(toWindows1258)]) {
          expect(other.rows).toEqual(nfc.rows);
          expect(other.problems).toEqual(nfc.problems);
        }
      }),
    );
  });
});

describe('copies', () => {
  it('of a hidden id are all named and none is a row, even one that cannot be read', () => {
    const { rows, problems } = check(
      aTab([
        cells(),
        cells({ name: 'Trần Thị Bé', rowId: '2025-31813-001', summary: otherSummary }),
        cells({ rowId: '2025-31813-001', kind: 'Người' }),
        cells({ name: 'Lê Thị Út', rowId: '2025-31813-001', birthYear: 85 }),
      ]),
    );
    expect(rows).toEqual([]);
    expect(problems.filter(({ code }) => code === 'row-id-duplicate').map(({ line }) => line)).toEqual([
      3, 4, 5, 6,
    ]);
  });

  it('of a natural key are named on all lines, even when one has another fault', () => {
    const { problems } = check(aTab([cells(), cells({ sector: 'x' })]));
    expect(problems.filter(({ code }) => code === 'row-duplicate').map(({ a1 }) => a1)).toEqual(['F3', 'F4']);
  });
});

it('says where: tab, line, column and cell, also after columns were moved', () => {
  const values = aTab([cells({ birthYear: 85 })]);
  for (const line of values) line.unshift('');
  expect(check(values).problems).toEqual([
    {
      code: 'number-out-of-range',
      severity: 'error',
      tab: 'Phường 2',
      line: 3,
      column: 'birthYear',
      a1: 'H3',
      params: { value: 85, min: 1900, max: 2100 },
    },
  ]);
});

it('shows what is wrong in the cells and what is wrong with the row at once', () => {
  const { rows, problems } = check(aTab([cells({ sector: 'x', birthYear: 1900, consentDate: 'hôm qua' })]));
  expect(rows).toEqual([]);
  expect(problems.map(({ code }) => code).sort()).toEqual([
    'age-out-of-range',
    'choice-unknown',
    'date-unreadable',
  ]);
});

it('tells a missing header once, not as a blank in every line', () => {
  const values = aTab([cells(), cells({ name: 'Trần Thị Bé', summary: otherSummary })]);
  const title = columns.findIndex(({ key }) => key === 'title');
  for (const line of values) line.splice(title, 1);
  expect(check(values).problems.map(({ code }) => code)).toEqual(['header-missing']);
});
