/** The duties of Kế hoạch 113/KH-UBND of Bạc Liêu, section by section. */
import type { Duty } from './duty.ts';

export const kh113Duties: readonly Duty[] = [
  {
    id: 'BL-01',
    title: 'Xã, phường, thị trấn đăng ký 05–06 gương, gửi huyện trước ngày 15/01',
    how: 'software',
    sentence:
      'Tab của xã có chỉ tiêu 05–06, hạn hằng năm, nhắc hạn; nộp thiếu, thừa hay sai đều nêu chỗ sửa.',
  },
  {
    id: 'BL-02',
    title: 'Huyện, thị xã, thành phố chọn ít nhất 10–15 gương tiêu biểu',
    how: 'software',
    sentence: 'Huyện thẩm định danh sách của xã, chọn lên và ghi thêm gương của phòng, ban mình.',
  },
  {
    id: 'BL-03',
    title: 'Cụm, Khối thi đua thuộc tỉnh đăng ký 01–03 mô hình, tập thể',
    how: 'software',
    sentence: 'Tab của cụm, khối chỉ nhận mô hình, tập thể.',
  },
  {
    id: 'BL-04',
    title: 'Cơ quan chủ trì phong trào đăng ký 03–07 gương',
    how: 'software',
    sentence: 'Tab của cơ quan có chỉ tiêu 03–07 và cột phong trào.',
  },
  {
    id: 'BL-05',
    title: 'Đơn vị, doanh nghiệp thuộc khối doanh nghiệp đăng ký 02–04 gương',
    how: 'software',
    sentence: 'Tab của doanh nghiệp có chỉ tiêu 02–04; không có tài khoản Google thì điền tệp Excel.',
  },
  {
    id: 'BL-06',
    title: 'Gửi tỉnh trước ngày 15/02, kèm kế hoạch bồi dưỡng, nhân rộng',
    how: 'software',
    sentence: 'Thiếu số, ngày, liên kết của kế hoạch bồi dưỡng thì không nộp được.',
  },
  {
    id: 'BL-07',
    title: 'Mỗi đơn vị có tiêu chí điển hình tiên tiến của mình',
    how: 'software',
    sentence: 'Đơn vị gửi bộ tiêu chí của mình cùng danh sách.',
  },
  {
    id: 'BL-08',
    title: 'Hằng năm đăng ký thi đua giữa các điển hình và với gương đã tuyên dương',
    how: 'software',
    sentence: 'Cột đăng ký thi đua; gương của kỳ trước được mang sang để đơn vị đăng ký lại.',
  },
  {
    id: 'BL-09',
    title: 'Tham quan, trao đổi, học tập kinh nghiệm',
    how: 'software',
    sentence: 'Đơn vị ghi từng hoạt động: ngày, nơi, số người.',
  },
  {
    id: 'BL-10',
    title: 'Kiểm tra, đánh giá tính lan tỏa, hiệu quả, khả năng phát triển của từng điển hình',
    how: 'software',
    sentence: 'Phiếu đánh giá tiếp theo cho từng gương, có nhắc hạn.',
  },
  {
    id: 'BL-11',
    title: 'Định kỳ sơ kết, tổng kết, xây dựng lộ trình khen thưởng',
    how: 'software',
    sentence: 'Báo cáo kỳ và lộ trình của từng gương.',
  },
  {
    id: 'BL-12',
    title: 'Đối tượng: gương đã tuyên dương tại Đại hội và gương trong Nhân dân',
    how: 'software',
    sentence: 'Cột nguồn phát hiện của mỗi dòng.',
  },
  {
    id: 'BL-13',
    title: 'Giới thiệu gương để khen thưởng dịp 11/6',
    how: 'software',
    sentence: 'Đơn vị được nhắc trước ngày 11/6 mười ngày làm việc.',
  },
  {
    id: 'BL-14',
    title: 'Dịp ngày truyền thống của đơn vị: sơ kết, đề ra kế hoạch năm sau',
    how: 'software',
    sentence: 'Mỗi đơn vị được nhắc theo ngày truyền thống của mình.',
  },
  {
    id: 'BL-15',
    title: 'Tuyên truyền trên phương tiện thông tin đại chúng, trang thông tin điện tử',
    how: 'software',
    sentence: 'Trang công khai chỉ có gương đã duyệt và đồng ý công khai; gỡ là mất ngay.',
  },
  {
    id: 'BL-16',
    title: 'Sở Nội vụ hướng dẫn, đôn đốc, chủ trì thẩm định',
    how: 'software',
    sentence: 'Tab Thẩm định, Tổng hợp của tỉnh; thư nêu đơn vị chưa gửi.',
  },
  {
    id: 'BL-17',
    title: 'Tổng kết Kế hoạch vào năm 2025, cùng Đại hội thi đua yêu nước tỉnh lần thứ VI',
    how: 'software',
    sentence: 'Nhắc ngày kết thúc kế hoạch; số liệu các năm của kế hoạch.',
  },
  {
    id: 'BL-18',
    title: 'Kinh phí từ quỹ thi đua, khen thưởng; hướng dẫn dự toán',
    how: 'people',
    sentence: 'Sở Tài chính và các đơn vị lập dự toán theo quy định; phần mềm không thay.',
  },
  {
    id: 'BL-19',
    title: 'Hướng dẫn cơ quan thông tin xây dựng nội dung, kế hoạch tuyên truyền',
    how: 'software',
    sentence: 'Trang công khai có nguồn tin, dữ liệu mở và bản tin phát thanh cho báo, đài.',
  },
  {
    id: 'BL-20',
    title: 'Khó khăn, vướng mắc phản ánh về Sở Nội vụ để tổng hợp, báo cáo',
    how: 'software',
    sentence: 'Tab Đề nghị và cột khó khăn, vướng mắc.',
  },
];
