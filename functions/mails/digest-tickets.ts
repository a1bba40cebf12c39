/** The digest's section of requests about public pages: what the law wants by when; many about one story are one entry. */
import { capital } from '../domain/text.ts';
import { askerWords, wishWords } from '../domain/ticket.ts';
import {
  type Block,
  bullets,
  heading,
  type Item,
  item,
  type Link,
  links,
  linkTo,
  paragraph,
} from './blocks.ts';
import type { DailyDigestData, TicketClock, TicketLine } from './digest-data.ts';
import { grouped } from './digest-duties.ts';
import { day, planName, say } from './wording.ts';

/** So many are told one by one; of more, so many stories, in turn, and the rest counted: every mail leads to the list of all. */
const shown = 5;

const what: Record<TicketClock['of'], { late: string; due: string }> = {
  answer: { late: 'Chưa trả lời người đề nghị', due: 'trả lời người đề nghị' },
  settle: { late: 'Chưa xử lý xong', due: 'xử lý xong' },
};

function clockWords({ of, lastDay, daysLeft }: TicketClock): string {
  const { late, due } = what[of];
  if (daysLeft < 0) return `${late}: đã quá hạn ${-daysLeft} ngày (chậm nhất ngày ${day(lastDay)}).`;
  if (daysLeft === 0) return `Hôm nay là ngày cuối để ${due}.`;
  return `${capital(due)} chậm nhất ngày ${day(lastDay)}.`;
}

const endedWords = ({ ended }: TicketLine): string =>
  ended === '' ? '' : say`Đã kết thúc: ${ended}; chưa ai ghi việc trả lời người đề nghị.`;

/** Taken off by a consent that was taken back, or while it is mended: what is asked may have been done. */
const offWords = ({ isOff, ended }: TicketLine): string =>
  isOff && ended === ''
    ? 'Trang hiện không công khai; nếu đề nghị đã được đáp ứng, xin ghi kết quả ở trang của đề nghị.'
    : '';

const ticketItem = (line: TicketLine): Item => {
  const { asked, asker, name, code, unitName, plan, clocks, link } = line;
  return item(
    say`${asked}: ${name} (mã ${code})`,
    [
      say`Người đề nghị: ${askerWords[asker]}.`,
      say`${unitName} – ${planName(plan)}.`,
      endedWords(line),
      offWords(line),
      ...clocks.map(clockWords),
    ],
    linkTo(link, 'Mở đề nghị'),
  );
};

const inShort = ({ code, wish, asker, ended }: TicketLine): string =>
  say`${code} (${lowerFirst(wishWords[wish])}; ${lowerFirst(askerWords[asker])}${ended === '' ? '' : '; đã kết thúc'})`;

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** The first tells its days; the first few have their links, the list of all has the others. */
function storyItem(lines: readonly TicketLine[]): Item {
  const first = lines[0] as TicketLine;
  if (lines.length === 1) return ticketItem(first);
  const rest = lines.length - shown;
  const late = lines.filter(({ clocks }) => clocks.some(({ daysLeft }) => daysLeft < 0)).length;
  return item(
    say`${lines.length} đề nghị về ${first.name}`,
    [
      say`${first.unitName} – ${planName(first.plan)}.`,
      late > 0 ? `${late} đề nghị đã quá hạn.` : '',
      say`Cần xem trước: ${inShort(first)}.`,
      endedWords(first),
      offWords(first),
      ...first.clocks.map(clockWords),
      rest > 0 ? `Dưới đây là ${shown} đề nghị cần xem trước.` : '',
    ],
    [
      ...lines.slice(0, shown).flatMap((line) => linkTo(line.link, `Mở ${inShort(line)}`)),
      ...(rest > 0 ? linkTo(first.lists.story, `Xem cả ${lines.length} đề nghị về trang này`) : []),
    ],
  );
}

/** Also of those that are not due yet. */
const allOf = ({ lists, plan }: TicketLine): Link[] =>
  linkTo(lists.all, say`Xem mọi đề nghị đang chờ của ${planName(plan)}`);

export function ticketsSection({ tickets }: DailyDigestData): Block[] {
  if (tickets.length === 0) return [];
  const stories =
    tickets.length <= shown ? tickets.map((line) => [line]) : grouped(tickets, ({ story }) => story);
  const told = stories.slice(0, shown);
  const rest = stories.slice(shown);
  const items = told.map(storyItem);
  return [
    heading(`Đề nghị sửa, gỡ trang công khai (${tickets.length})`),
    bullets(
      rest.length > 0
        ? [...items, item(`và ${rest.flat().length} đề nghị nữa về ${rest.length} trang khác`)]
        : items,
    ),
    links(grouped(tickets, ({ plan }) => plan).flatMap(([first]) => (first ? allOf(first) : []))),
    paragraph(
      'Việc đến hạn, quá hạn được nhắc lại mỗi sáng làm việc cho đến khi có người ghi ở trang của đề nghị là đã trả lời, đã xử lý; kết thúc rồi vẫn phải ghi việc trả lời. Hạn theo Nghị định 356/2025/NĐ-CP.',
    ),
  ];
}
