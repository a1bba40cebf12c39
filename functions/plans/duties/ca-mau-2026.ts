/** The duties of the model plan for Cà Mau after the reform of 2025. */
import type { PlanDuty } from './duty.ts';

export const caMau2026Duties: readonly PlanDuty[] = [
  {
    id: 'CM-01',
    title: 'Xã, phường đăng ký 05–06 gương, gửi thẳng tỉnh chậm nhất ngày 31/01',
    carriedBy: 'software',
    how: 'Tab của xã, phường có chỉ tiêu 05–06, hạn hằng năm tính cả ngày 31/01, nhắc hạn.',
  },
  {
    id: 'CM-02',
    title: 'Cụm, Khối thi đua đăng ký 01–03 mô hình, tập thể trước ngày 15/02',
    carriedBy: 'software',
    how: 'Tab của cụm, khối chỉ nhận mô hình, tập thể.',
  },
  {
    id: 'CM-03',
    title: 'Cơ quan chủ trì phong trào đăng ký 03–07 gương trước ngày 15/02',
    carriedBy: 'software',
    how: 'Tab của cơ quan có chỉ tiêu 03–07; nhắc trước kỳ nghỉ Tết.',
  },
  {
    id: 'CM-04',
    title: 'Doanh nghiệp, hợp tác xã đăng ký 02–04 gương, hoặc báo không có trường hợp',
    carriedBy: 'software',
    how: 'Tab của doanh nghiệp có chỉ tiêu 02–04; “Không có trường hợp” là một câu trả lời.',
  },
  {
    id: 'CM-05',
    title: 'Danh sách gửi tỉnh kèm kế hoạch bồi dưỡng, nhân rộng',
    carriedBy: 'software',
    how: 'Thiếu số, ngày, liên kết của kế hoạch bồi dưỡng thì không nộp được.',
  },
  {
    id: 'CM-06',
    title: 'Gương đã được công nhận ở kỳ trước được đăng ký lại ở đơn vị kế thừa',
    carriedBy: 'software',
    how: 'Lệnh mang sang ghi sẵn dòng vào tab mới; chỉ thành hồ sơ khi đơn vị nộp lại và thủ trưởng ký.',
  },
  {
    id: 'CM-07',
    title: 'Giới thiệu gương để khen thưởng dịp 11/6',
    carriedBy: 'software',
    how: 'Đơn vị được nhắc trước ngày 11/6 mười ngày làm việc.',
  },
  {
    id: 'CM-08',
    title: 'Dịp ngày truyền thống của đơn vị: sơ kết, đề ra việc năm sau',
    carriedBy: 'software',
    how: 'Mỗi đơn vị được nhắc theo ngày truyền thống của mình.',
  },
  {
    id: 'CM-09',
    title: 'Tổng kết Kế hoạch năm 2030',
    carriedBy: 'people',
    how: 'Năm 2030 tỉnh tổng kết; phần mềm nhắc trước sáu mươi ngày làm việc.',
  },
  {
    id: 'CM-10',
    title: 'Tỉnh thẩm định, chọn gương tiêu biểu, đôn đốc đơn vị chưa gửi',
    carriedBy: 'software',
    how: 'Tab Thẩm định, Tổng hợp của tỉnh; tab Gợi ý chọn thay bước lọc của huyện, chỉ nêu căn cứ, không xếp hạng.',
  },
  {
    id: 'CM-11',
    title: 'Công khai gương đã duyệt và đồng ý; gương cũ tìm được ở đơn vị mới',
    carriedBy: 'software',
    how: 'Trang của xã, phường mới có cả gương của các đơn vị cũ đã sáp nhập.',
  },
  {
    id: 'CM-12',
    title: 'Kinh phí từ quỹ thi đua, khen thưởng',
    carriedBy: 'people',
    how: 'Các cấp lập dự toán theo quy định; phần mềm không thay.',
  },
];
