/** KH 99 walked from its text: plan and standards before 30/6/2023 by every unit, signed by its head. */
import { expect, it } from 'vitest';
import { columnOf } from '../../functions/domain/form.ts';
import { planForm } from '../../functions/domain/plan-form.ts';
import { toUnitTree } from '../../functions/domain/unit.ts';
import { kh99HaNoi as plan } from '../../functions/plans/kh-99-ha-noi.ts';
import { parsePlan } from '../../functions/plans/parse-plan.ts';
import { carriedIds, owedIn } from './walk.ts';

it.each(['district', 'agency', 'organisation'])('%s', (kind) => {
  expect(owedIn(plan, kind, '2023.VB')).toEqual([
    '2023.VB unit-document 1+ until 2023-06-29, signed',
    '2023.TC standards 1+ until 2023-06-29, signed',
    '2023 exemplar 1+ until 2023-11-30, signed, or nil',
    '2023.TT publicity-log 1+ until 2023-12-15, signed, or nil',
  ]);
});

it('asks for plan and standards once, for the rest each year', () => {
  expect(owedIn(plan, 'agency', '2025')).toEqual([
    '2025 exemplar 1+ until 2025-11-30, signed, or nil',
    '2025.TT publicity-log 1+ until 2025-12-15, signed, or nil',
  ]);
});

it('has every list signed: the head answers', () => {
  expect(plan.obligations.every(({ headSignOff }) => headSignOff)).toBe(true);
});

it('has the 30 districts of Hà Nội, and the agencies and organisations of the city', () => {
  const kinds = plan.units.map(({ kind }) => kind);
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  expect([count('city'), count('district'), count('agency'), count('organisation')]).toEqual([1, 30, 21, 5]);
  expect(toUnitTree(plan.units).children('01')).toHaveLength(56);
  const types = plan.units.filter(({ kind }) => kind === 'district').map(({ name }) => name.split(' ')[0]);
  expect([
    types.filter((type) => type === 'Quận').length,
    types.filter((type) => type === 'Huyện').length,
  ]).toEqual([12, 17]);
});

it('carries all six', () => {
  expect([...carriedIds(plan)].sort()).toEqual(['HN-01', 'HN-02', 'HN-03', 'HN-04', 'HN-05', 'HN-06']);
});

it('has every exemplar say by which of the unit’s own standards it was chosen', () => {
  const form = planForm(plan, 'exemplar', '2023-11-30');
  expect(columnOf(form, 'standard')).toMatchObject({
    required: 'all',
    references: 'criterion',
    visibility: 'internal',
  });
  expect(parsePlan(structuredClone(plan))).toEqual({ ok: true, plan });
});
