/** Section 3: what red and yellow mean, the sidebar, returned rows, and the mistakes most met in the sheet's own words. */
import { systemColumns } from '../../domain/workbook.ts';
import { html } from '../../listing/html.ts';
import { isReviewed, type Section } from '../guide.ts';
import { exampleProblems } from '../mistakes.ts';
import { figure, heading, menuItem, note, paragraph, points, shown, steps, table, text } from '../words.ts';

const header = (key: 'status' | 'issues') =>
  shown(systemColumns.find((column) => column.key === key)?.header ?? '');

const severityWords = { error: 'Cần sửa', warning: 'Lưu ý' } as const;

const returned = html`${heading('Dòng bị trả lại')}
${steps(
  html`Đọc lý do trong thư, hoặc ở cột ${header('issues')} của dòng đó.`,
  html`Sửa ngay tại dòng đó. Đừng lập dòng mới.`,
  html`Nộp lại cả danh sách: bấm ${menuItem('Nộp danh sách')}.`,
)}
`;

export const mend: Section = {
  title: 'Sửa lỗi',
  body: (guide) => html`${paragraph(html`Gõ xong một ô, Gương Sáng kiểm tra ô đó ngay.`)}
${points(
  html`Ô đỏ nhạt: phải sửa thì mới nộp được.`,
  html`Ô vàng nhạt: nên xem lại, nhưng vẫn nộp được.`,
  html`Đưa chuột vào ô màu để đọc ghi chú: đang ghi gì và nên ghi gì.`,
)}
${heading('Xem và sửa mọi chỗ một lượt')}
${steps(
  html`Bấm ${menuItem('Xem lỗi')}. Thanh bên mở ra ở bên phải.`,
  html`Xem phần ${shown('Chỗ cần sửa')}. Mỗi chỗ ghi ${shown('Cần sửa')} hoặc ${shown('Lưu ý')}.`,
  html`Bấm vào một chỗ để đến đúng ô, rồi sửa ô đó.`,
  html`Sửa hết thì bấm ${shown('Kiểm tra lại')}.`,
  html`Thấy ${shown('Không còn lỗi')} là nộp được.`,
)}
${figure(guide, 'menu')}${figure(guide, 'thanh-ben')}
${note(html`Ô bỏ trống ở cuối dòng chưa đổi màu lúc đang gõ. Điền xong hãy bấm ${menuItem('Kiểm tra ngay')}.`)}
${paragraph(html`Đầu mỗi dòng, cột ${header('status')} cho biết dòng ấy đã đến đâu. Cột ${header('issues')} nói còn phải sửa gì. Hai cột này tự đổi, đừng gõ vào.`)}
${isReviewed(guide) && html`${returned}${figure(guide, 'tra-lai')}`}
${heading('Những lời báo hay gặp')}
${paragraph(html`Bảng dưới đây chép đúng lời Gương Sáng báo. Dữ liệu trong bảng là giả định.`)}
${table({
  id: 'bang-loi',
  caption: 'Lời báo hay gặp và cách sửa',
  head: ['Ở đâu', 'Gương Sáng báo', 'Mức'],
  rows: exampleProblems(guide).map(({ where, said, severity }) => [
    text(where),
    text(said),
    text(severityWords[severity]),
  ]),
})}`,
};
