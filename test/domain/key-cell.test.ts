/** The hidden key row says by which form a tab is judged; what people or programs do to it never breaks the judgement. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkTab } from '../../functions/domain/check-tab.ts';
import { columnOf, type Form } from '../../functions/domain/form.ts';
import { exemplarForm as base } from '../../functions/domain/forms/exemplar.ts';
import { forms } from '../../functions/domain/forms/index.ts';
import { readKeyCell, rowIdCell, splitKeyCell, toKeyCell } from '../../functions/domain/key-cell.ts';
import { problemLine, sentence } from '../../functions/domain/messages.vi.ts';
import { planForm } from '../../functions/domain/plan-form.ts';
import type { CellValue } from '../../functions/domain/row.ts';
import { readTab } from '../../functions/domain/tab.ts';
import { formOfTab } from '../../functions/domain/tab-form.ts';
import { compareKey } from '../../functions/domain/text.ts';
import { systemColumns, unitTabColumns } from '../../functions/domain/workbook.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { keyCell } from '../../infra/provision/tab-requests.ts';
import { launchPaper, withOwnForm, word } from './plan-columns.ts';
import { cells, context } from './sheet.ts';

const plan = withOwnForm(kh113BacLieu);
const form = planForm(plan, 'exemplar', '2025-01-14');

const tabOf = (of: Form): CellValue[][] => {
  const columns = unitTabColumns(of);
  const line: Record<string, CellValue> = {
    rowId: '2025-31813-001',
    ...cells({ sector: 'Kinh tế số', hasLaunched: 'Chưa phát động' }),
  };
  return [
    columns.map(({ header }) => header),
    columns.map((column) => keyCell(of, column)),
    columns.map(({ key }) => line[key] ?? ''),
  ];
};

const withKey = (key: string, text: CellValue, of = form): CellValue[][] => {
  const values = tabOf(of);
  const at = unitTabColumns(of).findIndex((column) => column.key === key);
  (values[1] as CellValue[])[at] = text;
  return values;
};

describe('the form of a tab', () => {
  it('is the plan’s form again, as provisioning wrote it', () => {
    expect(formOfTab(tabOf(form))).toEqual({ ...form, columns: formOfTab(tabOf(form)).columns });
    const told = ({ columns }: Form) =>
      columns.map(({ key, type, choices, required, min, max }) => ({
        key,
        type,
        choices,
        required,
        min,
        max,
      }));
    expect(told(formOfTab(tabOf(form)))).toEqual(told(form));
    const chosen = planForm(
      { ...kh113BacLieu, catalogues: [word('movement', 'Dân vận khéo')] },
      'exemplar',
      '2025-01-14',
    );
    expect(told(formOfTab(tabOf(chosen)))).toEqual(told(chosen));
  });

  it('is the form that ships where the plan changes nothing, and where the tab says nothing of its form', () => {
    expect(formOfTab(tabOf(base))).toBe(base);
    expect(formOfTab(withKey('rowId', 'rowId', base))).toBe(base);
    expect(formOfTab(withKey('rowId', 'rowId other@9', base))).toBe(base);
    expect(formOfTab([['Đơn vị', 'Hạn'], [], ['Xã Ninh Hòa']])).toBe(base);
    expect(formOfTab([])).toBe(base);
  });

  it('is the form whose id stands beside the row ids', () => {
    const other: Form = { ...base, id: 'other', version: 4, columns: base.columns.slice(0, 20) };
    forms.other = other;
    onTestFinished(() => void delete forms.other);
    expect(tabOf(other)[1]?.[0]).toBe('rowId other@4');
    expect(formOfTab(tabOf(other))).toBe(other);
    const own = { ...plan, columns: plan.columns?.map((one) => ({ ...one, form: 'other' })) ?? [] };
    const keys = formOfTab(tabOf(planForm(own, 'other', '2025-01-14'))).columns.map(({ key }) => key);
    expect(keys).toHaveLength(22);
    expect(keys).toContain('launchPaper');
  });

  it('is found where a sort has carried the keys, and where people moved columns', () => {
    const values = tabOf(form);
    values.push(...values.splice(1, 1));
    for (const line of values) line.push(...line.splice(3, 9));
    const keys = formOfTab(values).columns.map(({ key }) => key);
    expect([...keys].sort()).toEqual(form.columns.map(({ key }) => key).sort());
    expect(readTab(form, values, { headerLine: 1 }).problems).toEqual([]);
  });

  const { key: _key, ...whole } = launchPaper.column;
  const hostile = fc.oneof(
    fc.string(),
    fc.json().map((json) => `sector ${json}`),
    fc.json().map((json) => `hasLaunched {"choices":${json}}`),
    fc.constantFrom(
      'sector {"choices":[]}',
      'sector {"choices":["a","a"]}',
      'sector {"choices":[1]}',
      'sector {"choices":["Kinh tế số"],"required":"all"}',
      'sector {"__proto__":{"choices":["x"]}}',
      'sector {',
      'kind {"choices":["Cá nhân"]}',
      'status {"header":"x"}',
      'constructor {"header":"x"}',
      ...['sector', 'status', 'launchPaper', 'constructor'].map((key) => `${key} ${JSON.stringify(whole)}`),
      `another ${JSON.stringify({ ...whole, header: 'LĨNH  VỰC' })}`,
      `another ${JSON.stringify({ ...whole, header: 'Mã hồ sơ' })}`,
      `sector {"choices":["${'x'.repeat(60_000)}"]}`,
    ),
  );

  it('keeps every shipped column with its own rules, whatever stands in a cell of the key row', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('sector', 'hasLaunched', 'kind', 'name'), (text, key) => {
        const found = formOfTab(withKey(key, text));
        for (const column of base.columns) {
          const { choices: _, type: __, example: ___, ...rest } = columnOf(found, column.key)!;
          const { choices: _c, type: _t, example: _e, ...same } = column;
          expect(rest).toEqual(same);
        }
        expect(columnOf(found, 'kind')).toBe(columnOf(base, 'kind'));
        const keys = found.columns.map((column) => column.key);
        expect(new Set(keys).size).toBe(keys.length);
        const headers = [...systemColumns, ...found.columns].map(({ header }) => compareKey(header));
        expect(new Set(headers).size).toBe(headers.length);
        for (const { key: system } of systemColumns) expect(keys).not.toContain(system);
        expect(keys).not.toContain('constructor');
      }),
      { numRuns: 400 },
    );
  });
});

it('judges any line as the plan’s form does, in the same words and order', () => {
  const someCell = fc.tuple(
    fc.constantFrom(...form.columns.map(({ key }) => key)),
    fc.oneof(
      fc.constantFrom(
        '',
        'Kinh tế',
        'Kinh tế số',
        'Đã phát động',
        'Rồi',
        '12',
        'x'.repeat(61),
        '31/02/2024',
        85,
      ),
      fc.string({ maxLength: 70 }),
      fc.integer(),
    ),
  );
  fc.assert(
    fc.property(fc.array(someCell, { maxLength: 8 }), (typed) => {
      const values = tabOf(form);
      const keys = unitTabColumns(form).map(({ key }) => key);
      for (const [key, value] of typed) (values[2] as CellValue[])[keys.indexOf(key)] = value;
      const judge = (by: Form) => {
        const { problems, rows } = checkTab(by, values, { ...context, form: by });
        return { rows, said: problems.map((problem) => problemLine(problem, by)) };
      };
      expect(judge(formOfTab(values))).toEqual(judge(form));
    }),
    { numRuns: 300 },
  );
});

describe('a cell that cannot be read', () => {
  it.each([
    ['a list that is none', 'sector', 'sector {"choices":"Kinh tế"}'],
    ['half of a list', 'sector', 'sector {"choices":["Kinh'],
    ['more than a list for a column that ships', 'sector', 'sector {"choices":["A"],"header":"B"}'],
    ['a list for a column of the rules', 'kind', 'kind {"choices":["Cá nhân"]}'],
    ['a column without its header', 'launchPaper', 'launchPaper {"type":"text"}'],
    ['limits the wrong way round', 'launchPaper', wrongLimits()],
  ])('is the shipped column there, and a warning at the server: %s', (_what, key, text) => {
    const values = withKey(key, text);
    expect(columnOf(formOfTab(values), key)).toBe(columnOf(base, key));
    const { problems, rows, columns } = readTab(form, values, { headerLine: 1 });
    expect(problems.map(({ code, severity, column, line }) => [code, severity, column, line])).toEqual([
      ['key-cell-unreadable', 'warning', key, 2],
    ]);
    expect(sentence(problems[0]!, form)).toMatch(/^Ô ở dòng ẩn/);
    expect(columns.has(key)).toBe(true);
    expect(rows).toHaveLength(1);
  });

  function wrongLimits(): string {
    const { key, ...rest } = columnOf(form, 'launchPaper')!;
    return `${key} ${JSON.stringify({ ...rest, min: 60, max: 5 })}`;
  }
});

it('says only what differs from the form that ships', () => {
  expect(rowIdCell(base)).toBe(`rowId exemplar@${base.version}`);
  expect(toKeyCell(columnOf(base, 'stage')!, columnOf(base, 'stage'))).toBe('stage');
  expect(toKeyCell(columnOf(form, 'sector')!, columnOf(base, 'sector'))).toBe(
    'sector {"choices":["Kinh tế số","Kinh tế xanh","Quốc phòng – an ninh"]}',
  );
  const cell = splitKeyCell(toKeyCell(columnOf(form, 'launchPaper')!, undefined));
  expect(readKeyCell(cell!, undefined)).toEqual(columnOf(form, 'launchPaper'));
});

it('takes people’s words for no key', () => {
  for (const value of ['Cá nhân', 'name of', 'source: báo', 'a b', '', 12, true])
    expect(splitKeyCell(value)).toBeUndefined();
  expect(splitKeyCell(' name\u200b ')).toEqual({ key: 'name', rest: '' });
});
