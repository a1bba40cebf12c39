/** The short cells of an invented row: dates, awards, consent, pledge and needs. */
import { consentWords } from '../../../functions/domain/forms/exemplar.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';
import type { Field, Story } from './story.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

export const typedDate = (day: number, month: number, year: number): string =>
  `${twoDigits(day)}/${twoDigits(month)}/${year}`;

/** In November or December of the year before: a trial begins on the first working morning of its year. */
function consentDate(periodYear: number, random: Random): string {
  const month = random.pick([11, 12, 12, 12]);
  return typedDate(random.int(1, 28), month, periodYear - 1);
}

/** Most people have been asked and agree. */
export function inventConsent(periodYear: number, random: Random): { consent: string; consentDate: string } {
  const roll = random.next();
  if (roll < 0.07) return { consent: consentWords.notAsked, consentDate: '' };
  if (roll < 0.11) return { consent: consentWords.no, consentDate: '' };
  const consent = roll < 0.18 ? consentWords.withoutPhoto : consentWords.yes;
  return { consent, consentDate: consentDate(periodYear, random) };
}

export function inventAwards(periodYear: number, place: Place, random: Random): string {
  if (random.chance(0.5)) return 'Chưa có';
  const hasDistrict = !place.district.startsWith('tỉnh ');
  // The province gives a Bằng khen; a Giấy khen comes from below it.
  const near = `UBND ${hasDistrict ? place.district : place.commune}`;
  const [award, giver, code] = random.pick([
    ['Giấy khen', near, 'QĐ-UBND'],
    ['Giấy khen', `UBND ${place.commune}`, 'QĐ-UBND'],
    ['Giấy khen', near, 'QĐ-UBND'],
    ['Bằng khen', `UBND ${hasDistrict ? 'tỉnh Bạc Liêu' : place.district}`, 'QĐ-UBND'],
  ] as const);
  const date = typedDate(random.int(1, 28), random.int(5, 12), periodYear - random.int(1, 3));
  return `${award}; ${random.int(12, 890)}/${code}; ${date}; ${giver}`;
}

export function inventProgress(random: Random): { source: string; stage: string; proposal: string } {
  const source = random.pick([
    'Cơ sở phát hiện',
    'Cơ sở phát hiện',
    'Cơ sở phát hiện',
    'Nhân dân giới thiệu',
    'Nhân dân giới thiệu',
    'Họp mặt tuyên dương',
    'Báo chí',
    'Đại hội thi đua yêu nước',
    'Cuộc thi viết',
  ]);
  const stage = random.pick(['Phát hiện', 'Bồi dưỡng', 'Bồi dưỡng', 'Tổng kết', 'Nhân rộng']);
  const proposal =
    stage === 'Phát hiện'
      ? random.pick(['Giữ theo dõi', 'Tuyên truyền cấp mình', 'Khen theo thẩm quyền'])
      : random.pick([
          'Đề nghị cấp trên',
          'Đề nghị cấp trên',
          'Khen theo thẩm quyền',
          'Tuyên truyền cấp mình',
        ]);
  return { source, stage, proposal };
}

const needsByField: Record<Field, readonly string[]> = {
  farm: ['Thiếu vốn mua máy sục khí', 'Đường điện ba pha chưa tới vuông', 'Đầu ra chưa ổn định vào cuối vụ'],
  school: ['Thiếu bàn ghế và sách tham khảo', 'Điểm trường lẻ chưa có mạng'],
  health: ['Thiếu bác sĩ và máy siêu âm', 'Xe cũ, hay hỏng dọc đường'],
  women: ['Chưa có chỗ họp cố định', 'Cần lớp dạy đóng gói, bán hàng qua mạng'],
  youth: ['Thiếu áo phao và dụng cụ', 'Thanh niên đi làm xa nhiều'],
  police: ['Camera cũ mờ, thiếu bộ đàm', 'Thiếu đèn pin, áo phản quang'],
  army: ['Thiếu xuồng máy và áo phao', 'Cừ tràm dự trữ không đủ'],
  culture: ['Nhạc cụ đã cũ', 'Chưa có nơi tập và kinh phí biểu diễn'],
  office: ['Máy tính cũ, đường truyền chậm', 'Thiếu người so với khối lượng việc'],
  work: ['Khó tuyển thợ có tay nghề', 'Cần vốn đổi mới thiết bị'],
};

export const inventNeeds = (story: Story, random: Random): string =>
  random.chance(0.35) ? random.pick(needsByField[story.field]) : '';

export const inventPledge = (periodYear: number, random: Random): string =>
  random.chance(0.2)
    ? ''
    : random.pick([
        `Năm ${periodYear} giúp thêm ${random.int(3, 15)} hộ, người cùng làm`,
        `Giữ vững kết quả và chia sẻ kinh nghiệm ${random.int(2, 6)} buổi trong năm ${periodYear}`,
        // The level of districts ended with June 2025.
        `Năm ${periodYear} phấn đấu được Giấy khen của cấp ${periodYear > 2025 ? 'xã' : 'huyện'}`,
        `Nhân cách làm ra thêm ${random.int(1, 4)} nơi trong năm ${periodYear}`,
        `Mỗi quý một việc tốt cụ thể, có người làm chứng, trong năm ${periodYear}`,
        `Kèm ${random.int(2, 8)} người trẻ tiếp nối trong năm ${periodYear}`,
      ]);
