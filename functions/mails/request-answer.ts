/** Tells clerk and head what became of their request: what was asked, the answer, who gave it and when. */
import { button, facts, paragraph, quote } from './blocks.ts';
import type { MailContent, RequestAnswerData } from './data.ts';
import { toContent } from './layout.ts';
import { inSubject, moment, say, sayLong } from './wording.ts';

export const renderRequestAnswer = (data: RequestAnswerData, key: string): MailContent =>
  toContent({
    subject: `Trả lời “${inSubject(data.kind)}” của ${inSubject(data.unitName)}: ${inSubject(data.decision)}`,
    title: say`Trả lời đề nghị của ${data.unitName}`,
    recipientName: data.recipientName,
    body: [
      paragraph(
        say`${data.parentName} đã trả lời đề nghị ${data.requestKey} (${data.kind}), ${data.period}:`,
      ),
      quote(sayLong`${data.asked}`),
      facts([
        ['Kết luận', say`${data.decision}`],
        ['Trả lời', sayLong`${data.answer}`],
        ['Người trả lời', say`${data.answeredBy}`],
        ['Lúc', moment(data.answeredAt, data.plan)],
      ]),
      paragraph(
        'Trả lời này được lưu cùng đề nghị và hiện ở cột “Kết quả” của tab Đề nghị. Nếu cần đề nghị thêm, xin Ông/Bà ghi một dòng mới.',
      ),
      button(data.link, 'Mở tab Đề nghị'),
    ],
    plans: [data.plan],
    key,
  });
