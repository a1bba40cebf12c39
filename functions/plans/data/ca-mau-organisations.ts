/**
 * Clusters, agencies that lead movements and an enterprise block of today's Cà Mau, which no list of units has. The
 * agencies are the usual ones of a province since 2025; clusters are numbered for the trial, enterprises are invented.
 */
import type { Unit } from '../../domain/unit.ts';

const province = '96';

const numbered = (prefix: string, kind: string, names: readonly string[]): Unit[] =>
  names.map((name, index) => ({
    id: `${prefix}${String(index + 1).padStart(2, '0')}`,
    name,
    kind,
    parent: province,
  }));

/** Other ids than those of Bạc Liêu's organisations: these are other bodies. */
export const caMauOrganisations: readonly Unit[] = [
  ...numbered('CMK', 'cluster', [
    'Cụm thi đua số 1 (các xã, phường)',
    'Cụm thi đua số 2 (các xã, phường)',
    'Cụm thi đua số 3 (các xã, phường)',
    'Khối thi đua các cơ quan Đảng, Mặt trận, đoàn thể tỉnh',
    'Khối thi đua các cơ quan nội chính tỉnh',
    'Khối thi đua các sở, ngành tổng hợp',
    'Khối thi đua các sở, ngành kinh tế',
    'Khối thi đua các sở, ngành văn hóa – xã hội',
  ]),
  ...numbered('CMC', 'agency', [
    'Sở Nông nghiệp và Môi trường',
    'Sở Giáo dục và Đào tạo',
    'Sở Y tế',
    'Sở Văn hóa, Thể thao và Du lịch',
    'Công an tỉnh',
    'Bộ Chỉ huy Quân sự tỉnh',
    'Tỉnh đoàn Cà Mau',
    'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
  ]),
  ...numbered('CMD', 'enterprise', [
    'Công ty cổ phần Chế biến tôm Mũi Đất Xanh',
    'Công ty TNHH Cua giống Rạch Vàng',
    'Công ty cổ phần Gạo Ruộng Mới',
    'Công ty TNHH Cơ khí Bến Đáy',
    'Hợp tác xã Vận tải Sông Lớn',
    'Công ty cổ phần May Cánh Cò Trắng',
  ]),
];
