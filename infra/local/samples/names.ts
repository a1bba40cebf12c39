/** Invented personal names of the kinds heard in Bạc Liêu (Kinh, Khmer, Hoa). Nobody is meant: parts are joined at random. */
import type { Random } from './random.ts';

export type Sex = 'female' | 'male';

const words = (text: string): string[] => text.split(',').map((word) => word.trim());

const kinh = {
  surnames: words(
    'Nguyễn, Nguyễn, Nguyễn, Trần, Trần, Lê, Lê, Phạm, Huỳnh, Huỳnh, Phan, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Trương, Đoàn, Mai, Cao, Tô, Châu, Lưu, Quách, Tạ, Hà',
  ),
  female: words(
    'Thị Ngọc, Thị Kim, Thị Mỹ, Thị Hồng, Thị Thúy, Thị Bích, Thị Cẩm, Thị, Kim, Ngọc, Mỹ, Thanh, Hồng, Tuyết, Bích, Thúy, Diễm',
  ),
  femaleGiven: words(
    'Hoa, Lan, Huệ, Mai, Hằng, Nhung, Thắm, Diệu, Hương, Loan, Oanh, Phượng, Quyên, Tiên, Trang, Uyên, Xuân, Yến, Nga, Liên, Thơ, Duyên, Ngân, Thảo, Thu, Tuyền, Nhi, Chi, Giàu, Út',
  ),
  male: words(
    'Văn, Văn, Hoàng, Minh, Thanh, Quốc, Hữu, Công, Chí, Trung, Đức, Tấn, Thành, Phước, Hải, Trọng, Nhật, Vũ',
  ),
  maleGiven: words(
    'An, Bình, Cường, Dũng, Đạt, Hải, Hậu, Hiếu, Hùng, Khải, Khanh, Lâm, Lộc, Long, Lợi, Nam, Nghĩa, Phong, Phúc, Quang, Sơn, Tài, Tâm, Thắng, Thuận, Tiến, Toàn, Triều, Trọng, Tùng, Tuấn, Vinh, Việt, Kiệt',
  ),
};

const khmer = {
  surnames: words('Thạch, Thạch, Sơn, Kim, Danh, Danh, Lâm, Kiên, Châu, Trà, Tăng'),
  female: words('Thị, Thị, Thị Sà, Thị Sô'),
  femaleGiven: words(
    'Sa Rinh, Phol Ly, Sóc Kha, Na Ry, Sô Phia, Sà Vươn, Đa Ni, Sây Ha, Ma Ly, Chanh Đa, Rích Thi, Sóc Khum',
  ),
  male: words('Văn, Minh, Ngọc, Hoàng'),
  maleGiven: words(
    'Sa Rươl, Si Thal, Phi Rum, Sô Phép, Vuông, Đa Ra, Sà Khone, Thươl, Ra Vy, Chanh Tha, Sóc Phan, Hên, Hiền',
  ),
};

const hoa = {
  surnames: words('Lâm, Trần, Quách, Ngô, Mã, Tăng, Vương, Lý, Trịnh, Khưu, La, Thái, Hứa, Ong'),
  female: words('Mỹ, Tú, Lệ, Ngọc, Bảo, Tuyết, Phụng, Ái'),
  femaleGiven: words('Linh, Châu, Anh, Phụng, Hoa, Dung, Trinh, Quyên, Muội, Liên, Nghi'),
  male: words('Chí, Vĩnh, Quốc, Gia, Chấn, Kiến, Tô, Hưng'),
  maleGiven: words('Cường, Phát, Huy, Thành, Hưng, Bảo, Khương, Nguyên, Hòa, Lợi, Đường'),
};

/** Roughly as people live together in the province: most are Kinh. */
const origins = [kinh, kinh, kinh, kinh, kinh, kinh, kinh, khmer, khmer, hoa];

export function inventName(sex: Sex, random: Random): string {
  const origin = random.pick(origins);
  const middle = sex === 'female' ? origin.female : origin.male;
  const given = sex === 'female' ? origin.femaleGiven : origin.maleGiven;
  const parts = [random.pick(origin.surnames), random.pick(middle), random.pick(given)];
  // "Nguyễn Thanh Thanh" is possible in life and reads like a slip in a sample.
  return new Set(parts).size === parts.length ? parts.join(' ') : inventName(sex, random);
}
