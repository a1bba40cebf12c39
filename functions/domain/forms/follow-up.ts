/**
 * Đánh giá tiếp theo: how each exemplar spreads, works and may grow, and what it needs. KH 113/KH-UBND (II.1 đ): "thường
 * xuyên kiểm tra, đánh giá tính lan tỏa, tính hiệu quả và xác định khả năng phát triển của từng điển hình".
 */
import type { Column, Form } from '../form.ts';

const marked = (key: string, header: string, help: string): Column => ({
  key,
  header,
  help: `${help} Chấm từ 1 (thấp) đến 5 (cao).`,
  example: '4',
  type: 'integer',
  required: 'all',
  min: 1,
  max: 5,
  visibility: 'internal',
  width: 90,
});

/** The ground of a mark, or what follows from it. */
const told = (key: string, header: string, help: string, example: string): Column => ({
  key,
  header,
  help,
  example,
  type: 'longText',
  min: 10,
  max: 500,
  visibility: 'internal',
  width: 260,
});

export const conclusions = {
  nurture: 'Tiếp tục bồi dưỡng',
  review: 'Tổng kết',
  multiply: 'Nhân rộng',
  stop: 'Thôi theo dõi',
} as const;

export const stillHolds = { yes: 'Có', partly: 'Một phần', no: 'Không' } as const;

export const followUpForm: Form = {
  id: 'follow-up',
  version: 1,
  title: 'Theo dõi, đánh giá điển hình tiên tiến',
  rowWord: 'điển hình',
  flow: 'filed',
  naturalKey: ['name'],
  columns: [
    {
      key: 'name',
      header: 'Điển hình',
      help: 'Tên đúng như trong danh sách đã nộp, hoặc Mã hồ sơ.',
      example: 'Nguyễn Thị Hoa',
      type: 'text',
      references: 'exemplar',
      required: 'all',
      min: 4,
      max: 150,
      visibility: 'internal',
      width: 220,
    },
    marked('spread', 'Tính lan tỏa', 'Việc làm được nơi khác học theo đến đâu.'),
    {
      ...told(
        'spreadEvidence',
        'Căn cứ về tính lan tỏa',
        'Số nơi làm theo, số lượt tham quan, số tin bài trong kỳ.',
        '3 ấp làm theo, 4 đoàn tham quan, 2 bài trên trang thông tin điện tử',
      ),
      required: 'all',
    },
    marked('effect', 'Tính hiệu quả', 'Kết quả so với công sức, chi phí.'),
    {
      ...told(
        'effectEvidence',
        'Số liệu so với kỳ trước',
        'Con số kỳ này và kỳ trước.',
        '43 hộ áp dụng, kỳ trước 18 hộ; lợi nhuận tăng 12%',
      ),
      required: 'all',
    },
    marked('growth', 'Khả năng phát triển', 'Có thể giữ vững và mở rộng đến đâu.'),
    told(
      'growthReason',
      'Lý do về khả năng phát triển',
      'Điều kiện thuận lợi, khó khăn.',
      'Có quỹ quay vòng vốn, xã bên đã đăng ký làm theo',
    ),
    {
      key: 'holds',
      header: 'Còn giữ vững thành tích',
      help: 'Thành tích đã được công nhận còn giữ được không.',
      example: stillHolds.yes,
      type: 'choice',
      required: 'all',
      choices: Object.values(stillHolds),
      visibility: 'internal',
      width: 120,
    },
    told(
      'needs',
      'Khó khăn, vướng mắc',
      'Điều cần giúp; để trống nếu không có.',
      'Thiếu vốn mua máy sục khí',
    ),
    told(
      'help',
      'Biện pháp giúp đỡ (ai, khi nào)',
      'Ai giúp việc gì, xong khi nào; để trống nếu không cần.',
      'Hội Nông dân huyện hỗ trợ vay vốn quay vòng trước 30/9',
    ),
    {
      key: 'conclusion',
      header: 'Kết luận',
      help: 'Đơn vị làm gì tiếp với điển hình này.',
      example: conclusions.nurture,
      type: 'choice',
      required: 'all',
      choices: Object.values(conclusions),
      visibility: 'internal',
      width: 150,
    },
    {
      key: 'reason',
      header: 'Lý do kết luận',
      help: 'Cần ghi từ 20 ký tự khi chọn “Không” giữ vững thành tích hoặc “Thôi theo dõi”.',
      example: 'Giữ vững kết quả, xã bên đã đề nghị hướng dẫn',
      type: 'longText',
      max: 500,
      visibility: 'internal',
      width: 260,
    },
    {
      key: 'assessor',
      header: 'Người đánh giá',
      help: 'Họ tên, chức vụ người đánh giá.',
      example: 'Lê Thị Thu, chuyên viên Phòng Nội vụ',
      type: 'text',
      required: 'all',
      min: 4,
      max: 120,
      visibility: 'internal',
      width: 200,
    },
    {
      key: 'assessedOn',
      header: 'Ngày đánh giá',
      help: 'Ngày đến xem hoặc ngày họp đánh giá, dạng ngày/tháng/năm.',
      example: '20/05/2025',
      type: 'date',
      required: 'all',
      min: '2015-01-01',
      visibility: 'internal',
      width: 110,
    },
  ],
};
