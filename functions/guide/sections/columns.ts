/** Section 10: every column of the form, read from the form. */
import { consentWords } from '../../domain/forms/exemplar.ts';
import { html } from '../../listing/html.ts';
import type { Section } from '../guide.ts';
import { limitWords, requiredWords, visibilityWord } from '../limits.ts';
import { paragraph, shown, table, text } from '../words.ts';

export const columns: Section = {
  title: 'Bảng các cột',
  body: ({
    plan,
    form,
  }) => html`${paragraph(html`Biểu “${form.title}” có ${form.columns.length} cột. Cột “Nội bộ” không bao giờ lên trang công khai.`)}
${paragraph(html`Hai điều dễ quên. Đã chọn ${shown(consentWords.yes)} thì ghi ${shown('Ngày đồng ý')}. Có ảnh thì ghi ${shown('Mô tả ảnh')}.`)}
${table({
  id: 'bang-cot',
  caption: 'Mỗi cột ghi gì',
  head: ['Cột', 'Ghi gì', 'Bắt buộc', 'Giới hạn', 'Ví dụ', 'Ai xem'],
  rows: form.columns.map((column) => [
    text(column.header),
    text(column.help),
    text(requiredWords(column)),
    text(limitWords(column)),
    text(column.example),
    text(visibilityWord(column, plan)),
  ]),
})}`,
};
