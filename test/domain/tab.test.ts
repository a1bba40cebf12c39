/** Columns are found wherever people have moved them, and what is missing is named. */
import { describe, expect, it } from 'vitest';
import { columnLetters, toA1 } from '../../functions/domain/a1.ts';
import { exemplarForm as form } from '../../functions/domain/forms/exemplar.ts';
import type { CellValue } from '../../functions/domain/row.ts';
import { readTab } from '../../functions/domain/tab.ts';
import { aTab, cells, columns } from './sheet.ts';

const read = (values: CellValue[][]) => readTab(form, values, { headerLine: 1 });
const indexOf = (key: string): number => columns.findIndex((column) => column.key === key);
const codes = (values: CellValue[][]): string[] =>
  read(values).problems.map(({ code, column }) => `${code} ${column ?? ''}`.trim());

const edited = (edit: (values: CellValue[][]) => void): CellValue[][] => {
  const values = aTab([cells(), cells({ name: 'Trần Văn Bảy' })]);
  edit(values);
  return values;
};

describe('a tab as provisioned', () => {
  it('gives every line with its id, and leaves system columns out', () => {
    const { rows, problems, columns: found } = read(aTab([cells(), {}, cells({ name: ' \u200b' })]));
    expect(problems).toEqual([]);
    expect(rows.map(({ line, rowId }) => [line, rowId])).toEqual([
      [3, '2025-31813-001'],
      [5, '2025-31813-003'],
    ]);
    expect(rows[0]?.cells.status).toBeUndefined();
    expect(rows[1]?.cells.name).toBeUndefined();
    expect(found.get('kind')).toBe(3);
  });

  it('is read by its own headers, whichever tab was read before', () => {
    const inOrder = read(edited(() => {}));
    const moved = edited((v) => {
      for (const line of v) line.push(...line.splice(0, 7));
    });
    expect(read(moved).columns.get('kind')).toBe(indexOf('kind') - 7 + columns.length);
    expect(read(moved).rows).toEqual(inOrder.rows);
    const nameless = edited((v) => {
      for (const line of v.slice(0, 2)) line[indexOf('name')] = '';
    });
    expect(codes(nameless)).toEqual(['header-missing name']);
    expect(read(edited(() => {}))).toEqual(inOrder);
  });

  it('reads ragged lines as Google answers them', () => {
    const values = edited((v) => v.push([], ['2025-31813-003', '', '', 'Cá nhân']));
    expect(read(values).rows.at(-1)).toEqual({
      line: 6,
      rowId: '2025-31813-003',
      cells: { kind: 'Cá nhân' },
    });
  });
});

describe('a status', () => {
  const withStatus = (status: string) =>
    read(edited((v) => ((v[3] as CellValue[])[columns.findIndex(({ key }) => key === 'status')] = status)));

  it('typed over its formula is told of at its cell, as only a formula follows the row', () => {
    const { problems } = withStatus('Đã duyệt');
    const a1 = toA1(indexOf('status'), 4);
    expect(problems).toEqual([
      { code: 'status-typed-over', severity: 'warning', line: 4, a1, params: { value: 'Đã duyệt' } },
    ]);
  });

  it('as its formula is no matter', () => {
    expect(withStatus('=IFERROR(1; "")').problems).toEqual([]);
  });
});

describe('columns that people have moved', () => {
  it('are found after moving and inserting', () => {
    const values = edited((v) => {
      for (const line of v) line.unshift('', ...line.splice(indexOf('birthYear'), 1));
    });
    const { rows, problems, columns: found } = read(values);
    expect(problems).toEqual([]);
    expect(found.get('birthYear')).toBe(1);
    expect(rows[0]?.cells.birthYear).toBe(1985);
  });

  it('are found by header when the row of keys is gone, or sorted down among the data', () => {
    const gone = edited((v) => v.splice(1, 1));
    expect(read(gone).rows.map(({ line }) => line)).toEqual([2, 3]);
    const sorted = edited((v) => v.push(...v.splice(1, 1)));
    expect(read(sorted).rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(read(sorted).problems).toEqual([]);
  });

  it('are found by header in any capitals, spaces and normal form', () => {
    const values = edited((v) => {
      (v[0] as CellValue[])[indexOf('birthYear')] = ' NĂM\u00a0SINH '.normalize('NFD');
    });
    expect(codes(values)).toEqual([]);
  });

  it('go by the header where two have been swapped by hand', () => {
    const values = edited((v) => {
      const [a, b] = [indexOf('achievedFrom'), indexOf('achievedTo')];
      const headers = v[0] as string[];
      [headers[a], headers[b]] = [headers[b] as string, headers[a] as string];
    });
    expect(codes(values)).toEqual([]);
    expect(read(values).columns.get('achievedFrom')).toBe(indexOf('achievedTo'));
  });
});

describe('headers', () => {
  it('that were renamed are named, and still read', () => {
    const values = edited((v) => {
      (v[0] as CellValue[])[indexOf('birthYear')] = 'Tuổi';
    });
    expect(read(values).problems).toMatchObject([
      { code: 'header-renamed', a1: 'G1', params: { found: 'Tuổi', expected: 'Năm sinh' } },
    ]);
    expect(read(values).rows[0]?.cells.birthYear).toBe(1985);
  });

  it('that are missing are named, and no other column is read instead', () => {
    const values = edited((v) => {
      for (const line of v.slice(0, 2)) line[indexOf('birthYear')] = '';
    });
    expect(codes(values)).toEqual(['header-missing birthYear']);
    expect(read(values).columns.has('birthYear')).toBe(false);
  });

  it('that stand twice are named with their cells', () => {
    const values = edited((v) => (v[0] as CellValue[]).push('Năm sinh'));
    const last = columnLetters(columns.length);
    expect(read(values).problems).toMatchObject([
      { code: 'header-twice', params: { cells: `G1, ${last}1` } },
    ]);
    expect(read(values).columns.get('birthYear')).toBe(indexOf('birthYear'));
  });

  it('of columns that people added are ignored', () => {
    const values = edited((v) => {
      for (const line of v) line.splice(5, 0, line === v[0] ? 'Ghi chú' : 'x');
    });
    expect(codes(values)).toEqual([]);
  });
});

it('says once that the tab is another one when fewer than half of the columns are there', () => {
  expect(codes([['Họ tên', 'Năm sinh'], [], ['Hoa', 1985]])).toEqual(['tab-wrong']);
  expect(codes([])).toEqual(['tab-wrong']);
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %d is %s', (index, letters) => {
  expect(toA1(index, 5)).toBe(`${letters}5`);
});
