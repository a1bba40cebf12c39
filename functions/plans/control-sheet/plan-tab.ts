/** The tab Kế hoạch: one entry a line, so its columns stand under each other; found by a hidden key or by its name. */
import { toA1 } from '../../domain/a1.ts';
import { isBlank } from '../../domain/cell.ts';
import { isoToSerial } from '../../domain/date.ts';
import type { Problem } from '../../domain/problem.ts';
import type { CellValue, RawRow } from '../../domain/row.ts';
import { readTab } from '../../domain/tab.ts';
import { compareKey, echo } from '../../domain/text.ts';
import { headerLine } from '../../domain/workbook.ts';
import { type ReadLine, readControlCell, type TabCells } from './cells.ts';
import { type ControlProblem, toMessage } from './problem.ts';
import { type ControlColumn, type ControlTab, said, toForm, toList, toYesNo, yesNo } from './tab.ts';

const optional = { type: 'text', width: 420 } as const;
const text = { ...optional, required: 'all' } as const;
const date = { type: 'date', required: 'all', width: 420 } as const;

const levelName = (levels: readonly { id: string; name: string }[], id: string): string =>
  levels.find((level) => level.id === id)?.name ?? id;

export const planTab: ControlTab = {
  id: 'plan',
  sheetId: 1,
  title: 'Kế hoạch',
  help: 'Mỗi dòng một mục của kế hoạch. Chỉ sửa cột “Nội dung”.',
  identity: [],
  label: () => '',
  columns: [
    {
      ...text,
      key: 'id',
      header: 'Mã kế hoạch',
      help: 'Không đổi được.',
      example: 'kh-113-bac-lieu',
      reading: 'code',
    },
    { ...text, key: 'number', header: 'Số, ký hiệu', help: 'Như trên văn bản.', example: '113/KH-UBND' },
    {
      ...text,
      type: 'longText',
      key: 'title',
      header: 'Trích yếu',
      help: 'Nội dung kế hoạch, như trên văn bản.',
      example: 'Phát hiện, bồi dưỡng, nhân rộng gương điển hình tiên tiến',
    },
    {
      ...text,
      key: 'issuer',
      header: 'Cơ quan ban hành',
      help: 'Tên đầy đủ.',
      example: 'Ủy ban nhân dân tỉnh Bạc Liêu',
    },
    { ...text, key: 'signer', header: 'Người ký', help: 'Họ và tên.', example: 'Phan Thanh Duy' },
    { ...date, key: 'issuedOn', header: 'Ngày ký', help: 'Ngày/tháng/năm.', example: '19/08/2022' },
    {
      ...date,
      key: 'inForceFrom',
      header: 'Hiệu lực từ ngày',
      help: 'Ngày đầu tiên của kế hoạch.',
      example: '19/08/2022',
    },
    {
      ...date,
      key: 'inForceTo',
      header: 'Hiệu lực đến ngày',
      help: 'Ngày cuối cùng của kế hoạch.',
      example: '31/12/2025',
    },
    {
      ...text,
      key: 'timeZone',
      header: 'Múi giờ',
      help: 'Để tính hạn nộp.',
      example: 'Asia/Ho_Chi_Minh',
      reading: 'zone',
    },
    {
      ...text,
      key: 'levels',
      header: 'Các cấp, từ dưới lên',
      help: 'Tên các cấp có ở tab Danh mục, cách nhau bằng dấu chấm phẩy.',
      example: 'Cấp xã; Cấp huyện; Cấp tỉnh',
    },
    {
      ...optional,
      key: 'publicLevels',
      header: 'Cấp được công khai',
      help: 'Cấp nào duyệt thì gương lên trang công khai; để trống nếu chưa công khai.',
      example: 'Cấp huyện; Cấp tỉnh',
    },
    {
      ...text,
      type: 'choice',
      choices: Object.values(yesNo),
      key: 'showBirthYear',
      header: 'Công khai năm sinh',
      help: 'Có hiện năm sinh trên trang công khai hay không.',
      example: yesNo.no,
    },
    {
      ...optional,
      key: 'channels',
      header: 'Kênh tuyên truyền',
      help: 'Cách nhau bằng dấu chấm phẩy.',
      example: 'Trang thông tin điện tử; Báo Bạc Liêu',
    },
    {
      ...optional,
      key: 'reminderLeads',
      header: 'Nhắc trước hạn (ngày làm việc)',
      help: 'Mấy ngày làm việc trước hạn thì nhắc; để trống nếu không nhắc.',
      example: '14; 7; 3; 1',
      reading: 'numbers',
    },
    {
      ...optional,
      key: 'headLeads',
      header: 'Nhắc cả thủ trưởng (ngày làm việc)',
      help: 'Những lần nhắc trước hạn mà thủ trưởng cũng được báo nếu còn thiếu dòng hay chữ ký; để trống nếu không báo.',
      example: '3; 1',
      reading: 'numbers',
    },
    {
      ...optional,
      type: 'choice',
      choices: Object.values(yesNo),
      key: 'lastCall',
      header: 'Nhắc lần cuối',
      help: 'Nhắc người lập và thủ trưởng một lần nữa vào ngày làm việc cuối cùng trước khi hết hạn.',
      example: yesNo.yes,
    },
    {
      ...optional,
      key: 'overdueSteps',
      header: 'Nhắc sau hạn (ngày làm việc)',
      help: 'Mấy ngày làm việc sau hạn thì nhắc lại; để trống nếu không nhắc.',
      example: '1; 5; 10',
      reading: 'numbers',
    },
    {
      ...optional,
      type: 'integer',
      min: 1,
      max: 120,
      key: 'escalationStep',
      header: 'Báo thủ trưởng cấp trên từ',
      help: 'Một trong các lần nhắc sau hạn: từ lần ấy thủ trưởng đơn vị nhận danh sách được báo ai còn thiếu; để trống nếu không báo.',
      example: '5',
    },
    {
      ...optional,
      type: 'integer',
      min: 1,
      max: 3660,
      key: 'closeAfterDays',
      header: 'Thôi nhắc sau hạn (ngày)',
      help: 'Sau hạn bấy nhiêu ngày thì không nhắc ai nữa; để trống nếu nhắc mãi.',
      example: '60',
    },
  ],
  linesOf: ({ plan }) => [
    said({
      id: plan.id,
      number: plan.number,
      title: plan.title,
      issuer: plan.issuer,
      signer: plan.signer,
      issuedOn: plan.issuedOn,
      inForceFrom: plan.inForceFrom,
      inForceTo: plan.inForceTo,
      timeZone: plan.timeZone,
      levels: toList(plan.levels.map(({ name }) => name)),
      publicLevels: toList(plan.publication.levels.map((id) => levelName(plan.levels, id))),
      showBirthYear: toYesNo(plan.publication.showBirthYear),
      channels: toList(plan.publication.channels),
      reminderLeads: toList(plan.reminderLeads),
      headLeads: toList(plan.headLeads ?? []),
      lastCall: plan.lastCall === undefined ? undefined : toYesNo(plan.lastCall),
      overdueSteps: toList(plan.overdueSteps),
      escalationStep: plan.escalationStep,
      closeAfterDays: plan.closeAfterDays,
    }),
  ],
};

/** The four columns that people see; the entries above are its lines. */
export const planLayout: readonly ControlColumn[] = [
  {
    key: 'entry',
    header: 'Mã mục',
    help: 'Máy dùng, không sửa.',
    example: '',
    type: 'text',
    width: 100,
    hidden: true,
  },
  { key: 'name', header: 'Mục', help: planTab.help, example: '', type: 'text', width: 220 },
  { key: 'content', header: 'Nội dung', help: 'Sửa ở cột này.', example: '', type: 'text', width: 420 },
  { key: 'advice', header: 'Cách ghi', help: 'Chỉ để đọc.', example: '', type: 'text', width: 420 },
];

const layoutTab = { id: 'plan', title: planTab.title, columns: planLayout } as const;
const layoutForm = toForm(layoutTab);

export function toPlanCells([values = {}]: readonly Record<string, string | number>[]): CellValue[][] {
  const lines = planTab.columns.map(({ key, header, type, help, example }): CellValue[] => {
    const value = values[key];
    const shown = value === undefined ? '' : type === 'date' ? isoToSerial(String(value)) : value;
    return [key, header, shown, `${help} Ví dụ: ${example}`];
  });
  return [planLayout.map(({ header }) => header), planLayout.map(({ key }) => key), ...lines];
}

/** All entries as one line, each fault at the entry's own cell. */
export function readPlanTab(
  cells: TabCells | undefined,
  report: (problem: ControlProblem) => void,
): ReadLine | undefined {
  const title = cells?.title ?? planTab.title;
  const tell = (
    code: ControlProblem['code'],
    params: Problem['params'],
    more: Partial<ControlProblem> = {},
    tab: Pick<ControlTab, 'id' | 'title' | 'columns'> = planTab,
  ) => report({ code, tab: title, found: '', message: toMessage(tab, code, params), ...more });
  if (!cells) {
    tell('control-tab-missing', {}, {}, layoutTab);
    return undefined;
  }
  for (const range of cells.merges) tell('cells-merged', { range }, { a1: range });
  const { rows, columns } = readTab(layoutForm, cells.values, { headerLine });
  const index = columns.get('content');
  if (index === undefined) {
    tell('control-tab-wrong', {}, {}, layoutTab);
    return undefined;
  }
  const found = Map.groupBy(rows, (row) => fieldOf(row)?.key ?? '');
  for (const row of found.get('') ?? []) {
    const value = echo(row.cells.name ?? row.cells.content ?? '');
    tell('control-field-unknown', { value }, { line: row.line, found: value });
  }
  const values: Record<string, string | number> = {};
  const wrong = new Set<string>();
  const fault = (
    column: ControlColumn,
    row: RawRow | undefined,
    code: ControlProblem['code'],
    params = {},
  ) => {
    if (wrong.has(column.key)) return;
    wrong.add(column.key);
    report({
      code,
      tab: title,
      header: column.header,
      ...(row === undefined ? {} : { line: row.line, a1: toA1(index, row.line) }),
      found: echo(row?.cells.content ?? ''),
      message: toMessage(planTab, code, params, column.key),
    });
  };
  for (const column of planTab.columns) {
    const [row, ...others] = found.get(column.key) ?? [];
    const lines = [row, ...others].map((one) => one?.line).join(', ');
    if (row === undefined) fault(column, row, 'control-field-missing', { field: column.header });
    else if (others.length > 0) fault(column, row, 'control-field-twice', { field: column.header, lines });
    else if (isBlank(row.cells.content)) {
      if (column.required === 'all') fault(column, row, 'required-blank');
    } else {
      const read = readControlCell(column, row.cells.content as CellValue);
      if (read.ok) values[column.key] = read.value;
      else fault(column, row, read.code, read.params);
    }
  }
  return {
    line: 0,
    values,
    isRight: (key) => !wrong.has(key),
    fault: (key, code, params) => {
      const column = planTab.columns.find((one) => one.key === key) as ControlColumn;
      fault(column, found.get(key)?.[0], code, params);
    },
  };
}

function fieldOf({ cells }: RawRow): ControlColumn | undefined {
  const name = compareKey(String(cells.name ?? ''));
  return (
    planTab.columns.find(({ key }) => key === cells.entry) ??
    planTab.columns.find(({ header }) => compareKey(header) === name)
  );
}
