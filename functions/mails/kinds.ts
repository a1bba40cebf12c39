/** The kinds of mails, what each is worth when not all can leave today, and which a person may stop; data, not rules. */
import type {
  NewsData,
  ReceiptData,
  RequestAnswerData,
  SentBackData,
  SignedReceiptData,
  SignOffRequestData,
  TakedownRequestData,
  WithdrawalNoticeData,
} from './data.ts';
import type { DailyDigestData } from './digest-data.ts';

export interface MailData {
  receipt: ReceiptData;
  signOffRequest: SignOffRequestData;
  sentBack: SentBackData;
  signedReceipt: SignedReceiptData;
  withdrawalNotice: WithdrawalNoticeData;
  takedownRequest: TakedownRequestData;
  requestAnswer: RequestAnswerData;
  news: NewsData;
  dailyDigest: DailyDigestData;
}

export type MailKind = keyof MailData;

/** In the order in which they leave. */
export const priorities = ['operator', 'urgent', 'daily', 'news'] as const;
export type MailPriority = (typeof priorities)[number];

/**
 * How much of the day's quota each may use up: a morning of digests leaves room for an afternoon of signatures, and that
 * for the mail which tells the administrator that mails wait.
 */
export const shares: Record<MailPriority, number> = { operator: 1, urgent: 0.98, daily: 0.85, news: 0.7 };

/** What a person may stop; everything else is a duty. The words complete "Thôi nhận thư …". */
export const topics = { news: 'báo tin gương được thẩm định, chọn lên và công khai' } as const;
export type MailTopic = keyof typeof topics;

export interface KindRule {
  priority: MailPriority;
  /** '' for a duty. */
  topic: MailTopic | '';
}

const rules: Record<MailKind, KindRule> = {
  signOffRequest: { priority: 'urgent', topic: '' },
  sentBack: { priority: 'urgent', topic: '' },
  requestAnswer: { priority: 'urgent', topic: '' },
  receipt: { priority: 'urgent', topic: '' },
  signedReceipt: { priority: 'urgent', topic: '' },
  withdrawalNotice: { priority: 'urgent', topic: '' },
  takedownRequest: { priority: 'urgent', topic: '' },
  dailyDigest: { priority: 'daily', topic: '' },
  news: { priority: 'news', topic: 'news' },
};

/** Sections of a digest that oblige to nothing; any other section that has a line makes the digest a duty. */
const newsSections = new Set(['results', 'plans']);

const isDuty = (digest: DailyDigestData): boolean =>
  Object.entries(digest).some(
    ([name, lines]) => Array.isArray(lines) && lines.length > 0 && !newsSections.has(name),
  );

/** One that tells of mails which wait must not wait with them; one with nothing to do in it is news. */
function digestRule(digest: DailyDigestData): KindRule {
  if (digest.mailTroubles !== null) return { priority: 'operator', topic: '' };
  return isDuty(digest) ? rules.dailyDigest : rules.news;
}

export const ruleFor = <K extends MailKind>(kind: K, data: MailData[K]): KindRule =>
  kind === 'dailyDigest' ? digestRule(data as DailyDigestData) : rules[kind];

/** As the administrator's log of mails calls them. */
export const mailKindWords: Readonly<Record<MailKind, string>> = {
  signOffRequest: 'Đề nghị ký',
  sentBack: 'Thủ trưởng trả lại',
  requestAnswer: 'Trả lời đề nghị',
  receipt: 'Biên nhận',
  signedReceipt: 'Biên nhận đã ký',
  withdrawalNotice: 'Gỡ công khai',
  takedownRequest: 'Đề nghị sửa, gỡ trang',
  dailyDigest: 'Việc trong ngày',
  news: 'Tin về gương',
};
