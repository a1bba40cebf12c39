/** The digest's section on requests that wait: to those who must answer, and to the head who can press. */
import { type Block, bullets, heading, type Item, item, linkTo, paragraph } from './blocks.ts';
import type { AskedLine, DailyDigestData, DutyLine, RequestDeskLine, WaitingRequest } from './digest-data.ts';
import { day, moment, planName, say, sayLong } from './wording.ts';

/** The tab has the rest. */
const shown = 15;

function deadlineOf({ deadline }: WaitingRequest): string {
  if (!deadline) return '';
  const left =
    deadline.workingDaysLeft < 0
      ? 'đã qua'
      : deadline.workingDaysLeft === 0
        ? 'hôm nay là ngày cuối'
        : `còn ${deadline.workingDaysLeft} ngày làm việc`;
  return `; hạn nộp của đơn vị: hết ngày ${day(deadline.lastDay)}, ${left}`;
}

const sentence = (request: WaitingRequest): string =>
  say`${request.unitName}: ${request.kind} (${request.key}), gửi ngày ${day(request.askedOn)}` +
  deadlineOf(request);

function deskItem(line: RequestDeskLine): Item {
  const { requests } = line;
  const rest = requests.length - shown;
  const oldest = requests.reduce((least, { askedOn }) => (askedOn < least ? askedOn : least), '9999');
  return item(
    say`${line.unitName} – ${planName(line.plan)}, ${line.period}`,
    [
      `${requests.length} đề nghị chưa được trả lời, lâu nhất từ ngày ${day(oldest)}.`,
      ...requests.slice(0, shown).map((request) => `${sentence(request)}.`),
      rest > 0 ? `và ${rest} đề nghị nữa` : '',
    ],
    linkTo(line.link, 'Mở tab Đề nghị'),
  );
}

/** Somebody who is reviewer and head is asked to answer, not to press. */
export const requestDesks = ({ requests }: DailyDigestData): RequestDeskLine[] => {
  const mine = new Set(requests.filter(({ isForHead }) => !isForHead).map(({ link }) => link));
  return requests.filter(({ isForHead, link }) => !isForHead || !mine.has(link));
};

export const requestCount = (data: DailyDigestData): number =>
  requestDesks(data).reduce((sum, { requests }) => sum + requests.length, 0);

export function requestsSection(data: DailyDigestData): Block[] {
  const desks = requestDesks(data);
  if (desks.length === 0) return [];
  return [
    heading(`Đề nghị chờ trả lời (${requestCount(data)})`),
    bullets(desks.map(deskItem)),
    paragraph(
      desks.every(({ isForHead }) => isForHead)
        ? 'Các đề nghị này đã chờ từ 3 ngày làm việc trở lên. Xin Ông/Bà đôn đốc người thẩm định trả lời.'
        : 'Xin Ông/Bà ghi trả lời ở tab Đề nghị rồi bấm Gương sáng › Ghi trả lời; đơn vị nhận được thư ngay.',
    ),
  ];
}

const askedItem = (line: AskedLine): Item =>
  item(
    say`${line.unitName}: ${line.kind} (${line.key}) – ${planName(line.plan)}, ${line.period}`,
    [
      sayLong`“${line.text}”`,
      line.isDropped
        ? `Dòng này đã bị xóa trắng, ghi nhận lúc ${moment(line.at, line)}; nơi nhận không còn chờ trả lời.`
        : `Ghi nhận lúc ${moment(line.at, line)}.`,
    ],
    linkTo(line.link, 'Mở tab Đề nghị'),
  );

export const askedSection = ({ asked }: DailyDigestData): Block[] =>
  asked.length === 0
    ? []
    : [
        heading(`Đề nghị ghi nhận của đơn vị (${asked.length})`),
        bullets(asked.map(askedItem)),
        paragraph(
          'Ai mở được bảng tính cũng gõ được vào tab Đề nghị. Nếu không phải đơn vị Ông/Bà gửi hoặc xóa, xin báo ngay cho nơi nhận để không trả lời nhầm.',
        ),
      ];

/** For the unit: that it was heard, and who owes the answer. */
export const ownRequestLines = ({ requests }: DutyLine): string[] => [
  ...new Set(
    requests.map(
      ({ kind, askedOn, parentName }) =>
        say`Đề nghị “${kind}” gửi ngày ${day(askedOn)} đang chờ ${parentName} trả lời.`,
    ),
  ),
];
