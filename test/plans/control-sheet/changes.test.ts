/** What changed between two versions, as an administrator reads it in the history. */
import { expect, test } from 'vitest';
import { toChanges } from '../../../functions/plans/control-sheet/changes.ts';
import { edited, readBack, smallState } from './sheet.ts';

const commune = 'Xã, phường, thị trấn';

test('says each change with its place, what was and what is', () => {
  const sheet = edited();
  sheet.type('quotas', commune, 'min', 4);
  sheet.type('quotas', 'Huyện, thị xã, thành phố', 'max', 20);
  sheet.type('deadlines', commune, 'bound', 'đến hết ngày');
  sheet.type('plan', 'Hiệu lực đến ngày', 'content', '31/12/2026');
  sheet.type('staff', 'thutruong.31843@vidu.vn', 'name', 'Lê Văn Hai');
  sheet.type('units', 'Xã Lộc Ninh', 'successor', '31843');
  sheet.type('units', 'Xã Lộc Ninh', 'validTo', '30/06/2025');
  sheet.add('daysOff', { date: '14/01/2026', name: 'Nghỉ bù' });
  sheet.cells.staff.values.pop();
  const head = smallState.staff.find(({ email }) => email === 'thutruong.31843@vidu.vn');
  const last = smallState.staff.at(-1);
  expect(toChanges(smallState, readBack(sheet.cells))).toEqual([
    'Kế hoạch: hiệu lực đến ngày 31/12/2025 → 31/12/2026',
    'Đơn vị Xã Lộc Ninh (31846): đến ngày (trống) → 30/06/2025',
    'Đơn vị Xã Lộc Ninh (31846): mã kế thừa (trống) → 31843',
    `Chỉ tiêu ${commune}: tối thiểu 5 → 4`,
    'Chỉ tiêu Huyện, thị xã, thành phố: tối đa (trống) → 20',
    `Hạn nộp ${commune}: tính đến trước ngày → đến hết ngày`,
    `Cán bộ: bỏ ${last?.name} (${last?.email})`,
    `Cán bộ Lê Văn Hai (${head?.email}): họ và tên ${head?.name} → Lê Văn Hai`,
    'Ngày nghỉ: thêm 14/01/2026 (Nghỉ bù)',
  ]);
});
