/** What each mail is told: plain values with names already looked up, dates ISO, instants ISO with offset Z. */
import type { RowKind } from '../domain/form.ts';

export interface MailContent {
  /** At most 100 characters, one line. */
  subject: string;
  text: string;
  html: string;
}

/** What every mail says in its foot. */
export interface PlanInfo {
  /** "113/KH-UBND". */
  number: string;
  issuer: string;
  timeZone: string;
}

export interface ListedRow {
  kind: RowKind;
  name: string;
  title: string;
}

export interface ReceiptData {
  plan: PlanInfo;
  /** "năm 2025". */
  period: string;
  unitName: string;
  /** Who receives the list. */
  parentName: string;
  recipient: { name: string; role: 'clerk' | 'head' };
  clerkName: string;
  /** 1 for the first sending. */
  version: number;
  submittedAt: string;
  /** 0 when on time. */
  daysLate: number;
  /** Last day on time, ISO date. */
  lastDay: string;
  rows: ListedRow[];
  /** Whole Vietnamese sentences with their places. */
  warnings: string[];
  attachment: { documentNumber: string; documentDate: string } | null;
  awaitsSignature: boolean;
  /** The unit's tab. */
  link: string;
}

export interface SignOffRequestData {
  plan: PlanInfo;
  period: string;
  unitName: string;
  parentName: string;
  headName: string;
  clerkName: string;
  /** 1 for the first sending. */
  version: number;
  submittedAt: string;
  daysLate: number;
  lastDay: string;
  rows: ListedRow[];
  attachment: { documentNumber: string; documentDate: string } | null;
  link: string;
  expiresAt: string;
}

export interface SentBackData {
  plan: PlanInfo;
  period: string;
  unitName: string;
  headName: string;
  clerkName: string;
  reason: string;
  link: string;
}

/** After the head's signature: the clerk's proof of what was signed. */
export interface SignedReceiptData {
  plan: PlanInfo;
  period: string;
  unitName: string;
  parentName: string;
  clerkName: string;
  /** Who signed, as the staff list had it. */
  signedName: string;
  signedAt: string;
  /** Hash of the content that was signed. */
  snapshotId: string;
  rows: ListedRow[];
  link: string;
}

/** Another public page of the same exemplar, of another year or plan. */
export interface OtherPageLine {
  name: string;
  /** "năm 2024". */
  period: string;
  unitName: string;
  plan: string;
  url: string;
}

export interface WithdrawalNoticeData {
  plan: PlanInfo;
  unitName: string;
  /** The unit that wrote the row hears that it is off; the desk above also by when whoever asked must be answered. */
  recipient: { name: string; role: 'unit' | 'desk' };
  /** Last day of the two working days, ISO date. */
  answerBy: string;
  name: string;
  title: string;
  reason: string;
  by: string;
  withdrawnAt: string;
  /** Which stay. */
  otherPages: OtherPageLine[];
}

export interface TakedownRequestData {
  plan: PlanInfo;
  recipientName: string;
  unitName: string;
  name: string;
  title: string;
  /** "Đề nghị gỡ ảnh"; then, in Vietnamese words, what is asked and by whom. */
  asked: string;
  wish: string;
  asker: string;
  code: string;
  receivedAt: string;
  /** ISO dates. */
  answerBy: string;
  settleBy: string;
  /** Who reviews the unit's rows. */
  deskName: string;
  /** The page of the request, for this reader alone. */
  link: string;
  /** The public page. */
  story: string;
  otherPages: OtherPageLine[];
}

export interface RequestAnswerData {
  plan: PlanInfo;
  period: string;
  unitName: string;
  /** Who answered, as a body. */
  parentName: string;
  recipientName: string;
  /** "DN1-003". */
  requestKey: string;
  /** "Gia hạn". */
  kind: string;
  asked: string;
  /** "Đồng ý, nộp đến hết ngày 17/01/2025". */
  decision: string;
  answer: string;
  answeredBy: string;
  answeredAt: string;
  link: string;
}

/** A decision about one row of a unit. */
export interface NewsLine {
  name: string;
  title: string;
  outcome: 'approved' | 'promoted' | 'published';
  /** Who decided. */
  by: string;
  /** Public page when published, otherwise ''. */
  link: string;
}

/** To the head of a unit, the morning after. */
export interface NewsData {
  plan: PlanInfo;
  period: string;
  /** What one of them is: "gương", "bài". */
  rowWord: string;
  unitName: string;
  headName: string;
  lines: NewsLine[];
}
