/** Every check finds its offence and lets the look-alikes pass; every check has both. */
import { describe, expect, it } from 'vitest';
import { checkList, checkRows, oneComplaintPerCell } from '../../../functions/domain/checks/index.ts';
import { problemCodes } from '../../../functions/domain/problem.ts';
import { aRow, context } from '../sheet.ts';
import { type Case, listCases, rowCases } from './cases.ts';

const title = ({ code, rows, lines }: Case): string =>
  `${lines.length > 0 ? 'finds' : 'does not find'} ${code} in ${JSON.stringify(rows.map(({ id, values }) => [id, values.name, values.locality, values.keyResults]))}`;

describe.each([
  ['one row and rows together', rowCases, checkRows],
  ['the list as a whole', listCases, checkList],
] as const)('%s', (_, cases, check) => {
  it.each(cases.map((one) => [title(one), one] as const))(
    '%s',
    (_title, { code, severity, rows, context: over, lines }) => {
      const found = check(rows, { ...context, ...over }).filter((problem) => problem.code === code);
      expect(found.map(({ line }) => line)).toEqual(lines);
      for (const problem of found) expect(problem).toMatchObject({ severity, tab: 'Phường 2' });
    },
  );

  it('has an offence and a look-alike for every code', () => {
    const codes = [...new Set(cases.map(({ code }) => code))];
    for (const code of codes) {
      const lengths = cases.filter((one) => one.code === code).map(({ lines }) => lines.length);
      expect([code, Math.min(...lengths), Math.max(...lengths) > 0]).toEqual([code, 0, true]);
    }
  });
});

it('finds nothing in good rows of each kind', () => {
  const rows = [aRow(), aRow({ summary: '' }, 'collective', 4), aRow({ summary: '' }, 'model', 5)];
  expect(checkRows(rows, context)).toEqual([]);
});

it('leaves private data that was approved before alone, which its unit could not change', () => {
  const row = aRow({ summary: 'Giữ tủ sách của ấp, ai cần thì gọi 0912345678 để hỏi mượn.' });
  const codesWith = (approved: typeof row.values): string[] =>
    checkRows([row], { ...context, approved: new Map([[row.id, approved]]) }).map(({ code }) => code);
  expect(codesWith({ ...row.values })).not.toContain('identity-number');
  expect(codesWith({ ...row.values, summary: 'Giữ tủ sách của ấp.' })).toContain('identity-number');
});

it('covers every code of its groups', () => {
  const groups = problemCodes.slice(
    problemCodes.indexOf('name-single-word'),
    problemCodes.indexOf('list-empty') + 1,
  );
  const told = new Set([...rowCases, ...listCases].map(({ code }) => code));
  expect(groups.filter((code) => !told.has(code))).toEqual(['column-not-for-kind']);
});

it('keeps one complaint a cell, an error before a warning', () => {
  const at = (code: 'name-is-group' | 'name-has-digits', severity: 'error' | 'warning') => ({
    code,
    severity,
    line: 3,
    column: 'name',
    params: {},
  });
  const [warning, error] = [at('name-is-group', 'warning'), at('name-has-digits', 'error')];
  expect(oneComplaintPerCell([warning, error])).toEqual([error]);
});
