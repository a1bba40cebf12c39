/** Section 1: which of the four roles the reader has, what it does, and what the plan asks of whom by when. */
import { periodLabel } from '../../domain/period.ts';
import { html } from '../../listing/html.ts';
import { allOf, amountWords, dayWords, receiverOf, unitKindName } from '../duties.ts';
import type { Section } from '../guide.ts';
import { heading, paragraph, sectionLink, table, text } from '../words.ts';

export const who: Section = {
  title: 'Ai làm gì',
  body: ({
    plan,
    period,
    obligations,
    form,
  }) => html`${paragraph(html`Tìm vai của mình trong bảng, rồi đọc đúng những mục ghi bên phải.`)}
${table({
  id: 'bang-vai',
  caption: 'Bốn vai và những mục cần đọc',
  head: ['Vai', 'Làm gì', 'Đọc'],
  rows: [
    [
      text('Người lập danh sách'),
      text('Điền tab của đơn vị, sửa chỗ được báo, nộp danh sách.'),
      html`${sectionLink('dien')}, ${sectionLink('sua-loi')}, ${sectionLink('nop')}`,
    ],
    [text('Thủ trưởng đơn vị'), text('Xem danh sách trong thư, ký hoặc trả lại.'), sectionLink('ky')],
    [
      text('Người thẩm định ở cấp trên'),
      text(
        form.flow === 'reviewed'
          ? 'Đọc hồ sơ, ghi quyết định, chọn lên cấp trên.'
          : 'Đọc danh sách, trả lời đề nghị của đơn vị.',
      ),
      html`${sectionLink('tham-dinh')}, ${sectionLink('go-cong-khai')}`,
    ],
    [
      text('Người quản trị'),
      text('Dựng bảng tính, giữ danh sách cán bộ, nhập tệp Excel.'),
      html`${sectionLink('go-cong-khai')}, ${sectionLink('excel')}`,
    ],
  ],
})}
${heading('Ai nộp, bao nhiêu, hạn nào')}
${table({
  id: 'bang-han',
  caption: `Theo ${plan.number}, ${periodLabel(period)}`,
  head: ['Đơn vị', 'Số lượng', 'Hạn', 'Nộp về'],
  rows: obligations.map((owed) => [
    text(unitKindName(plan, owed.obligation.unitKind)),
    text(amountWords(owed)),
    text(dayWords(owed)),
    text(receiverOf(plan, owed.obligation.unitKind)),
  ]),
})}
${plan.reminderLeads.length > 0 && paragraph(html`Trước hạn ${allOf(plan.reminderLeads.map(String))} ngày làm việc, đơn vị chưa nộp nhận thư nhắc. Mỗi người nhiều nhất một thư nhắc một ngày.`)}`,
};
