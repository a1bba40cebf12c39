/** KH 661 walked from its text: four stages, close to where people live; nothing of it names a real province. */
import { expect, it } from 'vitest';
import { columnOf } from '../../functions/domain/form.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { kh661 as plan } from '../../functions/plans/kh-661.ts';
import { carriedIds, owedIn } from './walk.ts';

const toProvince = [
  '2023 exemplar 1+ until 2023-10-31, signed, or nil',
  '2023.VB unit-document 1+ until 2023-05-31, signed',
  '2023-Q2.TD follow-up 1+ until 2023-06-20, signed, or nil',
  '2023-Q3.TD follow-up 1+ until 2023-09-20, signed, or nil',
  '2023-Q4.TD follow-up 1+ until 2023-12-20, signed, or nil',
];

it.each([
  ['commune', ['2023 exemplar 1+ until 2023-09-30, signed, or nil']],
  ['district', toProvince],
  ['agency', toProvince],
  ['province', []],
])('%s', (kind, lines) => {
  expect(owedIn(plan, kind, '2023')).toEqual(lines);
});

it('has the four stages of the plan, in its order', () => {
  expect(columnOf(exemplarForm, 'stage')?.choices).toEqual([
    'Phát hiện',
    'Bồi dưỡng',
    'Tổng kết',
    'Nhân rộng',
  ]);
  expect([...carriedIds(plan)].sort()).toEqual(['KH661-1', 'KH661-2', 'KH661-3', 'KH661-4']);
});

it('stands for an unnamed province: its places are samples', () => {
  const places = plan.units.filter(({ kind }) => kind !== 'agency');
  expect(places.every(({ name }) => name.endsWith('(mẫu)'))).toBe(true);
  expect(plan.issuer).toContain('kế hoạch mẫu theo văn bản 661');
});
