/** The digest's section of requests about public pages: what the law wants by when; many about one story are one entry. */
import { capital } from '../domain/text.ts';
import { type Block, bullets, heading, type Item, item, linkTo, paragraph } from './blocks.ts';
import type { DailyDigestData, TicketClock, TicketLine } from './digest-data.ts';
import { grouped } from './digest-duties.ts';
import { day, planName, say } from './wording.ts';

/** So many are told one by one; of more, so many stories, most urgent first, and the rest counted. */
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

const ticketItem = ({ asked, name, code, unitName, plan, clocks, link }: TicketLine): Item =>
  item(
    say`${asked}: ${name} (mã ${code})`,
    [say`${unitName} – ${planName(plan)}.`, ...clocks.map(clockWords)],
    linkTo(link, 'Mở đề nghị'),
  );

/** The most urgent tells its days; each has its link. */
function storyItem(lines: readonly TicketLine[]): Item {
  const first = lines[0] as TicketLine;
  if (lines.length === 1) return ticketItem(first);
  const rest = lines.length - shown;
  return item(
    say`${lines.length} đề nghị về ${first.name}`,
    [
      say`${first.unitName} – ${planName(first.plan)}.`,
      say`Gấp nhất là đề nghị ${first.code}.`,
      ...first.clocks.map(clockWords),
      rest > 0 ? `Dưới đây là ${shown} đề nghị gấp nhất.` : '',
    ],
    lines.slice(0, shown).flatMap(({ link, code }) => linkTo(link, say`Mở ${code}`)),
  );
}

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
    paragraph(
      'Việc đến hạn, quá hạn được nhắc lại mỗi sáng làm việc cho đến khi có người ghi ở trang của đề nghị là đã trả lời, đã xử lý. Hạn theo Nghị định 356/2025/NĐ-CP.',
    ),
  ];
}
