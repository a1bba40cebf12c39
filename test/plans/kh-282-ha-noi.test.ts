/** KH 282 walked from its text: nurturing plans, movements, the writing contest and its ten years, all within 2024. */
import { expect, it } from 'vitest';
import { parseDate } from '../../functions/domain/date.ts';
import { columnOf } from '../../functions/domain/form.ts';
import { contestEntryForm } from '../../functions/domain/forms/contest-entry.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { judgingAt } from '../../functions/domain/judging.ts';
import { isPeriodOf } from '../../functions/domain/period.ts';
import { toUnitTree } from '../../functions/domain/unit.ts';
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

it('wards and communes owe works alone, early enough for a round at the district', () => {
  expect(owedIn(plan, 'ward', '2024')).toEqual(['2024.DT contest-entry 1+ until 2024-04-19, signed, or nil']);
});

it('shows as an example of when a work was printed a day on which wards and communes may still send it', () => {
  const printed = parseDate(columnOf(contestEntryForm, 'publishedOn')?.example ?? '');
  expect(printed.ok && printed.iso <= '2024-04-19').toBe(true);
});

it('the standing office of the contest owes the prized works of ten years, once', () => {
  expect(owedIn(plan, 'standing', '2024')).toEqual(['2024.LT contest-archive 10+ until 2024-11-29, signed']);
  expect(plan.units.filter(({ kind }) => kind === 'standing')).toHaveLength(1);
});

it('has the wards and communes of 2023 below the districts: 175 phường, 21 thị trấn, 383 xã', () => {
  const tree = toUnitTree(plan.units);
  const wards = plan.units.filter(({ kind }) => kind === 'ward');
  const ofType = (type: string): number => wards.filter(({ name }) => name.startsWith(`${type} `)).length;
  expect(['Phường', 'Thị trấn', 'Xã'].map(ofType)).toEqual([175, 21, 383]);
  const districts = new Set(wards.map(({ parent }) => tree.get(parent ?? '')?.kind));
  expect([...districts]).toEqual(['district']);
  const withWards = plan.units.filter(
    (unit) => unit.kind === 'district' && tree.children(unit.id).length > 0,
  );
  expect(withWards).toHaveLength(30);
  expect(tree.children('001')).toHaveLength(14);
});

it('judges works at the district, then at the city, and shows scorers nothing that tells the author', () => {
  const tree = toUnitTree(plan.units);
  const roundAt = (id: string, period = '2024.DT') => judgingAt(plan, tree, id, period)?.name;
  expect([roundAt('019'), roundAt('01')]).toEqual(['Sơ khảo', 'Chung khảo']);
  expect([roundAt('00592'), roundAt('01', '2024'), roundAt('01', '2024.LT')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  for (const key of ['title', 'authorUnit', 'outlet', 'publishedOn', 'url', 'preliminaryScore'])
    expect(plan.judging?.shows).not.toContain(key);
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
