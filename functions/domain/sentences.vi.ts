/**
 * Every problem code as a Vietnamese sentence: what is in the cell, then what to type instead, with an example. They
 * begin in small letters because a place stands before them; messages.vi.ts puts the two together.
 */
import { formatDate, serialToIso } from './date.ts';
import { attachmentParts, photoFaults, tooManyWords, uncounted } from './file-sentences.vi.ts';
import { kindLabel, kindWords, type RowKind } from './form.ts';
import { formatNumber } from './number.ts';
import type { ProblemCode } from './problem.ts';
import {
  alsoFound,
  byPlace,
  count,
  example,
  headerOf,
  isYear,
  paperDay,
  plain,
  quoted,
  type Sentence,
  type SentenceParts,
} from './sentence-parts.vi.ts';
import { echo } from './text.ts';

function outOfRange(parts: SentenceParts): string {
  const { params, column } = parts;
  const value = Number(params.value);
  if (isYear(column)) {
    const day = value > 9999 ? serialToIso(value) : undefined;
    if (day !== undefined)
      return `đang là ngày ${formatDate(day)} (${value}), hãy chỉ ghi năm${example(parts)}.`;
    if (value >= 1000)
      return `đang ghi năm ${value}, hãy ghi năm từ ${params.min} đến ${params.max}${example(parts)}.`;
    return `đang ghi “${value}”, hãy ghi đủ bốn chữ số${example(parts)}.`;
  }
  const from = params.min === undefined ? '' : ` từ ${count(parts, 'min')}`;
  const to = params.max === undefined ? '' : ` đến ${count(parts, 'max')}`;
  return `đang ghi ${formatNumber(value)}, hãy ghi số${from}${to}${example(parts)}.`;
}

/** The age of the year or one less: the day of birth is not known. */
function consentOfChild(parts: SentenceParts): string {
  const age = Number(parts.params.age);
  const found = parts.params.value === '' ? 'đang để trống' : `đang ghi ${quoted(parts)}`;
  if (age < 0)
    return `${found}, nhưng năm sinh ${plain(parts, 'birthYear')} sau ngày đồng ý; hãy xem lại năm sinh và ngày đồng ý.`;
  const old = age === 0 ? 'chưa đầy 1 tuổi' : `mới ${age - 1} hoặc ${age} tuổi`;
  return `${found}, mà người này sinh năm ${plain(parts, 'birthYear')}, lúc đồng ý ${old}; hãy hỏi rồi chọn ${quoted(parts, 'wanted')}. Chưa đủ đồng ý vẫn nộp được, nhưng gương chưa công khai.`;
}

function dateOutOfRange(parts: SentenceParts): string {
  const { min, max } = parts.params;
  const from = min === undefined ? '' : ` từ ${plain(parts, 'min')}`;
  const to = max === undefined ? (from === '' ? '' : ' trở đi') : ` đến ${plain(parts, 'max')}`;
  return `đang ghi ${plain(parts, 'value')}, hãy ghi ngày${from}${to}${example(parts)}.`;
}

function strange(parts: SentenceParts): string {
  const before = plain(parts, 'before');
  const where = before === '' ? 'ở đầu ô' : `ngay sau “${before}”`;
  return `có ký tự lạ không đọc được (${plain(parts, 'code')}) ${where}, hãy xóa ký tự đó rồi gõ lại${example(parts)}.`;
}

const oldEncoding =
  (name: string): Sentence =>
  (parts) =>
    `đang ghi ${quoted(parts)} bằng bảng mã cũ ${name}, hãy ghi bằng Unicode: “${plain(parts, 'proposed')}”.`;

function wrongKind(parts: SentenceParts): string {
  const { column, form, params } = parts;
  const kind = params.kind as RowKind;
  const whose = column?.onlyFor ? `chỉ dùng cho ${kindWords(column.onlyFor)}` : 'không dùng cho dòng này';
  const label = kindLabel(kind).toLowerCase();
  const row = label === '' ? '' : `, mà dòng này là ${label}`;
  return `${whose}${row}; hãy xóa ${quoted(parts)} hoặc xem lại cột “${headerOf(form, form.kindColumn ?? '')}”.`;
}

function kindNotAllowed(parts: SentenceParts): string {
  const { promoted } = parts.params;
  const wanted = `đơn vị chỉ gửi: ${plain(parts, 'allowed').toLowerCase()}`;
  return promoted === undefined
    ? `đang chọn ${quoted(parts)}, theo kế hoạch ${wanted}; hãy chọn lại hoặc xóa dòng này.`
    : `có ${count(parts, 'promoted')} hồ sơ loại ${quoted(parts)} chọn từ cấp dưới, theo kế hoạch ${wanted}; hãy bỏ chọn các hồ sơ đó.`;
}

/** By DossierRefusal of dossier.ts. */
const refusals: Record<string, string> = {
  'not-here': 'hồ sơ không còn ở cấp này, hãy để trống ô “Quyết định” của dòng này',
  'newer-round': 'đơn vị đã gửi lại bản mới, hãy quyết định ở dòng có lần gửi sau cùng',
  'top-level': 'đây là cấp cao nhất, hãy chọn “Duyệt”',
  'on-hold':
    'hồ sơ đang được đánh dấu “đang xem xét, khiếu nại” nên chưa đưa lên cấp trên được (Nghị định 152/2025/NĐ-CP, điều 4); hãy chọn “Duyệt” hoặc “Để lại xem thêm”, khi có kết luận thì bỏ đánh dấu rồi chọn lên',
};

/** What takes the page off, by what the row says now: see still-public.ts. */
const waysOff: Record<string, string> = {
  off: 'vẫn còn công khai; hãy bấm “Nộp danh sách” để gỡ ngay, kể cả khi dòng khác còn chỗ cần sửa hoặc thủ trưởng chưa ký',
  less: 'vẫn công khai như đã duyệt; hãy bấm “Nộp danh sách” để trang chỉ còn phần được đồng ý',
  choose:
    'vẫn còn công khai; muốn gỡ, hãy để cột “Đồng ý công khai” là “Không đồng ý”, các ô khác đúng như đã duyệt, rồi bấm “Nộp danh sách”',
};
const stillPublic: Sentence = (p) =>
  `trang của ${quoted(p, 'name')} ${waysOff[String(p.params.way)] ?? waysOff.choose}.`;

/** What was approved may say more again only after a return. */
const askBack =
  'hãy đề nghị cấp trên chọn “Trả lại” cho hồ sơ này, sau đó mới ghi ngày đồng ý mới và nộp lại';

const undo = 'hãy hoàn tác (Ctrl+Z) hoặc khôi phục trong Tệp › Nhật ký phiên bản';

const undoThere = byPlace(
  () => undo,
  () => 'hãy hoàn tác (Ctrl+Z) hoặc chép các dòng sang tệp mẫu mới của đơn vị',
);
const unmergeThere = byPlace(
  () => 'Định dạng › Hợp nhất các ô › Hủy hợp nhất',
  () => 'Trang chủ (Home) › Hợp nhất & căn giữa (Merge & Center) › Hủy hợp nhất ô (Unmerge Cells)',
);
const openRightTab = byPlace(
  () => 'hãy mở đúng tab của đơn vị mình, hoặc khôi phục dòng tiêu đề trong Tệp › Nhật ký phiên bản',
  () => 'hãy chép các dòng sang tệp mẫu mới của đơn vị',
);
const asTextThere = byPlace(
  () => 'Định dạng › Số › Văn bản thuần túy',
  () => 'Trang chủ (Home) › Định dạng số (Number Format) › Văn bản (Text)',
);
const moveContent = ({ form }: SentenceParts): string =>
  `chép nội dung, từ cột “${form.columns[0]?.header ?? ''}” trở đi, sang một dòng trống có sẵn`;

export const sentences: Record<ProblemCode, Sentence> = {
  'header-missing': (p) =>
    `không thấy cột này; ${undoThere(p)}, hoặc thêm lại một cột có tiêu đề ${quoted(p, 'expected')}.`,
  'header-renamed': (p) =>
    p.params.found === ''
      ? `tiêu đề đang để trống, hãy ghi lại là ${quoted(p, 'expected')}.`
      : `tiêu đề đang ghi ${quoted(p, 'found')}, hãy ghi lại là ${quoted(p, 'expected')}.`,
  'header-twice': (p) =>
    `có nhiều cột cùng tiêu đề ${quoted(p, 'expected')} (${plain(p, 'cells')}), hãy giữ một cột, đổi tiêu đề hoặc xóa cột thừa.`,
  'key-cell-unreadable': () =>
    'ô ở dòng ẩn mô tả cột này đã bị sửa nên tiện ích trong bảng không đọc được; danh sách vẫn được kiểm tra theo kế hoạch, hãy nhờ người quản trị dựng lại bảng tính.',
  'status-typed-over': (p) =>
    `ô trạng thái bị gõ ${quoted(p)} đè lên công thức nên không còn đúng, hãy hoàn tác (Ctrl+Z) hoặc chép ô trạng thái của dòng khác vào đây.`,
  'cells-merged': (p) =>
    `các ô ${plain(p, 'range')} đang gộp làm một, hãy chọn ${unmergeThere(p)} rồi ghi riêng từng ô.`,
  'tab-missing': (p) =>
    `không tìm thấy tab của ${plain(p, 'unit')}; hãy khôi phục trong Tệp › Nhật ký phiên bản, hoặc nhờ cấp trên tạo lại.`,
  'tab-wrong': (p) =>
    `chỉ thấy ${count(p, 'found')} trong ${count(p, 'columns')} cột của biểu “${plain(p, 'title')}” nên chưa đọc được dòng nào; ${openRightTab(p)}.`,
  'required-blank': (p) =>
    p.column?.type === 'choice'
      ? `đang để trống, hãy chọn trong danh sách${example(p)}.`
      : `đang để trống, hãy điền${example(p)}.`,
  'number-in-text': (p) => `đang là số ${plain(p, 'value')}, hãy ghi bằng chữ${example(p)}.`,
  'date-in-text': (p) =>
    `đang là một ngày, có thể là ${plain(p, 'date')}; hãy chọn ${asTextThere(p)} cho ô này rồi gõ lại${example(p)}.`,
  'text-in-number': (p) => `đang ghi ${quoted(p)}, hãy chỉ ghi số${example(p)}.`,
  'number-not-whole': (p) => `đang ghi ${plain(p, 'value')}, hãy ghi số nguyên${example(p)}.`,
  'number-out-of-range': outOfRange,
  'date-unreadable': (p) => `đang ghi ${quoted(p)}, hãy ghi đủ ngày/tháng/năm, năm bốn chữ số${example(p)}.`,
  'date-impossible': (p) => `đang ghi ${quoted(p)} là ngày không có trong lịch, hãy xem lại${example(p)}.`,
  'date-out-of-range': dateOutOfRange,
  'text-too-short': (p) =>
    `đang có ${count(p, 'length')} ký tự (${quoted(p)}), cần ít nhất ${count(p, 'min')}; hãy viết thêm${example(p)}.`,
  'text-too-long': (p) =>
    `đang có ${count(p, 'length')} ký tự (${quoted(p)}), nhiều nhất là ${count(p, 'max')}; hãy rút gọn${example(p)}.`,
  'text-has-line-break': (p) =>
    `đang xuống dòng trong ô (${quoted(p)}), hãy viết liền một dòng${example(p)}.`,
  'text-has-formula': (p) =>
    `đang là công thức ${quoted(p)}, hãy gõ nội dung thay cho công thức${example(p)}.`,
  'text-has-control-character': strange,
  'text-is-tcvn3': oldEncoding('TCVN3 (ABC)'),
  'text-is-vni': oldEncoding('VNI'),
  'choice-unknown': (p) => {
    const choices = p.column?.choices?.join('; ') ?? plain(p, 'choices');
    return `đang ghi ${quoted(p)}, hãy chọn một trong: ${choices}.`;
  },
  'link-unreadable': (p) =>
    `đang ghi ${quoted(p)}, hãy dán nguyên liên kết bắt đầu bằng https://${example(p)}.`,
  'boolean-in-text': (p) => `đang là ô đánh dấu (${plain(p, 'value')}), hãy ghi bằng chữ${example(p)}.`,
  'name-single-word': (p) => `đang ghi ${quoted(p)}, hãy ghi đủ họ và tên${example(p)}.`,
  'name-has-signs': (p) =>
    `đang ghi ${quoted(p)}, có ký hiệu ${quoted(p, 'sign')} không có trong tên người, hãy chỉ ghi họ và tên${example(p)}.`,
  'name-has-digits': (p) => `đang ghi ${quoted(p)}, hãy bỏ chữ số, chỉ ghi họ và tên${example(p)}.`,
  'name-all-capitals': (p) => `đang viết hoa toàn bộ ${quoted(p)}, nên viết “${plain(p, 'proposed')}”.`,
  'name-is-group': (p) =>
    `${quoted(p)} giống tên của nhiều người; nếu là tập thể, hãy chọn “Tập thể” ở cột “${headerOf(p.form, p.form.kindColumn ?? '')}”; nếu là hai người, hãy ghi mỗi người một dòng.`,
  'locality-private': (p) =>
    `đang ghi ${quoted(p)} có số nhà, tên đường hoặc số điện thoại, hãy chỉ ghi tên ấp, khóm${example(p)}.`,
  'identity-number': (p) =>
    `có dãy số ${quoted(p)} giống số giấy tờ tùy thân hoặc số điện thoại${alsoFound(p)}, hãy bỏ đi vì nội dung này sẽ công khai; cần nơi liên hệ thì ghi tên đơn vị.`,
  'email-in-text': (p) =>
    `có địa chỉ thư điện tử ${quoted(p)}${alsoFound(p)}, hãy bỏ đi vì nội dung này sẽ công khai; cần nơi liên hệ thì ghi tên đơn vị.`,
  'account-in-text': (p) =>
    `có số tài khoản ${quoted(p)}${alsoFound(p)}, hãy bỏ đi vì nội dung này sẽ công khai; nơi nhận đóng góp thì ghi tên đơn vị.`,
  'house-in-text': (p) =>
    `có ${quoted(p)} giống địa chỉ nhà${alsoFound(p)}; nếu là nhà riêng, nên chỉ ghi tên ấp, khóm, vì nội dung này sẽ công khai.`,
  'sensitive-words': (p) =>
    `có ${quoted(p)}${alsoFound(p)}; nếu nói về một người nhận ra được, đó là dữ liệu cá nhân nhạy cảm (Nghị định 356/2025/NĐ-CP, điều 4), nên bỏ đi hoặc viết chung, ví dụ “vượt qua bệnh tật”; giữ lại thì phải được chính người đó đồng ý.`,
  'column-not-for-kind': wrongKind,
  'age-out-of-range': (p) =>
    `đang ghi ${plain(p, 'value')}, ${Number(p.params.age) < 0 ? 'là năm chưa đến' : `tính ra ${plain(p, 'age')} tuổi`}; hãy ghi năm từ ${plain(p, 'min')} đến ${plain(p, 'max')}${example(p)}.`,
  'honorific-mismatch': (p) =>
    `đang chọn ${quoted(p)} cho “${plain(p, 'name')}”, có thể là “${plain(p, 'proposed')}”; nên xem lại.`,
  'women-over-members': (p) =>
    `đang ghi ${count(p, 'value')} nữ, nhiều hơn ${count(p, 'members')} thành viên; hãy ghi số từ 0 đến ${count(p, 'members')}${Number(p.params.members) >= Number(p.column?.example ?? Number.NaN) ? example(p) : ''}.`,
  'achieved-backwards': (p) =>
    `đang ghi ${plain(p, 'value')}, trước ngày bắt đầu ${plain(p, 'from')}; hãy xem lại hai ngày, hoặc để trống nếu đến nay vẫn đang làm.`,
  'achieved-in-future': (p) =>
    `đang ghi ${plain(p, 'value')}, sau hôm nay ${plain(p, 'today')}; hãy ghi ngày đã qua${example(p)}.`,
  'results-without-number': (p) => `chưa có con số nào trong ${quoted(p)}, nên thêm số liệu${example(p)}.`,
  'carried-without-pledge': (p) =>
    `đang để trống, mà gương này mang sang từ ${plain(p, 'from')}; hãy hỏi rồi ghi điều đăng ký phấn đấu của năm nay${example(p)}. Để trống vẫn nộp được, nhưng chưa phải là đăng ký thi đua lại.`,
  'consent-without-date': (p) =>
    `đã chọn ${quoted(p, 'consent')} mà chưa có ngày, hãy ghi ngày người đó đồng ý${example(p)}.`,
  'consent-in-future': (p) =>
    `đang ghi ${plain(p, 'value')}, sau hôm nay ${plain(p, 'today')}; hãy ghi ngày người đó đã đồng ý${example(p)}.`,
  'consent-of-child': consentOfChild,
  'photo-without-alt': (p) => `có ảnh mà chưa có mô tả, hãy tả ảnh bằng một câu${example(p)}.`,
  'photo-against-consent': (p) =>
    `có liên kết ảnh trong khi ở cột đồng ý ghi ${quoted(p, 'consent')}, nên xóa liên kết ảnh này.`,
  'photo-not-in-drive': (p) =>
    `đang ghi ${quoted(p)}, không phải liên kết tới một tệp ảnh trên Google Drive; hãy đưa ảnh vào thư mục chung, bấm “Chia sẻ” › “Sao chép đường liên kết” rồi dán vào đây${example(p)}; chưa có ảnh thì để trống.`,
  'valid-backwards': (p) =>
    `đang ghi ${plain(p, 'value')}, trước ngày bắt đầu áp dụng ${plain(p, 'from')}; hãy xem lại hai ngày, hoặc để trống nếu áp dụng cho đến khi có quy định mới.`,
  'ending-without-reason': (p) =>
    `đã chọn ${quoted(p)} mà lý do mới có ${count(p, 'length')} ký tự, hãy ghi rõ lý do từ ${count(p, 'min')} ký tự trở lên, ví dụ “Hộ gia đình đã chuyển nơi ở, không còn làm mô hình”.`,
  'paper-number-odd': (p) =>
    `đang ghi ${quoted(p)}, hãy ghi số và ký hiệu cách nhau bằng dấu gạch chéo${example(p)}.`,
  'dated-in-future': (p) =>
    `đang ghi ${plain(p, 'value')}, sau hôm nay ${plain(p, 'today')}; hãy ghi ngày đã qua${example(p)}.`,
  'launch-without-type': (p) =>
    `đang để trống mà loại văn bản là ${quoted(p)}, hãy chọn hình thức thi đua${example(p)}.`,
  'entry-by-organiser': (p) =>
    `tác giả ${quoted(p)} là thành viên Ban Tổ chức hoặc Ban Giám khảo nên không được dự thi; hãy xóa dòng này, hoặc chọn “Không” nếu đã chọn nhầm.`,
  'entry-without-length': (p) =>
    `đang để trống, thể loại ${quoted(p)} cần ghi ${p.column?.key === 'durationSeconds' ? 'thời lượng tính bằng giây' : 'số từ'}${example(p)}.`,
  'entry-too-long': (p) =>
    p.column?.key === 'durationSeconds'
      ? `đang ghi ${count(p, 'value')} giây, thể lệ chỉ nhận tác phẩm dài nhất ${count(p, 'max')} giây (${formatNumber(Number(p.params.max) / 60)} phút); hãy cắt ngắn hoặc xóa dòng này.`
      : tooManyWords(p),
  'entry-words-differ': (p) =>
    `đang ghi ${count(p, 'value')} từ, máy đếm được ${count(p, 'counted')} từ trong tệp; hãy ghi ${count(p, 'counted')}, hoặc xem lại liên kết có đúng bài không.`,
  'entry-uncounted': (p) =>
    `bài ở liên kết ${quoted(p)} ${(uncounted[String(p.params.why)] ?? uncounted.access)?.(p)}.`,
  'entry-without-outlet': (p) =>
    `đang để trống, thể loại ${quoted(p)} cần có nơi và ngày đã đăng${example(p)}; bài chưa đăng thì chọn thể loại “Bài viết”.`,
  'entry-with-phone': (p) =>
    `có số điện thoại ${quoted(p)}, hãy bỏ đi vì bảng này nhiều đơn vị cùng xem; đơn vị tự giữ số điện thoại để liên hệ.`,
  'reference-unknown': (p) =>
    p.params.of === 'criterion'
      ? `không có ${quoted(p)} trong tiêu chuẩn đang áp dụng; gần nhất: ${echo(p.params.nearest ?? '', 400)}; hãy ghi đúng mã hoặc nội dung tiêu chí.`
      : `không có ${quoted(p)} trong danh sách đã nộp; gần nhất: ${echo(p.params.nearest ?? '', 400)}; hãy ghi đúng tên hoặc Mã hồ sơ.`,
  'reference-ambiguous': (p) =>
    `có nhiều hồ sơ cùng tên ${quoted(p)}: ${echo(p.params.same ?? '', 400)}; hãy ghi Mã hồ sơ thay cho tên.`,
  'reference-none': (p) =>
    `đang ghi ${quoted(p)}, mà đơn vị chưa nộp danh sách điển hình nào; hãy nộp danh sách đó trước, rồi ghi đúng tên hoặc Mã hồ sơ.`,
  'photo-unreadable': (p) =>
    `ảnh ở liên kết ${quoted(p)} ${(photoFaults[String(p.params.why)] ?? photoFaults.access)?.(p)}.`,
  'row-id-duplicate': (p) =>
    `các dòng ${plain(p, 'lines')} cùng mang mã hồ sơ ẩn ${plain(p, 'id')} vì đã chép cả dòng; hãy giữ dòng gốc, với dòng còn lại hãy ${moveContent(p)} rồi xóa bản chép.`,
  'row-id-foreign': (p) =>
    `mang mã hồ sơ ẩn ${quoted(p, 'id')} của nơi khác hoặc kỳ khác vì đã dán cả dòng; hãy ${moveContent(p)} rồi xóa dòng này.`,
  'row-key-missing': (p) =>
    `dòng tự chèn nên chưa có mã hồ sơ ẩn; hãy chọn menu Gương sáng › Cấp mã cho dòng mới, hoặc ${moveContent(p)} rồi xóa dòng này.`,
  'row-duplicate': (p) => `${quoted(p)} có ở các dòng ${plain(p, 'lines')}, hãy giữ lại một dòng.`,
  'code-duplicate': (p) =>
    `mã ${quoted(p)} có ở các dòng ${plain(p, 'lines')}, hãy đặt cho mỗi tiêu chí một mã riêng${example(p)}.`,
  'entry-file-twice': (p) =>
    `cùng một tệp bài ở các dòng ${plain(p, 'lines')}; hãy dán liên kết của đúng bài ở từng dòng, hoặc giữ lại một dòng.`,
  'summary-near-copy': (p) =>
    `giống dòng ${plain(p, 'other')} đến ${plain(p, 'percent')}%, nên viết riêng cho gương này: đã làm gì, kết quả ra sao, ai làm theo.`,
  'quota-below': (p) =>
    `danh sách có ${count(p, 'count')} ${p.form.rowWord}, cần ít nhất ${count(p, 'min')}; hãy thêm ${formatNumber(Number(p.params.min) - Number(p.params.count))} ${p.form.rowWord} nữa.`,
  'quota-above': (p) =>
    `danh sách có ${count(p, 'count')} ${p.form.rowWord}, nhiều nhất là ${count(p, 'max')}; hãy bớt ${formatNumber(Number(p.params.count) - Number(p.params.max))} ${p.form.rowWord}.`,
  'quota-over-target': (p) =>
    `danh sách có ${count(p, 'count')} ${p.form.rowWord}, nhiều hơn mức phấn đấu ${count(p, 'target')}; vẫn nộp được, nên xem có dòng nào thừa không.`,
  'kind-not-allowed': kindNotAllowed,
  'list-empty': (p) =>
    `danh sách chưa có ${p.form.rowWord} nào; hãy ghi ít nhất ${formatNumber(Math.max(1, Number(p.params.min ?? 1)))} ${p.form.rowWord}, hoặc chọn “Không có trường hợp” nếu kế hoạch cho phép.`,
  'points-not-hundred': (p) =>
    `các tiêu chí về ${plain(p, 'subject').toLowerCase()} cộng lại được ${count(p, 'sum')} điểm, nên chia lại cho đủ ${count(p, 'wanted')} điểm.`,
  'nil-with-rows': (p) =>
    `đã chọn “Không có trường hợp” mà danh sách đang có ${count(p, 'count')} ${p.form.rowWord}; hãy bỏ chọn để nộp danh sách, hoặc xóa các dòng đó.`,
  'nil-not-allowed': () =>
    'theo kế hoạch, đơn vị gửi danh sách chứ không gửi “Không có trường hợp”; hãy ghi danh sách rồi nộp.',
  'attachment-missing': (p) =>
    `danh sách chưa kèm “${plain(p, 'label')}”, hãy ghi số, ngày và liên kết của văn bản, ví dụ 12/KH-UBND, ${paperDay(p)}, https://drive.google.com/file/d/1AbC/view.`,
  'attachment-unreadable': (p) =>
    `“${plain(p, 'label')}” đang ghi ${quoted(p)}; ${attachmentParts[String(p.params.part)]?.(p) ?? 'hãy ghi lại số, ngày và liên kết của văn bản'}.`,
  'row-locked': (p) =>
    p.params.consent === undefined
      ? `hồ sơ ${plain(p, 'id')} của “${plain(p, 'name')}” đã được cấp trên duyệt; ${undo}, hoặc đề nghị cấp trên trả lại để sửa. Người được nêu rút bớt đồng ý thì không phải trả lại: chỉ đổi cột “Đồng ý công khai” (có thể xóa thêm ngày đồng ý, liên kết ảnh), giữ nguyên các ô khác rồi nộp.`
      : `hồ sơ ${plain(p, 'id')} của “${plain(p, 'name')}” đã được cấp trên duyệt, phần đồng ý công khai ghi ${quoted(p, 'consent')}. Nếu người được nêu nay đồng ý thêm, ${askBack}. Trong khi chờ, ${undo} để nộp được các dòng khác.`,
  'row-locked-missing': (p) =>
    `không còn thấy hồ sơ ${plain(p, 'id')} của “${plain(p, 'name')}” mà cấp trên đã duyệt; ${undo}.${p.params.shown === undefined ? '' : ' Xóa dòng không gỡ được trang, trang vẫn còn công khai; muốn gỡ thì giữ dòng, chọn “Không đồng ý” ở cột “Đồng ý công khai” rồi nộp.'}`,
  'consent-taken-back': (p) =>
    `đang ghi ${quoted(p)}, nhưng người được nêu đã đề nghị và hồ sơ đã ghi “${plain(p, 'wanted')}”; trang công khai theo hồ sơ, nên sửa ô này cho khớp. Chỉ khi người đó đồng ý lại thì ${p.params.way === 'date' ? 'ghi kèm ngày đồng ý mới' : askBack}.`,
  'consent-not-sent': (p) => stillPublic(p),
  'decision-unknown': (p) => `đang ghi ${quoted(p)}, hãy chọn một trong: ${plain(p, 'choices')}.`,
  'decision-reason-missing': (p) =>
    `quyết định ${quoted(p, 'decision')} cần lý do, hãy ghi ít nhất 10 ký tự để đơn vị biết cần sửa gì, ví dụ “Bổ sung số liệu kết quả năm 2024”.`,
  'decision-conflict': (p) =>
    `hồ sơ ${plain(p, 'id')} có các quyết định khác nhau ở các dòng ${plain(p, 'lines')}, hãy giữ một quyết định.`,
  'decision-unjudged': (p) =>
    `chưa ${plain(p, 'decision').toLowerCase()} được bài ${plain(p, 'id')}: ${plain(p, 'judging')}. Hãy chờ đủ giám khảo chấm rồi ghi lại; “Trả lại” và “Để lại xem thêm” thì ghi được ngay.`,
  'decision-not-allowed': (p) =>
    `chưa dùng được quyết định ${quoted(p, 'decision')} cho hồ sơ ${plain(p, 'id')}, hiện đang là ${quoted(p, 'status')}; ${refusals[String(p.params.why)] ?? 'hãy chọn lại'}.`,
  'dossier-unknown': (p) =>
    `không có hồ sơ mang mã ${quoted(p)}; hãy hoàn tác (Ctrl+Z) nếu vừa sửa cột “Mã hồ sơ”, hoặc xóa dòng này.`,
  'request-key-missing': () =>
    'dòng này không có mã ẩn nên không nhận biết được; hãy chép nội dung sang một dòng trống có sẵn trong bảng rồi xóa dòng này.',
  'request-key-twice': (p) =>
    `các dòng ${plain(p, 'lines')} cùng mang mã ẩn ${plain(p, 'key')} vì đã chép cả dòng; hãy giữ dòng gốc, chép nội dung dòng còn lại sang một dòng trống có sẵn rồi xóa bản chép.`,
  'request-cell-unwanted': (p) =>
    `đang ghi ${quoted(p)}, mà ô này không dùng cho ${quoted(p, 'kind')} như đã chọn; hãy để trống ô này, hoặc chọn lại.`,
  'request-typed-over': (p) =>
    `đề nghị ${plain(p, 'key')} đã ghi nhận là của ${plain(p, 'unit')}, loại ${quoted(p, 'kind')}, nhưng dòng đã bị gõ đè; hãy khôi phục đơn vị và loại như đã ghi nhận rồi ghi trả lời, hoặc xóa trắng dòng này nếu đơn vị rút đề nghị.`,
  'request-answered': (p) =>
    `đề nghị ${plain(p, 'key')} đã được trả lời và giữ nguyên (${quoted(p, 'answer')}); hãy hoàn tác (Ctrl+Z), nếu cần thay đổi hãy ghi một đề nghị mới ở dòng trống.`,
};
