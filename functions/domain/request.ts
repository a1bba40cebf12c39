/** What a unit says to those who collect from it: more time, a look at its score, help, why it is late; and the answer, kept for good. */

/** Vietnamese words of the kinds, as people choose them on the Đề nghị tab. */
export const requestKindWords = {
  extension: 'Gia hạn',
  objection: 'Phản hồi điểm',
  difficulty: 'Vướng mắc',
  delay: 'Vì sao trễ',
} as const;

export type RequestKind = keyof typeof requestKindWords;

/** Why a list is late, in few words that can be counted; it stands beside the days and never changes a mark by itself. */
export const lateReasonWords = {
  disaster: 'Thiên tai, dịch bệnh',
  verifying: 'Chờ xác minh',
  staffChange: 'Thay đổi nhân sự',
  technical: 'Lỗi kỹ thuật',
  other: 'Lý do khác',
} as const;

export type LateReason = keyof typeof lateReasonWords;

/** Answered in words alone, if at all: nothing is decided by them. */
export const inWordsOnly: ReadonlySet<RequestKind> = new Set(['difficulty', 'delay']);

/** Said to be counted: nobody owes an answer. */
export const noAnswerNeeded: ReadonlySet<RequestKind> = new Set(['delay']);

export const answerWords = { agree: 'Đồng ý', disagree: 'Không đồng ý' } as const;

export type RequestDecision = keyof typeof answerWords | 'reply';

/** What the unit typed on one line. */
export interface Asked {
  /** "DN1-003": stamped on the line before anybody types. */
  key: string;
  unitId: string;
  kind: RequestKind;
  text: string;
  /** Last day asked for, ISO; '' unless more time is asked for. */
  lastDay: string;
  /** '' unless the unit says why it is late. */
  lateReason: LateReason | '';
}

/** "Thiên tai, dịch bệnh (xã bị cô lập ba ngày)", or what was typed alone. */
export function askedWords({ lateReason, text }: Pick<Asked, 'lateReason' | 'text'>): string {
  if (lateReason === '') return text;
  return text === '' ? lateReasonWords[lateReason] : `${lateReasonWords[lateReason]} (${text})`;
}

export interface RequestAnswer {
  decision: RequestDecision;
  text: string;
  /** Added to the unit's score or taken from it; 0 unless an objection was agreed to. */
  points: number;
  by: string;
  at: string;
}

/** What was on the line at an instant; the last asking is the one that was answered. */
export interface RequestEvent {
  at: string;
  action: 'asked' | 'changed' | 'dropped' | 'answered';
  /** E-mail of who answered; '' of who asked, whom Sheets does not tell. */
  by: string;
  text: string;
}

export interface UnitRequest extends Asked {
  planId: string;
  period: string;
  /** The collecting unit. */
  parentId: string;
  spreadsheetId: string;
  /** What the reviewers' digest asks for. */
  state: 'open' | 'dropped' | 'answered';
  askedAt: string;
  answer: RequestAnswer | null;
  /** Only ever longer. */
  history: RequestEvent[];
}

export type RequestPlace = Pick<UnitRequest, 'planId' | 'period' | 'parentId' | 'spreadsheetId'>;

export const sameAsked = (a: Asked, b: Asked): boolean =>
  a.unitId === b.unitId &&
  a.kind === b.kind &&
  a.text === b.text &&
  a.lastDay === b.lastDay &&
  a.lateReason === b.lateReason;

const askedPart = ({ key, unitId, kind, text, lastDay, lateReason }: Asked): Asked => ({
  key,
  unitId,
  kind,
  text,
  lastDay,
  lateReason,
});

/** Another unit, or another kind of request: no mend of what was asked, but another asking typed over it. */
export const isTypedOver = (before: UnitRequest, asked: Asked): boolean =>
  before.state === 'open' && (before.unitId !== asked.unitId || before.kind !== asked.kind);

/** A line as first seen, or as people have changed it since; one that was answered or typed over stays as it was. */
export function noteAsked(
  before: UnitRequest | undefined,
  asked: Asked,
  place: RequestPlace,
  now: Date,
): UnitRequest {
  if (before && isTypedOver(before, asked)) return before;
  if (before?.answer || (before?.state === 'open' && sameAsked(before, asked))) return before;
  const at = now.toISOString();
  const event: RequestEvent = { at, action: before ? 'changed' : 'asked', by: '', text: askedWords(asked) };
  return {
    ...askedPart(asked),
    planId: place.planId,
    period: place.period,
    parentId: place.parentId,
    spreadsheetId: place.spreadsheetId,
    state: 'open',
    askedAt: before?.askedAt ?? at,
    answer: null,
    history: [...(before?.history ?? []), event],
  };
}

/** Somebody emptied the line: nobody waits for an answer any more. */
export const dropRequest = (request: UnitRequest, now: Date): UnitRequest =>
  request.state === 'open'
    ? {
        ...request,
        state: 'dropped',
        history: [...request.history, { at: now.toISOString(), action: 'dropped', by: '', text: '' }],
      }
    : request;

export const answerRequest = (request: UnitRequest, answer: RequestAnswer): UnitRequest => ({
  ...request,
  state: 'answered',
  answer,
  history: [...request.history, { at: answer.at, action: 'answered', by: answer.by, text: answer.text }],
});

/** The same answer again is no new one. */
export const sameAnswer = (a: RequestAnswer, b: RequestAnswer): boolean =>
  a.decision === b.decision && a.text === b.text && a.points === b.points;
