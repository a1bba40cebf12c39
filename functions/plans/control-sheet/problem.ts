/** Faults of the control sheet: the codes that only it has, and every fault as an administrator reads it. */

import { sentence } from '../../domain/messages.vi.ts';
import type { Problem, ProblemCode } from '../../domain/problem.ts';
import { capital, echo } from '../../domain/text.ts';
import type { Unit } from '../../domain/unit.ts';
import { type ControlTab, toForm } from './tab.ts';

const unitsTabTitle = 'Đơn vị';

/** Beside each, the keys of its `params`; `value` is what was found. `headers`: those that people see, in order. */
const sentences = {
  'control-tab-missing': ({ tab, headers }) =>
    `không tìm thấy tab này; hãy khôi phục trong Tệp › Nhật ký phiên bản, hoặc thêm một tab tên “${tab}” có dòng đầu là: ${headers}, rồi điền các dòng.`,
  'control-tab-wrong': ({ headers }) =>
    `không nhận ra các cột của tab này; hãy khôi phục hai dòng đầu trong Tệp › Nhật ký phiên bản, hoặc ghi lại dòng đầu: ${headers}.`,
  'control-field-missing': ({ field }) =>
    `không thấy mục “${field}”; hãy khôi phục dòng này trong Tệp › Nhật ký phiên bản, hoặc thêm một dòng ghi tên mục đó ở cột “Mục”.`,
  'control-field-twice': ({ field, lines }) => `mục “${field}” có ở các dòng ${lines}; hãy giữ lại một dòng.`,
  'control-field-unknown': ({ value }) => `không có mục “${value}” trong Sổ điều hành; hãy xóa dòng này.`,
  'control-line-twice': ({ value, lines }) => `“${value}” có ở các dòng ${lines}; hãy giữ lại một dòng.`,
  'control-tab-empty': () =>
    'chưa có dòng nào; hãy khôi phục trong Tệp › Nhật ký phiên bản, hoặc điền lại các dòng.',
  'code-unreadable': ({ value }) =>
    `đang ghi “${value}”, hãy ghi mã chỉ gồm chữ không dấu, chữ số và dấu gạch nối, ví dụ 31813 hoặc CK01.`,
  'email-unreadable': ({ value }) =>
    `đang ghi “${value}” không phải địa chỉ thư, hãy ghi đủ tên, @ và tên miền, ví dụ ten@coquan.gov.vn.`,
  'day-month-unreadable': ({ value }) => `đang ghi “${value}”, hãy ghi ngày/tháng, ví dụ 19/08.`,
  'day-not-every-year': ({ value }) =>
    `đang ghi ${value}, ngày này không phải năm nào cũng có; hãy ghi một ngày năm nào cũng có, ví dụ 28/02.`,
  'day-impossible': ({ value }) => `${value} là ngày không có trong lịch, hãy xem lại ngày và tháng.`,
  'numbers-unreadable': ({ value }) =>
    `đang ghi “${value}”, hãy ghi các số nguyên từ 0 đến 120, cách nhau bằng dấu chấm phẩy, ví dụ 14; 7; 3; 1.`,
  'numbers-zero': ({ value }) => `đang ghi “${value}”, hãy ghi các số từ 1 trở lên, ví dụ 1; 5; 10.`,
  'lead-unknown': ({ value, field, choices }) =>
    choices === ''
      ? `đang ghi ${value}, mà mục “${field}” chưa có số nào; hãy ghi ${value} ở mục đó trước, hoặc xóa ô này.`
      : `${value} không có ở mục “${field}”; hãy chọn trong: ${choices}.`,
  'zone-unknown': ({ value }) => `đang ghi “${value}”, hãy ghi Asia/Ho_Chi_Minh.`,
  'word-unknown': ({ value, what, choices }) => `không có ${what} “${value}”, hãy ghi một trong: ${choices}.`,
  'word-twice': ({ value }) => `“${value}” ghi hai lần trong ô này; hãy giữ lại một.`,
  'plan-id-changed': ({ value, id }) =>
    `đang ghi “${value}”; mã kế hoạch không đổi được vì mọi hồ sơ mang mã này, hãy ghi lại “${id}”.`,
  'dates-backwards': ({ value, from }) =>
    `đang ghi ${value}, trước ngày bắt đầu ${from}; hãy xem lại hai ngày.`,
  'levels-incomplete': ({ value }) =>
    `chưa xếp “${value}”; hãy ghi đủ các cấp có ở tab Danh mục, từ dưới lên.`,
  'group-missing': ({ value }) =>
    `loại đơn vị “${value}” chưa ghi thuộc cấp nào; hãy ghi tên cấp ở cột “Thuộc”.`,
  'catalogue-code-missing': ({ value }) =>
    `“${value}” chưa có mã; hãy ghi một mã riêng, chữ không dấu, ví dụ commune.`,
  'unit-id-twice': ({ value, lines }) =>
    `mã “${value}” dùng cho nhiều đơn vị, ở các dòng ${lines}; hãy ghi cho mỗi đơn vị một mã riêng.`,
  'unit-unknown': ({ value }) =>
    `không có đơn vị mang mã “${value}”; hãy ghi một mã có ở tab Đơn vị, hoặc thêm đơn vị đó.`,
  'unit-own-ancestor': ({ value }) =>
    `ghi cấp trên “${value}” thì đơn vị này là cấp trên của chính mình; hãy ghi mã của đơn vị cấp trên thật.`,
  'unit-own-successor': ({ value }) =>
    `ghi kế thừa “${value}” thì đơn vị này kế thừa chính mình; hãy ghi mã của đơn vị tiếp nhận.`,
  'unit-own-origin': ({ value }) =>
    `ghi tách từ “${value}” là chính đơn vị này; hãy ghi mã của đơn vị cũ, hoặc để trống.`,
  'unit-parent-ended': ({ value, name, ended, successor }) =>
    `“${name}” (${value}) kết thúc từ ${ended} mà đơn vị này còn hoạt động; hãy ghi cấp trên mới${successor === '' ? '' : `, ví dụ ${successor}`}, hoặc ghi ngày kết thúc cho đơn vị này.`,
  'unit-successor-without-end': ({ value }) =>
    `đã ghi kế thừa “${value}” mà chưa có ngày kết thúc; hãy ghi ngày cuối cùng của đơn vị này ở cột “Đến ngày”.`,
  'unit-anniversary-missing': ({ kind }) =>
    `hạn nộp của “${kind}” tính theo ngày truyền thống, mà đơn vị này chưa có; hãy ghi ngày/tháng, ví dụ 19/08.`,
  'unit-top-missing': () => 'chưa có đơn vị cao nhất; hãy để trống cột “Mã cấp trên” của một đơn vị.',
  'unit-removed': ({ name, value }) =>
    `không còn thấy “${name}” (${value}), đơn vị đã nộp danh sách hoặc có bảng tính nhận danh sách; hãy ghi lại dòng đó với “Đến ngày” và “Mã kế thừa” thay vì xóa hay đổi mã.`,
  'quota-backwards': ({ value, min }) =>
    `đang ghi ${value}, nhỏ hơn số tối thiểu ${min}; hãy ghi số từ ${min} trở lên, hoặc giảm số tối thiểu.`,
  'attachment-code-alone': ({ value }) =>
    `có mã giấy tờ “${value}” mà chưa có tên; hãy ghi tên giấy tờ, hoặc xóa mã.`,
  'deadline-missing': ({ kind }) =>
    `“${kind}” chưa có hạn; hãy thêm một dòng “Nộp danh sách” cho loại đơn vị này ở tab Hạn nộp.`,
  'deadline-without-quota': ({ value }) =>
    `“${value}” không có ở tab Chỉ tiêu; hãy xóa dòng này, hoặc thêm chỉ tiêu.`,
  'deadline-needs': ({ rule, field }) => `hạn “${rule}” cần ô “${field}”; hãy điền.`,
  'deadline-has-not': ({ rule, field, value }) =>
    `đang ghi “${value}”, mà hạn “${rule}” không dùng ô “${field}”; hãy xóa.`,
  'deadline-past': ({ day, count }) =>
    `hạn này đã qua (hết ngày ${day}), ${count} đơn vị sẽ bị ghi là trễ ngay; hãy xem lại ngày, hoặc chọn “Xác nhận” ở cột “Xác nhận hạn đã qua”.`,
  'deadline-rhythms': ({ form, rule }) =>
    `các loại đơn vị phải nộp biểu mẫu “${form}” theo cùng một kỳ, mà dòng trước đang là “${rule}”; hãy chọn cách tính hạn có cùng độ dài kỳ.`,
  'deadline-rhythm': ({ period }) =>
    `đã có bảng tính của ${period}, nên không đổi sang cách tính hạn theo kỳ dài ngắn khác được; hãy chọn lại cách tính hạn.`,
  'kinds-missing': ({ choices }) => `đang để trống, hãy ghi loại gương được gửi, ví dụ “${choices}”.`,
  'kinds-not-for-form': ({ value, form }) =>
    `đang ghi “${value}”, mà biểu mẫu “${form}” không phân loại gương; hãy xóa ô này.`,
  'event-rule': ({ value }) =>
    `đang chọn “${value}”, cách này chỉ dùng cho nộp danh sách; hãy chọn cách khác, ví dụ “Hằng năm”.`,
  'scorer-sees': ({ value, role }) =>
    `“${value}” đang là ${String(role).toLowerCase()} của đơn vị này nên thấy điểm của giám khảo khác trong bảng tính; hãy chọn người khác làm giám khảo, hoặc bỏ vai trò kia.`,
  'staff-two-names': ({ email, name, known, first }) =>
    `“${email}” ở dòng này là của “${name}”, ở dòng ${first} là của “${known}”; mỗi địa chỉ là của một người: hãy ghi địa chỉ riêng của người này, hoặc ghi cùng một họ tên ở cả hai dòng.`,
  'people-many': ({ added, removed, lines }) =>
    `lần này thêm ${added} người, bớt ${removed} người; đúng ý thì hãy ghi ${lines}, là số dòng của tab này, vào cột “Xác nhận số dòng” (chưa có cột đó thì thêm vào cuối tab); dán nhầm thì bỏ các dòng vừa dán.`,
  'admin-missing': () => 'không còn ai là quản trị; hãy giữ ít nhất một người có vai trò “Quản trị”.',
  'plan-fault': ({ sentence: text }) => `${text}.`,
} satisfies Record<string, (params: Problem['params']) => string>;

export type ControlCode = keyof typeof sentences;

/** A fault of the whole sheet stands on no line. Everything known of its place is named. */
export interface ControlProblem {
  code: ProblemCode | ControlCode;
  /** Title of the tab as people see it. */
  tab: string;
  line?: number;
  /** Header of the column, or the name of the entry. */
  header?: string;
  a1?: string;
  /** What stands there now. */
  found: string;
  /** What to do, in Vietnamese. */
  message: string;
}

const isOwn = (code: string): code is ControlCode => Object.hasOwn(sentences, code);

/** The sentence of a code of ours, or of the unit tabs' reader, about a column of this tab. */
export function toMessage(
  tab: Pick<ControlTab, 'id' | 'title' | 'columns'>,
  code: ProblemCode | ControlCode,
  params: Problem['params'],
  column?: string,
): string {
  if (isOwn(code)) {
    const shown = Object.entries(params).map(([key, value]) => [key, echo(value, 160)] as const);
    const headers = tab.columns
      .filter(({ hidden, isLater }) => !hidden && !isLater)
      .map(({ header }) => header)
      .join(' | ');
    return capital(sentences[code]({ ...Object.fromEntries(shown), tab: tab.title, headers }));
  }
  const problem: Problem = { code, severity: 'error', params, ...(column === undefined ? {} : { column }) };
  return sentence(problem, toForm(tab));
}

/** "Tab “Chỉ tiêu”, dòng 3, cột “Tối đa” (ô D3): đang ghi 5, nhỏ hơn …" */
export function problemLine({ tab, line, header, a1, message }: ControlProblem): string {
  const place = [
    `Tab “${tab}”`,
    ...(line === undefined ? [] : [`dòng ${line}`]),
    ...(header === undefined ? [] : [`cột “${header}”${a1 === undefined ? '' : ` (ô ${a1})`}`]),
  ];
  return `${place.join(', ')}: ${message.slice(0, 1).toLowerCase()}${message.slice(1)}`;
}

/** A unit that has sent lists may end, but not vanish; its line is gone, so the tab is all the place there is. */
export const removedUnit = (title: string | undefined, { id, name }: Unit): ControlProblem => ({
  code: 'unit-removed',
  tab: title ?? unitsTabTitle,
  found: '',
  message: toMessage({ id: 'units', title: unitsTabTitle, columns: [] }, 'unit-removed', { name, value: id }),
});
