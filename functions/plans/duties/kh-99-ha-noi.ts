/** The six obligations of KH 99 of Hà Nội and what carries each. */
import type { PlanDuty } from './duty.ts';

export const kh99Duties: readonly PlanDuty[] = [
  {
    id: 'HN-01',
    title: 'Thủ trưởng đơn vị xây dựng và tổ chức triển khai kế hoạch tuyên truyền',
    carriedBy: 'software',
    how: 'Kế hoạch ghi vào biểu “Văn bản của đơn vị” với số, ngày, người ký, liên kết; việc đã làm ghi vào “Nhật ký tuyên truyền” hằng năm.',
  },
  {
    id: 'HN-02',
    title: 'Ban hành quy định tiêu chuẩn điển hình, gửi Ban Thi đua – Khen thưởng trước ngày 30/6/2023',
    carriedBy: 'software',
    how: 'Biểu “Tiêu chuẩn điển hình” nộp một lần, hạn cuối hết ngày 29/6/2023, mỗi tiêu chí kèm số, ngày, người ký và tệp của quy định; thay quy định thì bản cũ còn giữ.',
  },
  {
    id: 'HN-03',
    title: 'Bốn yêu cầu: chủ động phát hiện, thường xuyên, xét chọn khách quan, khen kịp thời',
    carriedBy: 'software',
    how: 'Mỗi điển hình viện dẫn tiêu chuẩn đã ban hành, được thẩm định có ghi người, giờ và lý do; báo cáo và trang kế hoạch cho biết số ngày đến khi được công nhận.',
  },
  {
    id: 'HN-04',
    title: 'Người đứng đầu chịu trách nhiệm về kết quả xét chọn, giới thiệu, tuyên truyền',
    carriedBy: 'software',
    how: 'Mọi danh sách chỉ có giá trị khi thủ trưởng ký qua liên kết riêng; tên và giờ ký được giữ cùng bản đã ký.',
  },
  {
    id: 'HN-05',
    title:
      'Sáu nhiệm vụ của Thành phố: lãnh đạo, phát hiện, nêu gương, khen thưởng, kiểm tra, nâng chất lượng cán bộ',
    carriedBy: 'software',
    how: 'Văn bản chỉ đạo theo biểu “Văn bản của đơn vị”, bảng Tổng hợp để kiểm tra, trang hướng dẫn cho cán bộ; kiểm tra tại chỗ và tập huấn do người làm.',
  },
  {
    id: 'HN-06',
    title: 'Điển hình được công nhận thực sự tiêu biểu, có sức lan tỏa, tác động tích cực',
    carriedBy: 'software',
    how: 'Danh sách bắt buộc có số liệu kết quả và phạm vi ảnh hưởng; nhật ký ghi số người dự, lượt xem của từng lần giới thiệu.',
  },
];
