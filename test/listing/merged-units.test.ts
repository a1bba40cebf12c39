/** Units before and after a merger: found together, counted apart. */
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../functions/domain/unit.ts';
import { noFilter } from '../../functions/listing/filter.ts';
import { toLead } from '../../functions/listing/lead.ts';
import { look } from '../../functions/listing/look.ts';
import { renderPlan } from '../../functions/listing/plan-page.ts';
import { toPlanTable } from '../../functions/listing/plan-table.ts';
import { compareLeads, cut, toText } from '../../functions/listing/roll.ts';
import { type Shelf, shelfOf } from '../../functions/listing/shelf.ts';
import { officesOf } from '../../functions/listing/unit-index.ts';
import { renderUnit } from '../../functions/listing/unit-page.ts';
import { caMau2026 } from '../../functions/plans/ca-mau-2026.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { listOf, shelf } from './rendered.ts';
import { aPublicRow, shelfWith, site, updatedAt } from './rows.ts';

describe('units that merged', () => {
  const units: Unit[] = [
    { id: '95', name: 'Tỉnh Bạc Liêu', kind: 'province', parent: null },
    { id: '1', name: 'Xã Cũ Một', kind: 'commune', parent: '95', validTo: '2025-06-30', successor: '3' },
    { id: '2', name: 'Xã Cũ Hai', kind: 'commune', parent: '95', validTo: '2025-06-30', successor: '3' },
    { id: '3', name: 'Xã Mới', kind: 'commune', parent: '95', validFrom: '2025-07-01' },
  ];
  const rows = units
    .slice(1)
    .map(({ id, name }) => aPublicRow({ id: `2025-${id}-001`, unitId: id, unit: name }));
  const merged = shelfWith(rows, { ...kh113BacLieu, units });
  const totalOf = (slug: string): number => look(merged, { ...noFilter, values: { 'don-vi': slug } }).total;

  it('are found under the new one all together, and under an old one with what it became', () => {
    expect(totalOf('xa-moi-3')).toBe(3);
    expect(totalOf('xa-cu-mot-1')).toBe(2);
    expect(totalOf('tinh-bac-lieu-95')).toBe(3);
    expect(totalOf('xa-khong-co-9')).toBe(0);
  });

  it('say on the list of one that it has the others too', () => {
    const list = (slug: string): string => listOf(merged, { ...noFilter, values: { 'don-vi': slug } });
    expect(list('xa-moi-3')).toContain('Gồm cả gương của đơn vị kế thừa hoặc có trước Xã Mới');
    expect(list('tinh-bac-lieu-95')).not.toContain('Gồm cả gương');
  });

  it('are answered for by whoever is there still, reached as the plan says', () => {
    const contact = 'Trụ sở ấp 1';
    const told = shelfWith(rows, {
      ...kh113BacLieu,
      units: units.map((unit) => (unit.id === '3' ? { ...unit, contact } : unit)),
    });
    const names = (slug: string) => officesOf(told.units, slug).map(({ name }) => name);
    expect(names('xa-cu-mot-1')).toEqual(['Xã Mới']);
    expect(names('xa-moi-3')).toEqual(['Xã Mới']);
    expect(names('xa-khong-co-9')).toEqual([]);
    expect(officesOf(told.units, 'xa-cu-hai-2')[0]?.contact).toBe(contact);
    expect(renderUnit(site, told, told.units.bySlug.get('xa-moi-3')!)).toContain(contact);
  });

  it('say beside their numbers that a sum may be more than all', () => {
    const note = 'nên cộng lại có thể nhiều hơn tổng số';
    expect(listOf(merged)).toContain(note);
    expect(listOf(shelf)).not.toContain(note);
  });

  const wordsOf = (of: Shelf, slug: string): string => {
    const html = renderUnit(site, of, of.units.bySlug.get(slug)!);
    return html.replace(/<style>.*<\/style>/s, '').replace(/<[^>]+>/g, '');
  };

  it('tell of each other on their pages, with the figures of each apart', () => {
    const after = wordsOf(merged, 'xa-moi-3');
    expect(after).toContain('1 gương do Xã Mới phát hiện, giới thiệu được công khai.');
    expect(after).toContain(
      'Kế thừa từ: Xã Cũ Một, Tỉnh Bạc Liêu (đến hết 30/06/2025, 1 gương); Xã Cũ Hai, Tỉnh Bạc Liêu (đến hết 30/06/2025, 1 gương).',
    );
    expect(after).toContain('là của 3 gương: 1 gương của Xã Mới và 2 gương của các đơn vị trước đây.');
    const before = wordsOf(merged, 'xa-cu-hai-2');
    expect(before).toContain('Xã Cũ Hai hoạt động đến hết ngày 30/06/2025.');
    expect(before).toContain('Nay là: Xã Mới, Tỉnh Bạc Liêu (từ 01/07/2025, 1 gương).');
    expect(wordsOf(merged, 'tinh-bac-lieu-95')).not.toContain('nay không còn');
  });

  describe('in a later plan', () => {
    const lead = (planId: string, unitId: string, unit: string, number: number) =>
      aPublicRow({
        planId,
        id: `${planId === caMau2026.id ? 2026 : 2025}-${unitId}-00${number}`,
        unitId,
        unit,
      });
    const some = [
      lead(kh113BacLieu.id, '31846', 'Xã Ninh Quới', 1),
      lead(kh113BacLieu.id, '31849', 'Xã Ninh Quới A', 1),
      lead(kh113BacLieu.id, '31858', 'Xã Vĩnh Lộc', 1),
      lead(caMau2026.id, '31849', 'Xã Ninh Quới', 1),
      lead(caMau2026.id, '31849', 'Xã Ninh Quới', 2),
      lead(caMau2026.id, '31858', 'Xã Vĩnh Lộc', 1),
    ];
    const both = shelfOf(
      cut(some.map(toLead).sort(compareLeads)).map(toText),
      [kh113BacLieu, caMau2026].map((one) =>
        toPlanTable(one, new Set(some.flatMap(({ planId, unitId }) => (planId === one.id ? unitId : [])))),
      ),
      updatedAt,
    );

    it('leave each its own figures: the province, the commune, the plan', () => {
      expect(wordsOf(both, 'tinh-bac-lieu-95')).toContain('3 gương do Tỉnh Bạc Liêu');
      expect(wordsOf(both, 'tinh-bac-lieu-95')).toContain('Nay là: Tỉnh Cà Mau (từ 01/07/2025, 3 gương).');
      expect(wordsOf(both, 'tinh-ca-mau-96')).toContain('3 gương do Tỉnh Cà Mau');
      const old = renderUnit(site, both, both.units.bySlug.get('xa-ninh-quoi-a-31849')!);
      expect(old).toContain('content="1 gương điển hình tiên tiến');
      expect(wordsOf(both, 'xa-ninh-quoi-a-31849')).toContain(
        'Nay là: Xã Ninh Quới, Tỉnh Cà Mau (từ 01/07/2025, 2 gương).',
      );
      const plans = [kh113BacLieu, caMau2026].map(({ id }) => renderPlan(site, both, both.plans.get(id)!));
      const unitsOf = (html: string): string[] =>
        [
          ...html
            .slice(html.indexOf('id="don-vi"'))
            .matchAll(/don-vi\/([a-z0-9-]+)">[^<]+<\/a>.*?<td class="n">(\d+)/g),
        ].map(([, slug, count]) => `${slug} ${count}`);
      expect(plans.map(unitsOf)).toEqual([
        ['huyen-hong-dan-956 3'],
        ['xa-ninh-quoi-31849 2', 'xa-vinh-loc-31858 1'],
      ]);
    });

    it('say that a district ended with its province, and who is there now', () => {
      const district = wordsOf(both, 'huyen-hong-dan-956');
      expect(district).toContain('3 gương do Huyện Hồng Dân');
      expect(district).toContain('Huyện Hồng Dân hoạt động đến hết ngày 30/06/2025.');
      expect(district).toContain(
        'Địa bàn Huyện Hồng Dân nay thuộc: Xã Ninh Quới, Tỉnh Cà Mau (từ 01/07/2025, 2 gương); Xã Vĩnh Lộc, Tỉnh Cà Mau',
      );
      expect(wordsOf(both, 'xa-vinh-loc-31858')).not.toContain('hoạt động đến hết');
      expect(wordsOf(both, 'xa-vinh-loc-31858')).toContain('Thuộc Tỉnh Cà Mau');
    });
  });
});
