/** Tells the clerk that the head did not sign, in the head's own words, and what to do now. */
import { button, paragraph, quote } from './blocks.ts';
import type { MailContent, SentBackData } from './data.ts';
import { toContent } from './layout.ts';
import { inSubject, person, say, sayLong } from './wording.ts';

export const renderSentBack = (data: SentBackData, key: string): MailContent =>
  toContent({
    subject: `Thủ trưởng trả lại danh sách ${inSubject(data.period)}, cần sửa: ${inSubject(data.unitName)}`,
    title: say`Danh sách ${data.period} cần sửa trước khi ký`,
    recipientName: data.clerkName,
    body: [
      paragraph(
        say`${person(data.headName)} đã xem danh sách ${data.period} của ${data.unitName}, chưa ký và có ý kiến như sau:`,
      ),
      quote(sayLong`${data.reason}`),
      paragraph(
        `Xin Ông/Bà sửa danh sách trong trang tính theo ý kiến trên, rồi bấm “Nộp danh sách” để nộp lại. Bản mới sẽ được trình ${person(data.headName)} ký; danh sách chỉ được chuyển lên cấp trên sau khi ký.`,
      ),
      button(data.link, 'Mở trang tính để sửa'),
    ],
    plans: [data.plan],
    key,
  });
