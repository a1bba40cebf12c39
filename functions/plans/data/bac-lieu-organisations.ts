/**
 * Clusters, agencies that lead movements and an enterprise block of Bạc Liêu: KH 113 names them by kind, no list of units
 * has them. The agencies are the usual ones of a province; clusters are numbered for the trial, enterprises are invented.
 */
import type { Unit } from '../../domain/unit.ts';
import { numbered } from './units.ts';

const province = '95';

const clusters: readonly Unit[] = numbered('CK', 'cluster', province, [
  'Cụm thi đua số 1 (các huyện, thị xã, thành phố)',
  'Khối thi đua các cơ quan Đảng tỉnh',
  'Khối thi đua Mặt trận Tổ quốc và các tổ chức chính trị – xã hội tỉnh',
  'Khối thi đua các cơ quan nội chính tỉnh',
  'Khối thi đua các sở, ngành tổng hợp',
  'Khối thi đua các sở, ngành kinh tế',
  'Khối thi đua các sở, ngành văn hóa – xã hội',
  'Khối thi đua các hội đặc thù',
  'Khối thi đua các trường chuyên nghiệp',
  'Khối thi đua các ngân hàng và quỹ tín dụng',
]);

const agencies: readonly Unit[] = numbered('CQ', 'agency', province, [
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Giáo dục, Khoa học và Công nghệ',
  'Hội Liên hiệp Phụ nữ tỉnh',
  'Công an tỉnh',
  'Bộ Chỉ huy Quân sự tỉnh',
  'Tỉnh đoàn Bạc Liêu',
  'Sở Y tế',
  'Sở Văn hóa, Thông tin, Thể thao và Du lịch',
  'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
]);

const enterprises: readonly Unit[] = numbered('DN', 'enterprise', province, [
  'Công ty TNHH Chế biến thủy sản Sóng Ngàn',
  'Công ty cổ phần Tôm giống Mặt Trời Biển',
  'Công ty cổ phần Muối Cánh Đồng Trắng',
  'Công ty TNHH Lúa gạo Hương Phù Sa',
  'Công ty cổ phần Điện gió Bờ Đông',
  'Công ty TNHH May mặc Sao Mai Xanh',
  'Công ty TNHH Cơ khí Kinh Xáng',
  'Hợp tác xã Vận tải Bến Ngang',
]);

/** What the plan's text names and no list of units has: clusters, agencies that lead movements, enterprises. */
export const bacLieuOrganisations: readonly Unit[] = [...clusters, ...agencies, ...enterprises];

