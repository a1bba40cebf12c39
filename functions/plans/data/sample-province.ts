/**
 * A province that does not exist: what is known of KH 661 does not name its province, and none may be put in its place.
 * Three levels, because the plan wants exemplars found "bám sát cơ sở".
 */
import type { Unit } from '../../domain/unit.ts';
import { numbered } from './units.ts';

const province = 'T00';

const districts = numbered('H', 'district', province, [
  'Thành phố tỉnh lỵ (mẫu)',
  'Thị xã Ban Mai (mẫu)',
  'Huyện Đồng Xanh (mẫu)',
  'Huyện Suối Ngọc (mẫu)',
  'Huyện Gò Nắng (mẫu)',
]);

const communes = districts.flatMap(({ id }, index) =>
  numbered(`X${index + 1}`, 'commune', id, [
    index === 0 ? 'Phường Một (mẫu)' : 'Xã Hòa Bình (mẫu)',
    index === 0 ? 'Phường Hai (mẫu)' : 'Xã Thống Nhất (mẫu)',
    index === 0 ? 'Phường Ba (mẫu)' : 'Xã Đoàn Kết (mẫu)',
  ]),
);

const agencies = numbered('S', 'agency', province, [
  'Sở Nội vụ',
  'Sở Giáo dục và Đào tạo',
  'Sở Y tế',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Hội Liên hiệp Phụ nữ tỉnh',
  'Công an tỉnh',
  'Bộ Chỉ huy Quân sự tỉnh',
]);

export const sampleProvince: readonly Unit[] = [
  { id: province, name: 'Tỉnh (mẫu)', kind: 'province', parent: null, reviewBody: 'Sở Nội vụ' },
  ...districts,
  ...communes,
  ...agencies,
];
