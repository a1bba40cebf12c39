/** What is wrong with a file that a cell links to: a paper, a photo, the text of a work. */
import { count, paperDay, quoted, type Sentence, type SentenceParts } from './sentence-parts.vi.ts';
import { echo } from './text.ts';

export const attachmentParts: Record<string, Sentence> = {
  number: () => 'hãy ghi số, ký hiệu văn bản, ví dụ 12/KH-UBND',
  date: (p) => `hãy ghi ngày của văn bản, không sau hôm nay, ví dụ ${paperDay(p)}`,
  link: () =>
    'hãy dán nguyên liên kết bắt đầu bằng https://, ví dụ https://drive.google.com/file/d/1AbC/view',
  access: () =>
    'hệ thống chưa mở được tệp này; hãy bấm “Chia sẻ” để ai có liên kết cũng xem được, rồi nộp lại',
};

/** Why the server cannot show a photo; the list is sent all the same. */
export const photoFaults: Record<string, Sentence> = {
  access: () =>
    'máy chủ chưa mở được nên trang công khai sẽ không có ảnh; hãy bấm “Chia sẻ” để ai có liên kết cũng xem được',
  type: (p) =>
    `là tệp ${quoted(p, 'type')} nên không đăng được; hãy dùng ảnh JPEG hoặc PNG, ảnh HEIC của điện thoại thì xuất sang JPEG`,
  size: () => 'lớn quá 15 MB nên không đăng được; hãy giảm cỡ ảnh rồi dán liên kết mới',
};

const folderType = 'application/vnd.google-apps.folder';
const aFolder =
  'là một thư mục trên Google Drive, chưa phải tệp bài, nên máy không đếm được số từ; hãy mở thư mục, mở bài rồi dán liên kết của chính tệp đó';

/** Why the server cannot count the words of a work; the list is sent all the same. */
export const uncounted: Record<string, Sentence> = {
  place: () =>
    'không nằm trên Google Drive nên máy không đếm được số từ, Ban Tổ chức sẽ đếm tay; nên đưa bài lên thư mục chung rồi dán liên kết tới tệp',
  folder: () => aFolder,
  page: () =>
    'ở Google Drive nhưng không tới một tệp bài nào nên máy không đếm được số từ; hãy mở bài rồi dán liên kết của chính tệp đó',
  access: () =>
    'máy chủ chưa mở được nên chưa đếm được số từ; hãy bấm “Chia sẻ” để ai có liên kết cũng xem được, rồi nộp lại',
  type: (p) =>
    p.params.type === folderType
      ? aFolder
      : `là ${fileWords(String(p.params.type ?? ''))} nên máy không đếm được số từ, Ban Tổ chức sẽ đếm tay; nên gửi Google Tài liệu hoặc tệp .docx`,
  size: () =>
    'quá lớn nên máy không đếm được số từ, Ban Tổ chức sẽ đếm tay; nên để ảnh ở tệp riêng, tệp bài dưới 15 MB',
  broken: () =>
    'không mở được như tệp Word (hỏng, hoặc có đặt mật khẩu) nên chưa đếm được số từ; hãy mở tệp, lưu lại dạng .docx rồi dán liên kết mới',
  empty: () =>
    'không có chữ nào để đếm, có thể là ảnh chụp trang giấy; nên gửi bản đánh máy bằng Google Tài liệu hoặc tệp .docx',
};

/** As people call such files. */
function fileWords(type: string): string {
  if (type === 'application/pdf') return 'tệp PDF';
  if (type === 'application/msword') return 'tệp Word đời cũ (.doc)';
  if (type === folderType) return 'thư mục';
  return type.startsWith('image/') ? 'tệp ảnh' : `tệp “${echo(type)}”`;
}

export function tooManyWords(p: SentenceParts): string {
  const limit = `thể lệ chỉ nhận bài dài nhất ${count(p, 'max')} từ`;
  if (p.params.counted === undefined)
    return `đang ghi ${count(p, 'value')} từ, ${limit}; hãy rút gọn hoặc xóa dòng này.`;
  const typed = p.params.value === undefined ? 'đang để trống' : `đang ghi ${count(p, 'value')} từ`;
  return `${typed}, máy đếm được ${count(p, 'counted')} từ trong tệp, ${limit}; hãy rút gọn bài trong tệp rồi ghi lại số từ, hoặc xóa dòng này.`;
}
