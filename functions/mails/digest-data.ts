/** What the one digest a person a day is told, section by section; as in data.ts. */
import type { InTurn, RunningClock } from '../domain/ticket-order.ts';
import type { PlanInfo } from './data.ts';

/** A mail that did not reach its reader. */
export interface MailTroubleLine {
  key: string;
  to: string;
  subject: string;
  /** What the server said, or why we did not try. */
  words: string;
  /** Since when the mail has been owed. */
  createdAt: string;
}

/** What an administrator must know of the mails. */
export interface MailTroubles {
  /** Nobody knows whether these arrived. */
  uncertain: MailTroubleLine[];
  failed: MailTroubleLine[];
  bounced: MailTroubleLine[];
  /** Not sent, since an earlier mail to the address came back. */
  held: MailTroubleLine[];
  /** The day's quota has no room for them, or the server puts them off. */
  waiting: { count: number; oldest: string; words: string };
}

/** One line of a digest about a unit's duty. */
export interface DutyLine {
  unitName: string;
  plan: string;
  period: string;
  /** Working days left: 0 on the last day; negative when overdue (calendar days late, as a positive number, in `daysLate`). */
  workingDaysLeft: number;
  daysLate: number;
  /** The date the plan names and whether it is itself late ("trước ngày"). */
  namedDate: string;
  strict: boolean;
  lastDay: string;
  /** "4, chỉ tiêu 5–6". */
  counter: string;
  /** Papers still owed, e.g. "Kế hoạch bồi dưỡng, nhân rộng". */
  papers: string[];
  /** More time than the plan gives; null when the plan's own day holds. */
  extended: { lastDay: string; reason: string } | null;
  /** The head has a list to sign. */
  awaitsSignature: boolean;
  /** The clerk sent it in time; only the signature is missing. */
  sentInTime: boolean;
  /** What the unit has asked on the Đề nghị tab and nobody has answered; `askedOn` is an ISO date. */
  requests: { kind: string; askedOn: string; parentName: string }[];
  link: string;
}

/** To the clerks of the unit in whose name something was noted on the Đề nghị tab. */
export interface AskedLine {
  unitName: string;
  plan: string;
  timeZone: string;
  period: string;
  /** "DN1-003". */
  key: string;
  /** "Gia hạn". */
  kind: string;
  text: string;
  /** Its line was emptied. */
  isDropped: boolean;
  at: string;
  /** The Đề nghị tab. */
  link: string;
}

/** To the head who has a list to sign, and to the clerk who sent it. */
export interface SigningLine {
  unitName: string;
  plan: string;
  timeZone: string;
  period: string;
  isForHead: boolean;
  submittedAt: string;
  workingDaysWaited: number;
  clerkName: string;
  headNames: string[];
  /** The link of the mail that went with the list. */
  isFirstLinkOver: boolean;
  /** Of the new link. */
  expiresAt: string;
  /** To sign, for the head; to the unit's tab, for the clerk. */
  link: string;
}

/** A request that nobody has answered. */
export interface WaitingRequest {
  unitName: string;
  /** "DN1-003". */
  key: string;
  /** "Gia hạn". */
  kind: string;
  /** ISO date. */
  askedOn: string;
  /** The unit's last day, when it asks for more time; working days are negative once it is past. */
  deadline: { lastDay: string; workingDaysLeft: number } | null;
}

/** To reviewers, and to the head of their office when requests have waited long. */
export interface RequestDeskLine {
  /** The collecting unit. */
  unitName: string;
  plan: string;
  period: string;
  isForHead: boolean;
  /** Most urgent first. */
  requests: WaitingRequest[];
  /** The Đề nghị tab. */
  link: string;
}

export interface ReturnedLine {
  unitName: string;
  /** Mã hồ sơ. */
  id: string;
  name: string;
  reason: string;
  /** Who returned it. */
  by: string;
  link: string;
}

export interface ResultLine {
  unitName: string;
  id: string;
  name: string;
  outcome: 'approved' | 'promoted' | 'published' | 'withdrawn';
  /** Who decided. */
  by: string;
  /** Public page when published, otherwise ''. */
  link: string;
}

export interface DeskLine {
  /** The collecting unit. */
  unitName: string;
  plan: string;
  period: string;
  waiting: number;
  /** Names of units that have not sent although their last day is past. */
  missing: string[];
  /** The last day they missed; '' when none is missing. */
  lastDay: string;
  link: string;
}

/** To a scorer: works that wait for points. */
export interface ScoringLine {
  unitName: string;
  plan: string;
  period: string;
  open: number;
  /** The page for this scorer alone. */
  link: string;
}

/** To reviewers: a signed follow-up speaks against a story that is public. */
export interface DoubtLine {
  /** Who followed the exemplar. */
  unitName: string;
  plan: string;
  /** "6 tháng đầu năm 2025 (đánh giá tiếp theo)". */
  period: string;
  /** Mã hồ sơ of the exemplar. */
  id: string;
  name: string;
  /** What the follow-up says, by the header of its column. */
  causes: { header: string; word: string }[];
  reason: string;
  /** The public page. */
  story: string;
  /** The tab of the follow-up. */
  sheet: string;
}

/** One of the law's two days for a request about a public page; `daysLeft` is negative once it is over. */
export interface TicketClock extends RunningClock {
  daysLeft: number;
}

/** A request to mend or take down a public page, while its end or its answer is owed. */
export interface TicketLine extends InTurn {
  /** "Không làm theo"; '' while it is open. */
  ended: string;
  /** The story is not public now, whatever took it off. */
  isOff: boolean;
  /** "Đề nghị gỡ ảnh". */
  asked: string;
  /** Key of the story: several requests about one are told together. */
  story: string;
  /** Of the exemplar. */
  name: string;
  unitName: string;
  plan: string;
  /** Those that run. */
  clocks: TicketClock[];
  /** The page of the request, for this reader alone. */
  link: string;
  /** All requests about this story that wait, and all of the plan that this reader answers for. */
  lists: { story: string; all: string };
}

/** To the head of a collecting unit: who below is long overdue. */
export interface EscalationLine {
  unitName: string;
  plan: string;
  period: string;
  missing: string[];
  lastDay: string;
  daysLate: number;
  link: string;
}

/** An event that counts from the unit's tradition day, which nobody has told. */
export interface UndatedLine {
  unitName: string;
  eventName: string;
}

/** To administrators: deadlines that are counted without the year's list of holidays, or with one nobody has checked. */
export interface HolidayGapLine {
  plan: string;
  year: number;
  isMissing: boolean;
}

/** To administrators: a paper or a word of Danh mục that ends soon. */
export interface EndingLine {
  plan: string;
  /** Name of the list. */
  list: string;
  value: string;
  /** Last day on which it holds, ISO. */
  lastDay: string;
  daysLeft: number;
  source: string;
}

/** To administrators: the control sheet says something wrong, so that its last good version stays in force. */
export interface ControlFaultLine {
  plan: string;
  timeZone: string;
  count: number;
  /** Whole Vietnamese sentences with their places. */
  first: string[];
  wrongSince: string;
  /** What is in force. */
  version: number;
  versionSince: string;
  /** The Tình trạng tab. */
  link: string;
}

export interface EventLine {
  name: string;
  /** ISO date of the day. */
  date: string;
  workingDaysLeft: number;
}

/** One a person a day; empty sections are not shown. */
export interface DailyDigestData {
  recipientName: string;
  /** The day, ISO. */
  day: string;
  plans: PlanInfo[];
  tickets: TicketLine[];
  returned: ReturnedLine[];
  overdue: DutyLine[];
  coming: DutyLine[];
  signings: SigningLine[];
  desks: DeskLine[];
  requests: RequestDeskLine[];
  asked: AskedLine[];
  scorings: ScoringLine[];
  doubts: DoubtLine[];
  escalations: EscalationLine[];
  results: ResultLine[];
  events: EventLine[];
  undated: UndatedLine[];
  holidayGaps: HolidayGapLine[];
  endings: EndingLine[];
  controlFaults: ControlFaultLine[];
  /** To administrators, on mornings when there are any. */
  mailTroubles: MailTroubles | null;
}
