/** 124/UBND walked from its text: monthly, before the 15th, nothing public before the ward's council. */
import { expect, it } from 'vitest';
import { isPeriodOf, periodsWithin } from '../../functions/domain/period.ts';
import { bestScore } from '../../functions/domain/scoring.ts';
import { ninhHa124 as plan } from '../../functions/plans/124-ninh-ha.ts';
import { carriedIds, owedIn } from './walk.ts';

it.each([
  ['department', '2021-04', ['2021-04 exemplar 1+ until 2021-04-14, signed, or nil']],
  ['department', '2025-02', ['2025-02 exemplar 1+ until 2025-02-14, signed, or nil']],
  ['ward', '2021-04', ['2021-04 exemplar 1+ until 2021-04-25, signed, or nil']],
  ['culture-officer', '2021-04', ['2021-04.TT publicity-log 1+ until 2021-04-28, signed, or nil']],
  ['town', '2021-04', []],
])('%s in %s', (kind, period, lines) => {
  expect(owedIn(plan, kind, period)).toEqual(lines);
});

it('runs month by month from March 2021 to December 2025', () => {
  expect(['2021-02', '2021-03', '2025-12', '2026-01', '2022'].map((one) => isPeriodOf(plan, one))).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
  expect(periodsWithin(plan, '2021-04')).toEqual(['2021-04', '2021-04.TT']);
});

it('makes nothing public before the council of the ward, and names the channels of the paper', () => {
  expect(plan.publication.levels).toEqual(['ward', 'town']);
  expect(plan.publication.channels).toContain('Đài truyền thanh phường');
  expect(plan.publication.channels).toContain('Cổng thông tin điện tử');
});

it('marks who sends in time, as a proposal out of a hundred', () => {
  expect(plan.scoring?.note).toMatch(/^đề xuất/);
  expect(bestScore(plan.scoring!)).toBe(100);
  expect(plan.scoring?.weights.find(({ rule }) => rule === 'onTime')?.points).toBe(50);
});

it('goes from departments to the ward to the town', () => {
  const parents = Object.fromEntries(plan.units.map(({ kind, parent }) => [kind, parent]));
  expect(parents).toEqual({ town: null, ward: '572', department: '22594', 'culture-officer': '22594' });
});

it('carries every obligation that has a list or a day', () => {
  expect([...carriedIds(plan)].sort()).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((number) => `NH-${String(number).padStart(2, '0')}`),
  );
});
