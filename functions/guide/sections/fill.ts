/** Section 2: typing, pasting, choosing, dates and numbers, and the hidden ids that statuses hang on. */
import { columnOf, type Form } from '../../domain/form.ts';
import { stampedRows } from '../../domain/workbook.ts';
import { type Html, html } from '../../listing/html.ts';
import type { Section } from '../guide.ts';
import {
  figure,
  foreign,
  heading,
  menuItem,
  note,
  paragraph,
  points,
  sectionLink,
  shown,
  steps,
} from '../words.ts';

const firstOf = (form: Form, type: string) => form.columns.find((column) => column.type === type);
const firstHeader = ({ columns: [first] }: Form): Html => shown(first?.header ?? '');

/** What one row is of: "cá nhân, một tập thể hoặc một mô hình", "văn bản". */
const oneRow = ({ kindColumn, rowWord }: Form): string =>
  kindColumn ? 'cá nhân, một tập thể hoặc một mô hình' : rowWord;

/** What an administrator carried over from an earlier period stands in the first lines of a new tab. */
function registeringAgain(form: Form): Html | null {
  const [pledge, consent] = [columnOf(form, 'pledge'), columnOf(form, 'consent')];
  return pledge && consent
    ? html`${heading('Đăng ký lại gương của kỳ trước')}
${points(
  html`Dòng có sẵn với ghi chú ${shown('Mang sang từ')} là gương được công nhận ở kỳ trước. Chưa ai sửa thì dòng ấy chưa được đếm.`,
  html`Còn đăng ký thì hỏi rồi ghi ${shown(pledge.header)} của năm nay. Ví dụ: “${pledge.example}”.`,
  html`Hỏi lại cả ${shown(consent.header)}: lời đồng ý của kỳ trước không mang sang.`,
  html`Không đăng ký nữa thì xóa dòng. Hồ sơ và trang công khai của kỳ trước vẫn còn.`,
  html`Ghi người khác thì ghi ở dòng trống, đừng gõ đè lên dòng mang sang.`,
)}
`
    : null;
}

export const fill: Section = {
  title: 'Điền danh sách',
  body: (guide) => {
    const { form } = guide;
    const choice = form.columns.find(({ type, key }) => type === 'choice' && key !== form.kindColumn);
    const day = firstOf(form, 'date');
    const numbers = form.columns.filter(({ type }) => type === 'integer').slice(0, 2);
    const ofDays = [
      ...(day ? [html`Ngày: gõ đủ ngày/tháng/năm, ví dụ ${day.example}.`] : []),
      ...numbers.map(({ header, example }) => html`${shown(header)}: chỉ gõ chữ số, ví dụ ${example}.`),
    ];
    return html`${steps(
      html`Mở thư nhắc hạn rồi bấm ${shown('Mở trang tính')}.`,
      html`Ở cuối màn hình, bấm vào tab mang tên đơn vị mình.`,
      html`Bấm vào dòng trống đầu tiên, cột ${firstHeader(form)}. Gõ lần lượt từ trái sang phải.`,
      html`Mỗi dòng chỉ ghi một ${oneRow(form)}.`,
      html`Chưa rõ cột nào ghi gì thì đưa chuột vào tên cột. Lời giải thích và ví dụ hiện ra ngay.`,
    )}
${figure(guide, 'dien')}
${paragraph(html`Không cần bấm lưu: bảng tính tự lưu từng ô. Từng cột ghi gì: xem ${sectionLink('cot')}.`)}
${note(html`Lần đầu bấm menu, Google hỏi quyền cho Gương Sáng. Chọn đúng tài khoản công vụ của mình rồi đồng ý.`)}
${note(html`Trên điện thoại vẫn gõ được, nhưng ứng dụng Trang tính không có menu ${shown('Gương sáng')}. Hãy nộp bằng máy tính.`)}
${
  choice === undefined
    ? null
    : html`${heading('Chọn từ danh sách thả xuống')}
${steps(
  html`Bấm vào mũi tên ở góc ô, ví dụ ở cột ${shown(choice.header)}.`,
  html`Chọn một dòng trong danh sách. Không gõ lời khác vào ô này.`,
)}`
}
${ofDays.length > 0 && heading('Ngày và số')}
${ofDays.length > 0 && points(...ofDays)}
${heading('Dán từ Excel')}
${steps(
  html`Xếp các cột trong Excel đúng thứ tự các cột của tab.`,
  html`Trong Excel, chép các dòng, không chép dòng tên cột.`,
  html`Trong tab, bấm vào ô trống đầu tiên của cột ${firstHeader(form)}.`,
  html`Bấm ${foreign('Ctrl+Shift+V')} để chỉ dán chữ và số.`,
  html`Bấm ${menuItem('Kiểm tra ngay')}.`,
)}
${note(html`Lỡ dán làm mất danh sách thả xuống thì bấm ${foreign('Ctrl+Z')}, rồi dán lại bằng ${foreign('Ctrl+Shift+V')}.`)}
${registeringAgain(form)}${heading('Dòng mới và mã hồ sơ')}
${points(
  html`Tab có sẵn ${stampedRows} dòng, mỗi dòng mang một mã hồ sơ ẩn. Trạng thái đi theo mã, không theo vị trí.`,
  html`Chèn thêm dòng, hoặc chép cả dòng, thì bấm ${menuItem('Cấp mã cho dòng mới')}.`,
  html`Thêm, xóa, sắp xếp dòng thoải mái. Đừng đổi tên cột và đừng gộp ô.`,
)}`;
  },
};
