/** The fixed cast of the domain tests: two communes, their district and province; builders give the boring fields. */
import { acceptList } from '../../functions/domain/accept-list.ts';
import { type Dossier, decide, type ReviewAction } from '../../functions/domain/dossier.ts';
import type { Row } from '../../functions/domain/row.ts';
import { toUnitTree, type Unit } from '../../functions/domain/unit.ts';

export const units: Unit[] = [
  { id: '95', name: 'Tỉnh Bạc Liêu', kind: 'province', parent: null },
  { id: '956', name: 'Huyện Hồng Dân', kind: 'district', parent: '95' },
  { id: '31843', name: 'Xã Ninh Hòa', kind: 'commune', parent: '956' },
  { id: '31846', name: 'Xã Lộc Ninh', kind: 'commune', parent: '956' },
];

export const tree = toUnitTree(units);

export const now = new Date('2025-01-10T08:00:00+07:00');
export const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

export const aRow = (ordinal = 1, values: Row['values'] = {}): Row => ({
  id: `2025-31843-${String(ordinal).padStart(3, '0')}`,
  line: ordinal + 2,
  kind: 'individual',
  values: {
    kind: 'Cá nhân',
    name: `Nguyễn Thị Hoa ${ordinal}`,
    birthYear: 1980,
    title: 'Nuôi tôm hai giai đoạn, giúp bà con cùng làm',
    consent: 'Đồng ý',
    consentDate: '2025-01-05',
    ...values,
  },
});

export const origin = {
  planId: 'kh-113',
  period: '2025',
  unitId: '31843',
  parentId: '956',
  snapshotId: 's1',
  by: 'nguoilap@vidu.vn',
  flow: 'reviewed' as const,
};

export const aDossier = (ordinal = 1, values: Row['values'] = {}): Dossier =>
  acceptList([aRow(ordinal, values)], [], origin, now)[0] as Dossier;

/** A decision that must be taken. */
export function decided(
  dossier: Dossier,
  action: ReviewAction,
  unitId: string,
  reason = action === 'return' ? 'Bổ sung số liệu kết quả' : '',
): Dossier {
  const result = decide(
    dossier,
    { action, reason, round: dossier.round, unitId, by: 'thamdinh@vidu.vn' },
    tree,
    later(1),
  );
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.dossier;
}
