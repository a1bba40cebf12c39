/** The machine's own tabs of the control sheet: what is in force and what is wrong (Tình trạng), and the mails sent. */
import { formatDate } from '../../domain/date.ts';
import { viDateTime } from '../../domain/format.vi.ts';
import type { CatalogueEntry } from '../../domain/plan.ts';
import { echo } from '../../domain/text.ts';
import { listNames } from './lists.ts';
import type { ControlProblem } from './problem.ts';

export const machineTabs = {
  status: { sheetId: 8, title: 'Tình trạng' },
  mails: { sheetId: 9, title: 'Nhật ký thư' },
} as const;

export interface ControlStatus {
  version: number;
  /** Since when it is in force. */
  since: Date;
  timeZone: string;
  /** Of what the sheet says now; empty: it is what is in force. */
  problems: readonly ControlProblem[];
  /** When the sheet was first found wrong. */
  wrongSince: Date | undefined;
  /** What an administrator must still do outside the sheet. */
  owed: readonly string[];
  ending: readonly CatalogueEntry[];
  /** Newest first. */
  history: readonly { version: number; at: Date; changes: readonly string[] }[];
}

/** Beyond these a line says how many more there are. */
const most = { problems: 500, changes: 20, ofOne: 30 };

export function toStatusTab(status: ControlStatus): string[][] {
  const { version, since, timeZone, problems, wrongSince, owed, ending, history } = status;
  const at = (time: Date): string => viDateTime(time, timeZone);
  const isWrong = problems.length > 0;
  return [
    ['Tình trạng Sổ điều hành'],
    ['Đang áp dụng', `Phiên bản ${version}, từ ${at(since)}`],
    [
      'Nội dung sổ hiện nay',
      isWrong
        ? `Chưa áp dụng, vì có ${problems.length} chỗ cần sửa (thấy từ ${at(wrongSince ?? since)}). Phiên bản ${version} vẫn đang áp dụng; sửa xong hệ thống tự đọc lại trong vòng 10 phút.`
        : 'Đã áp dụng.',
    ],
    ...owed.map((line) => ['Việc còn lại', line]),
    ...ending.map(({ list, value, validTo }) => [
      'Sắp hết hiệu lực',
      `${listNames[list] ?? list}: ${value}, đến ${formatDate(validTo ?? '')}`,
    ]),
    ...(isWrong ? [[], ['Chỗ cần sửa', 'Dòng', 'Cột hoặc mục', 'Ô', 'Đang ghi', 'Cần sửa']] : []),
    ...problems.slice(0, most.problems).map(problemRow),
    ...(problems.length > most.problems ? [[`Và ${problems.length - most.problems} chỗ khác.`]] : []),
    [],
    ['Các lần thay đổi', 'Từ lúc', 'Nội dung'],
    ...history
      .slice(0, most.changes)
      .flatMap(({ version: number, at: time, changes }) =>
        shownChanges(changes).map((change, index) => [
          index === 0 ? `Phiên bản ${number}` : '',
          index === 0 ? at(time) : '',
          change,
        ]),
      ),
  ];
}

const shownChanges = (changes: readonly string[]): readonly string[] =>
  changes.length <= most.ofOne
    ? changes
    : [...changes.slice(0, most.ofOne), '… và các thay đổi khác của phiên bản này'];

const problemRow = ({ tab, line, header, a1, found, message }: ControlProblem): string[] => [
  tab,
  line === undefined ? '' : String(line),
  header ?? '',
  a1 ?? '',
  found,
  message,
];

/** Kind and state in the words that people read. */
export interface LoggedMail {
  at: Date;
  to: string;
  kind: string;
  subject: string;
  state: string;
}

export const mailLogLines = 500;

/** Newest first. */
export const toMailLog = (mails: readonly LoggedMail[], timeZone: string): string[][] => [
  ['Lúc', 'Tới', 'Loại thư', 'Tiêu đề', 'Tình trạng'],
  ...[...mails]
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.to < b.to ? -1 : 1))
    .slice(0, mailLogLines)
    .map(({ at, to, kind, subject, state }) => [
      viDateTime(at, timeZone),
      to,
      kind,
      echo(subject, 200),
      state,
    ]),
];
