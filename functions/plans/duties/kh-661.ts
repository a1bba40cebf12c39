/** The four stages that KH 661 asks for together, and what carries each. */
import type { PlanDuty } from './duty.ts';

export const kh661Duties: readonly PlanDuty[] = [
  {
    id: 'KH661-1',
    title: 'Phát hiện: bám sát cơ sở, phát hiện và tôn vinh kịp thời',
    carriedBy: 'software',
    how: 'Xã, phường và sở, ngành gửi danh sách với khâu “Phát hiện”; hồ sơ được chọn đi thẳng lên huyện, tỉnh mà không phải chép lại; số ngày đến khi công nhận ở báo cáo và trang kế hoạch.',
  },
  {
    id: 'KH661-2',
    title: 'Bồi dưỡng: thường xuyên theo dõi, giúp điển hình tiến bộ',
    carriedBy: 'software',
    how: 'Mỗi quý biểu “Theo dõi, đánh giá điển hình” ghi khó khăn, biện pháp giúp đỡ và kết luận “Tiếp tục bồi dưỡng” của từng điển hình.',
  },
  {
    id: 'KH661-3',
    title: 'Tổng kết: đánh giá kết quả, làm cơ sở biểu dương, khen thưởng',
    carriedBy: 'software',
    how: 'Kết luận “Tổng kết” kèm điểm lan tỏa, hiệu quả và số liệu so với kỳ trước trong biểu theo dõi; trang tính “Vòng đời” của báo cáo xếp bốn khâu theo ngày.',
  },
  {
    id: 'KH661-4',
    title: 'Nhân rộng: tuyên truyền, biểu dương để nơi khác học tập',
    carriedBy: 'software',
    how: 'Kế hoạch tuyên truyền của từng đơn vị ở biểu “Văn bản của đơn vị”; gương được duyệt và đồng ý lên trang công khai.',
  },
];
