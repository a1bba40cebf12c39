/** Section 5: the head's mail, the page behind its link, and links that are over. */
import { html } from '../../listing/html.ts';
import { unitKindName } from '../duties.ts';
import type { Section } from '../guide.ts';
import { figure, heading, menuItem, note, paragraph, points, shown, steps } from '../words.ts';

export const sign: Section = {
  title: 'Thủ trưởng ký',
  body: (guide) => {
    const signing = guide.obligations.filter(({ obligation }) => obligation.headSignOff);
    if (signing.length === 0)
      return paragraph(
        html`Kế hoạch này không yêu cầu thủ trưởng ký. Nộp xong là danh sách đến thẳng cấp trên.`,
      );
    const names = signing.map(({ obligation }) => unitKindName(guide.plan, obligation.unitKind));
    const isForAll = signing.length === guide.obligations.length;
    return html`${!isForAll && paragraph(html`Dành cho thủ trưởng của: ${names.join('; ')}.`)}
${paragraph(html`Thủ trưởng ký xong, danh sách mới đến cấp trên.`)}
${steps(
  html`Mở thư có tiêu đề bắt đầu bằng ${shown('Mời ký danh sách')}.`,
  html`Bấm ${shown('Xem và ký')}. Mở trang chưa phải là ký.`,
  html`Đọc danh sách trên trang.`,
  html`Danh sách đúng thì bấm ${shown('Ký xác nhận')}.`,
  html`Chưa đúng thì ghi vào ô ${shown('Lý do trả lại')}, rồi bấm ${shown('Trả lại cho người lập')}. Người lập nhận thư kèm lý do ấy.`,
)}
${figure(guide, 'ky')}
${paragraph(html`Ký được trên điện thoại, không cần tài khoản Google.`)}
${heading('Khi liên kết không ký được')}
${points(
  html`${shown('Liên kết đã hết hạn')}: dùng liên kết mới trong thư nhắc đầu tuần. Không thấy thư thì nhờ người lập bấm ${menuItem('Nộp danh sách')} lần nữa.`,
  html`${shown('Đã có danh sách mới hơn')}: mở thư mới nhất, dùng liên kết trong thư đó.`,
  html`${shown('Liên kết không dùng được')}: mở lại thư và bấm vào nút, đừng chép liên kết.`,
)}
${note(html`Đừng chuyển tiếp thư: ai có liên kết cũng ký được thay thủ trưởng. Thư ghi rõ liên kết dùng được đến lúc nào.`)}`;
  },
};
