/** The Tổng hợp tab: per unit what was sent and when, what became of it, its score, and what the score rests on. */

import type { Arrival } from './arrival.ts';
import type { BoardLine } from './board.ts';
import { formatDate } from './date.ts';
import { ownDayLabel } from './deadline-label.ts';
import { viDateTime } from './format.vi.ts';
import { formOf } from './forms/index.ts';
import { chosenOf, publishedOf, returnedOf } from './marks.ts';
import { periodLabel } from './period.ts';
import type { Plan } from './plan.ts';
import { quotaCounter } from './quota.ts';
import { askedWords, requestKindWords } from './request.ts';
import { decisionSentence } from './request-verdict.ts';
import { howScored, isDeduction, type Scoring, scoringFor } from './scoring.ts';
import type { Unit } from './unit.ts';
import { standingLabel, type UnitStanding } from './unit-standing.ts';

export const summaryColumns = [
  { key: 'unit', header: 'Đơn vị', width: 300 },
  { key: 'deadline', header: 'Hạn', width: 130 },
  { key: 'extension', header: 'Gia hạn đến', width: 100 },
  { key: 'counter', header: 'Số lượng/chỉ tiêu', width: 110 },
  { key: 'standing', header: 'Tình trạng', width: 190 },
  { key: 'sentAt', header: 'Nộp lúc', width: 120 },
  { key: 'daysLate', header: 'Trễ (ngày)', width: 70 },
  { key: 'whyLate', header: 'Vì sao trễ', width: 240 },
  { key: 'returned', header: 'Trả lại', width: 70 },
  { key: 'approved', header: 'Đã duyệt', width: 70 },
  { key: 'chosen', header: 'Được chọn', width: 80 },
  { key: 'published', header: 'Công khai', width: 80 },
  { key: 'requests', header: 'Đề nghị, phản hồi', width: 240 },
  { key: 'score', header: 'Điểm', width: 60 },
  { key: 'of', header: 'Trên', width: 60 },
  { key: 'year', header: 'Cả năm', width: 90 },
  { key: 'evidence', header: 'Căn cứ', width: 520 },
] as const;

export type SummaryKey = (typeof summaryColumns)[number]['key'];
export type SummaryCells = Record<SummaryKey, string | number>;

/** Title, how many have sent, headers: what stays in view. */
export const summaryHeaderRows = 3;

const whenWords: Record<NonNullable<Arrival['when']>, string> = {
  onTime: 'đúng hạn',
  extended: 'trong thời gian gia hạn',
  late: 'trễ hạn',
};

const hasCome = ({ kind }: Arrival): boolean => kind === 'list' || kind === 'nil';

/** The head's words, the reason that was accepted, the reason that the unit gave; nothing is guessed. */
function whyLate({ submission, deadline: { extended }, requests }: UnitStanding, arrival: Arrival): string {
  if (!(arrival.when === 'late' || arrival.when === 'extended' || (!hasCome(arrival) && arrival.isDue)))
    return '';
  const sentBack = (submission?.versions ?? []).flatMap(({ sentBackReason }) =>
    sentBackReason === undefined ? [] : [`thủ trưởng trả lại: ${sentBackReason}`],
  );
  const asked = requests
    .filter(({ kind, state }) => (kind === 'extension' || kind === 'delay') && state !== 'dropped')
    .map((request) => `đơn vị nêu: ${askedWords(request)}`)
    .sort();
  const granted = extended ? [`được gia hạn: ${extended.reason}`] : [];
  const reasons = [...sentBack, ...asked, ...granted];
  return reasons.length > 0 ? reasons.join('; ') : 'chưa nêu lý do';
}

const requestWords = ({ requests }: UnitStanding): string =>
  requests
    .filter(({ state }) => state !== 'dropped')
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((request) => {
      const waits = request.kind === 'delay' ? 'đã ghi nhận' : 'chờ trả lời';
      const said = request.answer ? decisionSentence(request, request.answer) : waits;
      return `${request.key} ${requestKindWords[request.kind]}: ${said}`;
    })
    .join('; ');

function evidenceOf({ score, heir, year }: BoardLine): string {
  const marks = (score?.marks ?? []).map(
    ({ label, points, of, evidence }) => `${label} ${points}${of > 0 ? `/${of}` : ''}: ${evidence}`,
  );
  return [...marks, heir, year?.note ?? ''].filter((part) => part !== '').join('. ');
}

export function summaryCells(line: BoardLine, plan: Plan, now: Date): SummaryCells {
  const { standing, arrival, score, year } = line;
  const { unit, obligation, deadline, submission, dossiers } = standing;
  const { version, when } = arrival;
  const sent = submission?.versions.at(-1);
  const isReviewed = formOf(obligation.form).flow === 'reviewed';
  return {
    unit: unit.name,
    deadline: ownDayLabel(deadline),
    extension: deadline.extended ? formatDate(deadline.extended.lastDay) : '',
    counter: quotaCounter(sent ? sent.rows : standing.typedRows, obligation.quota),
    standing: [standingLabel(standing, now), when ? whenWords[when] : '']
      .filter((word) => word !== '')
      .join(', '),
    sentAt: version ? viDateTime(new Date(version.at), plan.timeZone) : '',
    daysLate: arrival.daysLate > 0 ? arrival.daysLate : '',
    whyLate: whyLate(standing, arrival),
    // On a form that is filed as signed nobody returns, approves, chooses or publishes rows.
    returned: isReviewed ? returnedOf(standing).length : '',
    approved: isReviewed ? dossiers.filter(({ approvals }) => approvals.length > 0).length : '',
    chosen: isReviewed ? chosenOf(standing).length : '',
    published: isReviewed ? publishedOf(standing).length : '',
    requests: requestWords(standing),
    score: score ? score.total : '',
    of: score ? score.of : '',
    year: year && year.periods > 0 ? `${year.points}/${year.of}` : '',
    evidence: evidenceOf(line),
  };
}

/** What each criterion gives, so that nobody has to ask how a number came about. */
export const legendRows = ({ note, weights }: Scoring): (string | number)[][] => [
  [`Cách chấm điểm (${note})`],
  ['Tiêu chí', 'Điểm', 'Cách tính'],
  ...weights.map((weight) => [
    weight.label,
    isDeduction(weight) ? `trừ tối đa ${weight.points}` : weight.points,
    howScored(weight),
  ]),
  ['Tổng điểm không âm và không vượt mức tối đa. Mỗi lần điểm thay đổi đều được ghi lại cùng lý do.'],
];

/** The same as sentences: the board's columns are too narrow for them, and a lone text runs on over blank cells. */
function legendLines(scoring: Scoring): string[][] {
  const [title = [], , ...rows] = legendRows(scoring);
  const sentence = ([label = '', points = '', how]: (string | number)[]): string =>
    how === undefined ? String(label) : `${label} (${points} điểm): ${how}`;
  return [title.map(String), ...rows.map((row) => [sentence(row)])];
}

/** Whole content of the tab. Says nothing of the time it was made, so that an unchanged state gives the same cells. */
export function summaryTab(
  plan: Plan,
  collecting: Unit,
  period: string,
  board: readonly BoardLine[],
  now: Date,
): (string | number)[][] {
  const scoring = scoringFor(plan, period);
  const sent = board.filter(({ standing }) => standing.submission?.state === 'submitted').length;
  return [
    [`Tổng hợp ${periodLabel(period)}: ${collecting.name} (Kế hoạch ${plan.number})`],
    [`Đã nộp ${sent}/${board.length} đơn vị`],
    summaryColumns.map(({ header }) => header),
    ...board.map((line) => {
      const cells = summaryCells(line, plan, now);
      return summaryColumns.map(({ key }) => cells[key]);
    }),
    ...(scoring ? [[''], ...legendLines(scoring)] : []),
  ];
}
