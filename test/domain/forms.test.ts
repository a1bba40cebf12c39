/** Every form: what it shows as right is right, its columns hang together, its code is its own. */
import { describe, expect, it } from 'vitest';
import { checkTab } from '../../functions/domain/check-tab.ts';
import { type Form, isAllowed, kindLabels, type RowKind } from '../../functions/domain/form.ts';
import { codeOfForm, formCodes } from '../../functions/domain/form-codes.ts';
import { forms } from '../../functions/domain/forms/index.ts';
import { groupProblems } from '../../functions/domain/messages.vi.ts';
import { unitTabColumns } from '../../functions/domain/workbook.ts';

const everyForm = Object.values(forms).map((form) => [form.id, form] as const);

const kindsOf = (form: Form): RowKind[] =>
  form.kindColumn === undefined ? ['entry'] : (Object.keys(kindLabels) as RowKind[]);

/** A line in which every cell holds the example of its column, typed as a person would. */
function exampleTab(form: Form, kind: RowKind): string[][] {
  const columns = unitTabColumns(form);
  const said = (key: string): string => {
    const column = form.columns.find((one) => one.key === key);
    if (!column || !isAllowed(column, kind)) return '';
    return key === form.kindColumn ? kindLabels[kind as keyof typeof kindLabels] : column.example;
  };
  return [
    columns.map(({ header }) => header),
    columns.map(({ key }) => key),
    columns.map(({ key }) => (key === 'rowId' ? `2025-CQ01-001` : said(key))),
  ];
}

describe.each(everyForm)('%s', (_id, form) => {
  it.each(kindsOf(form))('takes a row made of its examples (%s) without an error', (kind) => {
    const context = { form, today: '2025-07-01', tab: 'Sở Y tế', expectedIdPrefix: '2025-CQ01' };
    const { rows, problems } = checkTab(form, exampleTab(form, kind), context);
    expect(groupProblems(problems, form)).toEqual([]);
    expect(rows).toHaveLength(1);
  });

  it('has a column “name”, and names only columns that are there', () => {
    const keys = form.columns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(form.columns.map(({ header }) => header)).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(['name', ...form.naturalKey]));
  });

  it('tells of each column what to type, in a sentence, and offers choices only where there are some', () => {
    for (const column of form.columns) {
      expect(column.help, column.key).toMatch(/^\p{Lu}.*\.$/su);
      expect((column.choices?.length ?? 0) > 1, column.key).toBe(column.type === 'choice');
    }
  });
});

it('every form has a code of its own', () => {
  const codes = Object.keys(forms).map((id) => codeOfForm(id)?.code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(Object.keys(formCodes).sort()).toEqual(Object.keys(forms).sort());
});

it('no telephone is asked for in a sheet that others can read', () => {
  for (const [, form] of everyForm)
    for (const { key, header } of form.columns) expect(`${key} ${header}`).not.toMatch(/phone|điện thoại/i);
});
