/** Tells those who answer for a public page that somebody asks to mend it or take it down, and by when the law wants what. */
import { button, facts, paragraph, quote } from './blocks.ts';
import type { MailContent, TakedownRequestData } from './data.ts';
import { toContent } from './layout.ts';
import { day, inSubject, moment, say, sayLong } from './wording.ts';

export const renderTakedownRequest = (data: TakedownRequestData, key: string): MailContent =>
  toContent({
    subject: `Đề nghị sửa, gỡ công khai, trả lời trước hết ${day(data.answerBy)}: ${inSubject(data.name)}`,
    title: 'Có đề nghị sửa hoặc gỡ một trang công khai',
    recipientName: data.recipientName,
    body: [
      paragraph(
        say`Trang công khai của một gương do ${data.unitName} giới thiệu có đề nghị sau. Nghị định 356/2025/NĐ-CP yêu cầu trả lời trong 2 ngày làm việc và xử lý xong trong 15 ngày.`,
      ),
      facts([
        ['Gương', say`${data.name}`],
        ['Nội dung', say`${data.title}`],
        ['Đề nghị', say`${data.wish}`],
        ['Người đề nghị', say`${data.asker}`],
        ['Liên hệ', say`${data.contact}`],
        ['Nhận lúc', moment(data.receivedAt, data.plan)],
        ['Trả lời trước', `hết ngày ${day(data.answerBy)}`],
        ['Xử lý trước', `hết ngày ${day(data.settleBy)}`],
        ['Mã đề nghị', say`${data.code}`],
      ]),
      quote(sayLong`${data.text}`),
      paragraph(
        'Xin xác minh người đề nghị rồi trả lời theo cách liên hệ trên. Gỡ trang: người thẩm định của cấp trên gỡ trong bảng tính. Sửa nội dung hoặc gỡ ảnh: sửa dòng của gương trong trang tính của đơn vị rồi nộp lại.',
      ),
      button(data.link, 'Mở trang công khai'),
    ],
    plans: [data.plan],
    key,
  });
