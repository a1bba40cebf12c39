/** The twenty obligations of KH 113 (sections II to IV of its text) and what carries each. */
import type { PlanDuty } from './duty.ts';

export const kh113Duties: readonly PlanDuty[] = [
  {
    id: 'BL-01',
    title: 'Xã, phường, thị trấn gửi danh sách 05 đến 06 điển hình trước ngày 15/01 hằng năm',
    carriedBy: 'software',
    how: 'Tab của xã trong bảng tính của huyện đếm đủ 05–06 khi nộp, nhắc trước hạn theo ngày làm việc, trễ từ 0 giờ ngày 15/01.',
  },
  {
    id: 'BL-02',
    title: 'Huyện, thị xã, thành phố chọn đăng ký ít nhất từ 10 đến 15 điển hình',
    carriedBy: 'software',
    how: 'Quyết định “Chọn lên cấp trên” ở tab Thẩm định đưa hồ sơ của xã vào danh sách của huyện; khi nộp cần ít nhất 10, trên 15 chỉ nhắc.',
  },
  {
    id: 'BL-03',
    title: 'Mỗi Cụm, Khối thi đua đăng ký 01 đến 03 mô hình, tập thể',
    carriedBy: 'software',
    how: 'Chỉ tiêu của Cụm, Khối là 1–3 và không nhận cá nhân; dòng sai loại bị từ chối khi nộp.',
  },
  {
    id: 'BL-04',
    title: 'Cơ quan chủ trì phong trào phát động thi đua và đăng ký 03 đến 07 điển hình',
    carriedBy: 'software',
    how: 'Chỉ tiêu 3–7 của danh sách; văn bản phát động ghi vào biểu “Văn bản của đơn vị” với số, ngày, người ký và liên kết.',
  },
  {
    id: 'BL-05',
    title: 'Mỗi cơ quan, đơn vị, doanh nghiệp thuộc Khối doanh nghiệp đăng ký 02 đến 04 điển hình',
    carriedBy: 'software',
    how: 'Chỉ tiêu 2–4 của danh sách; nơi không có tài khoản Google dùng tệp Excel của lệnh template và import.',
  },
  {
    id: 'BL-06',
    title: 'Gửi danh sách có khả năng nhân rộng kèm Kế hoạch bồi dưỡng về Sở Nội vụ trước ngày 15/02',
    carriedBy: 'software',
    how: 'Danh sách không nộp được khi thiếu số, ngày, liên kết của kế hoạch; từng mốc việc ghi vào biểu “Kế hoạch bồi dưỡng, nhân rộng”, cùng hạn.',
  },
  {
    id: 'BL-07',
    title: 'Từng cơ quan, đơn vị xây dựng tiêu chí điển hình của tập thể, cá nhân',
    carriedBy: 'software',
    how: 'Biểu “Tiêu chuẩn điển hình” có chữ ký thủ trưởng; kế hoạch bồi dưỡng chỉ viện dẫn được tiêu chí đang áp dụng và giữ bản đã viện dẫn.',
  },
  {
    id: 'BL-08',
    title: 'Hằng năm đăng ký thi đua giữa các điển hình và với gương đã tuyên dương',
    carriedBy: 'software',
    how: 'Gương được công nhận năm trước mang sang tab năm sau (lệnh carry), được nhắc ghi “Nội dung đăng ký thi đua” của năm mới, ký nộp thì thành hồ sơ mới nối với hồ sơ cũ; điều đăng ký của mọi điển hình chỉ dùng nội bộ.',
  },
  {
    id: 'BL-09',
    title: 'Tổ chức tham quan, trao đổi, học tập kinh nghiệm',
    carriedBy: 'software',
    how: 'Mỗi chuyến là một dòng của biểu “Nhật ký tuyên truyền” (hình thức tham quan) với ngày, nơi đến, số người; việc tổ chức do đơn vị.',
  },
  {
    id: 'BL-10',
    title: 'Thường xuyên kiểm tra, đánh giá tính lan tỏa, hiệu quả, khả năng phát triển của từng điển hình',
    carriedBy: 'software',
    how: 'Biểu “Theo dõi, đánh giá điển hình” mỗi nửa năm, mỗi điển hình một dòng chấm điểm có căn cứ; gương không còn giữ vững, thôi theo dõi thì thư sáng hỏi người thẩm định có gỡ công khai không.',
  },
  {
    id: 'BL-11',
    title: 'Định kỳ sơ kết, tổng kết; xây dựng lộ trình, đề nghị khen thưởng',
    carriedBy: 'software',
    how: 'Báo cáo ghi vào biểu “Văn bản của đơn vị” mỗi năm; lộ trình, danh hiệu hướng tới ở kế hoạch bồi dưỡng; cột “Đề xuất” ghi đề nghị khen.',
  },
  {
    id: 'BL-12',
    title: 'Đối tượng: điển hình đã tuyên dương tại Đại hội và tập thể, cá nhân khác, trong Nhân dân',
    carriedBy: 'software',
    how: 'Cột “Nguồn phát hiện” bắt buộc chọn, có Đại hội thi đua yêu nước, Họp mặt tuyên dương, Nhân dân giới thiệu.',
  },
  {
    id: 'BL-13',
    title: 'Giới thiệu điển hình để khen thưởng dịp 11/6',
    carriedBy: 'software',
    how: 'Thư buổi sáng báo các đơn vị trước ngày 11/6 mười ngày làm việc; chọn ai để khen là việc của đơn vị.',
  },
  {
    id: 'BL-14',
    title: 'Sơ kết vào ngày truyền thống của đơn vị, đề ra kế hoạch năm sau',
    carriedBy: 'software',
    how: 'Mỗi đơn vị khai ngày truyền thống ở Sổ điều hành và được báo trước mười ngày làm việc; đơn vị chưa khai được nhắc khai.',
  },
  {
    id: 'BL-15',
    title: 'Tuyên truyền trên phương tiện thông tin đại chúng, trang thông tin điện tử',
    carriedBy: 'software',
    how: 'Gương được duyệt và đồng ý thì lên trang công khai, nguồn tin và dữ liệu mở; tin bài, chương trình khác ghi vào “Nhật ký tuyên truyền”.',
  },
  {
    id: 'BL-16',
    title: 'Sở Nội vụ hướng dẫn, kiểm tra, đôn đốc, chủ trì thẩm định, trình khen thưởng',
    carriedBy: 'software',
    how: 'Tab Thẩm định, tab Tổng hợp, trang hướng dẫn và thư nhắc hạn làm phần hướng dẫn, đôn đốc, thẩm định; kiểm tra tại chỗ và ký trình do người làm.',
  },
  {
    id: 'BL-17',
    title: 'Tổng kết Kế hoạch vào năm 2025, kết hợp Đại hội thi đua yêu nước tỉnh lần thứ VI',
    carriedBy: 'software',
    how: 'Sở Nội vụ được báo trước 60 ngày làm việc; lệnh papers lập báo cáo tổng kết bằng chính số liệu của tab Tổng hợp, lệnh report xuất lịch sử từng năm.',
  },
  {
    id: 'BL-18',
    title: 'Kinh phí từ quỹ thi đua, khen thưởng; Sở Tài chính hướng dẫn dự toán',
    carriedBy: 'people',
    how: 'Dự toán và quyết toán theo quy định tài chính nằm ngoài phần mềm; kế hoạch bồi dưỡng chỉ ghi nguồn kinh phí của từng mốc.',
  },
  {
    id: 'BL-19',
    title: 'Sở Văn hóa hướng dẫn cơ quan thông tin xây dựng nội dung, kế hoạch tuyên truyền',
    carriedBy: 'people',
    how: 'Biên tập và chỉ đạo báo chí là việc của người; họ lấy bài từ nguồn tin, dữ liệu mở và bản đọc phát thanh của trang công khai.',
  },
  {
    id: 'BL-20',
    title: 'Khó khăn, vướng mắc phản ánh về Sở Nội vụ để tổng hợp',
    carriedBy: 'software',
    how: 'Tab Đề nghị có loại “Vướng mắc” gửi thẳng nơi tổng hợp và được trả lời tại chỗ; biểu theo dõi có cột “Khó khăn, vướng mắc”.',
  },
];
