/** Why a file is not taken in, in Vietnamese, and what its sender can do: the only home of these sentences. */

export type FileFault =
  | 'empty'
  | 'too-heavy'
  | 'old-format'
  | 'locked'
  | 'other-format'
  | 'broken'
  | 'swollen'
  | 'merged-page'
  | 'unmarked'
  | 'no-page'
  | 'no-list'
  | 'blank';

/** A whole year of the longest list weighs less than a tenth of this. */
export const maxFileBytes = 5 * 1024 * 1024;

const fresh = 'Hãy lấy tệp mẫu mới của đơn vị, chép các dòng sang rồi gửi lại.';

export const fileFaults: Record<FileFault, string> = {
  empty: 'Tệp rỗng, không có nội dung. Hãy kiểm tra lại tệp đã lưu rồi gửi lại.',
  'too-heavy':
    'Tệp nặng quá 5 MB; danh sách chỉ có chữ thì nhẹ hơn nhiều, thường là do dán ảnh vào tệp. Hãy bỏ ảnh ra (ảnh gửi bằng liên kết) rồi gửi lại.',
  'old-format':
    'Tệp thuộc loại Excel cũ (.xls). Hãy mở tệp, chọn Lưu thành (Save As) loại “Excel Workbook (*.xlsx)” rồi gửi lại.',
  locked:
    'Tệp đang đặt mật khẩu nên không đọc được. Hãy mở tệp, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc) rồi lưu và gửi lại.',
  'other-format': `Tệp không phải là Excel (.xlsx). ${fresh}`,
  broken:
    'Tệp bị hỏng, không mở được. Hãy mở lại tệp bằng Excel, lưu thành tệp .xlsx mới rồi gửi lại; nếu Excel cũng không mở được thì lấy tệp mẫu mới.',
  swollen: `Tệp mở ra quá lớn so với một danh sách, thường là do định dạng hoặc dán tới hàng trăm nghìn dòng. ${fresh}`,
  'merged-page': `Trong tệp có vùng ô gộp phủ gần hết trang. Hãy bỏ gộp ô, hoặc làm như sau. ${fresh}`,
  unmarked: `Tệp không phải là tệp mẫu của Gương Sáng: trong tệp không ghi kế hoạch, kỳ và đơn vị. ${fresh}`,
  'no-list': `Trong tệp không thấy biểu danh sách: các tiêu đề cột đã bị xóa hoặc đổi gần hết. ${fresh}`,
  blank:
    'Trang danh sách trong tệp chưa có dòng nào. Hãy điền từ dòng 3 trở xuống rồi gửi lại; đơn vị không có trường hợp nào thì báo riêng, không cần gửi tệp.',
  'no-page': `Trong tệp không còn trang danh sách nào. ${fresh}`,
};

export const twoPages = (titles: readonly string[]): string =>
  `Trong tệp có ${titles.length} trang danh sách đều có dòng: ${titles.map((title) => `“${title}”`).join(', ')}. Chưa biết trang nào là bản đúng; hãy giữ một trang, xóa các trang kia rồi gửi lại.`;

export const tooLong = (line: number, most: number): string =>
  `Trang danh sách có nội dung tới dòng ${line}, trong khi chỉ nhận tới dòng ${most}. Hãy xóa những gì gõ nhầm ở phía dưới, đưa các dòng lên liền nhau rồi gửi lại.`;

const parts = { plan: 'kế hoạch', period: 'kỳ', unit: 'đơn vị' } as const;

export const otherThan = (part: keyof typeof parts, found: string, wanted: string): string =>
  `Tệp này của ${parts[part]} “${found.slice(0, 60)}”, không phải ${parts[part]} “${wanted}” đang nhận. Hãy kiểm tra lại đã chọn đúng tệp chưa.`;

export const unknownPlan = (plan: string): string =>
  `Tệp này của kế hoạch “${plan.slice(0, 60)}”, chưa được dựng ở đây. Hãy kiểm tra lại đã chọn đúng tệp, đúng thư mục dữ liệu chưa; nếu đúng thì dựng trước bằng: npm run gs -- provision`;

export const unknownSeat = (unit: string, period: string): string =>
  `Tệp này của đơn vị “${unit.slice(0, 60)}”, kỳ ${period.slice(0, 20)}, mà ở đây không có trang nào cho đơn vị và kỳ ấy. Hãy kiểm tra lại đã chọn đúng tệp chưa.`;

export const goneTab = (unit: string): string =>
  `Bảng tính không còn trang của ${unit}. Hãy báo người quản trị khôi phục trang rồi nhập lại.`;

export const wouldLose = (lines: readonly { line: number; name: string }[]): string =>
  `Trang của đơn vị trên bảng tính đang có ${lines.length} dòng mà tệp không có: ${lines
    .slice(0, 10)
    .map(({ line, name }) => `dòng ${line}${name === '' ? '' : ` (${name.slice(0, 60)})`}`)
    .join(
      ', ',
    )}${lines.length > 10 ? ` và ${lines.length - 10} dòng khác` : ''}. Nhập tệp sẽ xóa những dòng này, nên chưa ghi gì. Nếu đúng là muốn bỏ, hãy chạy lại với --replace; nếu không, hãy chép chúng vào tệp trước.`;

export const noClerk = (unit: string): string =>
  `${unit} chưa có người lập danh sách trong danh sách cán bộ nên chưa biết ghi thay ai. Hãy thêm người lập rồi nhập lại.`;
