/** Sentences: the fixtures as people read them, and one for every code there is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exemplarForm as form } from '../../functions/domain/forms/exemplar.ts';
import { formOf } from '../../functions/domain/forms/index.ts';
import { groupProblems, problemLine, sentence } from '../../functions/domain/messages.vi.ts';
import { type Problem, problemCodes } from '../../functions/domain/problem.ts';
import { listCases, rowCases } from './checks/cases.ts';
import { fixtureNames, problemsOf, readFixture } from './fixtures.ts';
import { tellingOfForms } from './telling-of-forms.ts';
import { anyText } from './vietnamese.ts';

const problem = (
  code: Problem['code'],
  params: Problem['params'],
  place: Partial<Problem> = {},
): Problem => ({
  code,
  severity: 'error',
  params,
  ...place,
});

/** Codes that no single tab shows: found by handlers and the review tab. */
const elsewhere: [Problem, string][] = [
  [
    problem('tab-wrong', { found: 3, columns: 33, title: form.title, lines: 4 }),
    'Chỉ thấy 3 trong 33 cột của biểu “Danh sách đăng ký mô hình, gương điển hình tiên tiến” nên chưa đọc được dòng nào; hãy mở đúng tab của đơn vị mình, hoặc khôi phục dòng tiêu đề trong Tệp › Nhật ký phiên bản.',
  ],
  [
    problem('tab-missing', { unit: 'Phường 2' }),
    'Không tìm thấy tab của Phường 2; hãy khôi phục trong Tệp › Nhật ký phiên bản, hoặc nhờ cấp trên tạo lại.',
  ],
  [
    { ...problem('carried-without-pledge', { from: 'năm 2024' }), column: 'pledge' },
    'Đang để trống, mà gương này mang sang từ năm 2024; hãy hỏi rồi ghi điều đăng ký phấn đấu của năm nay, ví dụ “Năm 2025 giúp thêm 10 hộ áp dụng quy trình”. Để trống vẫn nộp được, nhưng chưa phải là đăng ký thi đua lại.',
  ],
  [
    { ...problem('email-in-text', { value: 'hoa@vidu.vn' }), column: 'summary' },
    'Có địa chỉ thư điện tử “hoa@vidu.vn”, hãy bỏ đi vì nội dung này sẽ công khai; cần nơi liên hệ thì ghi tên đơn vị.',
  ],
  [
    { ...problem('account-in-text', { value: '1012345678', also: '“nhà số 12”' }), column: 'summary' },
    'Có số tài khoản “1012345678”, cùng với “nhà số 12”, hãy bỏ đi vì nội dung này sẽ công khai; nơi nhận đóng góp thì ghi tên đơn vị.',
  ],
  [
    { ...problem('house-in-text', { value: 'nhà số 12' }), column: 'summary' },
    'Có “nhà số 12” giống địa chỉ nhà; nếu là nhà riêng, nên chỉ ghi tên ấp, khóm, vì nội dung này sẽ công khai.',
  ],
  [
    { ...problem('sensitive-words', { value: 'bị HIV' }), column: 'summary' },
    'Có “bị HIV”; nếu nói về một người nhận ra được, đó là dữ liệu cá nhân nhạy cảm (Nghị định 356/2025/NĐ-CP, điều 4), nên bỏ đi hoặc viết chung, ví dụ “vượt qua bệnh tật”; giữ lại thì phải được chính người đó đồng ý.',
  ],
  [
    problem('key-cell-unreadable', {}),
    'Ô ở dòng ẩn mô tả cột này đã bị sửa nên tiện ích trong bảng không đọc được; danh sách vẫn được kiểm tra theo kế hoạch, hãy nhờ người quản trị dựng lại bảng tính.',
  ],
  [
    problem('status-typed-over', { value: 'Đã duyệt' }),
    'Ô trạng thái bị gõ “Đã duyệt” đè lên công thức nên không còn đúng, hãy hoàn tác (Ctrl+Z) hoặc chép ô trạng thái của dòng khác vào đây.',
  ],
  [
    problem('cells-merged', { range: 'F5:F6' }),
    'Các ô F5:F6 đang gộp làm một, hãy chọn Định dạng › Hợp nhất các ô › Hủy hợp nhất rồi ghi riêng từng ô.',
  ],
  [
    problem('cells-merged', { range: 'F5:F6', in: 'excel' }),
    'Các ô F5:F6 đang gộp làm một, hãy chọn Trang chủ (Home) › Hợp nhất & căn giữa (Merge & Center) › Hủy hợp nhất ô (Unmerge Cells) rồi ghi riêng từng ô.',
  ],
  [
    problem('header-missing', { expected: 'Loại', in: 'excel' }),
    'Không thấy cột này; hãy hoàn tác (Ctrl+Z) hoặc chép các dòng sang tệp mẫu mới của đơn vị, hoặc thêm lại một cột có tiêu đề “Loại”.',
  ],
  [
    problem('nil-with-rows', { count: 3 }),
    'Đã chọn “Không có trường hợp” mà danh sách đang có 3 gương; hãy bỏ chọn để nộp danh sách, hoặc xóa các dòng đó.',
  ],
  [
    problem('nil-not-allowed', {}),
    'Theo kế hoạch, đơn vị gửi danh sách chứ không gửi “Không có trường hợp”; hãy ghi danh sách rồi nộp.',
  ],
  [
    problem('attachment-missing', { label: 'Kế hoạch bồi dưỡng, nhân rộng' }),
    'Danh sách chưa kèm “Kế hoạch bồi dưỡng, nhân rộng”, hãy ghi số, ngày và liên kết của văn bản, ví dụ 12/KH-UBND, 05/01/2025, https://drive.google.com/file/d/1AbC/view.',
  ],
  [
    problem('attachment-missing', { label: 'Kế hoạch bồi dưỡng', today: '02/01/2025' }),
    'Danh sách chưa kèm “Kế hoạch bồi dưỡng”, hãy ghi số, ngày và liên kết của văn bản, ví dụ 12/KH-UBND, 01/01/2025, https://drive.google.com/file/d/1AbC/view.',
  ],
  [
    problem('attachment-unreadable', {
      label: 'Kế hoạch bồi dưỡng',
      part: 'date',
      value: '5/2025',
      today: '02/01/2025',
    }),
    '“Kế hoạch bồi dưỡng” đang ghi “5/2025”; hãy ghi ngày của văn bản, không sau hôm nay, ví dụ 01/01/2025.',
  ],
  [
    problem('attachment-unreadable', { label: 'Kế hoạch bồi dưỡng', part: 'number', value: 'số 12' }),
    '“Kế hoạch bồi dưỡng” đang ghi “số 12”; hãy ghi số, ký hiệu văn bản, ví dụ 12/KH-UBND.',
  ],
  [
    problem('photo-not-in-drive', { value: 'https://x.vn/a.jpg' }),
    'Đang ghi “https://x.vn/a.jpg”, không phải liên kết tới một tệp ảnh trên Google Drive; hãy đưa ảnh vào thư mục chung, bấm “Chia sẻ” › “Sao chép đường liên kết” rồi dán vào đây; chưa có ảnh thì để trống.',
  ],
  [
    problem('photo-unreadable', { value: 'https://drive.google.com/file/d/1AbC/view', why: 'access' }),
    'Ảnh ở liên kết “https://drive.google.com/file/d/1AbC/view” máy chủ chưa mở được nên trang công khai sẽ không có ảnh; hãy bấm “Chia sẻ” để ai có liên kết cũng xem được.',
  ],
  [
    problem('photo-unreadable', {
      value: 'https://drive.google.com/file/d/1AbC/view',
      why: 'type',
      type: 'image/heif',
    }),
    'Ảnh ở liên kết “https://drive.google.com/file/d/1AbC/view” là tệp “image/heif” nên không đăng được; hãy dùng ảnh JPEG hoặc PNG, ảnh HEIC của điện thoại thì xuất sang JPEG.',
  ],
  [
    problem('photo-unreadable', { value: 'https://drive.google.com/file/d/1AbC/view', why: 'size' }),
    'Ảnh ở liên kết “https://drive.google.com/file/d/1AbC/view” lớn quá 15 MB nên không đăng được; hãy giảm cỡ ảnh rồi dán liên kết mới.',
  ],
  [
    problem('row-locked', { id: '2025-31813-003', name: 'Nguyễn Thị Hoa' }),
    'Hồ sơ 2025-31813-003 của “Nguyễn Thị Hoa” đã được cấp trên duyệt; hãy hoàn tác (Ctrl+Z) hoặc khôi phục trong Tệp › Nhật ký phiên bản, hoặc đề nghị cấp trên trả lại để sửa. Người được nêu rút bớt đồng ý thì không phải trả lại: chỉ đổi cột “Đồng ý công khai” (có thể xóa thêm ngày đồng ý, liên kết ảnh), giữ nguyên các ô khác rồi nộp.',
  ],
  [
    problem('row-locked', { id: '2025-31813-003', name: 'Nguyễn Thị Hoa', consent: 'Không đồng ý' }),
    'Hồ sơ 2025-31813-003 của “Nguyễn Thị Hoa” đã được cấp trên duyệt, phần đồng ý công khai ghi “Không đồng ý”. Nếu người được nêu nay đồng ý thêm, hãy đề nghị cấp trên chọn “Trả lại” cho hồ sơ này, sau đó mới ghi ngày đồng ý mới và nộp lại. Trong khi chờ, hãy hoàn tác (Ctrl+Z) hoặc khôi phục trong Tệp › Nhật ký phiên bản để nộp được các dòng khác.',
  ],
  [
    problem('row-locked-missing', { id: '2025-31813-003', name: 'Nguyễn Thị Hoa' }),
    'Không còn thấy hồ sơ 2025-31813-003 của “Nguyễn Thị Hoa” mà cấp trên đã duyệt; hãy hoàn tác (Ctrl+Z) hoặc khôi phục trong Tệp › Nhật ký phiên bản.',
  ],
  [
    problem('row-locked-missing', { id: '2025-31813-003', name: 'Nguyễn Thị Hoa', shown: 1 }),
    'Không còn thấy hồ sơ 2025-31813-003 của “Nguyễn Thị Hoa” mà cấp trên đã duyệt; hãy hoàn tác (Ctrl+Z) hoặc khôi phục trong Tệp › Nhật ký phiên bản. Xóa dòng không gỡ được trang, trang vẫn còn công khai; muốn gỡ thì giữ dòng, chọn “Không đồng ý” ở cột “Đồng ý công khai” rồi nộp.',
  ],
  [
    {
      ...problem('consent-taken-back', { value: 'Đồng ý', wanted: 'Đồng ý, không ảnh', way: 'return' }),
      column: 'consent',
    },
    'Đang ghi “Đồng ý”, nhưng người được nêu đã đề nghị và hồ sơ đã ghi “Đồng ý, không ảnh”; trang công khai theo hồ sơ, nên sửa ô này cho khớp. Chỉ khi người đó đồng ý lại thì hãy đề nghị cấp trên chọn “Trả lại” cho hồ sơ này, sau đó mới ghi ngày đồng ý mới và nộp lại.',
  ],
  [
    {
      ...problem('consent-taken-back', { value: 'Đồng ý', wanted: 'Đồng ý, không ảnh', way: 'date' }),
      column: 'consent',
    },
    'Đang ghi “Đồng ý”, nhưng người được nêu đã đề nghị và hồ sơ đã ghi “Đồng ý, không ảnh”; trang công khai theo hồ sơ, nên sửa ô này cho khớp. Chỉ khi người đó đồng ý lại thì ghi kèm ngày đồng ý mới.',
  ],
  [
    problem('consent-not-sent', { id: '2025-31813-003', name: 'Nguyễn Thị Hoa', way: 'off' }),
    'Trang của “Nguyễn Thị Hoa” vẫn còn công khai; hãy bấm “Nộp danh sách” để gỡ ngay, kể cả khi dòng khác còn chỗ cần sửa hoặc thủ trưởng chưa ký.',
  ],
  [
    problem('consent-not-sent', { id: '2025-31813-003', name: 'Nguyễn Thị Hoa', way: 'less' }),
    'Trang của “Nguyễn Thị Hoa” vẫn công khai như đã duyệt; hãy bấm “Nộp danh sách” để trang chỉ còn phần được đồng ý.',
  ],
  [
    problem('consent-not-sent', { id: '2025-31813-003', name: 'Nguyễn Thị Hoa', way: 'choose' }),
    'Trang của “Nguyễn Thị Hoa” vẫn còn công khai; muốn gỡ, hãy để cột “Đồng ý công khai” là “Không đồng ý”, các ô khác đúng như đã duyệt, rồi bấm “Nộp danh sách”.',
  ],
  [
    problem('name-has-signs', { value: 'Hoa 🎉', sign: '🎉' }),
    'Đang ghi “Hoa 🎉”, có ký hiệu “🎉” không có trong tên người, hãy chỉ ghi họ và tên.',
  ],
  [
    problem('decision-unknown', { value: 'OK', choices: 'Trả lại, Duyệt' }),
    'Đang ghi “OK”, hãy chọn một trong: Trả lại, Duyệt.',
  ],
  [
    problem('decision-reason-missing', { id: '2025-31813-003.1', decision: 'Trả lại' }),
    'Quyết định “Trả lại” cần lý do, hãy ghi ít nhất 10 ký tự để đơn vị biết cần sửa gì, ví dụ “Bổ sung số liệu kết quả năm 2024”.',
  ],
  [
    problem('decision-conflict', { id: '2025-31813-003.1', lines: '5, 9' }),
    'Hồ sơ 2025-31813-003.1 có các quyết định khác nhau ở các dòng 5, 9, hãy giữ một quyết định.',
  ],
  [
    problem('decision-not-allowed', {
      id: '2025-31813-003.1',
      decision: 'Chọn lên cấp trên',
      status: 'Đã duyệt',
      why: 'top-level',
    }),
    'Chưa dùng được quyết định “Chọn lên cấp trên” cho hồ sơ 2025-31813-003.1, hiện đang là “Đã duyệt”; đây là cấp cao nhất, hãy chọn “Duyệt”.',
  ],
  [
    problem('decision-unjudged', {
      id: '2024.DT-001-003.1',
      decision: 'Chọn lên cấp trên',
      judging: 'Sơ khảo: 1/2 giám khảo đã chấm',
    }),
    'Chưa chọn lên cấp trên được bài 2024.DT-001-003.1: Sơ khảo: 1/2 giám khảo đã chấm. Hãy chờ đủ giám khảo chấm rồi ghi lại; “Trả lại” và “Để lại xem thêm” thì ghi được ngay.',
  ],
  [
    problem('dossier-unknown', { value: 'abc' }),
    'Không có hồ sơ mang mã “abc”; hãy hoàn tác (Ctrl+Z) nếu vừa sửa cột “Mã hồ sơ”, hoặc xóa dòng này.',
  ],
  [
    problem('request-key-missing', {}),
    'Dòng này không có mã ẩn nên không nhận biết được; hãy chép nội dung sang một dòng trống có sẵn trong bảng rồi xóa dòng này.',
  ],
  [
    problem('request-key-twice', { key: 'DN1-003', lines: '5, 9' }),
    'Các dòng 5, 9 cùng mang mã ẩn DN1-003 vì đã chép cả dòng; hãy giữ dòng gốc, chép nội dung dòng còn lại sang một dòng trống có sẵn rồi xóa bản chép.',
  ],
  [
    problem('request-cell-unwanted', { value: '17/01/2025', kind: 'Vướng mắc' }),
    'Đang ghi “17/01/2025”, mà ô này không dùng cho “Vướng mắc” như đã chọn; hãy để trống ô này, hoặc chọn lại.',
  ],
  [
    problem('request-typed-over', { key: 'DN1-003', unit: 'Xã Ninh Hòa', kind: 'Gia hạn' }),
    'Đề nghị DN1-003 đã ghi nhận là của Xã Ninh Hòa, loại “Gia hạn”, nhưng dòng đã bị gõ đè; hãy khôi phục đơn vị và loại như đã ghi nhận rồi ghi trả lời, hoặc xóa trắng dòng này nếu đơn vị rút đề nghị.',
  ],
  [
    problem('request-answered', { key: 'DN1-003', answer: 'Không đồng ý' }),
    'Đề nghị DN1-003 đã được trả lời và giữ nguyên (“Không đồng ý”); hãy hoàn tác (Ctrl+Z), nếu cần thay đổi hãy ghi một đề nghị mới ở dòng trống.',
  ],
];

/** Sentences of the whole list, in numbers. */
const ofLists: [Problem, string][] = [
  [
    problem('quota-below', { count: 4, min: 5 }),
    'Danh sách có 4 gương, cần ít nhất 5; hãy thêm 1 gương nữa.',
  ],
  [problem('quota-above', { count: 7, max: 6 }), 'Danh sách có 7 gương, nhiều nhất là 6; hãy bớt 1 gương.'],
  [
    problem('quota-over-target', { count: 16, target: 15 }),
    'Danh sách có 16 gương, nhiều hơn mức phấn đấu 15; vẫn nộp được, nên xem có dòng nào thừa không.',
  ],
  [
    problem('kind-not-allowed', { value: 'Mô hình', allowed: 'Cá nhân, Tập thể' }),
    'Đang chọn “Mô hình”, theo kế hoạch đơn vị chỉ gửi: cá nhân, tập thể; hãy chọn lại hoặc xóa dòng này.',
  ],
  [
    problem('kind-not-allowed', { value: 'Mô hình', allowed: 'Cá nhân', promoted: 2 }),
    'Có 2 hồ sơ loại “Mô hình” chọn từ cấp dưới, theo kế hoạch đơn vị chỉ gửi: cá nhân; hãy bỏ chọn các hồ sơ đó.',
  ],
  [
    problem('list-empty', { min: 5 }),
    'Danh sách chưa có gương nào; hãy ghi ít nhất 5 gương, hoặc chọn “Không có trường hợp” nếu kế hoạch cho phép.',
  ],
];

it.each(fixtureNames)('%s reads as written down', (name) => {
  const { values, expected } = readFixture(name);
  expect(groupProblems(problemsOf(values), form).join('\n')).toBe(expected);
});

it.each([...elsewhere, ...ofLists])('$code has its sentence', (one, expected) => {
  expect(sentence(one, form)).toBe(expected);
});

it.each(tellingOfForms)('%s: $code has its sentence', (id, one, expected) => {
  expect(sentence(one, formOf(id))).toBe(expected);
});

const fromFixtures = fixtureNames.flatMap((name) => problemsOf(readFixture(name).values));
const shown = [
  ...fromFixtures,
  ...[...elsewhere, ...ofLists].map(([one]) => one),
  ...tellingOfForms.map(([, one]) => one),
];

it('shows every code in a fixture or a table here', () => {
  const codes = new Set(shown.map(({ code }) => code));
  expect(problemCodes.filter((code) => !codes.has(code))).toEqual([]);
  for (const { code } of [...rowCases, ...listCases]) expect(codes).toContain(code);
});

it('is whole, in NFC, without blame, and ends like a sentence', () => {
  for (const one of shown) {
    const line = problemLine(one, form);
    expect(line).toBe(line.normalize('NFC'));
    expect(line).toMatch(/^[\p{Lu}“].*\.$/su);
    expect(line).not.toMatch(/undefined|NaN|null|“”|không hợp lệ|sai|lỗi|invalid| {2}/iu);
  }
});

it('stays one line whatever the cell held', () => {
  const place = { tab: 'Phường 2', line: 5, column: 'name', a1: 'F5' };
  fc.assert(
    fc.property(fc.constantFrom(...problemCodes), anyText, (code, text) => {
      const keys = [
        'value',
        'proposed',
        'name',
        'found',
        'expected',
        'before',
        'id',
        'label',
        'unit',
        'other',
      ];
      const line = problemLine(
        problem(code, Object.fromEntries(keys.map((key) => [key, text])), place),
        form,
      );
      expect(line).not.toMatch(/[\p{Cc}\u2028\u202a-\u202e]/u);
    }),
  );
});

describe('places', () => {
  const blank = (line: number): Problem =>
    problem('required-blank', {}, { tab: 'Phường 2', line, column: 'birthYear', a1: `G${line}` });

  it('name tab, line, column and cell', () => {
    expect(
      problemLine(
        problem(
          'number-out-of-range',
          { value: 85, min: 1900, max: 2100 },
          { ...blank(5), code: 'number-out-of-range', params: { value: 85, min: 1900, max: 2100 } },
        ),
        form,
      ),
    ).toBe(
      'Tab “Phường 2”, dòng 5, cột “Năm sinh” (ô G5): đang ghi “85”, hãy ghi đủ bốn chữ số, ví dụ 1985.',
    );
    expect(problemLine(problem('quota-below', { count: 4, min: 5 }), form)).toMatch(/^Danh sách/);
  });

  it('are listed when the sentence is the same, up to twenty, then counted', () => {
    const lines = (count: number) =>
      groupProblems(
        Array.from({ length: count }, (_, i) => blank(i + 3)),
        form,
      );
    expect(lines(2)).toEqual([
      'Tab “Phường 2”, cột “Năm sinh”, 2 ô (G3, G4): đang để trống, hãy điền, ví dụ 1985.',
    ]);
    expect(lines(20)[0]).toContain('G22)');
    expect(lines(25)[0]).toContain('G22 và 5 ô khác)');
  });
});
