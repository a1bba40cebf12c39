/** Good news for the head of a unit: whose deeds were recognised, chosen upward, published, with the public link. No duty. */
import { type Block, bullets, heading, type Item, item, linkTo, paragraph } from './blocks.ts';
import type { MailContent, NewsData, NewsLine } from './data.ts';
import { toContent } from './layout.ts';
import { inSubject, say } from './wording.ts';

/** Best first. */
const headings: Record<NewsLine['outcome'], string> = {
  published: 'Đã công khai',
  promoted: 'Được chọn lên cấp trên',
  approved: 'Đã thẩm định',
};
const outcomes = Object.keys(headings) as NewsLine['outcome'][];

const newsItem = ({ name, title, by, link }: NewsLine): Item =>
  item(say`${name}`, [say`${title}`, say`Do ${by} quyết định`], linkTo(link, 'Xem trang công khai'));

function section(lines: readonly NewsLine[], outcome: NewsLine['outcome']): Block[] {
  const mine = lines.filter((line) => line.outcome === outcome);
  return mine.length === 0
    ? []
    : [heading(`${headings[outcome]} (${mine.length})`), bullets(mine.map(newsItem))];
}

export const renderNews = (data: NewsData, key: string): MailContent =>
  toContent({
    subject: `Tin vui: ${data.lines.length} ${data.rowWord} của ${inSubject(data.unitName)} có kết quả mới`,
    title: say`Kết quả mới của ${data.unitName}`,
    recipientName: data.headName,
    body: [
      paragraph(
        say`Xin báo tin Ông/Bà về những ${data.rowWord} do ${data.unitName} giới thiệu ${data.period}. Thư này chỉ để biết, không có việc phải làm.`,
      ),
      ...outcomes.flatMap((outcome) => section(data.lines, outcome)),
    ],
    plans: [data.plan],
    key,
  });
