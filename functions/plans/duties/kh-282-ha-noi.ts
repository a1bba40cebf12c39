/** The four obligations of KH 282 of Hà Nội and what carries each. */
import type { PlanDuty } from './duty.ts';

export const kh282Duties: readonly PlanDuty[] = [
  {
    id: 'HN-07',
    title: 'Kế hoạch bồi dưỡng, xây dựng mô hình mới, điển hình với tiêu chí, lộ trình và trách nhiệm cụ thể',
    carriedBy: 'software',
    how: 'Biểu “Kế hoạch bồi dưỡng, nhân rộng”: mỗi mốc một dòng có tiêu chí, thời hạn, người phụ trách, của điển hình trong danh sách đã nộp.',
  },
  {
    id: 'HN-08',
    title: 'Kịp thời tổng kết mô hình, điển hình; tham quan học tập, phát động thi đua làm theo',
    carriedBy: 'software',
    how: 'Văn bản phát động và báo cáo tổng kết ghi vào biểu “Văn bản của đơn vị”, ít nhất hai văn bản một năm; tổ chức tham quan là việc của đơn vị.',
  },
  {
    id: 'HN-09',
    title: 'Cuộc thi viết về gương điển hình tiên tiến năm 2024; tổng kết 10 năm Cuộc thi',
    carriedBy: 'software',
    how: 'Biểu “Bài dự thi” nhận bài của xã, phường và cơ quan, máy đếm số từ ngay trong tệp bài, kiểm tra thời lượng, tác giả; giám khảo chấm kín hai vòng ở quận, huyện và Thành phố; biểu “Tác phẩm đoạt giải Cuộc thi viết” giữ mười năm 2015–2024 cho báo cáo tổng kết.',
  },
  {
    id: 'HN-10',
    title: 'Khen thưởng kịp thời, chính xác, công khai; chú trọng đột xuất, chuyên đề; ba loại phong trào',
    carriedBy: 'software',
    how: 'Văn bản phát động ghi rõ thi đua thường xuyên, theo đợt hay chuyên đề; mỗi điển hình ghi phong trào và loại thành tích; quyết định khen do người có thẩm quyền.',
  },
];
