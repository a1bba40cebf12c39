/** Reading the Đề nghị tab: what is asked and answered, and every cell that is missing, wrong or has no meaning there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoToSerial } from '../../functions/domain/date.ts';
import {
  requestColumns,
  requestForm,
  requestKey,
  unitChoices,
} from '../../functions/domain/forms/request.ts';
import { problemLine } from '../../functions/domain/messages.vi.ts';
import { type RequestLine, readRequestsTab } from '../../functions/domain/requests-tab.ts';
import type { CellValue } from '../../functions/domain/row.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';

const workbook = {
  tabs: [
    { sheetId: 1, title: 'Hướng dẫn', kind: 'guide' as const },
    { sheetId: 101, title: 'Xã Ninh Hòa', kind: 'unit' as const, unitId: '31843' },
    { sheetId: 102, title: 'Xã Lộc Ninh', kind: 'unit' as const, unitId: '31846' },
  ],
};
const form = requestForm(kh113BacLieu, workbook);
const context = {
  form,
  tab: 'Đề nghị',
  unitIds: unitChoices(workbook),
  daysFor: () => ({ min: '2025-01-15', max: '2025-12-31' }),
};

type Typed = Partial<Record<(typeof requestColumns)[number], CellValue>>;

const good: Typed = {
  unit: 'Xã Ninh Hòa',
  kind: 'Gia hạn',
  text: 'Mất điện từ 12 đến 14/01',
  lastDay: '17/01/2025',
};
const agreed: Typed = { decision: 'Đồng ý', answer: 'Mất điện đã được xác nhận' };
const objection: Typed = { ...good, kind: 'Phản hồi điểm', lastDay: '' };
const difficulty: Typed = { ...good, kind: 'Vướng mắc', lastDay: '' };
const delay: Typed = { unit: 'Xã Ninh Hòa', kind: 'Vì sao trễ', lateReason: 'Thiên tai, dịch bệnh' };

/** Lines as typed below the two rows of headers; keys are stamped unless given. */
const tab = (...lines: Typed[]): CellValue[][] => [
  ['Mã'],
  ['key'],
  ...lines.map((typed, index) =>
    requestColumns.map((key) =>
      key === 'key' ? (typed.key ?? requestKey(1, index + 1)) : (typed[key] ?? ''),
    ),
  ),
];

const read = (...lines: Typed[]): RequestLine[] => readRequestsTab(tab(...lines), context);
const one = (typed: Typed): RequestLine => read(typed)[0] as RequestLine;
const said = (line: RequestLine): string[] =>
  [...line.askedProblems, ...line.answerProblems].map((problem) => problemLine(problem, form));

test('reads what is asked, however the day and the words are typed', () => {
  const asked = {
    key: 'DN1-001',
    unitId: '31843',
    kind: 'extension',
    text: 'Mất điện từ 12 đến 14/01',
    lastDay: '2025-01-17',
    lateReason: '',
  };
  expect(one(good)).toMatchObject({ line: 3, asked, hasAnswer: false, answer: undefined });
  const loose = { ...good, kind: ' gia  HẠN '.normalize('NFD'), lastDay: isoToSerial('2025-01-17') };
  expect(one(loose).asked).toEqual(asked);
});

test('reads the three kinds of answers', () => {
  const answer = (typed: Typed) => one(typed).answer;
  expect(answer({ ...good, ...agreed })).toEqual({
    decision: 'agree',
    text: 'Mất điện đã được xác nhận',
    points: 0,
  });
  expect(answer({ ...objection, ...agreed, points: '-5' })).toMatchObject({ decision: 'agree', points: -5 });
  expect(answer({ ...objection, ...agreed, decision: 'không đồng ý' })).toMatchObject({
    decision: 'disagree',
    points: 0,
  });
  expect(answer({ ...difficulty, answer: 'Dùng quỹ thi đua, khen thưởng' })).toMatchObject({
    decision: 'reply',
  });
});

test.each<[string, Typed, string, string]>([
  ['a reason of the list alone', {}, 'disaster', ''],
  ['a reason with words', { text: 'Xã bị cô lập ba ngày' }, 'disaster', 'Xã bị cô lập ba ngày'],
  ['typed another way', { lateReason: 'lỗi  KỸ thuật' }, 'technical', ''],
  [
    'another reason, in words',
    { lateReason: 'Lý do khác', text: 'Trùng đợt bầu cử ở xã' },
    'other',
    'Trùng đợt bầu cử ở xã',
  ],
])('reads why a list is late: %s', (_what, typed, lateReason, text) => {
  const { asked } = one({ ...delay, ...typed });
  expect(asked).toMatchObject({ kind: 'delay', lateReason, text, lastDay: '' });
  expect(one({ ...delay, ...typed, answer: 'Huyện đã ghi nhận lý do' }).answer).toMatchObject({
    decision: 'reply',
    points: 0,
  });
});

test('leaves out lines on which nobody has typed, and keeps the number of the others', () => {
  const lines = read({}, good, { text: '  ' }, { ...good, unit: 'Xã Lộc Ninh' });
  expect(lines.map(({ line, key }) => [line, key])).toEqual([
    [4, 'DN1-002'],
    [6, 'DN1-004'],
  ]);
});

test.each<[string, Typed, string[]]>([
  [
    'nothing but a text',
    { text: 'Xin lùi hạn ba ngày' },
    [
      'Tab “Đề nghị”, dòng 3, cột “Đơn vị” (ô B3): đang để trống, hãy chọn trong danh sách, ví dụ “Xã Ninh Hòa”.',
      'Tab “Đề nghị”, dòng 3, cột “Loại” (ô C3): đang để trống, hãy chọn trong danh sách, ví dụ “Gia hạn”.',
    ],
  ],
  [
    'an unknown unit and kind, and a short text',
    { unit: 'Xã Khác', kind: 'Xin', text: 'Xin' },
    [
      'Tab “Đề nghị”, dòng 3, cột “Đơn vị” (ô B3): đang ghi “Xã Khác”, hãy chọn một trong: Xã Ninh Hòa; Xã Lộc Ninh.',
      'Tab “Đề nghị”, dòng 3, cột “Loại” (ô C3): đang ghi “Xin”, hãy chọn một trong: Gia hạn; Phản hồi điểm; Vướng mắc; Vì sao trễ.',
      'Tab “Đề nghị”, dòng 3, cột “Nội dung” (ô D3): đang có 3 ký tự (“Xin”), cần ít nhất 10; hãy viết thêm, ví dụ “Mưa bão, mất điện từ 12 đến 14/01, xin lùi hạn ba ngày”.',
    ],
  ],
  [
    'more time without a day',
    { ...good, lastDay: '' },
    ['Tab “Đề nghị”, dòng 3, cột “Gia hạn đến ngày” (ô E3): đang để trống, hãy điền, ví dụ 17/01/2025.'],
  ],
  [
    'a day that is no later than the deadline',
    { ...good, lastDay: '14/01/2025' },
    [
      'Tab “Đề nghị”, dòng 3, cột “Gia hạn đến ngày” (ô E3): đang ghi 14/01/2025, hãy ghi ngày từ 15/01/2025 đến 31/12/2025, ví dụ 17/01/2025.',
    ],
  ],
  [
    'a day of no calendar',
    { ...good, lastDay: '30/02/2025' },
    [
      'Tab “Đề nghị”, dòng 3, cột “Gia hạn đến ngày” (ô E3): đang ghi “30/02/2025” là ngày không có trong lịch, hãy xem lại, ví dụ 17/01/2025.',
    ],
  ],
  [
    'a day where none is asked',
    { ...objection, lastDay: '17/01/2025' },
    [
      'Tab “Đề nghị”, dòng 3, cột “Gia hạn đến ngày” (ô E3): đang ghi “17/01/2025”, mà ô này không dùng cho “Phản hồi điểm” như đã chọn; hãy để trống ô này, hoặc chọn lại.',
    ],
  ],
  [
    'a decision without a reason',
    { ...good, decision: 'Đồng ý' },
    [
      'Tab “Đề nghị”, dòng 3, cột “Trả lời, lý do” (ô I3): đang để trống, hãy điền, ví dụ “Mất điện diện rộng đã được xác nhận, đồng ý lùi ba ngày”.',
    ],
  ],
  [
    'a reason without a decision',
    { ...good, answer: 'Mất điện đã được xác nhận' },
    [
      'Tab “Đề nghị”, dòng 3, cột “Kết luận” (ô G3): đang để trống, hãy chọn trong danh sách, ví dụ “Đồng ý”.',
    ],
  ],
  [
    'a decision of no list',
    { ...good, ...agreed, decision: 'OK' },
    [
      'Tab “Đề nghị”, dòng 3, cột “Kết luận” (ô G3): đang ghi “OK”, hãy chọn một trong: Đồng ý; Không đồng ý.',
    ],
  ],
  [
    'points for more time',
    { ...good, ...agreed, points: 5 },
    [
      'Tab “Đề nghị”, dòng 3, cột “Điểm điều chỉnh” (ô H3): đang ghi “5”, mà ô này không dùng cho “Gia hạn” như đã chọn; hãy để trống ô này, hoặc chọn lại.',
    ],
  ],
  [
    'an objection agreed to without points',
    { ...objection, ...agreed },
    ['Tab “Đề nghị”, dòng 3, cột “Điểm điều chỉnh” (ô H3): đang để trống, hãy điền, ví dụ 5.'],
  ],
  [
    'points in words',
    { ...objection, ...agreed, points: 'năm' },
    ['Tab “Đề nghị”, dòng 3, cột “Điểm điều chỉnh” (ô H3): đang ghi “năm”, hãy chỉ ghi số, ví dụ 5.'],
  ],
  [
    'more points than there are',
    { ...objection, ...agreed, points: 101 },
    [
      'Tab “Đề nghị”, dòng 3, cột “Điểm điều chỉnh” (ô H3): đang ghi 101, hãy ghi số từ -100 đến 100, ví dụ 5.',
    ],
  ],
  [
    'points with a refusal',
    { ...objection, ...agreed, decision: 'Không đồng ý', points: 5 },
    [
      'Tab “Đề nghị”, dòng 3, cột “Điểm điều chỉnh” (ô H3): đang ghi “5”, mà ô này không dùng cho “Không đồng ý” như đã chọn; hãy để trống ô này, hoặc chọn lại.',
    ],
  ],
  [
    'a decision on a difficulty',
    { ...difficulty, ...agreed },
    [
      'Tab “Đề nghị”, dòng 3, cột “Kết luận” (ô G3): đang ghi “Đồng ý”, mà ô này không dùng cho “Vướng mắc” như đã chọn; hãy để trống ô này, hoặc chọn lại.',
    ],
  ],
  [
    'a delay without its reason',
    { ...delay, lateReason: '' },
    [
      'Tab “Đề nghị”, dòng 3, cột “Lý do trễ” (ô F3): đang để trống, hãy chọn trong danh sách, ví dụ “Thiên tai, dịch bệnh”.',
    ],
  ],
  [
    'a reason of no list',
    { ...delay, lateReason: 'Bận' },
    [
      'Tab “Đề nghị”, dòng 3, cột “Lý do trễ” (ô F3): đang ghi “Bận”, hãy chọn một trong: Thiên tai, dịch bệnh; Chờ xác minh; Thay đổi nhân sự; Lỗi kỹ thuật; Lý do khác.',
    ],
  ],
  [
    'another reason without words',
    { ...delay, lateReason: 'Lý do khác' },
    [
      'Tab “Đề nghị”, dòng 3, cột “Nội dung” (ô D3): đang để trống, hãy điền, ví dụ “Mưa bão, mất điện từ 12 đến 14/01, xin lùi hạn ba ngày”.',
    ],
  ],
  [
    'a reason of being late for more time',
    { ...good, lateReason: 'Lỗi kỹ thuật' },
    [
      'Tab “Đề nghị”, dòng 3, cột “Lý do trễ” (ô F3): đang ghi “Lỗi kỹ thuật”, mà ô này không dùng cho “Gia hạn” như đã chọn; hãy để trống ô này, hoặc chọn lại.',
    ],
  ],
  [
    'a decision and points on why a list is late',
    { ...delay, decision: 'Đồng ý', points: 5, answer: 'Huyện đã ghi nhận lý do' },
    [
      'Tab “Đề nghị”, dòng 3, cột “Kết luận” (ô G3): đang ghi “Đồng ý”, mà ô này không dùng cho “Vì sao trễ” như đã chọn; hãy để trống ô này, hoặc chọn lại.',
      'Tab “Đề nghị”, dòng 3, cột “Điểm điều chỉnh” (ô H3): đang ghi “5”, mà ô này không dùng cho “Vì sao trễ” như đã chọn; hãy để trống ô này, hoặc chọn lại.',
    ],
  ],
  [
    'a formula',
    { ...good, text: '=IMPORTXML("http://vidu")' },
    [
      'Tab “Đề nghị”, dòng 3, cột “Nội dung” (ô D3): đang là công thức “=IMPORTXML("http://vidu")”, hãy gõ nội dung thay cho công thức, ví dụ “Mưa bão, mất điện từ 12 đến 14/01, xin lùi hạn ba ngày”.',
    ],
  ],
  [
    'a line without its hidden key',
    { ...good, key: '' },
    [
      'Tab “Đề nghị”, dòng 3: dòng này không có mã ẩn nên không nhận biết được; hãy chép nội dung sang một dòng trống có sẵn trong bảng rồi xóa dòng này.',
    ],
  ],
])('says what to type instead of %s', (_, typed, sentences) => {
  const line = one(typed);
  expect(said(line)).toEqual(sentences);
  const isAskedWrong = line.askedProblems.length > 0;
  expect(line.asked === undefined).toBe(isAskedWrong);
  if (!isAskedWrong) expect(line.answer).toBeUndefined();
});

test('a key that stands on two lines is told on both', () => {
  const lines = read(good, { ...good, key: 'DN1-001', unit: 'Xã Lộc Ninh' });
  expect(
    lines.map(({ askedProblems }) => askedProblems.map(({ code, params }) => [code, params.lines])),
  ).toEqual([[['request-key-twice', '3, 4']], [['request-key-twice', '3, 4']]]);
});

test('offers no objection where the plan keeps no score', () => {
  const { scoring: _scoring, ...plain } = kh113BacLieu;
  const kinds = requestForm(plain, workbook).columns.find(({ key }) => key === 'kind')?.choices;
  expect(kinds).toEqual(['Gia hạn', 'Vướng mắc', 'Vì sao trễ']);
});

test('any cells at all are read without a crash: asked and answered, or told what is wrong', () => {
  const anyCell = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constantFrom(
      'Gia hạn',
      'Phản hồi điểm',
      'Vướng mắc',
      'Vì sao trễ',
      'Lý do khác',
      'Đồng ý',
      'Không đồng ý',
      'Xã Ninh Hòa',
      '17/01/2025',
      '',
    ),
  );
  const anyLine = fc.array(anyCell, { maxLength: requestColumns.length });
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 6 }), (lines) => {
      for (const line of readRequestsTab([['Mã'], ['key'], ...lines], context)) {
        expect(line.asked === undefined).toBe(line.askedProblems.length > 0);
        if (line.hasAnswer && line.asked)
          expect(line.answer === undefined).toBe(line.answerProblems.length > 0);
        for (const sentence of said(line)) expect(sentence).toContain('hãy');
      }
    }),
  );
});
