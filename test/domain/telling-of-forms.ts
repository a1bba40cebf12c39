/** What is said of the forms beside the exemplars': one sentence for each code that only they can have, and for counts. */
import type { Problem } from '../../functions/domain/problem.ts';

const problem = (code: Problem['code'], column: string | undefined, params: Problem['params']): Problem => ({
  code,
  severity: 'error',
  ...(column === undefined ? {} : { column }),
  params,
});

export const tellingOfForms: [form: string, told: Problem, sentence: string][] = [
  [
    'contest-entry',
    problem('text-in-number', 'wordCount', { value: 'dài' }),
    'Đang ghi “dài”, hãy chỉ ghi số, ví dụ 1.650.',
  ],
  [
    'contest-archive',
    problem('text-in-number', 'year', { value: 'ngoái' }),
    'Đang ghi “ngoái”, hãy chỉ ghi số, ví dụ 2019.',
  ],
  [
    'standards',
    problem('valid-backwards', 'validTo', { value: '01/01/2025', from: '02/01/2025' }),
    'Đang ghi 01/01/2025, trước ngày bắt đầu áp dụng 02/01/2025; hãy xem lại hai ngày, hoặc để trống nếu áp dụng cho đến khi có quy định mới.',
  ],
  [
    'standards',
    problem('code-duplicate', 'code', { value: 'CN-01', lines: '3, 7' }),
    'Mã “CN-01” có ở các dòng 3, 7, hãy đặt cho mỗi tiêu chí một mã riêng, ví dụ “CN-01”.',
  ],
  [
    'standards',
    problem('points-not-hundred', undefined, { subject: 'Cá nhân', sum: 95, wanted: 100 }),
    'Các tiêu chí về cá nhân cộng lại được 95 điểm, nên chia lại cho đủ 100 điểm.',
  ],
  [
    'standards',
    problem('list-empty', undefined, { min: 3 }),
    'Danh sách chưa có tiêu chí nào; hãy ghi ít nhất 3 tiêu chí, hoặc chọn “Không có trường hợp” nếu kế hoạch cho phép.',
  ],
  [
    'standards',
    problem('row-key-missing', undefined, {}),
    'Dòng tự chèn nên chưa có mã hồ sơ ẩn; hãy chọn menu Gương sáng › Cấp mã cho dòng mới, hoặc chép nội dung, từ cột “Mã tiêu chí” trở đi, sang một dòng trống có sẵn rồi xóa dòng này.',
  ],
  [
    'follow-up',
    problem('ending-without-reason', 'reason', { value: 'Thôi theo dõi', length: 9, min: 20 }),
    'Đã chọn “Thôi theo dõi” mà lý do mới có 9 ký tự, hãy ghi rõ lý do từ 20 ký tự trở lên, ví dụ “Hộ gia đình đã chuyển nơi ở, không còn làm mô hình”.',
  ],
  [
    'unit-document',
    problem('paper-number-odd', 'documentNumber', { value: 'Số 27' }),
    'Đang ghi “Số 27”, hãy ghi số và ký hiệu cách nhau bằng dấu gạch chéo, ví dụ “27/KH-UBND”.',
  ],
  [
    'unit-document',
    problem('dated-in-future', 'documentDate', { value: '09/01/2026', today: '08/01/2025' }),
    'Đang ghi 09/01/2026, sau hôm nay 08/01/2025; hãy ghi ngày đã qua, ví dụ 07/01/2025.',
  ],
  [
    'unit-document',
    problem('launch-without-type', 'movementType', { value: 'Phát động thi đua' }),
    'Đang để trống mà loại văn bản là “Phát động thi đua”, hãy chọn hình thức thi đua, ví dụ “Theo đợt”.',
  ],
  [
    'unit-document',
    problem('quota-below', undefined, { count: 0, min: 1 }),
    'Danh sách có 0 văn bản, cần ít nhất 1; hãy thêm 1 văn bản nữa.',
  ],
  [
    'contest-entry',
    problem('entry-by-organiser', 'isOrganiser', { value: 'Phạm Thu Hằng' }),
    'Tác giả “Phạm Thu Hằng” là thành viên Ban Tổ chức hoặc Ban Giám khảo nên không được dự thi; hãy xóa dòng này, hoặc chọn “Không” nếu đã chọn nhầm.',
  ],
  [
    'contest-entry',
    problem('entry-file-twice', 'fileUrl', { lines: '3, 4, 14' }),
    'Cùng một tệp bài ở các dòng 3, 4, 14; hãy dán liên kết của đúng bài ở từng dòng, hoặc giữ lại một dòng.',
  ],
  [
    'contest-entry',
    problem('entry-without-length', 'wordCount', { value: 'Báo in' }),
    'Đang để trống, thể loại “Báo in” cần ghi số từ, ví dụ 1.650.',
  ],
  [
    'contest-entry',
    problem('entry-without-length', 'durationSeconds', { value: 'Phát thanh' }),
    'Đang để trống, thể loại “Phát thanh” cần ghi thời lượng tính bằng giây, ví dụ 400.',
  ],
  [
    'contest-entry',
    problem('entry-too-long', 'wordCount', { value: 2150, max: 2000 }),
    'Đang ghi 2.150 từ, thể lệ chỉ nhận bài dài nhất 2.000 từ; hãy rút gọn hoặc xóa dòng này.',
  ],
  [
    'contest-entry',
    problem('entry-too-long', 'wordCount', { value: 1650, counted: 2300, max: 2000 }),
    'Đang ghi 1.650 từ, máy đếm được 2.300 từ trong tệp, thể lệ chỉ nhận bài dài nhất 2.000 từ; hãy rút gọn bài trong tệp rồi ghi lại số từ, hoặc xóa dòng này.',
  ],
  [
    'contest-entry',
    problem('entry-too-long', 'wordCount', { counted: 2300, max: 2000 }),
    'Đang để trống, máy đếm được 2.300 từ trong tệp, thể lệ chỉ nhận bài dài nhất 2.000 từ; hãy rút gọn bài trong tệp rồi ghi lại số từ, hoặc xóa dòng này.',
  ],
  [
    'contest-entry',
    problem('entry-words-differ', 'wordCount', { value: 1650, counted: 1420 }),
    'Đang ghi 1.650 từ, máy đếm được 1.420 từ trong tệp; hãy ghi 1.420, hoặc xem lại liên kết có đúng bài không.',
  ],
  [
    'contest-entry',
    problem('entry-uncounted', 'fileUrl', {
      value: 'https://vidu.vn/bai.docx',
      why: 'place',
    }),
    'Bài ở liên kết “https://vidu.vn/bai.docx” không nằm trên Google Drive nên máy không đếm được số từ, Ban Tổ chức sẽ đếm tay; nên đưa bài lên thư mục chung rồi dán liên kết tới tệp.',
  ],
  [
    'contest-entry',
    problem('entry-uncounted', 'fileUrl', {
      value: 'https://drive.google.com/drive/folders/1AbC',
      why: 'folder',
    }),
    'Bài ở liên kết “https://drive.google.com/drive/folders/1AbC” là một thư mục trên Google Drive, chưa phải tệp bài, nên máy không đếm được số từ; hãy mở thư mục, mở bài rồi dán liên kết của chính tệp đó.',
  ],
  [
    'contest-entry',
    problem('entry-uncounted', 'fileUrl', {
      value: 'https://drive.google.com/open?id=1AbC',
      why: 'type',
      type: 'application/vnd.google-apps.folder',
    }),
    'Bài ở liên kết “https://drive.google.com/open?id=1AbC” là một thư mục trên Google Drive, chưa phải tệp bài, nên máy không đếm được số từ; hãy mở thư mục, mở bài rồi dán liên kết của chính tệp đó.',
  ],
  [
    'contest-entry',
    problem('entry-uncounted', 'fileUrl', {
      value: 'https://docs.google.com/document/d/e/2PACX/pub',
      why: 'page',
    }),
    'Bài ở liên kết “https://docs.google.com/document/d/e/2PACX/pub” ở Google Drive nhưng không tới một tệp bài nào nên máy không đếm được số từ; hãy mở bài rồi dán liên kết của chính tệp đó.',
  ],
  [
    'contest-entry',
    problem('entry-uncounted', 'fileUrl', {
      value: 'https://drive.google.com/file/d/1AbC/view',
      why: 'access',
    }),
    'Bài ở liên kết “https://drive.google.com/file/d/1AbC/view” máy chủ chưa mở được nên chưa đếm được số từ; hãy bấm “Chia sẻ” để ai có liên kết cũng xem được, rồi nộp lại.',
  ],
  [
    'contest-entry',
    problem('entry-uncounted', 'fileUrl', {
      value: 'https://drive.google.com/file/d/1AbC/view',
      why: 'type',
      type: 'application/pdf',
    }),
    'Bài ở liên kết “https://drive.google.com/file/d/1AbC/view” là tệp PDF nên máy không đếm được số từ, Ban Tổ chức sẽ đếm tay; nên gửi Google Tài liệu hoặc tệp .docx.',
  ],
  [
    'contest-entry',
    problem('entry-uncounted', 'fileUrl', {
      value: 'https://drive.google.com/file/d/1AbC/view',
      why: 'type',
      type: 'application/msword',
    }),
    'Bài ở liên kết “https://drive.google.com/file/d/1AbC/view” là tệp Word đời cũ (.doc) nên máy không đếm được số từ, Ban Tổ chức sẽ đếm tay; nên gửi Google Tài liệu hoặc tệp .docx.',
  ],
  [
    'contest-entry',
    problem('entry-uncounted', 'fileUrl', {
      value: 'https://drive.google.com/file/d/1AbC/view',
      why: 'type',
      type: 'image/jpeg',
    }),
    'Bài ở liên kết “https://drive.google.com/file/d/1AbC/view” là tệp ảnh nên máy không đếm được số từ, Ban Tổ chức sẽ đếm tay; nên gửi Google Tài liệu hoặc tệp .docx.',
  ],
  [
    'contest-entry',
    problem('entry-uncounted', 'fileUrl', {
      value: 'https://drive.google.com/file/d/1AbC/view',
      why: 'type',
      type: 'application/zip',
    }),
    'Bài ở liên kết “https://drive.google.com/file/d/1AbC/view” là tệp “application/zip” nên máy không đếm được số từ, Ban Tổ chức sẽ đếm tay; nên gửi Google Tài liệu hoặc tệp .docx.',
  ],
  [
    'contest-entry',
    problem('entry-uncounted', 'fileUrl', {
      value: 'https://drive.google.com/file/d/1AbC/view',
      why: 'size',
    }),
    'Bài ở liên kết “https://drive.google.com/file/d/1AbC/view” quá lớn nên máy không đếm được số từ, Ban Tổ chức sẽ đếm tay; nên để ảnh ở tệp riêng, tệp bài dưới 15 MB.',
  ],
  [
    'contest-entry',
    problem('entry-uncounted', 'fileUrl', {
      value: 'https://drive.google.com/file/d/1AbC/view',
      why: 'broken',
    }),
    'Bài ở liên kết “https://drive.google.com/file/d/1AbC/view” không mở được như tệp Word (hỏng, hoặc có đặt mật khẩu) nên chưa đếm được số từ; hãy mở tệp, lưu lại dạng .docx rồi dán liên kết mới.',
  ],
  [
    'contest-entry',
    problem('entry-uncounted', 'fileUrl', {
      value: 'https://drive.google.com/file/d/1AbC/view',
      why: 'empty',
    }),
    'Bài ở liên kết “https://drive.google.com/file/d/1AbC/view” không có chữ nào để đếm, có thể là ảnh chụp trang giấy; nên gửi bản đánh máy bằng Google Tài liệu hoặc tệp .docx.',
  ],
  [
    'contest-entry',
    problem('entry-too-long', 'durationSeconds', { value: 480, max: 420 }),
    'Đang ghi 480 giây, thể lệ chỉ nhận tác phẩm dài nhất 420 giây (7 phút); hãy cắt ngắn hoặc xóa dòng này.',
  ],
  [
    'contest-entry',
    problem('entry-without-outlet', 'outlet', { value: 'Báo in' }),
    'Đang để trống, thể loại “Báo in” cần có nơi và ngày đã đăng, ví dụ “Báo Hànộimới”; bài chưa đăng thì chọn thể loại “Bài viết”.',
  ],
  [
    'contest-entry',
    problem('entry-with-phone', 'authorUnit', { value: '0912 345 678' }),
    'Có số điện thoại “0912 345 678”, hãy bỏ đi vì bảng này nhiều đơn vị cùng xem; đơn vị tự giữ số điện thoại để liên hệ.',
  ],
  [
    'follow-up',
    problem('reference-unknown', 'name', {
      value: 'Nguyễn Thị Hoà',
      of: 'exemplar',
      nearest: '“Nguyễn Thị Hoa” (2025-CQ01-001), “Lê Thị Hòa” (2025-CQ01-004)',
    }),
    'Không có “Nguyễn Thị Hoà” trong danh sách đã nộp; gần nhất: “Nguyễn Thị Hoa” (2025-CQ01-001), “Lê Thị Hòa” (2025-CQ01-004); hãy ghi đúng tên hoặc Mã hồ sơ.',
  ],
  [
    'nurturing-plan',
    problem('reference-unknown', 'criterion', {
      value: 'CN-9',
      of: 'criterion',
      nearest: '“Có cách làm mới” (CN-01)',
    }),
    'Không có “CN-9” trong tiêu chuẩn đang áp dụng; gần nhất: “Có cách làm mới” (CN-01); hãy ghi đúng mã hoặc nội dung tiêu chí.',
  ],
  [
    'nurturing-plan',
    problem('reference-ambiguous', 'name', {
      value: 'Trần Văn An',
      same: '“Trần Văn An” (2025-31843-001), “Trần Văn An” (2025-31843-004)',
    }),
    'Có nhiều hồ sơ cùng tên “Trần Văn An”: “Trần Văn An” (2025-31843-001), “Trần Văn An” (2025-31843-004); hãy ghi Mã hồ sơ thay cho tên.',
  ],
  [
    'follow-up',
    problem('reference-none', 'name', { value: 'Nguyễn Thị Hoa' }),
    'Đang ghi “Nguyễn Thị Hoa”, mà đơn vị chưa nộp danh sách điển hình nào; hãy nộp danh sách đó trước, rồi ghi đúng tên hoặc Mã hồ sơ.',
  ],
];
