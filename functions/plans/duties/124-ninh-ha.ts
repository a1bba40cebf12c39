/** The twelve obligations of 124/UBND of phường Ninh Hà and what carries each. */
import type { PlanDuty } from './duty.ts';

export const ninhHaDuties: readonly PlanDuty[] = [
  {
    id: 'NH-01',
    title: 'Hàng tháng các ban, ngành gửi nhân tố điển hình trước ngày 15, qua Văn phòng UBND phường',
    carriedBy: 'software',
    how: 'Mỗi tháng một bảng tính của phường, mỗi đơn vị một tab; hết ngày 14 là hạn cuối, không có thì báo “Không có trường hợp”.',
  },
  {
    id: 'NH-02',
    title: 'Văn phòng tổng hợp, trình Hội đồng thi đua khen thưởng phường thẩm định',
    carriedBy: 'software',
    how: 'Danh sách đã ký tự dồn vào tab Thẩm định và tab Tổng hợp của phường; Văn phòng không phải chép lại.',
  },
  {
    id: 'NH-03',
    title: 'Thường trực Hội đồng thẩm định trước khi tổ chức tuyên truyền',
    carriedBy: 'software',
    how: 'Chỉ hồ sơ được phường “Duyệt” hoặc “Chọn lên cấp trên” và có đồng ý mới lên trang công khai.',
  },
  {
    id: 'NH-04',
    title: 'Giới thiệu trên Cổng thông tin điện tử, đài truyền thanh',
    carriedBy: 'software',
    how: 'Trang công khai có nguồn tin để Cổng lấy bài và bản đọc phát thanh của từng tháng; lần phát ghi vào “Nhật ký tuyên truyền”.',
  },
  {
    id: 'NH-05',
    title: 'Chọn nhân tố tiêu biểu gửi Hội đồng thi đua khen thưởng thị xã',
    carriedBy: 'software',
    how: 'Quyết định “Chọn lên cấp trên” đưa hồ sơ vào danh sách hằng tháng của phường gửi thị xã, có chữ ký thủ trưởng.',
  },
  {
    id: 'NH-06',
    title: 'Theo dõi để đánh giá, xếp loại thi đua cuối năm; gửi hàng tháng là tiêu chí chấm điểm',
    carriedBy: 'software',
    how: 'Bảng điểm cộng dồn từng tháng ở tab Tổng hợp, có căn cứ và lịch sử; điểm là đề xuất, Hội đồng quyết định xếp loại.',
  },
  {
    id: 'NH-07',
    title: 'Công chức Văn hóa – xã hội duy trì chuyên trang, chuyên mục, tăng tin bài, thời lượng phát sóng',
    carriedBy: 'software',
    how: 'Biểu “Nhật ký tuyên truyền” hằng tháng ghi từng tin bài với số chữ, số phút, liên kết và điển hình được giới thiệu.',
  },
  {
    id: 'NH-08',
    title: 'Đề xuất lộ trình phấn đấu: Chiến sĩ thi đua, Bằng khen, Cờ thi đua',
    carriedBy: 'software',
    how: 'Danh sách hằng tháng ghi điều đăng ký phấn đấu ở cột “Nội dung đăng ký thi đua” và đề nghị ở cột “Đề xuất”.',
  },
  {
    id: 'NH-09',
    title: 'Tuyên truyền linh hoạt, đa dạng: miệng, sinh hoạt, Cổng, đài, văn nghệ, cổ động trực quan',
    carriedBy: 'software',
    how: 'Cột “Hình thức tuyên truyền” của nhật ký có đủ các hình thức văn bản nêu để đếm theo từng loại.',
  },
  {
    id: 'NH-10',
    title: 'Khắc phục “gò ép”, “chia thành tích”, “chạy” thành tích',
    carriedBy: 'software',
    how: 'Báo “Không có trường hợp” được tính là đã nộp nên không ai phải thêm cho đủ; bài chép giống nhau và người trùng được chỉ ra khi thẩm định.',
  },
  {
    id: 'NH-11',
    title: 'Sơ kết, tổng kết phong trào, qua đó phát hiện điển hình',
    carriedBy: 'software',
    how: 'Cột “Phong trào thi đua” và “Nguồn phát hiện” nối điển hình với phong trào; tổ chức sơ kết, tổng kết là việc của đơn vị.',
  },
  {
    id: 'NH-12',
    title: 'Ban Tuyên giáo, Ban Dân vận Đảng ủy chỉ đạo hưởng ứng',
    carriedBy: 'people',
    how: 'Chỉ đạo của cấp ủy không đi qua phần mềm; hai ban theo dõi kết quả trên trang công khai.',
  },
];
