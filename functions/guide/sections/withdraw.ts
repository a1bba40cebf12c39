/** Section 7: when a row is public, and how it leaves the public page or the list again. */

import { columnOf } from '../../domain/form.ts';
import { consentWords, exemplarForm, guardianConsentWords } from '../../domain/forms/exemplar.ts';
import { tabTitles } from '../../domain/workbook.ts';
import { type Html, html } from '../../listing/html.ts';
import { type GuideInput, isEverPublic, isReviewed, type Section } from '../guide.ts';
import { figure, heading, menuItem, note, paragraph, points, shown } from '../words.ts';
import { publishingLevels } from './review.ts';

const guardianHeader = columnOf(exemplarForm, 'guardianConsent')?.header ?? '';

export const withdraw: Section = {
  title: 'Gỡ công khai, rút hồ sơ',
  body: (
    guide,
  ) => html`${isEverPublic(guide) ? renderPublic(guide) : paragraph(html`Kế hoạch này không đưa ${guide.form.rowWord} nào lên trang công khai.`)}
${isReviewed(guide) ? ofReviewed : ofFiled(guide)}`,
};

const ofFiled = ({ form }: GuideInput): Html => html`${heading(`Rút một ${form.rowWord} khỏi danh sách`)}
${points(
  html`Xóa dòng đó rồi nộp lại danh sách. Bản mới thay bản cũ.`,
  html`Rút xong, danh sách vẫn phải đủ số lượng của kế hoạch.`,
)}`;

const ofReviewed = html`${heading('Rút một hồ sơ khỏi danh sách')}
${points(
  html`Cấp trên chưa duyệt: xóa dòng đó rồi nộp lại danh sách. Ở tab ${shown(tabTitles.review)}, hồ sơ ấy ghi là ${shown('Đã rút khỏi danh sách')}.`,
  html`Cấp trên đã duyệt: đề nghị cấp trên trả lại trước, rồi mới xóa.`,
  html`Rút xong, danh sách vẫn phải đủ số lượng của kế hoạch.`,
)}`;

const renderPublic = (
  guide: GuideInput,
): Html => html`${paragraph(html`Một gương chỉ lên <a href="/">trang công khai</a> khi có đủ ba điều:`)}
${points(
  html`Đã được duyệt ở ${publishingLevels(guide)}.`,
  html`Cột ${shown('Đồng ý công khai')} ghi ${shown(consentWords.yes)} hoặc ${shown(consentWords.withoutPhoto)}, có ghi ${shown('Ngày đồng ý')}. ${shown(consentWords.notAsked)} không phải là đồng ý.`,
  html`Người dưới 16 tuổi lúc đồng ý thì ghi thêm cột ${shown(guardianHeader)}. Từ 7 tuổi: ${shown(guardianConsentWords.both)}. Chưa đủ 7 tuổi: ${shown(guardianConsentWords.guardian)}. Giấy đồng ý đơn vị giữ.`,
)}
${paragraph(html`Ảnh chỉ hiện khi cột ${shown('Đồng ý công khai')} ghi ${shown(consentWords.yes)} và có ${shown('Mô tả ảnh')}. Ảnh là tệp JPEG hoặc PNG trên Google Drive, đã bấm “Chia sẻ”. Trang công khai đăng một bản nhỏ, đã bỏ thông tin nơi chụp. Đổi ảnh thì dán liên kết mới rồi nộp lại.`)}
${figure(guide, 'cong-khai')}
${heading('Người được nêu tên muốn thôi công khai')}
${paragraph(html`Rút lại đồng ý có hiệu lực ngay, không chờ ký, không phải trả lại dòng.`)}
${points(
  html`Người đó gửi đề nghị ở trang công khai: bấm nút trong thư báo. Trả lời trong hai ngày làm việc rồi ghi lại ở đó. Gỡ ảnh, gỡ trang, hoặc không làm theo kèm lý do, cũng ở đó.`,
  html`Người đó nói với đơn vị: sửa cột ${shown('Đồng ý công khai')}. Ghi ${shown(consentWords.no)}, hoặc ${shown(consentWords.withoutPhoto)}. Giữ nguyên các ô khác của dòng rồi nộp danh sách, kể cả khi dòng khác còn chỗ cần sửa. Mới sửa mà chưa nộp, hoặc xóa dòng, thì trang vẫn còn.`,
  html`Người thẩm định cũng gỡ được ở tab ${shown(tabTitles.review)}. Chọn dòng của gương, bấm ${menuItem('Gỡ công khai…')}, ghi lý do rồi xác nhận.`,
  html`Người đó đồng ý lại: nhờ cấp trên chọn ${shown('Trả lại')} cho hồ sơ. Sau đó mới ghi ${shown('Ngày đồng ý')} mới rồi nộp lại.`,
)}
${note(html`Sau khoảng năm phút, mở trang công khai để chắc rằng gương đã được gỡ. Sửa nội dung đã duyệt thì nhờ người thẩm định ${shown('Trả lại')}; trong lúc đó trang không hiện.`)}`;
