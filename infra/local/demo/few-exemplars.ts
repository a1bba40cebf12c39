/** A handful of invented exemplars that could live in any ward, agency or commune: for plans whose places have no stories of their own. */
import type { Typed } from './sent-rows.ts';

type Story = Typed;

const worker = 'Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu';

const person = (honorific: 'Ông' | 'Bà', name: string, birthYear: number, position: string): Story => ({
  kind: 'Cá nhân',
  honorific,
  name,
  birthYear: String(birthYear),
  position,
  subjectClass: worker,
});

export const stories = {
  waste: {
    ...person('Bà', 'Trần Thị Lụa', 1978, 'Tổ trưởng tổ dân phố'),
    sector: 'Văn hóa – xã hội',
    movement: 'Toàn dân đoàn kết xây dựng đời sống văn hóa',
    title: 'Vận động cả tổ dân phố phân loại rác, lấy tiền giúp học trò nghèo',
    summary:
      'Mỗi tối thứ Bảy bà cùng các chị trong tổ đi từng nhà, chỉ cách tách chai nhựa, giấy vụn ra khỏi rác ướt. Tiền bán phế liệu ghi sổ công khai ở nhà sinh hoạt cộng đồng, cuối tháng trao cho học trò khó khăn. Sau hai năm, hẻm không còn bãi rác tự phát.',
    keyResults: '64/70 hộ phân loại rác; 22 triệu đồng giúp 15 học trò',
  },
  guard: {
    ...person('Ông', 'Ngô Văn Thạnh', 1969, 'Chi hội trưởng Cựu chiến binh'),
    sector: 'Quốc phòng – an ninh',
    movement: 'Cựu chiến binh gương mẫu',
    title: 'Giữ đoạn đường tự quản sáng đèn, không còn đua xe đêm',
    summary:
      'Ông xin lại cột đèn cũ, rủ các hội viên góp công dựng 18 bóng đèn trên đoạn đường hay xảy ra tai nạn. Tổ tự quản thay nhau trực vào tối cuối tuần, nhắc thanh niên bằng lời nhẹ nhàng, mời cha mẹ các em cùng tham gia. Từ ngày có đèn, đoạn đường yên hẳn.',
    keyResults: '18 bóng đèn; 3 năm liền không có tai nạn, không có đua xe',
  },
  counter: {
    ...person('Bà', 'Phan Thị Minh Nguyệt', 1988, 'Công chức bộ phận một cửa'),
    sector: 'Xây dựng hệ thống chính trị',
    movement: 'Cán bộ, công chức thi đua thực hiện văn hóa công sở',
    title: 'Đến tận nhà giúp người già, người khuyết tật làm giấy tờ',
    summary:
      'Chiều thứ Năm hằng tuần bà mang máy tính xách tay đến nhà người không đi lại được, chụp giấy tờ, điền tờ khai và nộp trực tuyến thay. Kết quả được gửi về đúng hẹn. Bà còn soạn tờ hướng dẫn chữ to, dán ở nhà sinh hoạt cộng đồng để con cháu làm theo.',
    keyResults: '136 hồ sơ làm tại nhà; thời gian chờ giảm từ 6 ngày còn 2 ngày',
  },
  rescue: {
    ...person('Ông', 'Lê Quốc Hưng', 1991, 'Cảnh sát khu vực'),
    sector: 'Quốc phòng – an ninh',
    movement: 'Vì an ninh Tổ quốc',
    title: 'Lao xuống dòng nước xiết cứu hai em học sinh',
    summary:
      'Chiều mưa lớn, khi đi kiểm tra địa bàn ông thấy hai em nhỏ bị nước cuốn qua ngầm tràn. Không kịp gọi thêm người, ông buộc dây vào gốc cây rồi bơi ra đưa từng em vào bờ, sơ cứu và chở đến trạm y tế. Sau đó ông cùng nhà trường mở lớp dạy bơi miễn phí.',
    keyResults: 'Cứu sống 2 học sinh; 3 lớp dạy bơi cho 75 em',
    awardTrack: 'Đột xuất',
  },
  porridge: {
    kind: 'Tập thể',
    name: 'Tổ nấu cháo tình thương Hoa Sen',
    collectiveType: 'Tập thể nhỏ trực thuộc',
    pledge: 'Đăng ký thi đua danh hiệu Tập thể lao động tiên tiến',
    memberCount: '14',
    femaleCount: '11',
    sector: 'Văn hóa – xã hội',
    movement: 'Chung tay vì người nghèo, không để ai bị bỏ lại phía sau',
    title: 'Nồi cháo sớm mai cho người bệnh nghèo, bảy năm không nghỉ',
    summary:
      'Bốn giờ sáng các thành viên thay nhau nhóm bếp, người góp gạo, người góp rau. Suất cháo nóng được trao tận giường cho người bệnh xa nhà, kèm chỉ dẫn thủ tục khám chữa bệnh. Sổ thu chi treo trước bếp, ai cũng xem được; bảy năm qua bếp chưa tắt một ngày.',
    keyResults: '350 suất mỗi tuần; 41 nhà hảo tâm góp gạo thường xuyên',
  },
  books: {
    kind: 'Mô hình',
    name: 'Mô hình “Tủ sách trước cổng trường”',
    pledge: 'Đăng ký thi đua, đề nghị tặng Bằng khen cho mô hình',
    sector: 'Văn hóa – xã hội',
    movement: 'Xây dựng xã hội học tập',
    title: 'Tủ sách mở giúp trẻ đọc mỗi ngày trong lúc chờ cha mẹ đón',
    summary:
      'Thấy trẻ tan trường ngồi chờ cha mẹ cả giờ đồng hồ, đoàn viên đóng tủ sách gỗ đặt trước cổng, ai cũng được mượn và tự trả. Mỗi tuần có một buổi kể chuyện. Sách hỏng được các cụ hưu trí dán lại. Sau một năm, ba trường bên cạnh đã xin bản vẽ để làm theo.',
    keyResults: '1.200 đầu sách; 260 lượt mượn mỗi tuần; 3 trường làm theo',
    method:
      'Bước 1: xin phép nhà trường, đóng tủ có mái che. Bước 2: vận động mỗi gia đình góp một cuốn sách. Bước 3: đoàn viên trực giờ tan trường, ghi sổ mượn bằng mã học sinh. Bước 4: mỗi tháng thay một phần ba số sách với tủ của trường bên.',
  },
  power: {
    ...person('Ông', 'Đỗ Đình Khôi', 1982, 'Kỹ sư điện, Tổ trưởng tổ kỹ thuật'),
    sector: 'Kinh tế',
    movement: 'Lao động giỏi, lao động sáng tạo',
    title: 'Bộ hẹn giờ tự chế tiết kiệm điện cho công sở, trường học',
    summary:
      'Từ linh kiện cũ, ông ráp bộ hẹn giờ tự tắt đèn, quạt ở phòng không có người. Mỗi bộ chỉ hết 180 nghìn đồng, công nhân nào cũng tự lắp được theo bản vẽ ông in phát. Đến nay bốn trường học và hai trạm y tế đã lắp, tiền điện giảm rõ ngay tháng đầu.',
    keyResults: '96 bộ đã lắp; tiền điện giảm 17%, khoảng 140 triệu đồng mỗi năm',
  },
  nurse: {
    ...person('Bà', 'Võ Thị Hạnh', 1975, 'Y sĩ'),
    sector: 'Văn hóa – xã hội',
    movement: 'Thầy thuốc như mẹ hiền',
    title: 'Sổ nhắc thuốc và buổi đi bộ chung cho người cao huyết áp',
    summary:
      'Nhiều bác lớn tuổi bỏ thuốc giữa chừng vì quên. Bà lập sổ nhắc từng nhà, dán lịch uống thuốc bằng hình vẽ, sáng thứ Bảy đo huyết áp rồi cùng mọi người đi bộ quanh hồ. Ai vắng hai tuần có người ghé thăm. Tổ trực điện thoại trả lời cả ngày nghỉ lễ.',
    keyResults: '118 người theo đều; số ca đột quỵ giảm một nửa sau 2 năm',
  },
} as const satisfies Record<string, Story>;

export type StoryName = keyof typeof stories;

export interface Telling {
  /** The body the exemplar belongs to. */
  unit: string;
  /** Year of the list, four digits. */
  year: string;
  /** dd/MM/yyyy of consent. */
  agreedOn: string;
}

/** A right row of the exemplars' form; `more` has the last word. */
export const exemplarRow = (
  story: StoryName,
  { unit, year, agreedOn }: Telling,
  more: Typed = {},
): Typed => ({
  affiliation: unit,
  locality: 'Tổ dân phố 4',
  achievedFrom: `01/03/${Number(year) - 2}`,
  impactScope: 'Xã, phường, thị trấn',
  awardTrack: 'Thường xuyên',
  priorAwards: 'Chưa có',
  source: 'Cơ sở phát hiện',
  stage: 'Phát hiện',
  proposal: 'Đề nghị cấp trên',
  pledge: `Phấn đấu danh hiệu Chiến sĩ thi đua cơ sở năm ${year}`,
  consent: 'Đồng ý',
  consentDate: agreedOn,
  ...stories[story],
  ...more,
});
