/** Which workbooks a period needs when units end, merge and split: those of the units that are valid when it begins. */
import { expect, test } from 'vitest';
import type { Plan } from '../../functions/domain/plan.ts';
import type { Unit } from '../../functions/domain/unit.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { planWorkbooks } from '../../infra/provision/workbook-plan.ts';
import { smallPlan } from '../support/office.ts';

const commune = (id: string, parent: string, rest: Partial<Unit> = {}): Unit => ({
  id,
  name: `Xã ${id}`,
  kind: 'commune',
  parent,
  ...rest,
});

const district = (id: string, rest: Partial<Unit> = {}): Unit => ({
  id,
  name: `Huyện ${id}`,
  kind: 'district',
  parent: '95',
  ...rest,
});

const ended = { validTo: '2025-06-30' } as const;

/** On 1/7/2025 A merges into B, communes 1 and 2 become 12, and 4 is split from 3. */
const reformed: Plan = {
  ...smallPlan,
  units: [
    { id: '95', name: 'Tỉnh Bạc Liêu', kind: 'province', parent: null },
    district('A', { ...ended, successor: 'B' }),
    district('B'),
    commune('1', 'A', { ...ended, successor: '12' }),
    commune('2', 'A', { ...ended, successor: '12' }),
    commune('12', 'B', { validFrom: '2025-07-01' }),
    commune('3', 'B'),
    commune('4', 'B', { validFrom: '2025-07-01', splitFrom: '3' }),
  ],
};

const tabs = (period: string): Record<string, string[]> =>
  Object.fromEntries(
    planWorkbooks(reformed, period).map((workbook) => [
      workbook.unit.id,
      workbook.tabs.flatMap(({ unitId }) => unitId ?? []),
    ]),
  );

test('the period before the reform has the old units, the one after it the new', () => {
  expect(tabs('2025')).toEqual({ '95': ['A', 'B'], A: ['1', '2'], B: ['3'] });
  expect(tabs('2026')).toEqual({ '95': ['B'], B: ['12', '3', '4'] });
});

test('the aids to choosing stand where the plan asks for them, once for a unit with several workbooks', () => {
  const units = [
    ...smallPlan.units.filter(({ parent }) => parent !== '956'),
    ...Array.from({ length: 61 }, (_, index) => commune(`C${index}`, '956')),
  ];
  const kindsIn = (plan: Plan): string[][] =>
    planWorkbooks(plan, '2025')
      .filter(({ unit }) => unit.id === '956')
      .map(({ tabs }) => tabs.filter(({ kind }) => kind !== 'unit').map(({ kind }) => kind));
  const usual = ['guide', 'review', 'summary', 'requests', 'machine'];
  expect(kindsIn({ ...smallPlan, units })).toEqual([usual, usual]);
  expect(kindsIn({ ...smallPlan, units, shortlist: { levels: ['province'] } })).toEqual([usual, usual]);
  expect(kindsIn({ ...smallPlan, units, shortlist: { levels: ['district'] } })).toEqual([
    ['guide', 'review', 'summary', 'shortlist', 'requests', 'machine'],
    usual,
  ]);
});

test('a title names the period as people say it', () => {
  const titles = (period: string) => planWorkbooks(kh113BacLieu, period).map(({ title }) => title);
  expect(titles('2025')).toContain('113/KH-UBND – năm 2025 – Tỉnh Bạc Liêu');
  expect(titles('2025-H1.TD')[0]).toMatch(/^113\/KH-UBND – 6 tháng đầu năm 2025 \(đánh giá tiếp theo\) – /);
});
