/** Section 4: sending the list, the paper that goes with it, the receipt, sending again, and what counts as late. */
import { columnOf, type Form } from '../../domain/form.ts';
import { formatNumber } from '../../domain/number.ts';
import { type Html, html } from '../../listing/html.ts';
import { dayWords, unitKindName } from '../duties.ts';
import { type GuideInput, isReviewed, type Section } from '../guide.ts';
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

const hasPaper = ({ obligations }: GuideInput): boolean =>
  obligations.some(({ obligation }) => obligation.attachment);
const needsHead = ({ obligations }: GuideInput): boolean =>
  obligations.some(({ obligation }) => obligation.headSignOff);

export const submit: Section = {
  title: 'Nộp danh sách',
  body: (guide) => html`${steps(
    html`Bấm ${menuItem('Nộp danh sách')}. Thanh bên mở ra, phần nộp ở dưới cùng.`,
    html`Xem lại ${shown('Số lượng')}, ${shown('Hạn')} và ${shown('Tình trạng')}.`,
    ...(hasPaper(guide)
      ? [html`Nếu có khung văn bản kèm theo thì điền đủ ba ô trong khung. Cách điền ở ngay dưới đây.`]
      : []),
    html`Bấm nút ${shown('Nộp danh sách')} ở cuối thanh bên.`,
    html`Thấy ${shown('Đã nộp')} là xong.`,
  )}
${figure(guide, 'nop')}
${note(html`Thấy ${shown('Chưa nộp được')} thì chưa có gì được gửi đi. Sửa những chỗ nêu bên dưới rồi bấm lại.`)}
${hasPaper(guide) && paper}
${renderCounted(guide.form)}
${heading('Thư báo nhận')}
${paragraph(html`Nộp xong, người lập nhận thư có tiêu đề bắt đầu bằng ${shown('Đã nhận danh sách')}. Thư ghi giờ nộp, nơi nhận và tên từng ${isReviewed(guide) ? 'hồ sơ' : guide.form.rowWord}. Hãy giữ thư này.`)}
${figure(guide, 'bien-nhan')}
${note(html`Chưa thấy thư thì tìm trong mục thư rác. Ô ${shown('Tình trạng')} trong thanh bên cũng cho biết đã nộp chưa.`)}
${heading('Dòng ẩn')}
${paragraph(html`Dòng đang ẩn hoặc bị lọc vẫn được nộp. Thanh bên báo có bao nhiêu dòng như vậy.`)}
${heading('Không có trường hợp nào')}
${renderNil(guide)}
${heading('Nộp lại')}
${points(
  html`Sửa thêm điều gì thì bấm ${menuItem('Nộp danh sách')} lần nữa. Bản mới thay bản cũ.`,
  ...(needsHead(guide) ? [html`Thủ trưởng nhận thư mới và ký lại bản mới.`] : []),
  html`Nộp lại đúng bản cũ thì không có gì thay đổi.`,
  ...(isReviewed(guide)
    ? [html`Hồ sơ cấp trên đã duyệt thì không sửa được nữa. Cần sửa, hãy đề nghị cấp trên trả lại.`]
    : [html`Các bản đã nộp trước vẫn được giữ.`]),
)}
${heading('Hạn nộp')}
${renderDays(guide)}`,
};

function renderDays(guide: GuideInput): Html {
  const { obligations, plan } = guide;
  const [first] = obligations;
  const example = html`Ví dụ ${unitKindName(plan, first.obligation.unitKind)}: ${dayWords(first)}.`;
  return html`${paragraph(html`Hạn của từng đơn vị: xem ${sectionLink('ai-lam-gi')}. ${example}${first.deadline.strict && ' Đúng ngày ghi sau chữ “trước ngày” đã là trễ.'}`)}
${paragraph(html`Nộp trễ vẫn được nhận, nhưng bị tính là trễ.${needsHead(guide) && ' Trễ hay không là tính lúc người lập nộp, không tính lúc thủ trưởng ký.'}`)}`;
}

const paper = html`${heading('Văn bản kèm theo')}
${steps(
  html`Đưa bản chụp văn bản lên Google Drive. Bấm ${foreign('Chia sẻ')} để ai có liên kết cũng xem được.`,
  html`Ô ${shown('Số, ký hiệu văn bản')}: ví dụ 12/KH-UBND.`,
  html`Ô ${shown('Ngày văn bản (ngày/tháng/năm)')}: gõ đủ ngày, tháng, năm.`,
  html`Ô ${shown('Liên kết tới văn bản')}: dán nguyên liên kết vừa chép.`,
)}`;

/** For forms whose works the server counts itself. */
function renderCounted(form: Form): Html | null {
  const { countedWords } = form;
  if (!countedWords) return null;
  const header = (key: string): Html => shown(columnOf(form, key)?.header ?? '');
  return html`${heading('Máy đếm số từ')}${points(
    html`Lúc nộp, máy mở tệp ở cột ${header(countedWords.file)} và đếm số từ.`,
    html`Tệp dài hơn ${formatNumber(countedWords.most)} từ thì chưa nộp được, dù cột ${header(countedWords.typed)} ghi ít hơn.`,
    html`Máy đếm được Google Tài liệu, tệp .docx và tệp .txt. Tệp PDF, tệp ảnh, tệp .doc thì Ban Tổ chức đếm tay.`,
    html`Bấm ${foreign('Chia sẻ')} để ai có liên kết cũng xem được tệp. Máy chưa mở được tệp thì vẫn nộp được và có lời nhắc.`,
  )}`;
}

function renderNil({ obligations, plan, form }: GuideInput): Html {
  const may = obligations.filter(({ obligation }) => obligation.nilReport);
  if (may.length === 0)
    return paragraph(
      html`Kế hoạch này yêu cầu mọi đơn vị gửi danh sách. Đơn vị chưa có ${form.rowWord} nào thì hỏi nơi nhận.`,
    );
  const names = may.map(({ obligation }) => unitKindName(plan, obligation.unitKind)).join('; ');
  return html`${paragraph(html`Dành cho: ${names}.`)}${steps(
    html`Để trống tab của đơn vị.`,
    html`Bấm ${menuItem('Nộp danh sách')}, đánh dấu ${shown('Báo cáo không có trường hợp nào')}.`,
    html`Bấm nút ${shown('Nộp danh sách')}. Im lặng không được tính là đã báo cáo.`,
  )}`;
}
