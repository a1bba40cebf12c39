/** The quoted complaints are the product's own: each mistake, and it alone, in a row that is otherwise right. */
import { expect, it } from 'vitest';
import { checkTab } from '../../functions/domain/check-tab.ts';
import { kindLabels } from '../../functions/domain/form.ts';
import { exemplarForm as form } from '../../functions/domain/forms/exemplar.ts';
import { problemCodes } from '../../functions/domain/problem.ts';
import { exampleProblems, exampleRow, toTab } from '../../functions/guide/mistakes.ts';
import { aGuide, withDuties } from './inputs.ts';

const examples = exampleProblems(aGuide());
const saidOf = (code: string) => examples.find((example) => example.code === code);

it.each(Object.keys(kindLabels) as (keyof typeof kindLabels)[])(
  'begins with an example row of %s that has nothing wrong',
  (kind) => {
    const context = { form, today: '2025-02-14', tab: 'Phường 2', expectedIdPrefix: '2025-31813' };
    const tab = toTab(form, [{ ...exampleRow(form, kind), rowId: '2025-31813-001' }]);
    expect(checkTab(form, tab, context).problems).toEqual([]);
  },
);

it('shows what it set out to show, each code once', () => {
  const codes = examples.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toHaveLength(33);
  for (const code of codes) expect(problemCodes).toContain(code);
});

it('quotes the sentences of the checks, with their place', () => {
  expect(saidOf('number-out-of-range')).toEqual({
    code: 'number-out-of-range',
    severity: 'error',
    where: 'Năm sinh',
    said: 'Đang ghi “85”, hãy ghi đủ bốn chữ số, ví dụ 1985.',
  });
  expect(saidOf('name-all-capitals')).toMatchObject({ severity: 'warning' });
  expect(saidOf('row-id-duplicate')).toMatchObject({ where: 'Cả dòng' });
});

it('takes the numbers of a list from the plan', () => {
  expect(saidOf('quota-below')?.said).toContain('có 4 gương, cần ít nhất 5');
  const other = exampleProblems(aGuide(withDuties({ quota: { min: 1 } })));
  expect(other.map(({ code }) => code)).not.toContain('quota-below');
  expect(other.map(({ code }) => code)).not.toContain('quota-above');
});

it('leaves out what a form cannot get wrong', () => {
  const small = {
    ...form,
    columns: form.columns.filter(({ key }) => key !== 'photoUrl' && key !== 'photoAlt'),
  };
  const codes = exampleProblems({ ...aGuide(), form: small }).map(({ code }) => code);
  expect(codes).not.toContain('photo-without-alt');
  expect(codes).toContain('required-blank');
});
