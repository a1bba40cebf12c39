/** Section 9: what goes wrong on ordinary days, and the one thing to do then. */
import { requestKindWords } from '../../domain/request.ts';
import { systemColumns, tabTitles } from '../../domain/workbook.ts';
import { type Html, html } from '../../listing/html.ts';
import { isEverPublic, type Section } from '../guide.ts';
import { foreign, heading, link, menuItem, paragraph, shown } from '../words.ts';

const ask = (question: string, ...answers: Html[]): Html =>
  html`${heading(question)}${answers.map(paragraph)}`;

const history = foreign('Tệp › Nhật ký phiên bản');
const statusHeader = systemColumns.find(({ key }) => key === 'status')?.header ?? '';

export const questions: Section = {
  title: 'Câu hỏi thường gặp',
  body: (guide) =>
    html`${ask(
      'Lỡ xóa một dòng thì sao?',
      html`Bấm ${foreign('Ctrl+Z')} ngay. Nếu đã lâu, vào ${history}, chọn bản trước lúc xóa rồi khôi phục.`,
    )}${ask(
      'Sắp xếp hay lọc danh sách có sao không?',
      html`Không sao: trạng thái đi theo mã của dòng. Nhớ sắp xếp cả bảng, đừng chỉ sắp xếp một cột.`,
    )}${ask(
      'Hai người cùng gõ một lúc có được không?',
      html`Được. Hai người cùng sửa một ô thì lời gõ sau được giữ. Muốn xem lại lời trước, vào ${history}.`,
      html`Hai người cùng nộp thì người sau được báo. Bấm ${menuItem('Nộp danh sách')} lại để xem kết quả mới nhất.`,
    )}${ask(
      'Quá hạn rồi có nộp được không?',
      html`Được. Điền xong, bấm ${menuItem('Nộp danh sách')} như thường. Danh sách được ghi là nộp trễ.`,
      html`Nêu lý do ở tab ${shown(tabTitles.requests)}, chọn loại ${shown(requestKindWords.delay)}. Lý do hiện ở tab ${shown(tabTitles.summary)}, không làm đổi điểm.`,
    )}${ask(
      'Không kịp hạn, chưa đồng ý với điểm, hay có vướng mắc?',
      html`Ghi một dòng ở tab ${shown(tabTitles.requests)}. Chọn đơn vị mình và loại, ví dụ ${shown(requestKindWords.extension)}, rồi ghi lý do.`,
      html`Trả lời hiện ở cột ${shown('Kết quả')} của dòng ấy và gửi qua thư.`,
    )}${ask(
      'Gõ nhầm vào tab của đơn vị khác thì sao?',
      html`Tab của đơn vị khác đã khóa, không gõ được. Chỉ mở tab mang tên đơn vị mình.`,
      html`Lỡ dán cả dòng của nơi khác vào tab mình thì bấm ${menuItem('Cấp mã cho dòng mới')}.`,
    )}${ask(
      'Chữ dán vào bị lạ, như “NguyÔn ThÞ Hoa”?',
      html`Đó là bảng mã cũ TCVN3 (phông .VnTime). Chuyển sang Unicode bằng bộ gõ tiếng Việt rồi dán lại.`,
      html`Ghi chú ở ô cũng gợi ý lời đúng để gõ lại.`,
    )}${ask(
      'Không thấy menu Gương sáng?',
      html`Mở bằng trình duyệt trên máy tính, tải lại trang, chờ khoảng mười giây. Vẫn không có thì báo người quản trị.`,
    )}${ask(
      `Cột ${statusHeader} cứ ghi “Chưa kiểm tra”?`,
      html`Bấm ${menuItem('Kiểm tra ngay')}. Dòng nào trống cả cột này thì bấm ${menuItem('Cấp mã cho dòng mới')}.`,
    )}${ask(
      'Không nhận được thư nào?',
      html`Tìm trong mục thư rác. Không có thì nhờ người quản trị xem lại địa chỉ trong danh sách cán bộ.`,
    )}${ask(
      'Ai xem được danh sách của đơn vị tôi?',
      html`Cán bộ có tên trong bảng tính ấy đều xem được, nhưng không sửa được. Vì vậy đừng ghi số nhà, số điện thoại, số giấy tờ.`,
      isEverPublic(guide)
        ? html`Người dân chỉ xem được những cột ghi “Công khai” trong ${link('cot', 'bảng các cột')}, sau khi được duyệt.`
        : html`Người dân không xem được danh sách này.`,
    )}${ask(
      'Máy báo lạ, không biết hỏi ai?',
      html`Bấm ${menuItem('Tự kiểm tra')}, chụp màn hình kết quả, gửi người quản trị.`,
    )}`,
};
