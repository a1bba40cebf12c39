/** Every wrong input of the control sheet is refused at its cell, with what stands there and what to type instead. */
import { describe, expect, test } from 'vitest';
import { isoToSerial } from '../../../functions/domain/date.ts';
import type { CellValue } from '../../../functions/domain/row.ts';
import type { ControlCells } from '../../../functions/plans/control-sheet/index.ts';
import { problemLine } from '../../../functions/plans/control-sheet/problem.ts';
import type { PeopleTabId } from '../../../functions/plans/control-sheet/tab.ts';
import { staffEmail } from '../../../infra/local/samples/people.ts';
import { expectAdvice } from '../../support/office-acts.ts';
import { type Edit, edited, problemsOf, smallState } from './sheet.ts';

const commune = 'Xã, phường, thị trấn';
const district = 'Huyện, thị xã, thành phố';
const clerk = staffEmail('clerk', '31843');

type OneCell = [
  what: string,
  tab: PeopleTabId,
  word: CellValue,
  column: string,
  value: CellValue,
  code: string,
  words: string[],
];

const cells: OneCell[] = [
  ['a quota of 6–5', 'quotas', commune, 'max', 3, 'quota-backwards', ['ghi 3', 'tối thiểu 5']],
  ['a target under the least', 'quotas', district, 'target', 2, 'quota-backwards', ['ghi 2', '10']],
  ['words for a number', 'quotas', commune, 'min', 'năm', 'text-in-number', ['“năm”']],
  ['half an exemplar', 'quotas', commune, 'min', 1.5, 'number-not-whole', ['1,5']],
  ['a formula', 'quotas', commune, 'min', '=2+3', 'text-has-formula', ['=2+3', 'thay cho công thức']],
  [
    'a kind of exemplar that there is not',
    'quotas',
    commune,
    'allowedKinds',
    'Cá nhân; Thơ',
    'word-unknown',
    ['“Thơ”', 'Mô hình'],
  ],
  [
    'a kind of exemplar twice',
    'quotas',
    commune,
    'allowedKinds',
    'Cá nhân; cá nhân',
    'word-twice',
    ['hai lần'],
  ],
  [
    'a kind of unit that there is not',
    'quotas',
    commune,
    'unitKind',
    'Thôn',
    'word-unknown',
    ['“Thôn”', district],
  ],
  ['a form that there is not', 'quotas', commune, 'form', 'Bài thơ', 'choice-unknown', ['“Bài thơ”']],
  [
    'an answer that is neither yes nor no',
    'quotas',
    commune,
    'headSignOff',
    'Tùy',
    'choice-unknown',
    ['Có; Không'],
  ],
  ['31/02 each year', 'deadlines', district, 'day', 31, 'day-impossible', ['31/02']],
  ['29/02 each year', 'deadlines', district, 'day', 29, 'day-not-every-year', ['29/02', '28/02']],
  ['a month 13', 'deadlines', district, 'month', 13, 'number-out-of-range', ['13', '12']],
  [
    'a day and a date',
    'deadlines',
    commune,
    'date',
    isoToSerial('2025-01-15'),
    'deadline-has-not',
    ['Hằng năm', 'xóa'],
  ],
  ['a rule without its month', 'deadlines', commune, 'month', '', 'deadline-needs', ['Tháng']],
  ['a rule that there is not', 'deadlines', commune, 'rule', 'Hằng tuần', 'choice-unknown', ['Hằng tháng']],
  ['no bound', 'deadlines', commune, 'bound', '', 'deadline-needs', ['Tính đến']],
  ['an event each month', 'deadlines', 'Sự kiện', 'rule', 'Hằng tháng', 'event-rule', ['Hằng năm']],
  [
    'an event of a role that there is not',
    'deadlines',
    'BL-17',
    'roles',
    'Người lập; Văn thư',
    'word-unknown',
    ['“Văn thư”', 'Thủ trưởng'],
  ],
  ['a role for a list', 'deadlines', commune, 'roles', 'Người lập', 'deadline-has-not', ['Báo cho ai']],
  [
    'a lead for heads that is no lead',
    'plan',
    'Nhắc cả thủ trưởng (ngày làm việc)',
    'content',
    '3; 2',
    'lead-unknown',
    ['2 không có', 'Nhắc trước hạn', '14; 7; 3; 1'],
  ],
  [
    'an escalation that is no step',
    'plan',
    'Báo thủ trưởng cấp trên từ',
    'content',
    4,
    'lead-unknown',
    ['4 không có', '1; 5; 10'],
  ],
  [
    'a unit that is its own ancestor',
    'units',
    'Tỉnh Bạc Liêu',
    'parent',
    '956',
    'unit-own-ancestor',
    ['“956”', 'chính mình'],
  ],
  ['a parent that there is not', 'units', 'Xã Ninh Hòa', 'parent', '999', 'unit-unknown', ['“999”']],
  ['a successor that there is not', 'units', 'Xã Ninh Hòa', 'successor', '999', 'unit-unknown', ['“999”']],
  [
    'a successor without an end',
    'units',
    'Xã Ninh Hòa',
    'successor',
    '31846',
    'unit-successor-without-end',
    ['Đến ngày'],
  ],
  ['a code that is none', 'units', 'Xã Ninh Hòa', 'id', '31 843', 'code-unreadable', ['“31 843”']],
  ['a day that is none', 'units', 'Xã Ninh Hòa', 'validTo', '31/02/2025', 'date-impossible', ['31/02/2025']],
  [
    'an anniversary that is no day',
    'units',
    'Xã Ninh Hòa',
    'anniversary',
    '32/13',
    'day-impossible',
    ['32/13'],
  ],
  [
    'a name with a line break',
    'units',
    'Xã Ninh Hòa',
    'name',
    'Xã\nNinh Hòa',
    'text-has-line-break',
    ['viết liền'],
  ],
  ['a bad address', 'staff', clerk, 'email', 'nguoilap.31843', 'email-unreadable', ['“nguoilap.31843”', '@']],
  [
    'an address with a comma',
    'staff',
    clerk,
    'email',
    'a@vidu.vn, b@vidu.vn',
    'email-unreadable',
    ['a@vidu.vn, b@vidu.vn'],
  ],
  [
    'an address with a line break in it',
    'staff',
    clerk,
    'email',
    'nguoi\nlap@vidu.vn',
    'text-has-line-break',
    ['một dòng'],
  ],
  ['a person of no unit', 'staff', clerk, 'unitId', '999', 'unit-unknown', ['“999”']],
  ['a role that there is not', 'staff', clerk, 'role', 'Trưởng thôn', 'choice-unknown', ['Quản trị']],
  [
    'a holiday that is no day',
    'daysOff',
    'Tết Dương lịch',
    'date',
    '30/02/2026',
    'date-impossible',
    ['30/02/2026'],
  ],
  ['a holiday without its name', 'daysOff', 'Tết Dương lịch', 'name', '', 'required-blank', ['để trống']],
  ['a list that there is not', 'catalogues', 'Giấy khen', 'list', 'Màu sắc', 'choice-unknown', ['“Màu sắc”']],
  [
    'a kind of no level',
    'catalogues',
    commune,
    'group',
    'Cấp thôn',
    'word-unknown',
    ['“Cấp thôn”', 'Cấp xã'],
  ],
  [
    'a paper that ends before it begins',
    'catalogues',
    'Nghị định 152/2025/NĐ-CP',
    'validTo',
    '01/03/2024',
    'dates-backwards',
    ['01/03/2024', '01/07/2025'],
  ],
  [
    'another id of the plan',
    'plan',
    'Mã kế hoạch',
    'content',
    'kh-114',
    'plan-id-changed',
    ['kh-113-bac-lieu'],
  ],
  [
    'an end before the beginning',
    'plan',
    'Hiệu lực đến ngày',
    'content',
    '01/01/2020',
    'dates-backwards',
    ['01/01/2020', '19/08/2022'],
  ],
  [
    'a level that there is not',
    'plan',
    'Cấp được công khai',
    'content',
    'Cấp thôn',
    'word-unknown',
    ['Cấp tỉnh'],
  ],
  [
    'a level left out',
    'plan',
    'Các cấp, từ dưới lên',
    'content',
    'Cấp xã; Cấp tỉnh',
    'levels-incomplete',
    ['Cấp huyện'],
  ],
  [
    'leads that are no numbers',
    'plan',
    'Nhắc trước hạn (ngày làm việc)',
    'content',
    'hai tuần',
    'numbers-unreadable',
    ['14; 7; 3; 1'],
  ],
  ['no signer', 'plan', 'Người ký', 'content', '', 'required-blank', ['để trống']],
  ['an unknown zone', 'plan', 'Múi giờ', 'content', 'Hà Nội', 'zone-unknown', ['Asia/Ho_Chi_Minh']],
];

test.each(cells)('%s is refused where it stands', (_what, tab, word, column, value, code, words) => {
  const sheet = edited();
  const a1 = sheet.type(tab, word, column, value);
  const problems = problemsOf(sheet.cells);
  const problem = problems.find(
    (one) => one.a1 === a1 || (one.code === code && code === 'unit-successor-without-end'),
  );
  expect(problem ?? problems).toMatchObject({ code, tab: sheet.cells[tab].title });
  expectAdvice(problem?.message);
  for (const part of words) expect(problem?.message).toContain(part);
  expect(problem?.line).toBeGreaterThan(2);
});

type Whole = [what: string, change: (sheet: Edit) => void, said: string[]];

const wholes: Whole[] = [
  [
    'two units with one code',
    ({ type }) => void type('units', 'Xã Lộc Ninh', 'id', '31843'),
    [
      'Tab “Đơn vị”, dòng 5, cột “Mã đơn vị” (ô A5): mã “31843” dùng cho nhiều đơn vị, ở các dòng 5, 6; hãy ghi cho mỗi đơn vị một mã riêng.',
      'Tab “Đơn vị”, dòng 6, cột “Mã đơn vị” (ô A6): mã “31843” dùng cho nhiều đơn vị, ở các dòng 5, 6; hãy ghi cho mỗi đơn vị một mã riêng.',
      'Tab “Cán bộ”, dòng 12, cột “Mã đơn vị” (ô C12): không có đơn vị mang mã “31846”; hãy ghi một mã có ở tab Đơn vị, hoặc thêm đơn vị đó.',
      'Tab “Cán bộ”, dòng 13, cột “Mã đơn vị” (ô C13): không có đơn vị mang mã “31846”; hãy ghi một mã có ở tab Đơn vị, hoặc thêm đơn vị đó.',
    ],
  ],
  [
    'a holiday twice',
    ({ cells, add }) => {
      cells.daysOff.values.splice(2, Number.POSITIVE_INFINITY, [isoToSerial('2026-01-01'), 'Tết Dương lịch']);
      add('daysOff', { date: '01/01/2026', name: 'Nghỉ Tết' });
    },
    [
      'Tab “Ngày nghỉ”, dòng 3, cột “Ngày” (ô A3): “01/01/2026” có ở các dòng 3, 4; hãy giữ lại một dòng.',
      'Tab “Ngày nghỉ”, dòng 4, cột “Ngày” (ô A4): “01/01/2026” có ở các dòng 3, 4; hãy giữ lại một dòng.',
    ],
  ],
  [
    'a person twice in one role, however the address is written',
    ({ add }) =>
      void add('staff', { email: clerk.toUpperCase(), name: 'Lê Văn Hai', unitId: 31843, role: 'người lập' }),
    [
      `Tab “Cán bộ”, dòng 10, cột “Thư điện tử” (ô A10): “${clerk}, 31843, Người lập” có ở các dòng 10, 18; hãy giữ lại một dòng.`,
      `Tab “Cán bộ”, dòng 18, cột “Thư điện tử” (ô A18): “${clerk}, 31843, Người lập” có ở các dòng 10, 18; hãy giữ lại một dòng.`,
    ],
  ],
  [
    'a parent that ended before its unit',
    ({ type }) => {
      type('units', 'Huyện Hồng Dân', 'validTo', '30/06/2025');
      type('units', 'Huyện Hồng Dân', 'successor', '95');
      type('units', 'Xã Lộc Ninh', 'validTo', '30/06/2025');
    },
    [
      'Tab “Đơn vị”, dòng 5, cột “Mã cấp trên” (ô D5): “Huyện Hồng Dân” (956) kết thúc từ 30/06/2025 mà đơn vị này còn hoạt động; hãy ghi cấp trên mới, ví dụ 95, hoặc ghi ngày kết thúc cho đơn vị này.',
    ],
  ],
  [
    'a deadline by an anniversary that one unit has not',
    ({ type }) => {
      for (const column of ['day', 'month']) type('deadlines', commune, column, '');
      type('deadlines', commune, 'rule', 'Ngày truyền thống của đơn vị');
      type('units', 'Xã Ninh Hòa', 'anniversary', '');
      type('units', 'Xã Lộc Ninh', 'anniversary', '19/8');
    },
    [
      'Tab “Đơn vị”, dòng 5, cột “Ngày truyền thống” (ô J5): hạn nộp của “Xã, phường, thị trấn” tính theo ngày truyền thống, mà đơn vị này chưa có; hãy ghi ngày/tháng, ví dụ 19/08.',
    ],
  ],
  [
    'a quota without its deadline',
    ({ cells }) => void cells.deadlines.values.splice(2, 1),
    [
      'Tab “Chỉ tiêu”, dòng 3, cột “Loại đơn vị” (ô A3): “Xã, phường, thị trấn” chưa có hạn; hãy thêm một dòng “Nộp danh sách” cho loại đơn vị này ở tab Hạn nộp.',
    ],
  ],
  [
    'a deadline without its quota',
    ({ cells }) => void cells.quotas.values.splice(2, 1),
    [
      'Tab “Hạn nộp”, dòng 3, cột “Loại đơn vị” (ô B3): “Xã, phường, thị trấn” không có ở tab Chỉ tiêu; hãy xóa dòng này, hoặc thêm chỉ tiêu.',
    ],
  ],
  [
    'no administrator left',
    ({ type }) => void type('staff', 'Quản trị', 'role', 'Người lập'),
    ['Tab “Cán bộ”: không còn ai là quản trị; hãy giữ ít nhất một người có vai trò “Quản trị”.'],
  ],
  [
    'merged cells',
    ({ cells }) => Object.assign(cells.quotas, { merges: ['A3:A4'] }),
    [
      'Tab “Chỉ tiêu”: các ô A3:A4 đang gộp làm một, hãy chọn Định dạng › Hợp nhất các ô › Hủy hợp nhất rồi ghi riêng từng ô.',
    ],
  ],
  [
    'a tab that is gone',
    ({ cells }) => void Reflect.deleteProperty(cells, 'daysOff'),
    [
      'Tab “Ngày nghỉ”: không tìm thấy tab này; hãy khôi phục trong Tệp › Nhật ký phiên bản, hoặc thêm một tab tên “Ngày nghỉ” có dòng đầu là: Ngày | Tên ngày nghỉ | Căn cứ, rồi điền các dòng.',
    ],
  ],
  [
    'a tab without its headers, once',
    ({ cells }) => void cells.daysOff.values.splice(0, 2),
    [
      'Tab “Ngày nghỉ”: không nhận ra các cột của tab này; hãy khôi phục hai dòng đầu trong Tệp › Nhật ký phiên bản, hoặc ghi lại dòng đầu: Ngày | Tên ngày nghỉ | Căn cứ.',
    ],
  ],
  [
    'a renamed header',
    ({ cells }) => void (cells.quotas.values[0] as CellValue[]).splice(2, 1, 'Số lượng'),
    [
      'Tab “Chỉ tiêu”, dòng 1, cột “Tối thiểu” (ô C1): tiêu đề đang ghi “Số lượng”, hãy ghi lại là “Tối thiểu”.',
    ],
  ],
  [
    'an entry of the plan that somebody deleted',
    ({ cells }) => void cells.plan.values.splice(6, 1),
    [
      'Tab “Kế hoạch”, cột “Người ký”: không thấy mục “Người ký”; hãy khôi phục dòng này trong Tệp › Nhật ký phiên bản, hoặc thêm một dòng ghi tên mục đó ở cột “Mục”.',
    ],
  ],
  [
    'an entry of the plan twice',
    ({ cells }) => void cells.plan.values.push(['', 'Người  ký', 'Ai đó']),
    [
      'Tab “Kế hoạch”, dòng 7, cột “Người ký” (ô C7): mục “Người ký” có ở các dòng 7, 22; hãy giữ lại một dòng.',
    ],
  ],
  [
    'an entry of the plan that there is not',
    ({ cells }) => void cells.plan.values.push(['', 'Màu giấy', 'xanh']),
    ['Tab “Kế hoạch”, dòng 22: không có mục “Màu giấy” trong Sổ điều hành; hãy xóa dòng này.'],
  ],
  [
    'every line of people gone',
    ({ cells }) => void cells.staff.values.splice(2),
    ['Tab “Cán bộ”: chưa có dòng nào; hãy khôi phục trong Tệp › Nhật ký phiên bản, hoặc điền lại các dòng.'],
  ],
];

const linesOf = (cells: ControlCells): string[] => problemsOf(cells).map(problemLine);

test.each(wholes)('%s is refused with every place', (_what, change, said) => {
  const sheet = edited();
  change(sheet);
  expect(linesOf(sheet.cells)).toEqual(said);
});

describe('faults in many places', () => {
  test('are all told at once, in the order of the sheet, one a cell', () => {
    const sheet = edited();
    sheet.type('staff', clerk, 'email', 'không có');
    sheet.type('quotas', commune, 'max', 3);
    sheet.type('deadlines', district, 'day', 31);
    sheet.type('plan', 'Người ký', 'content', '');
    sheet.type('units', 'Xã Ninh Hòa', 'parent', '31843');
    const problems = problemsOf(sheet.cells);
    expect(problems.map(({ tab, a1, code }) => `${tab} ${a1} ${code}`)).toEqual([
      'Kế hoạch C7 required-blank',
      'Đơn vị D5 unit-own-ancestor',
      'Chỉ tiêu D3 quota-backwards',
      'Hạn nộp F4 day-impossible',
      'Cán bộ A10 email-unreadable',
    ]);
    for (const { message } of problems) expectAdvice(message);
  });

  test('name a tab by the title that people gave it', () => {
    const sheet = edited();
    sheet.cells.quotas.title = 'Số lượng của tôi';
    sheet.type('quotas', commune, 'max', 3);
    expect(linesOf(sheet.cells)[0]).toMatch(/^Tab “Số lượng của tôi”, dòng 3/);
  });
});

test('refuses a scorer who sees the desk’s sheet in another role', () => {
  const sheet = edited();
  const email = staffEmail('reviewer', '956');
  const { name } = smallState.staff.find((one) => one.email === email)!;
  sheet.add('staff', { email, name, unitId: '956', role: 'Giám khảo' });
  const [problem] = problemsOf(sheet.cells);
  expect(problem).toMatchObject({ code: 'scorer-sees' });
  expect(problem?.message).toContain('người thẩm định của đơn vị này');
  const elsewhere = edited();
  elsewhere.add('staff', { email, name, unitId: '95', role: 'Giám khảo' });
  expect(problemsOf(elsewhere.cells)).toEqual([]);
});

test('refuses one address for two people and names both lines, but takes one person in several units and roles', () => {
  const email = staffEmail('head', '31843');
  const sheet = edited();
  const line = sheet.add('staff', { email, name: 'Người Khác Hẳn', unitId: '31846', role: 'Người lập' });
  const { name } = smallState.staff.find((one) => one.email === email)!;
  const problems = problemsOf(sheet.cells);
  expect(problems.map(({ code, a1 }) => `${code} ${a1}`)).toEqual([`staff-two-names A${line}`]);
  expect(problems[0]?.message).toMatch(
    new RegExp(`của “Người Khác Hẳn”, ở dòng \\d+ là của “${name}”; mỗi địa chỉ là của một người`),
  );
  expectAdvice(problems[0]!.message);
  const same = edited();
  same.add('staff', { email, name: `  ${name.toUpperCase()} `, unitId: '31846', role: 'Người lập' });
  expect(problemsOf(same.cells)).toEqual([]);
});

describe('a unit that ends', () => {
  const ends = (successor: string, before: (sheet: Edit) => void = () => undefined): string[] => {
    const sheet = edited();
    before(sheet);
    sheet.type('units', 'Huyện Hồng Dân', 'validTo', '30/06/2025');
    sheet.type('units', 'Huyện Hồng Dân', 'successor', successor);
    return problemsOf(sheet.cells).map(({ a1, message }) => `${a1} ${message}`);
  };

  test('and is its own successor is told of that alone', () => {
    expect(ends('956')).toEqual([expect.stringMatching(/^G4 .*kế thừa “956”.*chính mình/)]);
  });

  test('for a unit that there is not is told of that alone', () => {
    expect(ends('KHONGCO')).toEqual([expect.stringMatching(/^G4 .*“KHONGCO”/)]);
  });

  test('and goes on in one that stands has that one named to the units under it', () => {
    const told = ends('95');
    expect(told.length).toBe(smallState.plan.units.filter(({ parent }) => parent === '956').length);
    for (const line of told) expect(line).toContain('hãy ghi cấp trên mới, ví dụ 95,');
  });

  test('and goes on in a unit under it names that one to the others, not to itself', () => {
    const told = ends('31843');
    expect(told[0]).toMatch(/^D5 .*hãy ghi cấp trên mới, hoặc ghi ngày kết thúc/);
    expect(told[1]).toContain('ví dụ 31843,');
  });

  test('in a circle of others names nobody', () => {
    const told = ends('31846', ({ type }) => {
      for (const [name, heir] of [
        ['Xã Ninh Hòa', '31846'],
        ['Xã Lộc Ninh', '31843'],
      ] as const) {
        type('units', name, 'validTo', '30/06/2025');
        type('units', name, 'successor', heir);
      }
    });
    expect(told.filter((line) => line.includes('chính mình')).length).toBe(2);
    expect(told.some((line) => line.includes('ví dụ'))).toBe(false);
  });
});

test('says of a lead where no leads are that they come first', () => {
  const sheet = edited();
  sheet.type('plan', 'Nhắc trước hạn (ngày làm việc)', 'content', '');
  const messages = problemsOf(sheet.cells).map(({ message }) => message);
  expect(messages).toContain(
    'Đang ghi 3, mà mục “Nhắc trước hạn (ngày làm việc)” chưa có số nào; hãy ghi 3 ở mục đó trước, hoặc xóa ô này.',
  );
});
