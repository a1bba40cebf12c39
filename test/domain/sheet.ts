/** Little unit tabs for the tests: a good row of each kind, and a tab of such rows as Sheets would answer it. */
import type { CheckContext } from '../../functions/domain/checks/index.ts';
import { isoToSerial } from '../../functions/domain/date.ts';
import type { ExemplarKind } from '../../functions/domain/form.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import type { CellValue, RawRow, Row } from '../../functions/domain/row.ts';
import { unitTabColumns } from '../../functions/domain/workbook.ts';

export const context: CheckContext = {
  form: exemplarForm,
  today: '2025-01-08',
  tab: 'Phường 2',
  expectedIdPrefix: '2025-31813',
};

type Cells = Record<string, CellValue>;

const shared: Cells = {
  affiliation: 'Hội Nông dân phường 2',
  locality: 'Khóm 3',
  sector: 'Kinh tế',
  title: 'Nuôi tôm hai giai đoạn, giúp 18 hộ trong ấp cùng làm',
  summary:
    'Từ năm 2022, bà chuyển 1,2 ha đất sang nuôi tôm hai giai đoạn, tự ghi chép từng vụ rồi hướng dẫn lại cho bà con. Đến nay 18 hộ trong ấp làm theo, không hộ nào bị thua lỗ, ba hộ đã thoát nghèo.',
  keyResults: '18 hộ làm theo; lợi nhuận bình quân 320 triệu đồng/ha/năm',
  achievedFrom: isoToSerial('2022-03-01'),
  achievedTo: '31/12/2024',
  impactScope: 'Tỉnh',
  awardTrack: 'Thường xuyên',
  source: 'Cơ sở phát hiện',
  stage: 'Bồi dưỡng',
  proposal: 'Giữ theo dõi',
  consent: 'Đồng ý',
  consentDate: isoToSerial('2025-01-05'),
};

const byKind: Record<ExemplarKind, Cells> = {
  individual: {
    kind: 'Cá nhân',
    honorific: 'Bà',
    name: 'Nguyễn Thị Hoa',
    birthYear: 1985,
    position: 'Nông dân',
    subjectClass: 'Khác',
  },
  collective: {
    kind: 'Tập thể',
    name: 'Tổ hợp tác nuôi tôm khóm 3',
    collectiveType: 'Hợp tác xã, tổ hợp tác',
    memberCount: 24,
    femaleCount: 15,
  },
  model: {
    kind: 'Mô hình',
    name: 'Ao tôm không rác',
    method:
      'Bước 1: họp dân, chọn 10 hộ làm trước. Bước 2: tập huấn hai buổi, phát sổ ghi chép. Bước 3: mỗi tháng họp tổ một lần, so số liệu, sửa chỗ chưa được. Bước 4: hộ làm trước kèm hộ làm sau.',
  },
};

/** Cells of a line that is right, with some of them otherwise; '' makes a cell blank. */
export const cells = (over: Cells = {}, kind: ExemplarKind = 'individual'): Cells => ({
  ...shared,
  ...byKind[kind],
  ...over,
});

export function aRaw(over: Cells = {}, kind: ExemplarKind = 'individual', line = 3): RawRow {
  const filled = Object.entries(cells(over, kind)).filter(([, value]) => value !== '');
  return {
    line,
    cells: Object.fromEntries(filled),
    rowId: `2025-31813-${String(line - 2).padStart(3, '0')}`,
  };
}

/** A row that has been read: dates ISO, text clean. */
export function aRow(over: Row['values'] = {}, kind: ExemplarKind = 'individual', line = 3): Row {
  const values = {
    ...(cells({}, kind) as Row['values']),
    achievedFrom: '2022-03-01',
    achievedTo: '2024-12-31',
    consentDate: '2025-01-05',
    ...over,
  };
  const filled = Object.entries(values).filter(([, value]) => value !== '');
  return {
    id: `2025-31813-${String(line - 2).padStart(3, '0')}`,
    line,
    kind,
    values: Object.fromEntries(filled),
  };
}

export const columns = unitTabColumns(exemplarForm);

/** Headers, keys, then a line for each of the cells given. */
export const aTab = (lines: readonly Cells[]): CellValue[][] => [
  columns.map(({ header }) => header),
  columns.map(({ key }) => key),
  ...lines.map((line, index) => {
    const all: Cells = {
      rowId: `2025-31813-${String(index + 1).padStart(3, '0')}`,
      status: '=IF(1;2)',
      ...line,
    };
    return columns.map(({ key }) => all[key] ?? '');
  }),
];
