/** Invented exemplars of Hà Nội for the demo: each with a movement and the kind of its achievement. Any likeness is chance. */
import { isAllowed, toKind } from '../../../../../functions/domain/form.ts';
import { exemplarForm } from '../../../../../functions/domain/forms/exemplar.ts';
import type { FiledLine } from '../../filed-lists.ts';

type Told = Readonly<Record<string, string>>;

const shared: Told = {
  locality: 'Tổ dân phố số 5',
  achievedFrom: '01/03/2023',
  achievedTo: '31/12/2023',
  priorAwards: '',
  pledge: 'Năm 2024 hướng dẫn thêm hai tổ dân phố cùng làm',
  needs: '',
  photoUrl: '',
  photoAlt: '',
  guardianConsent: '',
  consentDate: '10/01/2024',
  proposal: 'Đề nghị cấp trên',
  sector: 'Văn hóa – xã hội',
};

/** In the order of the units that report to the city. */
export const told: readonly Told[] = [
  {
    name: 'Lê Thị Thanh Thủy',
    position: 'Tổ trưởng tổ dân phố',
    affiliation: 'Tổ dân phố số 5',
    movement: 'Toàn dân đoàn kết xây dựng đời sống văn hóa',
    awardTrack: 'Thường xuyên',
    title: 'Góc sách trong ngõ nhỏ mở cửa mỗi chiều',
    summary:
      'Từ một tủ sách gia đình, bà vận động 42 hộ trong ngõ góp sách, đóng giá, thay nhau trông góc đọc mỗi chiều; một năm có 310 lượt trẻ mượn sách, bốn buổi đọc chung mỗi tháng, trẻ trong ngõ ít ra đường chơi giờ tan tầm.',
    keyResults: '42 hộ góp 1.260 cuốn sách; 310 lượt trẻ mượn trong năm',
  },
  {
    honorific: 'Ông',
    name: 'Ngô Quang Huy',
    position: 'Lái xe ôm công nghệ',
    affiliation: 'Nghiệp đoàn xe ôm công nghệ',
    movement: 'Người tốt, việc tốt',
    awardTrack: 'Đột xuất',
    title: 'Phá cửa cứu ba người trong đám cháy nhà ống',
    summary:
      'Rạng sáng đi làm về, ông thấy khói ở ngôi nhà ống bốn tầng, gọi cả ngõ dậy, cùng hai người phá cửa cuốn bằng con đội ô tô rồi dìu ba người trong một gia đình ra ngoài trước khi xe chữa cháy tới; không ai bị thương nặng.',
    keyResults: '3 người được đưa ra an toàn trong 15 phút',
    source: 'Nhân dân giới thiệu',
  },
  {
    kind: 'Mô hình',
    name: 'Sân chơi từ lốp xe cũ',
    affiliation: 'Chi hội Phụ nữ số 3',
    movement: 'Xây dựng phường văn minh đô thị',
    awardTrack: 'Chuyên đề',
    title: 'Bãi rác thành sân chơi, làm bằng lốp xe cũ',
    summary:
      'Chi hội dọn bãi rác tự phát ở cuối ngõ, xin lốp xe cũ của các gara, sơn màu, xếp thành sân chơi và luống hoa; các hộ chia lịch trực, từ đó không còn đổ trộm rác, hai chi hội bên cạnh đã sang học cách làm.',
    keyResults: '1 bãi rác 120 m² thành sân chơi; 2 chi hội làm theo',
    method:
      'Bước 1: họp ngõ, thống nhất dọn bãi rác và lịch trực. Bước 2: xin lốp xe cũ, rửa, sơn, khoan lỗ thoát nước. Bước 3: xếp sân chơi, luống hoa, gắn bảng nội quy. Bước 4: mỗi tuần một tổ trực, mỗi tháng kiểm tra độ chắc của đồ chơi.',
    consent: 'Chưa hỏi',
    consentDate: '',
  },
  {
    honorific: 'Ông',
    name: 'Đào Hữu Phúc',
    position: 'Chuyên viên Văn phòng',
    affiliation: 'Văn phòng Sở',
    movement: 'Cải cách hành chính',
    awardTrack: 'Chuyên đề',
    sector: 'Xây dựng hệ thống chính trị',
    title: 'Rút hồ sơ ba ngày còn một buổi',
    summary:
      'Ông vẽ lại đường đi của từng loại giấy tờ, bỏ bốn lần ký trung gian, soạn mẫu trả lời sẵn và ngồi cùng bộ phận một cửa trong hai tháng đầu; thời gian trả kết quả của mười hai thủ tục từ ba ngày còn một buổi.',
    keyResults: '12 thủ tục từ 3 ngày còn một buổi; 4 lần ký trung gian được bỏ',
  },
  {
    name: 'Bùi Minh Châu',
    position: 'Công chứng viên',
    affiliation: 'Phòng Công chứng',
    movement: 'Giỏi việc nước, đảm việc nhà',
    awardTrack: 'Thường xuyên',
    title: 'Chiều thứ sáu đi làm giấy cho người già',
    summary:
      'Mười năm nay, chiều thứ sáu nào bà cũng mang dấu và máy in nhỏ đến tận nhà, bệnh viện để làm giấy cho người già yếu, không thu thêm tiền đi lại; năm qua bà làm giấy cho hơn một trăm người không thể tự đến phòng.',
    keyResults: '118 người già yếu được làm giấy tại nhà trong năm 2023',
  },
  {
    name: 'Trịnh Thu Hà',
    position: 'Cán bộ công tác xã hội',
    affiliation: 'Ban Phong trào',
    movement: 'Vì người nghèo',
    awardTrack: 'Thường xuyên',
    title: 'Bữa sáng của xóm chạy thận',
    summary:
      'Bà nối mười hai quán ăn quanh bệnh viện thành một nhóm, mỗi quán để dành một suất buổi sáng cho người chạy thận ở trọ; nhóm giữ sổ công khai, thay nhau nhận việc, đến nay chưa bỏ một buổi nào, kể cả ngày Tết.',
    keyResults: '12 quán, 9.400 suất ăn sáng trong năm 2023',
    consent: 'Đồng ý, không ảnh',
  },
];

/** What is not told gets the form's example, where the kind asks for the column at all. */
export function exemplarLine(index: number): FiledLine {
  const line: Record<string, string> = { ...shared, ...told[index] };
  const kind = toKind(line.kind ?? 'Cá nhân') ?? 'individual';
  return Object.fromEntries(
    exemplarForm.columns.map((column) => [
      column.key,
      isAllowed(column, kind) ? (line[column.key] ?? column.example) : '',
    ]),
  );
}
