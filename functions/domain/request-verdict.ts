/** What the machine says beside each line of the Đề nghị tab, and which askings are to be kept. Pure. */
import { formatDate } from './date.ts';
import type { Form } from './form.ts';
import { viDateTime } from './format.vi.ts';
import {
  answerWords,
  dropRequest,
  isTypedOver,
  noAnswerNeeded,
  noteAsked,
  type RequestAnswer,
  type RequestPlace,
  requestKindWords,
  sameAnswer,
  sameAsked,
  type UnitRequest,
} from './request.ts';
import type { RequestLine } from './requests-tab.ts';
import { issuesText, type VerdictLine } from './verdict.ts';

const pointsWord = (points: number): string =>
  points === 0 ? 'không đổi điểm' : `điều chỉnh ${points > 0 ? '+' : '−'}${Math.abs(points)} điểm`;

/** "Đồng ý, nộp đến hết ngày 17/01/2025", "Đồng ý, điều chỉnh +5 điểm", "Không đồng ý", "Đã trả lời". */
export function decisionSentence(
  { kind, lastDay }: Pick<UnitRequest, 'kind' | 'lastDay'>,
  { decision, points }: Pick<RequestAnswer, 'decision' | 'points'>,
): string {
  if (decision === 'reply') return 'Đã trả lời';
  if (decision === 'disagree') return answerWords.disagree;
  return kind === 'extension'
    ? `${answerWords.agree}, nộp đến hết ngày ${formatDate(lastDay)}`
    : `${answerWords.agree}, ${pointsWord(points)}`;
}

const delayNoted = 'lý do hiện ở tab Tổng hợp';

export interface KnownRequests {
  lines: readonly RequestLine[];
  /** Of this spreadsheet, as stored. */
  stored: readonly UnitRequest[];
  place: RequestPlace;
  /** Name of who collects. */
  collecting: string;
  nameOf(unitId: string): string;
  form: Form;
  timeZone: string;
}

/** Whether a line still says what was asked and answered; what is typed over it counts for nothing. */
export const saysAsRecorded = ({ asked, answer }: RequestLine, recorded: UnitRequest): boolean =>
  asked !== undefined &&
  answer !== undefined &&
  recorded.answer !== null &&
  sameAsked(asked, recorded) &&
  sameAnswer({ ...recorded.answer, ...answer }, recorded.answer);

/** Lines for the machine tab; an answered request shows what was answered, whatever is typed over it. */
export function requestVerdict(known: KnownRequests): VerdictLine[] {
  const { lines, stored, collecting, form, timeZone, nameOf } = known;
  const before = new Map(stored.map((request) => [request.key, request]));
  const said = lines.flatMap(({ key, asked, askedProblems }): VerdictLine[] => {
    if (key === '') return [];
    const kept = before.get(key);
    if (asked && kept && isTypedOver(kept, asked)) {
      const { unitId, kind } = kept;
      const status = `Vẫn giữ đề nghị đã ghi nhận của ${nameOf(unitId)} (${requestKindWords[kind]}), chờ ${collecting} trả lời; nội dung gõ đè không được ghi. Đề nghị khác xin ghi ở dòng trống.`;
      return [[key, status, '', unitId]];
    }
    const status = asked
      ? `Đã ghi nhận, ${noAnswerNeeded.has(asked.kind) ? delayNoted : `chờ ${collecting} trả lời`}`
      : `Chưa gửi được: ${issuesText(askedProblems, form)}`;
    return [[key, status, '', asked?.unitId ?? '']];
  });
  const typedOver = new Set(
    stored.flatMap((request) =>
      lines.some((line) => line.key === request.key && !saysAsRecorded(line, request)) ? request.key : [],
    ),
  );
  const answered = stored.flatMap((request): VerdictLine[] => {
    if (!request.answer) return [];
    const { by, at, text } = request.answer;
    const when = viDateTime(new Date(at), timeZone);
    const said = `${decisionSentence(request, request.answer)}: ${text}`;
    const status = typedOver.has(request.key)
      ? `Đã ghi ${when}, sửa không có hiệu lực: ${said} (${by})`
      : `${said} (${by}, ${when})`;
    return [[request.key, status, '', request.unitId]];
  });
  // Said once, though a key may have been copied to several lines; an answer stands above what is typed.
  const byKey = new Map([...said, ...answered].map((line) => [line[0], line]));
  return [...byKey.values()].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

/** Askings that are new, changed or taken back since they were stored. */
export function changedRequests({ lines, stored, place }: KnownRequests, now: Date): UnitRequest[] {
  const known = new Map(stored.map((request) => [request.key, request]));
  const present = new Set(lines.map(({ key }) => key));
  const asked = lines.flatMap((line) => {
    const before = known.get(line.key);
    const after = line.asked && noteAsked(before, line.asked, place, now);
    return after && after !== before ? [after] : [];
  });
  const dropped = stored
    .filter(({ key }) => !present.has(key))
    .flatMap((request) => {
      const after = dropRequest(request, now);
      return after === request ? [] : [after];
    });
  return [...asked, ...dropped];
}
