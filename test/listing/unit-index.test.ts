/** Units of several plans as one tree: stories of units that merged are found under whoever carries on their work. */
import { expect, it } from 'vitest';
import { toPlanTable } from '../../functions/listing/plan-table.ts';
import { lineage, toUnitIndex, unitsMeant } from '../../functions/listing/unit-index.ts';
import { caMau2026 } from '../../functions/plans/ca-mau-2026.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';

const communes = kh113BacLieu.units.filter(({ kind }) => kind === 'commune').map(({ id }) => id);
const before = toPlanTable(kh113BacLieu, new Set(communes));
const after = toPlanTable(caMau2026, new Set(['31825']));
const orders = [
  [before, after],
  [after, before],
];

it.each(orders)(
  'finds the old wards under the ward that carries on, and not under its code alone',
  (...plans) => {
    const index = toUnitIndex(plans);
    expect(lineage(index, 'phuong-bac-lieu-31825').toSorted()).toEqual([
      'phuong-1-31825',
      'phuong-2-31813',
      'phuong-3-31816',
      'phuong-7-31822',
      'phuong-8-31828',
      'phuong-bac-lieu-31825',
    ]);
    expect(index.bySlug.get('phuong-1-31825')?.successors).toEqual(['phuong-bac-lieu-31825']);
    expect(index.bySlug.get('xa-phuoc-long-31876')?.successors).toEqual(['xa-vinh-phuoc-31876']);
  },
);

it.each(orders)('finds every old commune under the province of today', (...plans) => {
  const index = toUnitIndex(plans);
  const meant = unitsMeant(index, 'tinh-ca-mau-96');
  for (const id of communes) expect(meant.has(index.slugOf(kh113BacLieu.id, id)!), id).toBe(true);
});

it.each(orders)(
  'keeps a commune that kept name and code one page, found under its old district too',
  (...plans) => {
    const index = toUnitIndex(plans);
    const node = index.bySlug.get('xa-vinh-loc-31858');
    expect(node?.successors).toEqual([]);
    expect(node?.predecessors).toEqual(['xa-vinh-loc-a-31861']);
    expect(unitsMeant(index, 'huyen-hong-dan-956').has('xa-vinh-loc-31858')).toBe(true);
    expect(unitsMeant(index, 'tinh-ca-mau-96').has('xa-vinh-loc-31858')).toBe(true);
  },
);

it('says nothing of heirs in a plan that names none', () => {
  expect('heirs' in before).toBe(false);
});
