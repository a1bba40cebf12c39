/** A hundred thousand invented leads over the real communes of 2026: what the listing must hold at its largest. */
import { readFileSync } from 'node:fs';
import type { ExemplarKind } from '../../functions/domain/form.ts';
import { toKey } from '../../functions/listing/address.ts';
import { type Lead, oneLine } from '../../functions/listing/lead.ts';
import type { PlanTable } from '../../functions/listing/plan-table.ts';
import { compareLeads, cut, toText } from '../../functions/listing/roll.ts';
import { inventName } from '../../infra/local/samples/names.ts';
import { createRandom } from '../../infra/local/samples/random.ts';
import { sampleRows, type TypedRow } from '../../infra/local/samples/rows.ts';

const levels = ['Cấp xã', 'Cấp tỉnh'];
const kindOf: Record<string, ExemplarKind> = {
  'Cá nhân': 'individual',
  'Tập thể': 'collective',
  'Mô hình': 'model',
};

const units = readFileSync(new URL('./data/vn-units-2026-07.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([id = '', name = '', , level = '', parent = '']) => ({
    id,
    name,
    parent: parent === '' ? null : parent,
    successor: null,
    level: level === 'xa' ? 'Cấp xã' : 'Cấp tỉnh',
  }));

export const nationalPlan: PlanTable = {
  id: 'kh-toan-quoc',
  number: '1/KH',
  title: 'Kế hoạch thử tải trên toàn quốc',
  issuer: 'Đơn vị thử nghiệm',
  issuedOn: '2026-01-01',
  timeZone: 'Asia/Ho_Chi_Minh',
  levels,
  units,
};

/** Two hundred told stories; names and places differ everywhere. */
function stories(): TypedRow[] {
  const kinds = ['individual', 'collective', 'model'] as const;
  return Array.from({ length: 40 }, (_, index) =>
    sampleRows(
      {
        id: String(31_000 + index * 3),
        name: `Xã số ${index}`,
        kind: 'commune',
        parentName: 'Huyện Hồng Dân',
      },
      { count: 5, kinds, period: '2025', seed: index },
    ),
  ).flat();
}

export function nationalRoll(count = 100_000): string[] {
  const random = createRandom('national');
  const told = stories();
  const communes = units.filter(({ parent }) => parent !== null);
  const provinces = new Map(units.map(({ id, name }) => [id, name]));
  const leads = Array.from({ length: count }, (_, index): Lead => {
    const unit = communes[index % communes.length]!;
    const story = told[random.int(0, told.length - 1)]!;
    const kind = kindOf[String(story.kind)]!;
    const year = 2022 + (index % 4);
    const id = `${year}-${unit.id}-${String(Math.floor(index / communes.length) + 1).padStart(3, '0')}`;
    const female = random.chance(0.5);
    return {
      key: toKey(nationalPlan.id, id),
      planId: nationalPlan.id,
      id,
      period: String(year),
      unitId: unit.id,
      unit: unit.name,
      above: provinces.get(unit.parent ?? '') ?? '',
      kind,
      level: levels[index % 3 === 0 ? 1 : 0]!,
      sector: String(story.sector),
      stage: String(story.stage),
      movement: String(story.movement ?? ''),
      approvedOn: `${year}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`,
      approvedBy: provinces.get(unit.parent ?? '') ?? '',
      honorific: kind === 'individual' ? (female ? 'Bà' : 'Ông') : '',
      name:
        kind === 'individual' ? inventName(female ? 'female' : 'male', random) : `${story.name} ${unit.name}`,
      title: String(story.title),
      line: oneLine(String(story.keyResults)),
      days: String(3 + (index % 58)),
      changedOn: '',
      position: String(story.position ?? ''),
    };
  });
  return cut(leads.sort(compareLeads)).map(toText);
}
