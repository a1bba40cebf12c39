/** Section 8: the same list as an Excel file, for those without a Google account. */
import { columnOf } from '../../domain/form.ts';
import { html } from '../../listing/html.ts';
import type { Section } from '../guide.ts';
import { foreign, heading, note, paragraph, points, shown, steps } from '../words.ts';

export const excel: Section = {
  title: 'Nộp bằng Excel khi không có tài khoản Google',
  body: ({
    form,
  }) => html`${paragraph(html`Nơi nhận có tệp mẫu riêng cho từng đơn vị và từng kỳ. Hãy hỏi nơi nhận để lấy đúng tệp của mình.`)}
${steps(
  html`Mở tệp, bấm vào trang mang tên đơn vị mình. Điền từ dòng 3 trở xuống.`,
  html`Chọn từ danh sách thả xuống ở những ô có mũi tên. Lời chỉ dẫn hiện cạnh ô đang điền.`,
  html`Lưu tệp loại ${foreign('.xlsx')}, không đặt mật khẩu.`,
  html`Gửi tệp về nơi nhận.`,
  html`Nơi nhận báo chỗ nào cần sửa thì sửa ngay trong tệp ấy, rồi gửi lại.`,
)}
${paragraph(html`Tệp có một chỗ sai thì chưa dòng nào được nhập. Nhập lại cùng một tệp không làm thay đổi gì.`)}
${paragraph(html`Nhập xong, người có tên trong danh sách cán bộ bấm ${shown('Nộp danh sách')} trong bảng tính. Đơn vị không ai có tài khoản Google thì hỏi nơi nhận cách nộp.`)}
${heading('Khi tệp không nhập được')}
${points(
  html`Tệp loại cũ ${foreign('.xls')}: mở tệp, lưu thành loại ${foreign('.xlsx')}.`,
  html`Tệp có mật khẩu: bỏ mật khẩu rồi lưu lại.`,
  html`Tệp nặng quá 5 MB: bỏ ảnh dán trong tệp${columnOf(form, 'photoUrl') ? '; ảnh gửi bằng liên kết' : ''}.`,
  html`Tệp tự làm, hoặc của kỳ trước: lấy tệp mẫu mới rồi chép các dòng sang.`,
)}
${note(html`Đừng đổi tên cột, đừng gộp ô, đừng xóa dòng đầu. Cột ẩn giữ mã hồ sơ, xin để nguyên.`)}`,
};
