/** Where invented stories take place: real communes of Bạc Liêu and today's Cà Mau, made-up hamlets, and what an agency looks after. */
import bacLieuUnits from '../../../functions/plans/data/bac-lieu-units.json' with { type: 'json' };
import caMauUnits from '../../../functions/plans/data/ca-mau-units.json' with { type: 'json' };
import type { Random } from './random.ts';
import type { Field, Setting } from './story.ts';

export interface SampleUnit {
  id: string;
  name: string;
  kind: string;
  parentName: string;
}

export interface Place {
  /** As in a sentence: "xã Vĩnh Trạch", "Phường 2". */
  commune: string;
  /** Where there are two levels, the province: whatever is above the commune. */
  district: string;
  /** "ấp Vĩnh Hòa", "khóm 3". */
  hamlet: string;
  /** A town ward or a town: its hamlets are khóm. */
  town: boolean;
  ward: boolean;
  coast: boolean;
}

const hamlets =
  'Vĩnh Hòa, Vĩnh An, Vĩnh Lạc, Vĩnh Tiến, Bình Minh, Bình Tốt, Phước Thạnh, Phước Tân, Thạnh Lợi, Thạnh Trị, Thống Nhất, Quyết Chiến, Giồng Giữa, Giồng Nhãn, Cây Gừa, Cây Dừa, Kinh Tư, Kinh Xáng, Rạch Rắn, Rạch Thăng, Đầu Sấu, Bàu Sen, Bà Chăng, Xóm Lưới, Xóm Mới, Long Hải, Long Hà, Ninh Điền, Ninh Lợi, Trà Ban, Cù Lao, Cái Tràm, Cái Hưu, Mỹ Điền, Mỹ Tân, An Điền, An Khoa, Tân Hiệp, Tân Lập, Đông Hưng'.split(
    ', ',
  );

/** Districts that reach the sea. */
const coastal = ['Thành phố Bạc Liêu', 'Huyện Hoà Bình', 'Huyện Đông Hải'];

/** Where there are no districts, some communes that do. */
const coastalCommunes =
  'Phường Hiệp Thành, Xã Vĩnh Hậu, Xã Đông Hải, Xã Gành Hào, Xã Sông Đốc, Xã Đất Mũi, Xã Cái Đôi Vàm, Xã Tân Ân'.split(
    ', ',
  );

/** The province of two levels, by its name. */
const caMau = caMauUnits.find(({ parent }) => parent === null)?.name ?? '';

/** "Xã Vĩnh Trạch" → "xã Vĩnh Trạch"; numbered wards keep their capital, as official papers write them. */
export const inSentence = (name: string): string =>
  /\d$/.test(name) ? name : name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);

const communesOf = (districtId: string) => bacLieuUnits.filter((unit) => unit.parent === districtId);

/** A commune tells of itself; a district of one of its communes; everybody else of any commune of the province. */
function communeFor(unit: SampleUnit, random: Random): { name: string; district: string } {
  if (unit.kind === 'commune') return { name: unit.name, district: unit.parentName };
  if (unit.parentName === caMau)
    return { name: random.pick(caMauUnits.filter(({ parent }) => parent !== null)).name, district: caMau };
  const districts = bacLieuUnits.filter((one) => one.parent === '95');
  const district = districts.find((one) => one.id === unit.id) ?? random.pick(districts);
  return { name: random.pick(communesOf(district.id)).name, district: district.name };
}

export function choosePlace(unit: SampleUnit, random: Random): Place {
  const { name, district } = communeFor(unit, random);
  const town = !name.startsWith('Xã ');
  return {
    commune: inSentence(name),
    district: inSentence(district),
    hamlet: town ? `khóm ${random.int(1, 8)}` : `ấp ${random.pick(hamlets)}`,
    town,
    ward: name.startsWith('Phường '),
    coast: coastal.includes(district) || (district === caMau && coastalCommunes.includes(name)),
  };
}

/** Offices of a district do not exist where the province is straight above: the story then names the province's own. */
export const inProvinceWords = (text: string): string =>
  text
    .replaceAll(/(?:Trung tâm Y tế|Phòng Y tế) tỉnh/g, 'Sở Y tế tỉnh')
    .replaceAll('Phòng Giáo dục và Đào tạo tỉnh', 'Sở Giáo dục và Đào tạo tỉnh');

/** Templates speak of hamlets and communes; in a town these are khóm and phường. */
export function inTownWords(text: string, place: Place): string {
  if (!place.town) return text;
  const type = place.ward ? 'phường' : 'thị trấn';
  return text
    .replace(/(?<!\p{L})ấp(?!\p{L})/gu, 'khóm')
    .replace(/(?<!\p{L})Ấp(?!\p{L})/gu, 'Khóm')
    .replace(/(Công an|Đoàn|chủ tịch|trong) xã(?! ?\p{L})/gu, `$1 ${type}`)
    .replace(/(trong) xã(?= được)/gu, `$1 ${type}`);
}

export const settingsOf = (kind: string): Setting[] => {
  if (kind === 'enterprise') return ['firm'];
  if (kind === 'agency') return ['office', 'local'];
  return kind === 'cluster' ? ['office'] : ['local'];
};

const agencyFields: readonly (readonly [RegExp, readonly Field[]])[] = [
  [/Nông/, ['farm']],
  [/Giáo dục/, ['school']],
  [/Phụ nữ/, ['women']],
  [/Công an/, ['police']],
  [/Quân sự/, ['army', 'youth']],
  [/Y tế/, ['health']],
  [/đoàn|Thanh niên/, ['youth']],
  [/Văn hóa/, ['culture']],
];

/** An agency finds exemplars of its own movement; undefined: of any. */
export const fieldsOf = (unit: SampleUnit): readonly Field[] | undefined => {
  if (unit.kind === 'cluster') return undefined;
  if (unit.kind !== 'agency') return undefined;
  return [...(agencyFields.find(([name]) => name.test(unit.name))?.[1] ?? ['culture', 'women']), 'office'];
};

const members: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /huyện/,
    ['Ủy ban nhân dân huyện Hồng Dân', 'Ủy ban nhân dân thị xã Giá Rai', 'Ủy ban nhân dân huyện Đông Hải'],
  ],
  [/Đảng/, ['Văn phòng Tỉnh ủy', 'Ban Dân vận Tỉnh ủy', 'Trường Chính trị tỉnh']],
  [/Mặt trận/, ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'Hội Nông dân tỉnh', 'Liên đoàn Lao động tỉnh']],
  [/nội chính/, ['Viện Kiểm sát nhân dân tỉnh', 'Sở Tư pháp', 'Cục Thi hành án dân sự tỉnh']],
  [/tổng hợp/, ['Sở Nội vụ', 'Sở Tài chính', 'Văn phòng Ủy ban nhân dân tỉnh']],
  [/kinh tế/, ['Sở Công Thương', 'Sở Giao thông vận tải', 'Sở Xây dựng']],
  [
    /văn hóa/,
    ['Sở Văn hóa, Thông tin, Thể thao và Du lịch', 'Đài Phát thanh và Truyền hình tỉnh', 'Sở Y tế'],
  ],
  [/hội đặc thù/, ['Hội Chữ thập đỏ tỉnh', 'Hội Khuyến học tỉnh', 'Hội Người cao tuổi tỉnh']],
  [
    /trường/,
    ['Trường Cao đẳng nghề tỉnh', 'Trường Cao đẳng Y tế tỉnh', 'Trung tâm Giáo dục thường xuyên tỉnh'],
  ],
  [
    /ngân hàng/,
    ['Chi nhánh Ngân hàng Chính sách xã hội tỉnh', 'Quỹ tín dụng nhân dân Hộ Phòng', 'Kho bạc Nhà nước tỉnh'],
  ],
];

/** The body behind an office story: an agency or enterprise itself, or a member of a cluster. */
export const hostOf = (unit: SampleUnit, random: Random): string =>
  unit.kind === 'cluster'
    ? random.pick(members.find(([name]) => name.test(unit.name))?.[1] ?? ['Sở Nội vụ'])
    : unit.name;
