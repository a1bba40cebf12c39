/**
 * Agencies and organisations of Hà Nội as they were in 2023 and 2024: the agencies under the People's Committee by Nghị
 * định 24/2014/NĐ-CP (amended by 107/2020/NĐ-CP), articles 8 and 9; the city has Sở Văn hóa và Thể thao and Sở Du lịch.
 */
import type { Unit } from '../../domain/unit.ts';
import haNoiUnits from './ha-noi-units.json' with { type: 'json' };
import { numbered } from './units.ts';

const city = '01';

const districts: readonly Unit[] = haNoiUnits.map(({ id, name, parent }) => ({
  id,
  name,
  kind: parent === null ? 'city' : 'district',
  parent,
  ...(parent === null ? { reviewBody: 'Ban Thi đua - Khen thưởng Thành phố' } : {}),
}));

const agencies = numbered('HNS', 'agency', city, [
  'Sở Nội vụ',
  'Sở Tư pháp',
  'Sở Kế hoạch và Đầu tư',
  'Sở Tài chính',
  'Sở Công Thương',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Giao thông vận tải',
  'Sở Xây dựng',
  'Sở Tài nguyên và Môi trường',
  'Sở Thông tin và Truyền thông',
  'Sở Lao động – Thương binh và Xã hội',
  'Sở Văn hóa và Thể thao',
  'Sở Du lịch',
  'Sở Khoa học và Công nghệ',
  'Sở Giáo dục và Đào tạo',
  'Sở Y tế',
  'Sở Ngoại vụ',
  'Sở Quy hoạch – Kiến trúc',
  'Thanh tra Thành phố',
  'Ban Dân tộc',
  'Văn phòng Ủy ban nhân dân Thành phố',
]);

const organisations = numbered('HND', 'organisation', city, [
  'Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố',
  'Liên đoàn Lao động Thành phố',
  'Hội Liên hiệp Phụ nữ Thành phố',
  'Hội Nông dân Thành phố',
  'Thành đoàn Hà Nội',
]);

/** 1 city, 30 districts, 21 agencies, 5 organisations: everybody who reports to the city. */
export const haNoiUnitsOfPlans: readonly Unit[] = [...districts, ...agencies, ...organisations];
