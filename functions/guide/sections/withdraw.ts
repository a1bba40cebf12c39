/** Section 7: when a row is public, and how it leaves the public page or the list again. */

import { columnOf } from '../../domain/form.ts';
import { consentWords, exemplarForm, guardianConsentWords } from '../../domain/forms/exemplar.ts';
import { tabTitles } from '../../domain/workbook.ts';
import { type Html, html } from '../../listing/html.ts';
import { type GuideInput, isEverPublic, isReviewed, type Section } from '../guide.ts';
import { figure, heading, menuItem, note, paragraph, points, shown, steps } from '../words.ts';
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
${steps(
  html`Người lập ghi lại lời đề nghị và ngày nhận. Trả lời người đề nghị trong hai ngày làm việc.`,
  html`Báo ngay cho người thẩm định của cấp đang giữ hồ sơ. Cột ${shown('Trạng thái')} ghi tên cấp ấy.`,
  html`Người thẩm định mở tab ${shown(tabTitles.review)}, chọn dòng của gương. Bấm ${menuItem('Gỡ công khai…')}, ghi lý do rồi xác nhận.`,
  html`Sau khoảng năm phút, mở trang công khai để chắc rằng gương đã được gỡ.`,
  html`Người lập đổi cột ${shown('Đồng ý công khai')} thành ${shown(consentWords.no)} rồi nộp lại danh sách.`,
)}
${note(html`Chưa liên hệ được người thẩm định thì báo người quản trị. Người quản trị cũng gỡ được, đơn vị nhận thư ${shown('Đã gỡ công khai')}.`)}`;
