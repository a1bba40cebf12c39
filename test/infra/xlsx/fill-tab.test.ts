/** Where imported rows go: each on the line of its id, the same at every import, and nothing of anybody else's is touched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exemplarForm as form } from '../../../functions/domain/forms/exemplar.ts';
import type { CellValue, RawRow } from '../../../functions/domain/row.ts';
import { readTab } from '../../../functions/domain/tab.ts';
import { type Filling, fillTab } from '../../../infra/xlsx/fill-tab.ts';
import { aTab, cells, columns } from '../../domain/sheet.ts';

const prefix = '2025-31813';
const names = ['Nguyễn Thị Hoa', 'Trần Thị Bé', 'Lê Văn Út', 'Phạm Thị Tư', 'Võ Văn Năm', 'Bùi Thị Sáu'];
const blankLine = Object.fromEntries(columns.slice(3).map(({ key }) => [key, '']));

const rowsOf = (values: CellValue[][]): RawRow[] => readTab(form, values, { headerLine: 1 }).rows;

function fill(values: CellValue[][], rows: readonly RawRow[]): Filling {
  const filling = fillTab(form, values, rows, prefix);
  if (!filling.ok) throw new Error(JSON.stringify(filling.problems));
  return filling;
}

/** The tab after the block was written over it from its first column on. */
function written(values: CellValue[][], { block, range }: Filling): CellValue[][] {
  const letters = /^[A-Z]+/.exec(range)?.[0] ?? '';
  const first = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const lines = Array.from({ length: Math.max(values.length, block.length + 1) }, (_, index) => [
    ...(values[index] ?? []),
  ]);
  block.forEach((line, down) => {
    line.forEach((value, across) => {
      const target = lines[down + 1] as CellValue[];
      while (target.length <= first + across) target.push('');
      if (value !== null) target[first + across] = value;
    });
  });
  return lines;
}

const lineOf = (values: CellValue[][], name: string): number =>
  values.findIndex((line) => line.includes(name)) + 1;

/** A file: rows in any order, some without an id. */
const file = fc.shuffledSubarray(names, { minLength: 1 }).chain((chosen) =>
  fc
    .array(fc.option(fc.integer({ min: 1, max: 9 })), { minLength: chosen.length, maxLength: chosen.length })
    .map((ids) => {
      const used = new Set<number>();
      return chosen.map((name, index): RawRow => {
        const id = ids[index];
        const isNew = typeof id === 'number' && !used.has(id);
        if (isNew) used.add(id);
        return { line: index + 3, rowId: isNew ? `${prefix}-00${id}` : '', cells: cells({ name }) };
      });
    }),
);

/** A tab as people leave it: blank or filled lines, columns turned, the key row sorted elsewhere, own notes beside. */
const tab = fc
  .record({
    lines: fc.array(fc.constantFrom('', ...names), { maxLength: 7 }),
    turn: fc.nat(40),
    keysTo: fc.nat(6),
  })
  .map(({ lines, turn, keysTo }) => {
    const values = aTab(lines.map((name) => (name === '' ? blankLine : cells({ name }))));
    for (const line of values) line.push(...line.splice(0, turn % columns.length));
    values.splice(1 + Math.min(keysTo, values.length - 1), 0, ...values.splice(1, 1));
    return values.map((line, index) => [...line, index === 0 ? 'Ghi chú' : `ghi ${index}`]);
  });

describe('the block', () => {
  it('brings every row of the file and no other; importing again changes nothing', () => {
    fc.assert(
      fc.property(tab, file, (values, rows) => {
        const after = written(values, fill(values, rows));
        const key = ({ cells: { name } }: RawRow): CellValue | undefined => name;
        expect(rowsOf(after).map(key).sort()).toEqual(rows.map(key).sort());
        expect(fill(after, rows)).toMatchObject({ isSame: true, lost: [] });
      }),
    );
  });

  it('keeps ids, keys, status formulas and own columns as they are', () => {
    fc.assert(
      fc.property(tab, file, (values, rows) => {
        const after = written(values, fill(values, rows));
        const own = values[0]!.flatMap((header, index) =>
          form.columns.some((column) => column.header === header) ? [] : [index],
        );
        values.forEach((line, index) => {
          for (const column of own) expect(after[index]?.[column]).toBe(line[column]);
          if (line.includes('birthYear')) expect(after[index]).toEqual(line);
        });
      }),
    );
  });

  it('puts a row on the line of its id, wherever that is in the file and in the tab', () => {
    fc.assert(
      fc.property(tab, file, (values, rows) => {
        const id = values[0]!.indexOf('Mã hồ sơ');
        const after = written(values, fill(values, rows));
        for (const {
          rowId,
          cells: { name },
        } of rows) {
          const has = rowId !== '' && values.some((line) => line[id] === rowId);
          expect(after[lineOf(after, name as string) - 1]?.[id] || '').toBe(has ? rowId : '');
        }
      }),
    );
  });
});

describe('rows that would be lost', () => {
  const values = aTab([cells(), cells({ name: 'Trần Thị Bé' })]);

  it('are those whose id and name the file does not have', () => {
    const rows: RawRow[] = [{ line: 3, rowId: `${prefix}-001`, cells: cells() }];
    expect(fill(values, rows).lost).toEqual([{ line: 4, name: 'Trần Thị Bé' }]);
  });

  it('are not those that were corrected, nor those that the file has without an id', () => {
    const rows: RawRow[] = [
      { line: 3, rowId: `${prefix}-001`, cells: cells({ name: 'Nguyễn Thị Hoà', birthYear: 1986 }) },
      { line: 4, rowId: '', cells: cells({ name: 'Trần Thị Bé' }) },
    ];
    expect(fill(values, rows).lost).toEqual([]);
  });
});

it('refuses a tab whose headers people have changed', () => {
  const values = aTab([]);
  values[0]![3] = 'Thể loại';
  const filling = fillTab(form, values, [], prefix);
  expect(filling).toMatchObject({ ok: false, problems: [{ code: 'header-renamed' }] });
});
