/**
 * Phường Ninh Hà and the town above it, with their codes of 2021. The paper speaks of "các ban, ngành, cơ quan, tổ chức,
 * đơn vị" without naming one: those here are the usual ones of a ward, put together for the trial.
 */
import type { Unit } from '../../domain/unit.ts';
import { numbered } from './units.ts';

const town = '572';
const ward = '22594';

const departments = numbered('NH', 'department', ward, [
  'Văn phòng – Thống kê phường',
  'Tài chính – Kế toán phường',
  'Tư pháp – Hộ tịch phường',
  'Địa chính – Xây dựng – Đô thị và Môi trường phường',
  'Lao động – Thương binh và Xã hội phường',
  'Công an phường',
  'Ban Chỉ huy Quân sự phường',
  'Ủy ban Mặt trận Tổ quốc Việt Nam phường',
  'Hội Liên hiệp Phụ nữ phường',
  'Hội Nông dân phường',
  'Hội Cựu chiến binh phường',
  'Đoàn TNCS Hồ Chí Minh phường',
  'Hội Người cao tuổi phường',
  'Hội Chữ thập đỏ phường',
  'Trạm Y tế phường',
  'Trường tiểu học của phường',
]);

export const ninhHaUnits: readonly Unit[] = [
  {
    id: town,
    name: 'Thị xã Ninh Hòa',
    kind: 'town',
    parent: null,
    reviewBody: 'Hội đồng Thi đua – Khen thưởng thị xã',
  },
  {
    id: ward,
    name: 'Phường Ninh Hà',
    kind: 'ward',
    parent: town,
    reviewBody: 'Thường trực Hội đồng Thi đua – Khen thưởng phường',
  },
  ...departments,
  {
    id: 'NH90',
    name: 'Công chức Văn hóa – xã hội (Cổng thông tin điện tử, Đài truyền thanh)',
    kind: 'culture-officer',
    parent: ward,
  },
];
