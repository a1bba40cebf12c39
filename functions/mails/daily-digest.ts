/** The one mail a person gets a day: what is to do, most urgent first, then the news; empty sections are not shown. */
import { mailTroubleBlocks } from './administrator-blocks.ts';
import { type Block, button, linkTo, paragraph } from './blocks.ts';
import type { MailContent, PlanInfo } from './data.ts';
import { controlSection } from './digest-control.ts';
import type { DailyDigestData } from './digest-data.ts';
import { desksSection, doubtsSection, escalationsSection, scoringsSection } from './digest-desks.ts';
import { comingSection, overdueSection, returnedSection, type UnitLink } from './digest-duties.ts';
import {
  endingsSection,
  eventsSection,
  holidaysSection,
  resultsSection,
  undatedSection,
} from './digest-news.ts';
import { askedSection, requestsSection } from './digest-requests.ts';
import { signingsSection } from './digest-signings.ts';
import { digestSubject } from './digest-subject.ts';
import { ticketsSection } from './digest-tickets.ts';
import { toContent } from './layout.ts';
import { day, inSubject } from './wording.ts';

/** Where there is work, in the order of the sections. */
function sheetsOf({ returned, overdue, coming, desks, escalations }: DailyDigestData) {
  return [
    ...returned,
    ...overdue.toSorted((a, b) => b.daysLate - a.daysLate),
    ...coming.toSorted((a, b) => a.workingDaysLeft - b.workingDaysLeft),
    ...desks,
    ...escalations,
  ];
}

const anyPlan: PlanInfo = { number: '', issuer: '', timeZone: 'Asia/Ho_Chi_Minh' };

/** Last, however urgent: the list may be long, and the subject has said it. */
const troublesSection = ({ mailTroubles, plans }: DailyDigestData): Block[] =>
  mailTroubles === null ? [] : mailTroubleBlocks(mailTroubles, plans[0] ?? anyPlan);

function sections(data: DailyDigestData): Block[][] {
  const sheets = sheetsOf(data);
  const isOnly = new Set(sheets.map(({ link }) => link)).size <= 1;
  const unitLink: UnitLink = (url, label) => (isOnly ? [] : linkTo(url, label));
  const [first, ...others] = [
    returnedSection(data, unitLink),
    overdueSection(data, unitLink),
    comingSection(data, unitLink),
    signingsSection(data),
    desksSection(data, unitLink),
    requestsSection(data),
    scoringsSection(data),
    doubtsSection(data),
    escalationsSection(data, unitLink),
    askedSection(data),
    resultsSection(data),
    eventsSection(data),
    undatedSection(data),
    holidaysSection(data),
    endingsSection(data),
    controlSection(data),
    troublesSection(data),
  ].filter((section) => section.length > 0);
  const [main] = sheets;
  if (!first || !main) return first ? [first, ...others] : [];
  const sheet = main === data.desks[0] ? 'Mở trang tính thẩm định' : 'Mở trang tính';
  const label = isOnly ? sheet : `${sheet} của ${inSubject(main.unitName)}`;
  return [[...first, button(main.link, label)], ...others];
}

function body(data: DailyDigestData): Block[] {
  const tickets = ticketsSection(data);
  const all = [...(tickets.length > 0 ? [tickets] : []), ...sections(data)];
  return all.length === 0
    ? [paragraph(`Ngày ${day(data.day)} không có việc mới. Xin cảm ơn Ông/Bà.`)]
    : [paragraph(`Xin gửi Ông/Bà những việc cần biết trong ngày ${day(data.day)}:`), ...all.flat()];
}

export const renderDailyDigest = (data: DailyDigestData, key: string): MailContent =>
  toContent({
    subject: digestSubject(data),
    title: digestSubject(data),
    recipientName: data.recipientName,
    body: body(data),
    plans: data.plans,
    key,
  });
