/** KH 282 walked from its text: nurturing plans, movements, the writing contest and its ten years, all within 2024. */
import { expect, it } from 'vitest';
import { columnOf } from '../../functions/domain/form.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { isPeriodOf } from '../../functions/domain/period.ts';
import { kh282HaNoi as plan } from '../../functions/plans/kh-282-ha-noi.ts';
import { carriedIds, owedIn } from './walk.ts';

it.each(['district', 'agency', 'organisation'])('%s', (kind) => {
  expect(owedIn(plan, kind, '2024')).toEqual([
    '2024 exemplar 1+ until 2024-03-31, signed, or nil',
    '2024.BD nurturing-plan 1+ until 2024-04-26, signed, or nil',
    '2024.DT contest-entry 1+ until 2024-05-31, signed, or nil',
    '2024.VB unit-document 2+ until 2024-12-15, signed',
  ]);
});

it('runs in 2024 alone', () => {
  expect(['2023', '2024', '2025', '2023.DT'].map((period) => isPeriodOf(plan, period))).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

it('asks of each exemplar its movement and the track of its award', () => {
  expect(columnOf(exemplarForm, 'movement')).toBeDefined();
  expect(columnOf(exemplarForm, 'awardTrack')?.choices).toEqual(
    expect.arrayContaining(['Thường xuyên', 'Đột xuất', 'Chuyên đề']),
  );
});

it('keeps the day of the liberation of the capital and the end of ten contests', () => {
  expect(plan.events.map(({ on }) => on)).toEqual([
    { kind: 'once', date: '2024-10-10' },
    { kind: 'periodEnd' },
  ]);
});

it('carries all four', () => {
  expect([...carriedIds(plan)].sort()).toEqual(['HN-07', 'HN-08', 'HN-09', 'HN-10']);
});
