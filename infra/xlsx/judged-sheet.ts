/** “Kết quả chấm”: what came of judging, work by work and desk by desk, for the council. Points of single scorers stay out. */
import { lengthWords } from '../../functions/domain/counted-words.ts';
import { formOf } from '../../functions/domain/forms/index.ts';
import type { JudgedResult } from '../../functions/domain/judged-results.ts';
import { formOfPeriod } from '../../functions/domain/period.ts';
import type { Row } from '../../functions/domain/row.ts';
import type { UnitTree } from '../../functions/domain/unit.ts';
import { decisionWords } from '../../functions/domain/workbook.ts';
import type { CellType } from './report-lines.ts';

export const judgedTitle = 'Kết quả chấm';

interface Place {
  tree: UnitTree;
}

interface JudgedColumn {
  header: string;
  type: CellType;
  width: number;
  value(result: JudgedResult, place: Place): string | number;
}

const hundredths = (points: number | undefined): number | '' =>
  points === undefined ? '' : Math.round(points * 100) / 100;

function typedLength(row: Row, period: string): string {
  const { countedWords } = formOf(formOfPeriod(period));
  return countedWords ? lengthWords(countedWords, row) : '';
}

export const judgedColumns: readonly JudgedColumn[] = [
  { header: 'Mã hồ sơ', type: 'text', width: 20, value: ({ dossier }) => dossier.id },
  {
    header: 'Tên bài',
    type: 'text',
    width: 40,
    value: ({ dossier }) => String(dossier.row.values.name ?? ''),
  },
  // A number that sorts where the machine counted; else whose number it is.
  {
    header: 'Số từ máy đếm',
    type: 'text',
    width: 16,
    value: ({ dossier: { row, period } }) => row.words ?? typedLength(row, period),
  },
  {
    header: 'Đơn vị gửi',
    type: 'text',
    width: 30,
    value: ({ dossier }, { tree }) => tree.get(dossier.unitId)?.name ?? dossier.unitId,
  },
  { header: 'Vòng', type: 'text', width: 13, value: ({ round }) => round },
  { header: 'Nơi chấm', type: 'text', width: 26, value: ({ desk }) => desk.name },
  { header: 'Giám khảo đã chấm', type: 'number', width: 11, value: ({ scored }) => scored },
  { header: 'Số giám khảo cần', type: 'number', width: 11, value: ({ scorers }) => scorers },
  { header: 'Điểm trung bình', type: 'points', width: 10, value: ({ average }) => hundredths(average) },
  { header: 'Chênh lệch', type: 'points', width: 10, value: ({ apart }) => hundredths(apart) },
  { header: 'Nên xem lại', type: 'text', width: 10, value: ({ isWide }) => (isWide ? 'Có' : '') },
  {
    header: 'Quyết định',
    type: 'text',
    width: 18,
    value: ({ decision }) => (decision ? decisionWords[decision] : ''),
  },
  { header: 'Ý kiến, giải', type: 'text', width: 40, value: ({ remark }) => remark },
  // From the archive of the contest, so that what was awarded stands beside what was proposed.
  { header: 'Giải', type: 'text', width: 18, value: ({ prize }) => prize },
];

export const judgedRows = (results: readonly JudgedResult[], place: Place): (string | number)[][] =>
  results.map((result) => judgedColumns.map(({ value }) => value(result, place)));
