/** Tells those who answer for a public page that somebody asks to mend it or take it down, and by when the law wants what. */
import { button, facts, links, linkTo, paragraph } from './blocks.ts';
import type { MailContent, TakedownRequestData } from './data.ts';
import { toContent } from './layout.ts';
import { otherPages } from './other-pages.ts';
import { day, inSubject, moment, say } from './wording.ts';

/** What was written and how to reach whoever wrote it stand on the page alone: a mail is forwarded, and kept for ever. */
export const renderTakedownRequest = (data: TakedownRequestData, key: string): MailContent =>
  toContent({
    subject: `${data.asked} (${data.code}), trả lời chậm nhất ngày ${day(data.answerBy)}: ${inSubject(data.name)}`,
    title: data.asked,
    recipientName: data.recipientName,
    body: [
      paragraph(
        say`Trang công khai của một gương do ${data.unitName} giới thiệu có đề nghị sau. Nghị định 356/2025/NĐ-CP đặt hai thời hạn ghi dưới đây.`,
      ),
      facts([
        ['Gương', say`${data.name}`],
        ['Nội dung', say`${data.title}`],
        ['Đề nghị', say`${data.wish}`],
        ['Người đề nghị', say`${data.asker}`],
        ['Nhận lúc', moment(data.receivedAt, data.plan)],
        ['Trả lời', `chậm nhất ngày ${day(data.answerBy)}`],
        ['Xử lý xong', `chậm nhất ngày ${day(data.settleBy)}`],
        ['Mã đề nghị', say`${data.code}`],
      ]),
      paragraph(
        'Xin bấm nút dưới đây để xem lời người đề nghị, cách liên hệ, và ghi việc đã làm: đã trả lời, gỡ ảnh, gỡ cả trang, hoặc không làm theo kèm lý do. Gỡ ảnh, gỡ trang làm ngay ở đó, có hiệu lực ngay, không phải nộp lại danh sách.',
      ),
      button(data.link, 'Mở đề nghị'),
      paragraph(
        say`Sửa nội dung của gương đã duyệt: người thẩm định của ${data.deskName} chọn “Trả lại” ở tab Thẩm định, đơn vị sửa dòng đó rồi nộp lại, thủ trưởng ký, cấp trên duyệt lại; trong lúc đó trang không hiện.`,
      ),
      links(linkTo(data.story, 'Xem trang công khai')),
      ...otherPages(
        data.otherPages,
        'Gương này còn trang công khai khác; xin xem có phải gỡ cả không, gỡ cùng được ở trang của đề nghị:',
      ),
    ],
    plans: [data.plan],
    key,
  });
