/** Section 10: every column of the form, read from the form. */
import { columnOf, type Form } from '../../domain/form.ts';
import { consentWords } from '../../domain/forms/exemplar.ts';
import { type Html, html } from '../../listing/html.ts';
import { isEverPublic, type Section } from '../guide.ts';
import { limitWords, requiredWords, visibilityWord } from '../limits.ts';
import { paragraph, shown, table, text } from '../words.ts';

export const columns: Section = {
  title: 'Bảng các cột',
  body: (
    guide,
  ) => html`${paragraph(html`Biểu “${guide.form.title}” có ${guide.form.columns.length} cột. ${isEverPublic(guide) ? 'Cột “Nội bộ” không bao giờ lên trang công khai.' : 'Không cột nào lên trang công khai.'}`)}
${easilyForgotten(guide.form)}
${table({
  id: 'bang-cot',
  caption: 'Mỗi cột ghi gì',
  head: ['Cột', 'Ghi gì', 'Bắt buộc', 'Giới hạn', 'Ví dụ', 'Ai xem'],
  rows: guide.form.columns.map((column) => [
    text(column.header),
    text(column.help),
    text(requiredWords(column)),
    text(limitWords(column)),
    text(column.example),
    text(visibilityWord(column, guide.plan)),
  ]),
})}`,
};

/** Cells that are wanted because of what stands in another; a form without such columns has nothing to forget. */
function easilyForgotten(form: Form): Html | null {
  const [day, alt] = [columnOf(form, 'consentDate'), columnOf(form, 'photoAlt')];
  return day && alt
    ? paragraph(
        html`Hai điều dễ quên. Đã chọn ${shown(consentWords.yes)} thì ghi ${shown(day.header)}. Có ảnh thì ghi ${shown(alt.header)}.`,
      )
    : null;
}
