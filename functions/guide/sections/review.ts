/** Section 6: the reviewers' tab, what each decision does, doubles, answers to units, and sending the chosen ones upward. */
import { columnOf } from '../../domain/form.ts';
import { exemplarForm } from '../../domain/forms/exemplar.ts';
import { type RequestColumn, requestForm } from '../../domain/forms/request.ts';
import { requestKindWords } from '../../domain/request.ts';
import { decisionWords, reviewColumns, tabTitles } from '../../domain/workbook.ts';
import { type Html, html } from '../../listing/html.ts';
import { oneOf } from '../duties.ts';
import { type GuideInput, isEverPublic, isReviewed, type Section } from '../guide.ts';
import { figure, heading, menuItem, note, paragraph, points, shown, steps, table, text } from '../words.ts';

/** What every form's tab has. */
const header = (key: 'key' | 'decision' | 'reason' | 'remark'): Html =>
  shown(reviewColumns(exemplarForm).find((column) => column.key === key)?.header ?? '');
const requestHeader = ({ plan }: GuideInput, key: RequestColumn): Html =>
  shown(requestForm(plan, { tabs: [] }).columns.find((column) => column.key === key)?.header ?? '');
const word = (action: keyof typeof decisionWords): Html => shown(decisionWords[action]);

/** "cấp huyện hoặc cấp tỉnh": where approval makes a row public; '' when nothing ever is. */
export function publishingLevels({ plan }: GuideInput): string {
  const levels = plan.levels.filter(({ id }) => plan.publication.levels.includes(id));
  return oneOf(levels.map(({ name }) => name.toLocaleLowerCase('vi')));
}

const whenPublic = (guide: GuideInput): string =>
  isEverPublic(guide) ? ` Ở ${publishingLevels(guide)} thì được công khai, nếu người được nêu đồng ý.` : '';

/** Fields, sex and labour are weighed up of exemplars only. */
const isAboutExemplars = ({ form }: GuideInput): boolean => columnOf(form, 'sector') !== undefined;

const shortlist = html`${heading('Chọn ít trong nhiều')}
${points(
  html`Tab ${shown(tabTitles.shortlist)} bày từng hồ sơ: lĩnh vực, số liệu, khen thưởng, nữ, trực tiếp lao động.`,
  html`Bên dưới là bảng cân đối theo lĩnh vực, đơn vị, loại, giới, người trực tiếp lao động.`,
  html`Bảng chỉ để tham khảo, không chấm điểm, không xếp hạng. Quyết định là của Hội đồng.`,
)}
`;

const nearCopies = [
  html`Cột ${header('remark')} báo khi có hồ sơ khác gần giống, hoặc có thể cùng một người.`,
  html`Chọn dòng đó, bấm ${menuItem('So sánh hồ sơ gần giống')} để đọc cả hai. Đây chỉ là gợi ý.`,
];

const sameFile = html`Cột ${header('remark')} báo khi hồ sơ khác ở cấp mình dùng cùng một tệp bài. Máy không so nội dung các bài.`;

export const review: Section = {
  title: 'Thẩm định',
  body: (
    guide,
  ) => html`${isReviewed(guide) ? ofRows(guide) : filed(guide)}${heading('Trả lời đề nghị của đơn vị')}
${steps(
  html`Mở tab ${shown(tabTitles.requests)}: mỗi dòng là một đề nghị của đơn vị.`,
  html`Chọn ở cột ${requestHeader(guide, 'decision')}, ghi lý do ở cột ${requestHeader(guide, 'answer')}. ${shown(requestKindWords.difficulty)}, ${shown(requestKindWords.delay)} thì chỉ ghi trả lời.`,
  html`Bấm ${menuItem('Ghi trả lời')}. Đơn vị nhận được thư; được gia hạn thì hạn mới có hiệu lực ngay.`,
)}
${paragraph(html`Trả lời đã ghi thì không sửa được. Đổi ý thì nhờ đơn vị ghi một dòng mới.`)}
${isReviewed(guide) && sendUp}`,
};

const filed = ({ form }: GuideInput): Html =>
  paragraph(
    html`Không ai quyết định từng ${form.rowWord} trong danh sách này. Đơn vị nộp lại thì bản mới thay bản cũ.`,
  );

const ofRows = (guide: GuideInput): Html => html`${steps(
  html`Mở bảng tính của cấp mình, bấm vào tab ${shown(tabTitles.review)}.`,
  html`Bấm ${menuItem('Lấy hồ sơ mới')}. Hồ sơ mới hiện ở cuối tab.`,
  html`Đọc từng dòng: đây là đúng nội dung đơn vị đã nộp.`,
  html`Chọn ở cột ${header('decision')}, ghi thêm ở cột ${header('reason')} nếu cần.`,
  html`Bấm vào một ô bất kỳ để ghi cả tab, hoặc chọn vài dòng để chỉ ghi những dòng ấy.`,
  html`Bấm ${menuItem('Ghi quyết định')}. Đọc hộp trả lời: đã ghi bao nhiêu, dòng nào chưa ghi được.`,
)}
${figure(guide, 'tham-dinh')}
${note(html`Menu chưa có ${shown('Lấy hồ sơ mới')}? Đứng ở tab ${shown(tabTitles.review)}, bấm ${menuItem('Kiểm tra ngay')} một lần.`)}
${heading('Bốn quyết định')}
${table({
  id: 'bang-quyet-dinh',
  caption: 'Mỗi quyết định làm gì',
  head: ['Quyết định', 'Việc xảy ra', 'Lý do'],
  rows: [
    [
      word('return'),
      text('Hồ sơ về nơi đã gửi để sửa. Đơn vị đọc được lý do.'),
      text('Bắt buộc, ít nhất 10 ký tự'),
    ],
    [word('hold'), text('Chưa kết luận, hồ sơ ở lại cấp này.'), text('Nên ghi')],
    [word('approve'), text(`Công nhận ở cấp này.${whenPublic(guide)}`), text('Không cần')],
    [
      word('promote'),
      text('Công nhận, và đưa vào danh sách cấp mình gửi cấp trên. Cấp cao nhất không có mục này.'),
      text('Không cần'),
    ],
  ],
})}
${paragraph(html`Muốn đổi quyết định thì chọn lại rồi bấm ${menuItem('Ghi quyết định')}. Hồ sơ đã gửi lên cấp trên thì cấp trên quyết định.`)}
${heading('Trùng lặp')}
${points(
  html`Đơn vị nộp lại thì hồ sơ có thêm một dòng. Số sau dấu chấm ở cột ${header('key')} là lần gửi. Hãy quyết định ở lần lớn nhất.`,
  html`Một hồ sơ ghi hai quyết định khác nhau thì chưa ghi quyết định nào. Hãy giữ một quyết định rồi ghi lại.`,
  ...(isAboutExemplars(guide) ? nearCopies : [sameFile]),
  html`Đúng là trùng thì giữ một hồ sơ, trả lại hồ sơ kia kèm lý do.`,
)}
${guide.plan.shortlist !== undefined && isAboutExemplars(guide) && shortlist}${heading('Đang xem xét, khiếu nại')}
${points(
  html`Đang bị xem xét kỷ luật, thanh tra, khiếu nại thì chưa đề nghị khen. Báo nêu sai phạm cũng vậy (Nghị định 152/2025/NĐ-CP, điều 4).`,
  html`Chọn dòng đó, bấm ${menuItem('Đánh dấu đang xem xét, khiếu nại…')}, ghi lý do. Chỉ người thẩm định và người quản trị đọc được.`,
  html`Hồ sơ ấy vẫn duyệt được, nhưng chưa chọn lên${isEverPublic(guide) && ' và chưa công khai'}. Có kết luận rồi thì bỏ đánh dấu ở cùng chỗ.`,
  html`Đừng ghi điều này vào bảng tính: đơn vị nào cũng đọc được bảng tính.`,
)}
`;

const sendUp = html`${heading('Gửi danh sách của cấp mình')}
${points(
  html`Hồ sơ đã ${word('promote')} tự vào danh sách của cấp mình, không phải gõ lại.`,
  html`Người lập của cấp mình vẫn phải bấm ${menuItem('Nộp danh sách')}. Tab của mình nằm trong bảng tính cấp trên.`,
)}`;
